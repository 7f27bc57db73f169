using System.Collections.Immutable;

namespace FundingReports.Reports.Formulas;

/// <summary>Short ways to make the expressions that come again and again.</summary>
internal static class FormulaParts
{
    /// <summary>
    /// Rounds money to whole cents, half away from zero. A spreadsheet finds 0,4999999995 where the half is exact: a millionth of a cent
    /// is added, which no other amount comes near enough to notice.
    /// </summary>
    internal static Expression ToCents(Expression exact) => new Expression.Rounded(100 * exact + (Expression)1 / 100 / 100 / 100, 0) / 100;

    /// <summary>Whole cents, without the dust that adding and subtracting leaves.</summary>
    internal static Expression Cents(Expression amount) => new Expression.Rounded(100 * amount, 0) / 100;

    internal static Expression If(Condition condition, Expression then, Expression otherwise) =>
        new Expression.Choice(condition, then, otherwise);

    internal static Condition Is(Expression left, Expression right) => new Condition.Compared(left, Comparison.Equal, right);

    internal static Condition Above(Expression left, Expression right) => new Condition.Compared(left, Comparison.Above, right);

    internal static Condition AtLeast(Expression left, Expression right) => new Condition.Compared(left, Comparison.AtLeast, right);

    /// <summary>Whether shares reach the whole. They are a sum of fractions: twelve decimals are exact enough to say it.</summary>
    internal static Condition Whole(Expression share) => AtLeast(new Expression.Rounded(share, 12), 1);

    internal static Condition Both(params ImmutableArray<Condition> conditions) => new Condition.All(conditions);

    internal static Expression Least(params ImmutableArray<Expression> of) => new Expression.Least(of);

    internal static Expression Greatest(params ImmutableArray<Expression> of) => new Expression.Greatest(of);

    internal static Expression Count(TableRun run, Expression value) => new Expression.CountWhere([new(run, value)]);

    internal static Expression Sum(TableRun run) => new Expression.SumOf(run);
}
