using System.CommandLine;
using System.CommandLine.Parsing;
using FundingReports.Cli.Host;

namespace FundingReports.Cli.Usage;

/// <summary>What the tool says of itself and of wrong usage, French beside English.</summary>
internal static class UsageTexts
{
    internal static string Tool(Language language) => language.Say(
        "Postes cofinancés : jusqu'à quand chacun est financé, par qui, ce qui est confirmé, et ce qui manque ensuite.",
        "Co-financed posts: until when each is funded, by whom, how surely, and what is missing after.");

    /// <summary>Why the arguments were not understood, and where to find help.</summary>
    internal static string Wrong(ParseResult parsed, Language language)
    {
        string command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        return $"{Why(parsed, language)} {language.Say($"Aide : fundingreports{command} --help", $"Help: fundingreports{command} --help")}";
    }

    internal static string MissingInput(Language language) => language.Say(
        "Il manque le fichier à lire : une liste de postes (JSON, portfolio@1), ou un formulaire rempli.",
        "The file to read is missing: a portfolio in JSON (portfolio@1), or a filled form.");

    internal static string MissingWorkbook(Language language) => language.Say(
        "Il manque le classeur à contrôler (.xlsx).",
        "The workbook to check is missing (.xlsx).");

    internal static string MissingMerged(Language language) => language.Say(
        "Il manque le fichier à écrire : -o POSTES.json",
        "The portfolio to write is missing: -o PORTFOLIO.json");

    internal static string MissingExport(Language language) => language.Say(
        "Il manque l'export à lire : importer fonjep|subventia|scdl|chorus FICHIER -o POSTES.json",
        "The export to read is missing: import fonjep|subventia|scdl|chorus FILE -o PORTFOLIO.json");

    internal static string BadImportKind(string? found, Language language) => found is null
        ? MissingExport(language)
        : language.Say(
            $"« {found} » n'est pas un export connu ; choisissez fonjep, subventia, scdl ou chorus.",
            $"“{found}” is no known export; choose fonjep, subventia, scdl or chorus.");

    internal static string BadPayer(string found, Language language) => language.Say(
        $"« {found} » ne dit pas qui donne ; écrivez le nom du financeur puis, après une virgule, les quatorze chiffres de son SIRET si vous les avez.",
        $"“{found}” does not say who gives; write the name and, after a comma, the fourteen digits of the SIRET if you have them.");

    internal static string BadColumns(string path, Language language) => language.Say(
        $"« {path} » n'est pas une liste d'en-têtes ; écrivez {{\"en-tête du fichier\": \"montant\"}}, et null pour une colonne à ne pas lire.",
        $"“{path}” is no list of headers; write {{\"header of the file\": \"montant\"}}, and null for a column not to be read.");

    internal static string BeneficiaryOfScdl(Language language) => language.Say(
        "--beneficiaire ne vaut que pour scdl.",
        "--beneficiary is for scdl alone.");

    internal static string BadExportKind(string? found, Language language) => language.Say(
        found is null ? "Il manque ce qui est à exporter : exporter scdl|csv|ics POSTES.json -o FICHIER"
            : $"« {found} » n'est pas un export connu ; choisissez scdl, csv ou ics.",
        found is null ? "What is to be exported is missing: export scdl|csv|ics PORTFOLIO -o FILE"
            : $"“{found}” is no known export; choose scdl, csv or ics.");

    internal static string MissingExported(string kind, Language language) => kind switch
    {
        "ics" => language.Say("Il manque le fichier à écrire : -o ECHEANCES.ics", "The file to write is missing: -o DEADLINES.ics"),
        "csv" => language.Say("Il manque le fichier à écrire : -o DONNEES.csv", "The file to write is missing: -o DATA.csv"),
        _ => language.Say("Il manque le fichier à écrire : -o SUBVENTIONS.csv", "The file to write is missing: -o SUBSIDIES.csv"),
    };

    internal static string NotAnExportName(string path, string extension, Language language) => language.Say(
        $"« {path} » : le nom du fichier doit finir par {extension}",
        $"“{path}”: the name of the file must end with {extension}");

    internal static string NotAnHtmlName(string path, Language language) => language.Say(
        $"« {path} » : le nom de la note doit finir par .html",
        $"“{path}”: the name of the note must end with .html");

    internal static string NotAForm(string path, Language language) => language.Say(
        $"« {path} » n'est pas un formulaire : --annoter marque les cellules d'un classeur (.xlsx, .xlsm, .xls, .ods, .csv).",
        $"“{path}” is no form: --annotate marks the cells of a workbook (.xlsx, .xlsm, .xls, .ods, .csv).");

    internal static string BadLanguage(string found, Language language) => language.Say(
        $"La langue « {found} » n'est pas connue ; --lang accepte fr ou en.",
        $"The language “{found}” is not known; --lang takes fr or en.");

    internal static string BadProfile(string found, Language language) => language.Say(
        $"Le profil « {found} » n'est pas connu ; --profil accepte travail ou publication.",
        $"The profile “{found}” is not known; --profile takes working or publication.");

    internal static string BadDate(string option, string found, Language language) => language.Say(
        $"{option} : « {found} » n'est pas une date ; écrivez 2022-02-08 ou 08/02/2022.",
        $"{option}: “{found}” is not a date; write 2022-02-08.");

    internal static string BadThrough(Language language) => language.Say(
        $"--jusqu-a ne peut pas précéder --au ; l'analyse porte sur {FundingAnalysis.MaxYears} exercices au plus.",
        $"--through cannot precede --as-of; an analysis covers {FundingAnalysis.MaxYears} budget years at most.");

    internal static string BadSince(string found, Language language) => language.Say(
        $"--depuis : « {found} » ne convient pas ; écrivez une année, au plus tard celle de la date de situation, comme 2025.",
        $"--since: “{found}” is not a budget year before or of the as-of date; write a year, such as 2025.");

    internal static string MissingOutput(Language language) => language.Say(
        "Il manque le classeur ou la page à écrire : -o RAPPORT.xlsx ou -o RAPPORT.html",
        "The workbook or the page to write is missing: -o REPORT.xlsx or -o REPORT.html");

    internal static string TechnicalFileIsNotPublished(Language language) => language.Say(
        "Le dossier technique donne chaque montant au centime : il ne se publie pas. Retirez --dossier, ou --profil publication.",
        "The technical file gives every amount to the cent: it is not published. Leave out --technical, or --profile publication.");

    internal static string NotAWorkbookName(string path, Language language) => language.Say(
        $"« {path} » : le nom du classeur doit finir par .xlsx",
        $"“{path}”: the name of the workbook must end with .xlsx");

    internal static string NeitherWorkbookNorPage(string path, Language language) => language.Say(
        $"« {path} » : le nom du rapport doit finir par .xlsx (classeur) ou .html (page)",
        $"“{path}”: the name of the report must end with .xlsx (workbook) or .html (page)");

    internal static string NotYears(string years, Language language) => language.Say(
        $"« {years} » ne dit pas d'années : écrivez 2026 ou 2026-2028, entre 1990 et 2100, vingt au plus.",
        $"“{years}” says no years: write 2026 or 2026-2028, from 1990 to 2100, twenty at most.");

    internal static string SameFile(string path, Language language) => language.Say(
        $"« {path} » est le fichier à lire ; choisissez un autre nom pour ce qui est écrit.",
        $"“{path}” is the file to read; choose another name for what is written.");

    internal static string WrittenTwice(string path, Language language) => language.Say(
        $"« {path} » est donné pour deux fichiers à écrire ; choisissez un nom pour chacun.",
        $"“{path}” is given for two files to write; choose a name for each.");

    internal static string DroppedFolder(string path, Language language) => language.Say(
        $"« {path} » est un dossier : déposez les fichiers eux-mêmes, ou écrivez fundingreports lot DOSSIER -o DOSSIER.",
        $"“{path}” is a folder: drop the files themselves, or type fundingreports batch FOLDER -o FOLDER.");

    internal static string NoteInJson(Language language) => language.Say(
        "--note et --json - ne vont pas ensemble : la sortie ne doit contenir que du JSON.",
        "--note and --json - do not go together: the output would no longer be JSON alone.");

    /// <summary>The word for a command in a language.</summary>
    internal static string NameOf(Command command, Language language) =>
        language is Language.French ? command.Aliases.FirstOrDefault() ?? command.Name : command.Name;

    private static string Commands(ParseResult parsed, Language language, string and)
    {
        string[] names = [.. parsed.RootCommandResult.Command.Subcommands.Select(command => NameOf(command, language))
            .Order(StringComparer.Ordinal)];
        return $"{string.Join(", ", names[..^1])} {and} {names[^1]}";
    }

    private static string Why(ParseResult parsed, Language language)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault() is { } token)
            return parsed.CommandResult.Command is RootCommand && !token.StartsWith('-')
                ? language.Say(
                    $"La commande « {token} » n'existe pas. Il y a {Commands(parsed, language, "et")}.",
                    $"There is no command “{token}”. There are {Commands(parsed, language, "and")}.")
                : language.Say($"« {token} » n'est pas attendu ici.", $"“{token}” is not expected here.");
        if (parsed.Errors.Select(error => error.SymbolResult).OfType<OptionResult>().FirstOrDefault() is { } option)
            return language.Say(
                $"{option.IdentifierToken?.Value ?? option.Option.Name} doit être suivi d'une valeur, et n'être donné qu'une fois.",
                $"{option.IdentifierToken?.Value ?? option.Option.Name} must be followed by a value, and be given once.");
        return parsed.CommandResult.Command is RootCommand
            ? language.Say(
                $"Il manque la commande : {Commands(parsed, language, "ou")}.",
                $"The command is missing: {Commands(parsed, language, "or")}.")
            : language.Say("La commande n'est pas comprise.", "The command is not understood.");
    }

    internal static string OutputFails(Language language) => language.Say(
        "La réponse ne peut pas être écrite sur la sortie : le disque est peut-être plein.",
        "The answer cannot be written to the output: the disk may be full.");

    internal static string TooLarge(Language language) => language.Say(
        "Un montant ou un coefficient est trop grand pour être calculé ; aucun chiffre n'est donné. Vérifiez les montants, et les coefficients des scénarios.",
        "An amount or a factor is too large to be calculated; no figure is given. Check the amounts, and the factors of the scenarios.");
}
