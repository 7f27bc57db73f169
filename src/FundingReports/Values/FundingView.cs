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

/// <summary>The place of a view among the three.</summary>
internal static class FundingViewPlace
{
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    internal static int Place(this FundingView view) => Enum.IsDefined(view) ? (int)view
        : throw new ArgumentOutOfRangeException(nameof(view), view, "A view is Firm, Agreed or Announced.");
}
