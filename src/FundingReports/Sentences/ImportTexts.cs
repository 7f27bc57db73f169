using FundingReports.Wording;
using static FundingReports.Sentences.ProblemTexts;

namespace FundingReports.Sentences;

/// <summary>What is said of the problems of official files.</summary>
internal static class ImportTexts
{
    internal static BilingualText Repaired(ProblemWords a) => Say(
        $"{a.Found}{How(a[2]).French} est lu {a[1]}. Vérifiez-le.",
        $"{a.Found}{How(a[2]).English} is read as {a[1]}. Check it.");

    internal static BilingualText StatusTaken(ProblemWords a) => Say(
        $"Le statut {a.Found} n'est défini par aucun texte connu ; il est pris pour « {a[0]} » ({a.Count(1, "ligne", "lignes").French}). Vérifiez-le.",
        $"The status {a.Found} is defined by no known text; it is taken for \"{a[0]}\" ({a.Count(1, "row", "rows").English}). Check it.");

    internal static BilingualText YearsNotInFile(ProblemWords a) => Say(
        $"La triennalité couvre des années dont le montant n'est sur aucune ligne (périodes concernées : {a[0]} ; premier poste : {a[1]}). Leur montant reste inconnu, et n'est pas supposé égal.",
        $"The term covers years whose amount is on no row (periods concerned: {a[0]}; first post: {a[1]}). Their amount stays unknown, and is not supposed the same.");

    internal static BilingualText PaymentNotPlaced(ProblemWords a) => a[0] switch
    {
        "no-post" => Say(
            $"Versement mis de côté : le poste {a.Found} n'est pas parmi les postes repris. Demandez l'export complet.",
            $"Payment set aside: the post {a.Found} is not among the posts taken. Ask for the whole export."),
        "several" => Say(
            $"Versement mis de côté : le poste {a.Found} a plusieurs financeurs du {a.Date(1)} au {a.Date(2)}, et la ligne ne dit pas lequel paie. Demandez-le.",
            $"Payment set aside: the post {a.Found} has several funders from {a.Date(1)} to {a.Date(2)}, and the row does not say which one pays. Ask."),
        "cancelled" => Say(
            $"Versement mis de côté : les sommes payées et reprises au poste {a.Found} s'annulent du {a.Date(1)} au {a.Date(2)}. Vérifiez auprès du FONJEP.",
            $"Payment set aside: the sums paid to and taken back from the post {a.Found} cancel from {a.Date(1)} to {a.Date(2)}. Check with the FONJEP."),
        _ => Say(
            $"Versement mis de côté : aucune ligne du poste {a.Found} ne couvre la période du {a.Date(1)} au {a.Date(2)}. Vérifiez la période, ou demandez l'export complet.",
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
                $"L'engagement {a[4]} n'est pas publié : le portefeuille ne donne pas « {a[1]} », que le schéma {a[0]} demande{(a[2] is "required" ? "" : $" ({french})")}. Indiquez-le ici.",
                $"The commitment {a[4]} is not published: the portfolio does not give \"{a[1]}\", which the schema {a[0]} asks for{(a[2] is "required" ? "" : $" ({english})")}. Give it here.")
            : Say(
                $"L'engagement {a[4]} n'est pas publié : pour « {a[1]} », le schéma {a[0]} demande {french} (trouvé : {a.FoundOrNothing}). Corrigez-le ici.",
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
            "one-of-required" => ($"cette valeur, ou celle de {a[3]}", $"this value, or that of {a[3]}"),
            _ => ("une autre forme", "another form"),
        };

    private static BilingualText How(string how) => how switch
    {
        "spaces" => new(", qui contient des espaces,", ", which holds spaces,"),
        "decimals" => new(", dont un tableur a fait un nombre à virgule,", ", which a spreadsheet has made a number with decimals,"),
        "zeros" => new(", dont un tableur a ôté les zéros de tête,", ", whose leading zeros a spreadsheet has dropped,"),
        "serial" => new(", date qu'un tableur a réduite à un nombre,", ", a date that a spreadsheet has reduced to a number,"),
        "percent" => new(", sans le signe %,", ", without the sign %,"),
        "column" => new(", qui n'est pas dans sa colonne,", ", which is not in its column,"),
        "quotes" => new(", que des guillemets protègent d'un tableur,", ", which quotes protect from a spreadsheet,"),
        _ => new("", ""),
    };
}
