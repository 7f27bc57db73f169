using System.Collections.Immutable;
using System.Numerics;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime.Text;

namespace FundingReports.Coverage;

/// <summary>Promises that contradict one another as known on the as-of date: which of them pays what cannot be said.</summary>
internal static class Conflicts
{
    internal static void ThrowIfAny(KnownFacts facts)
    {
        ImmutableArray<Problem> problems = [.. In(facts)];
        if (problems.Length > 0)
            throw new PortfolioException(problems);
    }

    internal static IEnumerable<Problem> In(KnownFacts facts)
    {
        StrandBuilder? builder = null;
        for (int post = 0; post < facts.Portfolio.Posts.Length; post++)
        {
            // One alone cannot contradict another.
            if (Rests(facts, post) < 2)
                continue;
            var strands = (builder ??= new()).StrandsOf(facts, post);
            if ((On(facts, strands, post, FundingView.Agreed) ?? On(facts, strands, post, FundingView.Announced)) is { } problem)
                yield return problem;
        }
    }

    /// <summary>Whether promises to a post contradict one another in any view.</summary>
    internal static bool On(KnownFacts facts, int post)
    {
        if (Rests(facts, post) < 2)
            return false;
        var strands = StrandBuilder.Build(facts, post);
        return (On(facts, strands, post, FundingView.Agreed) ?? On(facts, strands, post, FundingView.Announced)) is not null;
    }

    /// <summary>How many promises take a part of what others leave.</summary>
    private static int Rests(KnownFacts facts, int post)
    {
        int rests = 0;
        foreach (var (commitment, _) in facts.PromisedTo(post))
            if (facts.Portfolio.Commitments[commitment].Amount is Amount.OfRemainder or Amount.Balance)
                rests++;
        return rests;
    }

    /// <summary>The first conflict of a post in a view.</summary>
    private static Problem? On(KnownFacts facts, Strand[] strands, int post, FundingView view)
    {
        // What is in force together changes for the worse only where something begins.
        var starts = strands.SelectMany(strand => strand.Segments.Select(segment => segment.Span.And(strand.InForce(view)))).Where(span => !span.IsEmpty).Select(span => span.From);
        string id = facts.Portfolio.Posts[post].Id, viewName = KebabCase.Of(view.ToString());
        foreach (Day day in starts.Distinct().Order())
        {
            string date = LocalDatePattern.Iso.Format(day.Date);
            var balances = InForce(Rule.Balance, day).ToList();
            if (balances.Count > 1)
                return new(ProblemCode.TwoBalances, $"posts[{post}]", id, id, IdOf(balances[0].Commitment), IdOf(balances[1].Commitment), date, viewName);
            (BigInteger numerator, BigInteger denominator) = Sum(InForce(Rule.PartOfRemainder, day).Select(item => item.Rate));
            if (numerator > denominator)
                return new(ProblemCode.RemaindersAboveOne, $"posts[{post}]", id, id, date, viewName, $"{numerator}/{denominator}");
        }
        return null;

        IEnumerable<(int Commitment, Fraction Rate)> InForce(Rule rule, Day day) =>
            from strand in strands
            where strand.InForce(view).Contains(day)
            from segment in strand.Segments
            where segment.Rule == rule && segment.Span.Contains(day)
            select (strand.Commitment, segment.Rate);

        string IdOf(int commitment) => facts.Portfolio.Commitments[commitment].Id;
    }

    internal static (BigInteger Numerator, BigInteger Denominator) Sum(IEnumerable<Fraction> shares)
    {
        BigInteger numerator = 0, denominator = 1;
        foreach (var share in shares)
        {
            numerator = numerator * (BigInteger)share.Denominator + (BigInteger)share.Numerator * denominator;
            denominator *= (BigInteger)share.Denominator;
            BigInteger gcd = BigInteger.GreatestCommonDivisor(numerator, denominator);
            (numerator, denominator) = (numerator / gcd, denominator / gcd);
        }
        return (numerator, denominator);
    }
}
