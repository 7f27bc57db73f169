using System.Collections.Immutable;
using FundingReports.Excel.Checking;
using FundingReports.Excel.Layout;
using FundingReports.Excel.Sheets;
using FundingReports.Reports;
using FundingReports.Reports.Formulas;

namespace FundingReports.Excel.Refusing;

/// <summary>A formula read for what no spreadsheet takes, and for the cells that it asks for.</summary>
internal sealed class FormulaReading(TablesOfReport tables, ReportTable home, int row)
{
    // What Excel holds: characters of a text in a formula, and functions within one another.
    internal const int LongestText = 255;
    private const int DeepestFunctions = 64;

    // Functions take this many arguments; two of them are a criterion, and the run that is added comes before.
    private const int MostItems = 255, MostCriteria = 126;

    // A calculation of more steps is longer than a formula, and one as deep as this would be written by as many calls.
    private const int DeepestSteps = 2_000;

    private readonly ImmutableArray<CellBlock>.Builder cells = ImmutableArray.CreateBuilder<CellBlock>();
    private readonly List<string> faults = [];
    private int steps;

    // How many choices stand around what is read: within one, a figure may be asked for only where it is one.
    private int choices;

    /// <summary>The cells that it asks for.</summary>
    internal ImmutableArray<CellBlock> Cells => cells.DrainToImmutable();

    /// <summary>What is wrong with it.</summary>
    internal IReadOnlyList<string> Faults => faults;

    internal void Read(ReportCell.Formula formula)
    {
        if (formula.Expression is not (ReportFormula.Same or ReportFormula.Worked) && formula.Value is (ReportCell.Text
            or ReportCell.NotApplicable) || (formula.Expression is ReportFormula.Quotient && formula.Value is ReportCell.Unknown))
            faults.Add($"gives a {formula.Value.GetType().Name}, which no {formula.Expression.GetType().Name} can");
        switch (formula.Expression)
        {
            case ReportFormula.Sum sum:
                Take(sum.Run);
                break;
            case ReportFormula.SumWhere sum:
                Take(sum.Run, sum.Matches, MostCriteria);
                foreach (Match match in sum.Matches.IsDefault ? [] : sum.Matches)
                    Criterion(match);
                break;
            case ReportFormula.SumOfWords sum:
                Take(sum.Run, sum.Matches, MostItems);
                break;
            case ReportFormula.SumAcross sum:
                if (Asked(home.Name, sum.First, row, row) is { FirstColumn: var first }
                    && Asked(home.Name, sum.Last, row, row) is { FirstColumn: var last })
                    cells.Add(new(home.Name, Math.Min(first, last), Math.Max(first, last), row, row));
                break;
            case ReportFormula.Balance balance:
                foreach (string key in Some(balance.Plus, "balance").Concat(balance.Minus.IsDefault ? [] : balance.Minus))
                {
                    TakeOwn(key);
                    // What is unknown makes the whole so; any other word is an error.
                    if (tables.ValueAt(home.Name, key, row) is { } own and not ReportCell.Unknown && !DisplayText.IsNumber(own))
                        faults.Add($"balances the column \"{key}\", which holds no figure on this row");
                }
                break;
            case ReportFormula.Same same:
                Take(same.Table, same.Column, same.Row, same.Row);
                break;
            case ReportFormula.Quotient quotient:
                TakeOwn(quotient.Over);
                TakeOwn(quotient.Under);
                foreach (string key in (string[])[quotient.Over, quotient.Under])
                    if (tables.ValueAt(home.Name, key, row) is { } own && !DisplayText.IsNumber(own))
                        faults.Add($"divides the column \"{key}\", or by it, which holds no figure on this row");
                if (IsZero(new Expression.At(home.Name, row, quotient.Under)))
                    faults.Add($"divides by the column \"{quotient.Under}\", which is zero on this row");
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
                // Parentheses count as functions do.
                Read(calculation.Left, deep + 1,
                    functions + (ExpressionWriter.NeedsParentheses(calculation.Left, calculation.Operation, false) ? 1 : 0));
                Read(calculation.Right, deep + 1,
                    functions + (ExpressionWriter.NeedsParentheses(calculation.Right, calculation.Operation, true) ? 1 : 0));
                Figure(calculation.Left);
                Figure(calculation.Right);
                if (choices == 0 && calculation.Operation is Operation.Over && IsZero(calculation.Right))
                    faults.Add("divides by zero");
                break;
            case Expression.Least least:
                ReadAll(Some(least.Of, "least", MostItems), deep, functions);
                break;
            case Expression.Greatest greatest:
                ReadAll(Some(greatest.Of, "greatest", MostItems), deep, functions);
                break;
            case Expression.LeastOf least:
                Take(least.Run);
                break;
            case Expression.Rounded rounded:
                if (rounded.Decimals is not (0 or 12))
                    faults.Add($"rounds to {rounded.Decimals} decimals: write 0 or 12");
                Read(rounded.Of, deep + 1, functions + 1);
                Figure(rounded.Of);
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
                choices++;
                Read(choice.Then, deep + 1, functions + 1);
                Read(choice.Otherwise, deep + 1, functions + 1);
                choices--;
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
                foreach (Condition one in Some(all.Conditions, "condition", MostItems))
                    Read(one, deep + 1, functions + 1);
                break;
        }
    }

    private void Read(ImmutableArray<Criterion> criteria, TableRun run, int deep, int functions)
    {
        foreach (Criterion? criterion in Some(criteria, "criterion", MostCriteria))
        {
            if (criterion is null)
            {
                faults.Add("has a null in place of a criterion");
                continue;
            }
            Take(criterion.Run);
            // A spreadsheet goes through them side by side.
            if (criterion.Run.Last - criterion.Run.First != run.Last - run.First)
                faults.Add($"compares a run of {Counted.Rows(criterion.Run.Last - criterion.Run.First + 1)} with one of "
                    + $"{run.Last - run.First + 1}");
            Read(criterion.Value, deep + 1, functions + 1);
            foreach (string text in TextsOf(criterion.Value))
                Criterion(text);
        }
    }

    // Each step is a character of the formula at least. That no further one can be taken is said once.
    private bool MayGoOn(int deep, int functions)
    {
        if (steps > FormulaWriter.Longest)
            return false;
        if (++steps <= FormulaWriter.Longest && deep <= DeepestSteps && functions <= DeepestFunctions)
            return true;
        steps = FormulaWriter.Longest + 1;
        faults.Add("is longer or deeper than a spreadsheet takes: work a part of it out in a cell of its own");
        return false;
    }

    private ImmutableArray<T> Some<T>(ImmutableArray<T> items, string of, int most = int.MaxValue)
    {
        if (items.IsDefaultOrEmpty)
            faults.Add($"has a {of} of nothing: give one item at least");
        else if (items.Length > most)
            faults.Add($"has a {of} of {items.Length}: a spreadsheet takes {most} at most");
        else
            return items;
        return [];
    }

    private void Criterion(Match match)
    {
        if (match.Or is { } other)
            faults.Add($"matches \"{other}\" as well: of that {nameof(ReportFormula.SumOfWords)} alone is capable");
        foreach (string text in match.Word is { } word ? [word] : TextsOf(tables.ValueAt(home.Name, match.Column, row)))
            Criterion(text);
    }

    private void Criterion(string text)
    {
        if (CriterionText.IsCommand(text))
            faults.Add($"looks for \"{(text.Length > 40 ? text[..40] + "…" : text)}\", which a spreadsheet takes for a command, a number "
                + $"or nothing there: {nameof(ReportFormula.SumOfWords)} compares words as they stand");
    }

    // The texts that an expression may give.
    private IEnumerable<string> TextsOf(Expression? expression) => expression switch
    {
        Expression.Word { Value: { } word } => [word],
        Expression.At at => TextsOf(tables.ValueAt(at.Table, at.Column, at.Row)),
        Expression.Choice choice => TextsOf(choice.Then).Concat(TextsOf(choice.Otherwise)),
        _ => [],
    };

    // The word for what is unknown is checked by itself.
    private IEnumerable<string> TextsOf(ReportCell? cell) => cell is null or ReportCell.Unknown || DisplayText.IsNumber(cell) ? []
        : [DisplayText.Of(cell, ColumnKind.Text, tables.Words)];

    // A word in a calculation is an error, whose cell shows it.
    private void Figure(Expression? expression)
    {
        if (choices == 0 && (expression is Expression.Word || (expression is Expression.At at
            && tables.ValueAt(at.Table, at.Column, at.Row) is { } cell && !DisplayText.IsNumber(cell))))
            faults.Add($"calculates with a word: {expression}");
    }

    private bool IsZero(Expression? expression) => expression is Expression.Number { Value: 0 } || (expression is Expression.At at
        && tables.ValueAt(at.Table, at.Column, at.Row) is { } cell && DisplayText.NumberOf(cell) == 0);

    private void Check(string? text)
    {
        if (text is null)
            faults.Add("has a null in place of a word");
        else if (text.Length > LongestText)
            faults.Add($"compares with a text of {text.Length} characters; it holds {LongestText} at most");
    }

    private void Take(CellRun run, ImmutableArray<Match> matches, int most)
    {
        Take(run);
        foreach (Match match in Some(matches, "match", most))
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
        if (Asked(table, column, first, last) is { } block)
            cells.Add(block);
    }

    private CellBlock? Asked(string? table, string? column, int first, int last)
    {
        var wrong = tables.Block(table, column, first, last, out CellBlock block);
        faults.AddRange(wrong);
        return wrong.IsEmpty ? block : null;
    }
}
