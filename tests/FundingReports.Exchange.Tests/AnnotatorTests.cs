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
            File.WriteAllBytes(input, Sheets.With("2026", "1.234"));
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
            File.WriteAllText(csv, "Poste;Dispositif;Financeur;Type de financeur;2026\nA;;État;État;1.234\n");
            Annotator.Annotate(csv, IntakeReader.Read(csv), output);
            Assert.Equal(["ambiguous-cell plan!E2"], Sent.Errors(IntakeReader.Read(output)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The file that was read stays, however its name is written.</summary>
    [Fact]
    public async Task Annotate_OverTheFileRead_IsRefused()
    {
        string folder = Directory.CreateTempSubdirectory("annotate-").FullName;
        try
        {
            string form = Path.Combine(folder, "plan.xlsx"), csv = Path.Combine(folder, "export.csv");
            byte[] sent = Sheets.With("2026", "1.234");
            File.WriteAllBytes(form, sent);
            File.WriteAllText(csv, string.Join(';', Scdl.Columns) + "\n" + Scdl.Good + "\n");
            IntakeReading reading = IntakeReader.Read(form);
            ImportReading import = OfficialFile.Read(ImportKind.Scdl, new MemoryStream(File.ReadAllBytes(csv)), "export.csv");
            string[] Names(string path) => [path, Path.Combine(folder, ".", Path.GetFileName(path)), Path.GetRelativePath(".", path),
                File.CreateSymbolicLink(path + ".link.xlsx", path).FullName];
            foreach (string output in Names(form))
            {
                Assert.Contains("another name", Assert.Throws<ArgumentException>(
                    "output", () => Annotator.Annotate(form, reading, output)).Message, StringComparison.Ordinal);
                await Assert.ThrowsAsync<ArgumentException>("output", () => Annotator.AnnotateAsync(form, reading, output));
            }
            foreach (string output in Names(csv))
            {
                Assert.Throws<ArgumentException>("output", () => Annotator.Annotate(csv, import, output));
                await Assert.ThrowsAsync<ArgumentException>("output", () => Annotator.AnnotateAsync(csv, import, output));
            }
            Assert.Equal(sent, File.ReadAllBytes(form));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("76-form-openpyxl-annotate-crash.xlsx")]
    [InlineData("70-form-cost-50,000.xlsx")]
    public void Annotate_FileOfAnotherLibrary_IsGivenBack_WithoutTheNameOfWhoRanIt(string name)
    {
        string folder = Directory.CreateTempSubdirectory().FullName, input = Path.Combine(folder, name), output = Path.Combine(folder,
            "a.xlsx");
        File.WriteAllBytes(input, FileAnswers.Bytes(name));
        Annotator.Annotate(input, IntakeReader.Read(input), output);
        using (var zip = System.IO.Compression.ZipFile.OpenRead(output))
            foreach (var part in zip.Entries.Where(part => part.FullName.Contains("comments", StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(part.Open());
                Assert.Contains("<x:author>FundingReports</x:author>", reader.ReadToEnd(), StringComparison.Ordinal);
            }
        using var workbook = new ClosedXML.Excel.XLWorkbook(output);
        Assert.Equal("Problèmes", workbook.Worksheet(1).Name);
        Directory.Delete(folder, true);
    }

    [Fact]
    public void Annotate_OfficialFile_GoesBackWithItsLinesSetAside()
    {
        string folder = Directory.CreateTempSubdirectory().FullName, input = Path.Combine(folder, "sub.csv"),
            output = Path.Combine(folder, "a.xlsx");
        File.WriteAllBytes(input, Scdl.Csv(Scdl.Header, Scdl.With("montant", "beaucoup"), Scdl.Other));
        Annotator.Annotate(input, OfficialFile.Read(ImportKind.Scdl, input), output);
        using var workbook = new ClosedXML.Excel.XLWorkbook(output);
        Assert.Equal("Ligne non prise en compte : montant illisible. Corrigez-la à la source.", Scdl.Spaces(workbook.Worksheet(1).Cell(6,
            5).GetString()));
        Assert.Equal("beaucoup", workbook.Worksheet("sub").Cell(2, 9).GetString());
        Directory.Delete(folder, true);
    }

    [Theory]
    [InlineData("no workbook"), InlineData("")]
    public async Task BytesOfAnotherFile_AreRefusedWithASentence(string text)
    {
        IntakeReading reading = Sent.Read(Sheets.Plan(Sheets.Good));
        using var output = new MemoryStream();
        MemoryStream Input() => new(System.Text.Encoding.UTF8.GetBytes(text));
        string said = Assert.Throws<InvalidDataException>(() => Annotator.Annotate(Input(), reading, output)).Message;
        Assert.StartsWith("retour.xlsx: Le fichier ", said, StringComparison.Ordinal);
        var late = await Assert.ThrowsAsync<InvalidDataException>(() => Annotator.AnnotateAsync(Input(), reading, output));
        Assert.Equal(said, late.Message);
        Assert.Equal(0, output.Length);
    }
}
