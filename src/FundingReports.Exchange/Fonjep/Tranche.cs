using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Exchange.Fonjep;

/// <summary>Payments whose periods have days in common, as one: what a period was to be paid, was paid, and when last.</summary>
internal sealed class Tranche(ImmutableArray<PaymentRow> rows)
{
    internal ImmutableArray<PaymentRow> Rows { get; } = rows;

    internal PartialDate From { get; } = rows.MinBy(row => row.From.First)!.From;

    internal PartialDate Until { get; } = rows.MaxBy(row => row.Until.Last)!.Until;

    internal Euros Paid { get; } = rows.Aggregate(Euros.Zero, (sum, row) => sum + (row.Paid ?? Euros.Zero));

    /// <summary>
    /// What was to be paid, where every payment says it and the period lies in one year: nothing says how a sum over two years is split.
    /// </summary>
    internal Euros? Amount { get; private set; } = ToPay(rows);

    internal int Weight => Thirtieths.Between(From.First, Until.Last);

    internal int Year => From.First.Year;

    /// <summary>Whether the sum is left out, so that the year keeps the sum of its row.</summary>
    internal bool AmountLeftOut { get; private set; } = ToPay(rows) is null && rows.Any(row => row.ToPay is { } sum && sum != Euros.Zero);

    internal void LeaveOutAmount() => (Amount, AmountLeftOut) = (null, AmountLeftOut || Amount is not null);

    internal Instalment ToInstalment() => new(From, Until) { Amount = Amount, Paid = Paid,
        PaidOn = Rows.Max(row => row.PaidOn?.First) is { } last ? Rows.First(row => row.PaidOn?.First == last).PaidOn : null };

    /// <summary>The payments of one promise, joined where their periods meet.</summary>
    internal static List<Tranche> Of(IEnumerable<PaymentRow> payments)
    {
        var tranches = new List<Tranche>();
        var run = ImmutableArray.CreateBuilder<PaymentRow>();
        LocalDate last = default;
        foreach (PaymentRow payment in payments.OrderBy(row => row.From.First).ThenBy(row => row.Until.Last)
            .ThenBy(row => row.PaidOn?.First).ThenBy(row => row.Row.Number))
        {
            if (run.Count > 0 && payment.From.First > last)
            {
                tranches.Add(new(run.ToImmutable()));
                run.Clear();
            }
            last = run.Count == 0 || payment.Until.Last > last ? payment.Until.Last : last;
            run.Add(payment);
        }
        if (run.Count > 0)
            tranches.Add(new(run.ToImmutable()));
        return tranches;
    }

    private static Euros? ToPay(ImmutableArray<PaymentRow> rows)
    {
        if (rows.Any(row => row.ToPay is null) || rows.Any(row => row.From.First.Year != row.Until.Last.Year)
            || rows.Select(row => row.From.First.Year).Distinct().Count() > 1)
            return null;
        Euros sum = rows.Aggregate(Euros.Zero, (total, row) => total + row.ToPay!.Value);
        return sum > Euros.Zero ? sum : null;
    }
}
