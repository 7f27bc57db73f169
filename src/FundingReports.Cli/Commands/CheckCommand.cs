using System.CommandLine;
using System.Globalization;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Usage;
using FundingReports.Exchange;

namespace FundingReports.Cli.Commands;

/// <summary>All the problems of a file; of a form, the file given back with its cells marked.</summary>
internal static class CheckCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("check", language.Say("tous les problèmes d'un fichier", "all the problems of a file"));
        command.Aliases.Add("verifier");
        var common = new CommonOptions(command, terminal, language);
        var annotate = new Option<string?>("--annotate", "--annoter") { Description =
            language.Say("rendre le formulaire avec ses cellules marquées (.xlsx)", "give the form back with its cells marked (.xlsx)") };
        command.Options.Add(annotate);
        command.SetAction(parsed => Run(common.Read(parsed), parsed.GetValue(annotate), terminal));
        return command;
    }

    private static int Run(Request request, string? annotated, Terminal terminal)
    {
        if (annotated is not null)
            return Annotate(request, annotated, terminal);
        FundingAnalysis analysis = Reading.Analyse(request, terminal, out int warnings);
        string count = warnings.ToString(CultureInfo.InvariantCulture);
        terminal.Output.WriteLine(warnings switch
        {
            0 => request.Language.Say("Aucune erreur, aucun avertissement.", "No error, no warning."),
            1 => request.Language.Say("Aucune erreur, 1 avertissement.", "No error, 1 warning."),
            _ => request.Language.Say($"Aucune erreur, {count} avertissements.", $"No error, {count} warnings."),
        });
        if (analysis.Portfolio.Waiting(request.Language) is { } waiting)
            terminal.Output.WriteLine(waiting);
        return ExitCode.Done;
    }

    // The marked copy is made for files with errors, so that none of them prevents it.
    private static int Annotate(Request request, string annotated, Terminal terminal)
    {
        if (!IntakeReader.IsFormName(request.Input))
            throw CommonOptions.Wrong(UsageTexts.NotAForm(request.Input, request.Language));
        if (!annotated.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw CommonOptions.Wrong(UsageTexts.NotAWorkbookName(annotated, request.Language));
        GuardedFiles.RefuseSame(request.Inputs, request.Language, annotated);
        LoadedInput loaded = Reading.Load(request.Input, request.Language, terminal);
        Reading.Say(loaded.Problems, request.Language, terminal);
        GuardedFiles.Write(annotated, request.Language, path => Annotator.Annotate(request.Input, loaded.Form!, path, request.Language));
        int marked = loaded.Problems.Length;
        terminal.Output.WriteLine(request.Language.Say(
            $"{Words.Count(marked, "remarque", "remarques", request.Language)}, à lire dans « {annotated} ».",
            $"{Words.Count(marked, "remark", "remarks", request.Language)}, to be read in “{annotated}”."));
        return loaded.Portfolio is null || request.Strict && marked > 0 ? ExitCode.BadInput : ExitCode.Done;
    }
}
