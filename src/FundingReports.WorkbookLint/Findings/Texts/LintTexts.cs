using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.WorkbookLint.Findings.Texts;

/// <summary>The sentence of every rule of the workbooks: what was found, and how to mend it.</summary>
internal static class LintTexts
{
    internal static string Message(LintRule rule, ImmutableArray<string> arguments, int others, Language language)
    {
        string sentence = Of(rule, new(arguments)).In(language);
        return others == 0 ? sentence : $"{sentence} {Others(others).In(language)}";
    }

    internal static BilingualText Say(FrenchText french, EnglishText english) => BilingualText.Of(french, english);

    private static BilingualText Others(int count) => BilingualText.Of(language => language is Language.French
        ? $"{Words.Count(count, "autre cas", "autres cas", language)} de cette sorte au même endroit."
        : $"{Words.Count(count, "more case", "more cases", language)} of this kind in the same place.");

    // No default arm: a rule without a sentence does not compile.
    private static BilingualText Of(LintRule rule, LintWords a) => rule switch
    {
        LintRule.UnreadableFile => LintFileTexts.Unreadable(a[0]),
        LintRule.DamagedPart => LintFileTexts.Damaged(a),
        LintRule.Macro => Say(
            $"Une macro ou un contrôle actif : {a[0]}. Un classeur qui exécute du code est refusé par les messageries et n'est pas ouvert sans crainte : enregistrez-le en .xlsx, sans macro.",
            $"A macro or an active control: {a[0]}. A workbook that runs code is refused by mail servers and not opened without fear: save it as .xlsx, without macros."),
        LintRule.ExternalLink => Say(
            $"Un lien vers l'extérieur : {a.Quote(0)}. Celui qui reçoit le classeur ne l'a pas, et le chiffre peut changer à son insu : mettez la valeur elle-même, avec sa source.",
            $"A link to the outside: {a.Quote(0)}. Whoever receives the workbook does not have it, and the figure may change without them: put the value itself, with its source."),
        LintRule.DocumentTitle => Say(
            $"Le document n'a pas de titre (RGAA). Écrivez-le : Fichier, Informations ou Propriétés, Titre.",
            $"The document has no title (RGAA). Write it: File, Info or Properties, Title."),
        LintRule.DocumentAuthor => Say(
            $"Le document n'a pas d'auteur. Écrivez la fonction ou le service : Fichier, Informations ou Propriétés, Auteur.",
            $"The document has no author. Write the function or the service: File, Info or Properties, Author."),
        LintRule.DocumentLanguage => Say(
            $"Le document n'indique pas sa langue : un lecteur d'écran ne saura pas le prononcer (RGAA). Donnez-la dans les propriétés (dc:language, fr-FR).",
            $"The document does not say its language: a screen reader will not know how to pronounce it (RGAA). Give it in the properties (dc:language, fr-FR)."),
        LintRule.SheetName => a[1] switch
        {
            "long" => Say($"Le nom de feuille {a.Quote(0)} dépasse 31 caractères. Raccourcissez-le.",
                $"The sheet name {a.Quote(0)} is longer than 31 characters. Shorten it."),
            "twice" =>
                Say($"Deux feuilles s'appellent {a.Quote(0)}. Renommez-en une.", $"Two sheets are called {a.Quote(0)}. Rename one."),
            "reserved" => Say($"Le nom de feuille {a.Quote(0)} est de ceux qu'Excel se réserve. Renommez la feuille.",
                $"The sheet name {a.Quote(0)} is one that Excel keeps for itself. Rename the sheet."),
            "empty" => Say($"Une feuille n'a pas de nom. Donnez-lui-en un.", $"A sheet has no name. Give it one."),
            _ => Say(
                $"Le nom de feuille {a.Quote(0)} contient un caractère interdit ([ ] : * ? / \\, ou une apostrophe au bord). Renommez la feuille.", $"The sheet name {a.Quote(0)} holds a character that is not allowed ([ ] : * ? / \\, or an apostrophe at its edge). Rename it."),
        },
        LintRule.FirstSheetActive => Say(
            $"La feuille {a.Quote(0)} est sélectionnée à l'ouverture, et non la première seule. Sélectionnez la première, puis enregistrez.",
            $"The sheet {a.Quote(0)} is selected on opening, and not the first alone. Select the first, then save."),
        LintRule.CursorInA1 => Say(
            $"La feuille s'ouvre sur {a[0]}, et non sur A1. Placez-y le curseur (Ctrl+Origine), puis enregistrez.",
            $"The sheet opens on {a[0]}, and not on A1. Put the cursor there (Ctrl+Home), then save."),
        LintRule.HiddenContent => LintSheetTexts.Hidden(a),
        LintRule.MergedCells => Say(
            $"Des cellules sont fusionnées : un lecteur d'écran et un tri s'y perdent (RGAA). Défusionnez-les et écrivez la valeur dans chacune.",
            $"Cells are merged: a screen reader and a sort are lost there (RGAA). Unmerge them and write the value in each."),
        LintRule.TitleInA1 => Say(
            $"A1 ne porte pas de titre : c'est là que la lecture commence (RGAA). Écrivez-y ce que montre la feuille.",
            $"A1 holds no title: that is where reading begins (RGAA). Write there what the sheet shows."),
        LintRule.MissingTable => Say(
            $"{a.Cells(0)} hors de tout tableau. Faites-en un tableau nommé, avec une ligne d'en-têtes (Insertion, Tableau), ou retirez ce qui n'en est pas.",
            $"{a.Cells(0)} in no table. Make them a named table with one header row (Insert, Table), or remove what is not one."),
        LintRule.SeveralTables => Say(
            $"{a[0]} tableaux sur une feuille : un seul par feuille, sauf sur la première. Mettez chacun sur la sienne.",
            $"{a[0]} tables on one sheet: one a sheet, the first apart. Put each on its own."),
        LintRule.TablePlace => Say(
            $"Le tableau {a.Quote(0)} ne commence pas en colonne A, sous le titre. Déplacez-le : c'est là qu'on le cherche.",
            $"The table {a.Quote(0)} does not start in column A, under the title. Move it: that is where one looks for it."),
        LintRule.TableName => Say(
            $"Le tableau {a.Quote(0)} porte un nom par défaut. Donnez-lui le sien (Création de tableau, Nom) : les formules et les lecteurs d'écran le disent.",
            $"The table {a.Quote(0)} has a default name. Give it its own (Table Design, Name): formulas and screen readers say it."),
        LintRule.HeaderRow => LintSheetTexts.Header(a),
        LintRule.BlankCell => Say(
            $"Sans valeur dans un tableau ({a.Cells(0)}) : on ne sait si c'est zéro, inconnu ou oublié. Écrivez la valeur, ou le mot qui dit pourquoi elle manque (« inconnu », « sans objet »).",
            $"Blank in a table ({a.Cells(0)}): nobody can tell zero, unknown or forgotten. Write the value, or the word that says why it is missing (\"unknown\", \"not applicable\")."),
        LintRule.Contrast => Say(
            $"Contraste de {a.Figure(0).French}:1 entre les mots ({a[1]}) et le fond ({a[2]}), {a.Cells(3)} : il en faut 4,5 (RGAA). Foncez l'un ou éclaircissez l'autre.",
            $"Contrast of {a.Figure(0).English}:1 between the words ({a[1]}) and what is behind them ({a[2]}), {a.Cells(3)}: 4.5 is needed (RGAA). Darken the one or lighten the other."),
        LintRule.ChartAlternative => Say(
            $"{a.Quote(0)} n'a pas de texte de remplacement (RGAA). Clic droit, Modifier le texte de remplacement : dites ce que l'image montre.",
            $"{a.Quote(0)} has no alternative text (RGAA). Right click, Edit Alt Text: say what the picture shows."),
        LintRule.ChartData => Say(
            $"Le graphique {a.Quote(0)} montre {a.Quote(1)}, qui n'est dans aucun tableau du classeur : qui ne voit pas l'image ne peut pas lire ses chiffres (RGAA). Mettez-les dans un tableau.",
            $"The chart {a.Quote(0)} shows {a.Quote(1)}, which is in no table of the workbook: whoever does not see the picture cannot read its figures (RGAA). Put them in a table."),
        LintRule.FormulaValue => LintSheetTexts.Value(a),
        LintRule.FormulaConstant => Say(
            $"Le nombre {a[0]} est écrit dans la formule {a.Quote(1)}. Mettez-le dans une cellule d'Hypothèses, avec sa source, et citez-la.",
            $"The number {a[0]} is written in the formula {a.Quote(1)}. Put it in a cell of the assumptions, with its source, and refer to it."),
        LintRule.VolatileFunction => Say(
            $"La fonction {a[0]} donne un autre résultat à un autre moment, ou cache de quoi elle dépend : {a.Quote(1)}. Écrivez la date, ou citez la cellule.",
            $"The function {a[0]} gives another result at another time, or hides what it depends on: {a.Quote(1)}. Write the date, or refer to the cell."),
        LintRule.PaperSize => Say(
            $"La feuille ne s'imprime pas sur A4. Mise en page, Taille, A4.",
            $"The sheet does not print on A4. Page Layout, Size, A4."),
        LintRule.RepeatedHeader => LintSheetTexts.Repeated(a),
        LintRule.PageWidth => Say(
            $"La feuille peut s'imprimer sur plusieurs pages de large. Mise en page, Largeur : 1 page.",
            $"The sheet may print several pages wide. Page Layout, Width: 1 page."),
        LintRule.TextPrefix => Say(
            $"Le texte {a.Quote(0)} deviendrait une formule dès qu'on modifie la cellule. Mettez une apostrophe devant, ou un autre premier signe.",
            $"The text {a.Quote(0)} would become a formula as soon as the cell is edited. Put an apostrophe before it, or another first sign."),
        LintRule.IdentifierNumber => Say(
            $"{a.Quote(0)} : l'identifiant {a[1]} est un nombre ; il y perd ses zéros et ses derniers chiffres. Mettez la colonne au format Texte et écrivez-le de nouveau.",
            $"{a.Quote(0)}: the identifier {a[1]} is a number; it loses its zeros and its last digits. Set the column to the format Text and write it again."),
        LintRule.MissingLegend => Say(
            $"Le mot {a.Quote(0)} tient lieu de valeur, et rien ne semble l'expliquer dans le classeur. Ajoutez une légende (estimation).",
            $"The word {a.Quote(0)} stands for a value, and nothing seems to explain it in the workbook. Add a legend (a guess)."),
        LintRule.ColourAlone => LintSheetTexts.Colour(a),
        LintRule.CutText => Say(
            $"{a.Quote(0)} semble coupé : sa cellule est trop étroite ou trop basse. Renvoyez le texte à la ligne, élargissez la colonne ou séparez le texte (estimation).",
            $"{a.Quote(0)} seems to be cut: its cell is too narrow or too low. Wrap the text, widen the column or split the text (an estimate)."),
        LintRule.PersonalData => Say(
            $"Cela ressemble à {LintSheetTexts.Kind(a[0]).French} : {a.Quote(1)}. Un classeur qu'on transmet n'en contient pas : nommez la fonction (estimation).",
            $"This looks like {LintSheetTexts.Kind(a[0]).English}: {a.Quote(1)}. A workbook that is passed on holds none: name the function (a guess)."),
        LintRule.NarrowColumn => Say(
            $"La ligne tient sur trois lignes ou plus, et la page a de la place : une colonne plus large de {a[0]} caractères en ferait deux. Élargissez la colonne (estimation).",
            $"The row is three lines high or more, and the page has room: a column wider by {a[0]} characters would make it two. Widen the column (an estimate)."),
    };
}

/// <summary>The arguments of a finding, said.</summary>
internal readonly struct LintWords(ImmutableArray<string> arguments)
{
    private const int LongestQuote = 60;

    internal string this[int i] => i < arguments.Length ? Short(arguments[i]) : "";

    internal BilingualText Quote(int i) => new($"«{Words.NoBreakSpace}{this[i]}{Words.NoBreakSpace}»", $"\"{this[i]}\"");

    /// <summary>A ratio with a point, in the way of each language.</summary>
    internal BilingualText Figure(int i) => new(this[i].Replace('.', ','), this[i]);

    internal BilingualText Cells(int i)
    {
        _ = int.TryParse(this[i], NumberStyles.None, CultureInfo.InvariantCulture, out int count);
        return new(Words.Count(count, "cellule", "cellules", Language.French), Words.Count(count, "cell", "cells", Language.English));
    }

    private static string Short(string text)
    {
        if (text.Length <= LongestQuote)
            return Words.OneLine(text);
        int end = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return Words.OneLine(text[..end]) + "…";
    }
}
