using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FundingReports.Excel;
using FundingReports.Tests;
using FundingReports.Tests.Corpus;
using NodaTime;

namespace FundingReports.WorkbookLint.Tests;

/// <summary>Files made to do harm, damaged, or that are no workbook: a finding, in little memory and time, never an exception.</summary>
public class HostileLintTests
{
    [Fact]
    public void ZipBomb_IsNotOpened() =>
        Refused(Zip(("xl/workbook.xml", "<workbook/>"u8.ToArray()), ("xl/worksheets/sheet1.xml", new byte[200_000_000])), "bomb");

    [Fact]
    public void ManySmallParts_AreNotOpened() =>
        Refused(Zip([.. Enumerable.Range(0, 11_000).Select(i => ($"xl/p{i}.xml", Array.Empty<byte>()))]), "bomb");

    [Theory]
    [InlineData(0x7fff_ffff)]
    [InlineData(10)]
    public void PartThatIsNotAsLargeAsItSays_IsNotRead(int declared)
    {
        byte[] bytes = [.. Plain.Good];
        // The uncompressed size in each entry of the central directory.
        for (int i = 0; i + 46 < bytes.Length; i++)
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2)
                BitConverter.GetBytes(declared).CopyTo(bytes, i + 24);
        Assert.NotEmpty(Look(bytes));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>")]
    public void DocumentType_InAnyPart_EvenOneThatNobodyReads_IsRefused(string type)
    {
        foreach (string part in Plain.Parts.Keys.Where(part => part != Plain.Types))
            Refused(Plain.Of(new Dictionary<string, string>(Plain.Parts) { [part] = type + Plain.Parts[part] }), "dtd");
        Refused(Plain.Adding("customXml/item1.xml", type + "<x/>"), "dtd");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("PK\u0003\u0004 tronqué", "damaged")]
    [InlineData("%PDF-1.7", "not-a-workbook")]
    [InlineData("a;b\n1;2", "not-a-workbook")]
    public void Others_AreSaid(string text, string cause) => Refused(Encoding.UTF8.GetBytes(text), cause);

    [Fact]
    public void OldWorkbook_OpenDocument_Binary_Word_AreSaid()
    {
        Refused([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[1016]], "password");
        Refused(Zip(("mimetype", []), ("content.xml", "<x/>"u8.ToArray())), "ods");
        Refused(Zip(("xl/workbook.bin", [])), "xlsb");
        Refused(Zip(("word/document.xml", "<x/>"u8.ToArray())), "not-a-workbook");
        Refused(Zip(("xl/workbook.xml", "pas du XML"u8.ToArray())), "damaged");
    }

    [Theory]
    [InlineData("../../../../etc/passwd", "outside")]
    [InlineData("..%2f..%2f..%2f..%2fetc/passwd", "outside")]
    [InlineData("/etc/passwd", "missing")]
    [InlineData("..\\..\\..\\..\\Windows\\win.ini", "outside")]
    public void Relation_OutOfThePackage_IsNeverFollowed(string target, string cause)
    {
        var found = Look(Plain.With(Plain.BookRelations, "worksheets/sheet2.xml", target));
        Assert.Contains(found, finding => finding.Rule is LintRule.DamagedPart && finding.Arguments[1] == cause);
        Assert.DoesNotContain(found, finding => finding.ToString().Contains("root:", StringComparison.Ordinal));
    }

    [Fact]
    public void Dde_IsAnExternalLink_AndIsNeverCalled()
    {
        byte[] book = Plain.With(Plain.BookRelations, "</Relationships>",
            "<Relationship Id=\"rId9\" Type=\"x/externalLink\" Target=\"externalLinks/externalLink1.xml\"/></Relationships>");
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("xl/externalLinks/externalLink1.xml").Open());
            writer.Write(
                "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><ddeLink ddeService=\"cmd\" "
                + "ddeTopic=\"/c calc\"/></externalLink>");
        }
        Assert.Contains(Look(stream.ToArray()), finding => finding.Rule is LintRule.ExternalLink);
    }

    [Theory]
    [InlineData("../../../../piege.txt")]
    [InlineData("..\\..\\piege.txt")]
    [InlineData("/piege.txt")]
    public void PartOutOfThePackage_IsNeverUnpacked(string name)
    {
        Look(Plain.Adding(name, "<x/>"));
        Assert.False(File.Exists(Path.Combine(Path.GetTempPath(), "piege.txt")) || File.Exists("/piege.txt") || File.Exists("piege.txt"));
    }

    [Fact]
    public void PartThatIsBroken_LeavesTheRestJudged()
    {
        var found = Look(
            Plain.Of(
                new Dictionary<string, string>(Plain.Parts) { [Plain.Data] = "<worksheet><sheetData><row r=\"1\">",
                    [Plain.Core] = "<x/>" }));
        Assert.Equal(["document-title", "document-author", "document-language", "damaged-part"], found.Select(finding => finding.Id));
    }

    [Theory]
    [InlineData("r=\"5\"", "r=\"2000000000\"")]
    [InlineData("<c r=\"A5\"", "<c r=\"ZZZZ5\"")]
    [InlineData("<c r=\"A5\" t=\"inlineStr\">", "<c r=\"A5\" t=\"s\"><v>99</v>")]
    public void CellThatCannotBe_IsADamagedPart(string from, string to) =>
        Assert.Equal(["damaged-part Données"], Look(Plain.With(Plain.Data, from, to)).Select(finding => $"{finding.Id} {finding.Place}"));

    [Fact]
    public void WholeColumnsOfStyledBlankCells_AndATableOfAMillionRows_AreAFewFindings()
    {
        string cells = string.Concat(Enumerable.Range(1, 5_000).Select(i => $"<row r=\"{i + 10}\"><c r=\"XFD{i + 10}\" s=\"5\"/></row>"));
        var parts = new Dictionary<string, string>(Plain.Parts);
        parts[Plain.Data] = parts[Plain.Data].Replace("</sheetData>", cells + "</sheetData>", StringComparison.Ordinal);
        parts[Plain.DataTable] = parts[Plain.DataTable].Replace("A3:D6", "A3:XFD1048576", StringComparison.Ordinal);
        Assert.InRange(Look(Plain.Of(parts)).Count, 1, 60);
    }

    [Fact]
    public void DeepNesting_DoesNotOverflow() =>
        Look(Plain.With(Plain.Data, "<pageSetup",
            string.Concat(Enumerable.Repeat("<x>", 100_000)) + string.Concat(Enumerable.Repeat("</x>", 100_000)) + "<pageSetup"),
            seconds: 20);

    [Fact]
    public void StreamThatCannotSeek_IsReadTheSame()
    {
        using var through = new GZipStream(new MemoryStream(Compressed(Plain.With(Plain.Core, "Trois postes", ""))),
            CompressionMode.Decompress);
        Assert.Equal("document-title", Assert.Single(WorkbookLinter.Check(through)).Id);
    }

    [Fact]
    public void FileThatIsNotThere_IsAnIOException() =>
        Assert.Throws<FileNotFoundException>(() =>
                WorkbookLinter.Check(Path.Combine(Path.GetTempPath(), "absent-" + Guid.NewGuid() + ".xlsx")));

    [Fact]
    public void AnyCutOrDamage_NeverThrowsNorHangs()
    {
        byte[][] books = [Plain.Good, OurOwn()];
        var random = new Random(20220208);
        for (int i = 0; i < Rounds.Of(600); i++)
        {
            byte[] bytes = [.. books[i % 2]];
            if (i % 3 == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            else
                for (int k = 0; k < 1 + i % 7; k++)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            KeptInputs.Guard("lint", ".xlsx", bytes, () => Look(bytes));
        }
    }

    [Fact]
    public void AnyDamageOfTheText_NeverThrows()
    {
        string[] names = [.. Plain.Parts.Keys];
        var random = new Random(1);
        for (int i = 0; i < Rounds.Of(1_500); i++)
        {
            string part = names[random.Next(names.Length)], text = Plain.Parts[part];
            int at = random.Next(text.Length), length = Math.Min(random.Next(1, 40), text.Length - at);
            string damaged = (i % 6) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, "<c r=\"ZZZZ9\"><v>1e999</v></c>"),
                2 => text.Insert(at, "99999999999"),
                3 => Regex.Replace(text, "[0-9]+",
                    _ => random.Next(-5, int.MaxValue).ToString(System.Globalization.CultureInfo.InvariantCulture)),
                4 => Regex.Replace(text, "\"[^\"<>]*\"", match => random.Next(8) == 0 ? "\"\"" : match.Value),
                _ => Regex.Replace(text, " [a-zA-Z]+=\"[^\"<>]*\"", match => random.Next(8) == 0 ? "" : match.Value),
            };
            byte[] bytes = Plain.Of(new Dictionary<string, string>(Plain.Parts) { [part] = damaged });
            KeptInputs.Guard("lint", ".xlsx", bytes, () => Look(bytes));
        }
    }

    private static void Refused(byte[] bytes, string cause)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        LintFinding finding = Assert.Single(Look(bytes));
        Assert.Equal((LintRule.UnreadableFile, cause, "$"), (finding.Rule, finding.Arguments[0], finding.Place));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64_000_000);
    }

    private static byte[] OurOwn()
    {
        using var stream = new MemoryStream();
        Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio-with-assumptions.json")).Analyze(new LocalDate(2022, 2, 8))
            .SaveWorkbook(stream);
        return stream.ToArray();
    }

    /// <summary>The findings, found in time, each of which is one line in both languages.</summary>
    private static IReadOnlyList<LintFinding> Look(byte[] bytes, int seconds = 10)
    {
        var spent = Spent.Start();
        var findings = WorkbookLinter.Check(new MemoryStream(bytes));
        spent.AtMost(seconds);
        foreach (LintFinding finding in findings)
        {
            Assert.Matches(@"^(erreur|avertissement|error|warning) [a-z0-9-]+ .+: .+[.)»]$", finding.ToLine(Language.French));
            Assert.DoesNotContain('\n', finding.ToLine(Language.English));
        }
        return findings;
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, byte[] content) in parts)
            {
                using Stream part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                part.Write(content);
            }
        return stream.ToArray();
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return stream.ToArray();
    }
}
