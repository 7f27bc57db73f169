using System.Collections.Immutable;
using System.Numerics;
using CsCheck;
using FundingReports.Changes;
using FundingReports.Horizons;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Scenarios;
using FundingReports.Totals;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Json;

/// <summary>Objects of each type that has a JSON form: the edges by hand, the facts drawn.</summary>
internal static class JsonSamples
{
    private static readonly LocalDate day = new(2024, 2, 29);

    private static readonly IReadOnlyList<object> values =
    [
        Euros.Zero, Euros.FromCents(-5), Euros.FromCents(1), Euros.Of(26_000),
        Euros.FromCents(long.MaxValue), Euros.FromCents(long.MinValue),
        new CoverageRate(0), new CoverageRate(563_889), new CoverageRate(-1), new CoverageRate(long.MaxValue),
        Share.Whole, Share.Of(1, 3), Share.Of(999_999_999, 1_000_000_000),
        Ratio.Zero, Ratio.One, new Ratio(2, 4), new Ratio(-7, 12), new Ratio(BigInteger.Pow(10, 60), 3),
        new Factor(0, 1), Factor.One, new Factor(7, 10), default(Factor),
        PartialDate.Of(2023), PartialDate.Of(2023, 2), PartialDate.Of(day), PartialDate.Of(1600),
        PartialDate.Of(new LocalDate(4999, 12, 31)),
        Term.Unknown, Term.Open, Term.On(PartialDate.Of(2023, 7)),
        Knowable<Euros>.Known(Euros.Zero), Knowable<Euros>.Known(Euros.Of(3)), Knowable<Euros>.Unknown(), default(Knowable<Euros>),
        Knowable<Euros>.Unknown(Missing.Cost), Knowable<Euros>.Unknown(Missing.Fte, Missing.Instalments, Missing.From),
        Knowable<CoverageRate>.Known(new(1_000_000)), Knowable<CoverageRate>.Unknown(Missing.Term),
        new Total(Knowable<Euros>.Known(Euros.Of(3)), Euros.Of(3)), new Total(Knowable<Euros>.Unknown(Missing.Amount), Euros.Of(2)),
        new FteSum(null, 1.25m), new FteSum(0.000001m, 79_228_162_514_264_337_593_543_950_335m),
        new PostCount(3, new(2.5m, 2.5m)), new YearNeed(2025, Knowable<Euros>.Unknown(Missing.Cost)),
        new CoveragePiece(day, null, new(0), Knowable<CoverageRate>.Unknown(Missing.Amount), FundingState.Undetermined),
        new CoveragePiece(day, day, new(1_000_000), Knowable<CoverageRate>.Known(new(1_200_000)), FundingState.Full),
        Reach.None, Reach.Open, Reach.To(day), new SheetCell("Plan", 12, 6), new SheetCell("Mes ! notes", 3, null),
        new FundingHorizon(HorizonState.Open, Reach.Open, Reach.Open),
        new FundingHorizon(HorizonState.Between, Reach.None, Reach.To(day)) { ResumesOn = day, LeftFrom = day.PlusDays(-400) },
        new FundingHorizon(HorizonState.Until, Reach.To(day), Reach.To(day)) { LeftFrom = day.PlusDays(-400) },
        new Problem(ProblemCode.RowTwice, "Plan!F12", "26 000 €", "3", "é"), new Problem(ProblemCode.NotUtf8, "$"),
        RiskReasons.None, RiskReasons.EndsSoon, RiskReasons.EndsSoon | RiskReasons.Shortened | RiskReasons.CostRose,
        PolicySet.Default, PolicySet.Empty,
        new Scenario("Vide", null), .. ScenarioChanges(), new Scenario("L'État se retire", "É", [.. ScenarioChanges()]),
    ];

    internal static IEnumerable<object> Of(Type type)
    {
        if (type.IsEnum && type != typeof(RiskReasons))
            return Enum.GetValues(type).Cast<object>();
        return values.Where(type.IsInstanceOfType).Concat(Facts().Where(type.IsInstanceOfType));
    }

    /// <summary>The facts of some random portfolios, each by itself, and the portfolios.</summary>
    private static IEnumerable<object> Facts() => drawn.Value;

    private static readonly Lazy<List<object>> drawn = new(() => [.. Draw()]);

    private static IEnumerable<object> Draw()
    {
        var made = new List<PortfolioFacts>();
        FactsGen.Facts.Sample(made.Add, iter: 60, threads: 1, seed: "0000KPpdFs13");
        yield return Split.ByFte;
        yield return Split.Equally;
        foreach (PortfolioFacts facts in made)
        {
            yield return facts;
            if (Portfolio.TryCreate(facts, out Portfolio? portfolio, out _))
                yield return portfolio;
            IEnumerable<object?> parts =
            [
                facts.Edition, .. facts.Sources, .. facts.Funders, .. facts.Campaigns, .. facts.Payments,
                .. facts.Posts,
                .. facts.Commitments, .. facts.Awaiting,
                .. facts.Posts.SelectMany(post => post.Costs), .. facts.Posts.SelectMany(post => post.Employers),
                .. facts.Posts.SelectMany(post => post.Occupancy),
                .. facts.Commitments.SelectMany(PartsOf), .. facts.Awaiting.Select(one => one.Subsidy),
                .. facts.Awaiting.Select(one => one.Subsidy?.Beneficiary),
            ];
            foreach (object part in parts.OfType<object>())
                yield return part;
        }
    }

    private static IEnumerable<object?> PartsOf(Commitment commitment) =>
        [commitment.Amount, commitment.Split, commitment.Withdrawn, commitment.Until, .. commitment.Instalments ?? []];

    private static IEnumerable<ScenarioChange> ScenarioChanges() =>
    [
        new ScenarioChange.Withdraw("ETAT", PartialDate.Of(2024)),
        new ScenarioChange.Renew("E1", PartialDate.Of(2026, 7)),
        new ScenarioChange.Renew("E1", day) { Factor = new(7, 10), Status = CommitmentStatus.Granted, Firm = false },
        new ScenarioChange.Scale("ETAT", null, day, new(7, 10)), new ScenarioChange.Scale("ETAT", "FIPD", day, new(0, 1)),
        new ScenarioChange.IndexCost(["*"], day, new(49, 50)), new ScenarioChange.IndexCost(["L1", "L2"], day, new(1035, 1000)),
        new ScenarioChange.IndexCost(["L1"], day, new(0, 1)),
        new ScenarioChange.SetCost(["*"], day, Euros.FromCents(5_000_001), "H"), new ScenarioChange.SetCost(["L1"], day, Euros.Zero, null),
        new ScenarioChange.AddCommitment(new("N1", "ETAT", ["L1"], day, new Amount.ShareOfCost(Share.Of(1, 2))) { Until = Term.Open }),
        new ScenarioChange.AddPost(new("N", "Nouveau") { From = day, Fte = 0.5m }),
        new ScenarioChange.RemovePost("L4"),
    ];
}
