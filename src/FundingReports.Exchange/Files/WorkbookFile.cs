using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using FundingReports.Exchange.Cells;
using NodaTime;

namespace FundingReports.Exchange.Files;

/// <summary>.xlsx and .xls, read by ExcelDataReader; .ods, by <see cref="OdsFile"/>.</summary>
/// <remarks>
/// Of an .xls, ExcelDataReader does not tell an error, or a formula without value, from an empty cell, nor what is struck through or
/// commented on.
/// </remarks>
internal static class WorkbookFile
{
    private const int DaysTo1904 = 1462;
    private static readonly LocalDate FirstSureDay = new(1900, 3, 1);

    static WorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The sheets of an .xlsx or .ods.</summary>
    internal static IEnumerable<RawSheet> OpenPackage(Stream stream)
    {
        if (Guard(() => IsOds(stream)))
            return Guard(() => OdsFile.Open(stream));
        stream.Position = 0;
        PackageScan scan = Guard(() => PackageScan.Of(stream));
        stream.Position = 0;
        Stream near = scan.FarParts.Count > 0 ? Guard(() => NearCells.Copy(stream, scan.FarParts)) : stream;
        return Sheets(Guard(() => ExcelReaderFactory.CreateOpenXmlReader(near, Settings())), scan);
    }

    private static bool IsOds(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        return PackageCheck.Check(zip);
    }

    internal static IEnumerable<RawSheet> OpenBinary(Stream stream, bool isNamedSo)
    {
        // A workbook of today under a password travels in the container of the old ones; its one stream says so.
        if (Holds(stream, Encoding.Unicode.GetBytes("EncryptedPackage")))
            throw new NotReadException("password");
        if (!isNamedSo)
            throw new NotReadException("misnamed-xls");
        return Sheets(Guard(() => ExcelReaderFactory.CreateReader(stream, Settings())), null);
    }

    private static bool Holds(Stream stream, byte[] name)
    {
        var bytes = new byte[81_920 + name.Length];
        int kept = 0;
        bool found = false;
        for (int read; !found && (read = stream.Read(bytes, kept, bytes.Length - kept)) > 0;)
        {
            Span<byte> part = bytes.AsSpan(0, kept + read);
            found = part.IndexOf(name) >= 0;
            kept = Math.Min(name.Length - 1, part.Length);
            part[^kept..].CopyTo(bytes);
        }
        stream.Position = 0;
        return found;
    }

    private static ExcelReaderConfiguration Settings() => new() { LeaveOpen = true };

    private static IEnumerable<RawSheet> Sheets(IExcelDataReader reader, PackageScan? scan)
    {
        using (reader)
        {
            do
            {
                MergedRange[] merged = [.. (reader.MergeCells ?? [])
                    .Select(range => new MergedRange(range.FromRow + 1, range.FromColumn + 1, range.ToRow + 1, range.ToColumn + 1))];
                // A damaged workbook may name none of its sheets.
                string name = reader.Name ?? throw new NotReadException("damaged");
                yield return new(name, reader.VisibleState is not "visible", merged, Rows(reader, scan))
                {
                    FirstFar = () => scan?.Of(name).FirstFar,
                    Comments = scan?.Of(name).Comments ?? [],
                    IsHiddenColumn = column => column <= reader.FieldCount && reader.GetColumnWidth(column - 1) == 0,
                };
            }
            while (Guard(reader.NextResult));
        }
    }

    private static IEnumerable<RawRow> Rows(IExcelDataReader reader, PackageScan? scan)
    {
        SheetScan? sheet = scan?.Of(reader.Name);
        int number = 0;
        while (Guard(reader.Read))
        {
            number++;
            if (Row(reader, number, sheet?.OddOf(number), scan) is { } row)
                yield return Struck(row, sheet);
        }
        // ExcelDataReader ends before the last rows of a sheet, where these hold errors alone.
        for (number++; number <= (sheet?.LastRow ?? 0); number++)
            if (sheet!.OddOf(number) is { } odd)
                yield return Odd(number, odd);
    }

    private static RawRow? Row(IExcelDataReader reader, int number, IReadOnlyDictionary<int, GridCell>? odd, PackageScan? scan)
    {
        GridCell[]? cells = null;
        int count = reader.FieldCount;
        for (int i = 0; i < count; i++)
        {
            object? value = reader.GetValue(i);
            GridCell cell = value is null ? GridCell.Blank : Of(value, reader, i);
            if (odd is not null && odd.TryGetValue(i + 1, out GridCell strange))
                cell = strange;
            if (cell.IsBlank)
                continue;
            cells ??= NewCells(count);
            cells[i] = scan is { Is1904: true } ? In1904(cell, scan) : cell;
        }
        return cells is null ? odd is null ? null : Odd(number, odd) : new(number, reader.RowHeight == 0, cells);
    }

    private static RawRow Struck(RawRow row, SheetScan? sheet)
    {
        for (int i = 0; sheet is not null && i < row.Cells.Length; i++)
            if (!row.Cells[i].IsBlank && sheet.StrikeOf(row.Number, i + 1) is not Strike.None and var strike)
                row.Cells[i] = row.Cells[i] with { Strike = strike };
        return row;
    }

    // Days of the file are counted from 1904. ExcelDataReader knows it from date1904="1", and not from "true", which LibreOffice writes.
    private static GridCell In1904(GridCell cell, PackageScan scan) => cell.Kind switch
    {
        CellKind.Date when scan.SaysTrue => cell with { Day = cell.Day.PlusDays(DaysTo1904) },
        CellKind.Number => cell with { Is1904 = true },
        _ => cell,
    };

    private static RawRow Odd(int number, IReadOnlyDictionary<int, GridCell> odd)
    {
        GridCell[] cells = NewCells(odd.Keys.Max());
        foreach ((int column, GridCell cell) in odd)
            cells[column - 1] = cell;
        return new(number, false, cells);
    }

    private static GridCell[] NewCells(int count)
    {
        var cells = new GridCell[count];
        Array.Fill(cells, GridCell.Blank);
        return cells;
    }

    private static GridCell Of(object value, IExcelDataReader reader, int column) => value switch
    {
        string text => GridCell.OfText(text),
        double number when Math.Abs(number) < 1e15 =>
            new(CellKind.Number, "", Exact(number), default, reader.GetNumberFormatString(column) ?? ""),
        int number => new(CellKind.Number, "", number, default, reader.GetNumberFormatString(column) ?? ""),
        // An hour beside a day says nothing that is asked for; one without a day is no date.
        DateTime day when LocalDate.FromDateTime(day) >= FirstSureDay => new(CellKind.Date, "", 0, LocalDate.FromDateTime(day)),
        bool truth => new(CellKind.Truth, truth ? "VRAI" : "FAUX"),
        _ => new(CellKind.Other, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? ""),
    };

    // A spreadsheet keeps fifteen digits: 0.1 + 0.2 is 0.3 there. The conversion to decimal keeps as many.
    private static decimal Exact(double number) => (decimal)number;

    /// <summary>What a damaged file makes the libraries throw becomes one exception of ours.</summary>
    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw new NotReadException("password");
        }
        catch (XmlException trouble) when (trouble.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new NotReadException("dtd");
        }
        catch (Exception trouble) when (
            trouble is ExcelReaderException or XmlException or InvalidDataException or EndOfStreamException or FormatException
                or OverflowException
            or ArgumentException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException or NullReferenceException
                or NotSupportedException or InvalidCastException)
        {
            throw new NotReadException("damaged");
        }
    }
}
