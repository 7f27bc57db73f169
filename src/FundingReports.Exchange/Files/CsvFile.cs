using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using CsvHelper;
using FundingReports.Exchange.Cells;

namespace FundingReports.Exchange.Files;

/// <summary>
/// .csv, read by CsvHelper: UTF-8 with or without mark, UTF-16 with mark, else Windows-1252; semicolons, commas or tabs.
/// </summary>
internal static partial class CsvFile
{
    private const int LongestRecord = 1_000_000;

    static CsvFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static IEnumerable<RawSheet> Open(Stream stream, string name)
    {
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        string text = Decode(bytes);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new NotReadException("not-a-workbook");
        string sheet = name.Length is > 0 and <= 31 ? name : "CSV";
        return [new(sheet, false, [], Rows(text)) { IsText = true }];
    }

    private static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("\ufeff"u8))
            return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
        if (bytes is [0xff, 0xfe, ..])
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xfe, 0xff, ..])
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.GetEncoding(1252).GetString(bytes);
    }

    private static IEnumerable<RawRow> Rows(string text)
    {
        var options = new CsvReaderOptions
        {
            Separator = Separator(text),
            HasHeader = false,
            SkipEmptyLines = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            DetectSeparatorHint = false,
            MaxRecordSize = LongestRecord,
            IncludeValuesInExceptions = false,
        };
        using CsvReader csv = CsvReader.FromText(Unprotected().Replace(text, "\"$1\""), options);
        int number = 0;
        while (Next(csv))
        {
            number++;
            var cells = new GridCell[csv.FieldCount];
            bool blank = true;
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = GridCell.OfText(csv.GetString(i));
                blank &= cells[i].IsBlank;
            }
            if (!blank)
                yield return new(number, false, cells);
        }
    }

    private static bool Next(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            throw new NotReadException("csv", csv.RowNumber.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    // ="01004": how some exports keep a code from becoming a number, and no quoting that a reader of .csv knows.
    [GeneratedRegex(@"(?<=^|[;,\t])=""([^""\r\n]*)""(?=[;,\t\r\n]|$)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Unprotected();

    // The separator that the lines agree on, outside quotes; of equals, the semicolon, as French spreadsheets write.
    internal static char Separator(string text)
    {
        (char Best, int Count) best = (';', 0);
        foreach (char candidate in (ReadOnlySpan<char>)[';', '\t', ','])
        {
            int most = 0, count = 0, lines = 0;
            bool quoted = false;
            foreach (char c in text)
            {
                quoted ^= c == '"';
                if (c == '\n' && !quoted)
                {
                    most = Math.Max(most, count);
                    count = 0;
                    if (++lines == 30)
                        break;
                }
                else if (c == candidate && !quoted)
                {
                    count++;
                }
            }
            most = Math.Max(most, count);
            // Commas also stand in numbers and sentences: they must be many more.
            if (most > best.Count && (candidate != ',' || best.Count < 3))
                best = (candidate, most);
        }
        return best.Best;
    }
}
