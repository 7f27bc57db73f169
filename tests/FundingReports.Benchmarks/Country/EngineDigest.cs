using NodaTime;

namespace FundingReports.Benchmarks.Country;

/// <summary>The library's answer for a post, read through what everybody can read, as the plain loop's digest has it.</summary>
internal static class EngineDigest
{
    internal static long Of(PostFunding post, LocalDate asOf)
    {
        var digest = new Digest();
        var risk = post.Risk!;
        digest.Add((int)risk.AtWorst * 4 + (int)risk.AtBest);
        digest.Add(Cents(risk.Exposure));
        int first = PlainDay.Of(LocalDate.Max(asOf, post.Post.From!.Value.First));
        for (var view = FundingView.Firm; view <= FundingView.Announced; view++)
        {
            ViewFunding own = post[view];
            FundingHorizon full = own.FullyFundedUntil, part = own.PartlyFundedUntil;
            digest.AddDay(full.ResumesOn is { } day ? PlainDay.Of(day) : PlainDay.Never);
            digest.AddDay(End(full.Surely, first));
            digest.AddDay(End(full.Possibly, first));
            digest.AddDay(End(part.Surely, first));
            digest.AddDay(End(part.Possibly, first));
            foreach (PostYear year in post.Years)
                Add(ref digest, year, year[view], view);
        }
        return digest.Value;
    }

    private static void Add(ref Digest digest, PostYear year, YearFunding own, FundingView view)
    {
        digest.Add(Cents(year.Cost));
        foreach (Cell cell in year.Cells)
            digest.Add(Cents(cell[view]));
        digest.Add(Cents(own.Funding));
        digest.Add(Cents(own.Gap));
        digest.Add(Cents(own.GapAtMost));
        digest.Add(Cents(own.Surplus));
        digest.Add(Cents(own.Rounding));
        digest.Add(Millionths(own.Low));
        digest.Add(Millionths(own.High));
    }

    private static long Cents(Knowable<Euros> amount) => amount.TryGet(out Euros known) ? known.Cents : PlainFigures.Unknown;

    private static long Millionths(Knowable<CoverageRate> rate) =>
        rate.TryGet(out CoverageRate known) ? known.Millionths : PlainFigures.Unknown;

    private static int End(Reach reach, int first) =>
        reach.IsOpen ? PlainDay.Never : reach.Until is { } last ? PlainDay.Of(last.PlusDays(1)) : first;
}
