using FundingReports.Scenarios;
using FundingReports.Reports.Sheets.Schedule;
using FundingReports.Reports.Sheets.Simulation;

namespace FundingReports.Reports.Sheets;

/// <summary>
/// The technical file, for those who check: what to try out, what the checks find, and every row that their formulas work from,
/// to the cent. It stands alone: no formula leads out of it.
/// </summary>
internal sealed class TechnicalSheets
{
    private readonly ReportContext context;
    private readonly ReadingSheet reading;
    private readonly ScheduleRows schedule;
    private readonly ReportSheet posts, detail;
    private readonly ReportSheet? balances, controls;

    internal TechnicalSheets(ReportContext context)
    {
        this.context = context;
        posts = PostsSheet.Build(context);
        detail = DetailSheet.Build(context);
        balances = BalancesSheet.Build(context);
        foreach (
            var table in new[] { posts, detail, balances }.OfType<ReportSheet>().SelectMany(sheet => sheet.Blocks.OfType<ReportTable>()))
            context.Grid.Add(table);
        reading = ReadingSheet.Of(context);
        (schedule, var places, var differences) = ScheduleSheet.Rows(context, reading);
        controls = ControlsSheet.Build(context, reading, schedule, places, differences);
    }

    /// <summary>How many checks found a difference, and how many there are; null where there are none.</summary>
    /// <param name="context">What every sheet is built from; of its formulas nothing is kept but what they give.</param>
    internal static (int Differences, int All)? Checks(ReportContext context)
    {
        var values = new ReportContext(context.Analysis, context.Texts, context.Written, keepsFormulas: false, context.Cancellation);
        return new TechnicalSheets(values).controls?.Blocks.OfType<ReportTable>().Single().Rows is { } rows
            ? (rows.Skip(1).Count(row => row.Cells[^1] is ReportCell.Text text && text.Value == context.Texts.Wrong), rows.Length - 1)
            : null;
    }

    /// <param name="scenarios">Scenarios side by side; null where there are none.</param>
    internal IEnumerable<ReportSheet> All(ScenarioComparison? scenarios)
    {
        var simulation = SimulationSheet.Build(context);
        if (simulation is { } simulated)
            yield return simulated.Sheet;
        if (controls is not null)
            yield return controls;
        if (schedule.Count > 0)
            yield return ScheduleSheet.Build(context, schedule);
        if (balances is not null)
            yield return balances;
        if (reading.Count > 0)
            yield return reading.Build();
        yield return detail;
        yield return posts;
        if (RisksSheet.Build(context) is { } risks)
            yield return risks;
        if (scenarios is not null)
            yield return ScenariosSheet.Build(context, scenarios);
        if (simulation is { } worked)
            yield return worked.Workings;
    }
}
