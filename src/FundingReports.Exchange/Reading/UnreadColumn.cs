using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Reading;

/// <summary>What a column that is not read would have said, by its header and the first of its cells.</summary>
/// <remarks>
/// Not to read money, a status or the days of a financing makes false figures: the lines that hold them are set aside, and the header is
/// asked about. What is well spelt, and another thing (« Versé 2026 »), only warns by its name.
/// </remarks>
internal static class UnreadColumn
{
    private const int MostSamples = 60;

    /// <summary>money, status or date where lines with a cell in it must not be read; null where they may.</summary>
    /// <param name="header">The header.</param>
    /// <param name="meaning">What it may mean.</param>
    /// <param name="cells">The cells below it, the first of them.</param>
    /// <param name="form">The form.</param>
    /// <param name="isRead">Whether a column of the form stands in the table.</param>
    /// <param name="isOfficial">Whether the file is an export, which has columns of its own that nobody needs.</param>
    internal static string? Stops(string header, HeaderMeaning meaning, IEnumerable<GridCell> cells, FormSheet form,
        Func<FormColumn, bool> isRead, bool isOfficial)
    {
        ImmutableArray<GridCell> sample = [.. cells.Where(cell => !cell.IsBlank).Take(MostSamples)];
        if (sample.IsEmpty)
            return null;
        if (meaning.IsFarYear)
            return "money";
        FormColumn[] missing = [.. form.Columns.Where(column => !isRead(column))];
        if (missing.Any(column => column.Shows is { } shows && (column.ShownBeside is not { } beside || isRead(beside))
            && Mostly(sample, shows)))
            return "status";
        ImmutableArray<FormColumn> near = [.. meaning.Between, .. (form.Resembling ?? form.Near.Resembling)(header)];
        FormColumn[] perhaps = [.. missing.Where(column => near.Contains(column))];
        bool isOther = NearHeaders<FormColumn>.WordsOf(header).Any(WellSpelt.Is), isMoney = Mostly(sample, IsAmount);
        if (isMoney && perhaps.Any(column => column.Look is ColumnLook.Money or ColumnLook.Amount) && !isOther)
            return "money";
        if (isOfficial || isOther)
            return null;
        if (isMoney && (SaysYear(header) || Mostly(sample, IsInEuros) || IsMisspeltWorth(header, form)))
            return "money";
        return perhaps.Any(column => column.Look is ColumnLook.Date) && Mostly(sample, IsDay) ? "date" : null;
    }

    /// <summary>Whether cells under no header are mostly money; small numbers are those of the rows, or of people.</summary>
    internal static bool IsOfMoney(IEnumerable<GridCell> cells)
    {
        ImmutableArray<GridCell> sample = [.. cells.Take(MostSamples)];
        return Mostly(sample, cell => IsAmount(cell) && (cell.Kind is CellKind.Number && (cell.Number >= LeastMoney || cell.IsPercent)
            || IsInEuros(cell) || cell.Kind is CellKind.Text
                && (AmountText.ReadMoney(cell, out Euros money, out _) is not null || money.ToDecimal() >= LeastMoney)));
    }

    private const int LeastMoney = 1_000;

    private static bool Mostly(ImmutableArray<GridCell> sample, Func<GridCell, bool> shows) => sample.Count(shows) * 2 > sample.Length;

    private static bool IsAmount(GridCell cell) => cell.Kind is CellKind.Number or CellKind.Text
        && AmountText.Read(cell, out AmountText.Said said) is var trouble
        && (trouble is { Code: Validation.ProblemCode.AmbiguousCell }
            || trouble is null && (said.Money is not null || said.Share is not null || said.OfRemainder));

    private static bool IsInEuros(GridCell cell) => (cell.Kind is CellKind.Number ? cell.Format : cell.Text) is var text
        && (text.Contains('€', StringComparison.Ordinal) || text.Contains("EUR", StringComparison.OrdinalIgnoreCase));

    private static bool IsDay(GridCell cell) => DateCell.Read(cell, out _) is not null;

    // Four signs that may be a year, or two figures after a word: « Montant 2O2G », « Mt 26 ».
    private static bool SaysYear(string header) => header.Count(char.IsAsciiDigit) is >= 2 and <= 8
        && NearHeaders<FormColumn>.WordsOf(header).Any(word => word.Length is >= 2 and <= 5 && word.Count(char.IsAsciiDigit) >= 2);

    // « Montnt » and « Fniancement » are words of money, misspelt.
    private static bool IsMisspeltWorth(string header, FormSheet form) => !form.Near.IsWellSpelt(header)
        && NearHeaders<FormColumn>.WordsOf(header).Any(word => word.Length > 4
            && ((string[])["montant", "montants", "financement", "subvention", "participation", "plafond", "credits"])
                .Any(known => Misspelling.IsLikely(known, word)));
}
