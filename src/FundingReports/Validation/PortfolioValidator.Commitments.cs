using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Validation;

// What a commitment must hold.
internal sealed partial class PortfolioValidator
{
    /// <summary>The longest schedule; beyond, a typing error that would lead out of the calendar.</summary>
    private const int LongestSchedule = 100;

    private static readonly HashSet<string> commitmentProperties = new(StringComparer.Ordinal)
    {
        "funder", "line", "posts", "split", "from", "until", "amount", "cap", "approximate", "status", "decidedOn", "instalments", "references", "subsidy", "amends", "withdrawn",
    };

    private void CheckCommitment(Commitment commitment, string path)
    {
        CheckRequiredText(commitment.Id, path, ".id");
        CheckReference(commitment.Funder, funders, "funder", path, ".funder");
        CheckText(commitment.Line, path, ".line");
        CheckPosts(commitment, path);
        CheckDate(commitment.From, path, ".from");
        CheckDate(commitment.Until.Until, path, ".until");
        if (commitment.Until.Until is { } until)
            CheckOrder(commitment.From, ".from", until, ".until", path);
        CheckAmount(commitment, path);
        CheckMoney(commitment.Cap, path, ".cap");
        CheckSplit(commitment, path);
        CheckWord(commitment.Status, path, ".status");
        CheckDate(commitment.DecidedOn, path, ".decidedOn");
        CheckInstalments(commitment, path);
        CheckTexts(commitment.References, path, ".references");
        CheckSubsidy(commitment.Subsidy, path + ".subsidy");
        if (commitment.Amends is { } amended)
            CheckReference(amended, commitments, "commitment", path, ".amends");
        CheckWithdrawal(commitment.Withdrawn, path + ".withdrawn");
        CheckSourceNames(commitment.Sources, commitmentProperties, path);
        CheckSources(path, commitment.Source, commitment.Sources,
            ("from", true), ("until", !commitment.Until.IsUnknown), ("amount", commitment.Amount is not Amount.Unknown),
            ("cap", commitment.Cap is not null), ("instalments", commitment.Instalments is { Length: > 0 }));
        CheckPromise(commitment, path);
    }

    private void CheckPosts(Commitment commitment, string path)
    {
        if (commitment.Posts.IsEmpty && problems.Readable(path + ".posts"))
            problems.Add(ProblemCode.NoPosts, path + ".posts", null, commitment.Id);
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < commitment.Posts.Length; i++)
        {
            string property = $".posts[{i}]";
            if (CheckReference(commitment.Posts[i], posts, "post", path, property) && !seen.Add(commitment.Posts[i]))
                problems.Add(ProblemCode.PostListedTwice, path + property, commitment.Posts[i], commitment.Id);
        }
    }

    private void CheckAmount(Commitment commitment, string path)
    {
        CheckAmount(commitment.Amount, commitment.Id, path);
        if (commitment.Amount is Amount.Total)
            CheckTotalPeriod(commitment, path);
    }

    private void CheckAmount(Amount amount, string id, string path)
    {
        switch (amount)
        {
            case Amount.Total total:
                CheckMoney(total.Sum, path, ".amount.total");
                break;
            case Amount.Annual annual:
                CheckMoney(annual.Yearly, path, ".amount.annual");
                break;
            case Amount.YearlyAmounts schedule:
                CheckSteps(schedule.Steps.Length, id, path + ".amount.yearlyAmounts");
                for (int i = 0; i < schedule.Steps.Length; i++)
                    CheckMoney(schedule.Steps[i], path, $".amount.yearlyAmounts[{i}]");
                break;
            case Amount.YearlyShares schedule:
                CheckSteps(schedule.Steps.Length, id, path + ".amount.yearlyShares");
                break;
        }
    }

    private void CheckTotalPeriod(Commitment commitment, string path)
    {
        if (!problems.Readable(path + ".until"))
            return;
        if (commitment.Until.Until is { } until)
            CheckWeight(commitment.From, until, path);
        else
            problems.Add(ProblemCode.TotalWithoutUntil, path + ".until", commitment.Until.ToString(), commitment.Id);
    }

    // The 31st alone weighs nothing (thirty days a month): a sum cannot be spread over it.
    private void CheckWeight(PartialDate from, PartialDate until, string path)
    {
        if (from.First == until.Last && from.First.Day == 31 && problems.Readable(path + ".from") && problems.Readable(path + ".until"))
            problems.Add(ProblemCode.WeighsNothing, path + ".until", until.ToString(), PartialDate.Of(until.Last).ToString());
    }

    private void CheckSteps(int count, string id, string at)
    {
        if (!problems.Readable(at))
            return;
        if (count == 0)
            problems.Add(ProblemCode.NoSteps, at, null, id);
        else if (count > LongestSchedule)
            problems.Add(ProblemCode.TooManySteps, at, null, id, Invariant(count), Invariant(LongestSchedule));
    }

    private void CheckSplit(Commitment commitment, string path)
    {
        if (!problems.Readable(path + ".split"))
            return;
        if (commitment.Split is Split.Weights weights)
        {
            foreach ((string post, decimal weight) in weights.ByPost)
                CheckNumber(weight, path, JsonPath.Property(".split", post));
            if (!problems.WhollyReadable(path + ".posts") || !problems.WhollyReadable(path + ".split"))
                return;
            ImmutableArray<string> without = [.. commitment.Posts.Distinct().Where(post => !weights.ByPost.ContainsKey(post))];
            ImmutableArray<string> beside = [.. weights.ByPost.Keys.Where(post => !commitment.Posts.Contains(post))];
            if (!without.IsEmpty || !beside.IsEmpty)
                problems.Add(ProblemCode.WeightsMismatch, path + ".split", null, [.. without, "/", .. beside]);
        }
        else if (commitment.Split is Split.Fte && commitment.Posts.Length > 1 && IsSplit(commitment) && problems.Readable(path + ".amount"))
        {
            ImmutableArray<string> unknown = [.. commitment.Posts.Where(id => posts.TryGetValue(id, out int i) && facts.Posts[i].Fte is null && problems.Readable($"posts[{i}].fte"))];
            if (!unknown.IsEmpty)
                problems.Add(ProblemCode.UnknownFte, path + ".split", null, unknown);
        }
    }

    private static bool IsSplit(Commitment commitment) => commitment.Amount is Amount.Total or Amount.Annual or Amount.YearlyAmounts
        || commitment.Cap is not null
        || commitment.Instalments is { } instalments && instalments.Any(instalment => instalment.Amount is not null);

    private void CheckInstalments(Commitment commitment, string path) =>
        CheckInstalments(commitment.Instalments, commitment.From, commitment.Until, path);

    private void CheckInstalments(ImmutableArray<Instalment>? given, PartialDate? from, Term until, string path)
    {
        if (given is not { } instalments)
            return;
        var readable = new List<(int Index, Instalment Instalment)>();
        for (int i = 0; i < instalments.Length; i++)
        {
            string at = $"{path}.instalments[{i}]";
            Instalment instalment = instalments[i];
            CheckDate(instalment.From, at, ".from");
            CheckDate(instalment.Until, at, ".until");
            CheckDate(instalment.DecidedOn, at, ".decidedOn");
            CheckDate(instalment.PaidOn, at, ".paidOn");
            CheckMoney(instalment.Amount, at, ".amount");
            CheckMoney(instalment.Paid, at, ".paid");
            CheckText(instalment.Act, at, ".act");
            if (!problems.Readable(at + ".from") || !problems.Readable(at + ".until"))
                continue;
            CheckOrder(instalment.From, ".from", instalment.Until, ".until", at);
            if (instalment.Until.Last < instalment.From.First)
                continue;
            if (instalment.Amount is not null)
                CheckWeight(instalment.From, instalment.Until, at);
            CheckWithin(instalment, from, until, path, at);
            readable.Add((i, instalment));
        }
        CheckOverlaps(readable, path);
    }

    private void CheckWithin(Instalment instalment, PartialDate? from, Term term, string path, string at)
    {
        bool early = instalment.From.First < from?.First && problems.Readable(path + ".from");
        bool late = term.Until is { } until && instalment.Until.Last > until.Last && problems.Readable(path + ".until")
            && !(until.Last < from?.First);
        if (early || late)
            problems.Add(ProblemCode.InstalmentOutsideTerm, at + (early ? ".from" : ".until"), (early ? instalment.From : instalment.Until).ToString(),
                instalment.From.ToString(), instalment.Until.ToString(), from?.ToString() ?? "", term.Until?.ToString() ?? "");
    }

    private void CheckOverlaps(List<(int Index, Instalment Instalment)> instalments, string path)
    {
        instalments.Sort((a, b) => (a.Instalment.From.First, a.Index).CompareTo((b.Instalment.From.First, b.Index)));
        (int Index, LocalDate End)? furthest = null;
        foreach ((int index, Instalment instalment) in instalments)
        {
            if (furthest is var (other, end) && instalment.From.First <= end)
                problems.Add(ProblemCode.InstalmentsOverlap, $"{path}.instalments[{index}]", $"{instalment.From} – {instalment.Until}",
                    $"{path}.instalments[{other}]", Text(instalment.From.First), Text(LocalDate.Min(end, instalment.Until.Last)));
            if (furthest is not { } known || instalment.Until.Last > known.End)
                furthest = (index, instalment.Until.Last);
        }
    }

    private void CheckWithdrawal(Withdrawal? withdrawn, string path)
    {
        if (withdrawn is null || !problems.Readable(path))
            return;
        CheckDate(withdrawn.From, path, ".from");
        CheckDate(withdrawn.DecidedOn, path, ".decidedOn");
        if (string.IsNullOrWhiteSpace(withdrawn.Source) && problems.Readable(path + ".source"))
            problems.Add(ProblemCode.WithdrawalIncomplete, path + ".source", withdrawn.Source, "source");
        else
            CheckReference(withdrawn.Source, sources, "source", path, ".source");
    }

    // What is lawful and still worth a look. Of refused or merely requested money nobody expects anything.
    private void CheckPromise(Commitment commitment, string path)
    {
        if (!commitment.IsPromised || !problems.Readable(path + ".status"))
            return;
        if (commitment.Until.IsOpen)
            problems.Add(ProblemCode.OpenTerm, path + ".until", "open", commitment.Id);
        if (commitment is { Cap: null, Amount: Amount.OfCost or Amount.YearlyShares or Amount.OfRemainder or Amount.Balance }
            && problems.Readable(path + ".cap") && problems.WhollyReadable(path + ".amount"))
            problems.Add(ProblemCode.NoCeiling, path + ".cap", null, commitment.Id);
        if (PayingDays(commitment, path) is not var (first, last))
            return;
        foreach (string id in commitment.Posts.Distinct())
            if (posts.TryGetValue(id, out int i))
                CheckInLife(commitment, path, facts.Posts[i], $"posts[{i}]", first, last);
    }

    private void CheckInLife(Commitment commitment, string path, Post post, string postPath, LocalDate first, LocalDate? last)
    {
        LocalDate? start = problems.Readable(postPath + ".from") ? post.From?.First : null;
        LocalDate? end = problems.Readable(postPath + ".until") ? post.Until?.Last : null;
        if (end < start)
            return;
        // A post whose first day is unknown may well have existed before it is attested.
        if (first < start)
            problems.Add(ProblemCode.MoneyOutsidePost, path + ".from", commitment.From.ToString(), commitment.Id, post.Id, "before",
                Text(first), Text(last is { } day ? LocalDate.Min(day, start.Value.PlusDays(-1)) : start.Value.PlusDays(-1)), Text(start.Value));
        if (last > end)
            problems.Add(ProblemCode.MoneyOutsidePost, path + ".until", commitment.Until.ToString(), commitment.Id, post.Id, "after",
                Text(LocalDate.Max(first, end.Value.PlusDays(1))), Text(last.Value), Text(end.Value));
    }

    /// <summary>The first and the last (null: without end, or unknown) day on which the terms may pay; null where that could not be read.</summary>
    private (LocalDate First, LocalDate? Last)? PayingDays(Commitment commitment, string path)
    {
        if (!problems.Readable(path + ".from") || !problems.Readable(path + ".until") || !problems.WhollyReadable(path + ".amount") || !problems.WhollyReadable(path + ".withdrawn"))
            return null;
        LocalDate first = commitment.From.First;
        int steps = commitment.Amount switch
        {
            Amount.YearlyAmounts schedule => schedule.Steps.Length,
            Amount.YearlyShares schedule => schedule.Steps.Length,
            _ => 0,
        };
        LocalDate? last = commitment.Until.Until?.Last;
        if (steps is > 0 and <= LongestSchedule && first.PlusYears(steps).PlusDays(-1) is var scheduled && !(last < scheduled))
            last = scheduled;
        if (commitment.Withdrawn is { } withdrawn && !(last < withdrawn.From.First))
            last = withdrawn.From.First.PlusDays(-1);
        return last < first ? null : (first, last);
    }

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
