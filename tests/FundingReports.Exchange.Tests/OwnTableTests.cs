using ClosedXML.Excel;

namespace FundingReports.Exchange.Tests;

/// <summary>Tables that people keep, and what of them was once read in silence as something else, or not at all.</summary>
public class OwnTableTests
{
    private static readonly string[] headers = ["Poste", "Coût 2026", "Financeur", "2026", "Statut"];

    private static IntakeReading Table(params object?[][] rows) => Sent.Read(YearsTables.One(headers, rows));

    private static string[] Codes(IntakeReading reading) =>
        [.. YearsTables.Codes(reading).Where(code => !code.StartsWith("no-ceiling", StringComparison.Ordinal)
            && !code.StartsWith("act-asked", StringComparison.Ordinal) && !code.StartsWith("funder-kind", StringComparison.Ordinal))];

    /// <summary>A header that is forgotten, or merged with its neighbour's, leaves a column of money without a name.</summary>
    [Theory]
    [InlineData(null, 20_000.0, "ambiguous-cell Plan!E1")]
    [InlineData(null, "20 k€", "ambiguous-cell Plan!E1")]
    [InlineData(null, "40 %", "ambiguous-cell Plan!E1")]
    [InlineData("D1:E1", 20_000.0, "ambiguous-cell Plan!E1")]
    [InlineData(null, "relancé", "column-not-read Plan!E1")]
    [InlineData(null, 3.0, "column-not-read Plan!E1")]
    public void ColumnWithoutAHeader_IsSaid_AndItsMoneyIsNotPassedOver(string? merged, object value, string said)
    {
        IntakeReading reading = Sent.Read(Sheets.Build(sheet =>
        {
            Sheets.Fill(sheet, ["Poste", "Coût 2026", "Financeur", "2026", "", "Statut"],
                [["A", 50_000m, "État", 30_000m, value is double number ? (decimal)number : value, "voté"]], 1);
            sheet.Cell(1, 5).Clear(XLClearOptions.Contents);
            if (merged is not null)
                sheet.Range(merged).Merge();
        }));
        Assert.Equal([said], Codes(reading));
        Assert.Equal(said.StartsWith("column", StringComparison.Ordinal) ? 1 : 0, reading.Facts.Commitments.Length);
    }

    /// <summary>What is missing is worked out: a row that names it in place of a funder is no money of a funder.</summary>
    [Theory]
    [InlineData("Reste à financer", "total-row Plan!C3")]
    [InlineData("À trouver", "total-row Plan!C3")]
    [InlineData("besoin de financement", "total-row Plan!C3")]
    [InlineData("Reste à charge", "ambiguous-cell Plan!C3")]
    [InlineData("?", "ambiguous-cell Plan!C3")]
    [InlineData("à définir", "ambiguous-cell Plan!C3")]
    [InlineData("NC", "ambiguous-cell Plan!C3")]
    public void MoneyThatNobodyPays_IsNotThatOfAFunder(string funder, string said)
    {
        IntakeReading reading = Table(["A", 50_000m, "État", 30_000m, "voté"], ["A", null, funder, 20_000m, "annoncé"]);
        Assert.Equal([said], Codes(reading));
        Assert.Equal(["A · État · Annual { Yearly = 30000.00 } · 2026..2026 · Granted"], YearsTables.Money(reading));
        Assert.Equal(said.StartsWith("total", StringComparison.Ordinal), reading.Portfolio is not null);
    }

    [Fact]
    public void PostsThatSayWhatIsMissing_AreNoPosts()
    {
        IntakeReading reading = Table(["A", 50_000m, "État", 30_000m, "voté"], ["Reste à financer", null, null, 20_000m, null]);
        Assert.Equal(["total-row Plan!C3"], Codes(reading));
        Assert.Equal(["A"], reading.Portfolio!.Posts.Select(post => post.Label));
    }

    /// <summary>Headings and notes count as posts: whoever looks at the number of posts is told.</summary>
    [Fact]
    public void RowsThatOnlyNameSomething_AreAskedAbout()
    {
        IntakeReading reading = Table(["DAX"], ["A", 50_000m, "État", 30_000m, "voté"], ["NB : chiffres de mars"]);
        Assert.Equal(["form-question Plan!A2", "form-question Plan!A4"], Codes(reading));
        // A name above the rows of its funders is that of their post.
        Assert.Equal(["as-above Plan!A3"], Codes(Table(["A"], [null, 50_000m, "État", 30_000m, "voté"])));
        // One that costs something is a post that nobody pays yet.
        Assert.Empty(Codes(Table(["A", 50_000m, "État", 30_000m, "voté"], ["B", 40_000m])));
    }

    [Theory]
    [InlineData("Montants en k€", true)]
    [InlineData("Plan de financement 2026 (k€)", true)]
    [InlineData("Budget, en milliers d’euros", true)]
    [InlineData("Plan de financement 2026", false)]
    public void NumbersInThousands_BySomethingAbove_AreAskedAbout(string title, bool asked)
    {
        IntakeReading reading = Sent.Read(Sheets.Build(sheet =>
        {
            sheet.Cell(1, 1).SetValue(title);
            Sheets.Fill(sheet, headers, [["A", 5_000m, "État", 3_000m, "voté"]], 2);
        }));
        Assert.Equal(asked ? ["ambiguous-cell Plan!A1"] : [], Codes(reading));
        Assert.Equal(asked, reading.Portfolio is null);
    }

    /// <summary>One cell of a cost for two posts is that of each, or of both together: nobody can tell.</summary>
    [Fact]
    public void CostMergedOverTwoPosts_IsAsked_OverTheRowsOfOneNot()
    {
        IntakeReading Merged(string second) => Sent.Read(Sheets.Build(sheet =>
        {
            Sheets.Fill(sheet, headers, [["A", 50_000m, "État", 30_000m, "voté"], [second, null, "CAF", 20_000m, "voté"]], 1);
            sheet.Range("B2:B3").Merge();
        }));
        Assert.Equal(["merged-cells Plan!B3"], Codes(Merged("B")));
        Assert.Empty(Codes(Merged("A")));
    }

    [Fact]
    public void FundersOfOneCell_AreAskedAbout()
    {
        Assert.Equal(["form-question Plan!C2"], Codes(Table(["A", 50_000m, "État / CAF", 30_000m, "voté"])));
        Assert.Equal(["form-question Plan!C2"], Codes(Table(["A", 50_000m, "Région et Département", 30_000m, "voté"])));
        Assert.Empty(Codes(Table(["A", 50_000m, "Communauté de communes Vallée et Monts", 30_000m, "voté"])));
    }

    [Fact]
    public void DaysBesideThePost_AreSaidToBeThoseOfTheMoney()
    {
        IntakeReading reading = Sent.Read(YearsTables.One(["Poste", "Du", "Coût 2026", "Financeur", "2026", "Statut"],
            ["A", "01/09/2026", 50_000m, "État", 10_000m, "voté"]));
        Assert.Equal(["form-question Plan!B1"], Codes(reading));
        IntakeReading named = Sent.Read(YearsTables.One(["Poste", "Poste du", "Coût 2026", "Financeur", "2026", "Statut"],
            ["A", "01/09/2026", 50_000m, "État", 10_000m, "voté"]));
        Assert.DoesNotContain("form-question Plan!B1", Codes(named));
        Assert.Equal("2026-09-01", named.Facts.Posts[0].From.ToString());
    }

    [Theory]
    [InlineData("Qui paye")]
    [InlineData("Qui paie ?")]
    [InlineData("Qui verse")]
    [InlineData("Payeur")]
    [InlineData("Cofinanceur")]
    [InlineData("Co-financeur(s)")]
    [InlineData("Bailleur de fonds")]
    public void WhoPays_HasManyNames(string header)
    {
        IntakeReading reading =
            Sent.Read(YearsTables.One(["Poste", "Coût 2026", header, "2026", "Statut"], ["A", 50_000m, "État", 30_000m, "voté"]));
        Assert.Empty(Codes(reading));
        Assert.Equal("État", Assert.Single(reading.Portfolio!.Funders).Name);
    }

    [Fact]
    public void WithoutAFunder_TheHeadersThatAreNotUnderstood_AreNamed()
    {
        IntakeReading reading = Sent.Read(
            YearsTables.One(["Poste", "Coût 2026", "Caisse", "2026", "Statut"], ["A", 50_000m, "État", 30_000m, "voté"]));
        Assert.Contains("Pas comprises : « Caisse » (Plan!C1).", Assert.Single(Sent.Lines(reading)), StringComparison.Ordinal);
    }

    /// <summary>Without the column there is no cell to answer in, and no list to choose from.</summary>
    [Fact]
    public void WithoutAStatus_TheColumnIsAskedFor()
    {
        IntakeReading reading = Sent.Read("Poste;Coût 2026;Financeur;2026\nA;50 000 €;État;30 000 €"u8.ToArray(), "plan.csv");
        Assert.Contains("Ajoutez une colonne « Statut » : ce nom", string.Join('\n', Sent.Lines(reading)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan.docx")]
    [InlineData("plan.pdf")]
    [InlineData("plan.txt")]
    [InlineData("plan")]
    public void NameOfAnotherKind_IsSaid(string name)
    {
        Assert.False(IntakeReader.IsFormName(name));
        IntakeReading reading = Sent.Read(YearsTables.One(headers, ["A", 50_000m, "État", 30_000m, "voté"]), name);
        Assert.Contains("Un formulaire est un fichier .xlsx, .xlsm, .xls, .ods ou .csv", Assert.Single(Sent.Lines(reading)),
            StringComparison.Ordinal);
    }
}
