using FundingReports.Sentences;
using FundingReports.Wording;
using static FundingReports.WorkbookLint.Findings.Texts.LintTexts;

namespace FundingReports.WorkbookLint.Findings.Texts;

/// <summary>What is said of a sheet, where a rule has several cases.</summary>
internal static class LintSheetTexts
{
    internal static BilingualText Hidden(LintWords a) => a[0] switch
    {
        "sheet" => Say($"La feuille est masquée. Affichez-la (clic droit sur un onglet, Afficher), ou supprimez-la.",
            $"The sheet is hidden. Show it (right click on a tab, Unhide), or delete it."),
        "rows" => Say($"Des lignes sont masquées, à la main ou par un filtre. Affichez-les : ce qui compte se voit.",
            $"Rows are hidden, by hand or by a filter. Show them: what counts is seen."),
        "columns" =>
            Say($"Des colonnes sont masquées. Affichez-les, ou supprimez-les.", $"Columns are hidden. Show them, or delete them."),
        _ => Say($"Le format de nombre {a.Quote(1)} cache la valeur de la cellule. Donnez-lui un format qui la montre.",
            $"The number format {a.Quote(1)} hides the value of the cell. Give it one that shows it."),
    };

    internal static BilingualText Header(LintWords a) => a[0] switch
    {
        "none" => Say($"Le tableau {a.Quote(1)} n'a pas de ligne d'en-têtes (RGAA). Cochez « Ligne d'en-tête », et nommez chaque colonne.",
            $"The table {a.Quote(1)} has no header row (RGAA). Tick \"Header Row\", and name each column."),
        "blank" => Say($"Un en-tête est vide. Nommez la colonne (RGAA).", $"A header is blank. Name the column (RGAA)."),
        "default" => Say($"L'en-tête {a.Quote(1)} est un nom par défaut. Nommez ce que la colonne contient.",
            $"The header {a.Quote(1)} is a default name. Name what the column holds."),
        "twice" => Say($"Deux colonnes s'appellent {a.Quote(1)}. Renommez-en une.", $"Two columns are called {a.Quote(1)}. Rename one."),
        _ => Say($"L'en-tête de la cellule n'est pas {a.Quote(1)}, celui du tableau. Écrivez-le de nouveau dans un tableur.",
            $"The header in the cell is not {a.Quote(1)}, that of the table. Write it again in a spreadsheet."),
    };

    internal static BilingualText Value(LintWords a) => a[0].Length > 0
        ? Say($"La cellule contient l'erreur {a[0]}. Corrigez la formule, ou écrivez « inconnu ».",
            $"The cell holds the error {a[0]}. Correct the formula, or write \"unknown\".")
        : Say($"La formule {a.Quote(1)} n'a pas de valeur enregistrée : un aperçu ou un lecteur d'écran n'y voit rien. Ouvrez le classeur dans un tableur, recalculez, enregistrez.", $"The formula {a.Quote(1)} has no stored value: a preview or a screen reader sees nothing. Open the workbook in a spreadsheet, recalculate, save.");

    internal static BilingualText Repeated(LintWords a) => a[0].Length > 0
        ? Say($"Les lignes répétées à l'impression ({a[0]}) ne sont pas l'en-tête du tableau, ou LibreOffice ne les lit pas (il faut $1:$1). Mise en page, Imprimer les titres.", $"The rows repeated on each page ({a[0]}) are not the header of the table, or LibreOffice does not read them ($1:$1 is needed). Page Layout, Print Titles.")
        : Say($"La ligne d'en-têtes n'est pas répétée sur chaque page. Mise en page, Imprimer les titres.",
            $"The header row is not repeated on each page. Page Layout, Print Titles.");

    internal static BilingualText Colour(LintWords a) => a[0] switch
    {
        "blank" =>
            Say($"Une cellule vide est en couleur : la couleur y parle seule (RGAA). Écrivez le mot qu'elle veut dire (estimation).",
                $"A blank cell is coloured: colour alone speaks (RGAA). Write the word that it means (a guess)."),
        "same-text" =>
            Say($"{a.Quote(1)} est ici d'une autre couleur qu'ailleurs dans la colonne : la couleur y parle seule (RGAA). Écrivez ce qu'elle veut dire (estimation).", $"{a.Quote(1)} has another colour here than elsewhere in the column: colour alone speaks (RGAA). Write what it means (a guess)."),
        "icons" => Say($"Des icônes ou des barres remplacent les valeurs (RGAA). Montrez les valeurs aussi (estimation).",
            $"Icons or bars stand in place of the values (RGAA). Show the values too (a guess)."),
        _ => Say(
            $"Le graphique {a.Quote(1)} distingue ses séries par la couleur seule, sans légende (RGAA). Ajoutez une légende ou des étiquettes (estimation).", $"The chart {a.Quote(1)} tells its series apart by colour alone, without a legend (RGAA). Add a legend or labels (a guess)."),
    };

    internal static BilingualText Kind(string kind) => kind switch
    {
        "email" => new("une adresse électronique", "an e-mail address"),
        "telephone" => new("un numéro de téléphone", "a telephone number"),
        _ => new("un numéro de sécurité sociale", "a social-security number"),
    };
}
