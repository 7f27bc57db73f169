using System.Text;
using System.Text.RegularExpressions;
using FundingReports.Tests.Conventions;

namespace FundingReports.Tests.Texts;

/// <summary>No French sentence is in the code that the list that was read does not have.</summary>
public partial class EverySentenceTests
{
    // Words that are looked for in files of other people, and never said.
    private static readonly string[] read = ["Choice.cs", "YearsForm.cs", "EmployerKinds.cs", "FormDates.cs", "FunderWords.cs",
        "FormMoney.cs", "ScdlHeader.cs", "SubventiaForm.cs", "AmountText.cs",
        "DateText.cs", "Plain.cs", "ScdlForm.cs", "HeaderWords.cs", "ScdlImport.cs", "ChorusForm.cs", "PlacingForm.cs",
         "IdentifierRule.cs", "Words.cs", "FormWords.cs", "GapWords.cs", "ActNames.cs"];

    // What is said of facts that no small portfolio has brought together, or goes into a file as a title.
    private static readonly string[] unmet =
    [
        // The account of a form of which a table or a column is not read.
        "Non lu, et dans aucune de ces sommes",
        // A sum that is also the number of a day, in a cell of euros.
        "qui saisit", "dans une cellule en euros y trouve ce nombre, celui d'une date", "du coût » si c'est une part",
        // A cell in JSON, and a value that has none.
        "une cellule : « Plan!F12", "n'a jamais été donnée", "Donnez-la, ou écrivez null",
        // A rate of change of a scenario.
        "n'est pas un taux d'évolution lisible", "0.02, ou -0.02 pour une baisse",
        // Posts to come, among many.
        "un d'entre eux ne commence que le", "d'entre eux ne commencent qu'à partir du",
        // A horizon in JSON that contradicts itself.
        "au mieux et jusqu'à", "possibly » n'est pas avant",
        // Of the copy of an official file, which goes back to who publishes it.
        "Lignes non prises en compte (cellules roses)",
        // The answers to a form, and the sources that say what was corrected or answered.
        "Aucun plafond", "compte toujours", "Ne compte plus, à vider", "ligne barrée",
        "Oui, c'est", "Rien n'est payé", "La somme n'est pas connue", "Le coût n'est pas connu", "Le poste ne coûte rien",
        "Elle remplace", "Elle s'y ajoute", "Correction à la lecture de", "Réponse donnée à la lecture",
        // In the formulas and formats of the form.
        "manque \"#,##0.00", "le solde", "le reste", "part du reste", "année partielle", "poste absent de la liste",
        "financé en partie", "poste terminé compris", "postes terminés compris", "Une seule année est donnée",
        // What is read, and not said.
        "decidee?s?|decision",
        "est inconnu, et le formulaire simple l’écrit en plusieurs lignes", "toutes sauf la dernière y ont une fin",
        // Of the page.
        "Dans cette page", "Ne pas transmettre cette page", "ferme : confirmé par un acte",
        "lignes rattachées", "versement rattaché", "versements rattachés", "ligne rattachée",
        "La commande n'est pas comprise", "doublement d'unité", "Avenant à", "Numéro Siret", "Formulaire reçu", "Subventions publiées",
        "année de la demande", "visa de recevabilité", "lignes de dépense, total TTC",
        "la quotité du poste", "selon l'acte", "ne suffit plus", "presque en totalité", "[texte coupé]",
        "Plan de financement des postes, à remplir", "Formulaire complet des postes cofinancés, à remplir",
        "lignes écrite", "ligne écrite", "lignes écrites", "échéance écrite", "échéances écrites", "-o ECHEANCES.ics", "-o DONNEES.csv",
        "doit finir par .html", "Demande à déposer", "Pièce à remettre", "dont une partie déjà sollicitée",
        "Financement conventionné et reste à financer", "à confirmer ensuite", "Demande refusée par",
        "Demandes refusées par", "est de ceux qu'Excel se réserve", "Règles des dispositifs à vérifier",
        "dans la feuille Données et notice",
        "inconnu (au moins", "financements sont retirés, par",
        "À savoir d'abord", "écrivez une année, au plus tard celle de la date de situation", "Sans jour à payer",
        "autres soldes qui dépendent des crédits d'autres financeurs", "Le dossier technique donne chaque montant au centime",
        "En retard depuis le", "Ne pas transmettre ce classeur", "sans financement recensé", "écart(s) sur",
        "dans une autre unité que celle", "Donnez-lui l'unité du jeu", "déjà terminé", "demande sans réponse",
        "Retirez --dossier", "Aucun montant n'est connu : ni ce qui est financé", "pour les seuls montants connus", "Rien ne manque",
        "montants inconnus ne sont pas représentés", "avec l'annoncé", "un montant inconnu",
        "pour une part", "ne sont certaines que", "inconnu avant et après", "était inconnu",
    ];

    [Fact]
    public void Sentences_OfTheCode_AreOnTheList()
    {
        string page = Typed(File.ReadAllText(Repository.PathOf("docs", "phrases.fr.txt")));
        Expect.Nothing(
            from file in SourceText.Files(Repository.PathOf("src"), "*.cs")
            where !read.Contains(Path.GetFileName(file))
            from literal in Literals(string.Join('\n', SourceText.CodeOf(file)))
            from sentence in Sentence().Split(Typed(literal))
            let bare = sentence.Trim(' ', '.', ',', ':', ';', '(', ')', '«', '»', '…')
            where bare.Length >= 10 && bare.Contains(' ', StringComparison.Ordinal) && French().IsMatch(bare) && !English().IsMatch(bare)
            where !page.Contains(bare, StringComparison.OrdinalIgnoreCase)
                && !unmet.Any(known => bare.Contains(known, StringComparison.Ordinal))
            select $"{Repository.Relative(file)}: {bare}");
    }

    [Fact]
    public void Literals_OfCode_AreItsConstantParts() =>
        Assert.Equal(["a", "b ", " c", "d\u00a0e", "{f}", "x "],
            Literals("""Say("a", $"b {n["k"] + M('"')} c", "d\u00a0e"); $"{{f}}" '"' $"x {y:z}" """)
                .Where(part => part.Length > 0 && part != "k"));

    /// <summary>The constant parts of the strings of a file; strings within holes are strings too.</summary>
    private static List<string> Literals(string code)
    {
        var parts = new List<string>();
        int at = 0;
        while (at < code.Length)
            if (code[at] == '\'')
                at += code[at + 1] == '\\' ? code.IndexOf('\'', at + 3) - at + 1 : 3;
            else if (code[at] == '"')
                at = String(code, at, parts, at > 0 && (code[at - 1] is '$' || code[at - 1] is '@' && at > 1 && code[at - 2] is '$'),
                    code[Math.Max(0, at - 2)..at].Contains('@', StringComparison.Ordinal));
            else
                at++;
        return parts;
    }

    private static int String(string code, int at, List<string> parts, bool holes, bool verbatim)
    {
        if (code.AsSpan(at).StartsWith("\"\"\""))
        {
            int end = code.IndexOf("\"\"\"", at + 3, StringComparison.Ordinal);
            parts.Add(code[(at + 3)..end]);
            return end + 3;
        }
        var part = new StringBuilder();
        for (at++; code[at] != '"' || verbatim && code[at + 1] == '"'; at++)
            if (code[at] == '\\' && !verbatim)
            {
                bool hex = code[at + 1] == 'u';
                part.Append(hex ? (char)Convert.ToInt32(code[(at + 2)..(at + 6)], 16) : code[at + 1] == 'n' ? '\n' : code[at + 1]);
                at += hex ? 5 : 1;
            }
            else if (holes && code[at] == '{' && code[at + 1] != '{')
            {
                parts.Add(part.ToString());
                part.Clear();
                at = Hole(code, at + 1, parts);
            }
            else
            {
                part.Append(code[at]);
                at += code[at] is '"' || holes && code[at] is '{' or '}' ? 1 : 0;
            }
        parts.Add(part.ToString());
        return at + 1;
    }

    // To its closing brace.
    private static int Hole(string code, int at, List<string> parts)
    {
        int start = at;
        for (int depth = 1; depth > 0; at++)
            if (code[at] == '"')
                at = String(code, at, [], code[at - 1] == '$', verbatim: false) - 1;
            else if (code[at] == '\'')
                at += code[at + 1] == '\\' ? code.IndexOf('\'', at + 3) - at : 2;
            else
                depth += code[at] switch { '{' => 1, '}' => -1, _ => 0 };
        parts.AddRange(Literals(code[start..(at - 1)]));
        return at - 1;
    }

    // The code may have either apostrophe; what is said has one.
    private static string Typed(string text) => Spaces().Replace(text, " ").Replace('’', '\'');

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}«])")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[\s\u00a0\u202f]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"[éèêàçùâîôûÉÈÀœ]|\b(le|la|les|des|du|une|un|est|pas|pour|par|sur|dans|qui|que|il|ne|aux?|ou)\b|\b(d|l|n|s|qu|jusqu)'",
        RegexOptions.IgnoreCase)]
    private static partial Regex French();

    [GeneratedRegex(@"\b(the|of|is|are|and|with|it|no|to|for|by|as|or)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
