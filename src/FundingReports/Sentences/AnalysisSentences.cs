using FundingReports.Wording;
using System.Collections.Immutable;
using FundingReports.Requests;
using FundingReports.Sentences;

namespace FundingReports;

/// <summary>What an analysis says, in sentences that say no more than its figures.</summary>
public static class AnalysisSentences
{
    /// <summary>The answer in a paragraph: until when the posts are funded, by whom, how surely, and what is missing after.</summary>
    public static string Summary(this FundingAnalysis analysis, Language language)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return Phrase.Lines(SummaryTexts.Of(analysis, language));
    }

    /// <summary>What is to be asked of a funder, how much, and before when, as seen on the as-of date.</summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="request">One of their requests.</param>
    /// <param name="language">The language.</param>
    public static string Sentence(this FundingAnalysis analysis, FundingRequest request, Language language)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return request.Sentence(analysis.AsOf, language);
    }

    /// <summary>The sentences of <see cref="Summary(FundingAnalysis, Language)"/>, apart: one a line on a first page.</summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="language">The language.</param>
    /// <param name="cancellationToken">Looked at before each post.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<string> SummarySentences(
        this FundingAnalysis analysis, Language language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return [.. SummaryTexts.Of(analysis, language, cancellationToken)];
    }

    /// <summary>
    /// The text to paste in a note: the summary, then one line per post where they are few, then the assumptions. Lines end with a line
    /// feed.
    /// </summary>
    public static string Note(this FundingAnalysis analysis, Language language)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return NoteTexts.Of(analysis, language);
    }

    /// <summary>
    /// The note as HTML to paste in a word processor: the summary, a table of the posts, then what <see cref="Note"/> says. One
    /// <c>div</c>, with its styles on its elements; what people wrote is escaped.
    /// </summary>
    public static string NoteHtml(this FundingAnalysis analysis, Language language)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return NoteTexts.Html(analysis, language);
    }

    /// <summary>
    /// The answer for one post in a paragraph: until when and why, what is firm, what steps down, who bears the rest.
    /// </summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="post">One of their posts.</param>
    /// <param name="language">The language.</param>
    /// <exception cref="ArgumentException">The post is not of this analysis.</exception>
    public static string Summary(this FundingAnalysis analysis, PostFunding post, Language language) =>
        Phrase.Lines(analysis.SummarySentences(post, language));

    /// <summary>The sentences of the paragraph about one post, apart: one a line.</summary>
    /// <inheritdoc cref="Summary(FundingAnalysis, PostFunding, Language)"/>
    public static ImmutableArray<string> SummarySentences(this FundingAnalysis analysis, PostFunding post, Language language)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(post);
        if (!analysis.Posts.Contains(post))
            throw new ArgumentException(
                $"The post \"{post.Id}\" is of another analysis. Take it from this one: analysis.Post(\"{post.Id}\").", nameof(post));
        return [.. PostSentences.All(new(analysis, post), Subject.Named([post.Label], language))];
    }

    /// <summary>What is missing, in a word or two: « coût », « annuités fermes ».</summary>
    public static string InWords(this Missing missing, Language language) => MissingTexts.Of(missing, language);
}
