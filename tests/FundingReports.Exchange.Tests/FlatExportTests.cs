using System.Globalization;
using System.Text;
using FundingReports.Reports;
using FundingReports.Tests;

namespace FundingReports.Exchange.Tests;

/// <summary>The figures as flat rows, as a French spreadsheet opens them.</summary>
public class FlatExportTests
{
    private static string Written(Portfolio portfolio, string asOf = "2022-02-08")
    {
        using var bytes = new MemoryStream();
        FlatExport.Of(portfolio.Analyze(NodaTime.Text.LocalDatePattern.Iso.Parse(asOf).Value)).Write(bytes);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.ToArray()[..3]);
        return Encoding.UTF8.GetString(bytes.ToArray()[3..]);
    }

    private static Portfolio Post(string label, string amount) => Portfolio.Parse($$"""
        {
          "format": "fundingreports/portfolio@1",
          "sources": [{ "id": "A", "kind": "act", "title": "Convention" }],
          "funders": [{ "id": "ETAT", "name": "État", "kind": "state" }],
          "posts": [{ "id": "P", "label": "{{label}}", "departement": "40", "from": "2022-01-01", "source": "A",
            "costs": [{ "from": "2022-01-01", "annual": "50000.00", "source": "A" }] }],
          "commitments": [{ "id": "C", "funder": "ETAT", "posts": ["P"], "from": "2022-01-01", "until": "2022-12-31",
            "amount": {{amount}}, "status": "signed", "decidedOn": "2022-01-01", "source": "A" }]
        }
        """);

    [Fact]
    public void Row_OfKnownMoney_HasACommaAndItsCents()
    {
        string[] lines = Written(Post("Poste", """{ "annual": "12345.60" }""")).Split("\r\n");
        Assert.Equal("poste_id;poste;departement;financeur_id;financeur;exercice;annonce;conventionne;ferme;remarques", lines[0]);
        Assert.Equal("P;Poste;40;ETAT;État;2022;12345,60;12345,60;inconnu;", lines[1]);
        // Nothing is promised for 2023.
        Assert.Equal("", Assert.Single(lines[2..]));
    }

    [Fact]
    public void EverySeed_TheRowsAreThoseOfTheWorkbook()
    {
        int rows = 0;
        foreach (string seed in Directory.EnumerateFiles(Repository.PathOf("seeds"), "portfolio*.json", SearchOption.AllDirectories)
            .Append(Repository.PathOf("tests", "corpus", "six-postes", "portfolio.json")))
        {
            var analysis = Portfolio.Load(seed).Analyze(new NodaTime.LocalDate(2023, 9, 1));
            using var bytes = new MemoryStream();
            FlatExport.Of(analysis).Write(bytes);
            bytes.Position = 3;
            using var reader = new StreamReader(bytes);
            string[] written = reader.ReadToEnd().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            var data = ReportBuilder.Build(analysis).Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportData>().SingleOrDefault();
            // The workbook chooses the years that it shows: one that is over may be among them, the last of the analysis may not.
            int last = data?.Rows.Max(YearOf) ?? 0;
            var rowsAhead = data?.Rows.Where(row => YearOf(row) >= analysis.Since);
            written = [written[0], .. written[1..].Where(line => int.Parse(line.Split(';')[5], CultureInfo.InvariantCulture) <= last)];
            Assert.Equal(FlatExport.Headers, data?.Columns.Select(column => column.Header) ?? FlatExport.Headers);
            string[] shown =
                [string.Join(';', FlatExport.Headers), .. rowsAhead?.Select(row => string.Join(';', row.Cells.Select(Said))) ?? []];
            Assert.Equal(shown.Select(Unquoted), written.Select(Unquoted));
            rows += shown.Length - 1;
        }
        Assert.True(rows > 100, $"{rows}");
    }

    private static int YearOf(ReportRow row) => row.Cells.OfType<ReportCell.Year>().Single().Value;

    private static string Unquoted(string line) => line.Replace("\"", "", StringComparison.Ordinal);

    private static string Said(ReportCell cell) => cell switch
    {
        ReportCell.Text text => text.Value.Replace("\u202F;", "", StringComparison.Ordinal),
        ReportCell.Year year => $"{year.Value}",
        ReportCell.Amount amount => amount.Value.ToString().Replace('.', ','),
        ReportCell.Unknown => "inconnu",
        _ => "",
    };

    [Fact]
    public void Money_OfUnknownAmount_IsSaidToBe() =>
        Assert.Contains("\nP;Poste;40;ETAT;État;2022;inconnu;inconnu;inconnu;", Written(Post("Poste", """{ "unknown": true }""")),
            StringComparison.Ordinal);

    [Fact]
    public void Text_ThatWouldBeAFormula_IsGuarded()
    {
        string row = Written(Post("=1+1;=2", """{ "annual": "1.00" }""")).Split("\r\n")[1];
        Assert.StartsWith("P;\"'=1+1;'=2\";40;", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_OfTheSameAnalysis_AreTheSame()
    {
        Portfolio portfolio = Post("Poste", """{ "share": "1/2" }""");
        Assert.Equal(Written(portfolio), Written(portfolio));
    }
}
