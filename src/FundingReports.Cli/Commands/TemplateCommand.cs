using System.CommandLine;
using System.Globalization;
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
        var from = new Option<string?>("--from", "--depuis") { Description =
            language.Say("la liste de postes ou le formulaire qui le préremplit", "the portfolio or form that fills it in") };
        var years =
            new Option<string?>("--years", "--annees") {
                Description = language.Say("les années en colonnes : 2026-2028 (vierge : à partir de cette année)",
                    "the years that are columns: 2026-2028 (blank: from this year on)") };
        var lang = new Option<string?>("--lang") { Description = language.Say("la langue des messages et du formulaire simple : fr ou en",
            "the language of the messages and of the simple form: fr or en") };
        foreach (Option option in (Option[])[output, full, from, years, lang])
            command.Options.Add(option);
        command.SetAction(parsed => Run(
            parsed.GetValue(output), parsed.GetValue(full), parsed.GetValue(from), parsed.GetValue(years), language, terminal));
        return command;
    }

    private static int Run(string? output, bool full, string? from, string? years, Language language, Terminal terminal)
    {
        if (string.IsNullOrEmpty(output))
            throw CommonOptions.Wrong(UsageTexts.MissingOutput(language));
        if (!output.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw CommonOptions.Wrong(UsageTexts.NotAWorkbookName(output, language));
        var (first, last) = YearsOf(years, terminal.Today.Year, isBlank: from is null, language);
        Portfolio? known = null;
        if (from is not null)
        {
            GuardedFiles.RefuseSame([from], language, output);
            LoadedInput loaded = Reading.Load(from, language, terminal);
            Reading.Say(loaded.Problems, language, terminal);
            known = loaded.Portfolio ?? throw new StopException(ExitCode.BadInput);
        }
        IntakeTemplate template = full ? IntakeTemplate.Complete(known)
            : known is null ? IntakeTemplate.Blank(first!.Value, last, language) : IntakeTemplate.FilledIn(known, first, last, language);
        GuardedFiles.Write(output, language, template.Save);
        foreach (TemplateLoss loss in template.Losses)
            terminal.Error.WriteLine(loss.Sentence(language));
        terminal.Output.WriteLine(language.Say($"Formulaire écrit : « {output} ».", $"Form written: “{output}”."));
        return ExitCode.Done;
    }

    // « 2026 » or « 2026-2028 »; without it, a blank form begins this year, and one that is filled in goes on to the next.
    private static (int? First, int? Last) YearsOf(string? years, int thisYear, bool isBlank, Language language)
    {
        if (years is null)
            return isBlank ? (thisYear, null) : (null, thisYear + 1);
        string[] parts = years.Split('-');
        bool read = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first);
        int last = first;
        read = read && parts.Length <= 2
            && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out last));
        return read && first is >= 1990 and <= 2100 && last >= first && last <= 2100 && last - first < 20
            ? (first, last) : throw CommonOptions.Wrong(UsageTexts.NotYears(years, language));
    }
}
