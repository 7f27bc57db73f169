using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Properties;

/// <summary>Every year ties, and every sum is found again in its cells.</summary>
public class TieTests
{
    [Fact]
    public void Year_OfAnyPortfolio_TiesToAFewCents() => Answers.Check(600, (question, answer) =>
    {
        var commitments = question.Facts.Commitments.ToDictionary(c => c.Id);
        foreach (NaivePost post in answer.Posts)
            foreach (NaiveYear year in post.Years)
                foreach (FundingView view in Enum.GetValues<FundingView>())
                {
                    NaiveYearView own = year.View(view);
                    Assert.Equal(year.Cost is null || own.Surplus is null || own.Funding is null || own.Gap is null, own.Rounding is null);
                    if (own.Rounding is not { } rounding)
                        continue;
                    Assert.Equal(year.Cost + own.Surplus + rounding, own.Funding + own.Gap);
                    int sums = year.Cells.Count(cell => HasSum(commitments[cell.Commitment]));
                    Assert.InRange(rounding, -sums - 2, sums + 2);
                }
    });

    [Fact]
    public void Funding_OfAnyYear_IsTheSumOfItsCells() => Answers.Check(300, (_, answer) =>
    {
        foreach (NaivePost post in answer.Posts)
            foreach (NaiveYear year in post.Years)
            {
                Assert.Equal(Sum(year.Cells.Select(cell => cell.Firm)), year.Firm.Funding);
                Assert.Equal(Sum(year.Cells.Select(cell => cell.Agreed)), year.Agreed.Funding);
                Assert.Equal(Sum(year.Cells.Select(cell => cell.Announced)), year.Announced.Funding);
            }
    });

    [Fact]
    public void Sum_OfAnyCommitment_IsPromisedBeforeShownAfterAndUnused() => Answers.Check(600, (question, answer) =>
    {
        foreach (NaiveCommitment tie in answer.Commitments.Where(tie => tie.Promised is not null))
        {
            Commitment commitment = question.Facts.Commitments.Single(c => c.Id == tie.Id);
            Assert.Equal(tie.Promised, tie.Before + tie.Shown + tie.After + tie.Unused);
            long? shown = Sum(answer.Posts.SelectMany(post => post.Years).SelectMany(year => year.Cells)
                .Where(cell => cell.Commitment == tie.Id).Select(cell => commitment.IsAgreed ? cell.Agreed : cell.Announced));
            Assert.Equal(shown, tie.Shown);
            if (commitment.Amount is Amount.Total total && IsLeftAlone(commitment, question.Facts))
                Assert.Equal(total.Sum.Cents, tie.Promised);
        }
    });

    /// <summary>A sum over a year that no one has asked for is still found whole.</summary>
    [Fact]
    public void Total_OverAnyYears_IsFoundWhole() => Answers.Check(300, (question, _) =>
    {
        PortfolioFacts facts = question.Facts
            with { Commitments = [
                .. question.Facts.Commitments.Where(c => c.Amount is Amount.Total && c.IsPromised && IsLeftAlone(c, question.Facts))
                    .Select(c => c with { DecidedOn = null })] };
        NaiveAnswer answer = Answers.Of(facts, new LocalDate(2018, 1, 1), new LocalDate(2030, 12, 31));
        foreach (Commitment commitment in facts.Commitments)
            Assert.Equal(((Amount.Total)commitment.Amount).Sum.Cents, answer.Commitment(commitment.Id).Promised);
    });

    /// <summary>Nothing caps, scales, replaces, withdraws or amends it.</summary>
    private static bool IsLeftAlone(Commitment c, PortfolioFacts facts) =>
        c is { Cap: null, Withdrawn: null, Amends: null } && c.Scalings.IsEmpty && (c.Instalments ?? [])
            .All(tranche => tranche.Amount is null) && facts.Commitments.All(other => other.Amends != c.Id);

    private static bool HasSum(Commitment c) =>
        c.Amount is Amount.Total or Amount.Annual or Amount.YearlyAmounts || (c.Instalments ?? [])
            .Any(tranche => tranche.Amount is not null);

    // Unknown as soon as a part is.
    private static long? Sum(IEnumerable<long?> parts) => parts.Aggregate((long?)0, (sum, part) => sum + part);
}
