using System.CommandLine;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Usage;
using FundingReports.Exchange;
using FundingReports.Files;

namespace FundingReports.Cli.Commands;

/// <summary>
/// What was granted, to the national schema (what the portfolio lacks is asked for); the figures as flat rows; the deadlines as a
/// calendar.
/// </summary>
internal static class ExportCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command =
            new Command(
                "export", language.Say("les subventions au schéma national (scdl), les chiffres à plat (csv) ou les échéances (ics)",
                    "the subsidies to the national schema (scdl), the figures as flat rows (csv) or the deadlines (ics)"));
        command.Aliases.Add("exporter");
        var kind = new Argument<string?>("KIND") { Arity = ArgumentArity.ZeroOrOne, Description = "scdl | csv | ics" };
        var output = new Option<string?>("--output", "-o", "--out") {
            Description = language.Say("le fichier à écrire (.csv, .ics)", "the file to write (.csv, .ics)") };
        var complete =
            new Option<bool>("--complete-only", "--complets-seulement") {
                Description = language.Say("écrire les lignes complètes, et lister ce qui manque aux autres",
                    "write the complete lines, and list what the others wait for") };
        command.Arguments.Add(kind);
        var common = new CommonOptions(command, terminal, language);
        command.Options.Add(output);
        command.Options.Add(complete);
        command.SetAction(parsed => Run(
            parsed.GetValue(kind), parsed.GetValue(output), parsed.GetValue(complete), () => common.Read(parsed), language, terminal));
        return command;
    }

    private static int Run(string? kind, string? output, bool completeOnly, Func<Request> read, Language language, Terminal terminal)
    {
        string known = kind?.ToLowerInvariant() is ("scdl" or "csv" or "ics") and { } word
            ? word : throw CommonOptions.Wrong(UsageTexts.BadExportKind(kind, language));
        Request request = read();
        if (string.IsNullOrEmpty(output))
            throw CommonOptions.Wrong(UsageTexts.MissingExported(known, language));
        string extension = known is "ics" ? ".ics" : ".csv";
        if (!output.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            throw CommonOptions.Wrong(UsageTexts.NotAnExportName(output, extension, language));
        GuardedFiles.RefuseSame(request.Inputs, language, output);
        return known switch
        {
            "csv" => Flat(Reading.Analyse(request, terminal), output, language, terminal),
            "ics" => Deadlines(Reading.Analyse(request, terminal), output, language, terminal),
            _ => Subsidies(request.Input, output, completeOnly, language, terminal),
        };
    }

    private static int Flat(FundingAnalysis analysis, string output, Language language, Terminal terminal)
    {
        FlatExport flat = FlatExport.Of(analysis);
        GuardedFiles.Write(output, language, path => WholeFile.Write(path, flat.Write));
        terminal.Output.WriteLine(language.Say(
            $"Au {Words.LongDate(analysis.AsOf, language)} : {Words.Count(flat.Rows, "ligne écrite", "lignes écrites", language)}, dans « {output} ».",
            $"As of {Words.LongDate(analysis.AsOf, language)}: {Words.Count(flat.Rows, "row written", "rows written", language)}, in “{output}”."));
        return ExitCode.Done;
    }

    private static int Deadlines(FundingAnalysis analysis, string output, Language language, Terminal terminal)
    {
        DeadlinesExport deadlines = DeadlinesExport.Of(analysis, language);
        GuardedFiles.Write(output, language, path => WholeFile.Write(path, deadlines.Write));
        terminal.Output.WriteLine(language.Say(
            $"Au {Words.LongDate(analysis.AsOf, language)} : {Words.Count(deadlines.Events, "échéance écrite", "échéances écrites", language)}, dans « {output} ».",
            $"As of {Words.LongDate(analysis.AsOf, language)}: {Words.Count(deadlines.Events, "deadline written", "deadlines written", language)}, in “{output}”."));
        return ExitCode.Done;
    }

    private static int Subsidies(string input, string output, bool completeOnly, Language language, Terminal terminal)
    {
        LoadedInput loaded = Reading.Load(input, language, terminal);
        Reading.Say(loaded.Problems, language, terminal);
        ScdlExport export = ScdlExport.Of(loaded.Portfolio ?? throw new StopException(ExitCode.BadInput));
        Reading.Say(export.Asked, language, terminal);
        if (export.Incomplete > 0 && !completeOnly)
            return ExitCode.BadInput;
        GuardedFiles.Write(output, language, export.Save);
        terminal.Output.WriteLine(language.Say(
            $"{Words.Count(export.Lines, "subvention écrite", "subventions écrites", language)}, {Words.Count(export.Incomplete, "incomplète", "incomplètes", language)}, dans « {output} ».",
            $"{Words.Count(export.Lines, "subsidy written", "subsidies written", language)}, {export.Incomplete} incomplete, in “{output}”."));
        return ExitCode.Done;
    }
}
