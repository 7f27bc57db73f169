using System.Collections.Immutable;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Requests;
using FundingReports.Validation;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Findings;

/// <summary>Lists what people should look at on the as-of date. Findings change no figure.</summary>
internal static class AnalysisFindings
{
    private const int Million = 1_000_000;

    internal static ImmutableArray<Problem> Of(
        KnownFacts facts, PostFigures[] figures, ImmutableArray<FundingRequest> requests, PolicySet policies, PostsAtOnce atOnce)
    {
        var findings = new List<Problem>();
        int constantAfter = policies.WholeOn("cost.constant-after-months", facts.AsOf);
        if (OfEdition(facts) is { } future)
            findings.Add(future);
        var balances = new BalanceFindings(facts);
        foreach (int c in Enumerable.Range(0, facts.Portfolio.Commitments.Length).Watched(atOnce.Cancellation))
            if (OfCommitment(facts, c) is { } undecided)
                findings.Add(undecided);
        foreach (List<Problem> ofPost in atOnce.Ask(figures.Length, (analyzer, post) => OfPost(analyzer, figures[post])))
            findings.AddRange(ofPost);
        findings.AddRange(OfDeadlines(facts, requests));
        findings.AddRange(new NearSchemes(facts, policies).All());
        // The places of the last ones are in the policies, whose sources are not those of the portfolio.
        return [.. facts.Portfolio.Findings, .. ProblemSubject.Named(findings, facts.Portfolio.Facts), .. policies.Findings(facts.AsOf)];

        List<Problem> OfPost(PostAnalyzer analyzer, PostFigures figure)
        {
            var found = new List<Problem>();
            AddCosts(facts, figure, constantAfter, found);
            AddMoney(facts, figure, found);
            if (OfShares(facts, figure) is { } tooMuch)
                found.Add(tooMuch);
            balances.Add(analyzer, figure, found);
            AddVacancies(analyzer, facts, figure, found);
            return found;
        }
    }

    private static Problem? OfEdition(KnownFacts facts) => facts.Portfolio.Edition?.On is { } on && on.First > facts.AsOf
        ? new(ProblemCode.EditionInFuture, "edition.on", on.ToString(), on.ToString(), Iso(facts.AsOf))
        : null;

    private static Problem? OfCommitment(KnownFacts facts, int index)
    {
        var commitment = facts.Portfolio.Commitments[index];
        bool inForce = commitment.From.First <= facts.AsOf
            && !(commitment.Until.Until?.Last < facts.AsOf)
            && facts.WithdrawnFrom(commitment) > DayNumber.Of(facts.AsOf);
        return commitment.IsAgreed && commitment.DecidedOn is null && inForce
            ? new(ProblemCode.NotDecided, $"commitments[{index}].decidedOn", null, commitment.Id) : null;
    }

    /// <summary>
    /// The finding of a missed deadline, where nobody knows whether the money is firm: it makes no post critical, and somebody must ask.
    /// </summary>
    private static IEnumerable<Problem> OfDeadlines(KnownFacts facts, ImmutableArray<FundingRequest> requests)
    {
        Dictionary<string, int>? places = null;
        foreach (var request in requests)
            if (request is { Overdue: true, IsMissed: false, Commitment: { } commitment, Funder: { } funder })
                yield return new(
                    ProblemCode.DeadlineMissed, $"commitments[{(places ??= PlacesOf(facts.Portfolio))[commitment.Id]}]", commitment.Id,
                    funder.Name, $"{request.Year}", Iso(request.Closes!.Value));
    }

    private static Dictionary<string, int> PlacesOf(Portfolio portfolio) =>
        portfolio.Commitments.Index().ToDictionary(one => one.Item.Id, one => one.Index, StringComparer.Ordinal);

    private static void AddCosts(KnownFacts facts, PostFigures figure, int constantAfterMonths, List<Problem> found)
    {
        var post = facts.Portfolio.Posts[figure.Post];
        foreach (var cost in post.Costs)
            if (facts.Decided(cost.DecidedOn) && cost.Annual == Euros.Zero)
                found.Add(new(ProblemCode.CostOfZero, $"{PathOf(figure)}.costs", "0.00", post.Id, Iso(cost.From.First)));
        foreach (var cost in post.Costs)
            if (facts.Decided(cost.DecidedOn) && cost.From.First > facts.AsOf)
                return;
        var inForce = post.Costs
            .Where(cost => facts.Decided(cost.DecidedOn) && cost.From.First <= facts.AsOf)
            .OrderBy(cost => cost.From.First)
            .ThenBy(cost => cost.DecidedOn?.First)
            .LastOrDefault();
        if (inForce?.Annual is { } annual && inForce.From.First.PlusMonths(constantAfterMonths) < facts.AsOf)
            found.Add(new(ProblemCode.StaleCost, $"{PathOf(figure)}.costs", annual.ToString(), post.Id, $"{inForce.From.First.Year}"));
    }

    private static void AddMoney(KnownFacts facts, PostFigures figure, List<Problem> found)
    {
        string id = facts.Portfolio.Posts[figure.Post].Id;
        if (figure.Timelines.Length == 0)
            found.Add(!facts.IsNamed(id)
                ? new(ProblemCode.UnpaidPost, PathOf(figure), null, id)
                : new(ProblemCode.UnpaidPost, PathOf(figure), null, id, Iso(facts.AsOf)));
        var view = Array.Exists(figure[FundingView.Agreed].Pieces, IsOver) ? FundingView.Agreed : FundingView.Announced;
        var pieces = figure[view].Pieces;
        for (int i = 0; i < pieces.Length; i++)
        {
            if (!IsOver(pieces[i]))
                continue;
            int last = i;
            while (last + 1 < pieces.Length && IsOver(pieces[last + 1]))
                last++;
            long most = pieces[i..(last + 1)].Max(piece => piece.Low);
            found.Add(new(ProblemCode.OverFunded, PathOf(figure), null, id, Iso(pieces[i].Days.From.Date), Eve(pieces[last].Days.To),
                Name(view), new CoverageRate(most).ToString()));
            i = last;
        }
    }

    private static Problem? OfShares(KnownFacts facts, PostFigures figure) => SharesMayExceed(figure)
        ? OfShares(facts, figure, FundingView.Agreed) ?? OfShares(facts, figure, FundingView.Announced) : null;

    /// <summary>Whether shares may be more than the cost on some day: a quick answer, never "no" where they are.</summary>
    private static bool SharesMayExceed(PostFigures figure)
    {
        long most = 0;
        foreach (var timeline in figure.Timelines)
        {
            long largest = 0;
            foreach (ref readonly var period in timeline.Periods.AsSpan())
                if (period.Rule == PaymentRule.ShareOfCost)
                    largest = Math.Max(largest, MillionthsAtMost(period.Rate));
            most += largest;
        }
        return most > Million;
    }

    // Rounded up; of more than a whole, or of long numbers, more than a whole.
    private static long MillionthsAtMost(PackedFraction share)
    {
        if (share.Numerator > share.Denominator || share.Numerator > long.MaxValue)
            return Million + 1;
        var (millionths, rest) = Int128.DivRem(share.Numerator * Million, share.Denominator);
        return (long)millionths + (rest == 0 ? 0 : 1);
    }

    /// <summary>The first day, from the as-of date on, on which shares alone exceed the cost.</summary>
    private static Problem? OfShares(KnownFacts facts, PostFigures figure, FundingView view)
    {
        string id = facts.Portfolio.Posts[figure.Post].Id;
        foreach (var piece in figure[view].Pieces)
        {
            var shares = figure.Timelines
                .Where(timeline => timeline.InForce(view).Contains(piece.Days.From))
                .SelectMany(timeline => timeline.Periods.Where(
                    period => period.Rule == PaymentRule.ShareOfCost && period.Days.Contains(piece.Days.From)));
            Ratio sum = Ratio.Sum(shares.Select(period => period.Rate.ToRatio()));
            if (sum > Ratio.One)
                return new(ProblemCode.SharesExceedCost, PathOf(figure), null, id, Iso(piece.Days.From.Date), Name(view),
                    $"{sum.Numerator}/{sum.Denominator}");
        }
        return null;
    }

    private static bool IsOver(PackedPiece piece) => (piece.Flags & FundingReports.Ledger.CoverageFlags.Over) != 0;

    /// <summary>
    /// Adds the money promised for days on which nobody holds the post: the promise stands, and somebody must check it.
    /// </summary>
    private static void AddVacancies(PostAnalyzer analyzer, KnownFacts facts, PostFigures figure, List<Problem> found)
    {
        var post = facts.Portfolio.Posts[figure.Post];
        for (int i = 0; i < post.Occupancy.Length; i++)
        {
            var vacancy = post.Occupancy[i];
            if (vacancy.State == OccupancyState.Occupied)
                continue;
            // A vacancy without a last day is known to last to the as-of date only.
            DayNumber from = vacancy.From is { } first ? DayNumber.Of(first.First) : figure.Life.From;
            DayRange days = new DayRange(from, DayNumber.After(vacancy.Until?.Last ?? facts.AsOf)).And(figure.Life);
            if (days.IsEmpty)
                continue;
            long money = analyzer.MoneyOn(facts, figure.Post, days, FundingView.Agreed);
            if (money != 0)
                found.Add(new(ProblemCode.VacantMoney, $"posts[{figure.Post}].occupancy[{i}]", null, post.Id, Iso(days.From.Date),
                    Iso(days.To.Eve), Money(money)));
        }
    }

    private static string PathOf(PostFigures figure) => $"posts[{figure.Post}]";

    private static string Money(long cents) => cents == PostFigures.Unknown ? "" : Euros.FromCents(cents).ToString();

    private static string Name(FundingView view) => KebabCase.Of(view.ToString());

    private static string Eve(DayNumber end) => end == DayNumber.Never ? "" : Iso(end.Eve);

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
