using System.Collections.Immutable;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Texts;
using FundingReports.Scenarios;
using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Reports.Sheets;

/// <summary>Scénarios: the baseline and each scenario side by side.</summary>
internal static class ScenariosSheet
{
    /// <summary>More posts than this are compared by their totals alone.</summary>
    private const int MaxPosts = 30;

    internal static ReportSheet Build(ReportContext context, ScenarioComparison comparison)
    {
        var texts = new RequestSheetTexts(context.Texts.Language);
        ImmutableArray<ScenarioAnswer> answers = [comparison.Baseline, .. comparison.Scenarios];
        int width = Math.Clamp(120 / (answers.Length + 1), 16, 34);
        var columns = ImmutableArray.CreateBuilder<ReportColumn>();
        columns.Add(new("measure", texts.Measure, ColumnKind.Text, 44));
        for (int i = 0; i < answers.Length; i++)
            columns.Add(new($"s{i}", Unique(answers, i, texts), ColumnKind.Text, width));
        return new(texts.Scenarios, texts.ScenariosTitle,
        [
            new ReportParagraph($"{context.Texts.AsOf(context.AsOf)}. {texts.ScenariosNote}", ParagraphRole.Note),
            .. answers.Where(answer => answer.Scenario?.Source is not null).Select(
                answer => new ReportParagraph(Phrase.InBrackets(answer.Scenario!.Name, answer.Scenario.Source!), ParagraphRole.Note)),
            new ReportTable(ScenariosTable.Name, columns.ToImmutable(), [.. Rows(context, texts, comparison, answers)]),
        ]);
    }

    private static IEnumerable<ReportRow> Rows(
        ReportContext context, RequestSheetTexts texts, ScenarioComparison comparison, ImmutableArray<ScenarioAnswer> answers)
    {
        var ids = answers.SelectMany(answer => answer.Analysis.Posts).Select(post => (post.Id, post.Label)).Distinct().ToList();
        if (ids.Count <= MaxPosts)
            foreach (var (id, label) in ids)
                yield return Row(texts.HorizonOf(label), answer => answer.Analysis.Posts.FirstOrDefault(post => post.Id == id) is { } post
                    ? ReportCell.Of(post.Agreed.FullyFundedUntil.ToString(context.Texts.Language))
                    : ReportCell.None);
        // The report may begin a year earlier, and end later, than the answers that are set side by side.
        var years = context.Analysis.Totals.Years.Select(year => year.Year)
            .Where(year => answers.All(answer => answer.Analysis.TryYear(year, out _))).Take(4).ToList();
        foreach (int year in years)
            yield return Row(texts.GapOf(year), answer => Money(answer, context, answer.Analysis.Year(year).Agreed.Gap.Exact));
        foreach (int year in years)
            yield return Row(texts.FundedAtEnd(year), answer => new ReportCell.Count(answer.FundedAtEndOf(year).Posts));
        foreach (int year in years)
            yield return Row(
                texts.FteAtEnd(year), answer => answer.FundedAtEndOf(year).Fte is { } fte ? new ReportCell.Fte(fte) : ReportCell.Nothing);
        foreach (var funder in context.Analysis.Portfolio.Funders)
            foreach (int year in years)
            {
                yield return Row(texts.PaidBy(funder.Name, year), answer => Money(answer, context,
                    answer.Analysis.Year(year).Agreed.ByFunder.TryGetValue(funder.Id, out var paid)
                        ? paid.Exact : Knowable<Euros>.Known(Euros.Zero)));
                yield return Row(texts.DifferenceOf(funder.Name, year), answer => answer.Scenario is null
                    ? ReportCell.None
                    : Money(answer, context, comparison.Difference(answer, year).TryGetValue(funder.Id, out var difference)
                        ? difference : Knowable<Euros>.Known(Euros.Zero)));
            }

        ReportRow Row(string measure, Func<ScenarioAnswer, ReportCell> cell) => new([ReportCell.Of(measure), .. answers.Select(cell)]);
    }

    // A scenario is an assumption, and so is every figure of its column.
    private static ReportCell Money(ScenarioAnswer answer, ReportContext context, Knowable<Euros> money) =>
        ReportCell.Of(money, ReportContext.Assumed(answer.Scenario is not null
            || context.Analysis.Posts.Any(post => !context.Assumptions.CostOn(post.Post, context.AsOf).IsEmpty)));

    private static string Unique(ImmutableArray<ScenarioAnswer> answers, int index, RequestSheetTexts texts)
    {
        string name = answers[index].Scenario?.Name ?? texts.Baseline;
        int before = answers.Take(index)
            .Count(answer => string.Equals(answer.Scenario?.Name ?? texts.Baseline, name, StringComparison.OrdinalIgnoreCase));
        return before == 0 ? name : $"{name} ({before + 1})";
    }
}
