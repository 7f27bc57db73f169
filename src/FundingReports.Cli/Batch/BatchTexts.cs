using FundingReports.Cli.Host;
using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Cli.Batch;

/// <summary>What a batch says, French beside English.</summary>
internal static class BatchTexts
{
    internal static string MissingOutput(Language language) =>
        language.Say("Il manque le dossier à remplir : -o DOSSIER", "The folder to fill is missing: -o FOLDER");

    internal static string NoFolder(string path, Language language) =>
        language.Say($"« {path} » n'est pas un dossier.", $"“{path}” is no folder.");

    internal static string NoFile(string name, Language language) => language.Say(
        $"« {name} » n'est pas un fichier ordinaire, et n'est pas lu ; mettez le fichier lui-même dans le dossier.",
        $"“{name}” is no ordinary file, and is not read; put the file itself into the folder.");

    internal static string NoScenario(Language language) =>
        language.Say("Un lot rend compte de ce qui est connu : --scenario n'y a pas sa place.",
            "A batch answers for what is known: --scenario has no place in it.");

    internal static string SameFolder(Language language) => language.Say(
        "Le dossier à remplir est aussi celui qui est lu ; choisissez-en un autre, pour que ce qui est écrit ne soit pas relu.",
        "The folder to fill is the one that is read; choose another, so that nothing written is read again.");

    internal static string Interrupted(Language language) => language.Say(
        "Interrompu : les classeurs déjà écrits sont entiers, les autres n'ont pas été écrits. La même commande reprend où celle-ci s'est arrêtée.",
        "Interrupted: the workbooks already written are whole, the others are not there. The same command goes on where this one stopped.");

    /// <summary>What was made earlier of inputs that have gone, or can no longer be answered for; empty where there is none.</summary>
    internal static string Old(BatchResult result, Language language)
    {
        string names = string.Join(", ", result.Old.Select(Words.OneLine)), folder = BatchRun.OldFolder(language);
        return result.Old.Length switch
        {
            0 => "",
            1 => language.Say(
                $"Le classeur {names} venait d'un fichier qui n'est plus là, ou qui n'est plus pris en compte : il est rangé dans « {folder} ».",
                $"The workbook {names} came from a file that has gone or is set aside: it is now in “{folder}”."),
            _ => language.Say(
                $"Ces classeurs venaient de fichiers qui ne sont plus là, ou qui ne sont plus pris en compte : ils sont rangés dans « {folder} » ({names}).",
                $"These workbooks came from files that have gone or are set aside: they are now in “{folder}” ({names})."),
        };
    }

    internal static string Account(BatchResult result, BatchOptions options)
    {
        var language = options.Language;
        int read = result.Files.Length, aside = result.Files.Count(file => file.Why is not null),
            fresh = result.Files.Count(file => file.IsFresh), old = read - aside - fresh;
        string date = Words.LongDate(options.AsOf, language);
        if (language == Language.English)
            return $"As of {date}: {Words.Count(read, "file", "files", language)} read; {Words.Count(fresh, "workbook", "workbooks", language)} written, {old} up to date, {aside} set aside{Names(result)}. "
                + (result.ConsolidatedIsFresh
                    ? $"{BatchRun.ConsolidatedName(language)} is written." : $"{BatchRun.ConsolidatedName(language)} is up to date.");
        return $"Au {date} : {Words.Count(read, "fichier lu", "fichiers lus", language)} ; {Words.Count(fresh, "classeur écrit", "classeurs écrits", language)}, {old} à jour, {aside} non pris en compte{Names(result)}. "
            + (result.ConsolidatedIsFresh
                ? $"{BatchRun.ConsolidatedName(language)} est écrit." : $"{BatchRun.ConsolidatedName(language)} est à jour.");
    }

    private static string Names(BatchResult result)
    {
        string[] names = [.. result.Files.Where(file => file.Why is not null).Select(file => file.Shown)];
        return names.Length == 0 ? "" : $" ({string.Join(", ", names.Take(5))}{(names.Length > 5 ? "…" : "")})";
    }
}
