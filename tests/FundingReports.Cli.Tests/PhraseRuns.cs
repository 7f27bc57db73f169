using ClosedXML.Excel;
using FundingReports.Cli.Usage;
using FundingReports.Tests;

namespace FundingReports.Cli.Tests;

/// <summary>The runs of the tool whose words are listed.</summary>
internal static class PhraseRuns
{
    private static readonly string[] verbs = ["analyser", "lot", "verifier", "comparer", "rapport", "modele", "fusionner", "importer",
        "controler", "exporter"];

    internal static IEnumerable<string[]> Help => [[], .. verbs.Select(verb => (string[])[verb])];

    internal static IEnumerable<Exception> Troubles =>
    [
        new FileNotFoundException(), new DirectoryNotFoundException(), new UnauthorizedAccessException(),
        new UnauthorizedAccessException("folder"), new PathTooLongException(), new IOException("", 28), new IOException("", 11),
        new IOException("", 30), new IOException(),
        new ArgumentException("", "path"),
    ];

    internal static IEnumerable<string[]> Wrong(Sandbox box)
    {
        string landes = Repository.PathOf("seeds", "landes", "portfolio.json"),
            folder = Directory.CreateDirectory(box.At("dossier")).FullName;
        box.Put("dossier/x.json", "{}");
        return
        [
            [], ["analyze"], ["--inconnu"], .. verbs.Where(verb => verb != "modele").Select(verb => (string[])[verb]), ["modele"],
            ["analyser", landes, "trop", "encore"], ["analyser", landes, "--au"], ["analyser", landes, "--au", "8 février"],
            ["analyser", landes, "--au", "2022-02-08", "--through", "2021-01-01"],
            ["analyser", landes, "--lang", "de"], ["analyser", landes, "--json", "-", "--note"], ["analyser", landes, "--json", landes],
            ["analyser", landes, "--json", box.At("r.html"), "--note-html", box.At("r.html")], [folder],
            ["rapport", landes], ["rapport", landes, "-o", "r.pdf"], ["rapport", landes, "-o", box.At("r.xlsx"), "--profile", "secret"],
            ["importer", "excel", "x.xlsx", "-o", "y.json"], ["importer", "fonjep"], ["importer", "fonjep", "x.xlsx"],
            ["importer", "fonjep", "x.xlsx", "-o", "y.json", "--beneficiary", "1"],
            ["importer", "scdl", "x.csv", "-o", "y.json", "--attribuant", ","],
            ["importer", "scdl", landes, "-o", "y.json", "--colonnes", landes],
            ["exporter", "xml", landes], ["exporter", "scdl"], ["exporter", "scdl", landes], ["exporter", "scdl", landes, "-o", "x.xlsx"],
            ["verifier", landes, "--annotate", "x.xlsx"],
            ["modele", "-o", "x.pdf"], ["fusionner", landes], ["comparer", landes], ["lot", folder], ["lot", folder, "-o", folder],
            ["lot", folder, "-o", box.At("sortie"), "-s", landes],
        ];
    }

    /// <summary>
    /// Each command on real files, what it says on one and on several, of good ones and of bad ones; with its exit code.
    /// </summary>
    internal static IEnumerable<(string[] Args, int Code)> Real(Sandbox box)
    {
        string Seed(params string[] parts) => Repository.PathOf(["seeds", .. parts]);
        string landes = Seed("landes", "portfolio.json"), assumed = Seed("landes", "portfolio-with-assumptions.json"),
            csv = Seed("intake", "departement-des-landes.csv"), xlsx = Seed("intake", "association-exemple.xlsx"),
            ccas = Seed("intake", "ccas-mont-de-marsan.xlsx");
        string bad = box.Put("faux.json", BadInput.Everything), scenario = Seed("landes", "scenarios", "etat-se-retire.json"),
            date = Sandbox.AsOf;
        string Folder(string name, params string[] files)
        {
            Directory.CreateDirectory(box.At(name));
            foreach (string file in files)
                File.Copy(file, Path.Combine(box.At(name), $"{Directory.GetFiles(box.At(name)).Length}-{Path.GetFileName(file)}"));
            return box.At(name);
        }
        string one = Folder("un", landes), two = Folder("deux", landes, assumed), mixed = Folder("melange", landes, bad, bad),
            bads = Folder("faux", [.. Enumerable.Repeat(bad, 7)]);
        return
        [
            (["analyser", landes, "--au", date], 0), (["analyser", assumed, "--au", date], 0),
            (["analyser", Seed("cases", "worked-05", "portfolio.json"), "--au", date], 0), (["analyser", box.At("absent.json")], 4),
            (["analyser", bad, "--au", date], 2),
            (["rapport", landes, "-o", box.At("r.xlsx"), "--au", date], 0),
            (["rapport", landes, "-o", box.At("nulle-part/r.xlsx"), "--au", date], 4),
            (["verifier", landes, "--au", date], 0), (["verifier", Clean(box), "--au", date], 0),
            (["verifier", xlsx, "--au", date, "--annotate", box.At("a.xlsx")], 0), (["verifier", csv, "--au", date], 0),
            (["verifier", box.Put("errone.csv",
                "Poste;Financeur;Type de financeur;2023;Statut\nPoste 1;État;État;environ beaucoup;voté\nPoste 1;Commune "
                + "de Dax;commune;26 000 €;voté\n\n;État;État;50 %;voté\n"), "--au", date, "--annotate", box.At("b.xlsx")], 2),
            (["comparer", landes, assumed, "--au", date, "-o", box.At("c.xlsx")], 0),
            (["comparer", assumed, "--au", "2023-08-01", "--au-ancien", date], 0),
            (["comparer", assumed, "-s", scenario, "--au", date, "-o", box.At("s.xlsx")], 0),
            (["comparer", landes, landes, "--au", date], 0),
            (["modele", "-o", box.At("annees.xlsx"), "--annees", "demain"], 3),
            (["modele", "-o", box.At("vide.xlsx")], 0), (["modele", "-o", box.At("plein.xlsx"), "--complet"], 0),
            (["modele", "-o", box.At("rempli.xlsx"), "--depuis", landes], 0),
            (["modele", "-o", box.At("complet.xlsx"), "--complet", "--depuis", assumed], 0),
            (["fusionner", xlsx, "-o", box.At("m1.json")], 0), (["fusionner", xlsx, ccas, "-o", box.At("m2.json")], 0),
            (["importer", "scdl", Seed("imports", "scdl-exemple.csv"), "-o", box.At("scdl.json")], 0),
            (["importer", "fonjep", Seed("imports", "fonjep-exemple.xlsx"), "-o", box.At("fonjep.json")], 0),
            (["importer", "subventia", Seed("imports", "subventia-exemple.xlsx"), "-o", box.At("tout.json"), "--into",
                box.At("fonjep.json")], 0), (["analyser", box.At("tout.json"), "--au", date], 0),
            (["importer", "chorus", Seed("imports", "chorus-exemple.csv"), "--dans", Seed("cases", "six-postes", "portfolio.json"), "-o",
                box.At("paye.json"), "--rattachement", box.At("placer.xlsx")], 0),
            (["fusionner", box.At("paye.json"), box.At("placer.xlsx"), "-o", box.At("complet.json")], 0),
            (["exporter", "scdl", box.At("scdl.json"), "-o", box.At("e.csv")], 0),
            (["exporter", "scdl", landes, "-o", box.At("f.csv"), "--complets-seulement"], 0),
            (["lot", one, "-o", box.At("s1"), "--au", date], 0), (["lot", one, "-o", box.At("s1"), "--au", date], 0),
            (["lot", two, "-o", box.At("s2"), "--au", date], 0), (["lot", mixed, "-o", box.At("s3"), "--au", date], 2),
            (["lot", bads, "-o", box.At("s4"), "--au", date], 2), (["lot", box.At("absent"), "-o", box.At("s5")], 4),
            (["lot", Directory.CreateDirectory(box.At("rien")).FullName, "-o", box.At("s6"), "--au", date], 0),
            (["lot", two, "-o", box.At("s7"), "--au", date], 0), (["lot", one, "-o", box.At("s7"), "--au", date], 0),
            (["lot", two, "-o", box.At("s8"), "--au", date], 0), (["lot", box.At("rien"), "-o", box.At("s8"), "--au", date], 0),
            (["controler", box.At("r.xlsx")], 0), (["controler", box.At("vide.xlsx")], 2), (["controler", bad], 4),
            ([box.Put("depose.json", File.ReadAllText(landes))], 0), ([box.Put("errone.json", BadInput.Everything)], 2),
        ];
    }

    /// <summary>The forms, blank and annotated.</summary>
    internal static IEnumerable<string> Forms(Sandbox box) =>
        [box.At("vide.xlsx"), box.At("plein.xlsx"), box.At("rempli.xlsx"), box.At("a.xlsx"), box.At("b.xlsx")];

    /// <summary>All that a workbook says: cells, comments, help and errors of its cells.</summary>
    internal static IEnumerable<string> Said(string path)
    {
        using var workbook = new XLWorkbook(path);
        var said = new List<string>();
        foreach (IXLWorksheet sheet in workbook.Worksheets)
        {
            foreach (IXLCell cell in sheet.CellsUsed().Where(cell => !cell.HasFormula && cell.DataType is XLDataType.Text))
                said.AddRange([cell.GetString(), cell.HasComment ? cell.Comment.Text : ""]);
            foreach (IXLDataValidation help in sheet.DataValidations)
                said.AddRange([help.InputTitle, help.InputMessage, help.ErrorTitle, help.ErrorMessage]);
        }
        return said.Where(text => !string.IsNullOrEmpty(text));
    }

    private static string Clean(Sandbox box) => box.Put("propre.json", """
        {
          "format": "fundingreports/portfolio@1",
          "sources": [{ "id": "A", "kind": "act", "title": "Convention" }],
          "funders": [{ "id": "ETAT", "name": "État", "kind": "state" }],
          "posts": [{ "id": "P1", "label": "Poste 1", "fte": 1, "from": "2022-01-01", "costs": [{ "from": "2022-01-01",
            "annual": "50000", "source": "A" }], "source": "A" }],
          "commitments": [{ "id": "C1", "funder": "ETAT", "posts": ["P1"], "from": "2022-01-01", "until": "2023-12-31",
            "amount": { "annual": "50000" }, "status": "signed", "decidedOn": "2022-01-01", "instalments": [], "source": "A" }]
        }
        """);
}
