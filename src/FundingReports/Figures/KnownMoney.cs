using FundingReports.Ledger;
using System.Collections.Immutable;

namespace FundingReports.Figures;

/// <summary>Makes a known sum of packed cents, or an unknown one with what is missing.</summary>
internal static class KnownMoney
{
    /// <param name="cents">The sum in cents; <see cref="PostFigures.Unknown"/> where it is not known.</param>
    /// <param name="missing">What would have to be known.</param>
    internal static Knowable<Euros> Of(long cents, ImmutableArray<Missing> missing) =>
        cents == PostFigures.Unknown ? Knowable<Euros>.Unknown(missing) : Knowable<Euros>.Known(Euros.FromCents(cents));
}
