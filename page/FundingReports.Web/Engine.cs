using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text;
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
/// left. What does not work is a sentence (<see cref="Failures"/>).
/// </summary>
[SupportedOSPlatform("browser")]
public static partial class Engine
{
    private static readonly List<ReadFile> files = [];
    private static readonly Decisions decisions = new();
    private static FundingAnalysis? analysis, former;
    private static ScenarioComparison? comparison;

    /// <summary>Called once the engine has started: it keeps the class from being trimmed away.</summary>
    internal static void Ready() => files.Clear();

    /// <summary>
    /// Answers about a small portfolio and forgets it: what the engine has run once it runs in half the time. Each step is short, so that
    /// a file which is given meanwhile does not wait.
    /// </summary>
    /// <param name="step">Which step, from 0.</param>
    /// <returns>Whether there is a next one.</returns>
    [JSExport]
    internal static bool Warm(int step) => Warming.Do(step);

    /// <summary>Forgets all files, and what was said of them.</summary>
    [JSExport]
    internal static void Clear()
    {
        files.Clear();
        decisions.Clear();
        (analysis, former, comparison) = (null, null, null);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="code">fr or en.</param>
    /// <returns>How many posts it holds; 0 where it has an error.</returns>
    [JSExport]
    internal static int Add(string name, byte[] bytes, string code) => Told(code, _ =>
    {
        files.Add(new(name, bytes));
        return files[^1].Portfolio?.Posts.Length ?? 0;
    });

    /// <summary>Says which file is the edition of before, that the others are compared with.</summary>
    /// <param name="index">Its place, from 0; -1 for none.</param>
    [JSExport]
    internal static void SetFormer(int index)
    {
        for (int i = 0; i < files.Count; i++)
            files[i].IsFormer = i == index;
    }

    /// <summary>Puts cells of a form right, and reads it again.</summary>
    /// <param name="file">The place of the file, from 0.</param>
    /// <param name="places">The cells, as problems name them: Plan!F12.</param>
    /// <param name="values">What each is to say.</param>
    /// <param name="code">fr or en.</param>
    [JSExport]
    internal static void Correct(int file, string[] places, string[] values, string code) => Told(code, _ =>
    {
        files[file].Correct(places.Zip(values).Select(one => new CellCorrection(CellOf(one.First), one.Second)));
        return true;
    });

    /// <summary>Takes a correction back, and reads the form again.</summary>
    [JSExport]
    internal static void Restore(int file, string place, string code) => Told(code, _ =>
    {
        files[file].Restore(CellOf(place));
        return true;
    });

    /// <summary>Answers whether two things are one.</summary>
    /// <param name="question">The question, as the answers name it.</param>
    /// <param name="isSame">Whether they are.</param>
    [JSExport]
    internal static void Decide(string? question, bool isSame) => decisions.Say(question ?? "", isSame);

    /// <summary>Takes such an answer back.</summary>
    [JSExport]
    internal static void Reconsider(string? question) => decisions.Forget(question ?? "");

    /// <summary>All that the files say on a day, as JSON.</summary>
    /// <param name="day">The as-of date, as 2026-11-26.</param>
    /// <param name="code">fr or en.</param>
    [JSExport]
    internal static string Answer(string day, string code) => Told(code, language =>
    {
        (analysis, former, comparison) = (null, null, null);
        var read = Together.Of(files, decisions, DayOf(day));
        (analysis, former) = (read.Analysis, read.Former);
        return AnswerJson.Of(files, read, decisions, language);
    });

    /// <summary>The first page of the answers: of many posts it is there long before the rest.</summary>
    [JSExport]
    internal static string First(string code) => Told(code, language => PageOf(language, Options() with { Part = ReportPart.FirstPage }));

    /// <summary>The page of the answers, which stands between the others as text.</summary>
    [JSExport]
    internal static string Page(string code) => Told(code, language => PageOf(language, Options()));

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
    internal static string WhatIf(string funder, int less, int more, string day, string code) => Told(code, language =>
    {
        LocalDate from = DayOf(day);
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
        string name = Phrase.In(language, $"Essai du {Words.Date(from, language)}", $"Trial from {Words.Date(from, language)}");
        var scenario = new Scenario(name, null, [.. changes]);
        if (!scenario.TryApply(baseline.Portfolio, baseline.AsOf, out Portfolio? changed, out var problems)
            || !changed.TryAnalyze(baseline.AsOf, out FundingAnalysis? tried, out problems))
            return AnswerJson.OfProblems(problems, language);
        comparison = new(new(null, baseline), [new(scenario, tried)]);
        return AnswerJson.Of(comparison, language);
    });

    /// <summary>A file to keep.</summary>
    /// <param name="kind">
    /// workbook, technical, page, note, calendar, portfolio, or annotated-N: the file at place N, from 0, with its problems marked.
    /// </param>
    /// <param name="code">fr or en.</param>
    [JSExport]
    internal static byte[] Make(string kind, string code) => Told(code, language =>
    {
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
    });

    /// <summary>The blank form, for whoever has no table yet.</summary>
    /// <param name="year">The first year that has a column.</param>
    /// <param name="code">fr or en.</param>
    [JSExport]
    internal static byte[] Form(int year, string code) => Told(code, language =>
    {
        using var stream = new MemoryStream();
        IntakeTemplate.Blank(year, language: language).Save(stream);
        return stream.ToArray();
    });

    private static string PageOf(Language language, ReportOptions options)
    {
        using var stream = new MemoryStream();
        Analysed().SavePage(stream, language, options);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static ReportOptions Options() => new() { Previous = former, Scenarios = comparison };

    private static FundingAnalysis Analysed() => analysis ?? throw new NoAnswerException();

    private static T Told<T>(string code, Func<Language, T> act)
    {
        Language language = code == "en" ? Language.English : Language.French;
        try
        {
            return act(language);
        }
        catch (Exception thrown)
        {
            throw new SaidException(Failures.Sentence(thrown, language), thrown);
        }
    }

    private static LocalDate DayOf(string day) => LocalDatePattern.Iso.Parse(day).GetValueOrThrow();

    private static SheetCell CellOf(string place) =>
        SheetCell.TryParse(place, out SheetCell cell) ? cell : throw new ArgumentException("It names no cell.", nameof(place));
}
