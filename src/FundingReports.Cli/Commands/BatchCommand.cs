using System.CommandLine;
using FundingReports.Cli.Batch;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Usage;

namespace FundingReports.Cli.Commands;

/// <summary>A workbook per portfolio of a folder, and one of all together.</summary>
internal static class BatchCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("batch", language.Say("un classeur par fichier d'un dossier, et un classeur de l'ensemble",
            "a workbook per portfolio of a folder, and one of all together"));
        command.Aliases.Add("lot");
        var common = new CommonOptions(command, terminal, language);
        var output = new Option<string?>("--output", "-o") {
            Description = language.Say("le dossier des classeurs", "the folder of the workbooks") };
        command.Options.Add(output);
        command.SetAction(parsed => Run(common.Read(parsed), parsed.GetValue(output), terminal));
        return command;
    }

    private static int Run(Request request, string? output, Terminal terminal)
    {
        var language = request.Language;
        if (string.IsNullOrEmpty(output))
            throw CommonOptions.Wrong(BatchTexts.MissingOutput(language));
        if (!Directory.Exists(request.Input))
            throw new StopException(ExitCode.FileTrouble, BatchTexts.NoFolder(request.Input, language));
        if (request.Scenarios.Length > 0)
            throw CommonOptions.Wrong(BatchTexts.NoScenario(language));
        if (Places.AreSame(request.Input, output))
            throw CommonOptions.Wrong(BatchTexts.SameFolder(language));
        if (File.Exists(output))
            throw new StopException(ExitCode.FileTrouble, BatchTexts.NoFolder(output, language));
        return GuardedFiles.Guard(output, language, reading: false, () =>
        {
            Directory.CreateDirectory(output);
            return Run(new BatchOptions(request.Input, output, request.AsOf, request.Through, request.Strict, language) {
                Policy = request.Policy, Since = request.Since }, terminal);
        });
    }

    private static int Run(BatchOptions options, Terminal terminal)
    {
        using var interrupted = new CancellationTokenSource();
        void Interrupt(object? sender, ConsoleCancelEventArgs press)
        {
            // The first Ctrl+C lets the files at work end; the second one ends the program.
            press.Cancel = !interrupted.IsCancellationRequested;
            interrupted.Cancel();
        }
        Console.CancelKeyPress += Interrupt;
        try
        {
            var result = new BatchRun(options, terminal, interrupted.Token).Run();
            foreach (var file in result.Files)
                foreach (string line in file.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    terminal.Error.WriteLine($"{file.Shown}: {line}");
            terminal.Output.WriteLine(BatchTexts.Account(result, options));
            if (BatchTexts.Old(result, options.Language) is { Length: > 0 } old)
                terminal.Output.WriteLine(old);
            return result.Files.Any(file => file.IsNotWritten)
                ? ExitCode.FileTrouble : result.Files.Any(file => file.Why is not null) ? ExitCode.BadInput : ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine();
            terminal.Error.WriteLine(BatchTexts.Interrupted(options.Language));
            return ExitCode.Interrupted;
        }
        finally
        {
            Console.CancelKeyPress -= Interrupt;
        }
    }
}
