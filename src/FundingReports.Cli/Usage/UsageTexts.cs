using System.CommandLine;
using System.CommandLine.Parsing;
using FundingReports.Cli.Host;

namespace FundingReports.Cli.Usage;

/// <summary>What the tool says of itself and of wrong usage, French beside English.</summary>
internal static class UsageTexts
{
    internal static string Tool(Language language) => language.Say(
        "Postes cofinancés : jusqu'à quand chacun est financé, par qui, avec quelle sûreté, et ce qui manque ensuite.",
        "Co-financed posts: until when each is funded, by whom, how surely, and what is missing after.");

    /// <summary>Why the arguments were not understood, and where to find help.</summary>
    internal static string Wrong(ParseResult parsed, Language language)
    {
        string command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        return $"{Why(parsed, language)} {language.Say($"Aide : fundingreports{command} --help", $"Help: fundingreports{command} --help")}";
    }

    internal static string MissingInput(Language language) => language.Say(
        "Il manque le fichier à lire : un portefeuille JSON (portfolio@1), ou un formulaire rempli.",
        "The file to read is missing: a portfolio in JSON (portfolio@1), or a filled form.");

    internal static string MissingWorkbook(Language language) => language.Say(
        "Il manque le classeur à contrôler (.xlsx).",
        "The workbook to check is missing (.xlsx).");

    internal static string MissingMerged(Language language) => language.Say(
        "Il manque le portefeuille à écrire : -o PORTEFEUILLE.json",
        "The portfolio to write is missing: -o PORTFOLIO.json");

    internal static string MissingExport(Language language) => language.Say(
        "Il manque l'export à lire : importer fonjep|subventia|scdl FICHIER -o PORTEFEUILLE.json",
        "The export to read is missing: import fonjep|subventia|scdl FILE -o PORTFOLIO.json");

    internal static string BadImportKind(string? found, Language language) => found is null
        ? MissingExport(language)
        : language.Say(
            $"« {found} » n'est pas un export connu ; choisissez fonjep, subventia ou scdl.",
            $"“{found}” is no known export; choose fonjep, subventia or scdl.");

    internal static string BeneficiaryOfScdl(Language language) => language.Say(
        "--beneficiary ne vaut que pour scdl.",
        "--beneficiary is for scdl alone.");

    internal static string BadExportKind(string? found, Language language) => language.Say(
        found is null ? "Il manque le schéma : exporter scdl PORTEFEUILLE -o SUBVENTIONS.csv"
            : $"« {found} » n'est pas un schéma connu ; le seul est scdl.",
        found is null
            ? "The schema is missing: export scdl PORTFOLIO -o SUBSIDIES.csv" : $"“{found}” is no known schema; the only one is scdl.");

    internal static string MissingCsv(Language language) => language.Say(
        "Il manque le fichier à écrire : -o SUBVENTIONS.csv",
        "The file to write is missing: -o SUBSIDIES.csv");

    internal static string NotACsvName(string path, Language language) => language.Say(
        $"« {path} » : le nom du fichier doit finir par .csv",
        $"“{path}”: the name of the file must end with .csv");

    internal static string NotAForm(string path, Language language) => language.Say(
        $"« {path} » n'est pas un formulaire : --annotate marque les cellules d'un classeur (.xlsx, .xls, .csv).",
        $"“{path}” is no form: --annotate marks the cells of a workbook (.xlsx, .xls, .csv).");

    internal static string BadLanguage(string found, Language language) => language.Say(
        $"La langue « {found} » n'est pas connue ; --lang accepte fr ou en.",
        $"The language “{found}” is not known; --lang takes fr or en.");

    internal static string BadProfile(string found, Language language) => language.Say(
        $"Le profil « {found} » n'est pas connu ; --profile accepte travail ou publication.",
        $"The profile “{found}” is not known; --profile takes working or publication.");

    internal static string BadDate(string option, string found, Language language) => language.Say(
        $"{option} : « {found} » n'est pas une date ; écrivez 2022-02-08 ou 08/02/2022.",
        $"{option}: “{found}” is not a date; write 2022-02-08.");

    internal static string BadThrough(Language language) => language.Say(
        $"--through ne peut pas précéder --as-of ; l'analyse porte sur {FundingAnalysis.MaxYears} exercices au plus.",
        $"--through cannot precede --as-of; an analysis covers {FundingAnalysis.MaxYears} budget years at most.");

    internal static string BadSince(string found, Language language) => language.Say(
        $"--since : « {found} » ne convient pas ; écrivez une année, au plus tard celle de la date de situation, comme 2025.",
        $"--since: “{found}” is not a budget year before or of the as-of date; write a year, such as 2025.");

    internal static string MissingOutput(Language language) => language.Say(
        "Il manque le classeur à écrire : -o RAPPORT.xlsx",
        "The workbook to write is missing: -o REPORT.xlsx");

    internal static string NotAWorkbookName(string path, Language language) => language.Say(
        $"« {path} » : le nom du classeur doit finir par .xlsx",
        $"“{path}”: the name of the workbook must end with .xlsx");

    internal static string SameFile(string path, Language language) => language.Say(
        $"« {path} » est le fichier à lire ; choisissez un autre nom pour ce qui est écrit.",
        $"“{path}” is the file to read; choose another name for what is written.");

    internal static string NoteInJson(Language language) => language.Say(
        "--note et --json - ne vont pas ensemble : la sortie ne doit contenir que du JSON.",
        "--note and --json - do not go together: the output would no longer be JSON alone.");

    private static string Why(ParseResult parsed, Language language)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault() is { } token)
            return parsed.CommandResult.Command is RootCommand && !token.StartsWith('-')
                ? language.Say($"La commande « {token} » n'existe pas.", $"There is no command “{token}”.")
                : language.Say($"« {token} » n'est pas attendu ici.", $"“{token}” is not expected here.");
        if (parsed.Errors.Select(error => error.SymbolResult).OfType<OptionResult>().FirstOrDefault() is { } option)
            return language.Say(
                $"{option.Option.Name} doit être suivi d'une valeur, et n'être donné qu'une fois.",
                $"{option.Option.Name} must be followed by a value, and be given once.");
        return parsed.CommandResult.Command is RootCommand
            ? language.Say(
                "Il manque la commande : analyser, comparer, controler, exporter, fusionner, importer, lot, modele, rapport ou verifier.",
                "The command is missing: analyse, batch, check, compare, export, import, lint, merge, report or template.")
            : language.Say("La commande n'est pas comprise.", "The command is not understood.");
    }

    internal static string OutputFails(Language language) => language.Say(
        "La réponse ne peut pas être écrite sur la sortie : le disque est peut-être plein.",
        "The answer cannot be written to the output: the disk may be full.");

    internal static string TooLarge(Language language) => language.Say(
        "Un montant ou un coefficient est trop grand pour être calculé ; aucun chiffre n'est donné. Vérifiez les montants, et les coefficients des scénarios.",
        "An amount or a factor is too large to be calculated; no figure is given. Check the amounts, and the factors of the scenarios.");
}
