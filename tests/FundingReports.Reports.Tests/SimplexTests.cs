using CsCheck;

namespace FundingReports.Reports.Tests;

/// <summary>The solver of the attack on publications finds what is there.</summary>
public class SimplexTests
{
    [Fact]
    public void Largest_OfABookExample()
    {
        var solver = new Simplex(2, [([1, 1], 4), ([1, 3], 6), ([1, 0], 3)]);
        Assert.True(solver.IsFeasible);
        Assert.Equal(11, solver.Largest([3, 2]), 6);
        Assert.Equal(2, solver.Largest([0, 1]), 6);
        Assert.Equal(0, solver.Largest([-1, -1]), 6);
    }

    [Fact]
    public void WhatNothingBounds_IsInfinite() => Assert.Equal(double.PositiveInfinity, new Simplex(2, [([1, -1], 1)]).Largest([1, 0]));

    [Fact]
    public void WhatCannotBe_IsNotFeasible() => Assert.False(new Simplex(1, [([1], 1), ([-1], -2)]).IsFeasible);

    /// <summary>In the plane the largest stands in a corner, and all corners can be looked at.</summary>
    [Fact]
    public void Largest_OfAnyPlaneFigure_IsThatOfItsBestCorner() =>
        Gen.Select(Gen.Select(Gen.Int[-5, 5], Gen.Int[-5, 5], Gen.Int[-9, 20]).Array[1, 7], Gen.Int[-4, 4], Gen.Int[-4, 4])
            .Sample((lines, x, y) =>
        {
            // Within a square, so that there is a largest.
            List<(double[] Factors, double Most)> bounds =
                [.. lines.Select(line => (new double[] { line.Item1, line.Item2 }, (double)line.Item3)), ([1, 0], 50), ([0, 1], 50)];
            List<(double A, double B, double C)> edges = [.. bounds.Select(bound => (bound.Factors[0], bound.Factors[1], bound.Most)),
                (-1, 0, 0), (0, -1, 0)];
            double best = double.NegativeInfinity;
            foreach (var one in edges)
                foreach (var other in edges)
                {
                    double by = one.A * other.B - other.A * one.B;
                    if (Math.Abs(by) < 1e-9)
                        continue;
                    double px = (one.C * other.B - other.C * one.B) / by, py = (one.A * other.C - other.A * one.C) / by;
                    if (edges.TrueForAll(edge => edge.A * px + edge.B * py <= edge.C + 1e-7))
                        best = Math.Max(best, x * px + y * py);
                }
            var solver = new Simplex(2, bounds);
            Assert.Equal(best > double.NegativeInfinity, solver.IsFeasible);
            if (solver.IsFeasible)
            {
                Assert.Equal(best, solver.Largest([x, y]), 1e-6);
                // Asked again, and the other way round: what was found before changes nothing.
                solver.Largest([-x, y]);
                Assert.Equal(best, solver.Largest([x, y]), 1e-6);
            }
        }, iter: 2_000);
}
