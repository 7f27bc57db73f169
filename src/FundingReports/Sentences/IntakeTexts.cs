using FundingReports.Wording;
using FundingReports.Portfolios;

using static FundingReports.Sentences.ProblemTexts;

namespace FundingReports.Sentences;

/// <summary>What is said of the problems of files that people filled in.</summary>
internal static class IntakeTexts
{
    internal static BilingualText UnreadableFile(ProblemWords a) => a[0] switch
    {
        "empty" => Say(
            $"Le fichier est vide. Vérifiez que c'est le bon et qu'il a été enregistré.",
            $"The file is empty. Check that it is the right one and that it was saved."),
        "too-large" => Say(
            $"Le fichier dépasse {a[1]} Mio. Retirez-en les images, ou séparez-le.",
            $"The file is larger than {a[1]} MiB. Take the pictures out, or split it."),
        "bomb" => Say(
            $"Le fichier, une fois décompressé, serait démesuré : il n'est pas ouvert. Demandez-le de nouveau à son auteur.",
            $"Once decompressed the file would be huge: it is not opened. Ask its author for it again."),
        "dtd" => Say(
            $"Le fichier contient une définition de type de document, qu'aucun tableur n'écrit : il n'est pas ouvert. Demandez-le de nouveau à son auteur.",
            $"The file holds a document type definition, which no spreadsheet writes: it is not opened. Ask its author for it again."),
        "password" => Say(
            $"Le fichier est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe (Fichier, Informations, Protéger le classeur) et enregistrez-le.",
            $"The file is protected by a password. Open it, remove the password (File, Info, Protect Workbook) and save it."),
        "word" => Say(
            $"Le fichier est un document Word, pas un classeur, quel que soit son nom. Donnez le tableau attendu (.xlsx, .xlsm, .xls, .ods ou .csv).",
            $"The file is a Word document and no workbook, whatever its name. Give the table expected (.xlsx, .xlsm, .xls, .ods or .csv)."),
        "xlsb" => Say(
            $"Le fichier est un classeur Excel binaire (.xlsb). Ouvrez-le, puis « Enregistrer sous… », classeur Excel (.xlsx).",
            $"The file is a binary Excel workbook (.xlsb). Open it, then \"Save As…\", Excel workbook (.xlsx)."),
        "misnamed-xls" => Say(
            $"Le fichier est un ancien classeur (.xls) ou un autre document, sous un nom qui dit le contraire. Ouvrez-le, puis « Enregistrer sous… », classeur Excel (.xlsx).",
            $"The file is an old workbook (.xls) or another document, under a name that says otherwise. Open it, then \"Save As…\", Excel workbook (.xlsx)."),
        "misnamed-xlsx" => Say(
            $"Le fichier est un classeur ou une archive, alors que son nom finit par {a[1]}. Donnez-lui un nom en .xlsx, ou enregistrez-le de nouveau.",
            $"The file is a workbook or an archive, but its name ends in {a[1]}. Give it a name in .xlsx, or save it again."),
        "not-a-workbook" => Say(
            $"Le fichier n'est pas un classeur, quel que soit son nom. Donnez le tableau attendu (.xlsx, .xlsm, .xls, .ods ou .csv).",
            $"The file is no workbook, whatever its name. Give the table expected (.xlsx, .xlsm, .xls, .ods or .csv)."),
        "not-a-form" => Say(
            $"Un formulaire est un fichier .xlsx, .xlsm, .xls, .ods ou .csv, et le nom de celui-ci ne finit pas ainsi. Enregistrez-le sous l'une de ces formes.",
            $"A form is a file .xlsx, .xlsm, .xls, .ods or .csv, and the name of this one does not end so. Save it as one of these."),
        "csv" => Say(
            $"Le texte n'est pas un tableau lisible après la ligne {a[1]} : un guillemet est sans doute ouvert et jamais fermé. Corrigez-le.",
            $"The text is no readable table after row {a[1]}: a quote is probably opened and never closed. Correct it."),
        "no-table" => Say(
            $"Aucune feuille ne contient le tableau du formulaire (colonnes Poste, Financeur, et une colonne par année : 2026, 2027…). Repartez du formulaire d'origine.",
            $"No sheet holds the table of the form (columns Post, Funder, and a column a year: 2026, 2027…). Start from the form again."),
        "long-form" => Say(
            $"Ce tableau a une ligne par année (colonne {a[1]}). Mettez les années en colonnes (2026, 2027…), une ligne par poste et par financeur : le formulaire vierge le montre.",
            $"This table has a row a year (column {a[1]}). Make the years columns (2026, 2027…), a row for each post and funder: the blank form shows it."),
        "no-funders" when a.Has(1) => Say(
            $"Aucune colonne n'est comprise comme celle de qui paie (Financeur). Pas comprises : {a[1]}. Si l'une d'elles dit qui paie, appelez-la Financeur ; si chaque financeur a sa colonne, mettez une ligne par poste et par financeur, et une colonne par année.",
            $"No column is understood as that of who pays (Funder). Not understood: {a[1]}. If one of them says who pays, call it Funder; if each funder has a column, make a row for each post and funder, and a column a year."),
        "no-funders" => Say(
            $"Aucun tableau ne dit qui paie (colonne Financeur) : les financements sont peut-être dans des colonnes, une par financeur. Mettez une ligne par poste et par financeur, et une colonne par année.",
            $"No table says who pays (column Funder): the money may stand in columns, one a funder. Make a row for each post and funder, and a column a year."),
        "no-fonjep" => Say(
            $"Aucune feuille n'est celle des postes du FONJEP (« Poste » : « Code », « Annee », « MontantSubvention »…). Donnez l'export tel qu'il a été reçu.",
            $"No sheet is that of the posts of the FONJEP (Poste: Code, Annee, MontantSubvention…). Give the export as it was received."),
        "no-subventia" => Say(
            $"Aucune feuille n'a les colonnes de SUBVENTIA (Financeur Principal, Référence administrative - Demande…). Donnez l'export tel qu'il a été reçu.",
            $"No sheet has the columns of SUBVENTIA (Financeur Principal, Référence administrative - Demande…). Give the export as it was received."),
        "no-chorus" => Say(
            $"Aucune feuille n'a les colonnes de Chorus (N° EJ, Code taxe 1, Exercice comptable, Montant payé…). Donnez l'export tel qu'il a été reçu.",
            $"No sheet has the columns of Chorus (N° EJ, Code taxe 1, Exercice comptable, Montant payé…). Give the export as it was received."),
        "no-subsidies" => Say(
            $"Aucun tableau de subventions n'est reconnu : il faut une ligne d'en-têtes avec au moins montant, attribuant et bénéficiaire (« nomAttribuant », « nomBeneficiaire », « montant »…). Vérifiez que c'est le bon fichier.",
            $"No table of subsidies is recognised: a line of headers is needed with at least the amount, who gives and who receives (« nomAttribuant », « nomBeneficiaire », « montant »…). Check that it is the right file."),
        "too-many-lines" => Say(
            $"L'export a plus de {a.Whole(1)} lignes. Demandez-le année par année, et importez chaque partie.",
            $"The export has more than {a.Whole(1)} lines. Ask for it year by year, and import each part."),
        "too-many-rows" => Say(
            $"Le tableau a plus de {a.Whole(1)} lignes : ce n'est pas un formulaire de postes. Vérifiez que c'est le bon fichier ; si c'est lui, partagez-le en plusieurs, et réunissez-les (fusionner).",
            $"The table has more than {a.Whole(1)} rows: it is no form of posts. Check that it is the right file; if it is, cut it into several, and put them together (merge)."),
        "no-rows" => Say(
            $"Le formulaire est vide : sous ses en-têtes ({a.List(1)}), aucune ligne ne dit un poste ni un financement. Remplissez-en une par poste et par financeur et enregistrez, ou vérifiez que c'est le bon fichier.",
            $"The form is empty: below its headers ({a.List(1)}) no row says a post or any money. Fill in one for each post and funder and save, or check that it is the right file."),
        "two-forms" => Say(
            $"Le fichier contient à la fois le formulaire simple et le formulaire complet, remplis tous les deux. Gardez l'un des deux.",
            $"The file holds both the simple and the complete form, both filled in. Keep one of them."),
        _ => Say(
            $"Le fichier est endommagé : il ne peut pas être lu jusqu'au bout. Ouvrez-le dans Excel ou LibreOffice, enregistrez-le de nouveau, ou redemandez-le.",
            $"The file is damaged: it cannot be read to its end. Open it in Excel or LibreOffice, save it again, or ask for it anew."),
    };

    internal static BilingualText UnreadableCell(ProblemWords a) => a[0] switch
    {
        "money" => Say(
            $"{a.Found} n'est pas un montant lisible. Écrivez des euros, comme 26 000,00 €.",
            $"{a.Found} is not a readable amount. Write euros, such as 26 000,00 €."),
        "amount" => Say(
            $"{a.Found} n'est ni un montant ni une part. Écrivez 25 000 €, 50 %, un tiers, le solde ou inconnu.",
            $"{a.Found} is neither an amount nor a share. Write 25 000 €, 50 %, a third, the balance or unknown."),
        "share" or "shares" => Say(
            $"{a.Found} n'est pas une part lisible. Écrivez un pourcentage (50 %) ou une fraction (1/3).",
            $"{a.Found} is not a readable share. Write a percentage (50 %) or a fraction (1/3)."),
        "date" => Say(
            $"{a.Found} n'est pas une date du calendrier. Écrivez 23/07/2023, juillet 2023 ou 2023.",
            $"{a.Found} is not a date of the calendar. Write 23/07/2023, July 2023 or 2023."),
        "number" => Say(
            $"{a.Found} n'est pas un nombre lisible. Écrivez-le en chiffres, comme 0,5.",
            $"{a.Found} is not a readable number. Write it in figures, such as 0,5."),
        "year" => Say(
            $"{a.Found} n'est pas une année. Écrivez-la en quatre chiffres, comme 2023.",
            $"{a.Found} is not a year. Write it in four figures, such as 2023."),
        "years" => Say(
            $"{a.Found} ne nomme pas d'années. Écrivez 2026, 2026 et 2027, toutes ou aucune.",
            $"{a.Found} names no years. Write 2026, 2026 and 2027, all or none."),
        "occupancy" => Say(
            $"{a.Found} ne dit pas si le poste est pourvu. Écrivez pourvu, vacant, ou vacant depuis le 01/09/2026.",
            $"{a.Found} does not say whether the post is occupied. Write occupied, vacant, or vacant since 01/09/2026."),
        "list" => Say(
            $"{a.Found} : un guillemet est ouvert et jamais fermé. Séparez les éléments par un point-virgule.",
            $"{a.Found}: a quote is opened and never closed. Put a semicolon between the items."),
        "pairs" or "weights" => Say(
            $"{a.Found} n'est pas de la forme attendue. Écrivez nom = valeur, et un point-virgule entre deux.",
            $"{a.Found} is not of the form expected. Write name = value, with a semicolon between two."),
        "yes-no" => Say(
            $"{a.Found} n'est ni oui ni non. Écrivez l'un des deux, ou rien.",
            $"{a.Found} is neither yes nor no. Write one of them, or nothing."),
        "departement" => Say(
            $"{a.Found} n'est le code d'aucun département. Écrivez 01, 2A ou 971.",
            $"{a.Found} is the code of no département. Write 01, 2A or 971."),
        "siret" => Say(
            $"{a.Found} n'est pas un SIRET de quatorze chiffres. Un tableur a pu en ôter les zéros : recopiez-le dans une cellule au format Texte.",
            $"{a.Found} is no SIRET of fourteen digits. A spreadsheet may have dropped its zeros: copy it into a cell of format Text."),
        _ => Say(
            $"{a.Found} n'est pas ce que cette colonne demande. Écrivez-le en texte.",
            $"{a.Found} is not what this column asks for. Write it as text."),
    };

    internal static BilingualText AmbiguousCell(ProblemWords a) => a[0] switch
    {
        "thousands" => Say(
            $"{a.Found} : voulez-vous dire {a.TwoReadings?.Thousands ?? "1 234 €"} ou {a.TwoReadings?.Units ?? "1,23 €"} ? Écrivez l'un ou l'autre.",
            $"{a.Found} can be read in two ways, a thousand or one. Write 1 234 € or 1,23 €."),
        "amount" => Say(
            $"{a.Found} peut être une part ou un montant. Écrivez 50 % si c'est une part du coût, 0,50 € si c'est un montant.",
            $"{a.Found} may be a share or an amount. Write 50 % if it is a share of the cost, 0,50 € if it is an amount."),
        "amount-date" => Say(
            $"Le tableur a fait une date ({a.Found}) de ce qui doit être un montant ou une part. Si vous avez saisi 1/3, écrivez « un tiers », ou mettez la cellule au format Texte.",
            $"The spreadsheet has made a date ({a.Found}) of what must be an amount or a share. If you typed 1/3, write \"a third\", or set the cell to format Text."),
        "date" => Say(
            $"{a.Found} peut désigner plusieurs dates. Écrivez le jour, le mois et l'année en entier, comme 23/07/2023.",
            $"{a.Found} may mean several dates. Write day, month and the whole year, such as 23/07/2023."),
        "working-time" => Say(
            $"{a.Found} peut être un pourcentage ou un nombre de postes. Écrivez 80 % ou 0,8 s'il s'agit d'un temps de travail.",
            $"{a.Found} may be a percentage or a number of posts. Write 80 % or 0,8 if it is a working time."),
        "years" => Say(
            $"{a.Found} désigne plusieurs années, et la cellule une seule. Écrivez l'année en quatre chiffres.",
            $"{a.Found} means several years, and the cell one. Write the year in four figures."),
        "cells-short" => Say(
            $"La ligne a moins de cellules que d'en-têtes, et ses valeurs ne sont peut-être pas dans leurs colonnes ({a.Found}). Remettez le séparateur qui manque.",
            $"The row has fewer cells than headers, and its values may not stand in their columns ({a.Found}). Put the missing separator back."),
        "quote" => Say(
            $"Un guillemet est ouvert dans cette ligne et jamais fermé ({a.Found}) : on ne sait où finit sa cellule. Fermez-le, ou supprimez-le.",
            $"A quote is opened in this row and never closed ({a.Found}): where its cell ends is unknown. Close it, or remove it."),
        "more-cells" or "cells" or "" => Say(
            $"La ligne a plus de cellules que d'en-têtes : une virgule ou un point-virgule a sans doute coupé une valeur en deux ({a.Found}). Mettez cette valeur entre guillemets.",
            $"The row has more cells than headers: a comma or semicolon has probably cut a value in two ({a.Found}). Put that value in quotes."),
        _ => QuestionTexts.OfCell(a),
    };

    internal static BilingualText ReturnsDisagree(ProblemWords a) => Say(
        $"{What(a[0]).French} {a[1]} : « {a[4]} » dit « {a.Word(3)} » pour {NameOf(a[2]).French}, et « {a[6]} » dit « {a.Word(5)} ». Voyez avec eux lequel est juste, et corrigez l'autre fichier.",
        $"{What(a[0]).English} {a[1]}: \"{a[4]}\" says \"{a.Word(3)}\" for {NameOf(a[2]).English}, and \"{a[6]}\" says \"{a.Word(5)}\". Ask them which is right, and correct the other file.");

    internal static BilingualText ToldTwice(ProblemWords a) => Say(
        $"{What(a[0]).French} {a[1]} figure dans « {a[2]} » et dans « {a[3]} », qui disent la même chose : rien n'est compté deux fois.",
        $"{What(a[0]).English} {a[1]} stands in \"{a[2]}\" and in \"{a[3]}\", which say the same: nothing is counted twice.");

    internal static BilingualText What(string what) => what switch
    {
        "post" => new("Le poste", "The post"),
        "commitment" => new("Le financement", "The commitment"),
        "funder" => new("Le financeur", "The funder"),
        "payments" => new("Le total des versements de", "The sum of the payments of"),
        _ => new("La source", "The source"),
    };

    private static BilingualText NameOf(string property) => property switch
    {
        Property.Label => new("l’intitulé", "the label"),
        Property.Departement => new("le département", "the département"),
        Property.Places => new("le lieu", "the place"),
        Property.Services => new("le service", "the service"),
        Property.Scheme => new("le dispositif", "the scheme"),
        Property.Fte => new("l’ETP", "the full-time equivalent"),
        Property.From => new("la date de début", "the first day"),
        Property.AttestedOn => new("la date d’attestation", "the day of attestation"),
        Property.Until => new("la date de fin", "the last day"),
        Property.Costs => new("le coût", "the cost"),
        Property.Employers => new("l’employeur", "the employer"),
        Property.Occupancy => new("l’occupation", "the occupancy"),
        Property.Amount => new("le montant", "the amount"),
        Property.Status => new("le statut", "the status"),
        Property.Kind => new("le type", "the kind"),
        Property.Name => new("le nom", "the name"),
        _ => new($"«{Words.NoBreakSpace}{property}{Words.NoBreakSpace}»", $"\"{property}\""),
    };
}
