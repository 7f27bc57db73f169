using System.IO.Compression;

namespace FundingReports.WorkbookLint.Tests;

/// <summary>What docs/limits.md says of workbooks that are checked, at the edge and past it.</summary>
public class LintLimitTests
{
    private const int Mebibyte = 1024 * 1024;

    [Theory]
    [InlineData(20, 20, 0)]
    [InlineData(21, 20, 1)]
    public void Findings_OfOneRuleAndSheet_AreTwenty(int found, int said, int others)
    {
        var list = new FindingList();
        for (int i = 0; i < found; i++)
            list.Add(LintRule.CutText, "Plan", $"A{i + 1}");
        Assert.Equal((said, others), (list.ToList().Count, list.ToList().Sum(finding => finding.Others)));
    }

    [Theory]
    [InlineData(5_000, 5_000)]
    [InlineData(5_001, 5_000)]
    public void Findings_AreFiveThousandInAll(int found, int said)
    {
        var list = new FindingList();
        for (int i = 0; i < found; i++)
            list.Add(LintRule.CutText, $"Feuille {i / 20}", $"A{i + 1}");
        Assert.Equal(said, list.ToList().Count);
    }

    [Theory]
    [InlineData(10_000, false)]
    [InlineData(10_001, true)]
    public void Package_Of10000Parts_IsOpened(int parts, bool bomb) =>
        Assert.Equal(bomb, IsBomb(Zip([.. Enumerable.Range(0, parts).Select(i => i == 0 ? "xl/workbook.xml" : $"xl/p{i}.xml")])));

    /// <summary>The sizes that its directory declares.</summary>
    [Theory]
    [InlineData(256 * Mebibyte, 256 * Mebibyte, false)]
    [InlineData(256 * Mebibyte + 1, 256 * Mebibyte, true)]
    [InlineData(4 * Mebibyte, 1, false)]
    [InlineData(4 * Mebibyte + 250, 4 * Mebibyte / 250 + 1, false)]
    [InlineData(4 * Mebibyte + 250, 4 * Mebibyte / 250, true)]
    public void Package_Of256Mebibytes_250TimesItsSize_IsOpened(int declared, int compressed, bool bomb)
    {
        byte[] zip = Zip(["xl/workbook.xml"]);
        int entry = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.GetBytes(compressed).CopyTo(zip, entry + 20);
        BitConverter.GetBytes(declared).CopyTo(zip, entry + 24);
        Assert.Equal(bomb, IsBomb(zip));
    }

    private static bool IsBomb(byte[] bytes) =>
        WorkbookLinter.Check(new MemoryStream(bytes)) is [{ Rule: LintRule.UnreadableFile, Arguments: ["bomb"] }];

    private static byte[] Zip(string[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (string part in parts)
                zip.CreateEntry(part);
        return stream.ToArray();
    }
}
