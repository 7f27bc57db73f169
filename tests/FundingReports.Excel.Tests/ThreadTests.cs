namespace FundingReports.Excel.Tests;

public class ThreadTests
{
    /// <summary>Set to 1 for the long run: a thousand workbooks.</summary>
    private const string Long = "FUNDINGREPORTS_LONG";

    [Fact]
    public void ManyThreads_WriteTheSameWorkbook()
    {
        byte[] alone = Written();
        byte[][] all = new byte[Environment.GetEnvironmentVariable(Long) == "1" ? 1_000 : 24][];
        Parallel.For(0, all.Length, i => all[i] = Written());
        Assert.All(all, workbook => Assert.Equal(alone, workbook));
    }

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        Cases.LandesWithAssumptions.SaveWorkbook(stream);
        return stream.ToArray();
    }
}
