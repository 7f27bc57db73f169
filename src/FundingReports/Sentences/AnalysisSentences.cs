using FundingReports.Wording;
using System.Collections.Immutable;
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

    /// <summary>The sentences of <see cref="Summary"/>, apart: one a line on a first page.</summary>
    public static ImmutableArray<string> SummarySentences(this FundingAnalysis analysis, Language language)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return [.. SummaryTexts.Of(analysis, language)];
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

    /// <summary>The sentences about one post: until when and why, what is firm, what steps down, who bears the rest.</summary>
    /// <exception cref="ArgumentException">The post is not of this analysis.</exception>
    public static string Sentences(this FundingAnalysis analysis, PostFunding post, Language language)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(post);
        if (!analysis.Posts.Contains(post))
            throw new ArgumentException("The post is of another analysis.", nameof(post));
        return PostSentences.Of(analysis, post, language);
    }

    /// <summary>What is missing, in a word or two: « coût », « annuités fermes ».</summary>
    public static string InWords(this Missing missing, Language language) => MissingTexts.Of(missing, language);
}
