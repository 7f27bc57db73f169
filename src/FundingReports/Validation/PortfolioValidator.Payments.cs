using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Validation;

// The checks of what accounts say was paid.
internal sealed partial class PortfolioValidator
{
    private void CheckPayments()
    {
        for (int i = 0; i < facts.Payments.Length; i++)
            CheckPayment(facts.Payments[i], $"{Property.Payments}[{i}]");
        // One problem stands for all, as for promises: an export brings payments by the thousand.
        if (facts.Payments.Any(payment => payment.Commitment is null))
            problems.Add(ProblemCode.AwaitingCommitment, Property.Payments, null,
                Invariant(facts.Payments.Count(payment => payment.Commitment is null)));
        foreach (var of in facts.Payments.Select((payment, i) => (Payment: payment, Index: i)).GroupBy(item => item.Payment.Commitment))
            if (of.Key is { } id && commitments.TryGetValue(id, out int commitment))
                CheckPaidOf(commitment, [.. of]);
    }

    private void CheckPayment(Payment payment, string path)
    {
        CheckRequiredText(payment.Id, path, $".{Property.Id}");
        CheckMoney(payment.Amount, path, $".{Property.Amount}");
        if (payment.Commitment is { } commitment)
            CheckReference(commitment, commitments, "commitment", path, $".{Property.Commitment}");
        if (payment.Year is < PartialDate.FirstYear or > PartialDate.LastYear && problems.Readable(path + $".{Property.Year}"))
            problems.Add(ProblemCode.YearOutOfRange, path + $".{Property.Year}", Invariant(payment.Year.Value),
                Invariant(PartialDate.FirstYear), Invariant(PartialDate.LastYear));
        CheckDate(payment.PaidOn, path, $".{Property.PaidOn}");
        CheckText(payment.Line, path, $".{Property.Line}");
        CheckBeneficiary(payment.Beneficiary, path);
        CheckTexts(payment.References, path, $".{Property.References}");
        CheckSources(path, payment.Source, Post.NoReferences, (Property.Amount, true));
    }

    private void CheckPaidOf(int index, List<(Payment Payment, int Index)> payments)
    {
        Commitment commitment = facts.Commitments[index];
        string path = $"{Property.Commitments}[{index}]";
        foreach ((Payment payment, int i) in payments)
            if (payment.PaidOn is { } day && commitment.DecidedOn is { } decided && day.Last < decided.First
                && problems.Readable($"{Property.Payments}[{i}].{Property.PaidOn}") && problems.Readable(path + $".{Property.DecidedOn}"))
                problems.Add(ProblemCode.PaidBeforeDecided, $"{Property.Payments}[{i}].{Property.PaidOn}", day.ToString(), day.ToString(),
                    decided.ToString());
        if (!problems.WhollyReadable(path) || payments.Exists(item => !problems.WhollyReadable($"{Property.Payments}[{item.Index}]")))
            return;
        var promise =
            new Promise(commitment.Id, commitment.From, commitment.Until, commitment.Amount, commitment.Cap, commitment.DecidedOn);
        long paid = payments.Sum(item => item.Payment.Amount.Cents);
        string at = $"{Property.Payments}[{payments[^1].Index}].{Property.Amount}";
        if (commitment.Amount.WholeSum is { } total && paid > total.Cents)
        {
            problems.Add(ProblemCode.PaidAbovePromised, at, Money(paid), Money(paid), total.ToString());
            return;
        }
        foreach (var year in payments.GroupBy(item => PaidMoney.YearOf(item.Payment)))
            if (year.Key is { } of)
                CheckPaidIn(of, [.. year], commitment, promise);
    }

    // What an act has made firm of the whole year is what was promised for it; else what the terms of the commitment make of the year.
    private void CheckPaidIn(int year, List<(Payment Payment, int Index)> payments, Commitment commitment, in Promise promise)
    {
        Euros paid = Euros.FromCents(payments.Sum(item => item.Payment.Amount.Cents));
        List<Instalment> tranches =
            [.. (commitment.Instalments ?? []).Where(tranche => tranche.From.First.Year == year && tranche.Until.Last.Year == year)];
        string at = $"{Property.Payments}[{payments[^1].Index}].{Property.Amount}";
        if (tranches.Exists(tranche => tranche.Paid is not null)
            && tranches.Sum(tranche => tranche.Paid?.Cents ?? 0) is var told && told != paid.Cents)
            problems.Add(ProblemCode.PaidTwoWays, at, paid.ToString(), Invariant(year), paid.ToString(), Money(told));
        if (tranches.Count > 0 && tranches.TrueForAll(tranche => tranche.Amount is not null) && CoverYear(tranches, commitment, year))
        {
            long promised = tranches.Sum(tranche => tranche.Amount!.Value.Cents);
            if (paid.Cents > promised)
                problems.Add(ProblemCode.PaidAbovePromised, at, paid.ToString(), paid.ToString(), Money(promised));
            return;
        }
        // In a year without a day of the commitment, such as the year in which its last payment comes, nothing says how much is too much.
        CheckPaid(new(PartialDate.Of(year), PartialDate.Of(year)) { Paid = paid }, promise, at);
    }

    private static bool CoverYear(List<Instalment> tranches, Commitment commitment, int year)
    {
        LocalDate from = LocalDate.Max(new(year, 1, 1), commitment.From.First), until = new(year, 12, 31);
        until = commitment.Until.Until is { } term ? LocalDate.Min(until, term.Last) : until;
        int days = tranches.Sum(tranche => Period.DaysBetween(tranche.From.First, tranche.Until.Last) + 1);
        return from <= until && days >= Period.DaysBetween(from, until) + 1;
    }
}
