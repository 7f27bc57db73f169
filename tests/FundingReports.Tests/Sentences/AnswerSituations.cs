using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Reasons;
using FundingReports.Risk;
using FundingReports.Testing;
using FundingReports.Tests.Json;
using FundingReports.Tests.Policies;
using FundingReports.Texts;
using NodaTime;

namespace FundingReports.Tests.Sentences;

/// <summary>What is said beside the summary: horizons in short, reasons, risks, requests, schemes, what waits for a post.</summary>
internal static class AnswerSituations
{
    private static readonly LocalDate asOf = new(2022, 2, 8);

    internal static FundingAnalysis Landes => Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json")).Analyze(asOf);

    /// <summary>Each state of a horizon.</summary>
    internal static IEnumerable<FundingHorizon> Horizons
    {
        get
        {
            Reach july = Reach.To(new LocalDate(2023, 7, 23)), december = Reach.To(new LocalDate(2023, 12, 31));
            return
            [
                new(HorizonState.Until, july, july), new(HorizonState.PostEnds, july, july),
                new(HorizonState.Open, Reach.Open, Reach.Open),
                new(HorizonState.NotOnFirstDay, Reach.None, Reach.None),
                new(HorizonState.NotOnFirstDay, Reach.None, Reach.None) { ResumesOn = new LocalDate(2022, 9, 1) },
                new(HorizonState.Ended, Reach.None, Reach.None),
                new(HorizonState.Between, july, december), new(HorizonState.Between, july, Reach.Open),
                new(HorizonState.Between, Reach.None, july), new(HorizonState.Between, Reach.None, Reach.Open),
            ];
        }
    }

    internal static IEnumerable<Situation> All =>
    [
        new("Horizons, in short", language => Horizons.Select(horizon => horizon.ToString(language))),
        Reasons("Reasons, Landes", Landes),
        Reasons("Reasons, funding that falls and resumes", Portfolio.Parse(Documents.FallsAndResumes).Analyze(asOf)),
        Reasons("Reasons, a cost that rises above its money", Portfolio.Parse(Documents.CostRises).Analyze(asOf)),
        new("Risks, Landes", language => Landes.Posts.Select(post => post.Risk is { } risk ? RiskTexts.Sentence(risk, language) : "")),
        Requests("Requests, Landes", Landes),
        Requests("Requests, a campaign closed 44 days ago", HalfOfFipd.AsOf("2023-03-31")),
        Scheme("Schemes, an amount that is not the flat one", TooHigh, PolicySet.Default),
        Scheme("Schemes, a duration that is an assumption", SchemeChecks.State("F", new Amount.Annual(Euros.Of(7164))), OneYear),
        new("Waiting for a post", language => [Portfolio.Parse(Documents.Awaiting).Waiting(language)!]),
    ];

    /// <summary>More than FONJEP pays.</summary>
    internal static Commitment TooHigh => SchemeChecks.State("F", new Amount.Annual(Euros.Of(8000)));

    /// <summary>The shipped policies, with a duration that nobody has decided.</summary>
    internal static PolicySet OneYear => PolicySet.Default.WithValue("fonjep.duration-years", new LocalDate(2018, 1, 1), 1,
        new Source("maison", SourceKind.Assumption, "Durée maison") { Author = "fonction", Reason = "pour l'essai" });

    /// <summary>A post of which State and Département pay half each; the State's campaign for 2023 closes on 15 February.</summary>
    private static Given HalfOfFipd => Given.Nothing
        .Source("A", SourceKind.Act, "Convention")
        .Funder("État", FunderKind.State).Funder("Département", FunderKind.CollectiviteDepartementale)
        .AndPost("Poste", 50_000, "2020-07-01")
        .Signed("État", Share.Of(1, 2), "2020-07-01", "2023-12-31", firmUntil: "2022-01-31", line: "FIPD")
        .Signed("Département", Share.Of(1, 2), "2020-07-01", "2023-12-31", firmUntil: "2022-01-31")
        .Documented("A", "2020-07-01")
        .With(facts => facts with { Campaigns = [new("État", "FIPD", 2023) { Closes = new LocalDate(2023, 2, 15), Source = "A" }] });

    private static Situation Reasons(string name, FundingAnalysis analysis) => new(name, language =>
        ReasonBuilder.Of(analysis).Select(reason => ReasonTexts.Message(reason, analysis.Portfolio, language)));

    private static Situation Requests(string name, FundingAnalysis analysis) => new(name, language =>
        analysis.Requests.Select(request => RequestTexts.Sentence(request, analysis.AsOf, language)));

    private static Situation Scheme(string name, Commitment promise, PolicySet policies) => new(name, language =>
        SchemeChecker.Check(SchemeChecks.With("FONJEP", promise), policies, SchemeChecks.AsOf)
            .Select(finding => finding.Message(language)));
}
