using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Texts;

/// <summary>Small portfolios built in code, and what is said of them, with plain spaces.</summary>
internal static class Told
{
    internal static readonly LocalDate AsOf = new(2022, 2, 8);

    internal static Source Act { get; } = new("A", SourceKind.Act, "Convention");

    internal static Source Press { get; } = new("P", SourceKind.Press, "Presse locale");

    internal static Source Statement { get; } = new("D", SourceKind.Statement, "Question écrite");

    internal static Source Assumption { get; } = new("H", SourceKind.Assumption,
        "Coût annuel d'un ETP, pour illustration") { Author = "fonction", Reason = "aucun coût n'a été publié" };

    internal static LocalDate Day(int year, int month, int day) => new(year, month, day);

    internal static Post Post(string id, long? cost = 50_000, string costSource = "A") => new(id, $"Poste {id}")
    {
        Fte = 1,
        From = Day(2021, 6, 1),
        Costs = cost is { } annual ? [new Cost(Day(2021, 6, 1), Euros.Of(annual)) { Source = costSource }] : [],
        Source = "A",
    };

    internal static Commitment State(string id, Amount amount, Term until, params string[] posts) =>
        Commitment(id, "ETAT", amount, until, posts);

    internal static Commitment Departement(string id, Amount amount, Term until, params string[] posts) =>
        Commitment(id, "CD", amount, until, posts);

    internal static Amount Share(long numerator, long denominator) =>
        new Amount.ShareOfCost(FundingReports.Share.Of(numerator, denominator));

    /// <summary>An instalment over the whole period makes all of it firm.</summary>
    internal static Commitment Firm(this Commitment commitment) =>
        commitment with { Instalments = [new Instalment(commitment.From, commitment.Until.Until!.Value)] };

    internal static Commitment FirmUntil(this Commitment commitment, LocalDate until) =>
        commitment with { Instalments = [new Instalment(commitment.From, until)] };

    internal static FundingAnalysis Analysis(IEnumerable<Post> posts, params Commitment[] commitments) =>
        Portfolio.Create(new PortfolioFacts
    {
        Sources = [Act, Press, Statement, Assumption],
        Funders = [new("ETAT", "État", FunderKind.State), new("CD", "Département", FunderKind.CollectiviteDepartementale),
            new("CAF", "CAF", FunderKind.SocialSecurity)],
        Posts = [.. posts],
        Commitments = [.. commitments],
    }).Analyze(AsOf);

    internal static string Summary(this FundingAnalysis analysis) => Plain(analysis.Summary(Language.French));

    internal static string Sentences(this FundingAnalysis analysis, int post = 0) =>
        Plain(analysis.Summary(analysis.Posts[post], Language.French));

    internal static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static Commitment Commitment(string id, string funder, Amount amount, Term until, string[] posts) =>
        new(id, funder, [.. posts], Day(2021, 7, 1), amount)
    {
        Until = until,
        Status = CommitmentStatus.Signed,
        DecidedOn = Day(2021, 6, 15),
        Source = "A",
    };
}
