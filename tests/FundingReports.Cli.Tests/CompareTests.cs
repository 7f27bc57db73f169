using FundingReports.Changes;
using FundingReports.Cli.Host;

namespace FundingReports.Cli.Tests;

public sealed class CompareTests
{
    [Theory]
    [InlineData("compare")]
    [InlineData("comparer")]
    public void Compare_TwoFiles_SaysWhatChanged(string verb)
    {
        using var box = new Sandbox();
        string later = box.Put("new.json",
            File.ReadAllText(Sandbox.Landes).Replace("\"2023-07-23\"", "\"2024-07-23\"", StringComparison.Ordinal));
        Outcome outcome = box.Run(verb, Sandbox.Landes, later, "--au", Sandbox.AsOf);
        Assert.Equal(0, outcome.Code);
        Assert.StartsWith("Au 8 février 2022, par rapport à l’ancien état : 3 postes prolongés.", Plain(outcome.Output));
        Assert.Contains("- E1, État : modifié ; terme : 23/07/2024 (avant : 23/07/2023).", Plain(outcome.Output));
        // Each file's problems under its name, each in its form.
        Assert.Equal([$"{Sandbox.Landes}\u00a0:", $"{later}\u00a0:"],
            outcome.ErrorLines.Where(line => !line.StartsWith("avertissement ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Compare_OneFileOnTwoDates_SaysWhatChanged()
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run("compare", Sandbox.Landes, "--au-ancien", "08/02/2022", "--au", "2023-08-01");
        Assert.Equal(0, outcome.Code);
        Assert.StartsWith(
            "Entre l’état au 8 février 2022 et celui au 1er août 2023 : 3 postes dont le financement conventionné est arrivé à son terme",
            Plain(outcome.Output));
        Assert.All(outcome.ErrorLines, line => Assert.StartsWith("avertissement ", line));
        Assert.Equal(outcome.ErrorLines.Distinct(), outcome.ErrorLines);
    }

    [Fact]
    public void Compare_Itself_SaysThatNothingChanged()
    {
        using var box = new Sandbox();
        Assert.Equal("As of 8 February 2022, compared with the old state, nothing changed.",
            box.Run("compare", Sandbox.Landes, Sandbox.Landes, "--au", Sandbox.AsOf, "--lang", "en").Output.Trim());
    }

    [Fact]
    public void Compare_WithOutput_WritesTheWorkbookOfTheLaterState()
    {
        using var box = new Sandbox {
            Outputs = Writing((changes, path, language) =>
                    File.WriteAllText(path, $"{changes.Before.AsOf.Year} {changes.After.AsOf.Year} {language}")) };
        Outcome outcome = box.Run("compare", Sandbox.Landes, "--as-of-old", "2022-02-08", "--as-of", "2023-08-01", "-o", box.At("r.xlsx"));
        Assert.Equal(0, outcome.Code);
        Assert.Equal(["r.xlsx"], box.Files);
        Assert.Equal("2022 2023 French", File.ReadAllText(box.At("r.xlsx")));
        Assert.EndsWith("r.xlsx est écrit : situation au 1er août 2023.", Plain(outcome.Output.Trim()));
    }

    [Fact]
    public void Compare_BothFilesBad_ListsAllProblemsOfBothAndWritesNothing()
    {
        using var box = new Sandbox();
        string old = box.Put("old.json", BadInput.Everything), later = box.Put("new.json", BadInput.NotJson);
        Outcome outcome = box.Run("compare", old, later, "-o", box.At("r.xlsx"));
        Assert.Equal(2, outcome.Code);
        Assert.Equal("", outcome.Output);
        Assert.Equal(["new.json", "old.json"], box.Files);
        Assert.All(BadInput.CodesOfEverything.Append("not-json"),
            code => Assert.Contains(outcome.ErrorLines, line => line.StartsWith($"erreur {code} ", StringComparison.Ordinal)
                    || line.StartsWith($"avertissement {code} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Compare_NoSuchFile_EndsWithFour()
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run("compare", Sandbox.Landes, box.At("absent.json"), "-o", box.At("r.xlsx"));
        Assert.Equal(4, outcome.Code);
        Assert.Contains("il n’existe pas", outcome.Error);
        Assert.Empty(box.Files);
    }

    [Fact]
    public void Compare_StrictWithWarnings_EndsWithTwo()
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run("compare", Sandbox.Landes, Sandbox.Landes, "--strict", "-o", box.At("r.xlsx"));
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.Empty(box.Files);
    }

    [Fact]
    public void Compare_DiskFullHalfway_LeavesTheOldFileAndSaysNothing()
    {
        using var box = new Sandbox {
            Outputs = Writing((_, path, _) => { File.WriteAllText(path, "half"); throw new IOException("disk full"); }) };
        box.Put("r.xlsx", "old");
        Outcome outcome = box.Run("compare", Sandbox.Landes, Sandbox.Landes, "-o", box.At("r.xlsx"));
        Assert.Equal((4, ""), (outcome.Code, outcome.Output));
        Assert.Equal(["r.xlsx"], box.Files);
        Assert.Equal("old", File.ReadAllText(box.At("r.xlsx")));
    }

    [Theory]
    [InlineData("Il manque le fichier")]
    [InlineData("Il n’y a rien à comparer", "x.json")]
    [InlineData("« 30 » n’est pas une date", "x.json", "y.json", "--au-ancien", "30")]
    [InlineData("« z.json » n’est pas attendu", "x.json", "y.json", "z.json")]
    [InlineData("doit finir par .xlsx", "x.json", "y.json", "-o", "x.ods")]
    [InlineData("est le fichier à lire", "x.json", "y.xlsx", "-o", "y.xlsx")]
    [InlineData("--jusqu-a ne peut pas précéder", "x.json", "y.json", "--au", "2022-02-08", "--au-ancien", "1800-01-01")]
    [InlineData("--jusqu-a ne peut pas précéder", "x.json", "y.json", "--au", "2022-02-08", "--au-ancien", "2024-01-01", "--through",
        "2023-12-31")]
    public void Compare_WrongUsage_SaysWhyInOneLine(string why, params string[] args)
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run(["compare", .. args]);
        Assert.Equal((3, ""), (outcome.Code, outcome.Output));
        Assert.Contains(why, Plain(Assert.Single(outcome.ErrorLines)));
    }

    private static Outputs Writing(Action<PortfolioChanges, string, Language> workbook) =>
        new((_, _) => { }, (_, _, _, _) => { }) { Changes = workbook };

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
