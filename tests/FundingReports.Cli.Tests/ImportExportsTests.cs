using FundingReports.Cli.Host;
using FundingReports.Portfolios;

namespace FundingReports.Cli.Tests;

/// <summary>A FONJEP or SUBVENTIA export, from the file that was received to the answers.</summary>
public class ImportExportsTests
{
    private static string Seed(string name) => Path.Combine(AppContext.BaseDirectory, "seeds", "imports", name);

    [Fact]
    public void Fonjep_IsImportedAnalysedAndReported()
    {
        using var sandbox = new Sandbox();
        string portfolio = sandbox.At("fonjep.json");
        Outcome imported = sandbox.Run("importer", "fonjep", Seed("fonjep-exemple.xlsx"), "-o", portfolio);
        Assert.Equal(ExitCode.Done, imported.Code);
        Assert.Equal(
            "50 148 € repris en 8 lignes sur 9 : tous les crédits lisibles dans le fichier. Non pris en compte : montantSubvention "
                + "illisible (ligne 10). Versements : 15 223,50 € repris en 10 lignes sur 11 : tous les crédits lisibles dans le "
                    + "fichier. Non pris en compte : pas encore payé (ligne 12).",
            imported.ErrorLines[0].Replace('\u00a0', ' ').Replace('\u202f', ' '));
        Outcome analysed = sandbox.Run("analyser", portfolio, "--au", "2026-11-23");
        Assert.Equal(ExitCode.Done, analysed.Code);
        Assert.Contains("Poste FONJEP J10004, Animation", analysed.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, sandbox.Run("rapport", portfolio, "--au", "2026-11-23", "-o", sandbox.At("fonjep.xlsx")).Code);
        Assert.Contains("fonjep.xlsx", sandbox.Files);
    }

    [Fact]
    public void Subventia_IntoAPortfolio_Waits()
    {
        using var sandbox = new Sandbox();
        string all = sandbox.At("tout.json");
        Assert.Equal(ExitCode.Done,
            sandbox.Run("import", "subventia", Seed("subventia-exemple.xlsx"), "--into", Sandbox.Landes, "-o", all).Code);
        Portfolio portfolio = Portfolio.Load(all);
        Assert.Equal((4, Portfolio.Load(Sandbox.Landes).Commitments.Length), (portfolio.Awaiting.Length, portfolio.Commitments.Length));
        Assert.Equal(CommitmentStatus.Refused, portfolio.Awaiting[3].Status);
    }

    [Theory]
    [InlineData("fonjep", "subventia-exemple.xlsx")]
    [InlineData("subventia", "fonjep-exemple.xlsx")]
    public void AnotherExport_IsRefused_AndNothingIsWritten(string kind, string name)
    {
        using var sandbox = new Sandbox();
        Assert.Equal(ExitCode.BadInput, sandbox.Run("import", kind, Seed(name), "-o", sandbox.At("x.json")).Code);
        Assert.Empty(sandbox.Files);
    }

    [Fact]
    public void Strict_StopsAtALineSetAside()
    {
        using var sandbox = new Sandbox();
        Assert.Equal(ExitCode.BadInput,
            sandbox.Run("import", "fonjep", Seed("fonjep-exemple.xlsx"), "-o", sandbox.At("x.json"), "--strict").Code);
        Assert.Empty(sandbox.Files);
    }
}
