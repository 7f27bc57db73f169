using System.Text.RegularExpressions;
using FundingReports.Changes;
using FundingReports.Policies;
using FundingReports.Reasons;
using FundingReports.Reports;
using FundingReports.Scenarios;
using FundingReports.Tests.Robustness;
using FundingReports.Sentences;
using FundingReports.Wording;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Texts;

/// <summary>
/// What the software says in French, said by the real code of real files and of damaged ones, each way of saying it once.
/// </summary>
internal static partial class PhraseList
{
    private static readonly LocalDate[] days = [new(2017, 7, 1), new(2022, 2, 8), new(2022, 11, 15), new(2023, 8, 1), new(2024, 2, 29),
        new(2024, 12, 31), new(2031, 1, 1)];

    internal static Dictionary<string, List<string>> Rooms()
    {
        var list = new Dictionary<string, List<string>>();
        var seen = new HashSet<string>();
        // Most is said word for word again, of the next day or in the next sheet.
        var heard = new HashSet<(string, Portfolio?)>();
        void Say(string room, string? said, Portfolio? portfolio = null)
        {
            foreach (string line in (said ?? "").Split('\n').SelectMany(line => Sentence().Split(line)))
                if (line.Trim().Length > 3 && line.Contains(' ', StringComparison.Ordinal) && heard.Add((line, portfolio))
                        && seen.Add(Shape(line, portfolio)))
                    (list.TryGetValue(room, out var lines) ? lines : list[room] = []).Add(PhraseFile.Line(line));
        }
        void Problems(string room, IEnumerable<Problem> problems)
        {
            foreach (Problem problem in problems)
                if (seen.Add($"{problem.CodeName} {string.Join(' ', problem.Arguments.Select(a => a.Length == 0))}"))
                    Say(room, problem.Message(Language.French));
        }

        foreach (string path in Seeds("portfolio*.json", "seeds"))
        {
            Portfolio portfolio = Portfolio.Load(path);
            foreach (LocalDate day in days)
            {
                FundingAnalysis analysis = portfolio.Analyze(day);
                Problems("Constats", analysis.Findings);
                Answers(analysis, Say);
            }
            FundingAnalysis before = portfolio.Analyze(days[0]), after = portfolio.Analyze(days[1]);
            foreach (string said in Said(ReportBuilder.Build(after, Language.French, new ReportOptions { Previous = before })))
                Say("Évolution", said, portfolio);
        }
        byte[][] corpus = [.. Seeds("portfolio*.json", "seeds").Select(File.ReadAllBytes)];
        for (int i = 1; i <= 3_000; i++)
        {
            if (!Portfolio.TryRead(Mutant.Of(corpus, new Random(i)), out Portfolio? portfolio, out var problems))
                Problems("Problèmes", problems);
            else
                try
                {
                    FundingAnalysis analysis = portfolio.Analyze(days[1]);
                    Problems("Constats", analysis.Findings);
                }
                catch (PortfolioException contradictions)
                {
                    Problems("Problèmes", contradictions.Problems);
                }
        }
        corpus = [.. Seeds("*.json", "seeds", "landes", "scenarios").Select(File.ReadAllBytes)];
        Portfolio landes = Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json"));
        for (int i = 1; i <= 2_000; i++)
        {
            if (Scenario.TryRead(Mutant.Of(corpus, new Random(i)), out Scenario? scenario, out var problems))
                scenario.TryApply(landes, days[1], out _, out problems);
            Problems("Scénarios", problems);
        }
        corpus = [.. Seeds("*.json", "seeds", "policies", "examples").Select(File.ReadAllBytes)];
        for (int i = 1; i <= 2_000; i++)
        {
            PolicySet.TryRead(Mutant.Of(corpus, new Random(i)), out _, out var problems);
            Problems("Règles", problems);
        }
        foreach (Problem problem in PhraseProblems.All)
            Say("Problèmes des fichiers reçus", problem.Message(Language.French));
        // Every code has a sentence on the page.
        Assert.DoesNotContain(Enum.GetValues<ProblemCode>(),
            code => !seen.Any(shape => shape.StartsWith(new Problem(code, "$").CodeName + " ", StringComparison.Ordinal))
                && !PhraseProblems.All.Any(problem => problem.Code == code));
        PhraseExamples.Say(Say);
        foreach (Missing missing in Enum.GetValues<Missing>())
            Say("Ce qui manque", missing.InWords(Language.French));
        return list;
    }

    internal static void Answers(FundingAnalysis analysis, Action<string, string?, Portfolio?> say)
    {
        Portfolio portfolio = analysis.Portfolio;
        foreach (string sentence in Sentence().Split(analysis.Note(Language.French)))
            say("Synthèse et note", sentence, portfolio);
        foreach (PostFunding post in analysis.Posts)
        {
            foreach (string sentence in analysis.SummarySentences(post, Language.French))
                say("Postes", sentence, portfolio);
            say("Risques", post.Risk?.Sentence(Language.French), portfolio);
            foreach (string why in post.Risk is null ? []
                    : post.Risk.Causes.SelectMany(cause =>
                            (string?[])[RiskTexts.Sentence(cause, Language.French), RiskTexts.Rule(cause, Language.French)])
                    .OfType<string>())
                say("Risques", why, portfolio);
        }
        foreach (var request in analysis.Requests)
            say("Demandes", request.Sentence(analysis.AsOf, Language.French), portfolio);
        foreach (var reason in ReasonBuilder.Of(analysis))
            say("Raisons", ReasonTexts.Message(reason, portfolio, Language.French), portfolio);
        foreach (var finding in analysis.SchemeFindings)
            say("Dispositifs", finding.Message(Language.French), portfolio);
        say("Attente", portfolio.Waiting(Language.French), portfolio);
        foreach (var part in Enum.GetValues<ReportPart>())
            foreach (string said in Said(ReportBuilder.Build(analysis, Language.French, new ReportOptions { Part = part })))
                say("Classeur", said, portfolio);
    }

    internal static IEnumerable<string> Said(Report report) =>
        report.Sheets.SelectMany(sheet => sheet.Blocks.SelectMany(block => block switch
    {
        ReportParagraph paragraph => [paragraph.Text],
        ReportChart chart => [chart.Title, chart.Alternative],
        ReportTable table =>
            [.. table.Columns.Select(column => column.Header),
                .. table.Rows.SelectMany(row => row.Cells).OfType<ReportCell.Text>().Select(text => text.Value)],
        _ => (IEnumerable<string>)[],
    }).Prepend(sheet.Title).Prepend(sheet.Name));

    internal static IEnumerable<string> Seeds(string pattern, params string[] folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    // Two sentences that differ by a name, a date or a figure are said in one way.
    private static string Shape(string said, Portfolio? portfolio)
    {
        IEnumerable<string?> names = portfolio is null ? [] :
        [
            portfolio.Title,
            .. portfolio.Posts.SelectMany(post =>
                    (string?[])[post.Label, post.Id, post.Scheme, .. post.Services, .. post.Places,
                        .. post.Employers.Select(employer => employer.Name)]),
            .. portfolio.Funders.SelectMany(funder => new[] { funder.Name, funder.Id }),
            .. portfolio.Commitments.SelectMany(commitment =>
                    (string?[])[commitment.Id, commitment.Line, .. commitment.References.Values]),
            .. portfolio.Sources.SelectMany(source => new[] { source.Id, source.Title, source.Reference, source.Author, source.Reason }),
        ];
        foreach (string name in names.OfType<string>().Where(name => name.Length > 1).Distinct().OrderByDescending(name => name.Length))
            said = said.Replace(name, "¤", StringComparison.Ordinal);
        said = Quoted().Replace(said, "«¤»");
        said = Word().Replace(said, "#");
        return Figure().Replace(said, "#");
    }

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})")]
    private static partial Regex Sentence();

    [GeneratedRegex("«[^»]*»")]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"\b(janvier|février|mars|avril|mai|juin|juillet|août|"
        + @"septembre|octobre|novembre|décembre|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex(@"[#\d]([\d\s\u00a0\u202f#,./]*[#\d])?(er)?")]
    private static partial Regex Figure();
}
