using System.Collections.Immutable;
using NodaTime;

namespace FundingReports.Portfolios;

public abstract partial record Amount
{
    /// <summary>A share of the cost of each post.</summary>
    /// <param name="Share">Of the cost, above zero and at most the whole.</param>
    public sealed partial record ShareOfCost(Share Share) : Amount
    {
        /// <inheritdoc/>
        public override AmountKind Kind => AmountKind.Share;

        /// <inheritdoc/>
        public override int? Years => null;

        /// <inheritdoc/>
        public override Euros? WholeSum => null;

        internal override PaymentRule Rule => PaymentRule.ShareOfCost;

        internal override Ratio RestAtMost => Ratio.Zero;

        internal override ImmutableArray<Share> Shares => [Share];

        internal override ImmutableArray<Euros> Sums => [];

        internal override Int128? YearlySums(LocalDate? first, LocalDate from, LocalDate until) => null;

        internal override Amount Filled() => this;

        internal override RenewedAmount Renewed(Factor factor, LocalDate from, LocalDate? until) =>
            RenewedAmount.Of(Share, factor, share => new ShareOfCost(share));

        internal override void AddTerms(AmountTerms terms) => terms.AddShare(PaymentRule.ShareOfCost, Share);
    }
}
