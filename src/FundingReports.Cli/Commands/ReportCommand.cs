using System.CommandLine;

namespace FundingReports.Cli.Commands;

/// <summary>The workbook.</summary>
internal static class ReportCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("report", language.Say("le classeur Excel", "the Excel workbook"));
        command.Aliases.Add("rapport");
        var common = new CommonOptions(command, terminal, language);
        var output = new Option<string?>("--output", "-o") { Description = language.Say("le classeur à écrire (.xlsx)", "the workbook to write (.xlsx)") };
        command.Options.Add(output);
        command.SetAction(parsed => Run(common.Read(parsed), parsed.GetValue(output), terminal));
        return command;
    }

    private static int Run(Request request, string? output, Terminal terminal)
    {
        if (string.IsNullOrEmpty(output))
            throw CommonOptions.Wrong(UsageTexts.MissingOutput(request.Language));
        if (!output.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw CommonOptions.Wrong(UsageTexts.NotAWorkbookName(output, request.Language));
        Files.RefuseSame(request.Input, output, request.Language);
        var (analysis, comparison) = Reading.Compare(request, terminal);
        Files.Write(output, request.Language, path => terminal.Outputs.Workbook(analysis, path, request.Language, comparison));
        terminal.Output.WriteLine(AnalysisPage.Written(analysis, output, request.Language));
        return ExitCode.Done;
    }
}
