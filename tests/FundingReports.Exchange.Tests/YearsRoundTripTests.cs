using System.Collections.Immutable;
using CsCheck;
using FundingReports.Json;
using FundingReports.Portfolios;
using FundingReports.Tests;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// Random portfolios to the form with years as columns and back: the analysis says the same of both, on several as-of dates, but for what
/// the form says that it loses.
/// </summary>
public class YearsRoundTripTests
{
    private static readonly LocalDate[] asOfDays =
        [new(2020, 6, 30), new(2021, 1, 1), new(2022, 3, 15), new(2023, 12, 31), new(2025, 1, 1)];
    private static readonly LocalDate through = new(2026, 12, 31);

    private static readonly TemplateLossKind[] leavingOut =
        [TemplateLossKind.UnknownTerm, TemplateLossKind.WithinYear, TemplateLossKind.Repeated, TemplateLossKind.NoMoney];

    // Posts from a day, costs of whole years: what else the form loses of posts changes figures, and is tried by itself. What an amendment
    // or a withdrawal changes before it is decided is lost too, and said; what is decided late otherwise is kept.
    private static readonly Gen<PortfolioFacts> facts = Generators.Portfolio.Select(drawn => drawn with
    {
        Posts = [
            .. drawn.Posts.Select(post => post with
            {
                From = post.From ?? post.AttestedOn, AttestedOn = null,
                Costs = [.. post.Costs.Select((cost, i) => cost with { From = PartialDate.Of(2012 + 2 * i), DecidedOn = null })],
            })],
        Commitments = [
            .. drawn.Commitments.Select(commitment => commitment with
            {
                Scalings = [],
                DecidedOn = IsOfALine(commitment, drawn) ? null : commitment.DecidedOn,
                Withdrawn = commitment.Withdrawn is { } withdrawn ? withdrawn with { DecidedOn = PartialDate.Of(2005) } : null,
            })],
    });

    [Fact]
    public void Portfolio_ToTheFormAndBack_HasTheSameFigures_ButForWhatItSays() => ComesBack(facts, atLeast: 60);

    /// <summary>Promises by whole years, as most conventions are, lose no money, but of 0 € with instalments decided late.</summary>
    [Fact]
    public void PortfolioOfWholeYears_ToTheFormAndBack_HasTheSameFigures() =>
        ComesBack(facts.Select(InWholeYears), atLeast: 90, loss => loss.Kind is TemplateLossKind.Grouped or TemplateLossKind.NoMoney
            or TemplateLossKind.Firmness or TemplateLossKind.Repeated or TemplateLossKind.WithinYear or TemplateLossKind.NothingAtTheEnd);

    private static bool IsOfALine(Commitment commitment, PortfolioFacts drawn) =>
        commitment.Amends is not null || drawn.Commitments.Any(other => other.Amends == commitment.Id);

    private static PortfolioFacts InWholeYears(PortfolioFacts drawn) => drawn with
    {
        Commitments = [
            .. drawn.Commitments.Select(commitment => commitment with
            {
                From = PartialDate.Of(commitment.From.First.Year),
                Until = PartialDate.Of((commitment.Until.Until?.Last ?? commitment.From.First.PlusYears(3)).Year),
                Withdrawn = null, Amends = null,
                Instalments = commitment.Instalments switch
                {
                    null => null,
                    [] => [],
                    [var first, ..] => [first with { From = FirstYear(commitment), Until = FirstYear(commitment) }],
                },
            })],
    };

    private static PartialDate FirstYear(Commitment commitment) => PartialDate.Of(commitment.From.First.Year);

    private static void ComesBack(Gen<PortfolioFacts> drawnFacts, int atLeast, Func<TemplateLoss, bool>? mayLose = null)
    {
        int compared = 0, round = 0, rounds = Rounds.Of(60);
        drawnFacts.Where(IsValid).Sample(drawn =>
        {
            Portfolio portfolio = Portfolio.Create(drawn);
            IntakeTemplate template = IntakeTemplate.FilledIn(portfolio);
            Assert.True(mayLose is null || template.Losses.All(mayLose), string.Join('\n', template.Losses));
            IntakeReading back = Sent.Read(Sent.OneOfMany(template, round++));
            if (back.Facts.Commitments.IsEmpty)
            {
                // A form without any row is not read.
                Assert.All(drawn.Commitments, commitment => Assert.Contains(template.Losses, loss => loss.Id == commitment.Id));
                return;
            }
            Assert.True(back.Portfolio is not null, string.Join('\n', Sent.Lines(back)));
            bool any = false;
            foreach (LocalDate asOf in asOfDays)
                any |= IsTheSame(portfolio, back.Portfolio, template.Losses, asOf);
            compared += any ? 1 : 0;
        }, iter: rounds, threads: 1, print: drawn => System.Text.Encoding.UTF8.GetString(PortfolioWriter.ToUtf8(drawn)));
        Assert.True(compared * 100 > rounds * atLeast, $"{compared} of {rounds} compared");
    }

    private static bool IsValid(PortfolioFacts drawn) =>
        Portfolio.TryCreate(drawn, out _, out ImmutableArray<Validation.Problem> _) && !drawn.Commitments.IsEmpty;

    private static bool IsTheSame(Portfolio portfolio, Portfolio back, ImmutableArray<TemplateLoss> losses, LocalDate asOf)
    {
        if (Analysed(portfolio, asOf) is not { } before)
            return false;
        FundingAnalysis after = back.Analyze(asOf, through);
        bool isWhole = true;
        foreach (PostFunding post in before.Posts)
        {
            PostFunding other = after.Posts.Single(read => read.Label == post.Label);
            Commitment[] own = [.. portfolio.Commitments.Where(commitment => commitment.Posts.Contains(post.Id))];
            bool Has(Commitment commitment, TemplateLossKind kind) => losses.Contains(new(commitment.Id, kind));
            bool isUndecided = own.Any(commitment => Has(commitment, TemplateLossKind.UndecidedAmendment));
            FundingView[] views = [.. Enum.GetValues<FundingView>().Where(view => !(isUndecided && view is FundingView.Announced))];
            Commitment[] lost = [.. own.Where(commitment => leavingOut.Any(kind => Has(commitment, kind)))];
            Commitment[] ending = [.. own.Where(commitment => Has(commitment, TemplateLossKind.NothingAtTheEnd))];
            if (own.Any(commitment => Has(commitment, TemplateLossKind.Rounded)))
            {
                isWhole = false;
                // Nearly the same, where nothing else is lost of the post.
                if (lost.Length == 0)
                    AssertNear(post, other, views);
                continue;
            }
            string said = Figures(other, views);
            // What is left out may be so of one post and not of another, as an amendment stops it on one alone.
            string[] possible = [.. Subsets(lost).SelectMany(without => Shortened(Without(portfolio, without), ending))
                .Select(other => Figures(other == portfolio ? post
                    : Analysed(other, asOf)?.Posts.Single(same => same.Id == post.Id), views))];
            isWhole &= lost.Length == 0 && ending.Length == 0 && !isUndecided;
            if (!possible.Contains(said))
                Assert.Equal(possible[0], said);
        }
        if (isWhole && losses.All(loss => loss.Kind is TemplateLossKind.Grouped or TemplateLossKind.NoMoney))
            Assert.Equal(Requests(before), Requests(after));
        return true;
    }

    private static FundingAnalysis? Analysed(Portfolio portfolio, LocalDate asOf)
    {
        try
        {
            return portfolio.Analyze(asOf, through);
        }
        catch (PortfolioException)
        {
            return null;
        }
    }

    private static IEnumerable<Commitment[]> Subsets(Commitment[] all) => Enumerable.Range(0, 1 << all.Length)
        .Select(set => all.Where((_, i) => (set >> i & 1) == 1).ToArray());

    // A line keeps its order: what is left out stays in it, and pays nothing.
    private static Portfolio Without(Portfolio portfolio, Commitment[] lost) => lost.Length == 0 ? portfolio
        : Portfolio.Create(portfolio.Facts with
        {
            Commitments = [
                .. portfolio.Facts.Commitments.Select(commitment => lost.Any(other => other.Id == commitment.Id)
                    ? commitment with { Amount = new Amount.Annual(Euros.Zero), Cap = null, Instalments = [] } : commitment)],
        });

    // A schedule that ends with steps of 0 €, of the promise or of what an amendment leaves of it, may come back without them.
    private static IEnumerable<Portfolio> Shortened(Portfolio portfolio, Commitment[] ending) =>
        ending.Aggregate((IEnumerable<Portfolio>)[portfolio], (drawn, commitment) => drawn.SelectMany(one => (Portfolio[])[
            one,
            .. ((Amount.YearlyAmounts)commitment.Amount).Steps.Index().Where(step => step.Item == Euros.Zero && step.Index > 0)
                .Select(step => WithSteps(one, commitment.Id, step.Index))]));

    private static Portfolio WithSteps(Portfolio portfolio, string id, int count) => Portfolio.Create(portfolio.Facts with
    {
        Commitments = [
            .. portfolio.Facts.Commitments.Select(one => one.Id == id && one.Amount is Amount.YearlyAmounts { Steps: var steps }
                ? one with { Amount = new Amount.YearlyAmounts([.. steps[..count]]) } : one)],
    });

    private static string Figures(PostFunding? post, FundingView[] views) => post is null ? "" : string.Join('\n', views.SelectMany(view =>
        (string[])[
            $"== {view} {post[view].FullyFundedUntil} | {post[view].PartlyFundedUntil}",
            .. post.Years.Select(year => $"{year.Year}: {year.Cost} = {year[view].Funding} + {year[view].Gap} (at most "
                + $"{year[view].GapAtMost}, too much {year[view].Surplus}), {year[view].Low}..{year[view].High}, {ByFunder(year, view)}"),
            .. Days(post, view)]));

    private static string ByFunder(PostYear year, FundingView view) => string.Join(", ", year.Cells.GroupBy(cell => cell.Commitment.Line)
        .OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => line.Any(cell => !cell[view].IsKnown) ? $"{line.Key} ?"
            : $"{line.Key} {line.Aggregate(Euros.Zero, (sum, cell) => sum + cell[view].Value)}").Where(line => !line.EndsWith(" 0.00",
            StringComparison.Ordinal)));

    // The days of a post, those that are alike put together.
    private static IEnumerable<string> Days(PostFunding post, FundingView view)
    {
        string last = "";
        foreach (var period in post.Ledger(view).Periods)
        {
            string what = $"{period.Cost} {period.Low}..{period.High} {period.Missing} " + string.Join(" + ", period.Lines
                .Select(line => $"{line.LowMoney}..{line.HighMoney}").Where(line => line != "0.00..0.00").Order(StringComparer.Ordinal));
            if (what != last)
                yield return $"{period.From} {what}";
            last = what;
        }
    }

    // What is known of the money is the same to some cents, never more but what a part of the cost or a balance takes over.
    private static void AssertNear(PostFunding post, PostFunding other, FundingView[] views)
    {
        foreach (FundingView view in views)
            foreach ((PostYear one, PostYear two) in post.Years.Zip(other.Years))
            {
                Assert.Equal(one.Cost, two.Cost);
                if (one[view].Funding is { IsKnown: true } before && two[view].Funding is { IsKnown: true } after)
                    Assert.InRange((before.Value - after.Value).Cents, -3, 3);
                if (one[view].Gap is { IsKnown: true } gap && two[view].Gap is { IsKnown: true } left)
                    Assert.InRange((left.Value - gap.Value).Cents, -3, 3);
            }
    }

    // What is to be asked of whom, whatever the number of conventions.
    private static string[] Requests(FundingAnalysis analysis) => [.. analysis.Requests
        .GroupBy(request => $"{request.Year} {request.Kind} {request.Funder?.Name} {request.Line}")
        .Select(asked => $"{asked.Key} {(asked.Any(request => !request.Amount.IsKnown) ? "?"
            : asked.Aggregate(Euros.Zero, (sum, request) => sum + request.Amount.Value).ToString())}")
        .Order(StringComparer.Ordinal)];
}
