using System.CommandLine;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Usage;
using FundingReports.Exchange;

namespace FundingReports.Cli.Commands;

/// <summary>Several returns into one portfolio.</summary>
internal static class MergeCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command =
            new Command("merge", language.Say("plusieurs formulaires rendus, en une seule liste", "several returns into one portfolio"));
        command.Aliases.Add("fusionner");
        var inputs =
            new Argument<string[]>("INPUT") {
                Arity = ArgumentArity.ZeroOrMore,
                Description = language.Say("les formulaires remplis, listes de postes JSON, classeurs de rattachement",
                    "the filled forms, portfolios in JSON, placing workbooks") };
        var output = new Option<string?>("--output", "-o") {
            Description = language.Say("la liste de postes à écrire (.json)", "the portfolio to write (.json)") };
        var strict = new Option<bool>("--strict") {
            Description = language.Say("un avertissement arrête tout, comme une erreur", "a warning stops everything, as an error does") };
        var lang = new Option<string?>("--lang") {
            Description = language.Say("la langue des messages : fr ou en", "the language of the messages: fr or en") };
        command.Arguments.Add(inputs);
        foreach (Option option in (Option[])[output, strict, lang])
            command.Options.Add(option);
        command.SetAction(
            parsed => Run(parsed.GetValue(inputs) ?? [], parsed.GetValue(output), parsed.GetValue(strict), language, terminal));
        return command;
    }

    private static int Run(string[] inputs, string? output, bool strict, Language language, Terminal terminal)
    {
        if (inputs.Length == 0)
            throw CommonOptions.Wrong(UsageTexts.MissingInput(language));
        if (string.IsNullOrEmpty(output))
            throw CommonOptions.Wrong(UsageTexts.MissingMerged(language));
        GuardedFiles.RefuseSame(inputs, language, output);
        var returns = new List<ReturnedFacts>();
        var placements = new List<Placement>();
        bool readable = true;
        foreach (string input in inputs)
        {
            if (inputs.Length > 1)
                terminal.Error.WriteLine($"{input}{language.Say(" :", ":")}");
            if (IntakeReader.IsFormName(input)
                && GuardedFiles.Guard(input, language, reading: true, () => Placement.Read(input)) is { IsOpened: true } placement)
            {
                Reading.Say(placement.Problems, language, terminal);
                placements.Add(placement);
                continue;
            }
            LoadedInput loaded = Reading.Load(input, language, terminal);
            Reading.Say(loaded.Problems, language, terminal);
            readable &= loaded.Portfolio is not null && !(strict && !loaded.Problems.IsEmpty);
            if (loaded.Portfolio is { } portfolio)
                returns.Add(new(Path.GetFileName(input), portfolio.Facts));
        }
        MergedPortfolio merged = PortfolioMerge.Merge(returns);
        // The problems of each file were said with its cells.
        var own = returns.SelectMany(item => Portfolio.Create(item.Facts).Findings).Select(problem => (problem.Code, problem.Found))
            .ToHashSet();
        var ofTheWhole = merged.Problems.Where(problem => !own.Contains((problem.Code, problem.Found))).ToList();
        Reading.Say(ofTheWhole, language, terminal);
        if (!readable || merged.Portfolio is null || strict && ofTheWhole.Count > 0)
            return ExitCode.BadInput;
        Portfolio whole = merged.Portfolio;
        foreach (Placement placement in placements)
        {
            PlacedPortfolio placed = placement.Into(whole);
            Reading.Say(placed.Problems, language, terminal);
            if (placed.Portfolio is null)
                return ExitCode.BadInput;
            whole = placed.Portfolio;
            terminal.Output.WriteLine(language.Say(
                $"« {placed.Name} » : {Words.Count(placed.Placed, "ligne rattachée", "lignes rattachées", language)}, {Words.Count(placed.Removed, "retirée", "retirées", language)}.",
                $"“{placed.Name}”: {Words.Count(placed.Placed, "line", "lines", language)} placed, {placed.Removed} removed."));
        }
        GuardedFiles.Write(output, language, whole.Save);
        terminal.Output.WriteLine(language.Say(
            $"{Words.Count(whole.Posts.Length, "poste", "postes", language)}, {Words.Count(whole.Commitments.Length, "financement", "financements", language)}, dans « {output} ».",
            $"{Words.Count(whole.Posts.Length, "post", "posts", language)}, {Words.Count(whole.Commitments.Length, "commitment", "commitments", language)}, in “{output}”."));
        return ExitCode.Done;
    }
}
