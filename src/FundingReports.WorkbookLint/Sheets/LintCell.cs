using FundingReports.Wording;

namespace FundingReports.WorkbookLint.Sheets;

/// <summary>What a cell holds.</summary>
internal enum LintKind
{
    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>Words.</summary>
    Text,

    /// <summary>A number, or a date.</summary>
    Number,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>An error, such as #REF!.</summary>
    Error,
}

/// <summary>A cell as it stands in the file.</summary>
/// <param name="Column">From 1.</param>
/// <param name="Style">The index of its style.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">Its text, or its value as written.</param>
/// <param name="Formula">Its formula; "" if that is written elsewhere, null if there is none.</param>
internal readonly record struct LintCell(int Column, int Style, LintKind Kind, LintText Text, string? Formula)
{
    /// <summary>Nothing to read, or nothing but spaces.</summary>
    internal bool IsBlank => Kind is LintKind.Blank || Kind is LintKind.Text && string.IsNullOrWhiteSpace(Text.Value);
}

/// <summary>A row, its cells in the order of the file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Height">In points, null where the spreadsheet chooses it.</param>
/// <param name="Cells">Its cells; the list is used again for the next row.</param>
internal readonly record struct LintRow(int Number, double? Height, List<LintCell> Cells);
