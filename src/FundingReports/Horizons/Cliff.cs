using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Horizons;

/// <summary>Rupture: the day after the last surely and fully funded one, and what it loses.</summary>
/// <param name="On">The first day that is not surely and fully funded.</param>
/// <param name="ShareLost">The part of the cost lost on that day.</param>
/// <param name="YearlyRateLost">The money lost on that day, in euros a year; unknown where a cost is.</param>
/// <param name="Losses">What ends, steps down or is no longer firm on that day, in the portfolio's order.</param>
[JsonConverter(typeof(NoJson<Cliff>))]
public sealed record Cliff(LocalDate On, CoverageRate ShareLost, Knowable<Euros> YearlyRateLost, ImmutableArray<Loss> Losses)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{On:uuuu-MM-dd}: {ShareLost} of the cost lost, {YearlyRateLost} a year";

    /// <summary>What ends, steps down or is no longer firm on that day, in the portfolio's order.</summary>
    public ImmutableArray<Loss> Losses { get => losses.Items; init => losses = new(value); }

    private readonly ValueList<Loss> losses = new(Losses);
}

/// <summary>What one commitment loses on a day.</summary>
/// <param name="Commitment">The commitment.</param>
/// <param name="ShareLost">The part of the cost that it no longer pays.</param>
/// <param name="YearlyRateLost">What it no longer pays, in euros a year; unknown where a cost is.</param>
[JsonConverter(typeof(NoJson<Loss>))]
public sealed record Loss(Commitment Commitment, CoverageRate ShareLost, Knowable<Euros> YearlyRateLost);

/// <summary>The part of the cost that a commitment surely pays on a day.</summary>
/// <param name="Commitment">The commitment.</param>
/// <param name="Share">The part of the cost that it pays, to a millionth.</param>
[JsonConverter(typeof(NoJson<Payer>))]
public sealed record Payer(Commitment Commitment, CoverageRate Share);

/// <summary>Days on which the coverage of a post does not change.</summary>
/// <param name="From">The first day, included.</param>
/// <param name="Until">The last day, included; null where it has no end.</param>
/// <param name="Low">The part of the cost that sure money pays.</param>
/// <param name="High">The part that possible money could pay; unknown where it has no bound.</param>
/// <param name="State">What is exactly true of these days.</param>
public sealed record CoveragePiece(
    [property: JsonPropertyName("from"), JsonRequired, JsonConverter(typeof(LocalDateJsonConverter))] LocalDate From,
    [property: JsonPropertyName("until"), JsonRequired, JsonConverter(typeof(LocalDateJsonConverter))] LocalDate? Until,
    [property: JsonPropertyName("low"), JsonRequired] CoverageRate Low,
    [property: JsonPropertyName("high"), JsonRequired] Knowable<CoverageRate> High,
    [property: JsonPropertyName("state"), JsonRequired] FundingState State)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() =>
        $"{From:uuuu-MM-dd} to {(Until is { } last ? $"{last:uuuu-MM-dd}" : "no end")}: {State}, {Low} to {High}";
}

/// <summary>How a post is funded on a day.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<FundingState>))]
public enum FundingState
{
    /// <summary>The post is surely and fully funded.</summary>
    Full,

    /// <summary>The post is surely funded in part, and surely not fully.</summary>
    Part,

    /// <summary>The post is surely not funded at all.</summary>
    None,

    /// <summary>The state depends on what is not known.</summary>
    Undetermined,
}
