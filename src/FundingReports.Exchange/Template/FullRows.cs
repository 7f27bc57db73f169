using FundingReports.Exchange.Forms;
using FundingReports.Portfolios;
using static FundingReports.Exchange.Forms.WrittenValues;

namespace FundingReports.Exchange.Template;

/// <summary>Writes facts as the rows of each sheet of the complete form, columns in the order of the sheet.</summary>
internal static class FullRows
{
    internal static List<object?[]> Of(FormSheet form, PortfolioFacts facts) => form.Name switch
    {
        "Portefeuille" => facts.Title is null && facts.Edition is null
            ? [] : [[facts.Title, Date(facts.Edition?.On), facts.Edition?.By, facts.Edition?.Previous]],
        "Sources" =>
            [.. facts.Sources.Select(source => (object?[])[source.Id, Choices.SourceKind.WordOf(source.Kind), source.Title,
                source.Reference, Date(source.On), source.Author, source.Reason])],
        "Financeurs" =>
            [.. facts.Funders.Select(funder => (object?[])[funder.Id, funder.Name, Choices.FunderKind.WordOf(funder.Kind), funder.Siret])],
        "Postes" => [.. facts.Posts.Select(post => (object?[])[
            post.Id, post.Label, post.Departement, List(post.Services), List(post.Places), post.Scheme, post.Fte, Date(post.From),
                Date(post.AttestedOn), Date(post.Until), Pairs(post.References), post.Source, Pairs(post.Sources)])],
        "Employeurs" =>
            [.. facts.Posts.SelectMany(post => post.Employers.Select(
                employer => (object?[])[post.Id, Date(employer.From), employer.Name, employer.Siret, employer.Kind]))],
        "Occupation" =>
            [.. facts.Posts.SelectMany(post => post.Occupancy.Select(
                state => (object?[])[post.Id, Date(state.From), Date(state.Until), Choices.Occupancy.WordOf(state.State)]))],
        "Coûts" =>
            [.. facts.Posts.SelectMany(post => post.Costs.Select(cost => (object?[])[post.Id, Date(cost.From), Sum(cost.Annual)
                ?? "inconnu", Choices.CostKind.WordOf(cost.Kind), Date(cost.DecidedOn), cost.Source]))],
        "Conventions" => [.. facts.Commitments.Select(Convention)],
        "Tranches" => [.. facts.Commitments.SelectMany(commitment => (commitment.Instalments ?? []).Select(tranche => (object?[])[
            commitment.Id, Date(tranche.From), Date(tranche.Until), Sum(tranche.Amount), tranche.Act, Date(tranche.DecidedOn),
                Sum(tranche.Paid), Date(tranche.PaidOn)]))],
        _ => [.. facts.Campaigns.Select(campaign => (
            object?[])[campaign.Funder, campaign.Line, campaign.Year, Date(campaign.Opens), Date(campaign.Closes), campaign.Source])],
    };

    private static object?[] Convention(Commitment c) =>
    [
        c.Id, c.Funder, c.Line, List(c.Posts), SplitOf(c.Split), Date(c.From), c.Until.IsOpen ? "sans terme" : Date(c.Until.Until),
        Choices.AmountKind.WordOf(c.Amount.Kind), ContentOf(c.Amount), Ceiling(c.Cap), c.Approximate
            ? "oui" : null, Choices.Status.WordOf(c.Status), Date(c.DecidedOn),
        Choices.Instalments.WordOf(c.Instalments is not { } tranches
            ? InstalmentsKnown.Unknown : tranches.IsEmpty ? InstalmentsKnown.None : InstalmentsKnown.Listed),
        Pairs(c.References), c.Amends, Date(c.Withdrawn?.From), Date(c.Withdrawn?.DecidedOn), c.Withdrawn?.Source, c.Source,
            Pairs(c.Sources),
    ];

    /// <summary>What stands in the cell beside the kind.</summary>
    private static object? ContentOf(Amount amount) => amount.Match<object?>(
        total: total => total.Sum,
        annual: annual => annual.Yearly,
        yearlyAmounts: schedule => string.Join(" ; ", schedule.Steps.Select(Money)),
        share: part => WrittenValues.Part(part.Share),
        yearlyShares: schedule => string.Join(" ; ", schedule.Steps.Select(WrittenValues.Part)),
        shareOfRemainder: part => WrittenValues.Part(part.Share),
        balance: _ => null,
        unknown: _ => null);

    private static string? SplitOf(Split split) => split switch
    {
        Split.Equal => "égal",
        Split.Weights weights =>
            Cells.ListText.WritePairs(weights.ByPost.Select(pair => KeyValuePair.Create(pair.Key, Number(pair.Value)))),
        _ => null,
    };
}
