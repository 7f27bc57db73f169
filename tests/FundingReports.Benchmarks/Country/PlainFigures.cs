namespace FundingReports.Benchmarks.Country;

/// <summary>The figures of one post as the plain loop writes them: one buffer, written again for every post.</summary>
internal sealed class PlainFigures(int years, int lines)
{
    internal const long Unknown = long.MinValue;

    internal long[] Cost { get; } = new long[years];

    internal PlainView[] Views { get; } = [new(years, lines), new(years, lines), new(years, lines)];

    internal int WorstRisk { get; set; }

    internal int BestRisk { get; set; }

    internal long Exposure { get; set; }

    /// <summary>
    /// One number out of all of them, so that none is worked out in vain, and two ways of working them out can be compared.
    /// </summary>
    internal long Digest()
    {
        var digest = new Digest();
        digest.Add(WorstRisk * 4 + BestRisk);
        digest.Add(Exposure);
        foreach (var view in Views)
            view.AddTo(ref digest, Cost);
        return digest.Value;
    }
}

/// <summary>The figures of one post in one view.</summary>
internal sealed class PlainView(int years, int lines)
{
    /// <summary>By year, then by line.</summary>
    internal long[] Cells { get; } = new long[years * lines];

    internal long[] Funding { get; } = new long[years];

    internal long[] Gap { get; } = new long[years];

    internal long[] AtMost { get; } = new long[years];

    internal long[] Surplus { get; } = new long[years];

    internal long[] Rounding { get; } = new long[years];

    internal long[] Low { get; } = new long[years];

    internal long[] High { get; } = new long[years];

    /// <summary>The day after each run: sure and possible, full and in part.</summary>
    internal int[] Ends { get; } = new int[4];

    internal int ResumesOn { get; set; }

    internal void AddTo(ref Digest digest, long[] cost)
    {
        digest.AddDay(ResumesOn);
        foreach (int end in Ends)
            digest.AddDay(end);
        int lines = Cells.Length / Funding.Length;
        for (int year = 0; year < Funding.Length; year++)
        {
            digest.Add(cost[year]);
            for (int s = 0; s < lines; s++)
                digest.Add(Cells[year * lines + s]);
            digest.Add(Funding[year]);
            digest.Add(Gap[year]);
            digest.Add(AtMost[year]);
            digest.Add(Surplus[year]);
            digest.Add(Rounding[year]);
            digest.Add(Low[year]);
            digest.Add(High[year]);
        }
    }
}

/// <summary>A number that every figure changes, in its place.</summary>
internal struct Digest
{
    internal long Value { get; private set; }

    internal void Add(long figure) => Value = unchecked(Value * 31 + (figure == PlainFigures.Unknown ? 7 : figure));

    internal void AddDay(int day) => Add(day == PlainDay.Never ? 11 : day);
}
