namespace FundingReports.Ledger;

/// <content>The terms of all timelines, with their rates over the common denominator.</content>
internal sealed partial class PostLedger<T>
{
    private PackedTerms[] terms = [];
    private int[] firstTerm = [];

    /// <summary>The terms of all timelines, one timeline after the other.</summary>
    internal PackedTerms[] Terms => terms;

    /// <summary>The place where the terms of each timeline begin; one entry more marks where the last ones end.</summary>
    internal int[] FirstTerm => firstTerm;

    /// <summary>A term with its rates over the common denominator.</summary>
    /// <param name="Days">The days.</param>
    /// <param name="Rule">How the money is worked out.</param>
    /// <param name="Firm">Whether an instalment covers the days.</param>
    /// <param name="HasCap">Whether there is a cap.</param>
    /// <param name="PaysNothing">Whether the rate or the cap is zero.</param>
    /// <param name="Rate">For a sum: its yearly money, capped. Unused otherwise.</param>
    /// <param name="Numerator">For a part: its numerator.</param>
    /// <param name="Denominator">For a part: its denominator.</param>
    /// <param name="Cap">The cap, per year; it has no meaning where the term has none.</param>
    internal readonly record struct PackedTerms(
        DayRange Days, PaymentRule Rule, bool Firm, bool HasCap, bool PaysNothing, T Rate, T Numerator, T Denominator, T Cap)
    {
        internal T PartOf(T amount) => checked(Denominator == T.One ? amount * Numerator : amount * Numerator / Denominator);

        internal T CappedPartOf(T amount) => HasCap ? T.Min(PartOf(amount), Cap) : PartOf(amount);
    }

    private void LoadTerms()
    {
        Fit(ref firstTerm, TimelineCount + 1);
        for (int s = 0; s < TimelineCount; s++)
            firstTerm[s + 1] = firstTerm[s] + Post.Timelines[s].Periods.Length;
        Fit(ref terms, firstTerm[TimelineCount]);
        for (int s = 0; s < TimelineCount; s++)
            for (int i = 0; i < Post.Timelines[s].Periods.Length; i++)
                terms[firstTerm[s] + i] = TermsOf(Post.Timelines[s].Periods[i]);
    }

    private PackedTerms TermsOf(in TimelinePeriod segment)
    {
        T numerator = T.CreateChecked(segment.Rate.Numerator), denominator = T.CreateChecked(segment.Rate.Denominator);
        bool hasCap = segment.Cap is not null, nothing = segment.Cap == 0 || segment.Rate.Numerator == 0;
        T cap = hasCap ? checked(T.CreateChecked(segment.Cap!.Value) * Scale) : T.Zero;
        T rate = T.Zero;
        if (segment.Rule == PaymentRule.Sum)
            rate = checked((denominator == T.One ? Scale : Scale / denominator) * numerator);
        return new(
            segment.Days, segment.Rule, segment.Firm, hasCap, nothing, hasCap ? T.Min(rate, cap) : rate, numerator, denominator, cap);
    }
}
