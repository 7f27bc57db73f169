using ClosedXML.Excel;
using FundingReports.Exchange.Chorus;
using FundingReports.Exchange.Fonjep;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Scdl;
using FundingReports.Exchange.Subventia;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>A header that is known, of this table or another, above money that it does not announce: nothing is lost unsaid.</summary>
public class MisplacedHeaderTests
{
    private static readonly string[] ofPosts = ["Poste", "Lieu", "Employeur", "ETP", "Du", "Au", "Coût 2026", "Coût 2027", "Décidé le"],
        ofMoney = ["Poste", "Financeur", "Type", "Dispositif", "2026 (€ ou part)", "2027 (€ ou part)", "Nature", "Plafond (€/an)",
            "Statut", "Du", "Au", "Ferme (années)", "N° de l’acte", "Date de l’acte", "EJ", "Justificatif", "Observations"];

    /// <summary>All that heads a column in any table that the library knows.</summary>
    private static IEnumerable<string> Known() => ((FormSheet[])[
        YearsForm.Table, .. FullForm.Sheets, ChorusForm.Sheet, SubventiaForm.Sheet,
        FonjepForm.Posts, FonjepForm.Payments, FonjepForm.Parties, FonjepForm.Types, FonjepForm.Schemes, ScdlForm.Sheet(null)])
        .SelectMany(sheet => sheet.Columns)
        .SelectMany(column => (string?[])[column.Header, column.English?.Header, .. column.Synonyms]).OfType<string>().Distinct();

    [Fact]
    public void KnownHeader_OverMoneyOfAYear_IsRefused()
    {
        foreach (string header in Known())
        {
            IntakeReading reading = Read("2026 (€ ou part)", header);
            string what = $"{header}\n{Sent.Account(reading)}\n{string.Join('\n', Sent.Lines(reading))}";
            Assert.True(reading.Portfolio is null && Sent.Errors(reading).Length > 0, what);
        }
    }

    [Fact]
    public void KnownHeader_OverCosts_IsRefused_OrThemselvesCosts()
    {
        foreach (string header in Known())
        {
            IntakeReading reading = Read("Coût 2026", header);
            string what = $"{header}\n{Sent.Account(reading)}\n{string.Join('\n', Sent.Lines(reading))}";
            Assert.True(reading.Portfolio is null ? reading.Form is null || Sent.Errors(reading).Length > 0
                : reading.Facts.Posts.All(post => post.Costs.Any(cost => cost.Annual == Euros.Of(50_000))), what);
        }
    }

    /// <summary>Without the format of euros, a number may be that of an act, but no year and no remark.</summary>
    [Fact]
    public void HeaderOfWordsOrYears_OverPlainNumbers_IsRefused()
    {
        foreach (FormColumn column in YearsForm.Table.Columns.Where(column => column is { HoldsCodes: false }
            && column.Look is ColumnLook.Text or ColumnLook.Year))
            foreach (string header in (string[])[column.Header, .. column.Synonyms])
                foreach (string headed in (string[])["2026 (€ ou part)", "Coût 2026"])
                {
                    IntakeReading reading = Read(headed, header, format: "General");
                    Assert.True(reading.Portfolio is null, $"{headed} {header}\n{string.Join('\n', Sent.Lines(reading))}");
                }
    }

    [Theory]
    [InlineData("Année", "header-other")]
    [InlineData("Exercice", "header-other")]
    [InlineData("Exercice 1", "header-other")]
    [InlineData("Observations", "header-other")]
    [InlineData("Crédits", "header-other")]
    [InlineData("N° de convention", "header-other")]
    [InlineData("Versement", "header-money")]
    [InlineData("Budget", "header-money")]
    [InlineData("Total", "header-money")]
    [InlineData("Total 2026", "header-money")]
    [InlineData("N", "header-money")]
    public void Header_SaysAtItsCell_WhichIsExpected(string header, string why)
    {
        Problem said = Assert.Single(Read("2026 (€ ou part)", header).Problems, problem => problem.Severity is Severity.Error);
        Assert.Equal((ProblemCode.AmbiguousCell, why, "Financements!E1"), (said.Code, said.Arguments[0], said.Path));
        Assert.Contains("2026", said.Message(Language.French), StringComparison.Ordinal);
    }

    /// <summary>What holds what it announces is read as it was; what people add for themselves stops nothing.</summary>
    [Theory]
    [InlineData("Année", 2026)]
    [InlineData("N° de convention", 202_614)]
    [InlineData("Ligne budgétaire", 65_748)]
    [InlineData("Dép.", 40)]
    [InlineData("ETP", 1)]
    [InlineData("Ferme (années)", 2026)]
    [InlineData("Date de l’acte", 46_000)]
    [InlineData("Observations", 2026)]
    [InlineData("Observations", "relancé : 500 € à verser")]
    [InlineData("Total", 55_000)]
    [InlineData("Montant total", 55_000)]
    [InlineData("Versé 2026", 12_000)]
    [InlineData("Reste à financer", 12_000)]
    [InlineData("Code postal", 40_100)]
    [InlineData("Total", "")]
    public void Column_OfWhatItAnnounces_StopsNothing(string header, object value)
    {
        IntakeReading reading = Sent.Read(YearsTables.One(["Poste", "Financeur", "2026", "2027", header],
            ["Médiateur", "État", 25_000m, 30_000m, value is int number ? (decimal)number : value]));
        Assert.Equal([], Sent.Errors(reading));
        Assert.NotNull(reading.Portfolio);
        Assert.Equal(Euros.Of(55_000), reading.Account.MoneyKept);
    }

    /// <summary>The form itself, with one header retyped: the finder's case.</summary>
    [Theory]
    [InlineData("Année")]
    [InlineData("Exercice")]
    [InlineData("Versement")]
    public void FormOfTheTemplate_HeaderRetyped_IsRefused(string header)
    {
        using var form = new MemoryStream(Sent.Bytes(IntakeTemplate.Blank(2026, 2028)));
        using var workbook = new XLWorkbook(form);
        IXLWorksheet money = workbook.Worksheet("Financements");
        workbook.Worksheet("Postes").Cell("A4").SetValue("Médiateur, Dax");
        money.Cell("A4").SetValue("Médiateur, Dax");
        money.Cell("B4").SetValue("État");
        foreach (string cell in (string[])["E4", "F4", "G4"])
            money.Cell(cell).SetValue(20_000);
        money.Cell("E3").SetValue(header);
        Assert.Equal(["ambiguous-cell Financements!E3"], Sent.Errors(Sent.Read(Sheets.Bytes(workbook))));
    }

    private static IntakeReading Read(string headed, string header, string format = "#,##0.00\\ \"€\"")
    {
        using var workbook = new XLWorkbook();
        Fill(workbook.AddWorksheet("Postes"), ofPosts, [
            ["Médiateur, Dax", "Dax", "CCAS", 1m, null, null, 50_000m, 51_000m, null],
            ["Référent, Pau", "Pau", "CIAS", 1m, null, null, 50_000m, 51_000m, null]]);
        Fill(workbook.AddWorksheet("Financements"), ofMoney, [
            ["Médiateur, Dax", "État", null, null, 20_000m, 21_000m, null, null, "délibéré"],
            ["Référent, Pau", "CAF", null, null, 22_000m, 23_000m, null, null, "délibéré",
                null, null, null, null, null, null, null, "vu"]]);
        return Sent.Read(Sheets.Bytes(workbook));

        void Fill(IXLWorksheet sheet, string[] headers, object?[][] rows)
        {
            Sheets.Fill(sheet, [.. headers.Select(own => own == headed ? header : own)], rows, 1);
            foreach (int at in Enumerable.Range(0, headers.Length).Where(i => headers[i].Contains("202", StringComparison.Ordinal)))
                sheet.Range(2, at + 1, 3, at + 1).Style.NumberFormat.Format = format;
        }
    }

    /// <summary>Parts and remainders among the sums change nothing: money is not lost on a mere warning.</summary>
    [Theory]
    [InlineData("N"), InlineData("Aide"), InlineData("Part"), InlineData("Montant")]
    public void MoneyOfAllWritings_BelowAHeaderThatIsNotKnown_IsRefused(string header)
    {
        IntakeReading reading = Sent.Read(System.Text.Encoding.UTF8.GetBytes($"Poste;Coût 2028;Financeur;{header};2028;Statut\n"
            + "P;50 000 €;État;80 %;1 000 €;conventionné\nP;;Région;le solde;;conventionné\nP;;CAF;30 000 €;;conventionné\n"), "plan.csv");
        Assert.Null(reading.Portfolio);
        Assert.Contains(reading.Problems, problem => (problem.Code, problem.Path) == (ProblemCode.AmbiguousCell, "plan!D1"));
    }

    /// <summary>A form of which the header of the last days was retyped: the days are asked about.</summary>
    [Theory]
    [InlineData("Échéance prévue"), InlineData("Fini le"), InlineData("X")]
    public void DaysBelowAHeaderThatWasRetyped_AreRefused(string header)
    {
        using var workbook = new XLWorkbook();
        Sheets.Fill(workbook.AddWorksheet("Financements"), [.. ofMoney.Select(name => name == "Au" ? header : name)], [
            ["Médiateur, Dax", "État", null, null, 20_000m, 21_000m, null, null, "délibéré", null, "30/06/2027"],
            ["Médiateur, Dax", "CAF", null, null, 20_000m, 21_000m, null, null, "délibéré", null, "inconnu"]], 1);
        IntakeReading reading = Sent.Read(Sheets.Bytes(workbook));
        Assert.Null(reading.Portfolio);
        Assert.Contains(reading.Problems, problem => (problem.Code, problem.Path) == (ProblemCode.AmbiguousCell, "Financements!K1"));
    }
}
