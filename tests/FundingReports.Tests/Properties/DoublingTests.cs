using FundingReports.Portfolios;
using FundingReports.Tests.Naive;

namespace FundingReports.Tests.Properties;

/// <summary>Twice the money for twice the cost is the same funding: no horizon moves, no coverage changes.</summary>
public class DoublingTests
{
    [Fact]
    public void AllMoneyAndCost_Doubled_ChangesNoHorizonAndNoCoverage() => Answers.Check(400, (question, _) =>
    {
        PortfolioFacts facts = Unshared(question.Facts);
        NaiveAnswer once = Answers.Of(facts, question.AsOf, question.Through),
            twice = Answers.Of(Doubled(facts), question.AsOf, question.Through);
        foreach (NaivePost post in once.Posts)
            Answers.Same(Horizons(post), Horizons(twice.Post(post.Id)));
    });

    [Fact]
    public void AllMoneyAndCost_Doubled_DoublesEveryYearToACentOrTwo() => Answers.Check(300, (question, _) =>
    {
        PortfolioFacts facts = Unshared(question.Facts);
        NaiveAnswer once = Answers.Of(facts, question.AsOf, question.Through),
            twice = Answers.Of(Doubled(facts), question.AsOf, question.Through);
        foreach (NaivePost post in once.Posts)
            foreach (NaiveYear year in post.Years)
            {
                NaiveYear now = twice.Post(post.Id).Year(year.Year);
                Answers.Near(2 * year.Cost, now.Cost, 2, "cost");
                Answers.Near(2 * year.Agreed.Gap, now.Agreed.Gap, 2, "gap");
                // Each cell is rounded by itself.
                Answers.Near(2 * year.Agreed.Funding, now.Agreed.Funding, 2 * Math.Max(1, year.Cells.Count), "funding");
            }
    });

    // An odd cent shared by two posts goes to one of them; twice that cent is shared evenly.
    private static PortfolioFacts Unshared(PortfolioFacts facts) => facts with
    {
        Commitments = [.. facts.Commitments.Select(commitment => commitment with { Posts = [commitment.Posts[0]], Split = Split.ByFte })],
    };

    // The rate that a cliff loses is money; its day and its share are not.
    private static string Horizons(NaivePost post) => string.Join('\n', Enum.GetValues<FundingView>().SelectMany(view =>
        (post.View(view) with { Cliff = null, Unused = null }).Lines().Select(line => $"{view}.{line}")));

    private static PortfolioFacts Doubled(PortfolioFacts facts) => facts with
    {
        Posts = [
            .. facts.Posts.Select(post => post
                    with { Costs = [.. post.Costs.Select(cost => cost with { Annual = Twice(cost.Annual) })] })],
        Commitments = [.. facts.Commitments.Select(commitment => commitment with
        {
            Cap = Twice(commitment.Cap),
            Amount = commitment.Amount switch
            {
                Amount.Total total => new Amount.Total(Twice(total.Sum)),
                Amount.Annual annual => new Amount.Annual(Twice(annual.Yearly)),
                Amount.YearlyAmounts steps => new Amount.YearlyAmounts([.. steps.Steps.Select(Twice)]),
                var share => share,
            },
            Instalments = commitment.Instalments is { } tranches
                ? [.. tranches.Select(tranche => tranche with { Amount = Twice(tranche.Amount), Paid = Twice(tranche.Paid) })] : null,
        })],
    };

    private static Euros Twice(Euros money) => money + money;

    private static Euros? Twice(Euros? money) => money is { } known ? Twice(known) : null;
}
