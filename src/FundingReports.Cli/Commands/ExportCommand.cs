using System.CommandLine;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Usage;
using FundingReports.Exchange;

namespace FundingReports.Cli.Commands;

/// <summary>What was granted, to the national schema. What the portfolio lacks is asked for.</summary>
internal static class ExportCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command =
            new Command("export", language.Say("les engagements attribués ou conventionnés, au schéma national (SCDL subventions 2.1.1)",
                "what is granted or signed, to the national schema (SCDL subventions 2.1.1)"));
        command.Aliases.Add("exporter");
        var kind = new Argument<string?>("KIND") { Arity = ArgumentArity.ZeroOrOne, Description = "scdl" };
        var input = new Argument<string?>("INPUT") { Arity = ArgumentArity.ZeroOrOne, Description = language.Say(
            "le portefeuille : JSON (portfolio@1), ou formulaire rempli", "the portfolio: JSON (portfolio@1), or a filled form") };
        var output = new Option<string?>("--output", "-o", "--out") {
            Description = language.Say("le fichier à écrire (.csv)", "the file to write (.csv)") };
        var complete =
            new Option<bool>("--complete-only", "--complets-seulement") {
                Description = language.Say("écrire les lignes complètes, et lister ce que les autres attendent",
                    "write the complete lines, and list what the others wait for") };
        var lang = new Option<string?>("--lang") {
            Description = language.Say("la langue des messages : fr ou en", "the language of the messages: fr or en") };
        command.Arguments.Add(kind);
        command.Arguments.Add(input);
        foreach (Option option in (Option[])[output, complete, lang])
            command.Options.Add(option);
        command.SetAction(parsed => Run(
            parsed.GetValue(kind), parsed.GetValue(input), parsed.GetValue(output), parsed.GetValue(complete), language, terminal));
        return command;
    }

    private static int Run(string? kind, string? input, string? output, bool completeOnly, Language language, Terminal terminal)
    {
        if (!"scdl".Equals(kind, StringComparison.OrdinalIgnoreCase))
            throw CommonOptions.Wrong(UsageTexts.BadExportKind(kind, language));
        if (string.IsNullOrEmpty(input))
            throw CommonOptions.Wrong(UsageTexts.MissingInput(language));
        if (string.IsNullOrEmpty(output))
            throw CommonOptions.Wrong(UsageTexts.MissingCsv(language));
        if (!output.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            throw CommonOptions.Wrong(UsageTexts.NotACsvName(output, language));
        GuardedFiles.RefuseSame(input, output, language);
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
