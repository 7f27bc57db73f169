using System.Collections.Immutable;
using NodaTime;

namespace FundingReports.Portfolios;

public abstract partial record Amount
{
    /// <summary>A sum a year for each successive twelve months from the first day (degressive); nothing after the last.</summary>
    /// <param name="Steps">In euros a year, for all the posts: from 1 to 100 of them.</param>
    public sealed partial record YearlyAmounts(ImmutableArray<Euros> Steps) : Amount
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => $"{nameof(YearlyAmounts)} {{ {Listed.Of(Steps)} }}";

        /// <inheritdoc/>
        public override AmountKind Kind => AmountKind.YearlyAmounts;

        /// <inheritdoc/>
        public override int? Years => Steps.Length;

        /// <inheritdoc/>
        public override Euros? WholeSum => null;

        internal override PaymentRule Rule => PaymentRule.Sum;

        internal override Ratio RestAtMost => Ratio.Zero;

        internal override ImmutableArray<Euros> Sums => Steps;

        internal override Int128? YearlySums(LocalDate? first, LocalDate from, LocalDate until)
        {
            if (first is not { } begins || Steps.Length > MostYears || Steps.Any(step => step.Cents < 0))
                return null;
            Int128 sum = 0;
            for (int k = 0; k < Steps.Length; k++)
            {
                LocalDate start = LocalDate.Max(from, begins.PlusYears(k)),
                    end = LocalDate.Min(until, begins.PlusYears(k + 1).PlusDays(-1));
                if (start <= end)
                    sum += (Int128)Steps[k].Cents * Thirtieths.Between(start, end);
            }
            return sum;
        }

        internal override Amount Filled() => Steps.IsDefault ? new YearlyAmounts([]) : this;

        // A renewal keeps the last step.
        internal override RenewedAmount Renewed(Factor factor, LocalDate from, LocalDate? until) =>
            new(new Annual(Steps[^1].Times(factor)));

        internal override void AddTerms(AmountTerms terms)
        {
            for (int k = 0; k < Steps.Length; k++)
                terms.AddYearly(Steps[k], k);
        }

        /// <summary>Whether both have the same steps.</summary>
        public bool Equals(YearlyAmounts? other) => other is not null && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Kind, Steps.AsSpan().Length, Steps.IsDefaultOrEmpty ? default : Steps[0]);
    }
}
