using FundingReports.Exchange.Names;
using NodaTime;

namespace FundingReports.Exchange.Cells;

/// <summary>What a cell of somebody's file holds, before anybody says what it means.</summary>
internal readonly record struct GridCell(CellKind Kind, string Text, decimal Number = 0, LocalDate Day = default, string Format = "")
{
    internal static GridCell Blank { get; } = new(CellKind.Blank, "");

    internal static GridCell OfText(string text) => Plain.Trim(text) is { Length: > 0 } trimmed ? new(CellKind.Text, trimmed) : Blank;

    /// <summary>Whether the number, if it is one of a day, counts from 1904.</summary>
    internal bool Is1904 { get; init; }

    /// <summary>Whether it is struck through.</summary>
    internal Strike Strike { get; init; }

    /// <summary>
    /// Whether the text is too long for a sum, a date or a state: it is none of them, and is not searched for their patterns, which would
    /// take long.
    /// </summary>
    internal bool IsLong => Kind is CellKind.Text && Text.Length > LongestValue;

    internal const int LongestValue = 1_000;

    internal bool IsBlank => Kind is CellKind.Blank;

    /// <summary>Whether the cell shows its number as a percentage.</summary>
    internal bool IsPercent => Kind is CellKind.Number && Format.Contains('%', StringComparison.Ordinal);
}

/// <summary>Whether a line goes through a cell.</summary>
internal enum Strike : byte
{
    /// <summary>None does.</summary>
    None,

    /// <summary>It goes through all of it.</summary>
    Whole,

    /// <summary>It goes through some of its letters.</summary>
    Part,
}

/// <summary>The kinds of content.</summary>
internal enum CellKind
{
    /// <summary>An empty cell, or one with spaces only.</summary>
    Blank,

    /// <summary>Text, without the spaces around it.</summary>
    Text,

    /// <summary>A number that the cell does not show as a date.</summary>
    Number,

    /// <summary>A number that the cell shows as a date.</summary>
    Date,

    /// <summary>A truth value: VRAI or FAUX.</summary>
    Truth,

    /// <summary>An hour: nothing that a form asks for.</summary>
    Other,

    /// <summary>An error such as #REF!.</summary>
    Error,

    /// <summary>A formula that was never calculated.</summary>
    NoValue,
}
