using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>A cell as somebody puts it right: read in place of what the file holds, by the same rules.</summary>
/// <param name="Cell">Which cell; one that the file leaves blank may be filled in.</param>
/// <param name="Value">What it is to say, as it would be typed into a spreadsheet; empty for a blank cell.</param>
public sealed record CellCorrection(SheetCell Cell, string Value);

/// <summary>A cell that was read otherwise than the file has it.</summary>
/// <param name="Cell">Which cell.</param>
/// <param name="Was">What the file says, of personal data masked; empty where it says nothing.</param>
/// <param name="Value">What was read instead, of personal data masked; empty for a blank cell.</param>
public sealed record CorrectedCell(SheetCell Cell, string Was, string Value);

/// <summary>A row of a file as it is written.</summary>
/// <param name="Sheet">The name of its sheet.</param>
/// <param name="Row">Its number, from 1, as a spreadsheet shows it.</param>
/// <param name="Cells">What its cells show, from the first column on; empty texts for blank cells.</param>
public sealed record WrittenRow(string Sheet, int Row, System.Collections.Immutable.ImmutableArray<string> Cells)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Sheet}, row {Row}: {Cells.Length} cells";

    /// <summary>Whether both are the same row and show the same.</summary>
    public bool Equals(WrittenRow? other) =>
        other is not null && Sheet == other.Sheet && Row == other.Row && Cells.AsSpan().SequenceEqual(other.Cells.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sheet, Row, Cells.Length);
}
