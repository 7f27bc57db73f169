using System.Text;
using FundingReports.Exchange;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>A problem of a whole file stands at the name that was given: whoever reads several sees of which it is.</summary>
public class PlaceOfFileTests
{
    [Theory]
    [InlineData("plan.docx", "")]
    [InlineData("plan.xlsx", "no workbook")]
    [InlineData("plan.xlsx", "")]
    [InlineData("plan.csv", "a;b;c")]
    [InlineData("plan.ods", "PK")]
    public void Form_IsNamed(string name, string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        Problem problem = Assert.Single(IntakeReader.Read(stream, name).Problems, one => one.Code is ProblemCode.UnreadableFile);
        Assert.Equal(name, problem.Path);
        Assert.Null(problem.Cell);
        Assert.StartsWith($"erreur unreadable-file {name}", problem.ToLine(Language.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Export_OfEveryKind_IsNamed() => Assert.All(Enum.GetValues<ImportKind>(), kind =>
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("a;b;c\n1;2;3\n"));
        ImportReading reading = OfficialFile.Read(kind, stream, "export.csv");
        Assert.NotEmpty(reading.Problems);
        Assert.All(reading.Problems.Where(problem => problem.Cell is null), problem => Assert.Equal("export.csv", problem.Path));
    });
}
