using System.Collections.Immutable;

namespace FundingReports.Exchange;

/// <summary>What somebody says of a form beside what it says itself.</summary>
public sealed record IntakeOptions
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{(Corrections.IsDefault ? 0 : Corrections.Length)} corrections";

    /// <summary>
    /// Cells put right, each read in place of what the file holds. What was corrected is said (<see cref="IntakeReading.Corrected"/>,
    /// and a problem at the cell), and stands among the sources of the portfolio; of two for one cell the later one holds.
    /// </summary>
    public ImmutableArray<CellCorrection> Corrections { get; init; } = [];

    /// <summary>Whether both say the same.</summary>
    public bool Equals(IntakeOptions? other) => other is not null && Corrections.AsSpan().SequenceEqual(other.Corrections.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Corrections.Length;
}
