using CsCheck;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>
/// The same random portfolios every time: what is asked of them can be answered once, by the slow and plain way, and kept.
/// </summary>
internal static class KeptQuestions
{
    internal static (PortfolioFacts Facts, LocalDate AsOf,
        LocalDate Through)[] All { get; } = [.. Generators.Question.Array[Rounds.Kept].Drawn("0000-PXaq7B2")];

    /// <summary>Which of them one test asks: a test of many is stopped late by a mutant.</summary>
    internal static TheoryData<int> Parts(int each) => [.. Enumerable.Range(0, (All.Length + each - 1) / each)];

    internal static IEnumerable<int> Of(int part, int each) => Enumerable.Range(part * each, Math.Min(each, All.Length - part * each));
}
