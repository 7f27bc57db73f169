using FundingReports.Texts;

namespace FundingReports.Reports;

/// <summary>Answers → report. It sorts and chooses; every word comes from the texts.</summary>
public static class ReportBuilder
{
    /// <summary>The report of an analysis, in a language.</summary>
    public static Report Build(FundingAnalysis analysis, Language language = Language.French) => Build(analysis, language, new ReportOptions());

    /// <summary>The report of an analysis, in a language, with what it is set beside.</summary>
    public static Report Build(FundingAnalysis analysis, Language language, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(options);
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
            [
                SummarySheet.Build(context, answer),
                PostsSheet.Build(context),
                FundingPlanSheet.Build(context),
                RequestsSheet.Build(context),
                CommitmentsSheet.Build(context),
                .. RisksSheet.Build(context) is { } risks ? [risks] : (ReportSheet[])[],
                .. options.Scenarios is { } scenarios ? [ScenariosSheet.Build(context, scenarios)] : (ReportSheet[])[],
                .. options.Previous is { } previous ? [ChangesSheet.Build(context, previous)] : (ReportSheet[])[],
                SourcesSheet.Build(context),
                NoticeSheet.Build(context),
            ]);
    }
}

/// <summary>The names of tables and the keys of columns that other sheets refer to.</summary>
internal static class Names
{
    internal const string Years = "Tab_Exercices", Summary = "Tab_Synthese", Posts = "Tab_Postes",
        Plan = "Tab_Plan", Commitments = "Tab_Conventions", Sources = "Tab_Sources", Notice = "Tab_Notice";

    internal const string Announced = "announced", Agreed = "agreed", Firm = "firm", Cost = "cost", Gap = "gap", Surplus = "surplus",
        Rounding = "rounding", Post = "post", Year = "year", Level = "level";

    internal static string Of(FundingView view) => view switch
    {
        FundingView.Firm => Firm,
        FundingView.Agreed => Agreed,
        _ => Announced,
    };
}
