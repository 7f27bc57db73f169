namespace FundingReports.Reports.Tests;

/// <summary>
/// How large a sum of unknowns can be, none of which is negative, where other sums of them are bounded: the simplex method, each entering
/// and leaving unknown the first that may (Bland), so that it ends.
/// </summary>
/// <remarks>
/// Small and dense, for some tens of unknowns: the solvers that are kept well come with a hundred megabytes for six systems. Held against
/// the corners of random plane figures by <see cref="SimplexTests"/>.
/// </remarks>
internal sealed class Simplex
{
    private const double Tiny = 1e-9;

    private readonly int unknowns, helper, right;
    private readonly double[][] rows;
    private readonly int[] basis;

    /// <param name="unknowns">How many there are.</param>
    /// <param name="atMost">Sums of them, each with what it is at most.</param>
    internal Simplex(int unknowns, IReadOnlyList<(double[] Factors, double Most)> atMost)
    {
        this.unknowns = unknowns;
        int count = atMost.Count;
        (helper, right) = (unknowns + count, unknowns + count + 1);
        basis = [.. Enumerable.Range(unknowns, count)];
        rows = [.. atMost.Select((bound, i) =>
        {
            var row = new double[right + 1];
            bound.Factors.CopyTo(row, 0);
            (row[unknowns + i], row[helper], row[right]) = (1, -1, bound.Most);
            return row;
        })];
        IsFeasible = Begin();
    }

    /// <summary>Whether all bounds can be met together.</summary>
    internal bool IsFeasible { get; }

    /// <summary>The largest that a sum can be; infinite where nothing bounds it.</summary>
    internal double Largest(double[] factors)
    {
        var goal = new double[right + 1];
        factors.CopyTo(goal, 0);
        return Raise(goal);
    }

    // All bounds are loosened by one helper, which is then made as small as it can be: nothing, where they can be met.
    private bool Begin()
    {
        int worst = rows.Length == 0 ? -1 : Array.IndexOf(rows, rows.MinBy(row => row[right]));
        if (worst >= 0 && rows[worst][right] < 0)
        {
            Pivot(worst, helper, null);
            var goal = new double[right + 1];
            goal[helper] = -1;
            if (Raise(goal) < -1e-7)
                return false;
            int still = Array.IndexOf(basis, helper);
            if (still >= 0 && Array.FindIndex(rows[still], 0, helper, factor => Math.Abs(factor) > Tiny) is >= 0 and var other)
                Pivot(still, other, null);
        }
        foreach (double[] row in rows)
            row[helper] = 0;
        return true;
    }

    private double Raise(double[] goal)
    {
        for (int i = 0; i < rows.Length; i++)
            Subtract(goal, rows[i], goal[basis[i]]);
        while (Array.FindIndex(goal, 0, right, factor => factor > Tiny) is >= 0 and var entering)
        {
            int leaving = -1;
            for (int i = 0; i < rows.Length; i++)
                if (rows[i][entering] > Tiny && (leaving < 0 || IsBefore(i, leaving, entering)))
                    leaving = i;
            if (leaving < 0)
                return double.PositiveInfinity;
            Pivot(leaving, entering, goal);
        }
        return -goal[right];
    }

    private bool IsBefore(int one, int other, int entering)
    {
        double first = rows[one][right] / rows[one][entering], second = rows[other][right] / rows[other][entering];
        return first < second - Tiny || first <= second + Tiny && basis[one] < basis[other];
    }

    private void Pivot(int row, int column, double[]? goal)
    {
        double by = rows[row][column];
        for (int j = 0; j <= right; j++)
            rows[row][j] /= by;
        for (int i = 0; i < rows.Length; i++)
            if (i != row)
                Subtract(rows[i], rows[row], rows[i][column]);
        if (goal is not null)
            Subtract(goal, rows[row], goal[column]);
        basis[row] = column;
    }

    private static void Subtract(double[] from, double[] row, double times)
    {
        if (times == 0)
            return;
        for (int j = 0; j < from.Length; j++)
            from[j] -= times * row[j];
    }
}
