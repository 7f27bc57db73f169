using System.Collections.Immutable;
using System.CommandLine;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Usage;
using FundingReports.Exchange;
using FundingReports.Validation;

namespace FundingReports.Cli.Commands;

/// <summary>Puts an official export into a portfolio: what it says, the account of its lines, and what waits for a post.</summary>
internal static class ImportCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("import", language.Say("un export officiel (FONJEP, SUBVENTIA, SCDL), repris en portefeuille",
            "an official export (FONJEP, SUBVENTIA, SCDL) into a portfolio"));
        command.Aliases.Add("importer");
        var kind = new Argument<string?>("KIND") {
            Arity = ArgumentArity.ZeroOrOne, Description = language.Say("fonjep, subventia ou scdl", "fonjep, subventia or scdl") };
        var input = new Argument<string?>("FILE") { Arity = ArgumentArity.ZeroOrOne,
            Description = language.Say("l'export, tel qu'il a été reçu", "the export, as it was received") };
        var into =
            new Option<string?>("--into", "--dans") {
                Description = language.Say("le portefeuille où le ranger ; les postes possibles sont proposés, jamais choisis",
                    "the portfolio to put it into; possible posts are proposed, never chosen") };
        var beneficiaries = new Option<string[]>("--beneficiary", "--beneficiaire")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description =
                language.Say("scdl : ne reprendre que les subventions de ce bénéficiaire (SIRET, SIREN, RNA ou nom) ; peut être répété",
                    "scdl: take only the subsidies of this beneficiary (SIRET, SIREN, RNA or name); may be repeated"),
        };
        var output = new Option<string?>("--output", "-o", "--out") {
            Description = language.Say("le portefeuille à écrire (.json)", "the portfolio to write (.json)") };
        var strict =
            new Option<bool>("--strict") {
                Description = language.Say("un avertissement ou une ligne mise de côté arrête tout, comme une erreur",
                    "a warning or a line set aside stops everything, as an error does") };
        var lang = new Option<string?>("--lang") {
            Description = language.Say("la langue des messages : fr ou en", "the language of the messages: fr or en") };
        command.Arguments.Add(kind);
        command.Arguments.Add(input);
        foreach (Option option in (Option[])[into, beneficiaries, output, strict, lang])
            command.Options.Add(option);
        command.SetAction(parsed => Run(KindOf(parsed.GetValue(kind), language), parsed.GetValue(input), parsed.GetValue(into),
            parsed.GetValue(beneficiaries) ?? [], parsed.GetValue(output), parsed.GetValue(strict), language, terminal));
        return command;
    }

    private static ImportKind KindOf(string? word, Language language) => word?.ToLowerInvariant() switch
    {
        "fonjep" => ImportKind.Fonjep,
        "subventia" => ImportKind.Subventia,
        "scdl" => ImportKind.Scdl,
        _ => throw CommonOptions.Wrong(UsageTexts.BadImportKind(word, language)),
    };

    private static int Run(ImportKind kind, string? input, string? into, string[] beneficiaries, string? output, bool strict,
        Language language, Terminal terminal)
    {
        if (string.IsNullOrEmpty(input))
            throw CommonOptions.Wrong(UsageTexts.MissingExport(language));
        if (string.IsNullOrEmpty(output))
            throw CommonOptions.Wrong(UsageTexts.MissingMerged(language));
        if (beneficiaries.Length > 0 && kind is not ImportKind.Scdl)
            throw CommonOptions.Wrong(UsageTexts.BeneficiaryOfScdl(language));
        GuardedFiles.RefuseSame(input, output, language);
        ImportReading reading = GuardedFiles.Guard(input, language, reading: true, () => beneficiaries.Length == 0
            ? OfficialFile.Read(kind, input) : OnlyOf(beneficiaries, input));
        if (reading.IsOpened)
            terminal.Error.WriteLine(reading.Sentence(language));
        LoadedInput? home = into is null ? null : Reading.Load(into, language, terminal);
        ImmutableArray<Problem> problems = home?.Portfolio is { } target ? reading.ProblemsInto(target) : reading.Problems;
        Reading.Say(problems, language, terminal);
        if (!reading.IsOpened)
            throw new StopException(
                reading.Problems is [{ Arguments: ["no-table" or "two-forms" or "no-subsidies" or "no-fonjep" or "no-subventia", ..] }]
                ? ExitCode.BadInput : ExitCode.FileTrouble);
        if (reading.Portfolio is not { } portfolio || strict
            && (!problems.IsEmpty || !reading.Account.SetAside.IsEmpty || reading.Payments is { SetAside.IsEmpty: false }))
            return ExitCode.BadInput;
        if (home is not null)
            portfolio = Into(home, into!, reading, strict, language, terminal);
        GuardedFiles.Write(output, language, portfolio.Save);
        foreach (AwaitingProposal proposal in AwaitingProposals.Of(portfolio))
            terminal.Output.WriteLine($"- {proposal.Sentence(language)}");
        if (portfolio.Waiting(language) is { } waiting)
            terminal.Output.WriteLine(waiting);
        terminal.Output.WriteLine(language.Say(
            $"{Words.Count(portfolio.Posts.Length, "poste", "postes", language)}, {Words.Count(portfolio.Commitments.Length, "engagement", "engagements", language)}, {portfolio.Awaiting.Length} en attente d'un poste, dans « {output} ».",
            $"{Words.Count(portfolio.Posts.Length, "post", "posts", language)}, {Words.Count(portfolio.Commitments.Length, "commitment", "commitments", language)}, {portfolio.Awaiting.Length} waiting for a post, in “{output}”."));
        return ExitCode.Done;
    }

    private static ImportReading OnlyOf(string[] beneficiaries, string input)
    {
        using FileStream stream = File.OpenRead(input);
        return ScdlImport.Read(stream, Path.GetFileName(input), ScdlAsked.OfBeneficiaries(beneficiaries));
    }

    private static Portfolio Into(LoadedInput home, string into, ImportReading reading, bool strict, Language language, Terminal terminal)
    {
        if (home.Portfolio is not { } known)
        {
            Reading.Say(home.Problems, language, terminal);
            throw new StopException(ExitCode.BadInput);
        }
        MergedPortfolio merged = PortfolioMerge.Into(known, Path.GetFileName(into), new(reading.Name, reading.Facts));
        // What is wrong with either alone was said, or is not of this import.
        var said = known.Findings.Concat(reading.Portfolio!.Findings).Select(problem => (problem.Code, problem.Found)).ToHashSet();
        List<Problem> ofTheWhole = [.. merged.Problems.Where(problem => !said.Contains((problem.Code, problem.Found)))];
        Reading.Say(ofTheWhole, language, terminal);
        return merged.Portfolio is { } whole && !(strict && ofTheWhole.Count > 0) ? whole : throw new StopException(ExitCode.BadInput);
    }
}
