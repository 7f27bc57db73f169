using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Tests.Json;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Validation;

/// <summary>Section 8 of the model, a line each, on facts built in code; the base has nothing to be said against it.</summary>
public class PortfolioValidatorTests
{
    private static readonly PortfolioFacts clean = Portfolio.Parse(Documents.Clean).Facts;
    private static readonly Commitment e1 = clean.Commitments[0];
    private static readonly Post l1 = clean.Posts[0];

    [Fact]
    public void Create_Clean_HasNoFinding() => Assert.Empty(Portfolio.Create(clean).Findings);

    [Fact]
    public void Create_Empty_IsAPortfolio() => Assert.Empty(Portfolio.Create(new()).Findings);

    [Fact]
    public void Create_ListsNeverSet_CountAsEmpty()
    {
        Portfolio portfolio = Portfolio.Create(
            new() { Posts = [new("P", "Poste") { From = PartialDate.Of(2020), Services = default, Source = null }], Sources = default });
        Assert.Empty(portfolio.Sources);
        Assert.Empty(portfolio.Posts[0].Services);
    }

    [Fact]
    public void Create_NullInside_IsTheCallersBug() =>
        Assert.Throws<ArgumentException>(() => Portfolio.Create(new() { Funders = [null!] }));

    [Fact]
    public void Create_Errors_ThrowsThemAll()
    {
        PortfolioException exception = Assert.Throws<PortfolioException>(() =>
                Portfolio.Create(clean with { Funders = [], Sources = [] }));
        Assert.Equal(
            "unknown-id@posts[0].source unknown-id@commitments[0].funder unknown-id@commitments[0].source "
            + "unknown-id@commitments[1].funder "
            + "unknown-id@commitments[1].source unknown-id@campaigns[0].funder unknown-id@campaigns[0].source",
                Documents.Codes(exception.Problems));
        foreach (Problem problem in exception.Problems)
        {
            Assert.Contains(problem.Message(Language.English), exception.In(Language.English), StringComparison.Ordinal);
            Assert.Contains(problem.Message(Language.French), exception.In(Language.French), StringComparison.Ordinal);
        }
    }

    public static TheoryData<string, string> Commitments => new()
    {
        { "funder", "unknown-id@commitments[0].funder" },
        { "post", "unknown-id@commitments[0].posts[1]" },
        { "twice", "post-listed-twice@commitments[0].posts[1]" },
        { "none", "no-posts@commitments[0].posts" },
        { "backwards", "until-before-from@commitments[0].until decided-after-term@commitments[0].decidedOn" },
        { "total", "total-without-until@commitments[0].until" },
        { "total-open", "total-without-until@commitments[0].until open-term@commitments[0].until" },
        { "31st", "weighs-nothing@commitments[0].until" },
        { "negative", "negative-money@commitments[0].amount.annual" },
        { "billion", "money-too-large@commitments[0].amount.yearlyAmounts[1]" },
        { "no-steps", "no-steps@commitments[0].amount.yearlyShares" },
        { "steps", "too-many-steps@commitments[0].amount.yearlyAmounts" },
        { "amends-unknown", "unknown-id@commitments[0].amends" },
        { "amends-itself", "amendment-circle@commitments[0].amends" },
        { "weights", "weights-mismatch@commitments[0].split" },
        { "weight", "number-out-of-range@commitments[0].split.L1" },
        { "overlap", "instalments-overlap@commitments[0].instalments[0]" },
        { "outside", "instalment-outside-term@commitments[0].instalments[0].from "
            + "instalment-outside-term@commitments[0].instalments[1].until" },
        { "instalment-31st",
            "weighs-nothing@commitments[0].instalments[0].until instalments-above-terms@commitments[0].instalments[0].amount" },
        { "instalment-backwards", "until-before-from@commitments[0].instalments[0].until" },
        { "withdrawn", "withdrawal-incomplete@commitments[0].withdrawn.source" },
        { "withdrawn-source", "unknown-id@commitments[0].withdrawn.source" },
        { "status", "not-one-of@commitments[0].status" },
        { "open", "open-term@commitments[0].until" },
        { "no-cap", "" },
        { "balance", "no-ceiling@commitments[0].cap" },
        { "remainder", "" },
        { "refused", "" },
        { "no-source", "no-source@commitments[0].source" },
        { "sources-only", "no-source@commitments[0].source" },
        { "source-name", "unknown-property@commitments[0].sources.form" },
        { "unknown-source", "unknown-id@commitments[0].sources.from" },
        { "before", "money-outside-post@commitments[0].from" },
        { "after-schedule", "" },
        { "email", "personal-data@commitments[0].references.contact" },
        { "default-date", "invalid-date@commitments[0].decidedOn" },
    };

    [Theory, MemberData(nameof(Commitments))]
    public void Create_OneChange_GivesTheseProblems(string what, string expected)
    {
        ImmutableSortedDictionary<string, string> none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        ImmutableSortedDictionary<string, decimal> weights = ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal);
        Instalment year(int from, int until) => new(PartialDate.Of(from), PartialDate.Of(until));
        Commitment changed = what switch
        {
            "funder" => e1 with { Funder = "X" },
            "post" => e1 with { Posts = ["L1", "L9"] },
            "twice" => e1 with { Posts = ["L1", "L1"] },
            "none" => e1 with { Posts = [] },
            "backwards" => e1 with { Until = new LocalDate(2020, 7, 23) },
            "total" => e1 with { Amount = new Amount.Total(Euros.Of(10)), Until = Term.Unknown },
            "total-open" => e1 with { Amount = new Amount.Total(Euros.Of(10)), Until = Term.Open },
            "31st" => e1 with { Amount = new Amount.Total(Euros.Of(10)), From = new LocalDate(2021, 1, 31),
                Until = new LocalDate(2021, 1, 31) },
            "negative" => e1 with { Amount = new Amount.Annual(Euros.Of(-1)) },
            "billion" => e1 with { Amount = new Amount.YearlyAmounts([Euros.Of(1), Euros.FromCents(Euros.Limit)]) },
            "no-steps" => e1 with { Amount = new Amount.YearlyShares([]) },
            "steps" => e1 with { Amount = new Amount.YearlyAmounts([.. Enumerable.Repeat(Euros.Of(1), 101)]) },
            "amends-unknown" => e1 with { Amends = "X" },
            "amends-itself" => e1 with { Amends = "E1" },
            "weights" => e1 with { Split = new Split.Weights(weights.Add("L2", 1)) },
            "weight" => e1 with { Split = new Split.Weights(weights.Add("L1", 0)) },
            "overlap" => e1 with { Instalments = [new(new LocalDate(2021, 12, 31), PartialDate.Of(2022)), year(2021, 2021)] },
            "outside" => e1 with { Instalments = [year(2020, 2020), year(2023, 2023)] },
            "instalment-31st" => e1
                with { Instalments = [new(new LocalDate(2021, 1, 31), new LocalDate(2021, 1, 31)) { Amount = Euros.Of(1) }] },
            "instalment-backwards" => e1 with { Instalments = [year(2022, 2021)] },
            "withdrawn" => e1 with { Withdrawn = new(PartialDate.Of(2022), PartialDate.Of(2021), "") },
            "withdrawn-source" => e1 with { Withdrawn = new(PartialDate.Of(2022), PartialDate.Of(2021), "X") },
            "status" => e1 with { Status = (CommitmentStatus)9, Cap = null, Amount = new Amount.Annual(Euros.Of(1)) },
            "open" => e1 with { Until = Term.Open },
            "no-cap" => e1 with { Cap = null },
            "balance" => e1 with { Cap = null, Amount = Amount.TheBalance },
            "remainder" => e1 with { Cap = null, Amount = new Amount.ShareOfRemainder(Share.Whole) },
            "refused" => e1 with { Cap = null, Until = Term.Open, Status = CommitmentStatus.Refused, From = PartialDate.Of(2000) },
            "no-source" => e1 with { Source = null },
            "sources-only" => e1 with { Source = null, Sources = none.Add("from", "A").Add("until", "A") },
            "source-name" => e1 with { Sources = none.Add("form", "A") },
            "unknown-source" => e1 with { Sources = none.Add("from", "X") },
            "before" => e1 with { From = PartialDate.Of(2020, 6) },
            "after-schedule" => e1 with { Until = Term.Unknown, Amount = new Amount.YearlyShares([Share.Whole]) },
            "email" => e1 with { References = none.Add("contact", "a@b.fr") },
            "default-date" => e1 with { DecidedOn = default(PartialDate) },
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
        Assert.Equal(expected, Codes(clean with { Commitments = [changed, clean.Commitments[1]] }));
    }

    [Fact]
    public void Create_Circle_IsSaidOnce()
    {
        Commitment a = e1 with { Id = "A", Amends = "B" }, b = e1 with { Id = "B", Amends = "C" }, c = e1 with { Id = "C", Amends = "A" },
            d = e1 with { Id = "D", Amends = "A" };
        Problem circle = Assert.Single(Problems(clean with { Commitments = [d, c, b, a] }),
            problem => problem.Code is ProblemCode.AmendmentCircle);
        Assert.Equal("commitments[1].amends", circle.Path);
        Assert.Equal("C A B", string.Join(" ", circle.Arguments));
    }

    [Fact]
    public void Create_SameReference_WarnsUnlessOneAmendsTheOther()
    {
        Commitment named = e1 with { References = e1.References.Add("convention", "2020-12") };
        Commitment again = named with { Id = "E2" };
        Problem problem = Assert.Single(Problems(clean with { Commitments = [named, again] }));
        Assert.Equal((ProblemCode.SameReference, "commitments[1].references.convention", "2020-12"),
            (problem.Code, problem.Path, problem.Found));
        Assert.Equal("E1 E2 convention L1 2020-07-24 2023-07-23", string.Join(" ", problem.Arguments));
        Assert.Empty(Problems(clean with { Commitments = [named, again with { Amends = "E1" }] }));
        Assert.Empty(
            Problems(clean with { Commitments = [named, again with { From = new LocalDate(2023, 7, 24), Until = PartialDate2024 }] }));
        Assert.Empty(
            Problems(clean
                    with { Commitments = [named, again with { Id = "E3", References = e1.References.Add("convention", "2020-13") }] }));
    }

    private static Term PartialDate2024 => Term.On(PartialDate.Of(2024));

    [Fact]
    public void Create_SumOverUnknownFte_Warns()
    {
        PortfolioFacts facts = clean with
        {
            Posts = [l1, l1 with { Id = "L2", Fte = null }],
            Commitments = [e1 with { Posts = ["L1", "L2"], Amount = new Amount.Annual(Euros.Of(1000)) }],
        };
        Problem problem = Assert.Single(Problems(facts));
        Assert.Equal((ProblemCode.UnknownFte, "commitments[0].split"), (problem.Code, problem.Path));
        Assert.Equal("L2", Assert.Single(problem.Arguments));
        Assert.Empty(Problems(facts with { Commitments = [facts.Commitments[0] with { Split = Split.Equally }] }));
    }

    [Fact]
    public void Create_PressOnly_WarnsWhereTheFigureIs()
    {
        PortfolioFacts facts = clean with { Sources = [clean.Sources[0], new("P", SourceKind.Press, "France Bleu")] };
        Assert.Equal("press-only@commitments[0].source", Codes(facts with { Commitments = [e1 with { Source = "P" }] }));
        Assert.Equal("press-only@commitments[0].sources.until",
            Codes(facts with { Commitments = [e1 with { Sources = e1.Sources.Add("until", "P") }] }));
        Assert.Equal("press-only@posts[0].costs[0].source press-only@posts[0].source",
            Codes(facts with { Posts = [l1 with { Source = "P" }] }));
        Assert.Equal("press-only@posts[0].source",
            Codes(facts with { Posts = [l1 with { Source = "P", Costs = [l1.Costs[0] with { Source = "A" }] }] }));
    }

    [Fact]
    public void Create_Posts_AreChecked()
    {
        Assert.Equal("no-beginning@posts[0].from", Codes(clean with { Posts = [l1 with { From = null }] }));
        Assert.Equal("until-before-from@posts[0].until",
            Codes(clean with { Posts = [l1 with { From = null, AttestedOn = PartialDate.Of(2020), Until = PartialDate.Of(2019) }],
                Commitments = [] }));
        Assert.Equal("money-outside-post@commitments[0].until money-outside-post@commitments[1].until",
            Codes(clean with { Posts = [l1 with { Until = PartialDate.Of(2022) }] }));
        Assert.Equal("no-source@posts[0].costs[0].source no-source@posts[0].source",
            Codes(clean with { Posts = [l1 with { Source = null }] }));
        Assert.Equal("invalid-siret@posts[0].employers[0].siret",
            Codes(clean with { Posts = [l1 with { Employers = [new(null, "AAVM") { Siret = "123" }] }] }));
        Assert.Equal("siret-checksum@posts[0].employers[0].siret",
            Codes(clean with { Posts = [l1 with { Employers = [new(null, "AAVM") { Siret = "67895644300011" }] }] }));
        Assert.Equal("negative-money@posts[0].costs[0].annual",
            Codes(clean with { Posts = [l1 with { Costs = [new(PartialDate.Of(2020), Euros.Of(-5))] }] }));
        Assert.Equal("empty@posts[0].services[0] text-too-long@posts[0].places[0]",
            Codes(clean with { Posts = [l1 with { Services = [" "], Places = [new string('a', 32_768)] }] }));
        Assert.Equal("duplicate-id@posts[1].id", Codes(clean with { Posts = [l1, l1] }));
    }

    [Fact]
    public void Check_ManyCommitments_TakesTimeInStep()
    {
        // A reference that all share must not be compared pair by pair.
        ImmutableArray<Commitment> many = [.. Enumerable.Range(0, 20_000)
                .Select(i => e1
                        with { Id = $"C{i}", References = e1.References.Add("EJ", "x"), Amends = i > 0 && i % 2 == 0 ? $"C{i - 2}"
                                : null })];
        Assert.NotEmpty(Problems(clean with { Commitments = many }));
    }

    private static string Codes(PortfolioFacts facts) => Documents.Codes(Problems(facts));

    private static ImmutableArray<Problem> Problems(PortfolioFacts facts)
    {
        Portfolio.TryCreate(facts, out _, out ImmutableArray<Problem> problems);
        return problems;
    }
}
