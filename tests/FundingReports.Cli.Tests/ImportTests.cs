using FundingReports.Cli.Host;

namespace FundingReports.Cli.Tests;

public class ImportTests
{
    private const string Header =
        "nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;"
            + "objet;montant;nature;conditionsVersement;datesPeriodeVersement;notificationUE;pourcentageSubvention";
    private const string Good =
        "Département des Landes;22400001800016;2022-03-30;D-1;Association;78467169500103;Poste;30000.00;aide en "
        + "numéraire;unique;2022-04-15;non;1.00";

    [Fact]
    public void Import_Scdl_WritesWhatWaitsAndSaysTheAccount()
    {
        using var sandbox = new Sandbox();
        Outcome outcome = sandbox.Run("import", "scdl",
            sandbox.Put("sub.csv", $"{Header}\n{Good}\n{Good.Replace("30000.00", "beaucoup", StringComparison.Ordinal)}\n"), "-o",
            sandbox.At("p.json"));
        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Contains("Non pris en compte : montant illisible (ligne 3).", Plain(outcome.Error),
            StringComparison.Ordinal);
        Assert.Contains("erreur unreadable-cell sub!H3\u00a0: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("1 financement conventionné (30 000 €)", Plain(outcome.Output), StringComparison.Ordinal);
        Assert.Single(Portfolio.Load(sandbox.At("p.json")).Awaiting);
        Outcome check = sandbox.Run("check", sandbox.At("p.json"), "--as-of", Sandbox.AsOf);
        Assert.Contains("En attente d’un poste, et donc dans aucun chiffre", check.Output, StringComparison.Ordinal);
        Assert.Contains("En attente d’un poste", sandbox.Run("analyse", sandbox.At("p.json"), "--as-of", Sandbox.AsOf).Output,
            StringComparison.Ordinal);
        // And out again: all that the schema wants is there.
        Assert.Equal(ExitCode.Done, sandbox.Run("export", "scdl", sandbox.At("p.json"), "-o", sandbox.At("out.csv")).Code);
        Assert.Contains("Association,78467169500103,,Poste,30000.00,aide en numéraire,unique,2022-04-15,,non,1.00,",
            File.ReadAllText(sandbox.At("out.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_Into_ProposesAndPlacesNothing()
    {
        using var sandbox = new Sandbox();
        string home = sandbox.Put("maison.json", """
            { "format": "fundingreports/portfolio@1", "sources": [{ "id": "A", "kind": "act", "title": "Convention" }],
              "funders": [{ "id": "CD", "name": "Conseil départemental", "kind": "collectivite-departementale",
                "siret": "22400001800016" }],
              "posts": [{ "id": "P1", "label": "Poste 1", "from": "2021", "employers": [{ "name": "AAVM", "siret": "78467169500103" }],
                "source": "A" }] }
            """);
        Outcome outcome = sandbox.Run("importer", "scdl", sandbox.Put("sub.csv", $"{Header}\n{Good}\n"), "--into", home, "-o",
            sandbox.At("p.json"));
        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Contains(
            "scdl-d-1 (30 000 €) paie peut-être le poste « Poste 1 » : même bénéficiaire (SIRET), ce financeur ne paie pas encore ce "
            + "poste et dates compatibles.", Plain(outcome.Output), StringComparison.Ordinal);
        // The portfolio knows its kind: nobody is asked for it.
        Assert.DoesNotContain("funder-kind-not-said", outcome.Error, StringComparison.Ordinal);
        Portfolio whole = Portfolio.Load(sandbox.At("p.json"));
        Assert.Equal((0, 1, 1), (whole.Commitments.Length, whole.Awaiting.Length, whole.Funders.Length));
    }

    [Fact]
    public void Export_LacksAField_AsksForItAndWritesNothing()
    {
        using var sandbox = new Sandbox();
        Outcome outcome = sandbox.Run("export", "scdl", Sandbox.Landes, "-o", sandbox.At("out.csv"));
        Assert.Equal(ExitCode.BadInput, outcome.Code);
        Assert.Contains("erreur not-publishable funders[0].siret\u00a0: ", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(sandbox.Files);
    }

    [Theory]
    [InlineData(ExitCode.WrongUsage, "import")]
    [InlineData(ExitCode.WrongUsage, "import", "iati", "x.csv", "-o", "p.json")]
    [InlineData(ExitCode.WrongUsage, "import", "scdl")]
    [InlineData(ExitCode.WrongUsage, "import", "scdl", "x.csv")]
    [InlineData(ExitCode.FileTrouble, "import", "scdl", "nowhere.csv", "-o", "p.json")]
    [InlineData(ExitCode.WrongUsage, "export", "fonjep", "p.json", "-o", "x.csv")]
    [InlineData(ExitCode.WrongUsage, "export", "scdl", "p.json", "-o", "x.xlsx")]
    [InlineData(ExitCode.FileTrouble, "export", "scdl", "nowhere.json", "-o", "x.csv")]
    public void Run_WrongUsage_SaysSo(int code, params string[] args)
    {
        using var sandbox = new Sandbox();
        Outcome outcome = sandbox.Run([.. args.Select(arg => arg.Contains('.', StringComparison.Ordinal) ? sandbox.At(arg) : arg)]);
        Assert.Equal(code, outcome.Code);
        Assert.NotEmpty(outcome.Error);
        Assert.Empty(sandbox.Files);
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
