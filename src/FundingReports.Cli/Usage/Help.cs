using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FundingReports.Cli.Host;

namespace FundingReports.Cli.Usage;

/// <summary>Help in the language of the user: usage, then what can be given, one a line.</summary>
internal sealed class Help(Language language) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        TextWriter output = parseResult.InvocationConfiguration.Output;
        Command command = parseResult.CommandResult.Command;
        string arguments = string.Concat(command.Arguments.Select(argument => $" {argument.Name}"));
        string name = command is RootCommand
            ? language.Say("fundingreports COMMANDE", "fundingreports COMMAND")
            : $"fundingreports {UsageTexts.NameOf(command, language)}{arguments}";
        string says = command.Description ?? "";
        output.WriteLine(says.Length > 0 ? char.ToUpperInvariant(says[0]) + says[1..] : says);
        output.WriteLine();
        output.WriteLine($"{language.Say("Usage :", "Usage:")} {name} [options]");
        output.WriteLine();
        List<(string Name, string? What)> lines = [
            .. command.Subcommands.Select(sub => (Names(sub.Name, sub.Aliases), sub.Description)),
            .. command.Arguments.Select(argument => (argument.Name, argument.Description)),
            .. command.Options.Where(option => option is not (HelpOption or VersionOption))
                .Select(option => (Names(option.Name, option.Aliases), option.Description)),
            ("--help, -h", language.Say("cette aide", "this help"))];
        int width = lines.Max(line => line.Name.Length);
        foreach (var (what, means) in lines)
            output.WriteLine($"  {what.PadRight(width)}  {means}");
        return ExitCode.Done;
    }

    private static string Names(string name, IEnumerable<string> aliases) => string.Join(", ", aliases.Prepend(name));
}
