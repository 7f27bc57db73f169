namespace FundingReports.Tests.Conventions;

/// <summary>Lines have at most 139 characters: two files stand side by side on a screen.</summary>
public sealed class LineWidthTests
{
    private const int Widest = 139;

    // Snippets are shown in pages as they are; the parts of Lint/Plain.cs and HostileWorkbookTests.cs are XML on one line.
    private static readonly string[] asTheyAre =
        ["/FundingReports.Docs.Tests/Snippets/", "/FundingReports.WorkbookLint.Tests/Plain.cs", "/HostileWorkbookTests.cs",
            "/FundingReports.Mutation/Run.cs"];

    [Fact]
    public void Lines_OfTests_AreNotTooWide() => Expect.Nothing(
        from line in WideLines("tests")
        where !asTheyAre.Any(part => $"/{line.Path}".Contains(part, StringComparison.Ordinal))
        select Place(line));

    /// <summary>A sentence that people read is not cut: a line that begins with one may be as long as it.</summary>
    [Fact]
    public void Lines_OfSources_AreNotTooWideUnlessASentenceIs() => Expect.Nothing(
        from line in WideLines("src") where !HoldsSentence(line.Text) select Place(line));

    [Fact]
    public void HoldsSentence_ACallWithShortTexts_IsFalse()
    {
        Assert.False(HoldsSentence("Call(\"one\", \"two\", " + new string('x', 140) + ");"));
        Assert.True(HoldsSentence("    $\"" + new string('x', 100) + "\","));
    }

    private static IEnumerable<(string Path, int Number, string Text)> WideLines(string folder) =>
        from file in SourceText.Files(Repository.PathOf(folder), "*.cs")
        from line in File.ReadLines(file).Select((text, i) => (Text: text, Number: i + 1))
        where line.Text.Length > Widest
        select (Repository.Relative(file), line.Number, line.Text);

    private static string Place((string Path, int Number, string Text) line) => $"{line.Path}:{line.Number}: {line.Text.Length}";

    // Between the first quote of the line and the last: holes of a sentence may hold texts of their own.
    private static bool HoldsSentence(string text)
    {
        int first = text.IndexOf('"', StringComparison.Ordinal), last = text.LastIndexOf('"');
        return !text.TrimStart().StartsWith("//", StringComparison.Ordinal) && last - first > Widest / 2;
    }
}
