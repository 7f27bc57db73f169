namespace FundingReports.Portfolios;

/// <summary>Days on which an amount pays one post by one rule and rate.</summary>
/// <param name="Year">
/// Which of the successive twelve months from the first day of the commitment, from 0 on; null for the whole term.
/// </param>
/// <param name="Rule">How the money is worked out.</param>
/// <param name="Numerator">Of the cents a year of a sum, or of the share.</param>
/// <param name="Denominator">Of the cents a year of a sum, or of the share.</param>
internal readonly record struct AmountTerm(int? Year, PaymentRule Rule, Int128 Numerator, Int128 Denominator);

/// <summary>The terms of an amount on one post, as the amount writes them.</summary>
/// <remarks>
/// One instance serves many commitments: a list for each would be the largest allocation of a stream of a million posts.
/// </remarks>
internal sealed class AmountTerms
{
    /// <summary>The post's part in the sums.</summary>
    internal SumPart Part { get; private set; }

    /// <summary>The sums that instalments fix, for all the posts; they are taken from a sum for the whole period.</summary>
    internal List<Euros> Fixed { get; } = [];

    /// <summary>The weight of the days of the term that no instalment with an amount takes, in thirtieths of months.</summary>
    internal int FreeThirtieths { get; private set; }

    /// <summary>Of a sum for the whole period, the cents that its instalments leave where no day is left to spread them over.</summary>
    internal long Unspread { get; private set; }

    /// <summary>The terms, in the order of their days.</summary>
    internal List<AmountTerm> All { get; } = [];

    /// <summary>Forgets the previous commitment; the instalments of the next one are added afterwards.</summary>
    internal void Clear()
    {
        All.Clear();
        Fixed.Clear();
        Unspread = 0;
    }

    /// <summary>Has an amount write its terms.</summary>
    internal void Read(Amount amount, SumPart part, int freeThirtieths)
    {
        (Part, FreeThirtieths) = (part, freeThirtieths);
        amount.AddTerms(this);
    }

    /// <summary>Adds a sum in euros a year for all the posts, of which this post has its part.</summary>
    internal void AddYearly(Euros yearly, int? year = null) => All.Add(new(year, PaymentRule.Sum, Part.Of(yearly), 1));

    /// <summary>Adds cents of this post, spread over days of a given weight.</summary>
    internal void AddSpread(long cents, int thirtieths) =>
        All.Add(new(null, PaymentRule.Sum, (Int128)cents * Thirtieths.InAYear, thirtieths));

    /// <summary>Adds cents of this post for which no day is left: the days of the term pay nothing.</summary>
    internal void AddUnspread(long cents)
    {
        All.Add(new(null, PaymentRule.Sum, 0, 1));
        Unspread = cents;
    }

    /// <summary>Adds a share of the cost, or of what others leave of it.</summary>
    internal void AddShare(PaymentRule rule, Share share, int? year = null) =>
        All.Add(new(year, rule, share.Numerator, share.Denominator));
}
