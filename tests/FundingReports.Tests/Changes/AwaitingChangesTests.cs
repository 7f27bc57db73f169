using FundingReports.Changes;
using FundingReports.Portfolios;
using FundingReports.Tests.Json;
using NodaTime;

namespace FundingReports.Tests.Changes;

public class AwaitingChangesTests
{
    [Theory]
    [InlineData("", "X1", "X1 New")]
    [InlineData("X1", "X1", "")]
    [InlineData("X1", "X1*", "X1 Changed")]
    [InlineData("X1", "", "X1 Gone")]
    [InlineData("E1", "", "E1 Placed")]
    public void Between_WhatWaits_IsSaid(string before, string after, string expected)
    {
        PortfolioChanges changes = PortfolioChanges.Between(With(before, placed: before != "E1"), With(after, placed: true));
        Assert.Equal(expected, string.Join(", ", changes.Awaiting.Select(change => $"{change.Id} {change.Fate}")));
        if (before != "E1")
            Assert.Equal(expected.Length == 0, changes.IsEmpty);
        Assert.All(changes.Awaiting, change => Assert.NotEqual(change.Sentence(Language.French), change.Sentence(Language.English)));
    }

    private static FundingAnalysis With(string waiting, bool placed)
    {
        PortfolioFacts facts = Portfolio.Parse(Documents.Clean).Facts;
        AwaitingCommitment[] awaiting = waiting.Length == 0 ? []
            : [new(waiting.TrimEnd('*'), "ETAT", new Amount.Total(Euros.FromCents(waiting.EndsWith('*') ? 200 : 100))) { Source = "A" }];
        return Portfolio.Create(facts
                with { Awaiting = [.. awaiting], Commitments = placed ? facts.Commitments : facts.Commitments.RemoveAt(0) })
            .Analyze(new LocalDate(2022, 2, 8));
    }
}
