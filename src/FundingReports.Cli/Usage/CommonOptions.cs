using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FundingReports.Cli.Host;
using NodaTime;

namespace FundingReports.Cli.Usage;

/// <summary>What every command that reads a portfolio takes.</summary>
internal sealed class CommonOptions
{
    private readonly Terminal terminal;
    private readonly Language language;
    private readonly Argument<string?> input;
    private readonly Option<string?> asOf, through, since, lang;
    private readonly Option<bool> strict;
    private readonly Option<string?> policy;
    private readonly Option<string[]> scenarios;

    internal CommonOptions(Command command, Terminal terminal, Language language)
    {
        this.terminal = terminal;
        this.language = language;
        input = new("INPUT")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = language.Say("la liste des postes : JSON (portfolio@1), ou formulaire rempli (.xlsx, .xlsm, .xls, .ods, .csv)",
                "the portfolio: JSON (portfolio@1), or a filled form (.xlsx, .xlsm, .xls, .ods, .csv)"),
        };
        asOf = new("--as-of", "--au") { Description = language.Say(
            "la date de situation ; par défaut aujourd'hui, à Paris", "the day as known on which to answer; by default today, in Paris") };
        through =
            new("--through", "--jusqu-a") {
                Description = language.Say("la dernière date à montrer ; par défaut la fin du cinquième exercice qui suit",
                    "the last date; by default five budget years later") };
        since =
            new("--since", "--depuis") {
                Description = language.Say("le premier exercice à montrer ; par défaut celui de la date de situation",
                    "the first budget year to show; by default that of the as-of date") };
        lang = new("--lang") { Description = language.Say("la langue : fr ou en", "the language: fr or en") };
        strict = new("--strict") {
            Description = language.Say("un avertissement arrête tout, comme une erreur", "a warning stops everything, as an error does") };
        policy =
            new("--policy", "--regles") {
                Description = language.Say("un fichier de règles (policy@1), à la place de celles qui sont livrées",
                    "a policy file (policy@1), in place of the one that ships") };
        scenarios = new("--scenario", "-s")
        {
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = true,
            Description = language.Say("un scénario (scenario@1) ; peut être répété", "a scenario (scenario@1); may be repeated"),
        };
        command.Arguments.Add(input);
        foreach (Option option in (Option[])[asOf, through, since, lang, strict, policy, scenarios])
            command.Options.Add(option);
    }

    /// <summary>The arguments, checked.</summary>
    /// <exception cref="StopException">They are wrong.</exception>
    internal Request Read(ParseResult parsed)
    {
        if (parsed.GetValue(lang) is { } asked and not ("fr" or "en"))
            throw Wrong(UsageTexts.BadLanguage(asked, language));
        if (parsed.GetValue(input) is not { Length: > 0 } path)
            throw Wrong(UsageTexts.MissingInput(language));
        LocalDate day = DateOf(language.Say("--au", "--as-of"), parsed.GetValue(asOf)) ?? terminal.Today;
        LocalDate? last = DateOf(language.Say("--jusqu-a", "--through"), parsed.GetValue(through));
        if (last is { } end && (end < day || end.Year - day.Year >= FundingAnalysis.MaxYears))
            throw Wrong(UsageTexts.BadThrough(language));
        int? first = YearOf(parsed.GetValue(since), day, last ?? day.PlusYears(5));
        return new(path, day, last, parsed.GetValue(strict), language) {
            Since = first, Policy = parsed.GetValue(policy), Scenarios = [.. parsed.GetValue(scenarios) ?? []] };
    }

    private int? YearOf(string? text, LocalDate day, LocalDate last)
    {
        if (text is null)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year >= PartialDate.FirstYear && year <= day.Year && last.Year - year < FundingAnalysis.MaxYears
            ? year
            : throw Wrong(UsageTexts.BadSince(text, language));
    }

    internal static StopException Wrong(string sentence) => new(ExitCode.WrongUsage, sentence);

    /// <summary>A date as an option gives it; null where it is not given.</summary>
    /// <exception cref="StopException">It is not a date.</exception>
    internal LocalDate? DateOf(string option, string? text)
    {
        if (text is null)
            return null;
        if (PartialDate.TryParse(text, out PartialDate date) && date.IsDay)
            return date.First;
        // 08/02/2022, as a day is written in France.
        if (text is [_, _, '/', _, _, '/', _, _, _, _]
            && PartialDate.TryParse(string.Create(CultureInfo.InvariantCulture, $"{text[6..]}-{text[3..5]}-{text[..2]}"), out date))
            return date.First;
        throw Wrong(UsageTexts.BadDate(option, text, language));
    }
}

/// <summary>What is asked of the tool.</summary>
internal sealed record Request(string Input, LocalDate AsOf, LocalDate? Through, bool Strict, Language Language)
{
    /// <summary>The first budget year shown; null for that of the as-of date.</summary>
    internal int? Since { get; init; }

    /// <summary>The file of the policies; null for those that ship.</summary>
    internal string? Policy { get; init; }

    /// <summary>The files of the scenarios, in order.</summary>
    internal ImmutableArray<string> Scenarios { get; init; } = [];

    /// <summary>All files that are read; null for what was not asked for.</summary>
    internal IEnumerable<string?> Inputs => [Input, Policy, .. Scenarios];
}
