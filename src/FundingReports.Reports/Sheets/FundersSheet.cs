using System.Collections.Immutable;
using FundingReports.Reports.Formulas;

namespace FundingReports.Reports.Sheets;

/// <summary>Financeurs: agreed money by funder and budget year, with the cost; what the chart of the first page shows.</summary>
internal static class FundersSheet
{
    private const string Known = "known";

    /// <summary>The sheet; null where no money is agreed.</summary>
    internal static ReportSheet? Build(ReportContext context)
    {
        var texts = context.Texts;
        var groups = new FunderGroups(context);
        var years = context.Analysis.Totals.Years;
        if (groups.Names.Count == 0 || years.IsEmpty)
            return null;
        ImmutableArray<ReportColumn> columns =
        [
            new(Names.Year, texts.Year, ColumnKind.Year, 10),
            .. groups.Names.Select((name, g) => new ReportColumn(KeyOf(g), name, ColumnKind.Amount, 20)),
            new(Names.Agreed, texts.View(FundingView.Agreed), ColumnKind.Amount, 18),
            new(Known, texts.KnownPartHeader, ColumnKind.Amount, 18),
            new(Names.Cost, texts.Cost, ColumnKind.Amount, 18),
        ];
        var plan = FundingPlanSheet.TotalRows(context).Index().Where(row => !row.Item.KnownPart).ToDictionary(row => row.Item.Year.Year);
        var rows = new List<ReportRow>();
        for (int y = 0; y < years.Length; y++)
        {
            var marks = context.Analysis.Posts.Aggregate(Marks.None, (all, post) => all | context.MarksOf(post, post.Years[y]));
            var cells = new List<ReportCell> { context.Grid.Put(Names.Funders, y, Names.Year, new ReportCell.Year(years[y].Year)) };
            for (int g = 0; g < groups.Names.Count; g++)
                cells.Add(context.Grid.Put(Names.Funders, y, KeyOf(g), SumOf(context, groups.Members(g), y, marks)));
            cells.Add(Sum(context, groups, y, known: false, marks));
            cells.Add(Sum(context, groups, y, known: true, marks));
            var (index, row) = plan[years[y].Year];
            cells.Add(new ReportCell.Formula(new ReportFormula.Same(Names.Plan, index, Names.Cost), row.Values[Names.Cost]) {
                Marks = row.Values[Names.Cost].Marks });
            context.Grid.Put(Names.Funders, y, Names.Cost, cells[^1]);
            rows.Add(new([.. cells]));
        }
        return new(texts.FundersSheet, texts.FundersTitle,
        [
            new ReportParagraph(texts.AsOf(context.AsOf) + ". " + texts.FundersNote, ParagraphRole.Note),
            new ReportParagraph(texts.Legend, ParagraphRole.Note),
            new ReportTable(Names.Funders, columns, [.. rows]),
        ]);
    }

    /// <summary>Money by funder and year, the cost as a line; null where no sum of it is known, or there is none.</summary>
    internal static ReportChart? Chart(ReportContext context, int lines)
    {
        var groups = new FunderGroups(context);
        var years = context.Analysis.Totals.Years;
        if (groups.Names.Count == 0 || !years.Any(year => year.Agreed.Funding.KnownPart.Cents > 0))
            return null;
        bool cost = years.All(year => year.Cost.Exact.IsKnown), whole = years.All(year => year.Agreed.Funding.Exact.IsKnown);
        var series = groups.Names.Select((_, g) => new ChartSeries(KeyOf(g), ChartMark.Stacked)).ToList();
        if (cost)
            series.Add(new(Names.Cost, ChartMark.Line));
        return new(context.Texts.MoneyChart(cost, whole), context.Texts.MoneyChartInWords(string.Join(", ", groups.Names), cost, whole),
            Names.Funders, 0, years.Length - 1, Names.Year, [.. series], lines);
    }

    private static string KeyOf(int group) => $"funder{group}";

    private static ReportCell SumOf(ReportContext context, IEnumerable<string> funders, int year, Marks marks)
    {
        var sum = Euros.Zero;
        foreach (string funder in funders)
        {
            if (!context.Analysis.Totals.Years[year].Agreed.ByFunder.TryGetValue(funder, out var total))
                continue;
            if (!total.Exact.TryGet(out var known))
                return ReportCell.Nothing;
            sum += known;
        }
        return ReportContext.Money(Knowable<Euros>.Known(sum), marks);
    }

    private static ReportCell Sum(ReportContext context, FunderGroups groups, int y, bool known, Marks marks)
    {
        Expression unknown = new Expression.Word(context.Texts.Signs.Unknown);
        TableRun One(int group) => new(Names.Funders, KeyOf(group), y, y);
        var all = Enumerable.Range(0, groups.Names.Count).ToList();
        Expression sum = all.Select(group => FormulaParts.Sum(One(group))).Aggregate((left, right) => left + right);
        Expression unknowns = all.Select(group => FormulaParts.Count(One(group), unknown)).Aggregate((left, right) => left + right);
        return context.Grid.Work(Names.Funders, y, known ? Known : Names.Agreed, known
            ? FormulaParts.Cents(sum) : FormulaParts.If(FormulaParts.Above(unknowns, 0), unknown, FormulaParts.Cents(sum)), marks);
    }
}
