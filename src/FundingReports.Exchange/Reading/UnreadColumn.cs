using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
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
        if (meaning.Second is { } second && form.WarnsOfMoney && IsMisplaced(second, sample))
            return "other";
        // « le solde » is money of a funder whatever stands beside it; a part says nothing of the unit.
        bool isInEuros = sample.Any(IsRemainder) || Mostly([.. sample.Where(cell => !IsPart(cell))], IsInEuros);
        bool isMoney = Mostly(sample, IsAmount), isWellSpelt = NearHeaders<FormColumn>.WordsOf(header).Any(WellSpelt.Is);
        // « Versement » alone may be all that a year pays; « Versé 2026 » beside 2026, or what is missing, is another thing.
        bool isOther = isWellSpelt && (!form.WarnsOfMoney || !isMoney || IsOwn(header, form, isRead)
            || !isInEuros && !WorthWords.AreInForm(header) && !TotalWords.Are(header));
        if (isMoney && perhaps.Any(column => column.Look is ColumnLook.Money or ColumnLook.Amount) && !isOther)
            return "money";
        // « Du » without « Au », or the other way about: the days beside are probably the ones that are missing.
        if (!isOfficial && form.WarnsOfMoney && isRead(YearsForm.From) != isRead(YearsForm.Until)
            && Mostly([.. sample.Where(cell => !IsWord(cell))], IsDay))
            return "date";
        if (isOfficial || isOther)
            return null;
        if (isMoney && (SaysYear(header) || isInEuros || IsMisspeltWorth(header, form)
            || form.WarnsOfMoney && (isWellSpelt || WorthWords.AreInForm(header))))
            return "money";
        return perhaps.Any(column => column.Look is ColumnLook.Date) && Mostly(sample, IsDay) ? "date" : null;
    }

    /// <summary>Whether cells under no header are mostly money; small numbers are those of the rows, or of people.</summary>
    internal static bool IsOfMoney(IEnumerable<GridCell> cells) => Mostly([.. cells.Take(MostSamples)], IsLarge);

    /// <summary>Whether most cells are money below the header of a column that holds none: « Année », « Observations ».</summary>
    internal static bool IsMisplaced(FormColumn column, IEnumerable<GridCell> cells) => column.Look is not ColumnLook.Money
        && Mostly([.. cells.Where(cell => !cell.IsBlank).Take(MostSamples)], cell => IsAmount(cell) && (IsInEuros(cell)
            || column.Look switch
        {
            ColumnLook.Year => YearText.Read(cell, out _) is not null,
            // A day that has lost its format is a whole number.
            ColumnLook.Date => cell.Kind is CellKind.Number ? !MayBeCode(cell) : DateCell.Read(cell, out _) is null,
            ColumnLook.Amount => IsLarge(cell) && WorkingTimeText.Read(cell, out _) is not null,
            _ when column.HoldsCodes => !MayBeCode(cell),
            // « le solde » is a word of the list as well as a sum.
            _ when !column.Choices.IsEmpty && IsWord(cell) => false,
            _ => IsLarge(cell) && YearText.Read(cell, out _) is not null,
        }));

    /// <summary>How many sums in a column are those of the years beside it, how many are not, and of how many none can tell.</summary>
    internal static (int Right, int Wrong, int Unsure) Totals(
        int at, IEnumerable<RawRow> rows, IReadOnlyDictionary<FormColumn, int> columns)
    {
        int[][] years = [[.. columns.Where(one => YearsForm.IsSum(one.Key)).Select(one => one.Value)],
            [.. columns.Where(one => YearsForm.IsCost(one.Key)).Select(one => one.Value)]];
        bool?[] found = [.. rows.Where(row => IsAmount(row[at])).Take(MostSamples).Select(row =>
            AmountText.ReadMoney(row[at], out Euros total, out _) is not null || years.Any(places => SumOf(row, places) is null)
            ? (bool?)null : years.Any(places => SumOf(row, places) == total))];
        return (found.Count(one => one is true), found.Count(one => one is false), found.Count(one => one is null));
    }

    // The sum of the cells; null where one says more than a sum.
    private static Euros? SumOf(RawRow row, int[] places)
    {
        Euros sum = Euros.Zero;
        foreach (GridCell cell in places.Select(place => row[place]).Where(cell => !cell.IsBlank))
            if (AmountText.ReadMoney(cell, out Euros money, out _) is null)
                sum += money;
            else
                return null;
        return sum;
    }

    private static bool IsLarge(GridCell cell) => IsAmount(cell) && (cell.Kind is CellKind.Number
        && (cell.Number >= LeastMoney || cell.IsPercent) || IsInEuros(cell) || cell.Kind is CellKind.Text
            && (AmountText.ReadMoney(cell, out Euros money, out _) is not null || money.ToDecimal() >= LeastMoney));

    // « 2026-014 », « 104 »; not 20 000,50 nor « 50 % ».
    private static bool MayBeCode(GridCell cell) => cell.Kind is CellKind.Number
        ? !cell.IsPercent && decimal.Truncate(cell.Number) == cell.Number
        : cell.Text.Any(char.IsAsciiDigit) && !cell.Text.AsSpan().ContainsAny('%', ',');

    private static bool IsOwn(string header, FormSheet form, Func<FormColumn, bool> isRead) => GapWords.SayMissing(header)
        || GapWords.MaySayMissing(header) || NearHeaders<FormColumn>.WordsOf(header).Any(word => YearsForm.OfYear(word).Any(isRead));

    private const int LeastMoney = 1_000;

    private static bool Mostly(ImmutableArray<GridCell> sample, Func<GridCell, bool> shows) => sample.Count(shows) * 2 > sample.Length;

    private static bool IsAmount(GridCell cell) => cell.Kind is CellKind.Number or CellKind.Text
        && AmountText.Read(cell, out AmountText.Said said) is var trouble
        && (trouble is { Code: Validation.ProblemCode.AmbiguousCell }
            || trouble is null && (said.Money is not null || said.Share is not null || said.OfRemainder));

    private static bool IsRemainder(GridCell cell) =>
        cell.Kind is CellKind.Text && AmountText.Read(cell, out AmountText.Said said) is null && said.OfRemainder;

    private static bool IsPart(GridCell cell) => cell.Kind is CellKind.Number ? cell.IsPercent
        : IsRemainder(cell)
            || cell.Kind is CellKind.Text && AmountText.Read(cell, out AmountText.Said said) is null && said.Share is not null;

    // « inconnu », « le solde »: no figure, whatever it says.
    private static bool IsWord(GridCell cell) => cell.Kind is CellKind.Text && !cell.Text.Any(char.IsAsciiDigit);

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
