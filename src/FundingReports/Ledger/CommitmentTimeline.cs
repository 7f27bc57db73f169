using System.Numerics;

namespace FundingReports.Ledger;

/// <summary>One commitment on one post: what it pays a year, day by day, and what that is worth.</summary>
internal sealed class CommitmentTimeline
{
    /// <summary>The place of the commitment in the portfolio.</summary>
    internal required int Commitment { get; init; }

    /// <summary>The id of its funder.</summary>
    internal required string Funder { get; init; }

    /// <summary>The line of its funder (FIPD, FONJEP); null where there is none.</summary>
    internal string? Line { get; init; }

    /// <summary>Granted or signed: the firm and agreed views count it. All timelines are counted in the announced view.</summary>
    internal required bool Agreed { get; init; }

    /// <summary>Whether it is known which of its days an act has made firm.</summary>
    internal required bool FirmnessKnown { get; init; }

    /// <summary>The first day on which, outside instalments, the money is only possible, because the term is unknown.</summary>
    internal required DayNumber SureBefore { get; init; }

    /// <summary>Whether the amount is a sum, whose parts add up to it to the cent.</summary>
    internal required bool IsSum { get; init; }

    /// <summary>Of a total, the cents that its instalments leave where no day is left to spread them over.</summary>
    internal long Unspread { get; init; }

    /// <summary>The days on which the commitment is in force among granted and signed commitments.</summary>
    internal required DayRange AgreedDays { get; init; }

    /// <summary>The days on which the commitment is in force among announced, granted and signed commitments.</summary>
    internal required DayRange AnnouncedDays { get; init; }

    /// <summary>The periods in order, without overlap; the commitment pays nothing between them.</summary>
    internal required TimelinePeriod[] Periods { get; init; }

    internal DayRange InForce(FundingView view) => view == FundingView.Announced ? AnnouncedDays : Agreed ? AgreedDays : DayRange.Empty;

    /// <summary>What the money of a period is worth in a view, from a day on (until the next boundary).</summary>
    internal MoneyWorth WorthOf(in TimelinePeriod period, DayNumber day, FundingView view) => WorthOf(period.Firm, day, view);

    /// <inheritdoc cref="WorthOf(in TimelinePeriod, DayNumber, FundingView)"/>
    internal MoneyWorth WorthOf(bool firm, DayNumber day, FundingView view)
    {
        if (view == FundingView.Firm)
            return firm ? MoneyWorth.Sure : FirmnessKnown ? MoneyWorth.Nothing : MoneyWorth.Possible;
        return firm || day < SureBefore ? MoneyWorth.Sure : MoneyWorth.Possible;
    }
}

/// <summary>What money is worth in a view.</summary>
internal enum MoneyWorth
{
    Nothing,
    Possible,
    Sure,
}

/// <summary>Days on which the terms of a timeline do not change.</summary>
/// <param name="Days">The days.</param>
/// <param name="Rule">How the money is worked out.</param>
/// <param name="Firm">Whether an instalment covers the days.</param>
/// <param name="Rate">Cents a year, or the part.</param>
/// <param name="Cap">Cents a year at most; null where there is no cap.</param>
internal readonly record struct TimelinePeriod(DayRange Days, PaymentRule Rule, bool Firm, PackedFraction Rate, long? Cap);

/// <summary>An exact fraction, reduced, zero or more.</summary>
internal readonly record struct PackedFraction
{
    internal PackedFraction(Int128 numerator, Int128 denominator)
    {
        (Numerator, Denominator) = (numerator, denominator);
        if (denominator == 1 || Gcd(numerator, denominator) is var gcd && gcd == 1)
            return;
        (Numerator, Denominator) = (numerator / gcd, denominator / gcd);
    }

    // A share is reduced already.
    private PackedFraction(Share share) => (Numerator, Denominator) = (share.Numerator, share.Denominator);

    internal Int128 Numerator { get; }

    internal Int128 Denominator { get; }

    internal static PackedFraction Whole { get; } = new(1, 1);

    internal static PackedFraction Nothing { get; } = new(0, 1);

    internal static PackedFraction Of(Share share) => new(share);

    /// <summary>The same fraction in integers of any size: sums and products of many fractions may need more digits.</summary>
    internal Ratio ToRatio() => new((BigInteger)Numerator, (BigInteger)Denominator);

    /// <summary>A whole number that the fraction does not exceed.</summary>
    internal Int128 Ceiling => Denominator == 1 ? Numerator : Numerator < Denominator ? 1 : Numerator / Denominator + 1;

    internal PackedFraction Times(Factor factor) => factor == Factor.One
        ? this
        : new(checked(Numerator * factor.Numerator), checked(Denominator * factor.Denominator));

    internal PackedFraction AtMostOne() => Numerator > Denominator ? Whole : this;

    private static Int128 Gcd(Int128 left, Int128 right)
    {
        if (left <= long.MaxValue && right <= long.MaxValue)
        {
            long a = (long)left, b = (long)right;
            while (b != 0)
                (a, b) = (b, a % b);
            return a;
        }
        while (right != 0)
            (left, right) = (right, left % right);
        return left;
    }
}
