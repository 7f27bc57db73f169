namespace FundingReports.Coverage;

/// <content>The segments of all strands, with their rates over the common denominator.</content>
internal sealed partial class PostCalculator<T>
{
    private Terms[] terms = [];

    /// <summary>Of each strand, where its terms begin; one entry more says where the last ones end.</summary>
    private int[] firstTerm = [];

    /// <summary>A segment with its rates over the common denominator.</summary>
    /// <param name="Days">The days.</param>
    /// <param name="Rule">How the money is worked out.</param>
    /// <param name="Firm">Whether an instalment covers the days.</param>
    /// <param name="HasCap">Whether there is a most a year.</param>
    /// <param name="PaysNothing">Whether the rate or the cap is nothing.</param>
    /// <param name="Rate">Of a sum: its yearly money, capped. Unused otherwise.</param>
    /// <param name="Numerator">Of a part: its numerator.</param>
    /// <param name="Denominator">Of a part: its denominator.</param>
    /// <param name="Cap">The most a year; meaningless where the segment has no cap.</param>
    private readonly record struct Terms(Span Days, Rule Rule, bool Firm, bool HasCap, bool PaysNothing, T Rate, T Numerator, T Denominator, T Cap)
    {
        internal T PartOf(T amount) => checked(Denominator == T.One ? amount * Numerator : amount * Numerator / Denominator);

        internal T CappedPartOf(T amount) => HasCap ? T.Min(PartOf(amount), Cap) : PartOf(amount);
    }

    private void LoadTerms()
    {
        Fit(ref firstTerm, StrandCount + 1);
        for (int s = 0; s < StrandCount; s++)
            firstTerm[s + 1] = firstTerm[s] + post.Strands[s].Segments.Length;
        Fit(ref terms, firstTerm[StrandCount]);
        for (int s = 0; s < StrandCount; s++)
            for (int i = 0; i < post.Strands[s].Segments.Length; i++)
                terms[firstTerm[s] + i] = TermsOf(post.Strands[s].Segments[i]);
    }

    private Terms TermsOf(in Segment segment)
    {
        T numerator = T.CreateChecked(segment.Rate.Numerator), denominator = T.CreateChecked(segment.Rate.Denominator);
        bool hasCap = segment.Cap is not null, nothing = segment.Cap == 0 || segment.Rate.Numerator == 0;
        T cap = hasCap ? checked(T.CreateChecked(segment.Cap!.Value) * scale) : T.Zero;
        T rate = T.Zero;
        if (segment.Rule == Rule.Sum)
            rate = checked((denominator == T.One ? scale : scale / denominator) * numerator);
        return new(segment.Span, segment.Rule, segment.Firm, hasCap, nothing, hasCap ? T.Min(rate, cap) : rate, numerator, denominator, cap);
    }
}
