using System.Numerics;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Coverage;

/// <summary>A post and what is known of it → its figures.</summary>
internal static class PostAnalyzer
{
    internal static PostFigures Analyze(KnownFacts facts, int post, int lastYear) => Analyze(CaseOf(facts, post, lastYear));

    /// <summary>The money of some of the post's days in a view, in cents; unknown where any of it is.</summary>
    internal static long MoneyOn(KnownFacts facts, int post, Span days, FundingView view) => Sum(On(facts, post, days)[view].Funding);

    /// <summary>What is missing on some of the post's days in a view, in cents, rounded once; unknown where any of it is.</summary>
    internal static long ShortfallOn(KnownFacts facts, int post, Span days, FundingView view) =>
        Ask(CaseOf(facts, post, facts.AsOf.Year), calculator => calculator.ShortfallOn(days, view));

    /// <summary>The figures of the post as if it lived on these days only, known as on the as-of date.</summary>
    private static PostFigures On(KnownFacts facts, int post, Span days) =>
        Analyze(CaseOf(facts, post, days.To.Eve.Year) with { Life = days, AsOf = days.From });

    private static long Sum(long[] years)
    {
        long sum = 0;
        foreach (long year in years)
            sum = SumTie.Sum(sum, year);
        return sum;
    }

    private static PostFigures Analyze(PostCase subject) => Ask(subject, calculator => calculator.Run());

    /// <summary>Asks something of the calculation of a post, in the narrowest integers that hold it.</summary>
    internal static TAnswer Ask<TAnswer>(PostCase subject, Func<IPostCalculator, TAnswer> question)
    {
        BigInteger scale = ScaleOf(subject);
        long bits = BitsOf(subject, scale);
        try
        {
            if (bits <= 62)
                return question(new PostCalculator<long>(subject, scale));
            if (bits <= 126)
                return question(new PostCalculator<Int128>(subject, scale));
        }
        catch (OverflowException)
        {
            // The estimate was short of the truth; the widest integers have no limit.
        }
        return question(new PostCalculator<BigInteger>(subject, scale));
    }

    internal static PostCase CaseOf(KnownFacts facts, int index, int lastYear)
    {
        var post = facts.Portfolio.Posts[index];
        // The validator holds that a post has a first day or one on which it is attested.
        Day first = Day.Of((post.From ?? post.AttestedOn)!.Value.First);
        Day end = post.Until is { } until ? Day.After(until.Last) : Day.Never;
        return new(index, new(first, end), CostTimeline.Of(facts, post), Day.Of(facts.AsOf), lastYear, StrandBuilder.Build(facts, index));
    }

    /// <summary>The least denominator, in parts of a cent a year, over which every rate of the post is whole.</summary>
    private static BigInteger ScaleOf(PostCase subject)
    {
        BigInteger rates = BigInteger.One, remainders = BigInteger.One, balances = BigInteger.One;
        foreach (var strand in subject.Strands)
            foreach (ref readonly var segment in strand.Segments.AsSpan())
            {
                if (segment.Rate.Denominator == 1)
                    continue;
                BigInteger denominator = (BigInteger)segment.Rate.Denominator;
                if (segment.Rule is Rule.Sum or Rule.PartOfCost)
                    rates = Lcm(rates, denominator);
                else if (segment.Rule == Rule.PartOfRemainder)
                    remainders = Lcm(remainders, denominator);
                else if (segment.Rule == Rule.Balance)
                    balances = Lcm(balances, denominator);
            }
        return rates * remainders * balances;
    }

    /// <summary>Bits that the largest product of the calculation may take.</summary>
    private static long BitsOf(PostCase subject, BigInteger scale)
    {
        Int128 money = 1;
        Day first = Day.FirstOf(subject.AsOf.Year), last = Day.FirstOf(subject.LastYear + 1);
        long terms = 1;
        foreach (var (_, cents) in subject.Costs)
            money = Int128.Max(money, cents ?? 1);
        Int128 largestCost = money;
        foreach (var strand in subject.Strands)
            foreach (ref readonly var segment in strand.Segments.AsSpan())
            {
                first = Day.Min(first, segment.Span.From);
                if (segment.Span.To != Day.Never)
                    last = Day.Max(last, segment.Span.To);
                if (segment.Rule == Rule.Sum)
                    money += segment.Rate.Numerator / segment.Rate.Denominator + 1;
                else
                    money += largestCost * (segment.Rate.Numerator / segment.Rate.Denominator + 1);
                if (segment.Cap is { } cap)
                    money = Int128.Max(money, cap);
                terms = Math.Max(terms, Bits(segment.Rate.Numerator));
            }
        long weight = last.Thirtieths - first.Thirtieths;
        // Money × scale × days of all the years, or × a numerator before it is divided; and one for doubling.
        return Bits(money) + (long)scale.GetBitLength() + Math.Max(Bits(Math.Max(weight, 360)), terms) + 3;
    }

    private static long Bits(Int128 value) => 128 - (long)Int128.LeadingZeroCount(value);

    private static BigInteger Lcm(BigInteger left, BigInteger right) =>
        left / BigInteger.GreatestCommonDivisor(left, right) * right;
}
