using System.Collections.Immutable;
using ClosedXML.Excel;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Template;
using FundingReports.Files;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>
/// Gives a file back with its faulty cells marked, each with a comment that says what to do, and a sheet « Problèmes » that lists them.
/// </summary>
/// <remarks>
/// Values, formulas, styles, widths, lists and hidden rows stay. What ClosedXML may lose: the calculated values of formulas (the
/// spreadsheet calculates them again when it opens the file), charts, form controls, sparklines, macros. A .csv, an .xls, or a workbook
/// that ClosedXML cannot open is copied value by value into a new workbook, without its layout.
/// </remarks>
public static class Annotator
{
    private const string ListSheet = "Problèmes";
    internal const int MostComments = 5_000;
    private static readonly XLColor wrong = XLColor.FromArgb(0xFFC7CE), doubtful = XLColor.FromArgb(0xFFEB9C),
        head = XLColor.FromArgb(0x1F3864);

    /// <summary>Writes the marked copy. The file appears whole or not at all.</summary>
    /// <param name="input">The file that was read; it is not changed.</param>
    /// <param name="reading">Its reading.</param>
    /// <param name="output">The .xlsx to write.</param>
    /// <param name="language">The language of the sentences.</param>
    /// <exception cref="InvalidOperationException">The file could not be read at all: there is no cell to mark.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Annotate(string input, IntakeReading reading, string output, Language language = Language.French)
    {
        ArgumentException.ThrowIfNullOrEmpty(input);
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Form is null)
            throw new InvalidOperationException("The file could not be read: there is no cell to mark.");
        using FileStream file = File.OpenRead(input);
        using var bytes = new MemoryStream();
        FundingReports.Excel.Invariantly.Do(() =>
        {
            using XLWorkbook workbook = Open(file, reading.Name);
            Mark(workbook, reading.Problems, language);
            List(workbook, reading, language);
            workbook.SaveAs(bytes);
        });
        WholeFile.Write(output, bytes.WriteTo);
    }

    private static XLWorkbook Open(Stream stream, string name)
    {
        if (Path.GetExtension(name).ToLowerInvariant() is ".xlsx")
        {
            try
            {
                stream.Position = 0;
                // Into memory: ClosedXML writes to what it reads.
                var copy = new MemoryStream();
                stream.CopyTo(copy);
                return new(copy);
            }
            catch (Exception trouble) when (trouble is not (OutOfMemoryException or IOException))
            {
                // Written by another program in a way that it does not read: the values are saved at least.
            }
        }
        stream.Position = 0;
        return Copy(stream, name);
    }

    private static XLWorkbook Copy(Stream stream, string name)
    {
        FundingReports.Excel.Dependencies.Check();
        var workbook = new XLWorkbook();
        foreach (RawSheet sheet in IntakeFile.Open(stream, name))
        {
            IXLWorksheet copy = workbook.AddWorksheet(SheetName(sheet.Name));
            foreach (RawRow row in sheet.Rows)
                for (int column = 1; column <= row.Cells.Length; column++)
                    Write(copy.Cell(row.Number, column), row[column]);
        }
        return workbook;
    }

    private static string SheetName(string name) =>
        string.Concat(name.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? '_' : c));

    private static void Write(IXLCell cell, GridCell value)
    {
        switch (value.Kind)
        {
            case CellKind.Number:
                cell.SetValue(value.Number);
                if (value.Format.Length > 0 && !value.Format.EndsWith("1904", StringComparison.Ordinal))
                    cell.Style.NumberFormat.Format = value.Format;
                break;
            case CellKind.Date:
                cell.SetValue(value.Day.ToDateTimeUnspecified());
                cell.Style.NumberFormat.Format = "dd/mm/yyyy";
                break;
            case CellKind.Blank:
                break;
            default:
                FormWriter.Text(cell, value.Text);
                break;
        }
    }

    internal static void Mark(XLWorkbook workbook, ImmutableArray<Problem> problems, Language language, int most = MostComments)
    {
        foreach (var cell in problems.GroupBy(problem => problem.Path).Take(most))
        {
            if (CellOf(workbook, cell.Key) is not { } at)
                continue;
            at.Style.Fill.SetBackgroundColor(cell.Any(problem => problem.Severity is Severity.Error) ? wrong : doubtful);
            string sentences =
                string.Join("\n", cell.Select(problem => $"{Grave(problem, language)} : {problem.Message(language)}").Distinct());
            if (at.HasComment)
                at.Comment.AddNewLine();
            at.Comment.AddText(sentences);
            at.Comment.Style.Size.SetWidth(46).Size.SetHeight(16 * (2 + sentences.Length / 42));
        }
    }

    private static IXLCell? CellOf(XLWorkbook workbook, string path)
    {
        int mark = path.LastIndexOf('!');
        return mark > 0 && workbook.TryGetWorksheet(SheetName(path[..mark]), out IXLWorksheet sheet)
            ? sheet.Cell(path[(mark + 1)..]) : null;
    }

    private static void List(XLWorkbook workbook, IntakeReading reading, Language language)
    {
        bool french = language is Language.French;
        if (workbook.TryGetWorksheet(ListSheet, out IXLWorksheet before))
            before.Delete();
        IXLWorksheet sheet = workbook.AddWorksheet(ListSheet, 1);
        FormWriter.Page(sheet);
        FormWriter.Text(sheet.Cell(1, 1), french ? "Ce qu'il y a à corriger" : "What is to be corrected");
        sheet.Cell(1, 1).Style.Font.SetBold().Font.SetFontSize(16).Font.SetFontColor(head);
        FormWriter.Text(sheet.Cell(2, 1), reading.Account.Sentence(language));
        FormWriter.Text(sheet.Cell(3, 1), french
            ? "Corrigez les erreurs (cellules roses), regardez les avertissements (cellules jaunes), enregistrez, renvoyez le fichier. Cette feuille n'est pas lue."
            : "Correct the errors (pink cells), look at the warnings (yellow cells), save, send the file again. This sheet is not read.");
        string[] headers = french
            ? ["Gravité", "Feuille", "Cellule", "Trouvé", "Que faire"] : ["Severity", "Sheet", "Cell", "Found", "What to do"];
        int[] widths = [15, 16, 10, 26, 95];
        for (int i = 0; i < headers.Length; i++)
        {
            FormWriter.Text(sheet.Cell(5, i + 1), headers[i]);
            sheet.Column(i + 1).Width = widths[i];
        }
        sheet.Range(5, 1, 5, 5).Style.Fill.SetBackgroundColor(head).Font.SetFontColor(XLColor.White).Font.SetBold();
        int row = 6;
        foreach (Problem problem in reading.Problems.OrderBy(problem => problem.Severity))
        {
            int mark = problem.Path.LastIndexOf('!');
            string message = problem.Message(language);
            FormWriter.Text(sheet.Cell(row, 1), Grave(problem, language));
            sheet.Cell(row, 1).Style.Fill.SetBackgroundColor(problem.Severity is Severity.Error ? wrong : doubtful);
            FormWriter.Text(sheet.Cell(row, 2), mark > 0 ? problem.Path[..mark] : "");
            FormWriter.Text(sheet.Cell(row, 3), mark > 0 ? problem.Path[(mark + 1)..] : problem.Path);
            if (CellOf(workbook, problem.Path) is { } at)
                sheet.Cell(row, 3).Hyperlink = new XLHyperlink(at);
            FormWriter.Text(sheet.Cell(row, 4), problem.Found ?? "");
            FormWriter.Text(sheet.Cell(row, 5), message);
            sheet.Row(row).Height = 17 * Math.Max(1 + message.Length / 92, 1 + (problem.Found ?? "").Length / 24);
            row++;
        }
        sheet.Range(5, 1, Math.Max(row - 1, 6), 5).Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.SheetView.FreezeRows(5);
        sheet.SetTabActive();
    }

    private static string Grave(Problem problem, Language language) => (problem.Severity, language) switch
    {
        (Severity.Error, Language.French) => "Erreur",
        (Severity.Error, _) => "Error",
        (_, Language.French) => "Avertissement",
        _ => "Warning",
    };
}
