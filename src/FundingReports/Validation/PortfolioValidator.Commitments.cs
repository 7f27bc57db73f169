using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Validation;

// The checks of what a commitment must hold.
internal sealed partial class PortfolioValidator
{
    private static readonly HashSet<string> commitmentProperties = new(StringComparer.Ordinal)
    {
        Property.Funder, Property.Line, Property.Posts, Property.Split, Property.From, Property.Until, Property.Amount, Property.Cap,
            Property.Approximate, Property.Status, Property.DecidedOn, Property.Instalments, Property.References, Property.Subsidy,
            Property.Amends, Property.Withdrawn,
    };

    private void CheckCommitment(int index)
    {
        Commitment commitment = facts.Commitments[index];
        string path = $"{Property.Commitments}[{index}]";
        Term? term = TermOf(index);
        CheckRequiredText(commitment.Id, path, $".{Property.Id}");
        CheckReference(commitment.Funder, funders, "funder", path, $".{Property.Funder}");
        CheckText(commitment.Line, path, $".{Property.Line}");
        CheckPosts(commitment, path);
        CheckDate(commitment.From, path, $".{Property.From}");
        CheckDate(commitment.Until.Until, path, $".{Property.Until}");
        if (commitment.Until.Until is { } until)
            CheckOrder(commitment.From, $".{Property.From}", until, $".{Property.Until}", path);
        CheckAmount(commitment, term, path);
        CheckUnlikely(commitment, path);
        CheckMoney(commitment.Cap, path, $".{Property.Cap}");
        CheckSplit(commitment, path);
        CheckWord(commitment.Status, path, $".{Property.Status}");
        CheckDate(commitment.DecidedOn, path, $".{Property.DecidedOn}");
        CheckDecidedInTime(commitment.IsPromised ? commitment.DecidedOn : null, term ?? Term.Unknown, path);
        CheckInstalments(commitment.Instalments,
            new(commitment.Id, commitment.From, term ?? Term.Unknown, commitment.Amount, commitment.Cap, commitment.DecidedOn), path);
        CheckTexts(commitment.References, path, $".{Property.References}");
        CheckSubsidy(commitment.Subsidy, path + $".{Property.Subsidy}");
        if (commitment.Amends is { } amended)
            CheckReference(amended, commitments, "commitment", path, $".{Property.Amends}");
        CheckAmendment(commitment, index, path);
        CheckWithdrawal(commitment.Withdrawn, path + $".{Property.Withdrawn}");
        CheckSourceNames(commitment.Sources, commitmentProperties, path);
        CheckSources(path, commitment.Source, commitment.Sources,
            ("from", true), ("until", !commitment.Until.IsUnknown), ("amount", !commitment.Amount.IsUnknown),
            ("cap", commitment.Cap is not null), ("instalments", commitment.Instalments is { Length: > 0 }));
        CheckPromise(commitment, index, term, path);
    }

    private void CheckPosts(Commitment commitment, string path)
    {
        if (commitment.Posts.IsEmpty && problems.Readable(path + $".{Property.Posts}"))
            problems.Add(ProblemCode.NoPosts, path + $".{Property.Posts}", null, commitment.Id);
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < commitment.Posts.Length; i++)
        {
            string property = $".posts[{i}]";
            if (CheckReference(commitment.Posts[i], posts, "post", path, property) && !seen.Add(commitment.Posts[i]))
                problems.Add(ProblemCode.PostListedTwice, path + property, commitment.Posts[i], commitment.Id);
        }
    }

    private void CheckAmount(Commitment commitment, Term? term, string path)
    {
        CheckAmount(commitment.Amount, commitment.Id, path);
        if (commitment.Amount.WholeSum is not null && term is { } known)
            CheckTotalPeriod(commitment, known, path);
    }

    private void CheckAmount(Amount amount, string id, string path)
    {
        string at = $".amount.{AmountKinds.NameOf(amount.Kind)}";
        if (amount.Years is { } years)
            CheckSteps(years, id, path + at);
        foreach (var (i, sum) in amount.Sums.Index())
            CheckMoney(sum, path, amount.Years is null ? at : $"{at}[{i}]");
    }

    // A sum is spread over its term, be it that of what it amends.
    private void CheckTotalPeriod(Commitment commitment, Term term, string path)
    {
        if (!problems.Readable(path + $".{Property.Until}"))
            return;
        if (term.Until is { } until)
            CheckWeight(commitment.From, until, path);
        else
            problems.Add(ProblemCode.TotalWithoutUntil, path + $".{Property.Until}", commitment.Until.ToString(), commitment.Id);
    }

    // The 31st alone weighs nothing (thirty days a month): a sum cannot be spread over it.
    private void CheckWeight(PartialDate from, PartialDate until, string path)
    {
        if (from.First == until.Last && from.First.Day == 31 && problems.Readable(path + $".{Property.From}")
            && problems.Readable(path + $".{Property.Until}"))
            problems.Add(ProblemCode.WeighsNothing, path + $".{Property.Until}", until.ToString(), PartialDate.Of(until.Last).ToString());
    }

    private void CheckSteps(int count, string id, string at)
    {
        if (!problems.Readable(at))
            return;
        if (count == 0)
            problems.Add(ProblemCode.NoSteps, at, null, id);
        else if (count > Amount.MostYears)
            problems.Add(ProblemCode.TooManySteps, at, null, id, Invariant(count), Invariant(Amount.MostYears));
    }

    private void CheckSplit(Commitment commitment, string path)
    {
        if (!problems.Readable(path + $".{Property.Split}"))
            return;
        if (commitment.Split is Split.Weights weights)
        {
            foreach ((string post, decimal weight) in weights.ByPost)
                CheckNumber(weight, path, JsonPath.Property($".{Property.Split}", post));
            if (!problems.WhollyReadable(path + $".{Property.Posts}") || !problems.WhollyReadable(path + $".{Property.Split}"))
                return;
            ImmutableArray<string> without = [.. commitment.Posts.Distinct().Where(post => !weights.ByPost.ContainsKey(post))];
            ImmutableArray<string> beside = [.. weights.ByPost.Keys.Where(post => !commitment.Posts.Contains(post))];
            if (!without.IsEmpty || !beside.IsEmpty)
                problems.Add(ProblemCode.WeightsMismatch, path + $".{Property.Split}", null, [.. without, "/", .. beside]);
        }
        else if (
            commitment.Split is Split.Fte && commitment.Posts.Length > 1 && commitment.HoldsSums && problems.Readable(path + ".amount"))
        {
            ImmutableArray<string> unknown = [.. commitment.Posts.Where(id => posts.TryGetValue(id, out int i)
                && facts.Posts[i].Fte is null && problems.Readable($"{Property.Posts}[{i}].{Property.Fte}"))];
            if (!unknown.IsEmpty)
                problems.Add(ProblemCode.UnknownFte, path + $".{Property.Split}", null, unknown);
        }
    }

    private void CheckWithdrawal(Withdrawal? withdrawn, string path)
    {
        if (withdrawn is null || !problems.Readable(path))
            return;
        CheckDate(withdrawn.From, path, $".{Property.From}");
        CheckDate(withdrawn.DecidedOn, path, $".{Property.DecidedOn}");
        if (string.IsNullOrWhiteSpace(withdrawn.Source) && problems.Readable(path + $".{Property.Source}"))
            problems.Add(ProblemCode.WithdrawalIncomplete, path + $".{Property.Source}", withdrawn.Source, "source");
        else
            CheckReference(withdrawn.Source, sources, "source", path, $".{Property.Source}");
    }

    // These facts are lawful and still worth a look. Nobody expects anything of money that is refused or merely requested.
    private void CheckPromise(Commitment commitment, int index, Term? term, string path)
    {
        if (!commitment.IsPromised || !problems.Readable(path + $".{Property.Status}"))
            return;
        if (commitment.Until.IsOpen)
            problems.Add(ProblemCode.OpenTerm, path + $".{Property.Until}", "open", commitment.Id);
        if (PayingDays(index) is not var (first, last))
            return;
        if (commitment.Cap is null && problems.Readable(path + $".{Property.Cap}") && MayGrow(commitment, first, last))
            problems.Add(ProblemCode.NoCeiling, path + $".{Property.Cap}", null, commitment.Id);
        foreach (string id in commitment.Posts.Distinct())
            if (posts.TryGetValue(id, out int i))
                CheckInLife(commitment, term, path, facts.Posts[i], $"{Property.Posts}[{i}]", first, last);
    }

    /// <summary>
    /// A balance pays whatever the others do not; a share grows where its cost does. Of another, nobody can do anything.
    /// </summary>
    private bool MayGrow(Commitment commitment, LocalDate first, LocalDate? last) => commitment.Amount.Rule switch
    {
        PaymentRule.Balance => true,
        PaymentRule.ShareOfCost or PaymentRule.ShareOfRemainder =>
            commitment.Posts.Any(id => posts.TryGetValue(id, out int i) && CostRises(i, first, last)),
        PaymentRule.Sum or PaymentRule.Unknown => false,
    };

    private void CheckInLife(Commitment commitment, Term? term, string path, Post post, string postPath, LocalDate first, LocalDate? last)
    {
        LocalDate? start = problems.Readable(postPath + $".{Property.From}") ? post.From?.First : null;
        LocalDate? end = problems.Readable(postPath + $".{Property.Until}") ? post.Until?.Last : null;
        if (end < start)
            return;
        // A post whose first day is unknown may well have existed before it is attested.
        if (first < start)
            problems.Add(
                ProblemCode.MoneyOutsidePost, path + $".{Property.From}", commitment.From.ToString(), commitment.Id, post.Id, "before",
                Text(first), Text(last is { } day ? LocalDate.Min(day, start.Value.PlusDays(-1)) : start.Value.PlusDays(-1)),
                    Text(start.Value));
        if (last > end)
            problems.Add(ProblemCode.MoneyOutsidePost, path + $".{Property.Until}", term?.ToString(), commitment.Id, post.Id, "after",
                Text(LocalDate.Max(first, end.Value.PlusDays(1))), Text(last.Value), Text(end.Value));
    }

    /// <summary>
    /// The first and the last (null: without end, or unknown) day on which the terms may pay; null where that could not be read.
    /// </summary>
    private (LocalDate First, LocalDate? Last)? PayingDays(int index)
    {
        Commitment commitment = facts.Commitments[index];
        string path = $"{Property.Commitments}[{index}]";
        if (TermOf(index) is not { } term || !problems.Readable(path + $".{Property.From}")
            || !problems.WhollyReadable(path + $".{Property.Amount}") || !problems.WhollyReadable(path + $".{Property.Withdrawn}"))
            return null;
        LocalDate first = commitment.From.First;
        LocalDate? last = term.Until?.Last;
        if (commitment.Amount.Years is { } years and > 0 and <= Amount.MostYears && first.PlusYears(years).PlusDays(-1) is var scheduled
            && !(last < scheduled))
            last = scheduled;
        if (commitment.Withdrawn is { } withdrawn && !(last < withdrawn.From.First))
            last = withdrawn.From.First.PlusDays(-1);
        return last < first ? null : (first, last);
    }

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
