namespace FundingReports.Cli.Tests;

/// <summary>No file that is read is written over, under whatever name, and none is written twice.</summary>
public sealed class PlacesTests
{
    private static string Seed(params string[] parts) => FundingReports.Tests.Repository.PathOf(["seeds", .. parts]);

    /// <summary>
    /// Each command with an output that is one of its inputs: under its own name, by a link to it, by a folder that is a link, and by a
    /// path with "..".
    /// </summary>
    [Fact]
    public void Output_ThatIsAnInput_IsRefused_AndTheInputStays()
    {
        using var box = new Sandbox();
        string form = Copied(box, "plan.xlsx", Seed("intake", "association-exemple.xlsx")),
            list = Copied(box, "liste.json", Sandbox.Landes),
            policy = Copied(box, "regles.json", Seed("policies", "default.json")),
            scenario = Copied(box, "s.json", Seed("landes", "scenarios", "etat-se-retire.json")),
            export = Copied(box, "export.csv", Seed("imports", "scdl-exemple.csv")),
            columns = box.Put("colonnes.json", """{"Combien": "montant"}""");
        (string Input, Func<string, string[]> Run)[] runs =
        [
            (form, output => ["rapport", form, "-o", output]),
            (form, output => ["rapport", list, "-o", box.At("r.html"), "--dossier", output, "-s", scenario, "--regles", form]),
            (form, output => ["verifier", form, "--annotate", output]),
            (form, output => ["comparer", form, list, "-o", output]),
            (form, output => ["comparer", list, form, "-o", output]),
            (form, output => ["modele", "--depuis", form, "-o", output]),
            (form, output => ["importer", "fonjep", form, "-o", box.At("i.json"), "--retour", output]),
            (form, output => ["importer", "fonjep", form, "-o", box.At("i.json"), "--rattachement", output]),
            (list, output => ["analyser", list, "--json", output]),
            (policy, output => ["analyser", list, "--regles", policy, "--json", output]),
            (scenario, output => ["analyser", list, "-s", scenario, "--json", output]),
            (list, output => ["fusionner", form, list, "-o", output]),
            (columns, output => ["importer", "scdl", export, "--colonnes", columns, "-o", output]),
            (export, output => ["exporter", "csv", export, "-o", output]),
            (export, output => ["importer", "scdl", export, "-o", output]),
        ];
        foreach (var (input, run) in runs)
        {
            byte[] before = File.ReadAllBytes(input);
            foreach (string name in Names(box, input))
            {
                string[] args = run(name);
                Outcome outcome = box.Run(args);
                Assert.True(outcome.Code == 3, $"{string.Join(' ', args)}: {outcome.Code} {outcome.Error}");
                Assert.Contains("est le fichier à lire", outcome.Error, StringComparison.Ordinal);
                Assert.Equal(before, File.ReadAllBytes(input));
            }
        }
    }

    [Fact]
    public void TwoOutputs_OfOneName_AreRefused()
    {
        using var box = new Sandbox();
        foreach (string[] args in (string[][])[
            ["rapport", Sandbox.Landes, "-o", box.At("r.xlsx"), "--dossier", box.At("./r.xlsx")],
            ["analyser", Sandbox.Landes, "--json", box.At("r.html"), "--note-html", box.At("r.html")],
            ["importer", "scdl", Seed("imports", "scdl-exemple.csv"), "-o", box.At("r.xlsx"), "--retour", box.At("r.xlsx")],
            ["importer", "scdl", Seed("imports", "scdl-exemple.csv"), "-o", box.At("r.json"), "--retour", box.At("r.xlsx"),
                "--rattachement", box.At("r.xlsx")]])
        {
            Outcome outcome = box.Run(args);
            Assert.Equal(3, outcome.Code);
            Assert.Contains("est donné pour deux fichiers à écrire", outcome.Error, StringComparison.Ordinal);
            Assert.Empty(box.Files);
        }
    }

    /// <summary>The portfolio to which an import is added may be written in its place; and a device may be named twice.</summary>
    [Fact]
    public void APortfolio_MayBeAddedToInItsPlace()
    {
        using var box = new Sandbox();
        string list = Copied(box, "liste.json", Sandbox.Landes);
        Assert.Equal(0, box.Run("importer", "scdl", Seed("imports", "scdl-exemple.csv"), "--dans", list, "-o", list).Code);
        Assert.Equal(2, Portfolio.Load(list).Awaiting.Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(2, box.Run("analyser", "/dev/null", "--json", "/dev/null").Code);
    }

    private static string Copied(Sandbox box, string name, string from)
    {
        File.Copy(from, box.At(name));
        return box.At(name);
    }

    private static List<string> Names(Sandbox box, string input)
    {
        string name = Path.GetFileName(input), round = box.At("rond"), link = box.At($"lien-{name}"), second = box.At($"second-{name}");
        List<string> names = [input, Path.Combine(box.At("."), "nulle-part", "..", name)];
        if (OperatingSystem.IsWindows())
            return names;
        foreach (var (path, target) in (ReadOnlySpan<(string, string)>)[(round, "."), (link, name), (second, link)])
            if (!Path.Exists(path))
                File.CreateSymbolicLink(path, target);
        return [.. names, link, second, Path.Combine(round, name), Path.Combine(round, "rond", Path.GetFileName(link))];
    }
}
