using System.Globalization;

namespace FundingReports.Exchange.Cells;

/// <summary>The place of a cell: sheet, row (from 1), column (from 1).</summary>
internal readonly record struct CellRef(string Sheet, int Row, int Column)
{
    /// <summary>The place as people write it: <c>Plan!F12</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sheet}!{Letters(Column)}{Row}");

    internal static string Letters(int column)
    {
        string letters = "";
        for (int rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }
}
