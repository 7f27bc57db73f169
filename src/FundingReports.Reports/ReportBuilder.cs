using System.Collections.Immutable;
using FundingReports.Reports.Sheets;
using FundingReports.Reports.Sheets.Schedule;
using FundingReports.Reports.Sheets.Simulation;
using FundingReports.Reports.Texts;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Reports;

/// <summary>Makes a report of the answers. It sorts and chooses; every word comes from the texts.</summary>
public static class ReportBuilder
{
    /// <summary>The report of an analysis, in a language.</summary>
    public static Report Build(FundingAnalysis analysis, Language language = Language.French) =>
        Build(analysis, language, new ReportOptions());

    /// <summary>The report of an analysis, in a language, with what it is set beside.</summary>
    public static Report Build(FundingAnalysis analysis, Language language, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(options);
        return Build(analysis, language, options, analysis.Portfolio);
    }

    /// <summary>The same, whose checks read the facts as somebody has written them, and not as the analysis took them.</summary>
    internal static Report Build(FundingAnalysis analysis, Language language, ReportOptions options, Portfolio written)
    {
        var texts = new ReportTexts(language);
        var context = new ReportContext(analysis, texts, written);
        var facts = analysis.Portfolio.Facts;
        string answer = analysis.Summary(language);
        bool isPublic = options.Profile == ReportProfile.Publication;
        var sheets = isPublic ? PublicReport.Sheets(context, answer) : Sheets(context, answer, options);
        var report = new Report(
            texts.Title(facts.Title),
            answer,
            facts.Edition?.By,
            language,
            analysis.AsOf,
            texts.AsOf(analysis.AsOf),
            texts.Signs,
            [.. WithNotice(context, [.. sheets])]);
        return isPublic ? PublicReport.Masked(report) : report;
    }

    /// <summary>What is wrong in a file that cannot be reported on, errors first.</summary>
    /// <param name="problems">Its problems, at least one.</param>
    /// <param name="file">Its name.</param>
    /// <param name="asOf">The day on which it was read.</param>
    /// <param name="language">The language of every word.</param>
    public static Report Build(ImmutableArray<Problem> problems, string file, LocalDate asOf, Language language = Language.French)
    {
        var texts = new ReportTexts(language);
        var sheet = ProblemsSheet.Build(problems, file, texts.AsOf(asOf), language);
        return new(sheet.Title, sheet.Title, null, language, asOf, texts.AsOf(asOf), texts.Signs, [sheet]);
    }

    private static IEnumerable<ReportSheet> Sheets(ReportContext context, string answer, ReportOptions options)
    {
        var posts = PostsSheet.Build(context);
        var plan = FundingPlanSheet.Build(context);
        var commitments = CommitmentsSheet.Build(context);
        var ties = BalancesSheet.Build(context);
        foreach (var table in new[] { posts, plan, commitments, ties }.OfType<ReportSheet>()
            .SelectMany(sheet => sheet.Blocks.OfType<ReportTable>()))
            context.Grid.Add(table);
        var reading = ReadingSheet.Of(context);
        var (schedule, places) = ScheduleSheet.Rows(context, reading);
        var controls = ControlsSheet.Build(context, reading, schedule, places);
        var simulation = SimulationSheet.Build(context);
        var funders = FundersSheet.Build(context);
        var calendar = CalendarSheet.Build(context);

        yield return SummarySheet.Build(context, answer, funders is null ? null : FundersSheet.Chart(context, SummarySheet.ChartLines),
            calendar is null ? null : CalendarSheet.PostsChart(context, SummarySheet.ChartLines));
        yield return posts;
        yield return plan;
        yield return RequestsSheet.Build(context);
        yield return commitments;
        if (simulation is { } simulated)
            yield return simulated.Sheet;
        // Annexes, where they hold something
        if (calendar is not null)
            yield return calendar;
        if (options.Previous is { } previous)
            foreach (var changes in ChangesSheet.Build(context, previous))
                yield return changes;
        if (RisksSheet.Build(context) is { } risks)
            yield return risks;
        if (options.Scenarios is { } scenarios)
            yield return ScenariosSheet.Build(context, scenarios);
        if (DataSheet.Build(context) is { } data)
            yield return data;
        if (funders is not null)
            yield return funders;
        if (ties is not null)
            yield return ties;
        yield return SourcesSheet.Build(context);
        if (controls is not null)
            yield return controls;
        if (reading.Count > 0)
            yield return reading.Build();
        if (schedule.Count > 0)
            yield return ScheduleSheet.Build(context, schedule);
        if (simulation is { } worked)
            yield return worked.Workings;
    }

    // The last sheet says what the others are.
    private static IEnumerable<ReportSheet> WithNotice(ReportContext context, ReportSheet[] sheets) =>
        [.. sheets, NoticeSheet.Build(context, sheets)];
}
