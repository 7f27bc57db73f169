using System.Collections.Immutable;
using ClosedXML.Excel;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Template;

/// <summary>The words of the forms: what to do, and an example.</summary>
internal static class Guidance
{
    internal static string PostsAdvice(Language language) => language is Language.English
        ? "A row a post. Dark columns (*): to be filled in. Never the name of a person. What you do not know: unknown. The gaps are worked out."
        : "Une ligne par poste. Colonne foncée (*) : à remplir. La fonction, jamais un nom de personne. Ce que vous ne savez pas : « inconnu ». Les écarts se calculent seuls.";

    internal static string MoneyAdvice(Language language) => language is Language.English
        ? "A row for each post and funder, a column a year: 26 000 €, 50 %, a third, the balance, unknown; blank where nothing is paid."
        : "Une ligne par poste et par financeur, une colonne par année : 26 000 €, 50 %, un tiers, le solde, inconnu ; vide s’il ne paie rien.";

    internal const string ExampleAdvice =
        "Un poste, trois financeurs, deux années : l'État paie une part qui baisse, la commune une somme, le département le solde. Chiffres inventés, pour illustration.";

    internal static ImmutableArray<string> Simple(Language language) => language is Language.English
        ?
        [
            "1. Sheet Posts: a row a post, its cost a year in the column of each year. A cost holds until the next one.",
            "2. Sheet Funding: a row for each post and funder; choose the post from the list. Under each year, what is paid for it: a sum, a part of the cost (50 %), the balance (what the others leave), or unknown. Blank: nothing.",
            "3. Status: requested, announced, granted (an act, not yet signed), signed, refused. A status that differs from one year to the next is a second row. Signed asks for the date of the act.",
            "4. An amendment: write the new sum in the cell of the year that changes; a second row where both acts must be kept, each with its own years.",
            "5. From and Until: only where the money begins or stops within a year. Firm: what an act of the year has made firm, years or days; with its sum where it differs from the cell: 2026 (18 000 €).",
            "6. The gaps beside the costs say what each post lacks, in red; they are worked out.",
            "7. A blank optional cell means “I do not know”. Never zero in place of what is not known.",
            "8. You may add rows, move columns, copy from another file. Save as .xlsx or .ods, and send the file back.",
        ]
        :
        [
            "1. Feuille Postes : une ligne par poste, avec son coût d’une année entière dans la colonne de l’année. Un coût vaut jusqu’au suivant.",
            "2. Feuille Financements : une ligne par poste et par financeur ; choisissez le poste dans la liste. Sous chaque année, ce qui est payé pour elle : une somme (26 000 €), une part du coût (50 %, un tiers), le solde (ce que les autres laissent), ou inconnu. Vide : rien.",
            "3. Statut : sollicité (demandé, sans réponse), annoncé (dit, sans acte), délibéré, convention à signer, conventionné (signé), refusé. S’il change d’une année à l’autre, faites une seconde ligne. « conventionné » demande la date de l’acte.",
            "4. Un avenant : écrivez la nouvelle somme dans la cellule de l’année qui change ; une seconde ligne s’il faut garder les deux actes, chacun avec ses années.",
            "5. « Du » et « Au » : seulement si le financement commence ou s’arrête en cours d’année. « Ferme » : ce que confirme un acte annuel, années ou jours ; avec sa somme si elle diffère de la cellule : 2026 (18 000 €).",
            "6. Les écarts, à côté des coûts, disent en rouge ce qui manque à chaque poste ; ils se calculent seuls.",
            "7. Une cellule facultative vide veut dire « je ne sais pas ». Jamais zéro à la place d’un inconnu.",
            "8. Vous pouvez ajouter des lignes, déplacer des colonnes, copier depuis un autre fichier. Enregistrez en .xlsx ou .ods, et renvoyez le fichier.",
            "Une convention du 1er juillet au 30 juin, à 80 % puis 50 % : le premier jour dans « Du », « par douze mois » dans « Nature », et chaque part sous l’année où commencent ses douze mois.",
            "Ce formulaire ne demande pas les actes et versements de chaque tranche, ni les clés de partage : le formulaire complet le permet.",
        ];

    internal static ImmutableArray<string> Full { get; } =
    [
        "1. Chaque feuille est une liste ; une ligne y est un poste, un financeur, une convention… Les colonnes foncées (*) sont à remplir.",
        "2. Un identifiant est court et unique dans sa feuille (L1, ETAT, C12) ; les autres feuilles le citent.",
        "3. Conventions : choisissez d'abord la nature du montant, puis écrivez 25 000 €, 50 %, 1/3 ; année par année, séparez par un point-virgule : 80 % ; 50 % ; 30 %.",
        "4. Tranches : les annuités notifiées, fermes. Dans Conventions, « aucune » dit que rien n'est ferme, « inconnues » que vous ne le savez pas.",
        "5. « Au » d'une convention : vide si le terme est inconnu, « sans terme » si l'acte n'en fixe pas.",
        "6. Dates : 23/07/2023, juillet 2023 ou 2023. Plusieurs valeurs dans une cellule : séparées par un point-virgule.",
        "7. La fonction, jamais un nom de personne ; aucun téléphone, aucune adresse électronique.",
        "8. Une cellule vide veut dire « je ne sais pas ». Jamais zéro à la place d'un inconnu.",
    ];

    /// <summary>The columns of the example, and its rows; a filled table of money.</summary>
    internal static (ImmutableArray<FormColumn> Columns, ImmutableArray<object?[]> Rows) Example(int year) => (
        [YearsForm.Post, YearsForm.Funder, YearsForm.Line, YearsForm.CostOf(year), YearsForm.SumOf(year), YearsForm.SumOf(year + 1),
            YearsForm.Status, YearsForm.Until, YearsForm.Act, YearsForm.DecidedOn, YearsForm.Source],
        [
            ["Intervenant social, Dax", "État", "FIPD", Euros.Of(52_000), "80 %", "50 %", "conventionné", null,
                $"{Plain.Number(year)}-014", $"12/03/{Plain.Number(year)}", "convention"],
            ["Intervenant social, Dax", "Commune de Dax", null, null, Euros.Of(5_000), Euros.Of(2_500), "délibéré, convention à signer",
                $"30/06/{Plain.Number(year + 1)}", null, null, "délibération"],
            ["Intervenant social, Dax", "Département des Landes", null, null, "le solde", "le solde", "conventionné", null,
                $"{Plain.Number(year)}-014", $"12/03/{Plain.Number(year)}", "convention"],
        ]);

    internal static string FullAdvice(FormSheet form) => form.Name switch
    {
        "Portefeuille" => "Une seule ligne.",
        "Conventions" => "Une ligne par financement. Colonnes foncées (*) : à remplir. Aide : dernière feuille.",
        _ => "Colonnes foncées (*) : à remplir. Cellule vide : inconnu. Aide : dernière feuille.",
    };

    internal static void Write(
        IXLWorksheet sheet, ImmutableArray<FormColumn> columns, ImmutableArray<string> steps, Language language = Language.French)
    {
        bool english = language is Language.English;
        FormWriter.Page(sheet);
        sheet.Column(1).Width = 28;
        sheet.Column(2).Width = 95;
        FormWriter.Text(sheet.Cell(1, 1), english ? "How to fill it in" : "Mode d’emploi");
        sheet.Cell(1, 1).Style.Font.SetBold().Font.SetFontSize(16);
        int row = 3;
        foreach (string step in steps)
        {
            // No merged cells: a wide second column wraps what the first numbers.
            int dot = step.IndexOf(". ", StringComparison.Ordinal);
            bool numbered = dot is 1;
            FormWriter.Text(
                sheet.Cell(row, 1), numbered ? english ? $"Step {step[..dot]}" : $"Étape {step[..dot]}" : english ? "Note" : "À savoir");
            FormWriter.Text(sheet.Cell(row, 2), FrenchIf(language, numbered ? step[(dot + 2)..] : step));
            row++;
        }
        foreach (FormColumn column in columns)
        {
            if (row == steps.Length + 3)
            {
                FormWriter.Text(sheet.Cell(++row, 1), english ? "Column" : "Colonne");
                FormWriter.Text(sheet.Cell(row, 2), english ? "What is written there" : "Ce qu’on y écrit");
                sheet.Range(row, 1, row, 2).Style.Font.SetBold();
                row++;
            }
            FormWriter.Text(sheet.Cell(row, 1), column.Required ? $"{column.HeaderIn(language)} *" : column.HeaderIn(language));
            FormWriter.Text(sheet.Cell(row, 2), column.HintIn(language));
            row++;
        }
        // Nothing measures text here: a line holds about ninety-five characters.
        for (int i = 3; i < row; i++)
            sheet.Row(i).Height = 17 * Math.Max(1, (sheet.Cell(i, 2).GetString().Length + 94) / 95);
        sheet.Style.Font.FontName = "Calibri";
        IXLRange all = sheet.Range(3, 1, row, 2);
        all.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.Range(3, 1, row, 1).Style.Font.SetBold();
    }

    private static string FrenchIf(Language language, string text) => language is Language.French ? FrenchText.NoBreak(text) : text;
}
