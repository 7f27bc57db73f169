using System.CommandLine;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Pages;
using FundingReports.Cli.Usage;
using FundingReports.Reports;

namespace FundingReports.Cli.Commands;

/// <summary>The workbook.</summary>
internal static class ReportCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("report", language.Say("le classeur des réponses (.xlsx)", "the workbook of the answers (.xlsx)"));
        command.Aliases.Add("rapport");
        var common = new CommonOptions(command, terminal, language);
        var output = new Option<string?>("--output", "-o") {
            Description = language.Say("le classeur à écrire (.xlsx)", "the workbook to write (.xlsx)") };
        command.Options.Add(output);
        var profile = new Option<string?>("--profile", "--profil")
        {
            Description = language.Say(
                "pour qui : travail (tout, par défaut) ou publication (aucun montant de moins de trois postes, aucun risque, aucun nom de personne)",
                "for whom: working (all, by default) or publication (no amount of fewer than three posts, no risk, no name of a person)"),
        };
        command.Options.Add(profile);
        command.SetAction(parsed => Run(common.Read(parsed), parsed.GetValue(output), parsed.GetValue(profile), terminal));
        return command;
    }

    private static int Run(Request request, string? output, string? asked, Terminal terminal)
    {
        var profile = ProfileOf(asked, request.Language);
        if (string.IsNullOrEmpty(output))
            throw CommonOptions.Wrong(UsageTexts.MissingOutput(request.Language));
        if (!output.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw CommonOptions.Wrong(UsageTexts.NotAWorkbookName(output, request.Language));
        GuardedFiles.RefuseSame(request.Input, output, request.Language);
        var (analysis, comparison) = Reading.Compare(request, terminal);
        GuardedFiles.Write(output, request.Language,
            path => terminal.Outputs.Workbook(analysis, path, request.Language, new() { Scenarios = comparison, Profile = profile }));
        terminal.Output.WriteLine(AnalysisPage.Written(analysis, output, request.Language));
        return ExitCode.Done;
    }

    private static ReportProfile ProfileOf(string? asked, Language language) => asked?.ToUpperInvariant() switch
    {
        null or "WORKING" or "TRAVAIL" => ReportProfile.Working,
        "PUBLICATION" => ReportProfile.Publication,
        _ => throw CommonOptions.Wrong(UsageTexts.BadProfile(asked, language)),
    };
}
