using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Scdl;
using FundingReports.Files;
using FundingReports.Portfolios;

namespace FundingReports.Exchange;

/// <summary>
/// The figures as flat rows, one a post, a funder and a budget year, under the headers of the sheet Données: for another program, or a
/// pivot table.
/// </summary>
/// <remarks>
/// CSV as a French spreadsheet opens it: UTF-8 with a byte order mark, semicolons, a comma in amounts, which are in euros to the cent.
/// What is not known is « inconnu », never 0 nor nothing. A text that a spreadsheet could take for a formula has an apostrophe put before
/// it.
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
        return new([.. from post in analysis.Posts
            from funder in post.Funders
            from year in post.Years
            select Row(post, funder, year)]);
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
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        using var bytes = new MemoryStream();
        Write(bytes);
        WholeFile.Write(path, bytes.WriteTo);
    }

    private static string[] Row(PostFunding post, Funder funder, PostYear year)
    {
        List<Cell> cells = [.. year.Cells.Where(cell => cell.Commitment.Funder == funder.Id)];
        string Sum(FundingView view) => cells.TrueForAll(cell => cell[view].IsKnown)
            ? Amount(cells.Aggregate(Euros.Zero, (sum, cell) => sum + cell[view].Value))
            : "inconnu";
        List<string> remarks = [];
        if (cells.Exists(cell => cell.Commitment.Approximate))
            remarks.Add("env.");
        if (cells.Exists(cell => !cell.Assumptions.IsEmpty))
            remarks.Add("hyp.");
        return
        [
            Text(post.Id), Text(post.Label), post.Post.Departement ?? "inconnu", Text(funder.Id), Text(funder.Name),
                Plain.Number(year.Year),
            Sum(FundingView.Announced), Sum(FundingView.Agreed), Sum(FundingView.Firm), string.Join(" ", remarks),
        ];
    }

    private static string Amount(Euros money) => money.ToDecimal().ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Text(string text) => CsvSafe.Inside(Words.OneLine(text));
}
