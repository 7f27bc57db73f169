using System.Collections.Immutable;
using CsCheck;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Sheets;

namespace FundingReports.Reports.Tests;

/// <summary>A figure over a run of rows is the same, whatever was asked of the rows before.</summary>
public sealed class GridTests
{
    private const string Table = "T";

    private static readonly string[] keys = ["a", "b", "c"];

    /// <summary>A row is written, one is written again, or a run is asked: of the same key to the next row, or of any rows.</summary>
    private static readonly Gen<(int What, int Row, int Key, int Other)[]> steps =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 400], Gen.Int[0, 2], Gen.Int[0, 2]).Array[400, 700];

    [Fact]
    public void SumsAndCounts_OfRowsThatMatch_AreThoseOfALoop() => steps.Sample(
        all =>
        {
            var grid = new Grid(new("unknown", "none", "", "", "", "", ""));
            var rows = new List<(string Key, int Other, int Number)>();
            foreach (var (what, at, key, other) in all)
                if (what > 1 || rows.Count < 60)
                    Write(rows.Count, keys[key], other, at);
                else if (what == 1 && at % 40 == 0)
                    Write(at % rows.Count, keys[key], other, at);
                else
                    foreach (int last in new[] { rows.Count - 1, rows.Count - 2, rows.Count - 1 - at % rows.Count })
                        Ask(at % 3 == 0 ? 1 : 0, last, keys[key], other);

            void Write(int row, string key, int other, int number)
            {
                grid[Table, row, "key"] = Value.Of(key);
                grid[Table, row, "other"] = Value.Of(Exact.Of(other));
                grid[Table, row, "number"] = number % 7 == 0 ? Value.Of("unknown") : Value.Of(Exact.Of(number));
                if (row == rows.Count)
                    rows.Add((key, other, number));
                else
                    rows[row] = (key, other, number);
            }

            void Ask(int first, int last, string key, int other)
            {
                if (last < first)
                    return;
                Expression one = other == 2 ? 0 : other;
                ImmutableArray<Criterion> criteria =
                    [new(new(Table, "key", first, last), new Expression.Word(key)), new(new(Table, "other", first, last), one)];
                var matching = rows[first..(last + 1)].Where(row => row.Key == key && row.Other == other % 2).ToList();
                Assert.Equal(
                    Exact.Of(matching.Where(row => row.Number % 7 != 0).Sum(row => row.Number)),
                    grid.Of(new Expression.SumWhere(new(Table, "number", first, last), criteria)).Number);
                Assert.Equal(Exact.Of(matching.Count), grid.Of(new Expression.CountWhere(criteria)).Number);
            }
        }, iter: 200);
}
