using System.Globalization;
using System.Text;

namespace FundingReports.Testing;

/// <summary>Why a post's answers are what they are: its sentences, then its plan, year by year.</summary>
internal static class Because
{
    internal static string Of(FundingAnalysis analysis, PostFunding post)
    {
        var text = new StringBuilder("Because: ").Append(analysis.Summary(post, Language.English).ReplaceLineEndings(" "));
        foreach (var year in post.Years)
        {
            text.Append(
                CultureInfo.InvariantCulture, $"\n  {year.Year}: cost {year.Cost}, agreed {year.Agreed.Funding}, gap {year.Agreed.Gap}");
            foreach (var cell in year.Cells)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"; {cell.Commitment.Id} {cell.Commitment.Funder}: firm {cell.Firm}, agreed {cell.Agreed}, announced {cell.Announced}");
        }
        return text.ToString();
    }
}
