using FundingReports.Wording;
using System.Globalization;
using FundingReports.Exchange.Cells;
using FundingReports.Portfolios;

namespace FundingReports.Exchange.Tests;

public class CellTests
{
    [Theory]
    [InlineData("26 000,00 €", "total 26000.00")]
    [InlineData("26\u202f000,00\u00a0€", "total 26000.00")]
    [InlineData("26\u00a0000 euros", "total 26000.00")]
    [InlineData("26000", "total 26000.00")]
    [InlineData("26000.5", "total 26000.50")]
    [InlineData("1.234,56", "total 1234.56")]
    [InlineData("1,234.56", "total 1234.56")]
    [InlineData("1.234.567", "total 1234567.00")]
    [InlineData("€ 12", "total 12.00")]
    [InlineData("0,50 €", "total 0.50")]
    [InlineData("env. 25 000 €", "total 25000.00 approximate")]
    [InlineData("près de 100 000 €", "total 100000.00 approximate")]
    [InlineData("50 %", "share 1/2")]
    [InlineData("50%", "share 1/2")]
    [InlineData("33,33 %", "share 3333/10000")]
    [InlineData("1/3", "share 1/3")]
    [InlineData("1 / 3", "share 1/3")]
    [InlineData("la moitié", "share 1/2")]
    [InlineData("80 % du coût", "share 4/5")]
    [InlineData("le reste", "balance")]
    [InlineData("Solde", "balance")]
    [InlineData("50 % du reste", "remainder 1/2")]
    [InlineData("la moitié du reste", "remainder 1/2")]
    [InlineData("inconnu", "unknown")]
    [InlineData("?", "unknown")]
    [InlineData("1,234", "ambiguous-cell thousands")]
    [InlineData("1.234", "ambiguous-cell thousands")]
    [InlineData("0,5", "ambiguous-cell amount")]
    [InlineData("1", "ambiguous-cell amount")]
    [InlineData("25 k€", "total 25000.00")]
    [InlineData("26 00", "unreadable-cell money")]
    [InlineData("1,234,56", "unreadable-cell money")]
    [InlineData("12.34.56", "unreadable-cell money")]
    [InlineData("-500", "negative-money ")]
    [InlineData("120 %", "share-out-of-range ")]
    [InlineData("0 %", "share-out-of-range ")]
    [InlineData("50 % environ 3", "unreadable-cell share")]
    [InlineData("voir courrier", "unreadable-cell money")]
    [InlineData("5 000 000 000 €", "money-too-large ")]
    public void Amount_AsPeopleWriteIt_IsUnderstoodOrRefused(string text, string expected)
    {
        FileTrouble? trouble = AmountText.Read(GridCell.OfText(text), out AmountText.Said said);
        Assert.Equal(expected, trouble is null ? Said(said)
                : $"{KebabCase.Of(trouble.Code.ToString())} {string.Join(' ', trouble.Arguments)}");
    }

    [Theory]
    [InlineData("23/07/2023", false, "2023-07-23")]
    [InlineData("3/7/2023", false, "2023-07-03")]
    [InlineData("23-07-2023", false, "2023-07-23")]
    [InlineData("23.07.2023", false, "2023-07-23")]
    [InlineData("2023-07-23", false, "2023-07-23")]
    [InlineData("1er juillet 2023", false, "2023-07-01")]
    [InlineData("le 23 juillet 2023", false, "2023-07-23")]
    [InlineData("août 2023", false, "2023-08")]
    [InlineData("juil. 2023", false, "2023-07")]
    [InlineData("07/2023", false, "2023-07")]
    [InlineData("2023", false, "2023")]
    [InlineData("fin 2023", true, "2023")]
    [InlineData("fin juillet 2023", true, "2023-07")]
    [InlineData("début 2023", false, "2023")]
    [InlineData("fin 2023", false, "ambiguous")]
    [InlineData("début 2023", true, "ambiguous")]
    [InlineData("23/07/23", false, "2023-07-23")]
    [InlineData("juillet 23", false, "ambiguous")]
    [InlineData("12/31/2023", false, "unreadable")]
    [InlineData("30 février 2023", false, "unreadable")]
    [InlineData("ju 2023", false, "unreadable")]
    [InlineData("bientôt", false, "unreadable")]
    public void Date_AsPeopleWriteIt_IsUnderstoodOrRefused(string text, bool isEnd, string expected)
    {
        PartialDate? date = DateText.Read(text, isEnd, out bool ambiguous);
        Assert.Equal(expected, date?.ToString() ?? (ambiguous ? "ambiguous" : "unreadable"));
    }

    [Theory]
    [InlineData("Dax ; Mont-de-Marsan", "Dax|Mont-de-Marsan")]
    [InlineData("Dax;;", "Dax")]
    [InlineData("\"a;b\" ; \"c\"\"d\"", "a;b|c\"d")]
    [InlineData("la \"maison\" ; b", "la \"maison\"|b")]
    public void List_ItemsAndQuotes_AreApart(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', ListText.Read(text)!));

    [Fact]
    public void List_OpenQuote_IsRefused() => Assert.Null(ListText.Read("\"a ; b"));

    private static string Said(AmountText.Said said)
    {
        string text = Intake.SimpleFormReader.AmountOf(said) switch
        {
            Amount.Total total => string.Create(CultureInfo.InvariantCulture, $"total {total.Sum}"),
            Amount.ShareOfCost part => $"share {(part.Share.Denominator == 10_000 ? part.Share.ToString() : part.Share.ToString())}",
            Amount.ShareOfRemainder part => $"remainder {part.Share}",
            Amount.Balance => "balance",
            _ => "unknown",
        };
        return said.Approximate ? text + " approximate" : text;
    }
}
