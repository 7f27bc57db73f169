namespace FundingReports.Tests;

/// <summary>Assertions that say all they found; xunit cuts long texts.</summary>
internal static class Expect
{
    internal static void Nothing(IEnumerable<string> found)
    {
        string text = string.Join('\n', found);
        Assert.True(text.Length == 0, text);
    }
}
