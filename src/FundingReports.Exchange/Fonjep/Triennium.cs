using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Exchange.Fonjep;

/// <summary>The rows of one post, one funder and one triennial term, in the order of their years: one promise.</summary>
internal sealed class Triennium(string post, string funder, PartialDate? term, CommitmentStatus status, IReadOnlyList<PostRow> rows)
{
    internal string Post { get; } = post;

    internal string Funder { get; } = funder;

    /// <summary>The last day; null where the file does not say it.</summary>
    internal PartialDate? Term { get; } = term;

    internal CommitmentStatus Status { get; } = status;

    internal IReadOnlyList<PostRow> Rows { get; } = rows;

    internal int FirstYear => Rows[0].Year;

    internal int LastYear => Rows[^1].Year;

    /// <summary>
    /// The first year, no more exact than the file; or the day after the term of the promise that it follows in that year.
    /// </summary>
    internal PartialDate From { get; private set; } = PartialDate.Of(rows[0].Year);

    internal LocalDate End => Term?.Last ?? new(LastYear, 12, 31);

    internal List<PaymentRow> Payments { get; } = [];

    internal List<Tranche> Tranches { get; private set; } = [];

    internal Amount Amount { get; private set; } = Amount.NotPublished;

    /// <summary>
    /// Whether its own terms pay nothing in its first year, whose money its payments bear whole, and something in others.
    /// </summary>
    internal bool BeginsWithNothing { get; private set; }

    /// <summary>Years up to the term whose sum is in no row.</summary>
    internal List<(int First, int Last)> Unsaid { get; } = [];

    /// <summary>Payments whose sum to pay does not fit the sum of their year.</summary>
    internal IEnumerable<Tranche> Misfits => Tranches.Where(tranche => tranche.AmountLeftOut);

    /// <summary>The promise begins after the term of the one before, in the same year.</summary>
    internal void Follow(PartialDate before) => From = before.Last.PlusDays(1);

    internal bool Holds(PaymentRow payment) => payment.From.First >= From.First && payment.Until.Last <= End;

    /// <summary>Finds the terms of the promise, once its payments are known.</summary>
    internal void Settle()
    {
        Tranches = Tranche.Of(Payments);
        foreach (Tranche tranche in Tranches.Where(tranche => tranche.Weight == 0))
            tranche.LeaveOutAmount();
        var known = Rows.Where(row => row.Money is not null).ToDictionary(row => row.Year, row => row.Money!.Value.Cents);
        FindUnsaid(known);
        if (known.Count == 0)
            return;
        // Up to the last year that a row says; a year between without sum is worth nothing here, and stands apart as unknown.
        int last = known.Keys.Max();
        List<(int Year, long Cents)> sums =
            [.. Enumerable.Range(FirstYear, last - FirstYear + 1).Select(year => (year, known.GetValueOrDefault(year)))];
        List<long>? steps = Unsaid.Count == 0 || From == PartialDate.Of(FirstYear)
            ? YearlySteps.Of(From.First, End, sums, Tranches) : null;
        if (steps is null && From != PartialDate.Of(FirstYear))
        {
            From = PartialDate.Of(FirstYear);
            steps = YearlySteps.Of(From.First, End, sums, Tranches);
        }
        steps ??= WithoutMisfits(sums);
        // The same sum every year up to the term is an annual sum; a schedule pays nothing after its last year.
        bool isAnnual = Term is not null && Unsaid.Count == 0 && steps.Distinct().Count() == 1;
        BeginsWithNothing = !isAnnual && steps[0] == 0;
        Amount = isAnnual
            ? new Amount.Annual(Euros.FromCents(steps[0]))
            : new Amount.YearlyAmounts([.. steps.Select(Euros.FromCents)]);
    }

    // The sum of a year is that of its row; what payments say otherwise is left out, and said.
    private List<long> WithoutMisfits(List<(int Year, long Cents)> sums)
    {
        // A year without a sum has nothing that payments could differ from.
        foreach (int year in Tranches.Where(tranche => tranche.Amount is not null && sums.Exists(sum => sum.Year == tranche.Year))
            .Select(tranche => tranche.Year).Distinct().ToList())
        {
            List<Tranche> others = [.. Tranches.Where(tranche => tranche.Year == year)];
            if (YearlySteps.Of(
                new LocalDate(year, 1, 1), Min(End, new(year, 12, 31)), [.. sums.Where(sum => sum.Year == year)], others) is null)
                others.ForEach(tranche => tranche.LeaveOutAmount());
        }
        if (YearlySteps.Of(From.First, End, sums, Tranches) is { } steps)
            return steps;
        Tranches.ForEach(tranche => tranche.LeaveOutAmount());
        return YearlySteps.Of(From.First, End, sums, Tranches) ?? [.. sums.Select(sum => sum.Cents)];
    }

    private void FindUnsaid(Dictionary<int, long> known)
    {
        if (known.Count == 0)
            return;
        int last = Term is null ? known.Keys.Max() : End.Year;
        for (int year = FirstYear; year <= last; year++)
        {
            if (known.ContainsKey(year))
                continue;
            if (Unsaid.Count > 0 && Unsaid[^1].Last == year - 1)
                Unsaid[^1] = (Unsaid[^1].First, year);
            else
                Unsaid.Add((year, year));
        }
    }

    private static LocalDate Min(LocalDate one, LocalDate other) => one < other ? one : other;
}
