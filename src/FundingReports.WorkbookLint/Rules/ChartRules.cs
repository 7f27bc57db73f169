using System.Xml.Linq;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>A chart: its data in a table of the workbook, its series told apart by more than colour.</summary>
internal static class ChartRules
{
    private const int MostReferences = 2_000;

    internal static void Check(XElement chart, string name, string? place, LintBook book, LintSheet sheet, FindingList findings)
    {
        List<XElement> series = [.. chart.Within("ser").Take(MostReferences)];
        foreach (string reference in series.SelectMany(References).Distinct().Take(MostReferences))
        {
            if (reference.Contains('[', StringComparison.Ordinal) && FormulaScan.Of(reference).Outside is not null)
                findings.Add(LintRule.ExternalLink, sheet.Name, place, reference);
            else if (!Parts(reference).All(part => InTable(part, book)))
                findings.Add(LintRule.ChartData, sheet.Name, place, name, reference);
        }
        bool named = chart.Within("legend").Any() || chart.Within("dLbls").Any(labels => labels.Elements()
            .Any(shown => shown.Name.LocalName is "showVal" or "showSerName" or "showCatName" && Markup.IsTrue(shown.Attr("val"))));
        bool round = chart.Within("pieChart").Concat(chart.Within("doughnutChart")).Any();
        if (!named && (series.Count > 1 || round && series.Count > 0))
            findings.Add(LintRule.ColourAlone, sheet.Name, place, "series", name);
    }

    // Values and categories; values written in the chart itself have no reference.
    private static IEnumerable<string> References(XElement series)
    {
        foreach (XElement data in series.Elements().Where(data => data.Name.LocalName is "val" or "yVal" or "cat" or "xVal"))
        {
            string? reference = data.Within("f").FirstOrDefault()?.Value;
            if (reference is not null)
                yield return reference;
            else if (data.Name.LocalName is "val" or "yVal")
                yield return "";
        }
    }

    private static IEnumerable<string> Parts(string reference)
    {
        reference = reference.Trim('(', ')');
        int start = 0;
        bool quoted = false;
        for (int i = 0; i <= reference.Length; i++)
        {
            if (i < reference.Length && reference[i] is '\'')
                quoted = !quoted;
            if (i < reference.Length && (quoted || reference[i] is not ','))
                continue;
            yield return reference[start..i];
            start = i + 1;
        }
    }

    private static bool InTable(string reference, LintBook book)
    {
        int mark = reference.LastIndexOf('!');
        // A defined name, or the column of a table, is not resolved here.
        if (mark < 0)
            return reference.Length > 0;
        string sheet = reference[..mark].Trim('\'').Replace("''", "'", StringComparison.Ordinal);
        return CellRange.TryParse(reference.AsSpan(mark + 1), out CellRange range) && book.Find(sheet) is { } home
            && home.Tables.Any(table => table.Range.Contains(range));
    }
}
