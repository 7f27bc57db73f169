using FundingReports.Validation;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FundingReports.Exchange.Files;

namespace FundingReports.Exchange.Tests;

/// <summary>What docs/limits.md says of files, at the edge and past it.</summary>
public class FileLimitTests
{
    private const int Mebibyte = 1024 * 1024;

    private static readonly byte[] good = Sheets.Plan(Sheets.Good);

    [Theory]
    [InlineData(64 * Mebibyte, "n’est pas un classeur")]
    [InlineData(64 * Mebibyte + 1, "dépasse 64 Mio")]
    public void Form_Of64Mebibytes_IsOpened(int length, string words) =>
        Assert.Contains(words, Assert.Single(Sent.Lines(Sent.Read(new byte[length], "plan.xlsx"))), StringComparison.Ordinal);

    [Theory]
    [InlineData(10_000, false)]
    [InlineData(10_001, true)]
    public void Package_Of10000Parts_IsOpened(int parts, bool bomb) =>
        Assert.Equal(bomb, IsBomb(Zip([.. Enumerable.Range(0, parts).Select(i => i == 0 ? "xl/workbook.xml" : $"xl/p{i}.xml")])));

    /// <summary>The sizes that its directory declares; nothing is decompressed to look at them.</summary>
    [Theory]
    [InlineData(256 * Mebibyte, 256 * Mebibyte, false)]
    [InlineData(256 * Mebibyte + 1, 256 * Mebibyte, true)]
    [InlineData(4 * Mebibyte, 1, false)]
    [InlineData(4 * Mebibyte + 250, 4 * Mebibyte / 250 + 1, false)]
    [InlineData(4 * Mebibyte + 250, 4 * Mebibyte / 250, true)]
    public void Package_Of256Mebibytes_250TimesItsSize_IsOpened(int declared, int compressed, bool bomb) =>
        Assert.Equal(bomb, IsBomb(Declaring(Zip(["xl/workbook.xml"]), declared, compressed)));

    [Theory]
    [InlineData(1_048_576, false)]
    [InlineData(1_048_577, true)]
    public void Row_1048576_IsTheLast(int row, bool damaged) =>
        Assert.Equal(damaged,
            IsDamaged(text => Regex.Replace(Regex.Replace(text, "r=\"3\"", $"r=\"{row}\""), "r=\"([A-Z]+)3\"", $"r=\"${{1}}{row}\"")));

    [Theory]
    [InlineData("XFD", false)]
    [InlineData("XFE", true)]
    public void Column_16384_IsTheLast(string column, bool damaged) =>
        Assert.Equal(damaged,
            IsDamaged(text => text.Replace("</x:row>", $"<x:c r=\"{column}3\"/></x:row>", StringComparison.Ordinal)
                    .Replace("</row>", $"<c r=\"{column}3\"/></row>", StringComparison.Ordinal)));

    [Theory]
    [InlineData(200_000, false)]
    [InlineData(200_001, true)]
    public void MergedRows_200000_AreRead(int rows, bool damaged) => Assert.Equal(damaged, IsDamaged(text =>
        Regex.Replace(text, "</(x:)?sheetData>",
            match => $"{match.Value}<{match.Groups[1].Value}mergeCells><{match.Groups[1].Value}mergeCell "
            + $"ref=\"A5:A{(rows + 4).ToString(CultureInfo.InvariantCulture)}\"/></{match.Groups[1].Value}mergeCells>")));

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Headers_Below60Lines_AreFound(int above, bool found) =>
        Assert.Equal(found, Sent.Read(Sheets.Build(sheet =>
        {
            for (int row = 1; row <= above; row++)
                sheet.Cell(row, 1).SetValue("Plan de financement");
            Sheets.Fill(sheet, Sheets.Headers, Sheets.Good, above + 1);
        })).Form is not null);

    /// <summary>The first record of a CSV that is as long as can be, quotes and all.</summary>
    [Theory]
    [InlineData(999_000, true)]
    [InlineData(1_001_000, false)]
    public void Record_OfAMillionCharacters_IsRead(int length, bool read)
    {
        string csv = $"Poste;Dispositif;Financeur;Type de financeur;2026;Note\nPoste "
            + $"A;;État;État;30000;\"{new string('x', length)}\"\n";
        IntakeReading reading = Sent.Read(Encoding.UTF8.GetBytes(csv), "plan.csv");
        Assert.Equal(read, reading.Form is not null);
        if (!read)
            Assert.Contains("guillemet", Assert.Single(Sent.Lines(reading)), StringComparison.Ordinal);
    }

    // A million rows of two or three letters held the machine for minutes, and gigabytes.
    [Theory]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public void Rows_OfAForm_Are100000(int rows, bool read)
    {
        string csv = $"Poste;Financeur;2026;Observations\nPoste A;État;30000;\n{string.Concat(Enumerable.Repeat(";;;a\n", rows - 1))}";
        IntakeReading reading = Sent.Read(Encoding.UTF8.GetBytes(csv), "plan.csv");
        Assert.Equal(read, reading.Form is not null);
        if (!read)
            Assert.Contains("000 lignes", Assert.Single(Sent.Lines(reading)), StringComparison.Ordinal);
    }

    // Known by its lines before any is read; a quote may join two of them, and then each row is counted as it is read.
    [Theory]
    [InlineData(';', false)]
    [InlineData('"', true)]
    public void TooManyRows_AreRefusedBeforeTheyAreRead(char sign, bool slowly)
    {
        string csv = $"Poste;Financeur;2026;Observations\nPoste A;État;30000;\n"
            + string.Concat(Enumerable.Repeat("Poste B;Région;1000;a\n", 110_000)) + $"Poste {sign}C;État;1;\n";
        byte[] bytes = Encoding.UTF8.GetBytes(csv);
        long before = GC.GetAllocatedBytesForCurrentThread();
        IntakeReading reading = Sent.Read(bytes, "plan.csv");
        long megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) >> 20;
        Assert.Contains("000 lignes", Assert.Single(Sent.Lines(reading)), StringComparison.Ordinal);
        Assert.Equal(slowly, megabytes > 20);
    }

    [Theory]
    [InlineData(250_000, true)]
    [InlineData(250_001, false)]
    public void Lines_OfAnExport_Are250000(int lines, bool read)
    {
        string csv = $"N° EJ;N° DP;Exercice comptable;Montant payé\n{string.Concat(Enumerable.Repeat("ab;;;\n", lines))}";
        ImportReading reading = OfficialFile.Read(ImportKind.Chorus, new MemoryStream(Encoding.UTF8.GetBytes(csv)), "c.csv");
        Assert.Equal(read, reading.IsOpened);
        // The first hundred faults of a column, and how many more there are.
        Assert.InRange(reading.Problems.Length, 1, 300);
        Assert.Equal(read, reading.Problems.Any(problem => problem.Code is ProblemCode.MoreOfTheSame
            && problem.Arguments[2] == "249900"));
    }

    /// <summary>By the same code as a file of so many faults, which takes half a minute to make.</summary>
    [Fact]
    public void Comments_PastTheMost_AreLeftOut()
    {
        byte[] bytes = Sheets.Plan(
            [.. Enumerable.Range(0, 6)
                    .Select(
                        i => (object?[])[$"Poste {i}", "CCAS", "beaucoup", 2026, "État", "État", 30_000m, "conventionné", null, null])]);
        IntakeReading reading = Sent.Read(bytes);
        int faults = reading.Problems.Where(problem => problem.Path.Contains('!', StringComparison.Ordinal))
            .DistinctBy(problem => problem.Path).Count();
        Assert.True(faults > 4);
        foreach (int most in (int[])[faults, faults - 1, 0])
        {
            using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(bytes));
            Annotator.Mark(workbook, reading.Problems, Language.French, most);
            Assert.Equal(most,
                workbook.Worksheets.Sum(sheet => sheet.CellsUsed(ClosedXML.Excel.XLCellsUsedOptions.All).Count(cell => cell.HasComment)));
        }
        Assert.Equal(5_000, Annotator.MostComments);
    }

    private static bool IsBomb(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        try
        {
            PackageCheck.Check(zip);
            return false;
        }
        catch (NotReadException refused)
        {
            Assert.Equal("bomb", refused.Cause);
            return true;
        }
    }

    private static bool IsDamaged(Func<string, string> edit) =>
        Sent.Lines(Sent.Read(Sheets.Edit(good, "xl/worksheets/sheet1.xml", edit))) is [var line]
        && line.Contains("endommagé", StringComparison.Ordinal);

    // In the entry of the central directory: compressed size, then size.
    private static byte[] Declaring(byte[] zip, int size, int compressed)
    {
        int entry = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.GetBytes(compressed).CopyTo(zip, entry + 20);
        BitConverter.GetBytes(size).CopyTo(zip, entry + 24);
        return zip;
    }

    private static byte[] Zip(string[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (string part in parts)
                zip.CreateEntry(part);
        return stream.ToArray();
    }
}
