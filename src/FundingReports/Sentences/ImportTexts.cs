using FundingReports.Validation;
using FundingReports.Wording;
using static FundingReports.Sentences.ProblemTexts;

namespace FundingReports.Sentences;

/// <summary>What is said of the problems of official files.</summary>
internal static class ImportTexts
{
    /// <summary>What is said of a file as a whole, or of a line by what it is.</summary>
    internal static BilingualText OfFile(ProblemCode code, ProblemWords a) => code switch
    {
        ProblemCode.MoneyColumnNotRead when a[1] is "form" => Say(
            $"La colonne « {a[0]} » n'est pas lue, alors que son nom parle de montants ou de statut. Si elle compte, donnez-lui un nom du formulaire (2026, Coût 2026, Statut, Plafond…).",
            $"The column \"{a[0]}\" is not read, although its name speaks of money or of a status. If it counts, give it a name of the form (2026, Cost 2026, Status, Cap…)."),
        ProblemCode.MoneyColumnNotRead when a[1] is "stops" => Say(
            $"La colonne « {a[0]} » n'est pas lue, et elle contient des montants ou un statut : les lignes où elle est remplie ne sont pas prises en compte. Dites ce qu'elle contient, ou qu'elle ne compte pas (--colonnes).",
            $"The column \"{a[0]}\" is not read, and it holds money or a status: the lines where it is filled are set aside. Say what it holds, or that it does not count (--colonnes)."),
        ProblemCode.MoneyColumnNotRead when a[1] is "stops-rename" => Say(
            $"La colonne « {a[0]} » n'est pas lue, et elle contient des montants ou un statut : les lignes où elle est remplie ne sont pas prises en compte. Redonnez-lui le nom qu'elle a dans l'export.",
            $"The column \"{a[0]}\" is not read, and it holds money or a status: the lines where it is filled are set aside. Give it the name again that it has in the export."),
        ProblemCode.MoneyColumnNotRead => Say(
            $"La colonne « {a[0]} » n'est pas lue, alors que son nom parle de montants ou de statut : elle peut changer ce que valent les lignes. Regardez-la, et dites ce qu'elle contient (--colonnes).",
            $"The column \"{a[0]}\" is not read, although its name speaks of money or of a status: it may change what the lines are worth. Look at it, and say what it holds (--colonnes)."),
        ProblemCode.TextEncoding => a[0] is "mixed"
            ? Say(
                $"Cette ligne est dans un autre codage que le reste du fichier ; elle est lue dans le sien. Vérifiez ses accents.",
                $"This line is in another encoding than the rest of the file; it is read in its own. Check its accents.")
            : Say(
                $"Le texte est dans le codage {a[0]}, qui n'est pas Unicode. Vérifiez les accents des noms.",
                $"The text is in the encoding {a[0]}, which is not Unicode. Check the accents of names."),
        ProblemCode.TextSeparator => a[0] is "wrapped"
            ? Say(
                $"Chaque ligne du fichier est entre guillemets, comme une seule cellule : les guillemets sont ôtés. Vérifiez que les colonnes sont bien à leur place.",
                $"Each line of the file stands in quotes, as one cell: the quotes are taken off. Check that the columns are in their places.")
            : Say(
                $"Les cellules sont séparées par « {a[0]} ». Vérifiez que les colonnes sont bien à leur place.",
                $"The cells are separated by \"{a[0]}\". Check that the columns are in their places."),
        ProblemCode.HiddenSheet => Say(
            $"La feuille « {a[0]} » est masquée : elle n'est pas lue. Affichez-la si elle doit compter, et enregistrez.",
            $"The sheet \"{a[0]}\" is hidden: it is not read. Show it if it is to count, and save."),
        ProblemCode.HeaderTaken when a[1] is "rename" => Say(
            $"L'en-tête {a.Found} est lu comme « {a.Word(0)} ». Si c'est autre chose, donnez-lui un autre nom.",
            $"The header {a.Found} is read as \"{a.Word(0)}\". If it is something else, give it another name."),
        ProblemCode.HeaderTaken when a[1] is "sheet" => Say(
            $"La feuille {a.Found} est lue comme la feuille « {a[0]} ». Si c'est autre chose, donnez-lui un autre nom.",
            $"The sheet {a.Found} is read as the sheet \"{a[0]}\". If it is something else, give it another name."),
        ProblemCode.HeaderTaken => Say(
            $"L'en-tête {a.Found} est lu comme « {a[0]} ». Si c'est autre chose, dites-le (--colonnes).",
            $"The header {a.Found} is read as \"{a[0]}\". If it is something else, say so (--colonnes)."),
        ProblemCode.AfterAsOf => Say(
            $"La décision est datée du {a.Date(0)}, après le {a.Date(1)} : elle n'a pas encore eu lieu, ou la date est fausse. Vérifiez-la.",
            $"The decision is dated {a.Date(0)}, after {a.Date(1)}: it has not taken place yet, or the date is wrong. Check it."),
        ProblemCode.NotMoney => a[0] switch
        {
            "loan" => Say(
                $"C'est un prêt ou une avance ({a.Found}), à rendre : la somme est comptée à part. Il n'y a rien à faire.",
                $"It is a loan or an advance ({a.Found}), to be paid back: the sum stands apart. Nothing is to be done."),
            "guarantee" => Say(
                $"C'est une garantie ({a.Found}), et aucune somme n'est versée : le montant est compté à part. Il n'y a rien à faire.",
                $"It is a guarantee ({a.Found}), and no money is paid: the sum stands apart. Nothing is to be done."),
            "mixed" => Say(
                $"{a.Found} : la somme est reprise entière, et une partie peut être une aide en nature. Demandez quelle somme est versée en numéraire.",
                $"{a.Found}: the sum is taken whole, and a part of it may be aid in kind. Ask how much is money."),
            "zero" => Say(
                $"La somme est de 0 € : la ligne n'apporte aucun crédit. Vérifiez qu'elle n'est pas inconnue.",
                $"The sum is 0.00 €: the row brings no money. Check that it is not unknown."),
            "closed" => Say(
                $"Le statut {a.Found} dit que le poste est fermé : ces crédits ne sont peut-être plus dus. Vérifiez-le auprès du financeur.",
                $"The status {a.Found} says that the post is closed: this money may no longer be due. Check with the funder."),
            _ => Say(
                $"C'est une aide en nature ({a.Found}), et non une somme versée : sa valeur est comptée à part. Il n'y a rien à faire.",
                $"It is aid in kind ({a.Found}), and no money: its value stands apart. Nothing is to be done."),
        },
        ProblemCode.LineSetAside => Say(
            $"Ligne non prise en compte : {a[0]}. Corrigez-la à la source.",
            $"Line set aside: {a[0]}. Correct it where it comes from."),
        _ => Say(
            $"Rien de ce fichier n'a pu être repris. Corrigez les lignes non prises en compte, ou vérifiez que c'est le bon fichier.",
            $"Nothing of this file could be taken. Correct the lines set aside, or check that it is the right file."),
    };

    internal static BilingualText KeptAsWritten(ProblemWords a) => a[1] switch
    {
        "not-listed" => Say(
            $"{a.Found} n'est pas un mot de la liste « {a[0]} » : il est gardé tel qu'il est écrit, et aucune règle ne le connaît. Choisissez dans la liste le mot qui convient, s'il y est.",
            $"{a.Found} is no word of the list \"{a[0]}\": it is kept as it is written, and no rule knows it. Choose the word of the list that fits, if there is one."),
        "siren" => Say(
            $"{a.Found} est un SIREN : l'établissement (SIRET) reste inconnu, et le SIREN est gardé tel qu'il est écrit. Indiquez les quatorze chiffres si vous les avez.",
            $"{a.Found} is a SIREN: the establishment (SIRET) stays unknown, and the SIREN is kept as it is written. Give the fourteen digits if you have them."),
        "exponent" => Say(
            $"Un tableur a coupé les chiffres de cet identifiant ({a.Found}) : il reste inconnu. Reprenez-le à la source, dans une cellule au format Texte.",
            $"A spreadsheet has cut the digits of this identifier ({a.Found}): it stays unknown. Take it from the source, into a cell of format Text."),
        "nic" => Say(
            $"{a.Found} finit par 00000, ce qu'aucun établissement n'a : un tableur a sans doute arrondi ses chiffres, et il reste inconnu. Reprenez-le à la source.",
            $"{a.Found} ends in 00000, which no establishment has: a spreadsheet has probably rounded its digits, and it stays unknown. Take it from the source."),
        "ridet" => Say(
            $"{a.Found} a dix chiffres, comme un RIDET de Nouvelle-Calédonie : il est gardé tel qu'il est écrit. Il n'y a rien à faire.",
            $"{a.Found} has ten digits, as a RIDET of New Caledonia: it is kept as it is written. Nothing is to be done."),
        "rna" => Say(
            $"{a.Found} n'est pas un numéro RNA (W suivi de neuf signes) : il reste inconnu, gardé tel qu'il est écrit. Corrigez-le si vous publiez ce fichier.",
            $"{a.Found} is no RNA number (W and nine signs): it stays unknown, kept as it is written. Correct it if you publish this file."),
        "length" => Say(
            $"{a.Found} n'a pas le nombre de chiffres d'un SIRET (quatorze) : il reste inconnu, gardé tel qu'il est écrit. Corrigez-le si vous publiez ce fichier.",
            $"{a.Found} has not as many digits as a SIRET (fourteen): it stays unknown, kept as it is written. Correct it if you publish this file."),
        "date" => Say(
            $"{a.Found} n'est pas une date lisible dans la colonne « {a[0]} » : elle reste inconnue, gardée telle qu'elle est écrite. Écrivez 23/07/2023, juillet 2023 ou 2023.",
            $"{a.Found} is no readable date in the column \"{a[0]}\": it stays unknown, kept as it is written. Write 23/07/2023, July 2023 or 2023."),
        _ => Say(
            $"{a.Found} n'est pas compris dans la colonne « {a[0]} » : gardé tel qu'il est écrit, et lu par aucun calcul. Corrigez-le si vous publiez ce fichier.",
            $"{a.Found} is not understood in the column \"{a[0]}\": kept as it is written, and read by no calculation. Correct it if you publish this file."),
    };

    internal static BilingualText Repaired(ProblemWords a) => a[2] is "above"
        ? Say(
            $"La ligne ne dit pas qui donne : c'est « {a[1]} », comme au-dessus. Vérifiez-le.",
            $"The line does not say who gives: it is \"{a[1]}\", as above. Check it.")
        : a[0] is "amount" && a[2] is "monthly" or "quarterly" or "scaled"
            ? Say(
                $"{a.Found}{How(a[2]).French} est lu {a.Money(1)}. Vérifiez-le.",
                $"{a.Found}{How(a[2]).English} is read as {a.Money(1)}. Check it.")
            : Say(
                $"{a.Found}{How(a[2]).French} est lu {a[1]}. Vérifiez-le.",
                $"{a.Found}{How(a[2]).English} is read as {a[1]}. Check it.");

    internal static BilingualText StatusTaken(ProblemWords a) => Say(
        $"Le statut {a.Found} n'est défini par aucun texte connu ; il est pris pour « {a.Word(0)} » ({a.Count(1, "ligne", "lignes").French}). Vérifiez-le.",
        $"The status {a.Found} is defined by no known text; it is taken for \"{a.Word(0)}\" ({a.Count(1, "row", "rows").English}). Check it.");

    internal static BilingualText YearsNotInFile(ProblemWords a) => Say(
        $"La triennalité couvre des années dont le montant n'est sur aucune ligne (périodes concernées : {a[0]} ; premier poste : {a[1]}). Leur montant reste inconnu, et n'est pas supposé égal.",
        $"The term covers years whose amount is on no row (periods concerned: {a[0]}; first post: {a[1]}). Their amount stays unknown, and is not supposed the same.");

    internal static BilingualText PaymentNotPlaced(ProblemWords a) => a[0] switch
    {
        "no-post" => Say(
            $"Versement non pris en compte : le poste {a.Found} n'est pas parmi les postes repris. Demandez l'export complet.",
            $"Payment set aside: the post {a.Found} is not among the posts taken. Ask for the whole export."),
        "taken-back" => Say(
            $"{a.Found} : les sommes rendues égalent ou dépassent les sommes versées dans l'exercice ; rien n'est compté comme payé. Vérifiez auprès du comptable.",
            $"{a.Found}: as much was paid back as was paid in the budget year, or more; nothing counts as paid. Check with the accountant."),
        "several" => Say(
            $"Versement non pris en compte : le poste {a.Found} a plusieurs financeurs du {a.Date(1)} au {a.Date(2)}, et la ligne ne dit pas lequel paie. Demandez-le.",
            $"Payment set aside: the post {a.Found} has several funders from {a.Date(1)} to {a.Date(2)}, and the row does not say which one pays. Ask."),
        "cancelled" => Say(
            $"Versement non pris en compte : du {a.Date(1)} au {a.Date(2)}, les sommes rendues annulent les sommes versées au poste {a.Found}. Vérifiez auprès du FONJEP.",
            $"Payment set aside: from {a.Date(1)} to {a.Date(2)} what was paid back cancels what was paid to the post {a.Found}. Check with the FONJEP."),
        _ => Say(
            $"Versement non pris en compte : aucune ligne du poste {a.Found} ne couvre la période du {a.Date(1)} au {a.Date(2)}. Vérifiez la période, ou demandez l'export complet.",
            $"Payment set aside: no row of the post {a.Found} covers the period from {a.Date(1)} to {a.Date(2)}. Check the period, or ask for the whole export."),
    };

    internal static BilingualText SchemaMismatch(ProblemWords a)
    {
        (string french, string english) = Wanted(a);
        return Say(
            $"La colonne « {a[1]} » n'est pas conforme au schéma {a[0]}, qui demande : {french} (trouvé : {a.FoundOrNothing}). La valeur est gardée : corrigez-la si vous publiez ce fichier.",
            $"The column \"{a[1]}\" does not conform to the schema {a[0]}, which asks for: {english} (found: {a.FoundOrNothing}). The value is kept: correct it if you publish this file.");
    }

    internal static BilingualText NotPublishable(ProblemWords a)
    {
        (string french, string english) = Wanted(a);
        return a[2] is "required" or "one-of-required"
            ? Say(
                $"Le financement {a[4]} n'est pas publié : la liste des postes ne donne pas « {a[1]} », que le schéma {a[0]} demande{(a[2] is "required" ? "" : $" ({french})")}. Indiquez-le ici.",
                $"The commitment {a[4]} is not published: the portfolio does not give \"{a[1]}\", which the schema {a[0]} asks for{(a[2] is "required" ? "" : $" ({english})")}. Give it here.")
            : Say(
                $"Le financement {a[4]} n'est pas publié : pour « {a[1]} », le schéma {a[0]} demande {french} (trouvé : {a.FoundOrNothing}). Corrigez-le ici.",
                $"The commitment {a[4]} is not published: for \"{a[1]}\" the schema {a[0]} asks for {english} (found: {a.FoundOrNothing}). Correct it here.");
    }

    private static (string French, string English) Wanted(ProblemWords a) => a[2] switch
        {
            "required" => ("une valeur", "a value"),
            "maxLength" => ($"{a[3]} caractères au plus", $"{a[3]} characters at most"),
            "minimum" => ($"{a[3]} au moins", $"{a[3]} at least"),
            "maximum" => ($"{a[3]} au plus", $"{a[3]} at most"),
            "enum" => ($"une valeur de la liste ({a[3]})", $"one of the values listed ({a[3]})"),
            "type" => (a[3] is "date" ? "une date au jour près (AAAA-MM-JJ)" : "oui, non ou un nombre, selon la colonne", a[3] is "date"
                ? "a date to the day (YYYY-MM-DD)" : "oui, non or a number, as the column is"),
            "one-of-required" =>
                ($"cette valeur, ou celle de «{Words.NoBreakSpace}{a[3]}{Words.NoBreakSpace}»", $"this value, or that of {a[3]}"),
            _ => ("une autre forme", "another form"),
        };

    private static BilingualText How(string how) => how switch
    {
        "spaces" => new(", qui contient des espaces,", ", which holds spaces,"),
        "decimals" => new(", dont un tableur a fait un nombre à virgule,", ", which a spreadsheet has made a number with decimals,"),
        "zeros" => new(", dont un tableur a ôté les zéros de tête,", ", whose leading zeros a spreadsheet has dropped,"),
        "serial" => new(", date qu’un tableur a réduite à un nombre,", ", a date that a spreadsheet has reduced to a number,"),
        "percent" => new(", sans le signe %,", ", without the sign %,"),
        "case" => new(", en minuscules,", ", in lower case,"),
        "cells" => new(", coupé en deux par une virgule,", ", cut in two by a comma,"),
        "scaled" => new(", en milliers ou en millions d’euros,", ", in thousands or millions of euros,"),
        "monthly" => new(", par mois,", ", a month,"),
        "quarterly" => new(", par trimestre,", ", a quarter,"),
        "column" => new(", qui n’est pas dans sa colonne,", ", which is not in its column,"),
        "quotes" => new(", que des guillemets protègent d’un tableur,", ", which quotes protect from a spreadsheet,"),
        _ => new("", ""),
    };
}
