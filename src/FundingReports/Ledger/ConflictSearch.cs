using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Ledger;

/// <summary>Finds, before anything is analysed, the promises that an analysis would refuse because they contradict one another.</summary>
/// <remarks>
/// An error where they do once every decision is taken. A warning, with the as-of dates, where they do only as long as a later decision is
/// not taken: an analysis as of one of these dates is refused all the same.
/// </remarks>
internal sealed class ConflictSearch
{
    /// <summary>
    /// The number of as-of dates tried for a post, the last ones; fewer where thousands of promises on one post would make each date slow.
    /// </summary>
    private const int MostDates = 100, MostPairs = 1_000_000;

    private readonly PortfolioFacts facts;
    private readonly Func<PortfolioFacts, Portfolio> portfolioOf;
    private readonly HashSet<string> withErrors;
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);

    private ConflictSearch(PortfolioFacts facts, Func<PortfolioFacts, Portfolio> portfolioOf, HashSet<string> withErrors)
    {
        (this.facts, this.portfolioOf, this.withErrors) = (facts, portfolioOf, withErrors);
        for (int i = 0; i < facts.Commitments.Length; i++)
            if (facts.Commitments[i].Id is { } id)
                byId.TryAdd(id, i);
    }

    /// <summary>Adds every conflict among the facts that have no other error.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="problems">The problems found so far.</param>
    /// <param name="portfolioOf">Makes a portfolio of facts that are not checked again.</param>
    internal static void Check(PortfolioFacts facts, ProblemList problems, Func<PortfolioFacts, Portfolio> portfolioOf)
    {
        var posts = Suspects(facts);
        if (posts.Count == 0)
            return;
        var search = new ConflictSearch(facts, portfolioOf, problems.WithErrors());
        if (search.withErrors.Contains("commitments") || search.withErrors.Contains("posts"))
            return;
        HashSet<string> checkedIds = new(StringComparer.Ordinal);
        for (int i = 0; i < facts.Posts.Length; i++)
        {
            problems.Look();
            if (posts.TryGetValue(facts.Posts[i].Id, out List<int>? paying) && checkedIds.Add(facts.Posts[i].Id)
                && !search.withErrors.Contains($"posts[{i}]"))
                search.Check(facts.Posts[i], paying, problems);
        }
    }

    /// <summary>
    /// The posts whose promises of the rest may contradict one another, amendments aside, with all the commitments that pay them.
    /// </summary>
    private static Dictionary<string, List<int>> Suspects(PortfolioFacts facts)
    {
        var rests = new Dictionary<string, List<Commitment>>(StringComparer.Ordinal);
        foreach (Commitment commitment in facts.Commitments)
            if (commitment is { Amount.IsOfTheRest: true, IsPromised: true })
                foreach (string post in commitment.Posts)
                    (rests.TryGetValue(post, out var known) ? known : rests[post] = []).Add(commitment);
        var suspects = rests.Where(entry => MayConflict(entry.Value))
            .ToDictionary(entry => entry.Key, _ => new List<int>(), StringComparer.Ordinal);
        if (suspects.Count > 0)
            for (int i = 0; i < facts.Commitments.Length; i++)
                foreach (string post in facts.Commitments[i].Posts.Distinct())
                    if (suspects.TryGetValue(post, out List<int>? paying))
                        paying.Add(i);
        return suspects;
    }

    /// <summary>
    /// Whether two promises are balances, or parts above 1 together, on one day: a quick answer, never "no" where the ledger says yes.
    /// </summary>
    private static bool MayConflict(List<Commitment> rests)
    {
        if (rests.Count < 2)
            return false;
        LocalDate? balance = null;
        foreach (Commitment commitment in rests.Where(commitment => commitment.Amount.Rule is PaymentRule.Balance)
            .OrderBy(commitment => commitment.From.First))
        {
            if (balance >= commitment.From.First)
                return true;
            balance = balance is { } known ? LocalDate.Max(known, LastOf(commitment)) : LastOf(commitment);
        }
        return PartsMayConflict(rests.FindAll(commitment => commitment.Amount.Rule is PaymentRule.ShareOfRemainder));
    }

    private static bool PartsMayConflict(List<Commitment> parts)
    {
        Ratio sum = Ratio.Zero;
        var inForce = new PriorityQueue<Commitment, LocalDate>();
        foreach (Commitment part in parts.OrderBy(part => part.From.First))
        {
            while (inForce.TryPeek(out Commitment? ended, out LocalDate last) && last < part.From.First)
            {
                inForce.Dequeue();
                sum = (sum - PartOf(ended)).Reduced;
            }
            inForce.Enqueue(part, LastOf(part));
            sum = (sum + PartOf(part)).Reduced;
            if (sum > Ratio.One)
                return true;
        }
        return false;
    }

    // A scenario may have multiplied the part.
    private static Ratio PartOf(Commitment commitment) => commitment.Scalings.IsEmpty ? commitment.Amount.RestAtMost : Ratio.One;

    private static LocalDate LastOf(Commitment commitment) =>
        commitment.Until.Until is { } until ? until.Last : LocalDate.MaxIsoValue;

    private void Check(Post post, List<int> paying, ProblemList problems)
    {
        // Amendments are included, even those that do not pay the post; a line with an error in it is left out whole.
        SortedSet<int> places = [];
        foreach (int place in paying)
            if (LineOf(place) is { } line)
                places.UnionWith(line);
        ImmutableArray<Commitment> commitments = [.. places.Select(place => facts.Commitments[place])];
        ImmutableArray<int> at = [.. places];
        Portfolio portfolio = portfolioOf(new()
        {
            Posts = [post],
            Commitments = [.. commitments.Select(
                commitment => commitment with { Posts = commitment.Posts.Contains(post.Id) ? [post.Id] : [], Split = Split.Equally })],
        });
        ImmutableArray<LocalDate> dates = Dates(commitments);
        LocalDate last = dates.IsEmpty ? (post.From ?? post.AttestedOn)!.Value.First : dates[^1];
        if (Conflicts.Find(new(portfolio, last), 0) is { } conflict)
        {
            problems.Add(conflict.Code, $"commitments[{at[conflict.Second]}]", conflict.Post, conflict.Arguments);
            return;
        }
        // What is known changes with each decision; before the first one, no decided fact is known.
        for (int i = -1; i < dates.Length - 1; i++)
        {
            LocalDate from = i < 0 ? dates[0].PlusDays(-1) : dates[i], until = dates[i + 1].PlusDays(-1);
            if (Conflicts.Find(new(portfolio, from), 0) is not { } earlier)
                continue;
            problems.Add(ProblemCode.ConflictBefore, $"commitments[{at[earlier.Second]}]", post.Id, post.Id, commitments[earlier.First].Id,
                commitments[earlier.Second].Id,
                earlier.Day, earlier.View, i < 0 ? "" : LocalDatePattern.Iso.Format(from), LocalDatePattern.Iso.Format(until));
            return;
        }
    }

    /// <summary>A commitment and all that it amends, one after the other; null where one of them has an error or is not known.</summary>
    private List<int>? LineOf(int place)
    {
        List<int> line = [];
        for (int? at = place; at is { } known; at = byId.TryGetValue(facts.Commitments[known].Amends!, out int amended) ? amended : -1)
        {
            if (known < 0 || withErrors.Contains($"commitments[{known}]") || line.Count > facts.Commitments.Length)
                return null;
            line.Add(known);
            if (facts.Commitments[known].Amends is null)
                return line;
        }
        return line;
    }

    /// <summary>The days from which something more is known, in order.</summary>
    private static ImmutableArray<LocalDate> Dates(ImmutableArray<Commitment> commitments) =>
    [
        .. commitments.SelectMany(commitment => (PartialDate?[])
            [commitment.DecidedOn, commitment.Withdrawn?.DecidedOn,
                .. (commitment.Instalments ?? []).Select(instalment => instalment.DecidedOn)])
            .OfType<PartialDate>().Select(decided => decided.Last).Distinct().Order()
                .TakeLast((int)Math.Clamp(MostPairs / Math.Max(1L, (long)commitments.Length * commitments.Length), 1, MostDates)),
    ];
}
