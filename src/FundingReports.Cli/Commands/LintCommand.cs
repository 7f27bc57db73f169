using System.CommandLine;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Usage;
using FundingReports.WorkbookLint;
using FundingReports.Sentences;
using FundingReports.Wording;
using FundingReports.Validation;

namespace FundingReports.Cli.Commands;

/// <summary>The rules of the workbooks, for any workbook.</summary>
internal static class LintCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("lint", language.Say("les règles d'un classeur lisible par tous : ce qui les enfreint, et où",
            "the rules of a workbook that everybody can read: what breaks them, and where"));
        command.Aliases.Add("controler");
        var input = new Argument<string?>("WORKBOOK") { Arity = ArgumentArity.ZeroOrOne,
            Description = language.Say("le classeur à contrôler (.xlsx)", "the workbook to check (.xlsx)") };
        var strict = new Option<bool>("--strict") {
            Description = language.Say("un avertissement compte comme une erreur", "a warning counts as an error") };
        var lang = new Option<string?>("--lang") { Description = language.Say("la langue : fr ou en", "the language: fr or en") };
        command.Arguments.Add(input);
        command.Options.Add(strict);
        command.Options.Add(lang);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(lang) is { } asked and not ("fr" or "en"))
                throw CommonOptions.Wrong(UsageTexts.BadLanguage(asked, language));
            if (parsed.GetValue(input) is not { Length: > 0 } path)
                throw CommonOptions.Wrong(UsageTexts.MissingWorkbook(language));
            return Run(path, parsed.GetValue(strict), language, terminal);
        });
        return command;
    }

    private static int Run(string path, bool strict, Language language, Terminal terminal)
    {
        IReadOnlyList<LintFinding> findings = GuardedFiles.Guard(path, language, reading: true, () => WorkbookLinter.Check(path));
        foreach (LintFinding finding in findings)
            terminal.Error.WriteLine(finding.ToLine(language));
        if (findings is [{ Rule: LintRule.UnreadableFile }])
            return ExitCode.FileTrouble;
        int errors = findings.Where(finding => finding.Severity is Severity.Error).Sum(finding => 1 + finding.Others),
            warnings = findings.Sum(finding => 1 + finding.Others) - errors;
        if (errors > 0 || strict && warnings > 0)
            return ExitCode.BadInput;
        terminal.Output.WriteLine(warnings == 0
            ? language.Say("Toutes les règles sont respectées.", "Every rule is kept.")
            : language.Say($"Aucune erreur, {Words.Count(warnings, "avertissement", "avertissements", language)}.",
                $"No error, {Words.Count(warnings, "warning", "warnings", language)}."));
        return ExitCode.Done;
    }
}
