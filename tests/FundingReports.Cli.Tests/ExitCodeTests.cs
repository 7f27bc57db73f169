using FundingReports.Cli.Host;

namespace FundingReports.Cli.Tests;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("analyse")]
    [InlineData("analyser")]
    [InlineData("check")]
    [InlineData("verifier")]
    public void Run_GoodInput_EndsWithZeroAndListsWarnings(string verb)
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run(verb, Sandbox.Landes, "--as-of", Sandbox.AsOf);
        Assert.Equal(0, outcome.Code);
        Assert.NotEmpty(outcome.ErrorLines);
        Assert.All(outcome.ErrorLines, line => Assert.Matches(@"^avertissement [a-z-]+ \S+\s: .+$", line));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("rapport")]
    public void Report_GoodInput_WritesTheWorkbookAndNothingBeside(string verb)
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run(verb, Sandbox.Landes, "-o", box.At("r.xlsx"), "--au", "08/02/2022", "--lang", "en");
        Assert.Equal(0, outcome.Code);
        Assert.Equal(["r.xlsx"], box.Files);
        Assert.Equal("workbook English", File.ReadAllText(box.At("r.xlsx")));
        Assert.Contains("8 February 2022", outcome.Output);
    }

    /// <summary>A factor upon a factor upon a factor: no figure, and a sentence. Found by a kept input.</summary>
    [Fact]
    public void Analyse_FactorsTooLargeToCalculate_SaysSoAndWritesNothing()
    {
        using var box = new Sandbox();
        string change = """{"scale":{"funder":"ETAT","from":"2023-01-01","factor":"1000000000"}}""";
        string scenario = box.Put("s.json",
            $$"""{"format":"fundingreports/scenario@1","name":"s","changes":[{{string.Join(',', Enumerable.Repeat(change, 40))}}]}""");
        Outcome outcome = box.Run("analyse", Sandbox.Landes, "--as-of", Sandbox.AsOf, "--scenario", scenario, "--json", box.At("out.json"),
            "--lang", "en");
        Assert.Equal((ExitCode.BadInput, ""), (outcome.Code, outcome.Output));
        Assert.Contains("too large to be calculated", outcome.ErrorLines[^1]);
        Assert.Equal(["s.json"], box.Files);
    }

    [Theory]
    [InlineData("analyse")]
    [InlineData("check")]
    [InlineData("report")]
    public void Run_EveryFault_ListsAllProblemsAndWritesNothing(string verb)
    {
        using var box = new Sandbox();
        string input = box.Put("in.json", BadInput.Everything);
        string[] outputs = verb switch { "report" => ["-o", box.At("out.xlsx")], "analyse" => ["--json", box.At("out.json")], _ => [] };
        Outcome outcome = box.Run([verb, input, .. outputs]);
        Assert.Equal(2, outcome.Code);
        Assert.Equal("", outcome.Output);
        Assert.Empty(outcome.Bytes);
        Assert.Equal(["in.json"], box.Files);
        Assert.All(outcome.ErrorLines, line => Assert.Matches(@"^(erreur|avertissement) [a-z-]+ \S+\s: .+$", line));
        Assert.All(BadInput.CodesOfEverything, code => Assert.Contains(outcome.ErrorLines, line => line.Split(' ')[1] == code));
        Assert.DoesNotContain("jean.dupont@exemple.fr", outcome.Error);
    }

    [Theory]
    [InlineData(BadInput.Truncated)]
    [InlineData(BadInput.NotJson)]
    [InlineData("")]
    public void Run_NotJson_SaysSoOnce(string text)
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run("check", box.Put("in.json", text));
        Assert.Equal(2, outcome.Code);
        Assert.StartsWith("erreur not-json ", Assert.Single(outcome.ErrorLines));
    }

    [Fact]
    public void Run_StrictWithWarnings_EndsWithTwoAndWritesNothing()
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run("report", Sandbox.Landes, "-o", box.At("r.xlsx"), "--strict");
        Assert.Equal(2, outcome.Code);
        Assert.Equal("", outcome.Output);
        Assert.Empty(box.Files);
    }

    [Theory]
    [InlineData("La commande « efface » n’existe pas", "efface")]
    [InlineData("Il manque la commande")]
    [InlineData("Il manque le fichier", "analyse")]
    [InlineData("« 30 » n’est pas une date", "analyse", "x.json", "--as-of", "30")]
    [InlineData("« 2022-02-30 » n’est pas une date", "analyse", "x.json", "--au", "2022-02-30")]
    [InlineData("« 30/02/2022 » n’est pas une date", "analyse", "x.json", "--au", "30/02/2022")]
    [InlineData("--jusqu-a ne peut pas précéder", "analyse", "x.json", "--au", "2022-02-08", "--through", "2021-12-31")]
    [InlineData("--jusqu-a ne peut pas précéder", "analyse", "x.json", "--au", "2022-02-08", "--through", "2122-12-31")]
    [InlineData("La langue « de »", "analyse", "x.json", "--lang", "de")]
    [InlineData("« --vite » n’est pas attendu", "analyse", "x.json", "--vite")]
    [InlineData("« y.json » n’est pas attendu", "analyse", "x.json", "y.json")]
    [InlineData("--as-of doit être suivi", "analyse", "x.json", "--as-of")]
    [InlineData("Il manque le classeur", "report", "x.json")]
    [InlineData("doit finir par .xlsx", "report", "x.json", "-o", "x.ods")]
    [InlineData("ne vont pas ensemble", "analyse", "x.json", "--json", "-", "--note")]
    [InlineData("est le fichier à lire", "analyse", "x.json", "--json", "x.json")]
    [InlineData("There is no command “erase”", "erase", "--lang", "en")]
    public void Run_WrongUsage_SaysWhyInOneLine(string why, params string[] args)
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run(args);
        Assert.Equal(3, outcome.Code);
        Assert.Equal("", outcome.Output);
        Assert.Contains(why, Assert.Single(outcome.ErrorLines).Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    [Fact]
    public void Run_NoSuchFile_EndsWithFour()
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run("analyse", box.At("absent.json"));
        Assert.Equal(4, outcome.Code);
        Assert.Contains("il n’existe pas", Assert.Single(outcome.ErrorLines));
    }

    [Fact]
    public void Run_Folder_EndsWithFour()
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run("check", box.At("."));
        Assert.Equal(4, outcome.Code);
        Assert.Contains("c’est un dossier", Assert.Single(outcome.ErrorLines));
    }

    [Fact]
    public void Report_NoSuchFolder_EndsWithFourAndWritesNothing()
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run("report", Sandbox.Landes, "-o", box.At("absent/r.xlsx"), "--au", Sandbox.AsOf);
        Assert.Equal(4, outcome.Code);
        Assert.Equal("", outcome.Output);
        Assert.Empty(box.Files);
    }

    [Fact]
    public void Report_DiskFullHalfway_LeavesTheOldFile()
    {
        using var box = new Sandbox
        {
            Outputs = new((_, _) => { }, (_, path, _, _) =>
            {
                File.WriteAllText(path, "half");
                throw new IOException("disk full");
            }),
        };
        box.Put("r.xlsx", "old");
        Outcome outcome = box.Run("report", Sandbox.Landes, "-o", box.At("r.xlsx"), "--au", Sandbox.AsOf);
        Assert.Equal(4, outcome.Code);
        Assert.Equal(["r.xlsx"], box.Files);
        Assert.Equal("old", File.ReadAllText(box.At("r.xlsx")));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("analyse", "--help")]
    [InlineData("report", "-h")]
    public void Run_Help_EndsWithZeroInFrench(params string[] args)
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run(args);
        Assert.Equal(0, outcome.Code);
        Assert.Contains("Usage : fundingreports", outcome.Output.Replace('\u00a0', ' '));
        Assert.Equal("", outcome.Error);
    }
}
