using System.CommandLine;
using System.Globalization;

namespace FundingReports.Cli.Commands;

/// <summary>All the problems of a file, and nothing else.</summary>
internal static class CheckCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("check", language.Say("tous les problèmes d'un fichier", "all the problems of a file"));
        command.Aliases.Add("verifier");
        var common = new CommonOptions(command, terminal, language);
        command.SetAction(parsed => Run(common.Read(parsed), terminal));
        return command;
    }

    private static int Run(Request request, Terminal terminal)
    {
        FundingAnalysis analysis = Reading.Analyse(request, terminal);
        int warnings = analysis.Findings.Length;
        string count = warnings.ToString(CultureInfo.InvariantCulture);
        terminal.Output.WriteLine(warnings switch
        {
            0 => request.Language.Say("Aucune erreur, aucun avertissement.", "No error, no warning."),
            1 => request.Language.Say("Aucune erreur, 1 avertissement.", "No error, 1 warning."),
            _ => request.Language.Say($"Aucune erreur, {count} avertissements.", $"No error, {count} warnings."),
        });
        return ExitCode.Done;
    }
}
