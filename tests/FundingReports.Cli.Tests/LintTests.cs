using FundingReports.Cli.Host;
using FundingReports.Excel.Tests;

namespace FundingReports.Cli.Tests;

public sealed class LintTests
{
    [Theory]
    [InlineData("lint", "Toutes les règles sont respectées.")]
    [InlineData("controler", "Every rule is kept.", "--lang", "en")]
    public void Lint_OurOwnReport_KeepsEveryRule(string verb, string says, params string[] more)
    {
        using var box = new Sandbox { Outputs = Outputs.Real };
        Assert.Equal(0, box.Run("report", Sandbox.Landes, "-o", box.At("r.xlsx"), "--au", Sandbox.AsOf).Code);
        Checked.Whole(File.ReadAllBytes(box.At("r.xlsx")));
        Outcome outcome = box.Run([verb, box.At("r.xlsx"), .. more]);
        Assert.Equal((0, says, ""), (outcome.Code, outcome.Output.Trim(), outcome.Error));
    }

    [Fact]
    public void Lint_WorkbookOfAnyone_ListsWhatBreaksARule_OneALine()
    {
        using var box = new Sandbox();
        Assert.Equal(0, box.Run("template", "-o", box.At("vierge.xlsx")).Code);
        Outcome outcome = box.Run("lint", box.At("vierge.xlsx"));
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.NotEmpty(outcome.ErrorLines);
        Assert.All(outcome.ErrorLines,
            line => Assert.Matches(@"^erreur missing-table (Postes|Financements|Listes|Exemple|Mode d’emploi)![A-Z0-9:]+\s: .+\.$", line));
        Assert.Equal(["vierge.xlsx"], box.Files);
    }

    [Theory]
    [InlineData("n’est pas un classeur", "erreur unreadable-file $\u00a0: ", "ceci n'est pas un classeur")]
    [InlineData("Le fichier est vide", "erreur unreadable-file $\u00a0: ", "")]
    public void Lint_FileThatIsNoWorkbook_EndsWithFour(string says, string begins, string text)
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run("lint", box.Put("a.xlsx", text));
        Assert.Equal(4, outcome.Code);
        string line = Assert.Single(outcome.ErrorLines);
        Assert.StartsWith(begins, line, StringComparison.Ordinal);
        Assert.Contains(says, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, "il n’existe pas", "lint", "absent.xlsx")]
    [InlineData(3, "Il manque le classeur à contrôler", "lint")]
    [InlineData(3, "La langue «\u00A0de\u00A0»", "lint", "x.xlsx", "--lang", "de")]
    [InlineData(3, "n’est pas attendu", "lint", "x.xlsx", "y.xlsx")]
    public void Lint_WrongUsage_SaysWhyInOneLine(int code, string says, params string[] args)
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run(args);
        Assert.Equal(code, outcome.Code);
        Assert.Contains(says, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }
}
