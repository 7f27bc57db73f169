using System.Text.RegularExpressions;
using FundingReports.Html.Markup;

namespace FundingReports.Html.Blocks;

/// <summary>The sentence, whose amounts and days stand out.</summary>
internal static partial class AnswerMarkup
{
    internal static void Write(HtmlText html, string sentence)
    {
        html.Open("p", ("class", "answer"));
        int said = 0;
        foreach (Match match in Telling().Matches(sentence))
        {
            html.Text(sentence[said..match.Index]).Put("strong", match.Value);
            said = match.Index + match.Length;
        }
        html.Text(sentence[said..]).CloseLine();
    }

    [GeneratedRegex(
        @"[0-9]{1,3}(?:[\u202F\u00A0][0-9]{3})*(?:,[0-9]+)?[\u202F\u00A0]€|€[0-9][0-9,]*(?:\.[0-9]+)?|(?:1er|[0-9]{1,2})[ \u00A0]\p{L}{3,9}[ \u00A0][0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Telling();
}
