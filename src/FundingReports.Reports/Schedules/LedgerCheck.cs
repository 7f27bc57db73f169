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
            .Where(day => day != LocalDateRange.Never).Order()];
        var paying = new PayingTerms(terms);
        int differences = 0, next = 0;
        foreach (var period in ledger.Periods)
        {
            Compare(period.From);
            for (; next < changes.Length && !(changes[next] > period.Until); next++)
                if (changes[next] > period.From)
                    Compare(changes[next]);

            void Compare(LocalDate day) =>
                differences += AreAlike(period.Lines.OrderBy(line => line.Index), paying.On(day), day) ? 0 : 1;
        }
        return differences;
    }

    /// <summary>The terms that pay, day after day: each is taken once as it begins and left once as it has ended.</summary>
    private sealed class PayingTerms(IReadOnlyList<AgreedTerms> terms)
    {
        private readonly AgreedTerms[] byFirstDay = [.. terms.Where(one => !one.Paying.IsEmpty).OrderBy(one => one.Paying.From)];
        private List<AgreedTerms> now = [];
        private int begun;

        /// <summary>Those of a day, by commitment; each day is later than the one before.</summary>
        internal IEnumerable<AgreedTerms> On(LocalDate day)
        {
            while (begun < byFirstDay.Length && byFirstDay[begun].Paying.From <= day)
                now.Add(byFirstDay[begun++]);
            now = now.FindAll(one => one.Paying.Contains(day));
            return now.OrderBy(one => one.Commitment);
        }
    }

    private static bool AreAlike(IEnumerable<LedgerLine> lines, IEnumerable<AgreedTerms> read, LocalDate day) => lines
        .Select(line => (line.Index, line.Rule, Rate(line.Rule, line.Rate), line.Cap, line.IsSure))
        .SequenceEqual(read.Select(one => (one.Commitment, one.Rule, Rate(one.Rule, one.Rate), one.MostAYear, day < one.SureUntil)));

    // The rate of an unknown amount says nothing, and is not compared.
    private static Ratio Rate(PaymentRule rule, Ratio rate) => rule == PaymentRule.Unknown ? Ratio.One : rate.Reduced;
}
