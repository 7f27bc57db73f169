namespace FundingReports.Tests.Conventions;

/// <summary>Lines of the tests have at most 139 characters: two files stand side by side on a screen.</summary>
public sealed class LineWidthTests
{
    private const int Widest = 139;

    // Snippets are shown in pages as they are; the parts of Lint/Plain.cs and HostileWorkbookTests.cs are XML on one line.
    private static readonly string[] asTheyAre =
        ["/FundingReports.Docs.Tests/Snippets/", "/FundingReports.WorkbookLint.Tests/Plain.cs", "/HostileWorkbookTests.cs",
            "/FundingReports.Mutation/Run.cs"];

    [Fact]
    public void Lines_OfTests_AreNotTooWide() => Expect.Nothing(
        from file in SourceText.Files(Repository.PathOf("tests"), "*.cs")
        let path = Repository.Relative(file)
        where !asTheyAre.Any(part => $"/{path}".Contains(part, StringComparison.Ordinal))
        from line in File.ReadLines(file).Select((text, i) => (Text: text, Number: i + 1))
        where line.Text.Length > Widest
        select $"{path}:{line.Number}: {line.Text.Length}");
}
