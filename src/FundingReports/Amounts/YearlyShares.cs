using System.Collections.Immutable;
using NodaTime;

namespace FundingReports.Portfolios;

public abstract partial record Amount
{
    /// <summary>A share of the cost for each successive twelve months from the first day (80/50/30); nothing after the last.</summary>
    /// <param name="Steps">Of the cost, each above zero and at most the whole: from 1 to 100 of them.</param>
    public sealed partial record YearlyShares(ImmutableArray<Share> Steps) : Amount
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => $"{nameof(YearlyShares)} {{ {Listed.Of(Steps)} }}";

        /// <inheritdoc/>
        public override AmountKind Kind => AmountKind.YearlyShares;

        /// <inheritdoc/>
        public override int? Years => Steps.Length;

        /// <inheritdoc/>
        public override Euros? WholeSum => null;

        internal override PaymentRule Rule => PaymentRule.ShareOfCost;

        internal override Ratio RestAtMost => Ratio.Zero;

        internal override ImmutableArray<Share> Shares => Steps;

        internal override ImmutableArray<Euros> Sums => [];

        internal override Int128? YearlySums(LocalDate? first, LocalDate from, LocalDate until) => null;

        internal override Amount Filled() => Steps.IsDefault ? new YearlyShares([]) : this;

        // A renewal keeps the last step.
        internal override RenewedAmount Renewed(Factor factor, LocalDate from, LocalDate? until) =>
            RenewedAmount.Of(Steps[^1], factor, share => new ShareOfCost(share));

        internal override void AddTerms(AmountTerms terms)
        {
            for (int k = 0; k < Steps.Length; k++)
                terms.AddShare(PaymentRule.ShareOfCost, Steps[k], k);
        }

        /// <summary>Whether both have the same steps.</summary>
        public bool Equals(YearlyShares? other) => other is not null && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Kind, Steps.AsSpan().Length, Steps.IsDefaultOrEmpty ? default : Steps[0]);
    }
}
