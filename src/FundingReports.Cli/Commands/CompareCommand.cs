using System.CommandLine;
using FundingReports.Changes;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Pages;
using FundingReports.Cli.Usage;
using NodaTime;

namespace FundingReports.Cli.Commands;

/// <summary>What changed between two portfolios, or in one between two as-of dates; or, of one INPUT, scenarios side by side.</summary>
internal static class CompareCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("compare", language.Say("ce qui a changé entre deux listes de postes, ou d'une date à l'autre",
            "what changed between two portfolios, or from one date to another"));
        command.Aliases.Add("comparer");
        var common = new CommonOptions(command, terminal, language);
        var later = new Argument<string?>("NEW")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = language.Say("la nouvelle liste ; INPUT est alors l'ancienne", "the new portfolio; INPUT is then the old one"),
        };
        var asOfOld = new Option<string?>("--as-of-old", "--au-ancien")
        {
            Description =
                language.Say(
                    "la date de situation de l'ancien état ; par défaut celle de --au. Avec un seul fichier : le même, à deux dates",
                    "the as-of date of the old state; by default that of --as-of. With one file: the same, on two dates"),
        };
        var output =
            new Option<string?>("--output", "-o") {
                Description = language.Say("le classeur du nouvel état, avec la feuille Évolution (.xlsx)",
                    "the workbook of the new state, with the sheet Changes (.xlsx)") };
        command.Arguments.Add(later);
        command.Options.Add(asOfOld);
        command.Options.Add(output);
        command.SetAction(parsed =>
        {
            Request old = common.Read(parsed);
            LocalDate? on = common.DateOf(language.Say("--au-ancien", "--as-of-old"), parsed.GetValue(asOfOld));
            string? second = parsed.GetValue(later);
            if (string.IsNullOrEmpty(second) && on is null && old.Scenarios.IsEmpty)
                throw CommonOptions.Wrong(NothingToCompare(old.Language));
            if (string.IsNullOrEmpty(second) && on is null)
                return SideBySide(old, parsed.GetValue(output), terminal);
            return WhatChanged(Between(old, second, on), parsed.GetValue(output), terminal);
        });
        return command;
    }

    private static int SideBySide(Request request, string? output, Terminal terminal)
    {
        CheckOutput(output, request);
        var (analysis, comparison) = Reading.Compare(request, terminal);
        if (output is not null)
            GuardedFiles.Write(output, request.Language,
                path => terminal.Outputs.Workbook(analysis, path, request.Language, new() { Scenarios = comparison }));
        terminal.Output.WriteLine(ScenariosPage.Of(comparison!, request.Language));
        if (output is not null)
            terminal.Output.WriteLine(Environment.NewLine + AnalysisPage.Written(analysis, output, request.Language));
        return ExitCode.Done;
    }

    private static void CheckOutput(string? output, Request request, params ReadOnlySpan<string> others)
    {
        if (output is null)
            return;
        if (output.Length == 0)
            throw CommonOptions.Wrong(UsageTexts.MissingOutput(request.Language));
        if (!output.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw CommonOptions.Wrong(UsageTexts.NotAWorkbookName(output, request.Language));
        GuardedFiles.RefuseSame([.. request.Inputs, .. others], request.Language, output);
    }

    private static int WhatChanged((Request Old, Request New) asked, string? output, Terminal terminal)
    {
        Language language = asked.New.Language;
        CheckOutput(output, asked.New, asked.Old.Input);
        var (before, after) = Read(asked.Old, asked.New, terminal);
        PortfolioChanges changes = PortfolioChanges.Between(before, after);
        if (output is not null)
            GuardedFiles.Write(output, language, path => terminal.Outputs.Changes(changes, path, language));
        terminal.Output.WriteLine(ChangesPage.Of(changes, language));
        if (output is not null)
            terminal.Output.WriteLine(Environment.NewLine + AnalysisPage.Written(after, output, language));
        return ExitCode.Done;
    }

    /// <summary>Both states show the same last year: what they share is all that the later one shows.</summary>
    private static (Request Old, Request New) Between(Request asked, string? second, LocalDate? on)
    {
        LocalDate oldDay = on ?? asked.AsOf;
        LocalDate last = asked.Through ?? new LocalDate(Math.Max(oldDay.Year, asked.AsOf.Year) + 5, 12, 31);
        if (last < oldDay || last.Year - Math.Min(oldDay.Year, asked.AsOf.Year) >= FundingAnalysis.MaxYears)
            throw CommonOptions.Wrong(UsageTexts.BadThrough(asked.Language));
        return (asked with { AsOf = oldDay, Through = last }, asked
            with { Input = string.IsNullOrEmpty(second) ? asked.Input : second, Through = last });
    }

    /// <summary>Reads both before it stops on either: all problems at once.</summary>
    private static (FundingAnalysis Before, FundingAnalysis After) Read(Request old, Request now, Terminal terminal)
    {
        var (before, said, stop) = TryRead(old, terminal);
        var (after, saidNow, stopNow) = TryRead(now, terminal);
        if (old.Input == now.Input)
            Tell([.. said.Union(saidNow, StringComparer.Ordinal)]);
        else
        {
            // The name of the file stands on a line of its own, so that the lines of problems keep their form.
            Tell(said, old);
            Tell(saidNow, now);
        }
        return before is not null && after is not null
            ? (before, after) : throw (stop?.Code is ExitCode.FileTrouble ? stop : stopNow ?? stop)!;

        void Tell(string[] lines, Request? of = null)
        {
            if (of is not null && lines.Length > 0)
                terminal.Error.WriteLine(of.Language.Say($"{of.Input} :", $"{of.Input}:"));
            foreach (string line in lines)
                terminal.Error.WriteLine(line);
        }
    }

    private static (FundingAnalysis? Analysis, string[] Problems, StopException? Stop) TryRead(Request request, Terminal terminal)
    {
        using var error = new StringWriter();
        FundingAnalysis? analysis = null;
        StopException? stop = null;
        try
        {
            analysis = Reading.Analyse(request, terminal with { Error = error });
        }
        catch (StopException stopped)
        {
            stop = stopped;
        }
        return (analysis, error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), stop);
    }

    private static string NothingToCompare(Language language) => language.Say(
        "Il n'y a rien à comparer : donnez une seconde liste de postes, --au-ancien DATE pour la même à deux dates, ou --scenario FICHIER.",
        "There is nothing to compare with: give a second portfolio, --as-of-old DATE for the same on two dates, or --scenario FILE.");
}
