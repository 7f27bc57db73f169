using System.Collections.Immutable;
using NodaTime;

namespace FundingReports.Portfolios;

public abstract partial record Amount
{
    /// <summary>A sum per year, spread by thirtieths of months.</summary>
    /// <param name="Yearly">In euros a year, for all the posts: the sum is split between them.</param>
    public sealed record Annual(Euros Yearly) : Amount
    {
        /// <inheritdoc/>
        public override AmountKind Kind => AmountKind.Annual;

        /// <inheritdoc/>
        public override int? Years => null;

        /// <inheritdoc/>
        public override Euros? WholeSum => null;

        internal override PaymentRule Rule => PaymentRule.Sum;

        internal override Ratio RestAtMost => Ratio.Zero;

        internal override ImmutableArray<Euros> Sums => [Yearly];

        internal override Int128? YearlySums(LocalDate? first, LocalDate from, LocalDate until) =>
            Yearly.Cents >= 0 ? (Int128)Yearly.Cents * Thirtieths.Between(from, until) : null;

        internal override Amount Filled() => this;

        internal override RenewedAmount Renewed(Factor factor, LocalDate from, LocalDate? until) => new(new Annual(Yearly.Times(factor)));

        internal override void AddTerms(AmountTerms terms) => terms.AddYearly(Yearly);
    }
}
