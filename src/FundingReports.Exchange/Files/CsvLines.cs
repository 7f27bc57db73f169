using CsvHelper;
using FundingReports.Exchange.Cells;

namespace FundingReports.Exchange.Files;

/// <summary>The lines of a .csv, as CsvHelper gives them, straight from the stream.</summary>
internal sealed class CsvLines : Lines
{
    private const int LongestRecord = 1_000_000;

    private readonly CsvReader csv;
    private bool isMalformed;
    private int number;

    internal CsvLines(Stream stream, string name, CsvText text)
    {
        Sheet = name.Length is > 0 and <= 31 ? name : "CSV";
        csv = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = text.Separator,
            Encoding = text.Encoding,
            HasHeader = false,
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = _ => isMalformed = true,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MaxRecordSize = LongestRecord,
            IncludeValuesInExceptions = false,
            PoolStrings = true,
        }, leaveOpen: true);
    }

    internal override string Sheet { get; }

    internal override int Number => number;

    internal override int Count => csv.FieldCount;

    internal override bool IsText => true;

    internal override bool Next()
    {
        isMalformed = false;
        try
        {
            if (!csv.Read())
                return false;
        }
        catch (Exception trouble) when (trouble is not (OutOfMemoryException or IOException))
        {
            throw Unclosed();
        }
        // A stray quote in a value is text. One that is open and swallows the lines that follow would lose their money.
        if (isMalformed && csv.RawRecord.IndexOfAny((byte)'\n', (byte)'\r') >= 0)
            throw Unclosed();
        number++;
        return true;
    }

    internal override GridCell Cell(int column)
    {
        if (column > csv.FieldCount || csv.IsEmpty(column - 1))
            return GridCell.Blank;
        string text = csv.GetString(column - 1);
        // ="01004": how some exports keep a code from becoming a number.
        return GridCell.OfText(text is ['=', '"', .., '"'] and { Length: > 2 } ? text[2..^1] : text);
    }

    public override void Dispose() => csv.Dispose();

    private NotReadException Unclosed() => new("csv", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
