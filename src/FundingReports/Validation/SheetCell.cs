using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FundingReports.Validation;

/// <summary>A place in somebody's workbook or .csv.</summary>
/// <param name="Sheet">The sheet; of a .csv, the name of the file without its extension.</param>
/// <param name="Row">The row, from 1, as a spreadsheet shows it.</param>
/// <param name="Column">The column, from 1; null for the row as a whole.</param>
public readonly partial record struct SheetCell(string Sheet, int Row, int? Column)
{
    // "XFD" is the last that a spreadsheet has.
    private const int MostLetters = 3;

    /// <summary>The place on its sheet, as a spreadsheet names it: <c>F12</c>; of a row, <c>12</c>.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"{(Column is { } column ? LettersOf(column) : "")}{Row}");

    /// <summary>The place as problems name it: <c>Plan!F12</c>.</summary>
    public override string ToString() => $"{Sheet}!{Address}";

    /// <summary>The letters of a column: F of 6.</summary>
    /// <param name="column">The column, from 1.</param>
    public static string LettersOf(int column)
    {
        string letters = "";
        for (int rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    /// <summary>The place that a problem names; false where it is one in a document, such as <c>commitments[3].until</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SheetCell cell)
    {
        cell = default;
        // A sheet may have the mark in its own name.
        int mark = text?.LastIndexOf('!') ?? -1;
        if (mark < 0)
            return false;
        ReadOnlySpan<char> address = text.AsSpan(mark + 1);
        int letters = 0, column = 0;
        for (; letters < address.Length && char.IsAsciiLetterUpper(address[letters]); letters++)
            column = letters < MostLetters ? column * 26 + (address[letters] - 'A' + 1) : 0;
        if (letters > MostLetters || !int.TryParse(address[letters..], NumberStyles.None, CultureInfo.InvariantCulture, out int row)
            || row < 1 || address[letters] is '0')
            return false;
        cell = new(text![..mark], row, letters == 0 ? null : column);
        return true;
    }
}
