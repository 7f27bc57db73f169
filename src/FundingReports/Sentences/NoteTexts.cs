using System.Globalization;
using System.Text;
using FundingReports.Horizons;
using FundingReports.Wording;

namespace FundingReports.Sentences;

/// <summary>
/// What is pasted in a note: the summary, the posts where they are few, and the assumptions; as text, or as HTML with a table of the
/// posts.
/// </summary>
internal static class NoteTexts
{
    private const int PostsTold = 6;

    private const string Cell = "border:1px solid #8ea9db;padding:2pt 5pt;text-align:";

    internal static string Of(FundingAnalysis analysis, Language language) => string.Join("\n",
        (string[])[Phrase.Lines(SummaryTexts.Of(analysis, language)), .. Posts(analysis, language), .. Assumptions(analysis, language)]);

    /// <summary>Styles stand on the elements: a word processor keeps those, and drops a style sheet.</summary>
    internal static string Html(FundingAnalysis analysis, Language language)
    {
        var html = new StringBuilder();
        html.Append(Phrase.In(language, $"<div lang=\"fr\" style=\"font-family:Calibri,sans-serif;font-size:11pt\">\n",
            "<div lang=\"en\" style=\"font-family:Calibri,sans-serif;font-size:11pt\">\n"));
        Paragraph(html, Phrase.Lines(SummaryTexts.Of(analysis, language)));
        var living = Living(analysis);
        if (living.Count > 0)
            Table(html, analysis, living, language);
        List<string> posts = [.. Posts(analysis, language)];
        if (posts.Count > 0)
            html.Append("<ul>\n").AppendJoin("", posts.Select(post => $"<li>{Escaped(post)}</li>\n")).Append("</ul>\n");
        foreach (string assumptions in Assumptions(analysis, language))
            Paragraph(html, assumptions);
        return html.Append("</div>\n").ToString();
    }

    private static List<PostFunding> Living(FundingAnalysis analysis) =>
        [.. analysis.Posts.Where(post => post.Agreed.FullyFundedUntil.State is not HorizonState.Ended)];

    private static IEnumerable<string> Posts(FundingAnalysis analysis, Language language) =>
        Living(analysis) is { Count: > 0 and <= PostsTold } living
        ? living.Select(post => new PostStory(analysis, post))
            .GroupBy(story => PostSentences.Of(story, Subject.Any(language)), StringComparer.Ordinal)
            .Select(group => PostSentences.Of(group.First(), Subject.Named([.. group.Select(story => story.Post.Label)], language)))
        : [];

    private static IEnumerable<string> Assumptions(FundingAnalysis analysis, Language language) =>
        Phrase.Lines(AssumptionTexts.All(analysis, language).Except(AssumptionTexts.OfCosts(analysis, language))) is { Length: > 0 } said
            ? [said] : [];

    /// <summary>One row a post: until when it is fully funded, and what is missing in the as-of year and in the one after it.</summary>
    private static void Table(StringBuilder html, FundingAnalysis analysis, List<PostFunding> posts, Language language)
    {
        List<int> years = [.. posts[0].YearsAhead.Take(2).Select(year => year.Year)];
        html.Append("<table style=\"border-collapse:collapse\">\n<caption style=\"text-align:left\">")
            .Append(Phrase.In(language, $"Financement conventionné et reste à financer", "Agreed funding, and what remains to be found"))
            .Append("</caption>\n<thead>\n<tr>");
        Head(html, Phrase.In(language, $"Poste", "Post"));
        Head(html, Phrase.In(language, $"Financé en totalité", "Fully funded"));
        foreach (int year in years)
            Head(html, Phrase.In(language, $"Reste à financer {Text(year)}", $"Remains to be found, {Text(year)}"));
        html.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (PostFunding post in posts)
        {
            html.Append("<tr><th scope=\"row\" style=\"").Append(Cell).Append("left;font-weight:normal\">")
                .Append(Escaped(Words.OneLine(post.Label))).Append("</th>");
            Data(html, Phrase.Capital(post.Agreed.FullyFundedUntil.ToString(language)), "left");
            foreach (int year in years)
                Data(html, Gap(analysis, post, year, language), "right");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    private static string Gap(FundingAnalysis analysis, PostFunding post, int year, Language language)
    {
        var gap = post.Years[year - analysis.Since].Agreed.Gap;
        bool isAbove = gap.TryGet(out Euros known) && known != Euros.Zero;
        return gap.InWords(language) + (isAbove ? CostTexts.Mark([new PostStory(analysis, post)], language) : "");
    }

    private static void Head(StringBuilder html, string text) =>
        html.Append("<th scope=\"col\" style=\"").Append(Cell).Append("left;background:#d9e2f3\">").Append(Escaped(text)).Append("</th>");

    private static void Data(StringBuilder html, string text, string align) =>
        html.Append("<td style=\"").Append(Cell).Append(align).Append("\">").Append(Escaped(text)).Append("</td>");

    private static void Paragraph(StringBuilder html, string text) => html.Append("<p>").Append(Escaped(text)).Append("</p>\n");

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
