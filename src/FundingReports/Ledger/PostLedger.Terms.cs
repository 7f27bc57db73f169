namespace FundingReports.Ledger;

// The periods of all timelines, with their rates over the common denominator.
internal sealed partial class PostLedger<T>
{
    private PackedTerms[] terms = [];
    private int[] firstTerm = [];

    /// <summary>The terms of all timelines, one timeline after the other.</summary>
    internal PackedTerms[] Terms => terms;

    /// <summary>The place where the terms of each timeline begin; one entry more marks where the last ones end.</summary>
    internal int[] FirstTerm => firstTerm;

    /// <summary>A period with its rates over the common denominator.</summary>
    /// <param name="Days">The days.</param>
    /// <param name="Rule">How the money is worked out.</param>
    /// <param name="Firm">Whether an instalment covers the days.</param>
    /// <param name="HasCap">Whether there is a most a year.</param>
    /// <param name="PaysNothing">Whether the rate or the cap is nothing.</param>
    /// <param name="Rate">Of a sum: its yearly money, capped. Unused otherwise.</param>
    /// <param name="Numerator">Of a part: its numerator.</param>
    /// <param name="Denominator">Of a part: its denominator.</param>
    /// <param name="Cap">The most a year; meaningless where the period has no cap.</param>
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

    private PackedTerms TermsOf(in TimelinePeriod period)
    {
        T numerator = T.CreateChecked(period.Rate.Numerator), denominator = T.CreateChecked(period.Rate.Denominator);
        bool hasCap = period.Cap is not null, nothing = period.Cap == 0 || period.Rate.Numerator == 0;
        T cap = hasCap ? checked(T.CreateChecked(period.Cap!.Value) * Scale) : T.Zero;
        T rate = T.Zero;
        if (period.Rule == PaymentRule.Sum)
            rate = checked((denominator == T.One ? Scale : Scale / denominator) * numerator);
        return new(period.Days, period.Rule, period.Firm, hasCap, nothing, hasCap ? T.Min(rate, cap) : rate, numerator, denominator, cap);
    }
}
