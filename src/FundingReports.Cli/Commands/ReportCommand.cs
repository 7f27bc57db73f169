using System.CommandLine;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Pages;
using FundingReports.Cli.Usage;
using FundingReports.Reports;

namespace FundingReports.Cli.Commands;

/// <summary>The workbook, or the page.</summary>
internal static class ReportCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("report", language.Say(
            "le classeur des réponses (.xlsx), ou la page (.html)", "the workbook of the answers (.xlsx), or the page (.html)"));
        command.Aliases.Add("rapport");
        var common = new CommonOptions(command, terminal, language);
        var output = new Option<string?>("--output", "-o") { Description =
            language.Say("le classeur (.xlsx) ou la page (.html) à écrire", "the workbook (.xlsx) or the page (.html) to write") };
        command.Options.Add(output);
        var profile = new Option<string?>("--profile", "--profil")
        {
            Description = language.Say(
                "pour qui : travail (tout, par défaut) ou publication (aucun montant de moins de trois postes, ou de ce que disent vos règles, aucun risque, aucun nom de personne)",
                "for whom: working (all, by default) or publication (no amount of fewer than three posts, or of what your policies say, no risk, no name of a person)"),
        };
        command.Options.Add(profile);
        var technical = new Option<string?>("--dossier", "--technical")
        {
            Description = language.Say(
                "le dossier technique à écrire à côté (.xlsx) : simulation, contrôles, échéancier, rattachement, au centime",
                "the technical file to write beside it (.xlsx): simulation, checks, schedule, balances, to the cent"),
        };
        command.Options.Add(technical);
        command.SetAction(
            parsed => Run(common.Read(parsed), parsed.GetValue(output), parsed.GetValue(technical), parsed.GetValue(profile), terminal));
        return command;
    }

    private static int Run(Request request, string? output, string? technical, string? asked, Terminal terminal)
    {
        var profile = ProfileOf(asked, request.Language);
        if (string.IsNullOrEmpty(output))
            throw CommonOptions.Wrong(UsageTexts.MissingOutput(request.Language));
        bool isPage = output.EndsWith(".html", StringComparison.OrdinalIgnoreCase);
        if (!isPage && !IsWorkbook(output))
            throw CommonOptions.Wrong(UsageTexts.NeitherWorkbookNorPage(output, request.Language));
        if (technical is not null && !IsWorkbook(technical))
            throw CommonOptions.Wrong(UsageTexts.NotAWorkbookName(technical, request.Language));
        GuardedFiles.RefuseSame(request.Inputs, request.Language, output, technical);
        // Every figure to the cent is in it: it is never published.
        if (technical is not null && profile == ReportProfile.Publication)
            throw CommonOptions.Wrong(UsageTexts.TechnicalFileIsNotPublished(request.Language));
        var (analysis, comparison) = Reading.Compare(request, terminal);
        var write = isPage ? terminal.Outputs.Page : terminal.Outputs.Workbook;
        GuardedFiles.Write(output, request.Language,
            path => write(analysis, path, request.Language, new() { Scenarios = comparison, Profile = profile }));
        terminal.Output.WriteLine(AnalysisPage.Written(analysis, output, request.Language));
        if (technical is not null)
        {
            GuardedFiles.Write(technical, request.Language,
                path => terminal.Outputs.Workbook(
                    analysis, path, request.Language, new() { Scenarios = comparison, Part = ReportPart.TechnicalFile }));
            terminal.Output.WriteLine(AnalysisPage.Written(analysis, technical, request.Language));
        }
        return ExitCode.Done;
    }

    private static bool IsWorkbook(string name) => name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    private static ReportProfile ProfileOf(string? asked, Language language) => asked?.ToUpperInvariant() switch
    {
        null or "WORKING" or "TRAVAIL" => ReportProfile.Working,
        "PUBLICATION" => ReportProfile.Publication,
        _ => throw CommonOptions.Wrong(UsageTexts.BadProfile(asked, language)),
    };
}
