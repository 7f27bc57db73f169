using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Validation;

// The checks of what acts have made firm, beside what was promised.
internal sealed partial class PortfolioValidator
{
    /// <summary>What a commitment, or a promise that waits for a post, says of itself.</summary>
    private readonly record struct Promise(string Id, PartialDate? From, Term Until, Amount Amount, Euros? Cap, PartialDate? DecidedOn);

    private void CheckInstalments(ImmutableArray<Instalment>? given, in Promise promise, string path)
    {
        if (given is not { } instalments)
            return;
        var readable = new List<(int Index, Instalment Instalment)>();
        for (int i = 0; i < instalments.Length; i++)
        {
            string at = $"{path}.{Property.Instalments}[{i}]";
            Instalment instalment = instalments[i];
            CheckDate(instalment.From, at, $".{Property.From}");
            CheckDate(instalment.Until, at, $".{Property.Until}");
            CheckDate(instalment.DecidedOn, at, $".{Property.DecidedOn}");
            CheckDate(instalment.PaidOn, at, $".{Property.PaidOn}");
            CheckMoney(instalment.Amount, at, $".{Property.Amount}");
            CheckMoney(instalment.Paid, at, $".{Property.Paid}");
            CheckText(instalment.Act, at, $".{Property.Act}");
            CheckDecisions(instalment, promise, path, at);
            if (!problems.Readable(at + $".{Property.From}") || !problems.Readable(at + $".{Property.Until}"))
                continue;
            CheckOrder(instalment.From, $".{Property.From}", instalment.Until, $".{Property.Until}", at);
            if (instalment.Until.Last < instalment.From.First)
                continue;
            if (instalment.Amount is not null)
                CheckWeight(instalment.From, instalment.Until, at);
            CheckWithin(instalment, promise.From, promise.Until, path, at);
            readable.Add((i, instalment));
        }
        CheckOverlaps(readable, path);
        CheckSums(readable, promise, path);
    }

    // A partial date is before another only where it is on each day that both may mean.
    private void CheckDecisions(Instalment instalment, in Promise promise, string path, string at)
    {
        PartialDate? convention = problems.Readable(path + $".{Property.DecidedOn}") ? promise.DecidedOn : null;
        PartialDate? decided = problems.Readable(at + $".{Property.DecidedOn}") ? instalment.DecidedOn : null;
        if (decided is { } act && convention is { } signed && act.Last < signed.First)
            problems.Add(
                ProblemCode.InstalmentBeforeCommitment, at + $".{Property.DecidedOn}", act.ToString(), act.ToString(), signed.ToString());
        CheckDecidedInTime(decided, promise.Until, at);
        if (instalment.PaidOn is { } paidOn && (decided ?? convention) is { } decision && problems.Readable(at + $".{Property.PaidOn}")
            && paidOn.Last < decision.First)
            problems.Add(
                ProblemCode.PaidBeforeDecided, at + $".{Property.PaidOn}", paidOn.ToString(), paidOn.ToString(), decision.ToString());
    }

    private void CheckDecidedInTime(PartialDate? decidedOn, Term term, string path)
    {
        if (decidedOn is { } decided && term.Until is { } until && decided.First > until.Last)
            problems.Add(
                ProblemCode.DecidedAfterTerm, path + $".{Property.DecidedOn}", decided.ToString(), decided.ToString(), until.ToString());
    }

    private void CheckWithin(Instalment instalment, PartialDate? from, Term term, string path, string at)
    {
        bool early = instalment.From.First < from?.First && problems.Readable(path + $".{Property.From}");
        bool late = term.Until is { } until && instalment.Until.Last > until.Last && problems.Readable(path + $".{Property.Until}")
            && !(until.Last < from?.First);
        if (early || late)
            problems.Add(ProblemCode.InstalmentOutsideTerm, at + (early ? $".{Property.From}" : $".{Property.Until}"),
                (early ? instalment.From : instalment.Until).ToString(),
                instalment.From.ToString(), instalment.Until.ToString(), from?.ToString() ?? "", term.Until?.ToString() ?? "");
    }

    private void CheckOverlaps(List<(int Index, Instalment Instalment)> instalments, string path)
    {
        instalments.Sort((a, b) => (a.Instalment.From.First, a.Index).CompareTo((b.Instalment.From.First, b.Index)));
        (int Index, LocalDate End)? furthest = null;
        foreach ((int index, Instalment instalment) in instalments)
        {
            if (furthest is var (other, end) && instalment.From.First <= end)
                problems.Add(
                    ProblemCode.InstalmentsOverlap, $"{path}.{Property.Instalments}[{index}]", $"{instalment.From} – {instalment.Until}",
                    $"{path}.{Property.Instalments}[{other}]", Text(instalment.From.First),
                        Text(LocalDate.Min(end, instalment.Until.Last)));
            if (furthest is not { } known || instalment.Until.Last > known.End)
                furthest = (index, instalment.Until.Last);
        }
    }

    private void CheckSums(List<(int Index, Instalment Instalment)> instalments, Promise promise, string path)
    {
        if (instalments.Count == 0 || !problems.WhollyReadable(path + $".{Property.Amount}")
            || !problems.WhollyReadable(path + $".{Property.Instalments}") || !problems.Readable(path + $".{Property.Cap}"))
            return;
        if (promise.Amount.WholeSum is { } total)
        {
            long priced = instalments.Sum(item => item.Instalment.Amount?.Cents ?? 0),
                paid = instalments.Sum(item => item.Instalment.Paid?.Cents ?? 0);
            if (priced > total.Cents)
                problems.Add(
                    ProblemCode.InstalmentsAboveTotal, path + ".instalments", Money(priced), promise.Id, Money(priced), total.ToString());
            else if (paid > total.Cents)
                problems.Add(ProblemCode.PaidAbovePromised, path + ".instalments", Money(paid), Money(paid), total.ToString());
        }
        foreach (
            var year in instalments.Where(item => item.Instalment.Amount is not null).GroupBy(item => item.Instalment.From.First.Year))
            CheckYear([.. year], promise, year.Key, path);
        foreach ((int index, Instalment instalment) in instalments)
            CheckPaid(instalment, promise, $"{path}.{Property.Instalments}[{index}].{Property.Paid}");
    }

    /// <summary>The tranches of a year, together: what one has too much, another may have too little.</summary>
    private void CheckYear(List<(int Index, Instalment Instalment)> instalments, Promise promise, int year, string path)
    {
        long priced = instalments.Sum(item => item.Instalment.Amount!.Value.Cents);
        string at = $"{path}.{Property.Instalments}[{instalments[^1].Index}].{Property.Amount}";
        foreach (string what in (string[])["annual", "cap"])
        {
            Int128? most = 0;
            foreach ((_, Instalment instalment) in instalments)
                most += what is "cap" ? OfCap(promise, instalment.From.First, instalment.Until.Last)
                    : promise.Amount.YearlySums(promise.From?.First, instalment.From.First, instalment.Until.Last);
            // A difference of a cent per instalment is rounding.
            if (most is not { } allowed || (Int128)(priced - instalments.Count) * Thirtieths.InAYear <= allowed)
                continue;
            problems.Add(ProblemCode.InstalmentsAboveTerms, at, Money(priced), promise.Id, Invariant(year), Money(priced),
                Money(InCents(allowed)), what);
            return;
        }
    }

    private void CheckPaid(Instalment instalment, Promise promise, string at)
    {
        if (instalment.Paid is not { } paid || paid.Cents <= 0)
            return;
        // The whole year may be paid at once where the instalment has no amount.
        LocalDate from = new(instalment.From.First.Year, 1, 1), until = new(instalment.Until.Last.Year, 12, 31);
        from = promise.From is { } first ? LocalDate.Max(from, first.First) : from;
        until = promise.Until.Until is { } last ? LocalDate.Min(until, last.Last) : until;
        Int128? most = instalment.Amount is { } amount ? (Int128)amount.Cents * Thirtieths.InAYear
            : from > until ? null
            : (promise.Amount.YearlySums(promise.From?.First, from, until), OfCap(promise, from, until)) is var (sum, cap) && sum is { } s
                && cap is { } c ? Int128.Min(s, c) : sum ?? cap;
        if (most is { } promised && (Int128)(paid.Cents - 1) * Thirtieths.InAYear > promised)
            problems.Add(ProblemCode.PaidAbovePromised, at, paid.ToString(), paid.ToString(), Money(InCents(promised)));
    }

    private static Int128? OfCap(in Promise promise, LocalDate from, LocalDate until) =>
        promise.Cap is { Cents: >= 0 } cap ? (Int128)cap.Cents * Thirtieths.Between(from, until) : null;

    private static long InCents(Int128 thirtieths) => (long)((thirtieths + Thirtieths.InAYear / 2) / Thirtieths.InAYear);

    private static string Money(long cents) => Euros.FromCents(cents).ToString();
}
