using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Tests.Json;
using FundingReports.Validation;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.Validation;

/// <summary>
/// Facts that contradict one another, a kind each (model.md, 8): none passes in silence, and what is right says nothing.
/// </summary>
public class ContradictionTests
{
    private static readonly PortfolioFacts clean = Portfolio.Parse(Documents.Clean).Facts;
    private static readonly Commitment e1 = clean.Commitments[0], d1 = clean.Commitments[1];
    private static readonly Post l1 = clean.Posts[0];
    private static readonly Instalment year = new(PartialDate.Of(2022), PartialDate.Of(2022)) { DecidedOn = Iso("2022-01-10") };
    private static readonly Cost cost = l1.Costs[0];

    [Theory]
    [InlineData("2022-01-09", true)]
    [InlineData("2022-01", false)]
    [InlineData("2022-01-10", false)]
    [InlineData("2021", true)]
    public void Paid_BeforeItWasDecided_IsSaid(string paidOn, bool said) =>
        Same(said ? "paid-before-decided@commitments[1].instalments[0].paidOn" : "",
            Of(d1 with { Instalments = [year with { PaidOn = Date(paidOn), Paid = Euros.Of(1) }] }));

    [Fact]
    public void Paid_OfATrancheWithoutDecision_IsHeldToThatOfTheConvention() =>
        Same("paid-before-decided@commitments[1].instalments[0].paidOn",
        Of(d1 with { Instalments = [year with { DecidedOn = null, PaidOn = Iso("2020-07-23") }] }));

    [Theory]
    // A tranche with an amount, to the cent; without, the yearly sum of 25 000.
    [InlineData(20_000, "20000.00", false)]
    [InlineData(20_000, "20000.02", true)]
    [InlineData(null, "25000.00", false)]
    [InlineData(null, "25000.02", true)]
    public void Paid_MoreThanPromised_IsSaid(int? amount, string paid, bool said)
    {
        Instalment tranche = year with { Amount = amount is { } sum ? Euros.Of(sum) : null, Paid = Euros.Of(decimal.Parse(paid, null)) };
        Same(said ? "paid-above-promised@commitments[1].instalments[0].paid" : "", Of(d1 with { Instalments = [tranche] }));
    }

    /// <summary>Of no money, whatever is paid is too much; of a negative sum, which is said by itself, nothing more is said.</summary>
    [Theory]
    [InlineData("0.00", "paid-above-promised@commitments[1].instalments[0].paid")]
    [InlineData("-5.00", "negative-money@commitments[1].amount.annual")]
    public void Paid_OfASumOfNothing_IsTooMuch(string annual, string expected) =>
        Same(expected, Of(d1 with
        {
            Amount = new Amount.Annual(Euros.Parse(annual)), Cap = null, Instalments = [year with { Paid = Euros.Of(1) }],
        }));

    [Fact]
    public void Paid_OfAShare_CannotBeSaidToBeTooMuch() =>
        Same("", Of(e1 with { Cap = null, Instalments = [year with { Paid = Euros.Of(90_000) }] }, 0));

    [Theory]
    [InlineData("2020-07-23", "instalment-before-commitment@commitments[1].instalments[0].decidedOn")]
    [InlineData("2020-07", "")]
    [InlineData("2020-07-24", "")]
    [InlineData("2023-07-24", "decided-after-term@commitments[1].instalments[0].decidedOn")]
    [InlineData("2023-07", "")]
    public void Tranche_IsDecidedAfterItsConventionAndBeforeItsTerm(string decided, string expected) =>
        Same(expected, Of(d1 with { Instalments = [year with { DecidedOn = Date(decided) }] }));

    [Theory]
    [InlineData("2023-07-23", false)]
    [InlineData("2023-07-24", true)]
    public void Commitment_DecidedAfterItsTerm_IsSaid(string decided, bool said) =>
        Same(said ? "decided-after-term@commitments[1].decidedOn" : "", Of(d1 with { DecidedOn = Date(decided) }));

    [Theory]
    // 18 000 of 30 000 stays; 60 000 does not (cases/semantics, a4).
    [InlineData("18000", "12000", "")]
    [InlineData("18000", "12000.01", "instalments-above-total@commitments[0].instalments")]
    [InlineData("60000", null, "instalments-above-total@commitments[0].instalments")]
    public void Tranches_AboveTheirTotal_AreAnError(string first, string? second, string expected)
    {
        Instalment[] tranches = [year with { Amount = Sum(first) },
            new(PartialDate.Of(2023, 1), PartialDate.Of(2023, 2)) { Amount = second is null ? null : Sum(second) }];
        Same(expected, Of(e1 with { Cap = null, Amount = new Amount.Total(Euros.Of(30_000)), Instalments = [.. tranches] }, 0));
        Assert.Equal(expected.Length > 0,
            Problems(Only(e1 with { Cap = null, Amount = new Amount.Total(Euros.Of(30_000)), Instalments = [.. tranches] }, 0))
                .Any(p => p.Severity is Severity.Error));
    }

    [Theory]
    // 25 000 a year; of a half, half.
    [InlineData("25000", "06-30", null, "instalments-above-terms@commitments[1].instalments[0].amount")]
    [InlineData("12500", "06-30", null, "")]
    [InlineData("10000", "06-30", "15000", "")]
    [InlineData("10000", "06-30", "15000.03", "instalments-above-terms@commitments[1].instalments[1].amount")]
    [InlineData("25000", "12-31", null, "")]
    public void Tranches_AboveAYearlySum_AreSaid(string first, string until, string? second, string expected)
    {
        List<Instalment> tranches = [new(Iso("2022-01-01"), Iso($"2022-{until}")) { Amount = Sum(first) }];
        if (second is not null)
            tranches.Add(new(Iso("2022-07-01"), Iso("2022-12-31")) { Amount = Sum(second) });
        Same(expected, Of(d1 with { Instalments = [.. tranches] }));
    }

    [Fact]
    public void Tranches_AboveACeiling_OrAboveTheStepOfTheirDays_AreSaid()
    {
        Same("instalments-above-terms@commitments[0].instalments[0].amount",
            Of(e1 with { Cap = Euros.Of(10_000), Instalments = [year with { Amount = Euros.Of(10_001) }] }, 0));
        Commitment steps = d1 with { From = Iso("2021-01-01"), Amount = new Amount.YearlyAmounts([Euros.Of(20_000), Euros.Of(10_000)]) };
        Same("instalments-above-terms@commitments[1].instalments[0].amount",
            Of(steps with { Instalments = [year with { Amount = Euros.Of(20_000) }] }));
        Same("", Of(steps with { Instalments = [year with { Amount = Euros.Of(10_000) }] }));
    }

    [Fact]
    public void SamePromiseTwice_WithoutReference_IsSaid()
    {
        Same("same-promise@commitments[2]", Codes(clean with { Commitments = [e1, d1, d1 with { Id = "D2" }] }));
        Same("", Codes(clean with { Commitments = [e1, d1, d1 with { Id = "D2", Until = Iso("2023-07-22") }] }));
        Same("", Codes(clean with { Commitments = [e1, d1, d1 with { Id = "D2", Amount = new Amount.Annual(Euros.Of(25_001)) }] }));
        Same("", Codes(clean with { Commitments = [e1, d1, d1 with { Id = "D2", Status = CommitmentStatus.Refused }] }));
    }

    [Fact]
    public void SamePromise_UnderTwoReferences_OrTwoLines_IsTwo()
    {
        Commitment one = d1 with { References = d1.References.Add("EJ", "1") };
        Same("", Codes(clean with { Commitments = [e1, one, one with { Id = "D2", References = d1.References.Add("EJ", "2") }] }));
        Same("same-promise@commitments[2]", Codes(clean with { Commitments = [e1, one, d1 with { Id = "D2" }] }));
        // Under one reference it is said as such, and once.
        Same("same-reference@commitments[2].references.EJ", Codes(clean with { Commitments = [e1, one, one with { Id = "D2" }] }));
        Same("", Codes(clean with { Commitments = [e1, d1 with { Line = "FIPD" }, d1 with { Id = "D2", Line = "FONJEP" }] }));
    }

    [Fact]
    public void SamePromise_OfTheCase_IsFoundThoughOtherwiseNothingIsWrong()
    {
        var problems = Portfolio.Load(Repository.PathOf("tests", "corpus", "semantics", "a11-duplicate.json")).Findings;
        Assert.Equal("same-promise@commitments[1]", Documents.Codes(problems));
        Assert.Equal(["A", "A-bis", "commitments[0]"], problems[0].Arguments.AsEnumerable());
    }

    /// <summary>A convention that several funders sign has one number, and nothing is wrong with that.</summary>
    [Fact]
    public void SameReference_OfTwoFunders_IsNotSaid() =>
        Same("", Codes(clean
                with { Commitments = [e1 with { References = e1.References.Add("convention", "1") },
                    d1 with { References = d1.References.Add("convention", "1") }] }));

    [Theory]
    [InlineData("balance", "no-ceiling@commitments[0].cap")]
    [InlineData("share", "")]
    [InlineData("share, rising", "no-ceiling@commitments[0].cap")]
    [InlineData("remainder, rising", "no-ceiling@commitments[0].cap")]
    [InlineData("share, falling", "")]
    [InlineData("share, risen before", "")]
    [InlineData("share, rising after", "")]
    [InlineData("sum, rising", "")]
    public void NoCeiling_IsSaidOnlyOfWhatMayGrow(string what, string expected)
    {
        Amount amount = what[..3] switch { "bal" => Amount.TheBalance, "rem" => new Amount.ShareOfRemainder(Share.Of(1, 2)),
            "sum" => new Amount.Annual(Euros.Of(1)), _ => new Amount.ShareOfCost(Share.Of(1, 2)) };
        string on = what.EndsWith("before", StringComparison.Ordinal) ? "2020-07-24" : what.EndsWith("after", StringComparison.Ordinal)
            ? "2023-07-24" : "2022-01-01";
        Cost then = new(Iso(on), Euros.Of(what.Contains("ris", StringComparison.Ordinal) ? 60_000 : 40_000));
        Post post = what.Contains(',', StringComparison.Ordinal)
            ? l1 with { From = Iso("2019-01-01"), Costs = [cost with { From = Iso("2019-01-01") }, then] } : l1;
        Same(expected, Codes(clean with { Posts = [post], Commitments = [e1 with { Cap = null, Amount = amount }, d1] }));
    }

    [Fact]
    public void Amendment_OfARefusedAct_IsAnError() =>
        Same("amends-refused@commitments[1].amends",
            Codes(clean with { Commitments = [d1 with { Status = CommitmentStatus.Refused }, d1 with { Id = "D2", Amends = "D1" }, e1] }));

    [Fact]
    public void Amendment_ByAnotherFunder_OnOtherPosts_AfterTheTerm_IsSaid()
    {
        Commitment amendment = d1 with { Id = "D2", Amends = "D1", From = Iso("2021-01-01") };
        PortfolioFacts With(Commitment amending) =>
            clean with { Posts = [l1, l1 with { Id = "L2", Label = "Poste 2" }],
                Commitments = [e1 with { Posts = ["L1", "L2"] }, d1, amending] };
        Same("", Codes(With(amendment)));
        Same("amends-other-funder@commitments[2].funder", Codes(With(amendment with { Funder = "ETAT" })));
        Same("amends-other-posts@commitments[2].posts unknown-fte", Codes(With(amendment with { Posts = ["L1", "L2"] })) + " unknown-fte");
        Same("", Codes(With(amendment with { From = Iso("2023-07-23"), Until = Iso("2024-07-23") })));
        // From the day after, it extends: that is what most amendments do. A day later, one day is paid by nobody.
        Same("", Codes(With(amendment with { From = Iso("2023-07-24"), Until = Iso("2024-07-23") })));
        Same("amendment-after-term@commitments[2].from",
            Codes(With(amendment with { From = Iso("2023-07-25"), Until = Iso("2024-07-23") })));
    }

    /// <summary>An amendment that gives no term keeps that of what it amends, also for its total and its tranches.</summary>
    [Fact]
    public void Amendment_WithoutTerm_IsHeldToTheOneThatItInherits()
    {
        Commitment amendment = d1
            with { Id = "D2", Amends = "D1", From = Iso("2021-01-01"), Until = Term.Unknown, Amount = new Amount.Total(Euros.Of(50_000)) };
        Commitment further = amendment with { Id = "D3", Amends = "D2", From = Iso("2022-01-01") };
        Same("", Codes(clean with { Commitments = [e1, d1, amendment, further] }));
        Same("total-without-until@commitments[2].until total-without-until@commitments[3].until",
            Codes(clean with { Commitments = [e1, d1 with { Until = Term.Unknown }, amendment, further] }));
        Same("instalment-outside-term@commitments[2].instalments[0].until",
            Codes(clean with { Commitments = [e1, d1, amendment with { Instalments = [new(Iso("2023-01-01"), Iso("2023-07-24"))] }] }));
        // After that term it pays nothing; a total cannot even be spread.
        Same("amendment-after-term@commitments[2].from",
            Codes(clean with { Commitments = [e1, d1, amendment with { From = Iso("2023-07-24"), Amount = Amount.NotPublished }] }));
        Same("until-before-from@commitments[2].from",
            Codes(clean with { Commitments = [e1, d1, amendment with { From = Iso("2023-07-24") }] }));
    }

    [Theory]
    [InlineData("2021-02-01", "2021-02-01", true)]
    [InlineData(null, null, true)]
    // Known to the month, it counts from its last day.
    [InlineData("2021-02", "2021-02-28", true)]
    [InlineData("2021-02-01", "2021-02-02", false)]
    [InlineData("2021-02-01", null, false)]
    public void TwoAmendments_ThatNothingOrders_AreSaid(string? one, string? other, bool said)
    {
        Commitment amendment = d1 with { Id = "D2", Amends = "D1", From = Iso("2021-03-01"), DecidedOn = Date(one) };
        Commitment second = amendment with { Id = "D3", DecidedOn = Date(other), Amount = new Amount.Annual(Euros.Of(1)) };
        PortfolioFacts facts = clean with { Commitments = [e1, d1, amendment, second] };
        Same(said ? "amendments-unordered@commitments[3].decidedOn" : "", Codes(facts));
        Same("", Codes(facts with { Commitments = [e1, d1, amendment, second with { From = Iso("2021-03-02") }] }));
        Same("", Codes(facts with { Commitments = [e1, d1, amendment, second with { Amends = "D2", From = Iso("2021-03-01") }] }));
        Same("", Codes(facts with { Commitments = [e1, d1, amendment, second with { Status = CommitmentStatus.Requested }] }));
    }

    [Fact]
    public void Attested_OutsideTheLifeOfThePost_IsSaid()
    {
        Same("", Codes(clean with { Posts = [l1 with { AttestedOn = Iso("2021-01-01") }] }));
        Same("attested-outside-life@posts[0].attestedOn", Codes(clean with { Posts = [l1 with { AttestedOn = Iso("2020-07-23") }] }));
        Same("attested-outside-life@posts[0].attestedOn",
            Codes(clean with { Posts = [l1 with { AttestedOn = PartialDate.Of(2024), Until = Iso("2023-12-31") }] }));
        Same("", Codes(clean with { Posts = [l1 with { AttestedOn = PartialDate.Of(2020) }] }));
    }

    [Theory]
    [InlineData("2020-07-24 , 2020-07-24 ", "costs-from-one-day@posts[0].costs[1].from")]
    [InlineData("2020-07-24 2020-01-01, 2020-07-24 2020-01-01", "costs-from-one-day@posts[0].costs[1].from")]
    [InlineData("2020-07-24 2020-01-01, 2020-07-24 2021-01-01", "")]
    [InlineData("2020-07-24 , 2020-07-24 2021-01-01", "")]
    // The budget of 2022, voted in 2021, does not know the rise of 2021 that was decided in 2022.
    [InlineData("2020-07-24 2022-03-01, 2022-01-01 2021-12-01", "cost-decided-earlier@posts[0].costs[1].decidedOn")]
    [InlineData("2020-07-24 2022-03-01, 2022-01-01 2022", "")]
    [InlineData("2020-07-24 2022-03-01, 2022-01-01 ", "")]
    [InlineData("2022-01-01 2021-12-01, 2020-07-24 2022-03-01", "cost-decided-earlier@posts[0].costs[0].decidedOn")]
    public void Costs_ThatNothingOrders_OrThatKnowLess_AreSaid(string costs, string expected) => Same(expected, Codes(clean with
    {
        Posts = [
            l1 with {
                Costs = [.. costs.Split(", ")
                        .Select((text, i) =>
                                new Cost(Iso(text[..10]), Euros.Of(50_000 - i)) { DecidedOn = text.Length > 11 ? Date(text[11..])
                                        : null })] }],
    }));

    [Theory]
    [InlineData("2021-01-01 2021-12-31, 2022-01-01 2022-06-30", "")]
    [InlineData("2021-01-01 2022-01-01, 2022-01-01 2022-06-30", "occupancy-overlap@posts[0].occupancy[1]")]
    [InlineData("2021-01-01 -, 2022-01-01 2022-06-30", "occupancy-overlap@posts[0].occupancy[1]")]
    [InlineData("2022-01-01 2022-06-30, - 2022-01-01", "occupancy-overlap@posts[0].occupancy[0]")]
    [InlineData("2021-01-01 2023-01-01, 2021-02-01 2021-03-01, 2022-01-01 2022-02-01",
        "occupancy-overlap@posts[0].occupancy[1] occupancy-overlap@posts[0].occupancy[2]")]
    public void Occupancies_ThatOverlap_AreSaid(string states, string expected) => Same(expected, Codes(clean with
    {
        Posts = [
            l1 with {
                Occupancy = [.. states.Split(", ").Select(text => text.Split(' '))
                        .Select(days => new Occupancy(Date(days[0]), Date(days[1]), OccupancyState.Vacant))] }],
    }));

    [Fact]
    public void OneSiret_OfTwoNames_IsSaid_OnceAName()
    {
        const string siret = "35600000000048";
        Same("shared-siret@funders[1].siret",
            Codes(clean with { Funders = [clean.Funders[0] with { Siret = siret }, clean.Funders[1] with { Siret = siret }] }));
        Post Of(int i, string employer) =>
            l1 with { Id = $"L{i}", Label = $"Poste {i}", Employers = [new(null, employer) { Siret = siret }] };
        Commitment[] paid = [e1 with { Posts = ["L1", "L2", "L3", "L4"], Amount = Amount.NotPublished }];
        Same("", Codes(clean with { Posts = [Of(1, "AAVM"), Of(2, "A.A.V.M."), Of(3, "aavm "), Of(4, "AAVM")], Commitments = [.. paid] }));
        Same("shared-siret@posts[1].employers[0].siret",
            Codes(clean with { Posts = [Of(1, "AAVM"), Of(2, "CCAS de Dax"), Of(3, "CCAS de Dax"), Of(4, "AAVM")],
                Commitments = [.. paid] }));
    }

    [Fact]
    public void Siret_OfZeros_IsNobodys()
    {
        Same("siret-of-zeros@funders[0].siret",
            Codes(clean with { Funders = [clean.Funders[0] with { Siret = "00000000000000" }, clean.Funders[1]] }));
        Same("siret-of-zeros@funders[0].siret siret-of-zeros@funders[1].siret",
            Codes(clean with { Funders = [.. clean.Funders.Select(funder => funder with { Siret = "00000000000000" })] }));
    }

    [Theory]
    [InlineData(2022, "")]
    [InlineData(2024, "")]
    [InlineData(2021, "campaign-far-from-year@campaigns[0].closes")]
    [InlineData(2025, "campaign-far-from-year@campaigns[0].closes")]
    public void Campaign_OfAnotherTime_IsSaid(int of, string expected) =>
        Same(expected, Codes(clean with { Campaigns = [clean.Campaigns[0] with { Year = of }] }));

    [Fact]
    public void Assumption_WithoutAuthor_IsSaid()
    {
        Same("assumption-without-author@sources[1].author",
            Codes(clean with {
                Sources = [clean.Sources[0], new("H", SourceKind.Assumption, "Coût") { Reason = "inconnu", Author = " " }] }));
        Same("", Codes(clean with { Sources = [clean.Sources[0], new("H", SourceKind.Assumption, "Coût") { Author = "fonction" }] }));
    }

    /// <summary>Relative to the as-of date, and so a finding of the analysis.</summary>
    [Fact]
    public void Edition_LaterThanTheAsOfDate_IsSaid()
    {
        Portfolio portfolio = Portfolio.Create(clean);
        Assert.DoesNotContain(portfolio.Analyze(new(2022, 2, 8)).Findings, finding => finding.Code is ProblemCode.EditionInFuture);
        Problem finding = Assert.Single(portfolio.Analyze(new(2022, 2, 7)).Findings,
            finding => finding.Code is ProblemCode.EditionInFuture);
        Assert.Equal(("edition.on", "2022-02-08", "2022-02-07"), (finding.Path, finding.Arguments[0], finding.Arguments[1]));
    }

    /// <summary>Also where nothing reads it: the file goes around with it, and the list of problems must not spread it.</summary>
    [Fact]
    public void PersonalData_InAPropertyThatNobodyReads_IsSaid_AndMasked()
    {
        var problems = Documents.Problems(
            Documents.With(("\"label\": \"Poste 1\"", "\"label\": \"Poste 1\", \"contact\": { \"mail\": \"jeanne@exemple.fr\" }")));
        Assert.Equal("unknown-property@posts[0].contact personal-data@posts[0].contact.mail", Documents.Codes(problems));
        Assert.DoesNotContain("jeanne", string.Join(' ', problems.Select(problem => problem.Message(Language.French) + problem.Found)),
            StringComparison.Ordinal);
    }

    /// <summary>A hundred posts with one fault of one kind are one sentence, said of each.</summary>
    [Fact]
    public void OneFault_OfManyPosts_IsOneSentence()
    {
        Post[] posts = [.. Enumerable.Range(1, 100)
                .Select(i => l1 with { Id = $"L{i}", Label = $"Poste {i}", AttestedOn = Iso("2020-01-01") })];
        var problems = Problems(clean with { Posts = [.. posts] });
        Assert.Equal(100, problems.Length);
        Assert.Equal(posts.Select(post => post.Id),
            problems.Select(problem => problem.Message(Language.French).Split('\u00a0', ':')[0]["Poste ".Length..]));
        Assert.Single(problems.Select(problem => problem.Message(Language.French).Split(':', 2)[1]).Distinct());
    }

    private static void Same(string expected, string codes) => Assert.Equal(expected, codes);

    private static string Of(Commitment changed, int at = 1) => Codes(Only(changed, at));

    private static PortfolioFacts Only(Commitment changed, int at) => clean with { Commitments = clean.Commitments.SetItem(at, changed) };

    private static Euros Sum(string euros) => Euros.Of(decimal.Parse(euros, System.Globalization.CultureInfo.InvariantCulture));

    private static LocalDate Iso(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static PartialDate? Date(string? text) => PartialDate.TryParse(text, out PartialDate date) ? date : null;

    private static string Codes(PortfolioFacts facts) => Documents.Codes(Problems(facts));

    private static ImmutableArray<Problem> Problems(PortfolioFacts facts)
    {
        Portfolio.TryCreate(facts, out _, out ImmutableArray<Problem> problems);
        return problems;
    }
}
