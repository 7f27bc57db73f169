using FundingReports.Exchange.Files;
using FundingReports.Exchange.Scdl;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>Reads files of subsidies line by line, keeping none: SCDL subventions 2.1.1 and its older form, .csv or .xlsx.</summary>
/// <remarks>
/// A .csv is read straight from its stream (UTF-8, UTF-16 with mark, or Windows-1252; semicolons, commas or tabs): a million lines need no
/// more memory than a thousand. A workbook holds its texts in memory, and is not opened above 64 MiB. Titles may stand above the header,
/// and headers be written as in real files.
/// </remarks>
public static class ScdlReader
{
    /// <summary>The lines of a stream that can seek, one by one, in the order of the file.</summary>
    /// <param name="stream">The file; it stays open, and must while the lines are walked.</param>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <exception cref="PortfolioException">
    /// While the lines are walked: it is no such file, lacks a column, or is damaged from some line on. It carries why.
    /// </exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<ScdlLine> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return Walk(stream, name, null);
    }

    /// <param name="stream">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="said">Hears of headers and sheets.</param>
    internal static IEnumerable<ScdlLine> Walk(Stream stream, string name, Action<Problem>? said)
    {
        bool found = false;
        using IEnumerator<Lines> tables = Tables(stream, name).GetEnumerator();
        while (Guard(name, () => tables.MoveNext()))
        {
            using Lines lines = tables.Current;
            if (Guard(name, () => ScdlTable.Find(lines)) is not { } table)
                continue;
            found = true;
            foreach (Problem problem in table.Problems)
                said?.Invoke(problem);
            if (table.Problems.Any(problem => problem.Severity is Severity.Error))
                throw new PortfolioException(table.Problems);
            var reader = new ScdlRowReader(lines, table);
            Func<bool> next = lines.Next;
            Func<ScdlLine?> read = reader.Read;
            while (Guard(name, next))
                if (Guard(name, read) is { } line)
                    yield return line;
        }
        if (!found)
            throw Unread(name, new("no-subsidies"));
    }

    private static IEnumerable<Lines> Tables(Stream stream, string name)
    {
        if (IntakeFile.IsText(stream, name))
        {
            CsvText text = CsvText.Of(stream, start => ScdlHeader.SeparatorOf(start) ?? CsvFile.Separator(start));
            yield return new CsvLines(stream, Path.GetFileNameWithoutExtension(name), text);
            yield break;
        }
        foreach (RawSheet sheet in IntakeFile.Open(stream, name))
            yield return new SheetLines(sheet);
    }

    private static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (NotReadException trouble)
        {
            throw Unread(name, trouble);
        }
    }

    private static PortfolioException Unread(string name, NotReadException trouble) => new([trouble.Of(name)]);
}
