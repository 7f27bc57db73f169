using System.Collections.Immutable;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using FundingReports.Excel;
using FundingReports.Exchange;
using FundingReports.Html;
using FundingReports.Portfolios;
using FundingReports.Reports;
using FundingReports.Scenarios;
using FundingReports.Sentences;
using FundingReports.Validation;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Web;

/// <summary>
/// What the page asks of the library: files in, answers as JSON out, files to keep. One conversation; nothing of it stays once the page is
/// left.
/// </summary>
[SupportedOSPlatform("browser")]
public static partial class Engine
{
    private static readonly List<ReadFile> files = [];
    private static FundingAnalysis? analysis, former;
    private static ScenarioComparison? comparison;

    /// <summary>Called once the engine has started: it keeps the class from being trimmed away.</summary>
    internal static void Ready() => files.Clear();

    /// <summary>Makes a small workbook and forgets it: what the engine has run once it runs in half the time.</summary>
    [JSExport]
    internal static void Warm()
    {
        var sample = Portfolio.Create(new PortfolioFacts
        {
            Funders = [new("F", "F", FunderKind.State)],
            Posts = [new("P", "P") { From = new LocalDate(2026, 1, 1), Costs = [new(new LocalDate(2026, 1, 1), Euros.Of(50_000))] }],
            Commitments = [new("C", "F", ["P"], new LocalDate(2026, 1, 1), new Amount.Annual(Euros.Of(20_000))) {
                Until = new LocalDate(2027, 6, 30), Status = CommitmentStatus.Signed }],
        }).Analyze(new LocalDate(2026, 6, 1));
        using var stream = new MemoryStream();
        sample.SavePage(stream);
        sample.SaveWorkbook(stream);
    }

    /// <summary>Forgets all files.</summary>
    [JSExport]
    internal static void Clear()
    {
        files.Clear();
        (analysis, former, comparison) = (null, null, null);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <param name="bytes">What it holds.</param>
    [JSExport]
    internal static void Add(string name, byte[] bytes) => files.Add(ReadFile.Of(name, bytes));

    /// <summary>Says which file is the edition of before, that the others are compared with.</summary>
    /// <param name="index">Its place, from 0; -1 for none.</param>
    [JSExport]
    internal static void SetFormer(int index)
    {
        for (int i = 0; i < files.Count; i++)
            files[i].IsFormer = i == index;
    }

    /// <summary>All that the files say on a day, as JSON.</summary>
    /// <param name="day">The as-of date, as 2026-11-26.</param>
    /// <param name="code">fr or en.</param>
    [JSExport]
    internal static string Answer(string day, string code)
    {
        Language language = LanguageOf(code);
        LocalDate asOf = LocalDatePattern.Iso.Parse(day).Value;
        (analysis, former, comparison) = (null, null, null);
        var read = Together.Of(files, asOf);
        (analysis, former) = (read.Analysis, read.Former);
        return AnswerJson.Of(files, read, language);
    }

    /// <summary>The page of the answers, which stands between the others as text.</summary>
    [JSExport]
    internal static string Page(string code)
    {
        using var stream = new MemoryStream();
        Analysed().SavePage(stream, LanguageOf(code), Options());
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>
    /// What if a funder paid less, and the posts cost more, from a day on: the sentence, and what is missing each year before and after,
    /// as JSON.
    /// </summary>
    /// <param name="funder">The id of the funder; empty for none.</param>
    /// <param name="less">How much less it pays, in percent.</param>
    /// <param name="more">How much more the posts cost, in percent.</param>
    /// <param name="day">From which day, as 2027-01-01.</param>
    /// <param name="code">fr or en.</param>
    [JSExport]
    internal static string WhatIf(string funder, int less, int more, string day, string code)
    {
        LocalDate from = LocalDatePattern.Iso.Parse(day).Value;
        ScenarioChange[] changes =
        [
            .. funder.Length > 0 && less > 0
                ? (ScenarioChange[])[new ScenarioChange.Scale(funder, null, from, new Factor(100 - less, 100))] : [],
            .. more > 0 ? (ScenarioChange[])[new ScenarioChange.IndexCost(["*"], from, new Factor(100 + more, 100))] : [],
        ];
        comparison = null;
        if (changes.Length == 0)
            return "{}";
        var baseline = Analysed();
        Language language = LanguageOf(code);
        string name = Phrase.In(language, $"Essai du {Words.Date(from, language)}", $"Trial from {Words.Date(from, language)}");
        var scenario = new Scenario(name, null, [.. changes]);
        if (!scenario.TryApply(baseline.Portfolio, baseline.AsOf, out Portfolio? changed, out var problems))
            return AnswerJson.OfProblems(problems, language);
        comparison = new(new(null, baseline), [new(scenario, changed.Analyze(baseline.AsOf))]);
        return AnswerJson.Of(comparison, language);
    }

    /// <summary>A file to keep.</summary>
    /// <param name="kind">
    /// workbook, technical, page, note, calendar, portfolio, or annotated-N: the N-th file with what is wrong in it.
    /// </param>
    /// <param name="code">fr or en.</param>
    [JSExport]
    internal static byte[] Make(string kind, string code)
    {
        Language language = LanguageOf(code);
        using var stream = new MemoryStream();
        switch (kind)
        {
            case "workbook":
                Analysed().SaveWorkbook(stream, language, Options());
                break;
            case "technical":
                Analysed().SaveWorkbook(stream, language, Options() with { Part = ReportPart.TechnicalFile, Previous = null });
                break;
            case "page":
                Analysed().SavePage(stream, language, Options());
                break;
            case "note":
                stream.Write(Encoding.UTF8.GetBytes(Analysed().NoteHtml(language)));
                break;
            case "calendar":
                DeadlinesExport.Of(Analysed(), language).Write(stream);
                break;
            case "portfolio":
                stream.Write(Encoding.UTF8.GetBytes(Analysed().Portfolio.ToJson()));
                break;
            default:
                files[int.Parse(kind["annotated-".Length..], System.Globalization.CultureInfo.InvariantCulture)]
                    .Annotate(stream, language);
                break;
        }
        return stream.ToArray();
    }

    private static ReportOptions Options() => new() { Previous = former, Scenarios = comparison };

    private static FundingAnalysis Analysed() => analysis ?? throw new InvalidOperationException("There is no answer yet.");

    private static Language LanguageOf(string code) => code == "en" ? Language.English : Language.French;
}
