using CsCheck;
using FundingReports.Horizons;
using FundingReports.Portfolios;
using FundingReports.Requests;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Requests;

public class RequestTests
{
    [Fact]
    public void Landes_InFebruary2022_AsksForTheYearsThatNoActMakesFirm()
    {
        var analysis = Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json")).Analyze(new LocalDate(2022, 2, 8));
        Assert.Equal(
            ["Instalment E1 2022", "Instalment D1 2022", "Gap ? 2022", "Instalment E1 2023", "Instalment D1 2023", "Gap E1 2023",
                "Gap D1 2023", "Gap ? 2023", "Gap E1 2024", "Gap D1 2024", "Gap ? 2024"],
            analysis.Requests.Select(request => $"{request.Kind} {request.Commitment?.Id ?? "?"} {request.Year}"));
        Assert.All(analysis.Requests, request => Assert.False(request.Amount.IsKnown));
        Assert.Equal((null, null), (analysis.Requests[0].Closes, analysis.Requests[0].LastKnown));
    }

    [Fact]
    public void Campaign_ClosedFortyFourDaysAgo_IsOverdueAndComesFirst()
    {
        var request = Portfolio.Create(Half(new Campaign("ETAT", "FIPD", 2023) { Closes = new LocalDate(2023, 2, 15), Source = "A" }))
            .Analyze(new LocalDate(2023, 3, 31)).Requests[0];
        Assert.True(request.Overdue);
        Assert.Equal("25000.00", request.Amount.ToString());
        Assert.Equal(44, Period.DaysBetween(request.Closes!.Value, new LocalDate(2023, 3, 31)));
    }

    [Theory]
    // The last day of the campaign is included.
    [InlineData(2023, 2, 15, false)]
    [InlineData(2023, 2, 16, true)]
    public void Campaign_OnItsLastDayAndTheDayAfter(int year, int month, int day, bool overdue)
    {
        var analysis = Portfolio.Create(Half(new Campaign("ETAT", "FIPD", 2023) { Closes = new LocalDate(2023, 2, 15), Source = "A" }))
            .Analyze(new LocalDate(year, month, day));
        Assert.Equal(overdue, analysis.Requests.Single(request => request.Funder!.Id == "ETAT" && request.Year == 2023).Overdue);
    }

    [Fact]
    public void Campaign_NotPublished_GivesTheLastKnownAndNoDeadline()
    {
        var request = Portfolio.Create(Half(new Campaign("ETAT", null, 2022) { Closes = new LocalDate(2022, 2, 16), Source = "A" }))
            .Analyze(new LocalDate(2022, 10, 1)).Requests
            .First(request => request.Funder!.Id == "ETAT" && request.Year == 2023);
        Assert.Null(request.Closes);
        Assert.Equal(new LocalDate(2022, 2, 16), request.LastKnown);
        Assert.False(request.Overdue);
    }

    [Fact]
    public void Gap_AfterTwoFunders_IsAskedOfBothInProportion()
    {
        var facts = Half();
        facts = facts with {
            Commitments = [
                .. facts.Commitments.Select(c => c
                        with { Amount = new Amount.OfCost(c.Id == "E1" ? Share.Of(3, 10) : Share.Of(7, 10)) })] };
        var gaps = Portfolio.Create(facts).Analyze(new LocalDate(2022, 2, 8))
            .Requests.Where(request => request.Kind == RequestKind.Gap && request.Year == 2024);
        Assert.Equal([("ETAT", "15000.00"), ("CD40", "35000.00")],
            gaps.Select(request => (request.Funder!.Id, request.Amount.ToString())));
    }

    [Fact]
    public void Papers_OfAnAssociation_AreTheBilanAndTheFinancialReport()
    {
        var facts = Half();
        facts = facts with { Posts = [facts.Posts[0] with { Employers = [new(null, "Association") { Kind = "association" }] }] };
        var requests = Portfolio.Create(facts).Analyze(new LocalDate(2022, 2, 8)).Requests;
        // Six months after the end of 2021. The bilan is due three months before 30 June 2023: not before the request for 2022.
        Assert.Equal<Paper>([new(PaperKind.CompteRenduFinancier, new LocalDate(2022, 6, 30))],
            requests.First(request => request.Year == 2022).Papers);
        Assert.Equal<Paper>(
            [new(PaperKind.Bilan, new LocalDate(2023, 3, 30)), new(PaperKind.CompteRenduFinancier, new LocalDate(2023, 6, 30))],
            requests.First(request => request.Year == 2023).Papers);
    }

    /// <summary>
    /// Papers are due before the request is: the report on 2021 on 15 February 2023 at the latest, that on 2022 not before a deadline in
    /// December 2022.
    /// </summary>
    [Theory]
    [InlineData("2023-02-15", "2023-02-15")]
    [InlineData("2022-12-15", "2022-06-30")]
    public void FinancialReport_IsDueBeforeTheDeadlineOfTheRequest(string closes, string due)
    {
        LocalDate Iso(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
        var facts = Half(new Campaign("ETAT", "FIPD", 2023) { Closes = Iso(closes), Source = "A" });
        facts = facts with { Posts = [facts.Posts[0] with { Employers = [new(null, "Association") { Kind = "association" }] }] };
        var request = Portfolio.Create(facts).Analyze(new LocalDate(2022, 2, 8))
            .Requests.First(request => request is { Year: 2023, Funder.Id: "ETAT" });
        Assert.Equal<Paper>([new(PaperKind.CompteRenduFinancier, Iso(due))], request.Papers);
    }

    /// <summary>
    /// What is asked for a year is what is agreed and not firm, and what is missing and not requested: no cent more, none less.
    /// </summary>
    [Fact]
    public void Requests_OfAnyPortfolio_AddUpToWhatIsNotFirmAndWhatIsMissing() => Generators.Question.Sample(question =>
    {
        var analysis = Portfolio.Create(question.Facts).Analyze(question.AsOf, new LocalDate(question.AsOf.Year + 2, 12, 31));
        for (int i = 0; i < 3; i++)
        {
            var years = analysis.Posts.Select(post => post.Years[i]).ToList();
            // A gap is not split between funders of whom one paid nobody knows how much.
            bool known = !question.Facts.Commitments.Any(c => c.Amount is Amount.Unknown)
                && years.All(year => year.Agreed.Gap.IsKnown && year.Cells.All(cell => cell.Agreed.IsKnown && cell.Firm.IsKnown));
            var asked = analysis.Requests.Where(request => request.Year == question.AsOf.Year + i).ToList();
            // Nor where what each paid on the last funded day cannot be compared, its cost being unknown.
            if (!known || (CostsMayBeUnknown(question.Facts) && asked.Any(request => !request.Amount.IsKnown)))
                continue;
            // A tranche of another amount makes the firm money of a balance larger than the agreed: it asks for nothing.
            long expected = analysis.Posts.Sum(post => Missing(analysis, post, question.AsOf.Year + i))
                + years.Sum(year => year.Cells.Sum(cell => Math.Max(0, cell.Agreed.Value.Cents - cell.Firm.Value.Cents)));
            Assert.All(asked, request => Assert.True(request.Amount.IsKnown));
            // Firm and agreed cells are rounded each from its own beginning: a cent of that is no request.
            Assert.InRange(asked.Sum(request => request.Amount.Value.Cents), expected - years.Sum(year => year.Cells.Length), expected);
        }
    }, iter: Rounds.Of(600), print: FactsText.Of);

    private static long Missing(FundingAnalysis analysis, PostFunding post, int year)
    {
        long gap = post.Years.Single(one => one.Year == year).Agreed.Gap.Value.Cents;
        return Math.Max(0, gap - analysis.RequestedFor(post, year).Sum(sum => sum.Money.TryGet(out var known) ? known.Cents : 0));
    }

    /// <summary>Firm money added never adds to what must be asked.</summary>
    [Fact]
    public void FirmMoney_Added_NeverRaisesWhatIsAsked() => Generators.Question.Sample(question =>
    {
        var post = question.Facts.Posts[0];
        var first = (post.From ?? post.AttestedOn)!.Value.First;
        var last = new LocalDate(question.AsOf.Year + 4, 6, 30);
        if (last <= first)
            return;
        var added = new Commitment("ADDED", "E", [post.Id], first, new Amount.OfCost(Share.Of(1, 3)))
        {
            Until = last, Status = CommitmentStatus.Signed, Source = "A", Instalments = [new(first, last)],
        };
        var before = Portfolio.Create(question.Facts).Analyze(question.AsOf);
        var after = Portfolio.Create(question.Facts with { Commitments = question.Facts.Commitments.Add(added) }).Analyze(question.AsOf);
        for (int year = question.AsOf.Year; year <= question.AsOf.Year + 2; year++)
            if (Asked(before, year) is { } was && Asked(after, year) is { } now)
                Assert.True(now <= was + 2, $"{year}: {was} became {now}");
    }, iter: Rounds.Of(300), print: FactsText.Of);

    /// <summary>A gap lies on days of its own year that are not surely funded: of those before them it is asked.</summary>
    [Fact]
    public void Gap_OfAYear_HasAHoleInThatYear() => Generators.Question.Sample(question =>
    {
        var analysis = Portfolio.Create(question.Facts).Analyze(question.AsOf, question.Through);
        foreach (var post in analysis.Posts)
            foreach (var year in post.Years)
                // Of the as-of year the gap is that of the whole year: its hole may lie before the first day of the answers.
                if (year.Year > question.AsOf.Year && !(year.Agreed.Gap.TryGet(out var gap) && gap == Euros.Zero))
                    Assert.Contains(post.Agreed.Pieces, piece => piece.State != FundingState.Full && WeightIn(piece, year.Year) > 0);
    }, iter: Rounds.Of(600), print: FactsText.Of);

    private static int WeightIn(CoveragePiece piece, int year)
    {
        LocalDate from = LocalDate.Max(piece.From, new(year, 1, 1)),
            until = LocalDate.Min(piece.Until ?? LocalDate.MaxIsoValue, new(year, 12, 31));
        return from > until ? 0 : Thirtieths.Between(from, until);
    }

    private static bool CostsMayBeUnknown(PortfolioFacts facts) => facts.Posts.Any(post =>
        post.Costs.IsEmpty || post.Costs.Any(cost => cost.Annual is null || cost.DecidedOn is not null)
            || post.Costs.Min(cost => cost.From.First) > (post.From ?? post.AttestedOn)!.Value.First);

    private static long? Asked(FundingAnalysis analysis, int year)
    {
        var asked = analysis.Requests.Where(request => request.Year == year).ToList();
        return asked.All(request => request.Amount.IsKnown) ? asked.Sum(request => request.Amount.Value.Cents) : null;
    }

    private static PortfolioFacts Half(params Campaign[] campaigns)
    {
        var from = new LocalDate(2020, 7, 1);
        Commitment Of(string id, string funder) => new(id, funder, ["P"], from, new Amount.OfCost(Share.Of(1, 2)))
        {
            Line = funder == "ETAT" ? "FIPD" : null, Until = new LocalDate(2023, 6, 30), Status = CommitmentStatus.Signed,
            DecidedOn = from, Source = "A",
            Instalments = [new(new LocalDate(2022, 1, 1), new LocalDate(2022, 1, 31))],
        };
        var facts = new PortfolioFacts
        {
            Sources = [new("A", SourceKind.Act, "Convention")],
            Funders = [new("ETAT", "État", FunderKind.State), new("CD40", "Département", FunderKind.CollectiviteDepartementale)],
            Posts = [new("P", "Poste") { From = from, Fte = 1, Costs = [new(from, Euros.Of(50_000)) { Source = "A" }], Source = "A" }],
            Commitments = [Of("E1", "ETAT"), Of("D1", "CD40")],
            Campaigns = [.. campaigns],
        };
        return campaigns is [{ Line: "FIPD" }]
            ? facts with { Commitments = [.. facts.Commitments.Select(c => c with { Until = new LocalDate(2023, 12, 31) })] } : facts;
    }
}
