using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Scdl;
using FundingReports.Files;

namespace FundingReports.Exchange;

/// <summary>
/// The figures as flat rows, one a post, a funder and a budget year of the analysis: as in the sheet Données et notice, which chooses
/// the years that it shows, and under the same headers. For another program, or a pivot table.
/// </summary>
/// <remarks>
/// CSV as a French spreadsheet opens it: UTF-8 with a byte order mark, semicolons, a comma in amounts, which are in euros to the cent.
/// What is not known is « inconnu », never 0 nor nothing; a year for which a funder promises a post nothing is no row
/// (<see cref="FlatRow"/>). A text that a spreadsheet could take for a formula has an apostrophe put before it.
/// </remarks>
public sealed class FlatExport
{
    private readonly ImmutableArray<string[]> rows;

    private FlatExport(ImmutableArray<string[]> rows) => this.rows = rows;

    /// <summary>The headers: they are the same in every language and every edition.</summary>
    public static ImmutableArray<string> Headers { get; } =
        ["poste_id", "poste", "departement", "financeur_id", "financeur", "exercice", "annonce", "conventionne", "ferme", "remarques"];

    /// <summary>How many rows, without the headers.</summary>
    public int Rows => rows.Length;

    /// <summary>The rows of an analysis: in the portfolio's order of posts, then of funders, then by year.</summary>
    public static FlatExport Of(FundingAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new([.. analysis.Posts.SelectMany(FlatRow.Of).Select(Row)]);
    }

    /// <summary>Writes the rows to a stream, which stays open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write([0xEF, 0xBB, 0xBF]);
        CsvRows.Write(stream, ';', "\r\n", Headers, rows);
    }

    /// <summary>Writes the rows. The file appears whole or not at all.</summary>
    /// <exception cref="ArgumentException">The path names another format, such as .xlsx or .pdf.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        FileEnding.Check(path, "a table in CSV", ".csv", ".txt");
        using var bytes = new MemoryStream();
        Write(bytes);
        WholeFile.Write(path, bytes.WriteTo);
    }

    private static string[] Row(FlatRow row)
    {
        List<string> remarks = [];
        if (row.IsApproximate)
            remarks.Add("env.");
        if (row.IsAssumed)
            remarks.Add("hyp.");
        if (row.IsPartial)
            remarks.Add("part.");
        return
        [
            Text(row.Post.Id), Text(row.Post.Label), row.Post.Departement ?? "inconnu", Text(row.Funder.Id), Text(row.Funder.Name),
            Plain.Number(row.Year), Money(row[FundingView.Announced]), Money(row[FundingView.Agreed]), Money(row[FundingView.Firm]),
            string.Join(" ", remarks),
        ];
    }

    private static string Money(Knowable<Euros> money) => money.TryGet(out Euros known)
        ? known.ToDecimal().ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',') : "inconnu";

    private static string Text(string text) => CsvSafe.Inside(Words.OneLine(text));

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Rows} rows";
}
