using System.Numerics;
using CsCheck;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using DayNumber = FundingReports.Ledger.DayNumber;
using PackedFraction = FundingReports.Ledger.PackedFraction;

namespace FundingReports.Tests.Calculation;

/// <summary>How wide the integers of a post are, and that narrower ones say that they overflow, and never another figure.</summary>
public class WidthTests
{
    /// <summary>Costs far above any that may be written, so that narrow integers do overflow.</summary>
    private static readonly Gen<PostCase> cases = Gen.Select(Generators.Question, Gen.Int[0, 3],
        Gen.Frequency((3, Gen.Long[1, 1_000_000]), (1, Gen.Long[1, 1_000_000_000]))).Select((question, post, times) =>
    {
        var subject = new PostLedgers()
            .CaseOf(new KnownFacts(FundingReports.Portfolio.Create(question.Facts), question.AsOf), post % question.Facts.Posts.Length,
                question.Through.Year);
        return subject with { Costs = [.. subject.Costs.Select(cost => (cost.From, cost.Cents * times))] };
    });

    private static readonly RiskHorizon ahead = new(DayNumber.FirstOf(2030), DayNumber.FirstOf(2030), new(3, 4), DayNumber.FirstOf(2030),
        new(4, 5));

    // From small ones that share factors to those of a hundred bits.
    private static readonly Gen<Int128> number = Gen.Select(Gen.Int[1, 100], Gen.Frequency((1, Gen.Const(0)), (1, Gen.Int[0, 90])),
        (small, bits) => (Int128)small << bits);

    // Denominators of contrived shares, and those whose product no 64 bits hold.
    private static readonly long[] contrived = [999_983, 1_000_000, 999_979, 1_000_000_000, 999_999_937, 2_147_483_647, 2_147_483_648,
        4_294_967_296];

    private static readonly Gen<(PaymentRule Rule, long Numerator, long Denominator)[]> rates = Gen.Select(
        Gen.Int[0, 4], Gen.Long[0, 1_000_000],
        Gen.Frequency((4, Gen.Long[1, 60]), (2, Gen.Int[0, contrived.Length - 1].Select(i => contrived[i]))),
        (rule, numerator, denominator) => ((PaymentRule)rule, numerator, denominator)).Array[0, 7];

    [Fact]
    public void Scale_IsTheLeastOverWhichEveryRateIsWhole() => rates.Sample(given =>
    {
        Assert.Equal(Least(given), IntegerWidth.Of(CaseOf(given)).Scale);
    }, iter: Rounds.Of(2000));

    /// <summary>Products that 64 bits do not hold, within a rule and across them.</summary>
    [Theory]
    [InlineData("C999983 C999979 C999961 C999959")]
    [InlineData("R999983 R999979 R999961 R999959")]
    [InlineData("B999983 B999979 B999961 B999959")]
    [InlineData("C2147483647 C2147483629 C3")]
    [InlineData("R2147483647 R2147483629 R3")]
    [InlineData("B2147483647 B2147483629 B3")]
    [InlineData("C4294967291 C4294967279 C2")]
    [InlineData("C4294967291 R4294967279")]
    [InlineData("C2147483647 R2147483629 B2147483587")]
    [InlineData("C2147483647 B2147483587 R2147483629 C5")]
    [InlineData("C9007199254740881 C9007199254740847")]
    [InlineData("C2147483647 C9007199254740881")]
    [InlineData("C2147483647 R2147483629 B2147483587 C2147483579")]
    public void Scale_PastSixtyFourBits_IsExact(string given)
    {
        (PaymentRule, long, long)[] these = [.. given.Split(' ')
                .Select(one =>
                        (one[0] switch { 'C' => PaymentRule.ShareOfCost, 'R' => PaymentRule.ShareOfRemainder,
                            _ => PaymentRule.Balance }, 1L,
                            long.Parse(one[1..], null)))];
        Assert.Equal(Least(these), IntegerWidth.Of(CaseOf(these)).Scale);
    }

    private static BigInteger Least((PaymentRule Rule, long Numerator, long Denominator)[] given)
    {
        BigInteger expected = BigInteger.One;
        foreach (
            PaymentRule[] together in (PaymentRule[][])[[PaymentRule.Sum, PaymentRule.ShareOfCost], [PaymentRule.ShareOfRemainder],
                [PaymentRule.Balance]])
        {
            BigInteger least = BigInteger.One;
            foreach (var rate in given.Where(rate => together.Contains(rate.Rule))
                    .Select(rate => new PackedFraction(rate.Numerator, rate.Denominator)))
                least = least * (BigInteger)rate.Denominator / BigInteger.GreatestCommonDivisor(least, (BigInteger)rate.Denominator);
            expected *= least;
        }
        return expected;
    }

    [Fact]
    public void NarrowIntegers_SayWhatTheWidestSay_OrThatTheyOverflow()
    {
        int told = 0, overflowed = 0;
        cases.Sample(subject =>
        {
            IntegerWidth width = IntegerWidth.Of(subject);
            string[] exact = FigureText.Of(new PostCalculator<BigInteger>(new PostLedger<BigInteger>().Load(subject, width.Scale))
                    .Run(ahead));
            Ask(() => FigureText.Of(new PostCalculator<long>(new PostLedger<long>().Load(subject, (long)width.Scale)).Run(ahead)));
            Ask(() => FigureText.Of(new PostCalculator<Int128>(new PostLedger<Int128>().Load(subject, (Int128)width.Scale)).Run(ahead)));

            void Ask(Func<string[]> narrow)
            {
                try
                {
                    Assert.Equal(exact, narrow());
                    Interlocked.Increment(ref told);
                }
                catch (OverflowException)
                {
                    Interlocked.Increment(ref overflowed);
                }
            }
        }, iter: Rounds.Of(2000));
        Assert.True(told > 0 && overflowed > 0, $"{told} told, {overflowed} overflowed");
    }

    /// <summary>After the years shown nothing is added up, and a part of the cost is a ratio of numbers that just fit.</summary>
    [Fact]
    public void PartAfterTheYearsShown_OfNumbersThatJustFit_IsExact()
    {
        (PaymentRule, long, long)[] both = [(PaymentRule.ShareOfCost, 1, 1), (PaymentRule.ShareOfCost, 1, 89_999_999)];
        var later = CaseOf(both, new(DayNumber.FirstOf(2030), DayNumber.Never), 99_999_999_999)
            with { AsOf = DayNumber.FirstOf(2022), FirstYear = 2022 };
        var scale = IntegerWidth.Of(later).Scale;
        Assert.Equal(
            FigureText.Of(new PostCalculator<BigInteger>(new PostLedger<BigInteger>().Load(later, scale)).Run(ahead)),
            FigureText.Of(new PostCalculator<long>(new PostLedger<long>().Load(later, (long)scale)).Run(ahead)));
    }

    /// <summary>An exact fraction is reduced, and its ceiling is the least whole number that it does not exceed, or one more.</summary>
    [Fact]
    public void Fraction_OfAnyNumbers_IsReduced() => Gen.Select(number, number).Sample((numerator, denominator) =>
    {
        var fraction = new PackedFraction(numerator, denominator);
        BigInteger gcd = BigInteger.GreatestCommonDivisor((BigInteger)numerator, (BigInteger)denominator);
        Assert.Equal(((BigInteger)numerator / gcd, (BigInteger)denominator / gcd),
            ((BigInteger)fraction.Numerator, (BigInteger)fraction.Denominator));
        Assert.Equal(fraction.Denominator == 1 ? fraction.Numerator : fraction.Numerator / fraction.Denominator + 1, fraction.Ceiling);
    }, iter: Rounds.Of(2000));

    /// <summary>What is asked of most posts fits in 64 bits; the widest are never asked for what money and shares can be.</summary>
    [Fact]
    public void OrdinaryPost_TakesTheNarrowest()
    {
        (PaymentRule, long, long)[] halves = [(PaymentRule.ShareOfCost, 1, 2), (PaymentRule.ShareOfCost, 1, 2),
            (PaymentRule.Sum, 716_400, 1)];
        Assert.InRange(IntegerWidth.Of(CaseOf(halves)).Bits, 1, 62);
        (PaymentRule, long, long)[] contrived = [(PaymentRule.ShareOfCost, 333_333, 1_000_000),
            (PaymentRule.ShareOfRemainder, 1, 999_983)];
        Assert.InRange(IntegerWidth.Of(CaseOf(contrived)).Bits, 63, 126);
    }

    /// <summary>The same half of two costs is one piece, also where shares of a thousand millionths need more than 64 bits.</summary>
    [Fact]
    public void SamePartOfTwoCosts_IsOnePiece_WhateverTheWidth()
    {
        var post = OnePost.Analyze([("2022-01-01", 50_000), ("2024-01-01", 60_001)],
            OnePost.Pays("A", OnePost.Part(1, 2)), OnePost.Pays("B", OnePost.Part(1, 999_999_937)),
            OnePost.Pays("C", new Amount.ShareOfRemainder(Share.Of(1, 999_999_893))));
        Assert.Single(post.Agreed.Pieces);
        Assert.Empty(SelfCheck.Of(post.Figures));
    }

    private static PostCase CaseOf((PaymentRule Rule, long Numerator, long Denominator)[] rates) =>
        CaseOf(rates, new(DayNumber.FirstOf(2022), DayNumber.FirstOf(2026)), 5_000_000);

    private static PostCase CaseOf((PaymentRule Rule, long Numerator, long Denominator)[] rates, DayRange life, long cost)
    {
        CommitmentTimeline[] timelines =
        [
            .. rates.Select((rate, i) => new CommitmentTimeline
            {
                Commitment = i, Funder = "E", Agreed = true, FirmnessKnown = true, SureBefore = DayNumber.Never,
                IsSum = rate.Rule == PaymentRule.Sum,
                AgreedDays = life, AnnouncedDays = life,
                Periods = [new(life, rate.Rule, true, new(rate.Numerator, rate.Denominator), null)],
            }),
        ];
        return new(0, life, [(life.From, cost)], life.From, life.From.Year, 2026, timelines);
    }
}
