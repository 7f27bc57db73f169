using FundingReports.Portfolios;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.Calculation;

/// <summary>A post from 2022 on, and what is promised to it, in few words.</summary>
internal static class OnePost
{
    internal static readonly LocalDate From = new(2022, 1, 1), AsOf = new(2022, 2, 8);

    /// <summary>Without end, at full time.</summary>
    internal static Post Whole { get; } = new("P", "Poste") { From = From, Fte = 1, Source = "S" };

    /// <summary>The answers on 8 February 2022, to the end of 2026.</summary>
    internal static PostFunding Analyze((string From, decimal? Annual)[] costs, params Commitment[] commitments) =>
        Analyze(Whole, costs, commitments);

    internal static PostFunding Analyze(Post post, (string From, decimal? Annual)[] costs, params Commitment[] commitments) =>
        Portfolio(post, costs, commitments).Analyze(AsOf, new(2026, 12, 31)).Posts[0];

    internal static Portfolio Portfolio(Post post, (string From, decimal? Annual)[] costs, params Commitment[] commitments) =>
        FundingReports.Portfolio.Create(new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State), new("B", "Département", FunderKind.CollectiviteDepartementale),
            new("C", "Commune", FunderKind.Commune)],
        Posts = [
            post with {
                Costs = [
                    .. costs.Select(cost =>
                            new Cost(Iso(cost.From), cost.Annual is { } annual ? Euros.Of(annual) : null) { Source = "S" })] }],
        Commitments = [.. commitments],
    });

    /// <summary>Signed by a funder and firm to its last day; "open" has no term, and null one that is not known.</summary>
    internal static Commitment Pays(string funder, Amount amount, string from = "2022-01-01", string? until = "open") =>
        new(funder, funder, ["P"], Iso(from), amount)
    {
        Until = until is null ? Term.Unknown : until == "open" ? Term.Open : Term.On(Iso(until)), Status = CommitmentStatus.Signed,
        Instalments = [new(Iso(from), until is null or "open" ? new LocalDate(2090, 12, 31) : Iso(until))], Source = "S",
    };

    internal static Amount Part(int numerator, int denominator) => new Amount.OfCost(Share.Of(numerator, denominator));

    internal static Amount Yearly(decimal sum) => new Amount.Annual(Euros.Of(sum));

    internal static LocalDate Iso(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
