using System.Collections.Immutable;
using NodaTime;

namespace FundingReports.Portfolios;

public abstract partial record Amount
{
    /// <summary>What is left after all other kinds: "le Département prend en charge le reste".</summary>
    public sealed partial record Balance : Amount
    {
        /// <inheritdoc/>
        public override AmountKind Kind => AmountKind.Balance;

        /// <inheritdoc/>
        public override int? Years => null;

        /// <inheritdoc/>
        public override Euros? WholeSum => null;

        internal override PaymentRule Rule => PaymentRule.Balance;

        internal override Ratio RestAtMost => Ratio.One;

        internal override ImmutableArray<Euros> Sums => [];

        internal override Int128? YearlySums(LocalDate? first, LocalDate from, LocalDate until) => null;

        internal override Amount Filled() => this;

        // A renewed balance is still a balance, whatever the factor: the other funders decide how much it is.
        internal override RenewedAmount Renewed(Factor factor, LocalDate from, LocalDate? until) => new(this);

        internal override void AddTerms(AmountTerms terms) => terms.AddShare(PaymentRule.Balance, Share.Whole);
    }
}
