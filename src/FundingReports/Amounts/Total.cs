using System.Collections.Immutable;
using NodaTime;

namespace FundingReports.Portfolios;

public abstract partial record Amount
{
    /// <summary>A sum for the whole period; the term must be a date.</summary>
    /// <param name="Sum">In euros, for all the posts and the whole period.</param>
    public sealed partial record Total(Euros Sum) : Amount
    {
        /// <inheritdoc/>
        public override AmountKind Kind => AmountKind.Total;

        /// <inheritdoc/>
        public override int? Years => null;

        /// <inheritdoc/>
        public override Euros? WholeSum => Sum;

        internal override PaymentRule Rule => PaymentRule.Sum;

        internal override Ratio RestAtMost => Ratio.Zero;

        internal override ImmutableArray<Euros> Sums => [Sum];

        internal override Int128? YearlySums(LocalDate? first, LocalDate from, LocalDate until) => null;

        internal override Amount Filled() => this;

        // A renewed total promises the same sum per year, rounded to the cent, then multiplied by the factor.
        internal override RenewedAmount Renewed(Factor factor, LocalDate from, LocalDate? until) =>
            new(new Annual(Sum.Times(new(Thirtieths.InAYear, Thirtieths.Between(from, until!.Value))).Times(factor)));

        // A total stays a total: what its priced instalments leave is spread over the days that they do not take.
        internal override void AddTerms(AmountTerms terms)
        {
            long left = terms.Part.LeftOf(Sum, terms.Fixed);
            if (terms.FreeThirtieths > 0)
                terms.AddSpread(left, terms.FreeThirtieths);
            else
                terms.AddUnspread(left);
        }
    }
}
