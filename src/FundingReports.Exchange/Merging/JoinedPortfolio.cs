using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>A portfolio in which things that stood twice are one.</summary>
public sealed partial class JoinedPortfolio
{
    // By list, the place that each thing that stays had before the joining.
    private readonly ImmutableDictionary<string, ImmutableArray<int>> places;

    internal JoinedPortfolio(PortfolioFacts facts, Portfolio? portfolio, ImmutableArray<Problem> ofJoining, ImmutableArray<Problem> found,
        ImmutableDictionary<string, ImmutableArray<int>> places)
    {
        (Facts, Portfolio, this.places) = (facts, portfolio, places);
        Problems = [.. ofJoining, .. AsBefore(found)];
    }

    /// <summary>The facts; where the two say different things, those of the first.</summary>
    public PortfolioFacts Facts { get; }

    /// <summary>The portfolio; null where the two say different things, or there is another error.</summary>
    public Portfolio? Portfolio { get; }

    /// <summary>What the two say otherwise (an error), then every problem of the whole, at its place before the joining.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Problems of this portfolio, each at the place that it had before the joining.</summary>
    /// <param name="problems">The problems, such as the findings of an analysis.</param>
    public ImmutableArray<Problem> AsBefore(IEnumerable<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return [.. problems.Select(problem => new Problem(problem.Code, Before(problem.Path), problem.Found,
            [.. problem.Arguments.Select(argument => argument.Contains('[', StringComparison.Ordinal) ? Before(argument) : argument)]))];
    }

    private string Before(string path) => Place().Match(path) is { Success: true } place
        && places.TryGetValue(place.Groups[1].Value, out ImmutableArray<int> before)
        && int.TryParse(place.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < before.Length
            ? $"{place.Groups[1].Value}[{Plain.Number(before[at])}]{path[place.Length..]}" : path;

    [GeneratedRegex(@"^([a-z]+)\[([0-9]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Facts}, {Problems.Length} problems";
}
