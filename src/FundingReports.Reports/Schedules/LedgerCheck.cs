using FundingReports.Ledger;
using NodaTime;

namespace FundingReports.Reports.Schedules;

/// <summary>The agreed ledger of a post, against a reading of the agreements that shares nothing with it.</summary>
/// <remarks>The schedule takes its days and lines from the ledger: what the ledger has wrong is found here, day by day.</remarks>
internal static class LedgerCheck
{
    /// <summary>
    /// On how many runs of days the two differ in who pays, by which rule, at which rate, at most how much, or whether it is sure;
    /// 0, unless the library has a fault.
    /// </summary>
    internal static int Differences(FundingLedger ledger, IReadOnlyList<AgreedTerms> terms)
    {
        LocalDate[] changes = [.. terms.SelectMany(one => new[] { one.Paying.From, one.Paying.To, one.SureUntil }).Distinct()
            .Where(day => day != LocalDateRange.Never)];
        return ledger.Periods.Sum(period => changes.Where(day => day > period.From && !(day > period.Until)).Append(period.From)
            .Count(day => !AreAlike(period.Lines.OrderBy(line => line.Index),
                terms.Where(one => one.Paying.Contains(day)).OrderBy(one => one.Commitment), day)));
    }

    private static bool AreAlike(IEnumerable<LedgerLine> lines, IEnumerable<AgreedTerms> read, LocalDate day) => lines
        .Select(line => (line.Index, line.Rule, Rate(line.Rule, line.Rate), line.Cap, line.IsSure))
        .SequenceEqual(read.Select(one => (one.Commitment, one.Rule, Rate(one.Rule, one.Rate), one.MostAYear, day < one.SureUntil)));

    // The rate of an unknown amount says nothing, and is not compared.
    private static Ratio Rate(PaymentRule rule, Ratio rate) => rule == PaymentRule.Unknown ? Ratio.One : rate.Reduced;
}
