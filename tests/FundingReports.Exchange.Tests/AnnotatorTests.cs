using ClosedXML.Excel;
using FundingReports.WorkbookLint;
using FundingReports.Excel.Tests;

namespace FundingReports.Exchange.Tests;

public class AnnotatorTests
{
    [Fact]
    public void Annotate_FaultyCells_AreMarkedAndTheRestIsUntouched()
    {
        string folder = Directory.CreateTempSubdirectory("annotate-").FullName;
        try
        {
            string input = Path.Combine(folder, "plan.xlsx"), output = Path.Combine(folder, "plan-annote.xlsx");
            File.WriteAllBytes(input, Sheets.With("Montant ou part", "1.234"));
            IntakeReading reading = IntakeReader.Read(input);
            Annotator.Annotate(input, reading, output);
            // The rest is as it was sent: the rules hold for what is ours alone.
            Checked.Valid(File.ReadAllBytes(output));
            Assert.Equal(["missing-table"],
                WorkbookLinter.Check(output).Where(finding => finding.Sheet == "Problèmes").Select(finding => finding.Id));
            using (var workbook = new XLWorkbook(output))
            {
                IXLWorksheet plan = workbook.Worksheet("Plan");
                Assert.Contains("voulez-vous dire", plan.Cell("G2").Comment.Text, StringComparison.Ordinal);
                Assert.Equal("1.234", plan.Cell("G2").GetString());
                Assert.Equal("Poste A", plan.Cell("A2").GetString());
                Assert.False(plan.Cell("A2").HasComment);
                Assert.Equal("G2", workbook.Worksheet("Problèmes").Cell("C6").GetString());
            }
            // It can be corrected and read again: the sheet of problems is no data.
            Assert.Equal(Sent.Lines(reading), Sent.Lines(IntakeReader.Read(output)));
            string csv = Path.Combine(folder, "plan.csv");
            File.WriteAllText(csv, "Poste;Année;Financeur;Type de financeur;Montant\nA;2026;État;État;1.234\n");
            Annotator.Annotate(csv, IntakeReader.Read(csv), output);
            Assert.Equal(["ambiguous-cell plan!E2"], Sent.Errors(IntakeReader.Read(output)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
