using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using FundingReports.Portfolios;
using FundingReports.Reports;
using FundingReports.Reports.Formulas;

namespace FundingReports.Excel.Tests;

/// <summary>Whatever text stands in whatever part of a report made in code: it is refused, or the workbook is whole.</summary>
public class HostileReportTests
{
    [Theory]
    [InlineData("a\u0001b"), InlineData("a\uD800b"), InlineData("\uFFFE\"<&>\r\n'"), InlineData("_x0041_")]
    public void EveryText_IsRefused_OrTheWorkbookIsWhole(string text)
    {
        int all = Places(Made()).Count, written = 0;
        Assert.True(all > 60, $"{all} texts");
        for (int i = 0; i < all; i++)
        {
            Report report = Made();
            var (name, set) = Places(report)[i];
            set(text);
            try
            {
                using var stream = new MemoryStream();
                report.SaveWorkbook(stream);
                Whole(name, stream.ToArray());
                using var own = new ClosedXML.Excel.XLWorkbook();
                using var added = new MemoryStream();
                own.AddSheets(report).SaveAs(added);
                Whole(name, added.ToArray());
                written++;
            }
            catch (Exception refused) when (refused is ArgumentException or InvalidOperationException)
            {
                if (!refused.Message.StartsWith("This report cannot be written", StringComparison.Ordinal)
                    && !refused.Message.StartsWith("Sheet \"Deux\", table \"Tab_D\", row 0", StringComparison.Ordinal))
                    Assert.Fail($"{name}: {refused}");
            }
        }
        Assert.True(written > 20, $"{written} written");
    }

    private static void Whole(string name, byte[] workbook)
    {
        if (Record.Exception(() => Checked.Valid(workbook)) is { } wrong)
            Assert.Fail($"{name}: {wrong.Message}");
    }

    // Each text of a report, and how another comes in its place, whatever constructor would look at it.
    private static List<(string Name, Action<string> Set)> Places(Report report)
    {
        var found = new List<(string, Action<string>)>();
        Walk("", report, _ => { }, found);
        return found;
    }

    private static void Walk(string path, object? value, Action<object> set, List<(string, Action<string>)> found)
    {
        if (value is Array list)
        {
            for (int i = 0; i < list.Length; i++)
            {
                int place = i;
                Walk($"{path}[{i}]", list.GetValue(i), one => list.SetValue(one, place), found);
            }
            return;
        }
        if (value is null || value.GetType().IsEnum || !(value is IList && value.GetType().IsValueType
            || value.GetType().Namespace!.StartsWith("FundingReports.Reports", StringComparison.Ordinal)))
            return;
        for (Type? type = value.GetType(); type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
            foreach (FieldInfo field in type.GetFields(
                BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                // The name of a table is looked at where it is given.
                if (type.Name is nameof(ReportTable) or nameof(ReportData) && field.Name.Contains("<Name>", StringComparison.Ordinal))
                    continue;
                Action<object> inner = one =>
                {
                    field.SetValue(value, one);
                    set(value);
                };
                if (field.FieldType == typeof(string))
                    found.Add(($"{path}.{type.Name}{field.Name}", inner));
                else
                    Walk($"{path}.{field.Name}", field.GetValue(value), inner, found);
            }
    }

    private static Report Made()
    {
        Report built = ReportBuilder.Build(new PortfolioBuilder().Post("Poste 1", costs: 50_000, from: new(2022, 1, 1))
            .Build().Analyze(new(2022, 2, 8)));
        ReportCell one = new ReportCell.Amount(Euros.Of(1)), marked = new ReportCell.Amount(Euros.Of(1)) {
            Marks = Marks.Assumed | Marks.Approximate | Marks.Partial };
        ReportCell Formula(ReportFormula formula) => new ReportCell.Formula(formula, one);
        ImmutableArray<ReportColumn> columns =
        [
            new("a", "A", ColumnKind.Text, 20), new("b", "B", ColumnKind.Amount, 20) { Group = "2022", ShortHeader = "b" },
            new("c", "C", ColumnKind.Amount, 20) { Group = "2022" },
        ];
        var run = new TableRun("Tab_A", "a", 0, 1);
        return built with
        {
            Words = built.Words with { },
            Author = "x",
            Sheets =
            [
                new("Une", "Titre",
                [
                    new ReportParagraph("Texte", ParagraphRole.Answer) { Lines = ["x"] },
                    new ReportTable("Tab_A", columns,
                    [
                        new([new ReportCell.Text("x") { Sheet = "Une" }, marked, ReportCell.None]),
                        new([ReportCell.Nothing, one, Formula(new ReportFormula.SumWhere(new("b", 0, 0), [new("a", "x")]))]),
                        new([ReportCell.Of("y"), one, Formula(new ReportFormula.SumOfWords(new("b", 0, 0), [new("a", "x", "y")]))]),
                        new([ReportCell.Of("y"), one, Formula(new ReportFormula.Balance(["b"], []))]),
                        new([ReportCell.Of("y"), one, new ReportCell.Formula(new ReportFormula.Worked(new Expression.Choice(
                            new Condition.Compared(new Expression.CountWhere([new(run, new Expression.Word("x"))]), Comparison.Above, 0),
                            new Expression.Word("oui"), new Expression.Word("non"))), ReportCell.Of("oui"))]),
                        new([ReportCell.Of("y"), one, new ReportCell.Formula(new ReportFormula.Worked(
                            new Expression.Choice(new Condition.Compared(1, Comparison.Equal, 1), new Expression.Word("x"), 0)),
                            ReportCell.Nothing)]),
                    ]),
                ]),
                new("Deux", "Titre",
                [
                    new ReportChart("Titre", "Alternative", "Tab_A", 0, 1, "a",
                        [new("b", ChartMark.Stacked), new("b", ChartMark.Line)], 10),
                    new ReportTimeline("Titre", "Alternative", new(2022, 1, 1), new(2022, 12, 31), new(2022, 2, 8), "8 février",
                        [new("P", [new(new(2022, 1, 1), new(2022, 3, 1), Tone.Good, "x") { Detail = "x" }], "y")],
                        [new(Tone.Good, "x")]) { FirmKey = "x" },
                    new ReportData("Tab_D", columns, 1, (ReportRow[])[new([ReportCell.Of("x"), ReportCell.Nothing, ReportCell.None])]),
                ]),
            ],
        };
    }
}
