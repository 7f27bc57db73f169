using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Pages;
using FundingReports.Cli.Usage;
using FundingReports.Excel;
using FundingReports.Exchange;
using FundingReports.Reports;

namespace FundingReports.Cli.Commands;

/// <summary>Files dropped on the executable: each is reported on beside itself, or given back with what is wrong in it.</summary>
internal static class DroppedFile
{
    /// <summary>Whether the arguments are files and nothing else: whoever drops files types no command.</summary>
    internal static bool Are(string[] args) => args.Length > 0 && Array.TrueForAll(args, argument => Path.IsPathFullyQualified(argument)
        || argument.Contains('.', StringComparison.Ordinal)) && Array.TrueForAll(args, File.Exists);

    /// <summary>A folder among the arguments, which are files and folders and nothing else; null where there is none.</summary>
    internal static string? FolderOf(string[] args) =>
        Array.TrueForAll(args, argument => Path.IsPathFullyQualified(argument) && (File.Exists(argument) || Directory.Exists(argument)))
            ? Array.Find(args, Directory.Exists) : null;

    /// <summary>Reports on each; the worst of their exit codes.</summary>
    internal static int Run(string[] paths, Terminal terminal, Language language)
    {
        int worst = ExitCode.Done;
        foreach (string path in paths)
        {
            int code;
            try
            {
                code = One(new(path, terminal.Today, null, false, language), HasNamesake(path, paths), terminal);
            }
            catch (StopException stop)
            {
                if (stop.Sentence is { } sentence)
                    terminal.Error.WriteLine(sentence);
                code = stop.Code;
            }
            worst = Math.Max(worst, code);
        }
        return worst;
    }

    // Dropped together, each has a report of its own.
    private static bool HasNamesake(string path, string[] paths) =>
        Array.Exists(paths, other => other != path && string.Equals(
            Path.ChangeExtension(Path.GetFullPath(path), null), Path.ChangeExtension(Path.GetFullPath(other), null),
            StringComparison.OrdinalIgnoreCase));

    private static int One(Request request, bool hasNamesake, Terminal terminal)
    {
        LoadedInput loaded = Reading.Load(request.Input, request.Language, terminal);
        if (loaded.Portfolio is null)
            return GiveBack(request, hasNamesake, loaded, terminal);
        var analysis = Reading.Analyse(request, terminal);
        string report = Beside(request.Input, hasNamesake, request.Language.Say("rapport", "report"));
        GuardedFiles.Write(
            report, request.Language, path => terminal.Outputs.Workbook(analysis, path, request.Language, new ReportOptions()));
        terminal.Output.WriteLine(AnalysisPage.Written(analysis, report, request.Language));
        return ExitCode.Done;
    }

    private static int GiveBack(Request request, bool hasNamesake, LoadedInput loaded, Terminal terminal)
    {
        Reading.Say(loaded.Problems, request.Language, terminal);
        string annotated = Beside(request.Input, hasNamesake, request.Language.Say("annote", "annotated"));
        GuardedFiles.Write(annotated, request.Language, path =>
        {
            if (loaded.Form is { } form)
                Annotator.Annotate(request.Input, form, path, request.Language);
            else
                ReportBuilder.Build(loaded.Problems, Path.GetFileName(request.Input), terminal.Today, request.Language).SaveWorkbook(path);
        });
        terminal.Output.WriteLine(request.Language.Say(
            $"« {request.Input} » contient des erreurs, décrites dans « {annotated} ».",
            $"“{request.Input}” has errors, described in “{annotated}”."));
        return ExitCode.BadInput;
    }

    private static string Beside(string path, bool hasNamesake, string what)
    {
        string kind = hasNamesake ? Path.GetExtension(path).Replace('.', '-') : "";
        return Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $"{Path.GetFileNameWithoutExtension(path)}{kind}-{what}.xlsx");
    }
}
