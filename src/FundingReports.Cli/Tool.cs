using System.CommandLine;
using System.CommandLine.Help;
using FundingReports.Cli.Commands;
using FundingReports.Cli.Host;
using FundingReports.Cli.Usage;

namespace FundingReports.Cli;

/// <summary>
/// Runs the command that the arguments name and gives its exit code. No error that a user could cause ends in a stack trace.
/// </summary>
internal static class Tool
{
    internal const string CloseWindow = "Appuyez sur Entrée pour fermer cette fenêtre.";

    internal static int Run(string[] args, Terminal world)
    {
        Language language = Lang.In(args);
        Terminal terminal = world.OnScreen();
        int code = Written(args, terminal, language);
        // Nobody could read what went wrong, or what is to be known beside the answer.
        return code == ExitCode.Done && terminal.Error is ScreenWriter { IsClosed: true } ? ExitCode.FileTrouble : code;
    }

    private static int Written(string[] args, Terminal terminal, Language language)
    {
        try
        {
            int code = Done(args, terminal, language);
            terminal.Output.Flush();
            return code;
        }
        // Files have sentences of their own (GuardedFiles.Guard): what is left is standard output.
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(UsageTexts.OutputFails(language));
            return ExitCode.FileTrouble;
        }
        finally
        {
            terminal.Error.Flush();
        }
    }

    private static int Done(string[] args, Terminal terminal, Language language)
    {
        try
        {
            if (args.Length > 0 && DroppedFile.FolderOf(args) is { } folder)
                throw new StopException(ExitCode.WrongUsage, UsageTexts.DroppedFolder(folder, language));
            return DroppedFile.Are(args) ? DroppedFile.Run(args, terminal, language) : Invoke(args, terminal, language);
        }
        catch (StopException stop)
        {
            if (stop.Sentence is { } sentence)
                terminal.Error.WriteLine(sentence);
            return stop.Code;
        }
        catch (OverflowException)
        {
            terminal.Error.WriteLine(UsageTexts.TooLarge(language));
            return ExitCode.BadInput;
        }
    }

    private static int Invoke(string[] args, Terminal terminal, Language language)
    {
        // A file whose name begins with @ is a file, not a list of arguments.
        var parsed = Root(terminal, language).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        bool asksForHelp = parsed.Action is Help;
        if (!asksForHelp && (parsed.Errors.Count > 0 || parsed.CommandResult.Command is RootCommand && parsed.Action is null))
            throw new StopException(ExitCode.WrongUsage, UsageTexts.Wrong(parsed, language));
        return parsed.Invoke(
            new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Root(Terminal terminal, Language language)
    {
        var root = new RootCommand(UsageTexts.Tool(language))
        {
            AnalyseCommand.Create(terminal, language),
            BatchCommand.Create(terminal, language),
            CheckCommand.Create(terminal, language),
            CompareCommand.Create(terminal, language),
            ReportCommand.Create(terminal, language),
            TemplateCommand.Create(terminal, language),
            MergeCommand.Create(terminal, language),
            ImportCommand.Create(terminal, language),
            LintCommand.Create(terminal, language),
            ExportCommand.Create(terminal, language),
        };
        foreach (Option option in root.Options.OfType<HelpOption>())
            option.Action = new Help(language);
        return root;
    }
}
