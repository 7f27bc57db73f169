using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Portfolios;

namespace FundingReports.Validation;

/// <summary>What a problem is about, by the id that people gave it: its sentence names it, for it may be read without its place.</summary>
/// <param name="Section">The section of the portfolio: posts, commitments.</param>
/// <param name="Id">The id.</param>
/// <param name="Part">
/// The list of it that the problem is in (costs, instalments); null where that list has one entry, or there is none.
/// </param>
/// <param name="Number">Which entry of the list, from 1 on.</param>
internal readonly record struct ProblemSubject(string Section, string Id, string? Part = null, int Number = 0)
{
    /// <summary>What people call it, in guillemets, where nobody wrote its id; else null.</summary>
    internal string? Name { get; private init; }

    /// <summary>Of a commitment whose id nobody wrote: its post, in guillemets; else null.</summary>
    internal string? Post { get; private init; }

    /// <summary>Of the same: its line; null where it has none.</summary>
    internal string? Line { get; private init; }

    /// <summary>The problems of some facts, each with what it is about.</summary>
    internal static IEnumerable<Problem> Named(IEnumerable<Problem> problems, PortfolioFacts facts)
    {
        MadeUpIds? madeUp = null;
        foreach (Problem problem in problems)
        {
            madeUp ??= MadeUpIds.Of(facts);
            Problem named = madeUp.Names is { Count: > 0 } names ? problem with { Names = names } : problem;
            yield return Of(problem, facts) is { } subject ? named with { Subject = subject.Called(madeUp) } : named;
        }
    }

    /// <summary>Which entry of its list a path ends in, from 1 on: of instalments[1] the second; null of any other.</summary>
    internal static int? NumberOf(string path)
    {
        int open = path.LastIndexOf('[');
        return open > 0 && path.EndsWith(']') && int.TryParse(path.AsSpan(open + 1, path.Length - open - 2), NumberStyles.None,
            CultureInfo.InvariantCulture, out int number) && number < int.MaxValue ? number + 1 : null;
    }

    private ProblemSubject Called(MadeUpIds madeUp)
    {
        if (Section is not (Property.Posts or Property.Commitments or Property.Funders)
            || madeUp.Names.GetValueOrDefault(Id) is not { } name)
            return this;
        Commitment? promise = Section is Property.Commitments ? madeUp.Commitments.GetValueOrDefault(Id) : null;
        return this with { Name = name, Post = promise is null ? null : madeUp.Names.GetValueOrDefault(promise.Posts[0]),
            Line = promise?.Line };
    }

    private static ProblemSubject? Of(Problem problem, PortfolioFacts facts)
    {
        if (EntryOf(problem.Path) is not var (section, number, rest))
            return null;
        // They stand at the last payment, and are about what all of them add up to.
        if (section is Property.Payments && (problem.Code is ProblemCode.PaidTwoWays or ProblemCode.PaidAbovePromised))
            return At(facts.Payments)?.Commitment is { } paid ? new(Property.Commitments, paid) : null;
        string? id = section switch
        {
            Property.Sources => At(facts.Sources)?.Id,
            Property.Funders => At(facts.Funders)?.Id,
            Property.Posts => At(facts.Posts)?.Id,
            Property.Commitments => At(facts.Commitments)?.Id,
            Property.Awaiting => At(facts.Awaiting)?.Id,
            Property.Payments => At(facts.Payments)?.Id,
            _ => null,
        };
        if (string.IsNullOrWhiteSpace(id))
            return null;
        // An entry among several.
        return EntryOf(rest) is var (part, at, _) && CountOf(part) > 1 ? new(section, id, part, at + 1) : new(section, id);

        T? At<T>(ImmutableArray<T> items) where T : class => number < items.Length ? items[number] : null;

        int CountOf(string part) => (section, part) switch
        {
            (Property.Posts, Property.Costs) => facts.Posts[number].Costs.Length,
            (Property.Posts, Property.Occupancy) => facts.Posts[number].Occupancy.Length,
            (Property.Posts, Property.Employers) => facts.Posts[number].Employers.Length,
            (Property.Commitments, Property.Instalments) => facts.Commitments[number].Instalments?.Length ?? 0,
            (Property.Awaiting, Property.Instalments) => facts.Awaiting[number].Instalments?.Length ?? 0,
            _ => 0,
        };
    }

    /// <summary>posts[3].costs[0].annual → posts, 3, costs[0].annual; null where it is no entry of a list.</summary>
    private static (string List, int Number, string Below)? EntryOf(string path)
    {
        int open = path.IndexOf('[');
        int close = open <= 0 ? -1 : path.IndexOf(']', open);
        return close > 0 && int.TryParse(path.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture,
            out int number) ? (path[..open], number, path[(close + 1)..].TrimStart('.')) : null;
    }
}
