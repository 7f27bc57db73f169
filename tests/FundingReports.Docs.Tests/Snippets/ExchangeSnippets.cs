using System.Collections.Immutable;
using FundingReports.Exchange;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Docs.Tests.Snippets;

/// <summary>The README of FundingReports.Exchange.</summary>
public class ExchangeSnippets
{
    [Fact]
    public void Form()
    {
        // page
        IntakeTemplate.Blank(firstYear: 2027).Save("formulaire.xlsx");             // the form that goes out; or FilledIn(portfolio), or Complete()

        IntakeReading reading = IntakeReader.Read("plan.xlsx");                    // it comes back
        Console.WriteLine(reading.Account.Sentence(Language.French));
        foreach (Problem problem in reading.Problems)
            Console.WriteLine(problem.ToLine(Language.French));                   // Financements!F5 : …; problem.Cell has sheet, row, column
        Annotator.Annotate("plan.xlsx", reading, "plan-corrige.xlsx");             // back to its sender, each problem at its cell
        // end of page
        Assert.NotNull(reading.Portfolio);
        Assert.NotEmpty(reading.Problems);
        Assert.Equal([2027, 2028, 2029], YearsOf("formulaire.xlsx"));
        Assert.NotNull(IntakeReader.Read("plan-corrige.xlsx").Portfolio);
        Assert.NotEmpty(Marked("plan-corrige.xlsx"));
        // What the comment of the block names.
        Assert.Equal(IntakeForm.Simple, IntakeTemplate.FilledIn(reading.Portfolio).Form);
        Assert.Equal(IntakeForm.Full, IntakeTemplate.Complete().Form);
    }

    [Fact]
    public async Task Bytes()
    {
        TextWriter before = Console.Out;
        using var said = new StringWriter();
        Console.SetOut(said);
        try
        {
            // page
            byte[] upload = File.ReadAllBytes("plan.xlsx");
            IntakeReading sent = await IntakeReader.ReadAsync(new MemoryStream(upload), "plan.xlsx");
            using var copy = new MemoryStream();
            await Annotator.AnnotateAsync(new MemoryStream(upload), sent, copy);
            if (sent.Portfolio is { } portfolio)                                       // null where there is an error
                if (portfolio.TryAnalyze(new LocalDate(2026, 2, 8), out FundingAnalysis? analysis, out ImmutableArray<Problem> refused))
                    Console.WriteLine(analysis.Summary(Language.French));
                else
                    foreach (Problem problem in sent.AtCells(refused))                 // what was found later, at its cell too
                        Console.WriteLine(problem.ToLine(Language.French));
            // end of page
            Assert.NotEmpty(Marked(copy));
        }
        finally
        {
            Console.SetOut(before);
        }
        Assert.StartsWith("Au 8 février 2026", said.ToString().Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    private static IEnumerable<int> YearsOf(string form)
    {
        using var workbook = new ClosedXML.Excel.XLWorkbook(form);
        return [.. workbook.Worksheet("Postes").RangeUsed().Rows().SelectMany(row => row.Cells()).Select(cell => cell.GetString())
            .SelectMany(text => text.Split(' ', '\n')).Where(word => word.Length == 4 && word.StartsWith("20", StringComparison.Ordinal))
            .Select(word => int.TryParse(word, out int year) ? year : 0).Where(year => year > 0).Distinct().Order()];
    }

    private static List<string> Marked(string path)
    {
        using var file = new MemoryStream(File.ReadAllBytes(path));
        return Marked(file);
    }

    private static List<string> Marked(Stream file)
    {
        using var workbook = new ClosedXML.Excel.XLWorkbook(file);
        return [.. workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed(ClosedXML.Excel.XLCellsUsedOptions.Comments))
            .Where(cell => cell.HasComment).Select(cell => cell.Address.ToString()!)];
    }
}
