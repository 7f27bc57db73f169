using System.Collections.Immutable;
using FundingReports.Reports;
using FundingReports.Reports.Formulas;

namespace FundingReports.Excel.Checking;

/// <summary>A formula read for what no spreadsheet takes, and for the cells that it asks for.</summary>
internal sealed class FormulaReading(TablesOfReport tables, ReportTable home, int row)
{
    // What Excel holds: characters of a formula, of a text in it, and functions within one another.
    internal const int LongestFormula = 8_192, LongestText = 255;
    private const int DeepestFunctions = 64;

    // A calculation of more steps is longer than a formula, and one as deep as this would be written by as many calls.
    private const int DeepestSteps = 2_000;

    private readonly ImmutableArray<CellBlock>.Builder cells = ImmutableArray.CreateBuilder<CellBlock>();
    private readonly List<string> faults = [];
    private int steps;

    /// <summary>The cells that it asks for.</summary>
    internal ImmutableArray<CellBlock> Cells => cells.DrainToImmutable();

    /// <summary>What is wrong with it.</summary>
    internal IReadOnlyList<string> Faults => faults;

    internal void Read(ReportCell.Formula formula)
    {
        if (formula.Value is ReportCell.Day or ReportCell.Year or ReportCell.Formula)
            faults.Add($"gives a {formula.Value.GetType().Name}, which no formula can");
        switch (formula.Expression)
        {
            case ReportFormula.Sum sum:
                Take(sum.Run);
                break;
            case ReportFormula.SumWhere sum:
                Take(sum.Run, sum.Matches);
                break;
            case ReportFormula.SumOfWords sum:
                Take(sum.Run, sum.Matches);
                break;
            case ReportFormula.SumAcross sum:
                if (Own(sum.First) is { } first && Own(sum.Last) is { } last)
                    cells.Add(new(home.Name, Math.Min(first, last), Math.Max(first, last), row, row));
                break;
            case ReportFormula.Balance balance:
                foreach (string key in Some(balance.Plus, "balance"))
                    TakeOwn(key);
                foreach (string key in balance.Minus.IsDefault ? [] : balance.Minus)
                    TakeOwn(key);
                break;
            case ReportFormula.Same same:
                Take(same.Table, same.Column, same.Row, same.Row);
                break;
            case ReportFormula.Quotient quotient:
                TakeOwn(quotient.Over);
                TakeOwn(quotient.Under);
                break;
            case ReportFormula.Worked worked:
                Read(worked.Expression, 0, 0);
                break;
        }
    }

    private void Read(Expression? expression, int deep, int functions)
    {
        if (!MayGoOn(deep, functions))
            return;
        switch (expression)
        {
            case null:
                faults.Add("has a null in place of a figure");
                break;
            case Expression.Word word:
                Check(word.Value);
                break;
            case Expression.At at:
                Take(at.Table, at.Column, at.Row, at.Row);
                break;
            case Expression.Calculation calculation:
                faults.AddRange(ReportFaults.Undefined(calculation.Operation));
                Read(calculation.Left, deep + 1, functions);
                Read(calculation.Right, deep + 1, functions);
                break;
            case Expression.Least least:
                ReadAll(Some(least.Of, "least"), deep, functions);
                break;
            case Expression.Greatest greatest:
                ReadAll(Some(greatest.Of, "greatest"), deep, functions);
                break;
            case Expression.LeastOf least:
                Take(least.Run);
                break;
            case Expression.Rounded rounded:
                if (rounded.Decimals is < 0 or > 15)
                    faults.Add($"rounds to {rounded.Decimals} decimals: write 0 to 15");
                Read(rounded.Of, deep + 1, functions + 1);
                break;
            case Expression.SumOf sum:
                Take(sum.Run);
                break;
            case Expression.SumWhere sum:
                Take(sum.Run);
                Read(sum.Criteria, sum.Run, deep, functions);
                break;
            case Expression.CountWhere count:
                Read(count.Criteria, count.Criteria is [{ } first, ..] ? first.Run : default, deep, functions);
                break;
            case Expression.Choice choice:
                Read(choice.Condition, deep + 1, functions + 1);
                Read(choice.Then, deep + 1, functions + 1);
                Read(choice.Otherwise, deep + 1, functions + 1);
                break;
        }
    }

    private void ReadAll(ImmutableArray<Expression> expressions, int deep, int functions)
    {
        foreach (Expression expression in expressions)
            Read(expression, deep + 1, functions + 1);
    }

    private void Read(Condition? condition, int deep, int functions)
    {
        if (!MayGoOn(deep, functions))
            return;
        switch (condition)
        {
            case null:
                faults.Add("has a null in place of a condition");
                break;
            case Condition.Compared compared:
                faults.AddRange(ReportFaults.Undefined(compared.Comparison));
                Read(compared.Left, deep + 1, functions);
                Read(compared.Right, deep + 1, functions);
                break;
            case Condition.All all:
                foreach (Condition one in Some(all.Conditions, "condition"))
                    Read(one, deep + 1, functions + 1);
                break;
        }
    }

    private void Read(ImmutableArray<Criterion> criteria, TableRun run, int deep, int functions)
    {
        foreach (Criterion? criterion in Some(criteria, "criterion"))
        {
            if (criterion is null)
            {
                faults.Add("has a null in place of a criterion");
                continue;
            }
            Take(criterion.Run);
            // A spreadsheet goes through them side by side.
            if (criterion.Run.Last - criterion.Run.First != run.Last - run.First)
                faults.Add($"compares a run of {criterion.Run.Last - criterion.Run.First + 1} rows with one of {run.Last - run.First + 1}");
            Read(criterion.Value, deep + 1, functions + 1);
        }
    }

    // Each step is a character of the formula at least. That no further one can be taken is said once.
    private bool MayGoOn(int deep, int functions)
    {
        if (steps > LongestFormula)
            return false;
        if (++steps <= LongestFormula && deep <= DeepestSteps && functions <= DeepestFunctions)
            return true;
        steps = LongestFormula + 1;
        faults.Add("is longer or deeper than a spreadsheet takes: work a part of it out in a cell of its own");
        return false;
    }

    private ImmutableArray<T> Some<T>(ImmutableArray<T> items, string of)
    {
        if (!items.IsDefaultOrEmpty)
            return items;
        faults.Add($"has a {of} of nothing: give one item at least");
        return [];
    }

    private void Check(string? text)
    {
        if (text is null)
            faults.Add("has a null in place of a word");
        else if (text.Length > LongestText)
            faults.Add($"compares with a text of {text.Length} characters; it holds {LongestText} at most");
    }

    private void Take(CellRun run, ImmutableArray<Match> matches)
    {
        Take(run);
        foreach (Match match in Some(matches, "match"))
        {
            Take(run with { Column = match.Column });
            if (match.Word is null)
                TakeOwn(match.Column);
            foreach (string word in ((string?[])[match.Word, match.Or]).OfType<string>())
                Check(word);
        }
    }

    private void Take(CellRun run) => Take(home.Name, run.Column, run.First, run.Last);

    private void Take(TableRun run) => Take(run.Table, run.Column, run.First, run.Last);

    private void TakeOwn(string? column) => Take(home.Name, column, row, row);

    private void Take(string? table, string? column, int first, int last)
    {
        var wrong = tables.Block(table, column, first, last, out CellBlock block);
        faults.AddRange(wrong);
        if (wrong.IsEmpty)
            cells.Add(block);
    }

    private int? Own(string? column)
    {
        var wrong = tables.Block(home.Name, column, row, row, out CellBlock block);
        faults.AddRange(wrong);
        return wrong.IsEmpty ? block.FirstColumn : null;
    }
}
