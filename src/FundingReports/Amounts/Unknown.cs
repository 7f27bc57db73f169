using System.Collections.Immutable;
using NodaTime;

namespace FundingReports.Portfolios;

public abstract partial record Amount
{
    /// <summary>A promise whose amount nobody has published ("financés en partie par l'État").</summary>
    public sealed partial record Unknown : Amount
    {
        /// <inheritdoc/>
        public override AmountKind Kind => AmountKind.Unknown;

        /// <inheritdoc/>
        public override int? Years => null;

        /// <inheritdoc/>
        public override Euros? WholeSum => null;

        internal override PaymentRule Rule => PaymentRule.Unknown;

        internal override Ratio RestAtMost => Ratio.Zero;

        internal override ImmutableArray<Euros> Sums => [];

        internal override Int128? YearlySums(LocalDate? first, LocalDate from, LocalDate until) => null;

        internal override Amount Filled() => this;

        // A scenario refuses to renew an unknown amount; nothing else asks for its renewal.
        internal override RenewedAmount Renewed(Factor factor, LocalDate from, LocalDate? until) => new(this);

        internal override void AddTerms(AmountTerms terms) => terms.AddShare(PaymentRule.Unknown, Share.Whole);
    }
}
