using FundingReports.Texts;

namespace FundingReports.Reports;

/// <summary>Answers → report. It sorts and chooses; every word comes from the texts.</summary>
public static class ReportBuilder
{
    /// <summary>The report of an analysis, in a language.</summary>
    public static Report Build(FundingAnalysis analysis, Language language = Language.French)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var texts = new ReportTexts(language);
        var context = new ReportContext(analysis, texts);
        var facts = analysis.Portfolio.Facts;
        string answer = analysis.Summary(language);
        return new(
            texts.Title(facts.Title),
            answer,
            facts.Edition?.By,
            language,
            analysis.AsOf,
            texts.AsOf(analysis.AsOf),
            texts.Signs,
            [.. Sheets(context, answer)]);
    }

    private static IEnumerable<ReportSheet> Sheets(ReportContext context, string answer)
    {
        var posts = PostsSheet.Build(context);
        var plan = FundingPlanSheet.Build(context);
        var commitments = CommitmentsSheet.Build(context);
        foreach (var table in new[] { posts, plan, commitments }.SelectMany(sheet => sheet.Blocks.OfType<ReportTable>()))
            context.Grid.Add(table);
        var (schedule, places) = ScheduleSheet.Rows(context);
        var controls = ControlsSheet.Build(context, schedule, places);

        yield return SummarySheet.Build(context, answer);
        yield return posts;
        yield return plan;
        yield return commitments;
        // Annexes, where they hold something
        yield return SourcesSheet.Build(context);
        if (controls is not null)
            yield return controls;
        if (schedule.Count > 0)
            yield return ScheduleSheet.Build(context, schedule);
        yield return NoticeSheet.Build(context);
    }
}

/// <summary>The names of tables and the keys of columns that other sheets refer to.</summary>
internal static class Names
{
    internal const string Years = "Tab_Exercices", Summary = "Tab_Synthese", Posts = "Tab_Postes",
        Plan = "Tab_Plan", Commitments = "Tab_Conventions", Sources = "Tab_Sources", Notice = "Tab_Notice",
        Schedule = "Tab_Echeancier", Controls = "Tab_Controles";

    internal const string Announced = "announced", Agreed = "agreed", Firm = "firm", Cost = "cost", Gap = "gap", Surplus = "surplus",
        Rounding = "rounding", Post = "post", Year = "year", Level = "level";

    internal static string Of(FundingView view) => view switch
    {
        FundingView.Firm => Firm,
        FundingView.Agreed => Agreed,
        _ => Announced,
    };
}
