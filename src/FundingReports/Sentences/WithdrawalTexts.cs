using FundingReports.Portfolios;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>Money that a funder has withdrawn: who, how much, from when, and of which posts.</summary>
internal static class WithdrawalTexts
{
    /// <summary>More than these are counted: the summary stays a paragraph.</summary>
    private const int Most = 3;

    /// <summary>« Financement retiré par l'État à partir du 1er juin 2022 : 50 % du coût. » A sentence a funder and a day.</summary>
    internal static IEnumerable<string> Of(PostStory story, Language language) => story.Ended ? [] :
        from commitment in story.Analysis.Portfolio.Commitments
        where IsWithdrawn(story.Analysis, commitment) && commitment.Posts.Contains(story.Post.Id) && !IsReplaced(story, commitment)
        group commitment by (story.FunderOf(commitment), commitment.Withdrawn!.From) into withdrawn
        select Sentence(withdrawn.Key.Item1, withdrawn.Key.From, withdrawn, "", language);

    /// <summary>The same of all posts: « … : 20 000 € par an (2 postes). » Many are counted.</summary>
    internal static IEnumerable<string> Of(FundingAnalysis analysis, Language language, CancellationToken cancellation)
    {
        var all = analysis.Portfolio.Commitments.Watched(cancellation).Where(commitment => IsWithdrawn(analysis, commitment))
            .Select(commitment => (Commitment: commitment, Posts: PostsOf(analysis, commitment)))
            .Where(one => one.Posts.Count > 0).ToList();
        var groups = all.GroupBy(one => (one.Commitment.Funder, one.Commitment.Withdrawn!.From, string.Join('\n', one.Posts))).ToList();
        if (groups.Count > Most)
        {
            string count = Phrase.Capital(NumberWords.Cardinal(all.Count, language)),
                who = FunderWords.The(all.Select(one => analysis.Portfolio.FindFunder(one.Commitment.Funder)!), language),
                from = DateWords.From(all.Select(one => one.Commitment.Withdrawn!.From).MinBy(from => from.First), language);
            return [Phrase.In(language, $"{count} financements sont retirés, par {who}, le premier {from}.",
                $"{count} commitments are withdrawn, by {who}, the first {from}.")];
        }
        return groups.Select(group => Sentence(analysis.Portfolio.FindFunder(group.Key.Funder)!, group.Key.From,
            group.Select(one => one.Commitment), PostsInWords(analysis, group.First().Posts, language), language));
    }

    /// <summary>« 5 000 € par an et 20 % du coût ».</summary>
    internal static string Amounts(IEnumerable<Commitment> commitments, Language language) => Words.List(
        [.. commitments.Select(commitment => CommitmentWords.AmountOf(commitment.Amount, commitment.Cap, language))], language);

    private static string Sentence(
        Funder funder, PartialDate from, IEnumerable<Commitment> withdrawn, string posts, Language language)
    {
        string who = FunderWords.The(funder, language), when = DateWords.From(from, language), what = Amounts(withdrawn, language);
        return Phrase.In(language,
            $"Financement retiré par {who} {when} : {what}{posts}.", $"Funding withdrawn by {who} {when}: {what}{posts}.");
    }

    // Of all posts nothing is to be told apart.
    private static string PostsInWords(FundingAnalysis analysis, List<string> posts, Language language) =>
        analysis.Posts.Length == 1 ? ""
        : posts.Count > 1 ? $" ({Words.Count(posts.Count, Phrase.In(language, $"poste", "post"), Phrase.In(language, $"postes", "posts"), language)})"
        : Phrase.In(language, $" (« {Words.OneLine(posts[0])} »)", $" (“{Words.OneLine(posts[0])}”)");

    private static List<string> PostsOf(FundingAnalysis analysis, Commitment commitment) =>
    [
        .. from id in commitment.Posts
           let story = new PostStory(analysis, analysis.Post(id))
           where !story.Ended && !IsReplaced(story, commitment)
           select story.Post.Label,
    ];

    /// <summary>What was promised for days that are still to come, and withdrawn by a decision that is known.</summary>
    private static bool IsWithdrawn(FundingAnalysis analysis, Commitment commitment) => commitment.IsPromised
        && Decision.IsTaken(commitment.DecidedOn, analysis.AsOf)
        && Decision.WithdrawalOf(commitment, analysis.AsOf) is { } withdrawal
        && !(commitment.Until.Until?.Last < LocalDate.Max(analysis.AsOf, withdrawal.From.First));

    /// <summary>Whether an amendment stands in its place on the day on which it is withdrawn, or has since put it right.</summary>
    private static bool IsReplaced(PostStory story, Commitment commitment)
    {
        LocalDate day = LocalDate.Max(commitment.Withdrawn!.From.First, story.AsOf);
        return story.Analysis.Portfolio.Commitments.Any(one => one.Amends is not null && one.IsPromised
            && one.Status >= commitment.Status && one.From.First <= day && one.Posts.Contains(story.Post.Id)
            && Decision.IsTaken(one.DecidedOn, story.AsOf)
            && !(Decision.WithdrawalOf(one, story.AsOf)?.From.First <= LocalDate.Max(day, one.From.First))
            && Amends(story, one, commitment));
    }

    private static bool Amends(PostStory story, Commitment one, Commitment other)
    {
        while (one.Amends is { } amended && story.Analysis.Portfolio.FindCommitment(amended) is { } next)
        {
            if (next.Id == other.Id)
                return true;
            one = next;
        }
        return false;
    }
}
