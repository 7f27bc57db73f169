using System.CommandLine;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Usage;
using FundingReports.Exchange;

namespace FundingReports.Cli.Commands;

/// <summary>The form that goes out.</summary>
internal static class TemplateCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("template",
            language.Say("le formulaire à remplir, vierge ou prérempli", "the form to fill in, blank or filled in with what is known"));
        command.Aliases.Add("modele");
        var output = new Option<string?>("--output", "-o") {
            Description = language.Say("le classeur à écrire (.xlsx)", "the workbook to write (.xlsx)") };
        var full = new Option<bool>("--full", "--complet") { Description =
            language.Say("le formulaire complet, une feuille par sorte de fait", "the complete form, a sheet for each kind of fact") };
        var from = new Option<string?>("--from", "--depuis") {
            Description = language.Say("le portefeuille ou le formulaire qui le préremplit", "the portfolio or form that fills it in") };
        var lang = new Option<string?>("--lang") {
            Description = language.Say("la langue des messages : fr ou en", "the language of the messages: fr or en") };
        foreach (Option option in (Option[])[output, full, from, lang])
            command.Options.Add(option);
        command.SetAction(parsed => Run(parsed.GetValue(output), parsed.GetValue(full), parsed.GetValue(from), language, terminal));
        return command;
    }

    private static int Run(string? output, bool full, string? from, Language language, Terminal terminal)
    {
        if (string.IsNullOrEmpty(output))
            throw CommonOptions.Wrong(UsageTexts.MissingOutput(language));
        if (!output.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw CommonOptions.Wrong(UsageTexts.NotAWorkbookName(output, language));
        Portfolio? known = null;
        if (from is not null)
        {
            GuardedFiles.RefuseSame(from, output, language);
            LoadedInput loaded = Reading.Load(from, language, terminal);
            Reading.Say(loaded.Problems, language, terminal);
            known = loaded.Portfolio ?? throw new StopException(ExitCode.BadInput);
        }
        IntakeTemplate template = IntakeTemplate.Create(full ? IntakeForm.Full : IntakeForm.Simple, known);
        GuardedFiles.Write(output, language, template.Save);
        foreach (TemplateLoss loss in template.Losses)
            terminal.Error.WriteLine(loss.Sentence(language));
        terminal.Output.WriteLine(language.Say($"Formulaire écrit : « {output} ».", $"Form written: “{output}”."));
        return ExitCode.Done;
    }
}
