namespace FundingReports.Excel.Tests;

public class DependenciesTests
{
    [Fact]
    public void PinnedVersions_AreNoTrouble() => Dependencies.Check();

    [Theory]
    [InlineData("0.95.4.0", "3.1.0.0", "DocumentFormat.OpenXml 2.20 is needed, and 3.1.0 is loaded")]
    [InlineData("0.104.2.0", "2.20.0.0", "ClosedXML 0.95 is needed, and 0.104.2 is loaded")]
    [InlineData("0.96.0.0", "3.0.0.0", "and 0.96.0 is loaded; DocumentFormat.OpenXml 2.20")]
    public void LaterVersions_AreNamed_WithWhatToDo(string closedXml, string openXml, string said)
    {
        string? trouble = Dependencies.Trouble(Version.Parse(closedXml), Version.Parse(openXml));
        Assert.Contains(said, trouble, StringComparison.Ordinal);
        Assert.Contains("[0.95.4,0.96)", trouble, StringComparison.Ordinal);
    }
}
