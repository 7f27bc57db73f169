using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Usage;
using FundingReports.Exchange;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Cli.Commands;

/// <summary>Puts an official export into a portfolio: what it says, the account of its lines, and what waits for a post.</summary>
internal static class ImportCommand
{
    // The most bytes that are read of a list of headers: what was named may be a device without end.
    private const int LargestColumns = 1024 * 1024;

    internal static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("import", language.Say("un export officiel (FONJEP, SUBVENTIA, SCDL, Chorus), repris en liste de postes",
            "an official export (FONJEP, SUBVENTIA, SCDL, Chorus) into a portfolio"));
        command.Aliases.Add("importer");
        var kind = new Argument<string?>("KIND") { Arity = ArgumentArity.ZeroOrOne,
            Description = language.Say("fonjep, subventia, scdl ou chorus", "fonjep, subventia, scdl or chorus") };
        var input = new Argument<string?>("FILE") { Arity = ArgumentArity.ZeroOrOne,
            Description = language.Say("l'export, tel qu'il a été reçu", "the export, as it was received") };
        var into =
            new Option<string?>("--into", "--dans") {
                Description = language.Say("la liste de postes où le ranger ; les postes possibles sont proposés, jamais choisis",
                    "the portfolio to put it into; possible posts are proposed, never chosen") };
        var beneficiaries = new Option<string[]>("--beneficiary", "--beneficiaire")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description =
                language.Say("scdl : ne reprendre que les subventions de ce bénéficiaire (SIRET, SIREN, RNA ou nom) ; peut être répété",
                    "scdl: take only the subsidies of this beneficiary (SIRET, SIREN, RNA or name); may be repeated"),
        };
        var payer = new Option<string?>("--payer", "--attribuant") { Description =
            language.Say(
                "qui donne, quand le fichier ne le dit pas : NOM[,SIRET]", "who gives, where the file does not say: NAME[,SIRET]") };
        var columns =
            new Option<string?>("--columns", "--colonnes") {
                Description = language.Say("scdl : ce que veulent dire des en-têtes, en JSON : {\"Combien\": \"montant\", \"Avis\": null}",
                    "scdl: what headers mean, as JSON: {\"Combien\": \"montant\", \"Avis\": null}") };
        var returned =
            new Option<string?>("--annotate", "--retour") {
                Description = language.Say("le fichier rendu (.xlsx), avec ses lignes non prises en compte et leurs raisons",
                    "the file given back (.xlsx), with its lines set aside and their reasons") };
        var output = new Option<string?>("--output", "-o", "--out") {
            Description = language.Say("la liste de postes à écrire (.json)", "the portfolio to write (.json)") };
        var placing =
            new Option<string?>("--placing", "--rattachement") {
                Description =
                language.Say("un classeur (.xlsx) où choisir le poste, ou le financement, de ce qui est en attente ; fusionner le reprend",
                    "a workbook (.xlsx) on which to choose the post, or the commitment, of what waits; merge reads it back") };
        var strict =
            new Option<bool>("--strict") {
                Description = language.Say("un avertissement ou une ligne non prise en compte arrête tout, comme une erreur",
                    "a warning or a line set aside stops everything, as an error does") };
        var lang = new Option<string?>("--lang") {
            Description = language.Say("la langue des messages : fr ou en", "the language of the messages: fr or en") };
        command.Arguments.Add(kind);
        command.Arguments.Add(input);
        foreach (Option option in (Option[])[into, beneficiaries, payer, columns, returned, placing, output, strict, lang])
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            ImportKind known = KindOf(parsed.GetValue(kind), language);
            ImportOptions options =
                Options(parsed.GetValue(beneficiaries) ?? [], parsed.GetValue(payer), parsed.GetValue(columns), terminal.Today, language);
            string? from = parsed.GetValue(input), home = parsed.GetValue(into), to = parsed.GetValue(output),
                back = parsed.GetValue(returned), choice = parsed.GetValue(placing);
            if (!string.IsNullOrEmpty(to))
                GuardedFiles.RefuseSame([from, parsed.GetValue(columns)], language, to, back, choice);
            // What is added to a portfolio may take its place; its copies may not.
            GuardedFiles.RefuseSame([home], language, back, choice);
            return Run(known, from, home, options, back, choice, to, parsed.GetValue(strict), language, terminal);
        });
        return command;
    }

    private static ImportOptions Options(string[] beneficiaries, string? payer, string? columns, LocalDate today, Language language)
    {
        string[] parts = payer is null ? [] : payer.Split(',', StringSplitOptions.TrimEntries);
        if (payer is not null && (parts[0].Length == 0 || parts.Length > 2 || parts.Length == 2 && !Identifiers.IsSiret(parts[1])))
            throw CommonOptions.Wrong(UsageTexts.BadPayer(payer, language));
        return new()
        {
            Payer = payer is null ? null : new(parts[0], parts.Length == 2 ? parts[1] : null),
            Columns = columns is null ? null : GuardedFiles.Guard(columns, language, reading: true, () => ColumnsOf(columns, language)),
            AsOf = today,
            Asked = beneficiaries.Length == 0 ? null : ScdlAsked.OfBeneficiaries(beneficiaries),
        };
    }

    private static Dictionary<string, string?> ColumnsOf(string path, Language language)
    {
        try
        {
            byte[] bytes = new byte[LargestColumns];
            using FileStream file = File.OpenRead(path);
            int read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read == bytes.Length)
                throw CommonOptions.Wrong(UsageTexts.BadColumns(path, language));
            using var text = new StreamReader(new MemoryStream(bytes, 0, read));
            using JsonDocument map = JsonDocument.Parse(text.ReadToEnd());
            return map.RootElement.EnumerateObject()
                .ToDictionary(entry => entry.Name, entry => entry.Value.GetString(), StringComparer.Ordinal);
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException or ArgumentException)
        {
            throw CommonOptions.Wrong(UsageTexts.BadColumns(path, language));
        }
    }

    private static ImportKind KindOf(string? word, Language language) => word?.ToLowerInvariant() switch
    {
        "fonjep" => ImportKind.Fonjep,
        "subventia" => ImportKind.Subventia,
        "scdl" => ImportKind.Scdl,
        "chorus" => ImportKind.Chorus,
        _ => throw CommonOptions.Wrong(UsageTexts.BadImportKind(word, language)),
    };

    private static int Run(ImportKind kind, string? input, string? into, ImportOptions options, string? returned, string? placing,
        string? output, bool strict, Language language, Terminal terminal)
    {
        if (string.IsNullOrEmpty(input))
            throw CommonOptions.Wrong(UsageTexts.MissingExport(language));
        if (string.IsNullOrEmpty(output))
            throw CommonOptions.Wrong(UsageTexts.MissingMerged(language));
        if (options.Asked is not null && kind is not ImportKind.Scdl)
            throw CommonOptions.Wrong(UsageTexts.BeneficiaryOfScdl(language));
        ImportReading reading = GuardedFiles.Guard(input, language, reading: true, () => OfficialFile.Read(kind, input, options));
        if (reading.IsOpened)
            terminal.Error.WriteLine(reading.Sentence(language));
        LoadedInput? home = into is null ? null : Reading.Load(into, language, terminal);
        ImmutableArray<Problem> problems = home?.Portfolio is { } target ? reading.ProblemsInto(target) : reading.Problems;
        Reading.Say(problems, language, terminal);
        if (!reading.IsOpened)
            throw new StopException(reading.Problems.Any(problem => problem is { Code: ProblemCode.UnreadableFile, Arguments: not [
                "no-subsidies" or "no-fonjep" or "no-subventia" or "no-chorus", ..] }) ? ExitCode.FileTrouble : ExitCode.BadInput);
        if (returned is not null)
            GuardedFiles.Write(returned, language, path => Annotator.Annotate(input, reading, path, language));
        if (reading.Portfolio is not { } portfolio || strict
            && (!problems.IsEmpty || !reading.Account.SetAside.IsEmpty || reading.Payments is { SetAside.IsEmpty: false }))
            return ExitCode.BadInput;
        if (home is not null)
            portfolio = Into(home, into!, reading, strict, language, terminal);
        GuardedFiles.Write(output, language, portfolio.Save);
        if (placing is not null)
            GuardedFiles.Write(placing, language, path => PlacingWorkbook.Save(portfolio, path));
        foreach (AwaitingProposal proposal in AwaitingProposals.Of(portfolio))
            terminal.Output.WriteLine($"- {proposal.Sentence(language)}");
        foreach (PaymentProposal proposal in PaymentProposals.Of(portfolio))
            terminal.Output.WriteLine($"- {proposal.Sentence(language)}");
        if (portfolio.Waiting(language) is { } waiting)
            terminal.Output.WriteLine(waiting);
        if (!portfolio.Payments.IsEmpty)
            terminal.Output.WriteLine(PaymentsOf(portfolio, language));
        terminal.Output.WriteLine(language.Say(
            $"{Words.Count(portfolio.Posts.Length, "poste", "postes", language)}, {Words.Count(portfolio.Commitments.Length, "financement", "financements", language)}, {portfolio.Awaiting.Length} en attente d'un poste, dans « {output} ».",
            $"{Words.Count(portfolio.Posts.Length, "post", "posts", language)}, {Words.Count(portfolio.Commitments.Length, "commitment", "commitments", language)}, {portfolio.Awaiting.Length} waiting for a post, in “{output}”."));
        return ExitCode.Done;
    }

    private static string PaymentsOf(Portfolio portfolio, Language language)
    {
        List<Payment> placed = [.. portfolio.Payments.Where(payment => payment.Commitment is not null)];
        string sum = Words.Money(placed.Aggregate(Euros.Zero, (total, payment) => total + payment.Amount), language);
        int waiting = portfolio.Payments.Length - placed.Count;
        return language.Say(
            $"{Words.Count(placed.Count, "versement rattaché", "versements rattachés", language)} à son financement ({sum}), {waiting} en attente d'un financement.",
            $"{Words.Count(placed.Count, "payment", "payments", language)} placed on a commitment ({sum}), {waiting} waiting for one.");
    }

    private static Portfolio Into(LoadedInput home, string into, ImportReading reading, bool strict, Language language, Terminal terminal)
    {
        if (home.Portfolio is not { } known)
        {
            Reading.Say(home.Problems, language, terminal);
            throw new StopException(ExitCode.BadInput);
        }
        MergedPortfolio merged = PortfolioMerge.Into(known, Path.GetFileName(into), new(reading.Name, reading.Facts));
        // What is wrong with the file alone was said already; what is wrong with the portfolio alone does not concern this import.
        var said = known.Findings.Concat(reading.Portfolio!.Findings).Select(problem => (problem.Code, problem.Found)).ToHashSet();
        List<Problem> ofTheWhole = [.. merged.Problems.Where(problem => !said.Contains((problem.Code, problem.Found)))];
        Reading.Say(ofTheWhole, language, terminal);
        return merged.Portfolio is { } whole && !(strict && ofTheWhole.Count > 0) ? whole : throw new StopException(ExitCode.BadInput);
    }
}
