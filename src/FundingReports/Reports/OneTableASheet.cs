using System.Collections.Immutable;

namespace FundingReports.Reports;

/// <summary>A sheet of several tables becomes several sheets: only the first page, which is read and not searched, may hold more than one.</summary>
internal static class OneTableASheet
{
    internal static IEnumerable<ReportSheet> Of(ReportSheet sheet)
    {
        if (sheet.OnePage || sheet.Blocks.Count(block => block is ReportTable or ReportData) < 2)
        {
            yield return sheet;
            yield break;
        }
        var legend = sheet.Blocks.OfType<ReportParagraph>().FirstOrDefault(paragraph => paragraph.Role == ParagraphRole.Note);
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        var title = sheet.Title;
        int number = 0;
        foreach (var block in sheet.Blocks)
        {
            // A heading after a table begins the next sheet, and becomes its title.
            if (block is ReportParagraph { Role: ParagraphRole.Heading } heading && blocks.Any(one => one is ReportTable))
            {
                yield return Made(blocks);
                blocks.Clear();
                title = heading.Text;
                if (legend is not null)
                    blocks.Add(legend);
                continue;
            }
            if (block is ReportTable && blocks.Any(one => one is ReportTable))
            {
                yield return Made(blocks);
                blocks.Clear();
                if (legend is not null)
                    blocks.Add(legend);
            }
            blocks.Add(block);
        }
        yield return Made(blocks);

        ReportSheet Made(ImmutableArray<ReportBlock>.Builder made)
        {
            number++;
            return sheet with { Name = number == 1 ? sheet.Name : $"{sheet.Name} {number}", Title = title, Blocks = made.ToImmutable() };
        }
    }
}
