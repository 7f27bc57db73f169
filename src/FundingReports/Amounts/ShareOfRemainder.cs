using System.Collections.Immutable;
using NodaTime;

namespace FundingReports.Portfolios;

public abstract partial record Amount
{
    /// <summary>A share of what sums and shares of the cost leave of it.</summary>
    /// <param name="Share">Of what is left, above zero and at most the whole.</param>
    public sealed partial record ShareOfRemainder(Share Share) : Amount
    {
        /// <inheritdoc/>
        public override AmountKind Kind => AmountKind.ShareOfRemainder;

        /// <inheritdoc/>
        public override int? Years => null;

        /// <inheritdoc/>
        public override Euros? WholeSum => null;

        internal override PaymentRule Rule => PaymentRule.ShareOfRemainder;

        internal override Ratio RestAtMost => Ratio.Of(Share);

        internal override ImmutableArray<Share> Shares => [Share];

        internal override ImmutableArray<Euros> Sums => [];

        internal override Int128? YearlySums(LocalDate? first, LocalDate from, LocalDate until) => null;

        internal override Amount Filled() => this;

        internal override RenewedAmount Renewed(Factor factor, LocalDate from, LocalDate? until) =>
            RenewedAmount.Of(Share, factor, share => new ShareOfRemainder(share));

        internal override void AddTerms(AmountTerms terms) => terms.AddShare(PaymentRule.ShareOfRemainder, Share);
    }
}
