using FundingReports.Cli.Host;
using FundingReports.Excel.Tests;

namespace FundingReports.Cli.Tests;

public class IntakeTests
{
    private const string Good = "Poste;Dispositif;Financeur;Type de financeur;2026;Statut\nPoste A;;État;État;50 %;signé\n";

    [Fact]
    public void Form_ThereAndBack_IsReadMergedAndAnnotated()
    {
        using var sandbox = new Sandbox();
        Assert.Equal(ExitCode.Done, sandbox.Run("modele", "-o", sandbox.At("vierge.xlsx")).Code);
        Assert.Equal(ExitCode.Done, sandbox.Run("template", "--full", "--from", Sandbox.Landes, "-o", sandbox.At("complet.xlsx")).Code);
        Assert.Equal(ExitCode.Done, sandbox.Run("check", sandbox.At("complet.xlsx")).Code);
        string plan = sandbox.Put("plan.csv", Good);
        foreach (string form in (string[])["vierge.xlsx", "complet.xlsx"])
            Checked.Whole(File.ReadAllBytes(sandbox.At(form)), "missing-table");
        Outcome merged = sandbox.Run("fusionner", plan, Sandbox.Landes, "-o", sandbox.At("tout.json"));
        Assert.Equal((ExitCode.Done, true), (merged.Code, sandbox.Files.Contains("tout.json")));
        Assert.Contains("repris en 1 ligne", merged.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_FaultyForm_IsGivenBackMarked()
    {
        using var sandbox = new Sandbox();
        string plan = sandbox.Put("plan.csv", Good.Replace("50 %", "1.234", StringComparison.Ordinal));
        Outcome outcome = sandbox.Run("check", plan, "--annotate", sandbox.At("annote.xlsx"));
        Assert.Equal((ExitCode.BadInput, true), (outcome.Code, sandbox.Files.Contains("annote.xlsx")));
        Checked.Valid(File.ReadAllBytes(sandbox.At("annote.xlsx")));
        Assert.StartsWith("erreur ambiguous-cell plan!E2\u00a0: ", outcome.ErrorLines[1], StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, sandbox.Run("merge", plan, "-o", sandbox.At("tout.json")).Code);
        Assert.DoesNotContain("tout.json", sandbox.Files);
    }

    [Theory]
    [InlineData("plan.xlsx", "ceci n'est pas un classeur", ExitCode.FileTrouble)]
    [InlineData("plan.csv", "a;b\n1;2\n", ExitCode.BadInput)]
    public void Form_ThatCannotBeRead_EndsWithItsCode(string name, string text, int code)
    {
        using var sandbox = new Sandbox();
        Outcome outcome = sandbox.Run("check", sandbox.Put(name, text));
        Assert.Equal(code, outcome.Code);
        Assert.StartsWith($"erreur unreadable-file {name}\u00a0: ", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }
}
