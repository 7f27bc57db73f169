using System.Collections.Immutable;
using FundingReports.Validation;

namespace FundingReports.Exchange.Cells;

/// <summary>Why a cell was not understood.</summary>
internal sealed record FileTrouble(ProblemCode Code, ImmutableArray<string> Arguments)
{
    /// <summary>
    /// The cell is nothing of what its column asks for: money, amount, share, date, number, year, list, pairs, text, yes-no.
    /// </summary>
    internal static FileTrouble Unreadable(string what) => new(ProblemCode.UnreadableCell, [what]);

    /// <summary>The cell may mean two things.</summary>
    internal static FileTrouble Ambiguous(string what) => new(ProblemCode.AmbiguousCell, [what]);

    /// <summary>The trouble of a value, in the words of a form where those of JSON would mislead.</summary>
    internal static FileTrouble? Of(ProblemCode? code, string what) => code switch
    {
        null => null,
        ProblemCode.InvalidMoney or ProblemCode.InvalidShare or ProblemCode.InvalidNumber or ProblemCode.InvalidDate => Unreadable(what),
        _ => new(code.Value, []),
    };
}

/// <summary>Reads a cell as what its column asks for, or says why it cannot be.</summary>
internal delegate FileTrouble? CellReader<T>(GridCell cell, out T value);
