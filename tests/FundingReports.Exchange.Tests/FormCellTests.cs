using System.Globalization;
using ClosedXML.Excel;
using FundingReports.Excel.Tests;
using FundingReports.Exchange.Forms;
using FundingReports.Portfolios;
using FundingReports.Tests.Corpus;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// The cells of the forms: what a program that looks at them sees, and what is said of a word that the list does not have.
/// </summary>
public class FormCellTests
{
    private static readonly Portfolio sixPosts =
        Portfolio.TryRead(KeptInputs.Bytes("six-postes", "portfolio.json"), out Portfolio? read, out _)
            ? read
            : throw new InvalidOperationException();

    private static Dictionary<string, IntakeTemplate> Forms { get; } = new(StringComparer.Ordinal)
    {
        ["blank"] = IntakeTemplate.Blank(2026), ["blank, English"] = IntakeTemplate.Blank(2026, language: Language.English),
        ["filled in"] = IntakeTemplate.FilledIn(sixPosts),
        ["filled in, English"] = IntakeTemplate.FilledIn(sixPosts, language: Language.English),
        ["complete"] = IntakeTemplate.Complete(), ["complete, filled in"] = IntakeTemplate.Complete(sixPosts),
    };

    public static TheoryData<string> Names => new(Forms.Keys);

    /// <summary>
    /// ClosedXML works a formula out when its cell is looked at, and throws where it does not know one of its functions.
    /// </summary>
    [Theory, MemberData(nameof(Names))]
    public void EachCell_Answers(string name)
    {
        using var workbook = new XLWorkbook(new MemoryStream(Sent.Bytes(Forms[name])));
        int formulas = 0;
        foreach (IXLCell cell in workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed()))
        {
#pragma warning disable RS0030 // What others write is what is tried.
            object? value = cell.Value;
#pragma warning restore RS0030
            formulas += cell.HasFormula ? 1 : 0;
            Assert.True(!cell.HasFormula || value is string or double, $"{cell.Worksheet.Name}!{cell.Address}: {value}");
        }
        Assert.Equal(!name.StartsWith("complete", StringComparison.Ordinal), formulas > 0);
    }

    /// <summary>What a spreadsheet works out is what the file says before one has opened it.</summary>
    [LibreOfficeFact]
    public void EachFormula_IsWorkedOutByLibreOffice_AsItIsWritten()
    {
        byte[][] forms = [.. Forms.Values.Select(Sent.Bytes)];
        byte[][] worked = LibreOffice.Recalculate(forms);
        for (int i = 0; i < forms.Length; i++)
        {
            var (written, again) = (Checked.Read(forms[i]), Checked.Read(worked[i]));
            foreach (string sheet in written.Keys.Where(sheet => sheet is "Postes" or "Financements" or "Posts" or "Funding"))
                Assert.Equal(Texts(written[sheet]), Texts(again[sheet]));
        }

        static string[] Texts(IReadOnlyList<object?[]> rows) => [.. rows.Select(row =>
            string.Join('|', row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))).TrimEnd('|'))
            .Where(row => row.Length > 0)];
    }

    /// <summary>Of each column with a list, in both forms: a number, a day, a yes and a word that are not in it are said.</summary>
    [Theory]
    [InlineData(-45_000.0)]
    [InlineData("2026-03-01")]
    [InlineData(true)]
    [InlineData("zzz")]
    public void CellOutsideItsList_IsNeverTakenInSilence(object value)
    {
        int columns = 0;
        foreach (string name in (string[])["filled in", "complete, filled in"])
        {
            byte[] form = Sent.Bytes(Forms[name]);
            Assert.Empty(Sent.Errors(Sent.Read(form)));
            FormSheet[] sheets = name[0] == 'f' ? [YearsForm.Table] : [.. FullForm.Sheets];
            using var lists = new XLWorkbook(new MemoryStream(form));
            foreach (IXLWorksheet page in lists.Worksheets.Where(page => page.Name is not ("Listes" or "Mode d’emploi" or "Exemple")))
                foreach (IXLCell header in page.Row(3).CellsUsed())
                {
                    string text = header.GetString().TrimEnd('*', ' ');
                    FormSheet of = sheets.FirstOrDefault(sheet => sheet.Name == page.Name) ?? sheets[0];
                    if (of.Columns.FirstOrDefault(column => column.Header == text && !column.Choices.IsEmpty) is null
                        || page.Cell(4, 1).IsEmpty())
                        continue;
                    columns++;
                    using var changed = new XLWorkbook(new MemoryStream(form));
                    IXLCell cell = changed.Worksheet(page.Name).Cell(4, header.Address.ColumnNumber);
                    cell.Style.NumberFormat.Format = value is string day && day != "zzz" ? "dd/mm/yyyy" : "General";
                    if (value is string date && date != "zzz")
                        cell.SetValue(DateTime.Parse(date, CultureInfo.InvariantCulture));
                    else if (value is bool truth)
                        cell.SetValue(truth);
                    else if (value is double number)
                        cell.SetValue(number);
                    else
                        cell.SetValue("zzz");
                    string at = $"{page.Name}!{cell.Address}";
                    // « Vrai » is the yes of a column that asks for yes or no.
                    if (value is true && text == "Approximatif")
                        continue;
                    Assert.Contains(Sent.Read(Sheets.Bytes(changed)).Problems, problem => problem.Path == at
                        && problem.CodeName is ("not-one-of" or "cell-left-unknown" or "kept-as-written" or "unreadable-cell"));
                }
        }
        Assert.True(columns >= 12, $"{columns} columns with a list.");
    }
}
