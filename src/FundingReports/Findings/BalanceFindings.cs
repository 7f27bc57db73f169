using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Findings;

/// <summary>
/// What an agreed balance without cap leans on: it pays whatever the others do not. Findings of the first rank: they
/// say how much it bears, instead of how much, and on what condition.
/// </summary>
/// <param name="facts">The facts.</param>
internal sealed class BalanceFindings(KnownFacts facts)
{
    /// <summary>The budget years, from the as-of year on, of which it is said.</summary>
    private const int Years = 3;

    private readonly Lazy<KnownFacts> withRequested = new(() => new(facts.Portfolio, facts.AsOf, facts.AsOf.Year, countsRequested: true));

    internal void Add(PostAnalyzer analyzer, PostFigures figure, List<Problem> found)
    {
        for (int s = 0; s < figure.Timelines.Length; s++)
        {
            int index = figure.Timelines[s].Commitment;
            if (facts.Portfolio.Commitments[index] is { Amount.Rule: PaymentRule.Balance, Cap: null, IsAgreed: true } balance)
                found.AddRange(Of(analyzer, figure, s, $"commitments[{index}]", balance));
        }
    }

    private IEnumerable<Problem> Of(PostAnalyzer analyzer, PostFigures figure, int s, string path, Commitment balance)
    {
        int last = Math.Min(facts.AsOf.Year + Years, figure.FirstYear + figure.Cost.Length) - 1;
        // The year before the as-of year is included, so that what has just risen is found.
        var subject = PostCase.Of(facts, figure.Post, last, figure.Timelines) with { FirstYear = facts.AsOf.Year - 1 };
        var agreed = analyzer.Analyze(subject)[FundingView.Agreed];
        var asked = Conflicts.On(withRequested.Value, figure.Post)
            ? null : analyzer.Analyze(withRequested.Value, figure.Post, last, RiskHorizon.None);
        string funder = facts.Portfolio.FindFunder(balance.Funder)!.Name;
        for (int year = facts.AsOf.Year; year <= last; year++)
        {
            int shown = year - subject.FirstYear;
            long before = agreed.Cells(shown - 1)[s], bears = agreed.Cells(shown)[s];
            if (bears is PostFigures.Unknown or 0)
                continue;
            if (RisesByATenth(before, bears) && PaysAsLong(figure.Timelines[s], subject.Life, year))
                yield return new(ProblemCode.BalanceRises, path, balance.Id,
                    [funder, $"{year}", Money(bears), Money(before), .. Falls(figure, agreed, shown, s)]);
            if (asked is null)
                continue;
            int own = Array.FindIndex(asked.Timelines, timeline => timeline.Commitment == figure.Timelines[s].Commitment);
            long atBest = asked[FundingView.Announced].Cells(year - facts.AsOf.Year)[own];
            if (atBest == PostFigures.Unknown || atBest < bears)
                yield return new(ProblemCode.BalanceLeans, path, balance.Id,
                    [funder, $"{year}", Money(bears), Money(atBest), .. Doubtful(asked, year - facts.AsOf.Year)]);
        }
    }

    private static bool RisesByATenth(long before, long after) => before > 0 && after >= before + (before + 9) / 10;

    // A part of a year that is longer than that of the year before has risen by its days alone.
    private static bool PaysAsLong(CommitmentTimeline timeline, DayRange life, int year)
    {
        DayRange days = timeline.AgreedDays.And(life);
        return days.And(YearOf(year - 1)).Weight >= days.And(YearOf(year)).Weight;
    }

    private static DayRange YearOf(int year) => new(DayNumber.FirstOf(year), DayNumber.FirstOf(year + 1));

    /// <summary>The funders who pay less than the year before, each as a name, the money before and the money after.</summary>
    private IEnumerable<string> Falls(PostFigures figure, ViewFigures agreed, int shown, int balance)
    {
        for (int s = 0; s < figure.Timelines.Length; s++)
        {
            long before = agreed.Cells(shown - 1)[s], after = agreed.Cells(shown)[s];
            if (s != balance && before != PostFigures.Unknown && after != PostFigures.Unknown && after < before)
                foreach (string word in (string[])[NameOf(figure.Timelines[s]), Money(before), Money(after)])
                    yield return word;
        }
    }

    /// <summary>The promises that are only requested or announced, each as a name, an amount and a status.</summary>
    private IEnumerable<string> Doubtful(PostFigures asked, int year)
    {
        for (int s = 0; s < asked.Timelines.Length; s++)
        {
            long money = asked[FundingView.Announced].Cells(year)[s];
            if (!asked.Timelines[s].Agreed && money != 0)
                foreach (string word in (string[])[NameOf(asked.Timelines[s]), Money(money),
                    KebabCase.Of(facts.Portfolio.Commitments[asked.Timelines[s].Commitment].Status.ToString())])
                    yield return word;
        }
    }

    private string NameOf(CommitmentTimeline timeline) => facts.Portfolio.FindFunder(timeline.Funder)!.Name;

    private static string Money(long cents) => cents == PostFigures.Unknown ? "" : Euros.FromCents(cents).ToString();
}
