using FundingReports.Portfolios;
using FundingReports.Reports.Schedules;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Reports.Tests.Schedules;

/// <summary>
/// The periods of a post's schedule, from which the workbook works out its money: on each day what the naive walk finds on it, and the
/// sums of all other days.
/// </summary>
public class SchedulePeriodsTests
{
    private const int Each = 10;

    private static readonly Lazy<NaiveSchedule[]>[] answers = [.. KeptQuestions.All.Select(question => new Lazy<NaiveSchedule[]>(() =>
        [.. question.Facts.Posts.Select(post => new NaiveSchedule(post, question.Facts, question.AsOf, question.Through))]))];

    public static TheoryData<int> Parts => KeptQuestions.Parts(Each);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Periods_OfAKeptQuestion_AreThoseOfTheNaiveWalk(int part)
    {
        foreach (int i in KeptQuestions.Of(part, Each))
        {
            (PortfolioFacts facts, LocalDate asOf, LocalDate through) = KeptQuestions.All[i];
            FundingAnalysis analysis = Portfolio.Create(facts).Analyze(asOf, through);
            for (int p = 0; p < facts.Posts.Length; p++)
            {
                var periods = Agreed(analysis, p, through.Year);
                AssertInOrder(periods, asOf, through, analysis.Posts[p].FirstDay);
                Assert.Equal(answers[i].Value[p].Days, Days(periods));
                Assert.Equal(answers[i].Value[p].Sums,
                    Sums(periods.Where(period => !answers[i].Value[p]
                            .Endless.Exists(sum => period.Bucket == Bucket.Outside && period.From > sum.Last
                                    && sum.Commitment == period.Lines[0].Commitment))));
            }
        }
    }

    /// <summary>
    /// Cut on the first day of each year shown, on the as-of date, and where an agreed promise begins or ends: no row of the workbook
    /// without need.
    /// </summary>
    [Fact]
    public void Periods_AreCutByWhatIsAgreedAlone()
    {
        Commitment agreed = Pays("C1", new Amount.ShareOfCost(Share.Of(1, 2))) with { Until = Term.On(new LocalDate(2023, 6, 30)) };
        string[] expected = ["Year 2022-01-01", "Year 2022-02-08", "Year 2023-01-01", "Year 2023-07-01", "After 2024-01-01"];
        Assert.Equal(expected, Starts(agreed));
        Assert.Equal(expected,
            Starts(agreed,
                Pays("C2", new Amount.Annual(Euros.Of(1_000)))
                    with { From = new LocalDate(2022, 4, 1), Status = CommitmentStatus.Announced }));
        // A commitment that is withdrawn before it begins never existed.
        Assert.Equal(expected,
            Starts(agreed,
                Pays("C2", new Amount.Annual(Euros.Of(1_000)))
                    with { From = new LocalDate(2022, 4, 1),
                        Withdrawn = new(new LocalDate(2022, 3, 1), new LocalDate(2022, 1, 1), "S") }));
    }

    /// <summary>Each row of the workbook takes from what those above it leave.</summary>
    [Fact]
    public void Lines_StandInTheOrderInWhichTheyTake() => Assert.Equal(
        [(1, PaymentRule.ShareOfCost), (2, PaymentRule.ShareOfRemainder), (0, PaymentRule.Balance)],
        Periods(null, Pays("C1", Amount.TheBalance), Pays("C2", new Amount.ShareOfCost(Share.Of(1, 2))),
            Pays("C3", new Amount.ShareOfRemainder(Share.Of(1, 2))))[0].Lines.Select(line => (line.Commitment, line.Rule)));

    /// <summary>
    /// Of a promise whose term nobody knows, what comes after the as-of year is possible, also after the end of the post.
    /// </summary>
    [Fact]
    public void UnusedSum_OfUnknownTerm_IsSureToTheEndOfTheYearOnly() => Assert.Equal(
        [(new LocalDate(2022, 7, 1), new LocalDate(2022, 12, 31), true), (new(2023, 1, 1), new(2023, 12, 31), false)],
        Periods(new LocalDate(2022, 6, 30),
            Pays("C1", new Amount.Annual(Euros.Of(12_000)))
                with { Until = Term.Unknown, Withdrawn = new(new LocalDate(2024, 1, 1), new LocalDate(2022, 1, 1), "S") })
            .Where(period => period.Bucket == Bucket.Outside).Select(period => (period.From, period.Until!.Value, period.Lines[0].Sure)));

    private static IEnumerable<string> Starts(params Commitment[] commitments) =>
        Periods(null, commitments).Select(period => $"{period.Bucket} {Show.Iso(period.From)}");

    private static IReadOnlyList<SchedulePeriod> Agreed(FundingAnalysis analysis, int post, int lastYear)
    {
        Post own = analysis.Portfolio.Posts[post];
        return SchedulePeriods.Of(own, analysis.Posts[post].Ledger(FundingView.Agreed), analysis.AsOf,
            LocalDateRange.Years(analysis.AsOf.Year, lastYear), new AgreementReading(analysis.Portfolio, analysis.AsOf).Of(own));
    }

    private static IReadOnlyList<SchedulePeriod> Periods(LocalDate? until, params Commitment[] commitments) =>
        Agreed(Portfolio.Create(new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State)],
        Posts = [
            new("P", "Poste") { From = new LocalDate(2022, 1, 1), Until = until is { } last ? (PartialDate)last : null, Fte = 1,
                Costs = [new(new LocalDate(2022, 1, 1), Euros.Of(50_000)) { Source = "S" }], Source = "S" }],
        Commitments = [.. commitments],
    }).Analyze(new LocalDate(2022, 2, 8), new LocalDate(2023, 12, 31)), 0, 2023);

    private static Commitment Pays(string id, Amount amount) =>
        new(id, "A", ["P"], new LocalDate(2022, 1, 1), amount) { Until = Term.Open, Status = CommitmentStatus.Signed, Instalments = [],
            Source = "S" };

    /// <summary>
    /// First what lies before the years shown, then day after day, then what lies outside the post's days; no period of a year is of two,
    /// or of before and after the as-of date.
    /// </summary>
    private static void AssertInOrder(IReadOnlyList<SchedulePeriod> periods, LocalDate asOf, LocalDate through, LocalDate firstDay)
    {
        Assert.Equal(periods.Select(period => period.Bucket).Order(), periods.Select(period => period.Bucket));
        foreach (var period in periods)
        {
            Assert.Equal(period.Until is { } last ? FundingReports.Tests.Naive.Thirtieths.Between(period.From, last) : null,
                period.Thirtieths);
            bool onDays = period.Bucket is Bucket.Year or Bucket.After;
            Assert.True(onDays || period is { Cost: null, Thirtieths: > 0, Lines: [{ Rule: PaymentRule.Sum }] }, period.ToString());
            Assert.Equal(period.Bucket == Bucket.Year, onDays && period.From.Year <= through.Year);
            Assert.True(period.Bucket != Bucket.Year || period.From.Year >= asOf.Year && period.From.Year == period.Until?.Year,
                period.ToString());
            Assert.False(onDays && period.From < firstDay && !(period.Until < firstDay), period.ToString());
        }
    }

    /// <summary>Day after day, what the post costs and what is promised for it; like days together.</summary>
    private static List<string> Days(IReadOnlyList<SchedulePeriod> periods)
    {
        var days = new LikeDays();
        foreach (var period in periods.Where(period => period.Bucket is Bucket.Year or Bucket.After))
            days.Add(period.From, period.Until,
                $"{period.Cost}: "
            + $"{string.Join(", ", period.Lines.Select(line => $"{line.Commitment} {line.Rule} {Value(line)} {Cap(line)} {line.Sure}"))}");
        return days.ToList();
    }

    private static string Value(ScheduleLine line) => line.Rule == PaymentRule.Unknown ? "" : Rate(line).ToString();

    // A sum is compared with its cap applied.
    private static string Cap(ScheduleLine line) => line.Rule == PaymentRule.Sum ? "" : $"{line.Cap?.Cents}";

    private static Fraction Rate(ScheduleLine line)
    {
        var rate = new Fraction(line.Rate.Numerator, line.Rate.Denominator);
        return line is { Rule: PaymentRule.Sum, Cap: { } cap } ? Fraction.Min(rate, cap.Cents) : rate;
    }

    /// <summary>The exact money of sums before the years shown, and on days when the post does not exist.</summary>
    private static List<string> Sums(IEnumerable<SchedulePeriod> periods) =>
    [
        .. from period in periods
           where period.Bucket is Bucket.Before or Bucket.Outside
           let line = period.Lines.Single()
           let money = Rate(line) * period.Thirtieths!.Value / FundingReports.Tests.Naive.Thirtieths.Year
           where !money.IsZero
           group money by (line.Commitment, Bucket: period.Bucket == Bucket.Before ? "before" : "outside", line.Sure) into sum
           orderby sum.Key.Commitment, sum.Key.Bucket, sum.Key.Sure
           select $"{sum.Key}: {sum.Aggregate(Fraction.Zero, (total, money) => total + money)}",
    ];
}
