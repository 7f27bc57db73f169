using FundingReports.Ledger;
using System.Numerics;

namespace FundingReports.Figures;

/// <summary>The figures of one post, read from its ledger.</summary>
internal sealed class PostCalculator<T> where T : struct, IBinaryInteger<T>
{
    private readonly PostLedger<T> ledger;
    private readonly YearBalances<T> balances;
    private readonly YearFigures<T> years;
    private readonly SumFigures<T> sums;
    private readonly RunFigures<T> runs;
    private readonly DependenceFigures<T> dependence;

    internal PostCalculator(PostLedger<T> ledger)
    {
        this.ledger = ledger;
        balances = new(ledger);
        (years, sums) = (new(ledger), new(ledger));
        (runs, dependence) = (new(ledger, balances), new(ledger, balances));
    }

    internal PostFigures Run(RiskHorizon ahead)
    {
        ledger.CutYears();
        var costs = CostsByYear();
        var views = new ViewFigures[3];
        var ties = ledger.TimelineCount == 0 ? [] : new SumBalance?[ledger.TimelineCount];
        var agreed = views[(int)FundingView.Agreed] = ViewOf(FundingView.Agreed, costs, ties);
        FunderDependence leaning = dependence.LeaningOf(agreed.FullSurely.End, ahead);
        ThinCoverage thin = new(dependence.FirstThin(ahead, CoverageFlags.SurelyFull, ofHigh: false),
            dependence.FirstThin(ahead, CoverageFlags.PossiblyFull, ofHigh: true));
        long exposure = dependence.ExposureAfter(agreed.FullSurely.End);
        // The firm view comes right after the agreed one, whose money is the most that can be firm.
        views[(int)FundingView.Firm] = ViewOf(FundingView.Firm, costs, ties);
        views[(int)FundingView.Announced] = NothingIsAnnouncedAlone() ? agreed : ViewOf(FundingView.Announced, costs, ties);
        return new()
        {
            Post = ledger.Post.Post,
            Timelines = ledger.Post.Timelines,
            Life = ledger.Post.Life,
            FirstYear = ledger.FirstYear,
            Cost = costs,
            Views = views,
            Balances = ties,
            Dependence = leaning,
            Thin = thin,
            Exposure = exposure,
        };
    }

    private ViewFigures ViewOf(FundingView view, long[] costs, SumBalance?[] ties)
    {
        ledger.Fill(view);
        var figures = new ViewFigures(ledger.YearCount, ledger.TimelineCount);
        years.Tally();
        balances.Write(figures);
        sums.Write(figures, ties);
        years.Write(figures, costs);
        runs.Write(figures);
        return figures;
    }

    /// <summary>Whether the agreed and the announced view count the same money of the same days.</summary>
    private bool NothingIsAnnouncedAlone()
    {
        foreach (var timeline in ledger.Post.Timelines)
            // Without one, the announced view has no amendment that the agreed one has not.
            if (!timeline.Agreed)
                return false;
        return true;
    }

    private long[] CostsByYear()
    {
        var costs = new long[ledger.YearCount];
        for (int i = 0; i < ledger.PeriodCount; i++)
        {
            int year = ledger.YearOf[i], weight = ledger.Weights[i];
            if (weight == 0 || costs[year] == PostFigures.Unknown)
                continue;
            // The cost is counted in 360ths of a cent until the year is complete.
            costs[year] = ledger.Costs[i] is { } cents ? checked(costs[year] + cents * weight) : PostFigures.Unknown;
        }
        for (int year = 0; year < costs.Length; year++)
            if (costs[year] != PostFigures.Unknown)
                costs[year] = (2 * costs[year] + 360) / 720;
        return costs;
    }
}
