using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FundingReports.Html.Blocks;
using FundingReports.Html.Markup;
using FundingReports.Reports;

namespace FundingReports.Html;

/// <summary>Report → the bytes of a page, the same in any culture and at any hour.</summary>
internal static class PageDocument
{
    private static readonly Lazy<string> sheet = new(() =>
    {
        using Stream stream = typeof(PageDocument).Assembly.GetManifestResourceStream("page.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    });

    internal static byte[] Of(Report report)
    {
        using var html = new HtmlText();
        var words = new PageWords(report.Language);
        html.Open("html", ("lang", words.Code));
        Head(html, report);
        html.Open("body");
        // The pattern with which drawings are hatched.
        html.Open("svg", ("class", "unseen"), ("aria-hidden", "true"), ("width", "0"), ("height", "0"));
        html.Open("pattern", ("id", "hatch"), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"),
            ("patternTransform", "rotate(45)"));
        html.Put("rect", ("class", "ground"), ("width", "6"), ("height", "6"))
            .Put("line", ("class", "stroke"), ("x1", "0"), ("y1", "0"), ("x2", "0"), ("y2", "6"));
        html.Close().CloseLine();
        html.Open("main");
        new SheetsMarkup(html, report, words).Write();
        html.CloseLine();
        html.Close().Close();
        return html.ToBytes();
    }

    private static void Head(HtmlText html, Report report)
    {
        html.Open("head");
        html.Put("meta", ("charset", "utf-8"));
        // The page loads nothing and runs nothing, whatever a label holds; only this style sheet is applied.
        string styles = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet.Value)));
        html.Put("meta", ("http-equiv", "Content-Security-Policy"),
            ("content", $"default-src 'none'; style-src 'sha256-{styles}'; base-uri 'none'; form-action 'none'"));
        html.Put("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Put("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Put("meta", ("name", "description"), ("content", report.Description));
        if (report.Author is { } author)
            html.Put("meta", ("name", "author"), ("content", author));
        html.Put("title", report.Title);
        html.Style(sheet.Value);
        html.CloseLine();
    }
}
