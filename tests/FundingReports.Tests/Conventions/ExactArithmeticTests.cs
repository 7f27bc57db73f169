using System.Text.RegularExpressions;

namespace FundingReports.Tests.Conventions;

/// <summary>No figure goes through a binary fraction: 0.1 + 0.2 is not 0.3 there.</summary>
public partial class ExactArithmeticTests
{
    /// <summary>The canonical form of JSON (RFC 8785) writes numbers as ECMAScript does; they serve the hash alone.</summary>
    private static readonly string[] allowed = ["src/FundingReports/Json/CanonicalJson.cs", "src/FundingReports/Json/JsonValues.cs"];

    [Fact]
    public void Library_CalculatesWithoutBinaryFractions()
    {
        var found =
            from project in (string[])["FundingReports", "FundingReports.Reports"]
            from file in SourceText.Files(Repository.PathOf("src", project), "*.cs")
            where !allowed.Contains(Repository.Relative(file))
            from line in SourceText.CodeOf(file)
            where BinaryFraction().IsMatch(Quoted().Replace(line, "\"\""))
            select $"{Repository.Relative(file)}: {line.Trim()}";
        Expect.Nothing(found);
    }

    [GeneratedRegex(@"""(\\.|[^""\\])*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"\b(double|float|Half|Double)\b|\b(To|Get|TryGet)(Double|Single)\b|\bMathF?\.(Pow|Sqrt|Log\w*|Exp)\b|\b\d+\.\d+(?![\dmM.""])\b")]
    private static partial Regex BinaryFraction();
}
