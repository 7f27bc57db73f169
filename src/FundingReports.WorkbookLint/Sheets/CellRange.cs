using System.Globalization;

namespace FundingReports.WorkbookLint.Sheets;

/// <summary>A range of cells, both corners included, counted from 1.</summary>
internal readonly record struct CellRange(int Top, int Left, int Bottom, int Right)
{
    internal const int LastRow = 1_048_576, LastColumn = 16_384;

    internal bool Contains(int row, int column) => row >= Top && row <= Bottom && column >= Left && column <= Right;

    internal bool Contains(CellRange other) => Contains(other.Top, other.Left) && Contains(other.Bottom, other.Right);

    internal static string NameOf(int row, int column) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    internal static string Column(int column)
    {
        string name = "";
        for (; column > 0; column = (column - 1) / 26)
            name = (char)('A' + (column - 1) % 26) + name;
        return name;
    }

    /// <summary>B4, $B$4 or B4:C6; no whole rows or columns.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out CellRange range)
    {
        range = default;
        int colon = text.IndexOf(':');
        if (!TryCell(colon < 0 ? text : text[..colon], out int top, out int left))
            return false;
        int bottom = top, right = left;
        if (colon >= 0 && !TryCell(text[(colon + 1)..], out bottom, out right))
            return false;
        range = new(Math.Min(top, bottom), Math.Min(left, right), Math.Max(top, bottom), Math.Max(left, right));
        return true;
    }

    internal static bool TryCell(ReadOnlySpan<char> text, out int row, out int column)
    {
        (row, column) = (0, 0);
        int at = text is ['$', ..] ? 1 : 0;
        for (; at < text.Length && char.IsAsciiLetter(text[at]) && column <= LastColumn; at++)
            column = column * 26 + (char.ToUpperInvariant(text[at]) - 'A' + 1);
        if (at < text.Length && text[at] is '$')
            at++;
        return int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out row) && row is >= 1 and <= LastRow
            && column is >= 1 and <= LastColumn;
    }

    /// <summary>B4, or B4:C6.</summary>
    public override string ToString() =>
        (Top, Left) == (Bottom, Right) ? NameOf(Top, Left) : $"{NameOf(Top, Left)}:{NameOf(Bottom, Right)}";
}
