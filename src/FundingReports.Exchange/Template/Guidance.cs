using System.Collections.Immutable;
using ClosedXML.Excel;
using FundingReports.Exchange.Forms;

namespace FundingReports.Exchange.Template;

/// <summary>The words of the forms: what to do, and an example.</summary>
internal static class Guidance
{
    internal const string PlanAdvice =
        "Une ligne par poste, par financeur et par année. Colonnes foncées (*) : à remplir. La fonction, jamais un nom de personne. Ce que vous ne savez pas : « inconnu ».";

    internal const string ExampleAdvice =
        "Un poste, trois financeurs, deux années : l'État paie 50 %, la Commune une somme, le Département ce qui reste. Chiffres inventés, pour illustration.";

    internal static ImmutableArray<string> Simple { get; } =
    [
        "1. Dans la feuille Plan, écrivez une ligne par poste, par financeur et par année. Trois financeurs sur deux années font six lignes.",
        "2. Répétez le nom du poste, tel quel, sur chacune de ses lignes. C'est une fonction (« Intervenant social, Dax ») : aucun nom, aucun téléphone, aucune adresse électronique.",
        "3. « Montant ou part » : écrivez ce que ce financeur paie pour cette année. Une somme : 25 000 €. Une part du coût : 50 % ou 1/3. Ce que les autres ne paient pas : le reste. Pas encore publié : inconnu.",
        "4. « Statut » dit ce que vaut la promesse : sollicité (demandé, sans réponse), annoncé (promis sans acte), attribué (arrêté ou délibération), conventionné (signé), refusé.",
        "5. Un financement qui commence ou finit en cours d'année : remplissez « Du » ou « Au », dans l'année de la ligne. Sinon, laissez-les vides.",
        "6. Une cellule facultative vide veut dire « je ne sais pas ». Jamais zéro à la place d'un inconnu.",
        "7. Vous pouvez ajouter des lignes, déplacer des colonnes, copier depuis un autre fichier. Évitez de fusionner des cellules. Pas de ligne de total.",
        "8. Enregistrez en classeur Excel (.xlsx) et renvoyez le fichier.",
        "Ce formulaire ne demande pas ce qui est ferme (tranches, actes annuels), ni les plafonds, ni les avenants : le formulaire complet le permet.",
    ];

    internal static ImmutableArray<string> Full { get; } =
    [
        "1. Chaque feuille est une liste ; une ligne y est un poste, un financeur, une convention… Les colonnes foncées (*) sont à remplir.",
        "2. Un identifiant est court et unique dans sa feuille (L1, ETAT, C12) ; les autres feuilles le citent.",
        "3. Conventions : choisissez d'abord la nature du montant, puis écrivez 25 000 €, 50 %, 1/3 ; année par année, séparez par un point-virgule : 80 % ; 50 % ; 30 %.",
        "4. Tranches : ce qu'un acte a rendu ferme, en général une année. Dans Conventions, « aucune » dit que rien n'est ferme, « inconnues » que vous ne le savez pas.",
        "5. « Au » d'une convention : vide si le terme est inconnu, « sans terme » si l'acte n'en fixe pas.",
        "6. Dates : 23/07/2023, juillet 2023 ou 2023. Plusieurs valeurs dans une cellule : séparées par un point-virgule.",
        "7. La fonction, jamais un nom de personne ; aucun téléphone, aucune adresse électronique.",
        "8. Une cellule vide veut dire « je ne sais pas ». Jamais zéro à la place d'un inconnu.",
    ];

    internal static ImmutableArray<object?[]> ExampleRows { get; } =
    [
        ["Intervenant social, Dax", "Commissariat de Dax", "40", "Association Exemple", 1m, Euros.Of(50_000), 2026, "État", "État", "FIPD",
            "50 %", "conventionné", null, null, PartialDate.Of(new NodaTime.LocalDate(2026, 3, 12)), "2026-014", "convention"],
        ["Intervenant social, Dax", "Commissariat de Dax", "40", "Association Exemple", 1m, Euros.Of(50_000), 2026, "Commune de Dax",
            "Commune", null, Euros.Of(5_000), "attribué", null, null, PartialDate.Of(new NodaTime.LocalDate(2026, 1, 27)), null,
            "délibération"],
        ["Intervenant social, Dax", "Commissariat de Dax", "40", "Association Exemple", 1m, Euros.Of(50_000), 2026,
            "Département des Landes", "Département", null, "le reste", "conventionné", null, null,
            PartialDate.Of(new NodaTime.LocalDate(2026, 3, 12)), "2026-014", "convention"],
        ["Intervenant social, Dax", "Commissariat de Dax", "40", "Association Exemple", 1m, "inconnu", 2027, "État", "État", "FIPD",
            "50 %", "sollicité", null, null, null, null, "courrier"],
        ["Intervenant social, Dax", "Commissariat de Dax", "40", "Association Exemple", 1m, "inconnu", 2027, "Commune de Dax", "Commune",
            null, "inconnu", "annoncé", null, PartialDate.Of(new NodaTime.LocalDate(2027, 6, 30)), null, null, "presse"],
    ];

    internal static string FullAdvice(FormSheet form) => form.Name switch
    {
        "Portefeuille" => "Une seule ligne.",
        "Conventions" => "Une ligne par engagement d'un financeur. Colonnes foncées (*) : à remplir. Aide : dernière feuille.",
        _ => "Colonnes foncées (*) : à remplir. Cellule vide : inconnu. Aide : dernière feuille.",
    };

    internal static void Write(IXLWorksheet sheet, ImmutableArray<FormColumn> columns, ImmutableArray<string> steps)
    {
        FormWriter.Page(sheet);
        sheet.Column(1).Width = 28;
        sheet.Column(2).Width = 95;
        FormWriter.Text(sheet.Cell(1, 1), "Mode d'emploi");
        sheet.Cell(1, 1).Style.Font.SetBold().Font.SetFontSize(16);
        int row = 3;
        foreach (string step in steps)
        {
            // No merged cells: a wide second column wraps what the first numbers.
            int dot = step.IndexOf(". ", StringComparison.Ordinal);
            bool numbered = dot is 1;
            FormWriter.Text(sheet.Cell(row, 1), numbered ? $"Étape {step[..dot]}" : "À savoir");
            FormWriter.Text(sheet.Cell(row, 2), numbered ? step[(dot + 2)..] : step);
            row++;
        }
        foreach (FormColumn column in columns)
        {
            if (row == steps.Length + 3)
            {
                FormWriter.Text(sheet.Cell(++row, 1), "Colonne");
                FormWriter.Text(sheet.Cell(row, 2), "Ce qu'on y écrit");
                sheet.Range(row, 1, row, 2).Style.Font.SetBold();
                row++;
            }
            FormWriter.Text(sheet.Cell(row, 1), column.Required ? $"{column.Header} *" : column.Header);
            FormWriter.Text(sheet.Cell(row, 2), column.Hint);
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
}
