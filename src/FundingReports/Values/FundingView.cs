using System.Text.Json.Serialization;

namespace FundingReports;

/// <summary>What a promise is worth. Each view counts its own money and no other; they are never added up.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<FundingView>))]
public enum FundingView
{
    /// <summary>Ferme: granted or signed, on the days that an instalment covers.</summary>
    Firm,

    /// <summary>Conventionné ou attribué: granted or signed, for its whole period.</summary>
    Agreed,

    /// <summary>Annoncé: announced, granted or signed.</summary>
    Announced,
}

/// <summary>A view that somebody asks for.</summary>
internal static class FundingViews
{
    /// <summary>The view, which is one of the three.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    internal static FundingView Known(this FundingView view) => Enum.IsDefined(view) ? view
        : throw new ArgumentOutOfRangeException(nameof(view), view, "A view is Firm, Agreed or Announced.");
}
