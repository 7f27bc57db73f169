using FundingReports.Portfolios;
using FundingReports.Tests.Properties;
using NodaTime;

namespace FundingReports.Tests.Figures;

/// <summary>
/// An assumption that is taken back for another changes no figure that does not name it: asked of each property of any portfolio, with
/// another value in its place.
/// </summary>
public sealed class ChangedAssumptionTests
{
    private const string Id = "HYPOTHESIS";

    private static readonly Source hypothesis = new(Id, SourceKind.Assumption, Id) { Author = "fonction", Reason = "inconnu" };

    [Fact]
    public void Figures_ThatNameNoAssumption_DoNotChangeWithIt() => Answers.Check(25, (question, _) =>
    {
        foreach (var (what, assumed, other) in Assumed(question.Facts with { Sources = question.Facts.Sources.Add(hypothesis) }))
            if (Of(assumed) is { } one && Of(other) is { } two)
            {
                Dictionary<string, Figure> before = Figures(one.Analyze(question.AsOf, question.Through)),
                    after = Figures(two.Analyze(question.AsOf, question.Through));
                Expect.Nothing([.. before.Where(figure => !figure.Value.Named && after.TryGetValue(figure.Key, out Figure now)
                    && !figure.Value.IsAlmost(now)).Select(figure =>
                        $"{figure.Key} does not name what it rests on, {what}: {figure.Value} became {after[figure.Key]}")]);
            }
    });

    private static Portfolio? Of(PortfolioFacts facts) => Portfolio.TryCreate(facts, out Portfolio? made, out _) ? made : null;

    /// <summary>Each property of each fact as an assumption, and the same facts with another value of it.</summary>
    private static IEnumerable<(string What, PortfolioFacts Assumed, PortfolioFacts Other)> Assumed(PortfolioFacts facts)
    {
        for (int i = 0; i < facts.Posts.Length; i++)
        {
            Post post = facts.Posts[i];
            PortfolioFacts With(Post changed) => facts with { Posts = facts.Posts.SetItem(i, changed) };
            Post Mark(string property) => post with { Sources = post.Sources.SetItem(property, Id) };
            if (post.From is { } from)
                yield return ($"{post.Id}.from", With(Mark("from")), With(Mark("from") with { From = Moved(from) }));
            if (post.Until is { } until)
                yield return ($"{post.Id}.until", With(Mark("until")), With(Mark("until") with { Until = Moved(until) }));
            if (post.Fte is { } fte)
                yield return ($"{post.Id}.fte", With(Mark("fte")), With(Mark("fte") with { Fte = fte / 2 }));
            for (int c = 0; c < post.Costs.Length; c++)
            {
                Cost cost = post.Costs[c] with { Source = Id };
                Post But(Cost changed) => post with { Costs = post.Costs.SetItem(c, changed) };
                yield return ($"{post.Id}.costs[{c}].annual", With(But(cost)),
                    With(But(cost with { Annual = Euros.FromCents((cost.Annual?.Cents ?? 0) + 1_000_00) })));
                yield return ($"{post.Id}.costs[{c}].from", With(But(cost)), With(But(cost with { From = Moved(cost.From) })));
            }
        }
        for (int i = 0; i < facts.Commitments.Length; i++)
        {
            Commitment promise = facts.Commitments[i];
            PortfolioFacts With(Commitment changed) => facts with { Commitments = facts.Commitments.SetItem(i, changed) };
            (string, PortfolioFacts, PortfolioFacts) Of(string property, Func<Commitment, Commitment> change)
            {
                Commitment marked = promise with { Sources = promise.Sources.SetItem(property, Id) };
                return ($"{promise.Id}.{property}", With(marked), With(change(marked)));
            }
            yield return Of("from", one => one with { From = Moved(one.From) });
            if (promise.Until.Until is { } until)
                yield return Of("until", one => one with { Until = Term.On(Moved(until)) });
            yield return Of("amount", one => one with
            {
                Amount = one.Amount is Amount.Annual ? new Amount.Total(Euros.Of(7_000)) : new Amount.Annual(Euros.Of(7_000)),
            });
            // What nobody promised enters no figure.
            if (promise.IsPromised)
                yield return Of("status", one => one with { Status = CommitmentStatus.Requested });
            yield return Of("cap", one => one with { Cap = one.Cap is null ? Euros.Of(1_000) : null });
            yield return Of("instalments", one => one with { Instalments = one.Instalments is null ? [] : null });
            if (promise.Withdrawn is { } withdrawn)
                yield return ($"{promise.Id}.withdrawn", With(promise with { Withdrawn = withdrawn with { Source = Id } }),
                    With(promise with { Withdrawn = withdrawn with { Source = Id, From = Moved(withdrawn.From) } }));
        }
    }

    // Within its year: before and after it a day enters nothing by itself.
    private static PartialDate Moved(PartialDate date) => new LocalDate(date.First.Year, date.First.Month > 6 ? 3 : 10, 1);

    /// <summary>Money, what else is said, and whether the assumption is named.</summary>
    private readonly record struct Figure(Knowable<Euros>[] Money, string Rest, bool Named)
    {
        // The cents of a sum are carried from one year to the next: where it begins moves a cent of the later ones.
        internal bool IsAlmost(Figure other) => Rest == other.Rest && Money.Zip(other.Money).All(pair =>
            pair.First.IsKnown == pair.Second.IsKnown
            && (!pair.First.IsKnown || Math.Abs(pair.First.Value.Cents - pair.Second.Value.Cents) <= 2));

        public override string ToString() => string.Join(' ', Money.Select(one => one.ToString()).Append(Rest));
    }

    /// <summary>Every figure that names its assumptions, and whether it names this one.</summary>
    private static Dictionary<string, Figure> Figures(FundingAnalysis analysis)
    {
        var figures = new Dictionary<string, Figure>(StringComparer.Ordinal);
        void Add(string key, IEnumerable<Source> assumptions, string rest, params Knowable<Euros>[] money) =>
            figures.Add(key, new(money, rest, assumptions.Any(source => source.Id == Id)));
        FundingView[] views = Enum.GetValues<FundingView>();
        foreach (PostFunding post in analysis.Posts)
        {
            Add($"{post.Id}.risk", post.Assumptions, $"{post.Risk?.Level} {post.Risk?.AtBest} {post.Risk?.AtWorst}");
            foreach (FundingView view in views)
                Add($"{post.Id}.{view}", post[view].Assumptions, $"{post[view].FullyFundedUntil} {post[view].PartlyFundedUntil}");
            foreach (PostYear year in post.Years)
            {
                string key = $"{post.Id}.{year.Year}";
                Add($"{key}.cost", year.CostAssumptions, "", year.Cost);
                foreach (FundingView view in views)
                {
                    YearFunding sums = year[view];
                    Add($"{key}.{view}", year.Assumptions, "", sums.Funding, sums.Gap, sums.GapAtMost, sums.Surplus);
                }
                foreach (Cell cell in year.Cells)
                    Add($"{key}.{cell.Commitment.Id}", cell.Assumptions, "", cell.Firm, cell.Agreed, cell.Announced);
            }
        }
        return figures;
    }
}
