using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;
using NodaTime.Text;
using Fraction = FundingReports.Tests.Naive.Fraction;

namespace FundingReports.Tests.SelfDoubt;

/// <summary>
/// Who pays what on the last funded day, what is missing in the twelve months after, and what the funding leans on until then: by the
/// naive walk, and by the library.
/// </summary>
internal static class Payers
{
    internal static IEnumerable<string> Naively(PortfolioFacts facts, LocalDate asOf, LocalDate through)
    {
        NaiveAnswer answer = NaiveAnalysis.Run(facts, asOf, through);
        foreach (Post post in facts.Posts)
        {
            Promise[] promises = Promise.AllTo(post, facts, asOf);
            foreach (FundingView view in Enum.GetValues<FundingView>())
            {
                var walk = new Walk(post, promises, view, asOf, through);
                NaiveHorizon full = answer.Post(post.Id).View(view).Full;
                LocalDate first = LocalDate.Max(asOf, walk.First);
                LocalDate? last = full.Surely is null or "open" ? null : LocalDatePattern.Iso.Parse(full.Surely).Value;
                bool ended = walk.Last < asOf;
                if (view == FundingView.Agreed)
                {
                    // The thresholds of the model: a step-down within 24 months, the others within 36, 75 % for one funder.
                    NaiveLeaning leaning = NaiveLeaning.Of(walk, new Walk(post, promises, FundingView.Announced, asOf, through), asOf,
                        asOf.PlusMonths(24), asOf.PlusMonths(36), new(3, 4));
                    yield return Line(post.Id, "leaning",
                        Text(leaning.Bearer, leaning.StepDownOn, leaning.SteppingDown, leaning.Dependent));
                    Naive.Day[] near = [.. walk.ActiveFrom(first).Where(day => day.Weight > 0 && day.Date < asOf.PlusMonths(6))];
                    yield return Line(post.Id, "thin",
                        Text(null, FirstDay(near, day => !day.SurelyFull && day.Money.Low < FourFifths), null, null));
                    yield return Line(post.Id, "possibly thin",
                        Text(null, FirstDay(near, day => !day.PossiblyFull && day.Money.High < FourFifths), null, null));
                    yield return Line(post.Id, "exposure", ended || full.Surely == "open" ? "0"
                            : walk.Missing(last?.PlusDays(1) ?? first, (last?.PlusDays(1) ?? first).PlusYears(1).PlusDays(-1))?.ToString()
                            ?? "unknown");
                }
                foreach (Promise promise in promises)
                {
                    Situation then = walk.On(last ?? first);
                    Fraction part = ended || then.Cost is { IsZero: true } || then.Of(promise) is not { } paid ? 0
                        : paid.Low / (then.Cost ?? 1);
                    yield return Line(post.Id, $"{view}.{promise.Commitment.Id}", part.ToSixDecimals());
                }
            }
        }
    }

    internal static IEnumerable<string> Of(FundingAnalysis analysis)
    {
        foreach (PostFunding post in analysis.Posts)
            foreach (FundingView view in Enum.GetValues<FundingView>())
            {
                if (view == FundingView.Agreed)
                {
                    FunderDependence leaning = post.Figures.Dependence;
                    yield return Line(post.Id, "leaning",
                        Text(leaning.Bearer, leaning.StepDownOn?.Date, leaning.SteppingDown, leaning.Dependent));
                    ThinCoverage thin = post.Figures.Thin;
                    yield return Line(post.Id, "thin",
                        Text(null, thin.Surely == FundingReports.Ledger.DayNumber.Never ? null : thin.Surely.Date, null, null));
                    yield return Line(post.Id, "possibly thin",
                        Text(null, thin.Possibly == FundingReports.Ledger.DayNumber.Never ? null : thin.Possibly.Date, null, null));
                    yield return Line(post.Id, "exposure", post.Figures.Exposure == PostFigures.Unknown ? "unknown"
                            : post.Figures.Exposure.ToString(null, null));
                }
                for (int s = 0; s < post.Figures.Timelines.Length; s++)
                    yield return Line(post.Id, $"{view}.{analysis.Portfolio.Commitments[post.Figures.Timelines[s].Commitment].Id}",
                        new Fraction(post.Figures[view].Parts[s], 1_000_000).ToSixDecimals());
            }
    }

    private static readonly Fraction FourFifths = new(4, 5);

    private static LocalDate? FirstDay(Naive.Day[] days, Predicate<Naive.Day> isThin) =>
        Array.FindIndex(days, isThin) is >= 0 and var at ? days[at].Date : null;

    private static string Text(string? bearer, LocalDate? stepDownOn, string? steppingDown, string? dependent) =>
        $"{bearer}, {(stepDownOn is { } day ? Show.Iso(day) : "")} {steppingDown}, {dependent}";

    private static string Line(string post, string figure, string value) => $"{post}.{figure} = {value}";
}
