using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>What is asked of one for a post and a budget year.</summary>
/// <param name="Post">The post.</param>
/// <param name="Year">The budget year.</param>
/// <param name="Funder">Whom to ask; null where a funder is still to be found.</param>
/// <param name="Line">The line to ask.</param>
/// <param name="Cents">How much; null where something lost is of unknown amount.</param>
internal sealed record NaiveRequest(string Post, int Year, string? Funder, string? Line, long? Cents)
{
    internal string Text => $"{Post} {Year} {Funder ?? "?"}/{Line} = {Show.Cents(Cents)}";
}

/// <summary>Of whom the agreed gaps are asked (model 5 b), day by day: those who paid more before, for what they have lost.</summary>
internal sealed class NaiveRequests
{
    private readonly Walk walk;
    private readonly List<(LocalDate From, Situation Money)> runs = [];
    private readonly Dictionary<int, List<(Payer Payer, Lost Lost)>> lost = [];
    private readonly Payer[] payers;

    private NaiveRequests(Walk walk)
    {
        this.walk = walk;
        payers = [.. walk.Promises.Select(promise => Payer.Of(promise.Commitment)).Distinct()];
        // On a day that weighs nothing nobody pays anything.
        foreach (Day day in walk.ActiveFrom(walk.First).Where(day => day.Weight > 0))
            if (runs.Count == 0 || runs[^1].Money != day.Money)
                runs.Add((day.Date, day.Money));
    }

    /// <summary>A funder and a line: all its commitments together.</summary>
    private readonly record struct Payer(string Funder, string? Line)
    {
        internal static Payer Of(Commitment commitment) => new(commitment.Funder, commitment.Line);
    }

    /// <summary>Cents a year; null where unknown.</summary>
    private readonly record struct Lost(Fraction? Rate);

    /// <summary>Whether the agreed gap of a year is known.</summary>
    internal static bool IsGapKnown(Post post, PortfolioFacts facts, LocalDate asOf, int year) =>
        AgreedOf(post, facts, asOf).CompensatedIn(year).Gap is not null;

    /// <summary>The requests of the gaps that are known, from the as-of year to the second after it.</summary>
    internal static IEnumerable<NaiveRequest> Of(PortfolioFacts facts, LocalDate asOf)
    {
        foreach (Post post in facts.Posts)
        {
            var requests = new NaiveRequests(AgreedOf(post, facts, asOf));
            for (int year = asOf.Year; year <= asOf.Year + 2; year++)
                foreach (NaiveRequest request in requests.Of(post, facts, asOf, year))
                    yield return request;
        }
    }

    private static Walk AgreedOf(Post post, PortfolioFacts facts, LocalDate asOf) =>
        Walk.Of(post, facts, FundingView.Agreed, asOf, new(asOf.Year + 2, 12, 31));

    private IEnumerable<NaiveRequest> Of(Post post, PortfolioFacts facts, LocalDate asOf, int year)
    {
        if (walk.CompensatedIn(year).Gap?.Round() is not ({ } gap and > 0))
            yield break;

        // Hole by hole: in proportion to what each has lost, and at most that.
        var parts = payers.ToDictionary(payer => payer, _ => Fraction.Zero);
        Fraction all = 0;
        var unknown = new HashSet<Payer>();
        for (LocalDate day = new(year, 1, 1); day.Year == year; day = day.PlusDays(1))
        {
            Situation money = walk.On(day);
            if (!money.Active || Thirtieths.Of(day) == 0 || money.Gap is not { } hole || hole.IsZero)
                continue;
            Fraction weight = new(Thirtieths.Of(day), Thirtieths.Year), sum = 0;
            List<(Payer Payer, Lost Lost)> losers = LostOn(day);
            all += hole * weight;
            if (losers.Exists(loser => loser.Lost.Rate is null))
            {
                unknown.UnionWith(losers.Select(loser => loser.Payer));
                continue;
            }
            foreach ((_, Lost each) in losers)
                sum += each.Rate!.Value;
            foreach ((Payer payer, Lost each) in losers)
                parts[payer] += each.Rate!.Value * (sum > hole ? hole / sum : 1) * weight;
        }
        if (unknown.Count > 0)
        {
            foreach (Payer payer in payers.Where(payer => unknown.Contains(payer) || parts[payer] > 0))
                yield return new(post.Id, year, payer.Funder, payer.Line, null);
            yield break;
        }

        // The parts are scaled to what compensation leaves of the holes; the last is that of nobody.
        Fraction asked = 0;
        foreach (Fraction part in parts.Values)
            asked += part;
        long[] cents = Cents.Split(gap, [.. payers.Select(payer => parts[payer]), all - asked]);
        TakeOff(cents, RequestedFor(post, facts, asOf, year));
        for (int i = 0; i < cents.Length; i++)
            if (cents[i] > 0)
                yield return i < payers.Length
                    ? new(post.Id, year, payers[i].Funder, payers[i].Line, cents[i])
                    : new(post.Id, year, null, null, cents[i]);
    }

    /// <summary>
    /// First off the part of the funder asked, its own line first; then off that of nobody; then off the others in proportion.
    /// </summary>
    private void TakeOff(long[] cents, List<(Payer Payer, long Cents)> requested)
    {
        long left = 0;
        foreach ((Payer payer, long asked) in requested)
        {
            long rest = asked;
            for (int i = 0; i < payers.Length; i++)
                if (payers[i] == payer)
                    rest -= Take(i, rest);
            for (int i = 0; i < payers.Length; i++)
                if (payers[i].Funder == payer.Funder)
                    rest -= Take(i, rest);
            left += rest;
        }
        left -= Take(cents.Length - 1, left);
        long all = cents.Sum();
        if (left == 0 || all == 0)
            return;
        long[] off = Cents.Split(Math.Min(left, all), [.. cents.Select(part => (Fraction)part)]);
        for (int i = 0; i < cents.Length; i++)
            cents[i] -= off[i];

        long Take(int i, long most)
        {
            long taken = Math.Min(cents[i], most);
            cents[i] -= taken;
            return taken;
        }
    }

    /// <summary>What is requested and known: what each request would pay if all of them were announced.</summary>
    private static List<(Payer Payer, long Cents)> RequestedFor(Post post, PortfolioFacts facts, LocalDate asOf, int year)
    {
        PortfolioFacts supposed = facts with
        {
            Commitments = [.. facts.Commitments
                .Select(c => c.Status == CommitmentStatus.Requested ? c with { Status = CommitmentStatus.Announced } : c)],
        };
        HashSet<string> requests = [.. facts.Commitments.Where(c => c.Status == CommitmentStatus.Requested).Select(c => c.Id)];
        var announced = Walk.Of(post, supposed, FundingView.Announced, asOf, new(asOf.Year + 2, 12, 31));
        return
        [
            .. announced.Promises.Zip(NaiveYears.Cells(announced, year))
                .Where(cell => requests.Contains(cell.First.Commitment.Id) && cell.Second is not null)
                .Select(cell => (Payer.Of(cell.First.Commitment), cell.Second!.Value)),
        ];
    }

    /// <summary>What each lost: what it paid on the last day before on which it paid more, less what it pays.</summary>
    private List<(Payer Payer, Lost Lost)> LostOn(LocalDate day)
    {
        // Days that are alike follow each other: none of them paid more than the others.
        int run = runs.FindLastIndex(start => start.From <= day);
        if (lost.TryGetValue(run, out List<(Payer, Lost)>? known))
            return known;
        known = [];
        foreach (Payer payer in payers)
        {
            Paid now = PaidOn(payer, runs[run].Money);
            for (int before = run - 1; before >= 0; before--)
            {
                Paid was = PaidOn(payer, runs[before].Money);
                if (!was.MayBeMoreThan(now))
                    continue;
                known.Add((payer, new(was.Low == was.High ? was.Low - now.Low : null)));
                break;
            }
        }
        return lost[run] = known;
    }

    /// <summary>What a payer pays on a day.</summary>
    /// <param name="Low">Cents a year, at least.</param>
    /// <param name="High">The same at most; null without bound.</param>
    /// <param name="Part">At most what part of the cost; null where not known.</param>
    /// <param name="SumsAlone">Whether it pays nothing else.</param>
    private readonly record struct Paid(Fraction Low, Fraction? High, Fraction? Part, bool SumsAlone)
    {
        /// <summary>
        /// More money, and but for sums a larger part of the cost: a half that goes on, of a post that costs less, has lost nothing.
        /// </summary>
        internal bool MayBeMoreThan(Paid now) => !(High <= now.Low) && (SumsAlone || !(Part <= now.Part));
    }

    // Money that is only possible is no money that was paid.
    private static Paid PaidOn(Payer payer, Situation day)
    {
        Fraction low = 0;
        Fraction? high = Fraction.Zero, part = Fraction.Zero;
        bool sumsAlone = true;
        foreach (Contribution money in day.Contributions.Where(money => money.Sure && Payer.Of(money.Promise.Commitment) == payer))
        {
            // A remainder beside money that is not known pays most at the low end of the others.
            Fraction least = money.High < money.Low ? money.High!.Value : money.Low;
            Fraction? most = money.High < money.Low ? money.Low : money.High;
            part += day.Cost is not { } cost ? most : cost.IsZero ? null : most / cost;
            sumsAlone &= money.Kind is MoneyKind.Sum or MoneyKind.Unknown || most is { IsZero: true };
            if (money.Kind == MoneyKind.Sum)
                (low, high) = (low + money.Value, high + money.Value);
            else if (day.Cost is not null)
                (low, high) = (low + least, high + most);
            else if (most is not { IsZero: true })
                high = null;
        }
        return new(low, high, part, sumsAlone);
    }
}
