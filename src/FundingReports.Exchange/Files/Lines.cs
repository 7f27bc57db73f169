using FundingReports.Exchange.Cells;

namespace FundingReports.Exchange.Files;

/// <summary>
/// The lines of a table one after the other, none of them kept: a file of a million lines needs no more memory than one of a thousand.
/// </summary>
internal abstract class Lines : IDisposable
{
    /// <summary>The sheet; of a text, the name of the file.</summary>
    internal abstract string Sheet { get; }

    /// <summary>The number of the line, from 1, as a spreadsheet shows it.</summary>
    internal abstract int Number { get; }

    /// <summary>How many cells the line has.</summary>
    internal abstract int Count { get; }

    /// <summary>Whether a separator may have cut a value in two.</summary>
    internal abstract bool IsText { get; }

    /// <summary>Goes to the next line; false after the last one.</summary>
    /// <exception cref="NotReadException">The file is damaged.</exception>
    internal abstract bool Next();

    /// <summary>The cell of a column (from 1) of this line.</summary>
    internal abstract GridCell Cell(int column);

    /// <inheritdoc/>
    public virtual void Dispose() { }
}
