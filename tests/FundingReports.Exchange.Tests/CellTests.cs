using FundingReports.Wording;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Intake;
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

    /// <summary>The cell of a year as people write it; what can be read in two ways is asked, with both readings.</summary>
    [Theory]
    [InlineData("28 k€", null, "28000.00 scaled")]
    [InlineData("28 000 €", null, "28000.00")]
    [InlineData("28000", null, "28000.00")]
    [InlineData("28 000,00", null, "28000.00")]
    [InlineData("26 000 € par an", null, "26000.00 a year")]
    [InlineData("26 000 €/an", null, "26000.00 a year")]
    [InlineData("2 166,67 €/mois", null, "26000.04 a year monthly")]
    [InlineData("2 166,67 € par mois", null, "26000.04 a year monthly")]
    [InlineData("6 500 €/trimestre", null, "26000.00 a year quarterly")]
    [InlineData("env. 26 000 €", null, "26000.00 about")]
    [InlineData("50 %", null, "share 1/2")]
    [InlineData("0,5", null, "share 1/2")]
    [InlineData("1/3", null, "share 1/3")]
    [InlineData("un tiers", null, "share 1/3")]
    [InlineData("le solde", null, "balance")]
    [InlineData("le reste", null, "balance")]
    [InlineData("reste à charge", null, "balance")]
    [InlineData("la moitié du reste", null, "remainder 1/2")]
    [InlineData("25 000 € max", null, "unknown cap 25000.00")]
    [InlineData("max 25 000", null, "unknown cap 25000.00")]
    [InlineData("le solde, 25 000 € max", null, "balance cap 25000.00")]
    [InlineData("le solde (plafonné à 25 k€)", null, "balance cap 25000.00")]
    [InlineData("50 % dans la limite de 20 000 €", null, "share 1/2 cap 20000.00")]
    [InlineData("25 000 € max", "le solde", "balance cap 25000.00")]
    [InlineData("inconnu", null, "unknown")]
    [InlineData("NC", null, "unknown")]
    [InlineData("?", null, "unknown")]
    [InlineData("néant", null, "nothing")]
    [InlineData("-", null, "nothing")]
    [InlineData("50 €", null, "50.00")]
    [InlineData("50", null, "ambiguous-cell money-or-part 50 50/100")]
    [InlineData("1", null, "ambiguous-cell money-or-part 1 1/100")]
    [InlineData("50", "somme", "50.00")]
    [InlineData("50", "part du coût", "share 1/2")]
    [InlineData("50 %", "part du reste", "remainder 1/2")]
    [InlineData("1", "part du coût", "ambiguous-cell whole-or-percent 1")]
    [InlineData("26,000", null, "ambiguous-cell two-sums 26000 26")]
    [InlineData("4.000", null, "ambiguous-cell two-sums 4000 4")]
    [InlineData("0", null, "ambiguous-cell zero")]
    [InlineData("0 €", null, "ambiguous-cell zero")]
    [InlineData("0 %", null, "ambiguous-cell zero")]
    [InlineData("31 400", "le solde", "ambiguous-cell balance-sum 31400")]
    [InlineData("x", "le solde", "balance")]
    [InlineData("50 %", "somme", "ambiguous-cell part-not-sum")]
    [InlineData("50 %", "le solde", "ambiguous-cell part-of-what")]
    [InlineData("26 000 €", "part du coût", "ambiguous-cell sum-not-part")]
    [InlineData("le solde", "somme", "ambiguous-cell balance-not-nature")]
    [InlineData("-500", null, "negative-money ")]
    [InlineData("120 %", null, "share-out-of-range ")]
    [InlineData("voir courrier", null, "unreadable-cell money")]
    [InlineData("26 000 dont 5 000 de la CAF", null, "unreadable-cell money")]
    public void Year_AsPeopleWriteIt_IsReadOrAsked(string text, string? nature, string expected)
    {
        MoneyNature? said = nature is null ? null : Choices.Nature.Read(nature);
        FileTrouble? trouble = FormMoney.Read(GridCell.OfText(text), said, out YearMoney money);
        Assert.Equal(
            expected, trouble is null ? Said(money) : $"{KebabCase.Of(trouble.Code.ToString())} {string.Join(' ', trouble.Arguments)}");
    }

    [Theory]
    [InlineData("52 000 €", "52000.00")]
    [InlineData("52 k€", "52000.00")]
    [InlineData("4 333,33 €/mois", "51999.96")]
    [InlineData("inconnu", "unknown")]
    [InlineData("NC", "unknown")]
    [InlineData("néant", "unknown")]
    [InlineData("52,5", "ambiguous-cell cost-scale 52.5 52500")]
    [InlineData("52", "ambiguous-cell cost-scale 52 52000")]
    [InlineData("50,000", "ambiguous-cell two-costs 50000 50")]
    [InlineData("0", "ambiguous-cell zero-cost")]
    [InlineData("500 € par an", "500.00")]
    [InlineData("0 € par an", "0.00")]
    [InlineData("cinquante mille", "unreadable-cell money")]
    public void Cost_AsPeopleWriteIt_IsReadOrAsked(string text, string expected)
    {
        FileTrouble? trouble = FormMoney.ReadCost(GridCell.OfText(text), out Euros? cost, out _);
        Assert.Equal(expected, trouble is null
            ? cost?.ToString() ?? "unknown" : $"{KebabCase.Of(trouble.Code.ToString())} {string.Join(' ', trouble.Arguments)}");
    }

    [Theory]
    [InlineData("toutes", "all")]
    [InlineData("oui", "all")]
    [InlineData("aucune", "")]
    [InlineData("2026", "2026")]
    [InlineData("2025 et 2026", "2025 2026")]
    [InlineData("2025-2027", "2025 2026 2027")]
    [InlineData("2025, 2027", "2025 2027")]
    [InlineData("du 01/07/2026 au 30/06/2027", "2026-07-01..2027-06-30")]
    [InlineData("01/07/2026 - 30/06/2027 et 2028", "2026-07-01..2027-06-30 2028")]
    [InlineData("2026 (18 000,50 €)", "2026 18000.50")]
    [InlineData("2026-2027 (18 000 €, décidé le 12/03/2026) ; 2028 (décidée en mars 2028)",
        "2026-01-01..2027-12-31 18000.00 on 2026-03-12 2028 on 2028-03")]
    [InlineData("du 30/06/2027 au 01/07/2026", "unreadable")]
    [InlineData("01/07/2026", "unreadable")]
    [InlineData("2026 (18 000)", "unreadable")]
    [InlineData("2026 (env. 18 000 €)", "unreadable")]
    [InlineData("2026 (18 000 €, 5 000 €)", "unreadable")]
    [InlineData("2026 (sûr)", "unreadable")]
    [InlineData("peut-être", "unreadable")]
    public void Firm_AsPeopleWriteIt_IsRead(string text, string expected) =>
        Assert.Equal(expected, FirmText.Read(GridCell.OfText(text), out var said) is null
            ? said.All ? "all" : string.Join(' ', said.Parts.SelectMany(PartsOf)) : "unreadable");

    private static IEnumerable<string> PartsOf(FirmPart part) => part.IsPlainYears
        ? Enumerable.Range(part.From.Year, part.Until.Year - part.From.Year + 1).Select(year => $"{year}")
        : [(part.IsYears && part.From.Year == part.Until.Year
            ? $"{part.From.Year}" : $"{part.From:uuuu-MM-dd}..{part.Until:uuuu-MM-dd}")
                + (part.Amount is { } sum ? $" {sum}" : "") + (part.DecidedOn is { } decided ? $" on {decided}" : "")];

    [Theory]
    [InlineData("30/06/26", null, "2026-06-30")]
    [InlineData("30/06", 2026, "2026-06-30")]
    [InlineData("30 juin", 2026, "2026-06-30")]
    [InlineData("fin juin", 2026, "2026-06")]
    [InlineData("fin juin 2026", null, "2026-06")]
    [InlineData("juin 2026", null, "2026-06")]
    [InlineData("2026-06-30", null, "2026-06-30")]
    [InlineData("20260630", null, "2026-06-30")]
    [InlineData("15-mars-26", null, "2026-03-15")]
    [InlineData("30/06/2026 00:00:00", null, "2026-06-30")]
    [InlineData("30/06", null, "ambiguous-cell date-year")]
    [InlineData("bientôt", null, "unreadable-cell date")]
    public void Term_AsPeopleWriteIt_IsReadOrAsked(string text, int? year, string expected)
    {
        FileTrouble? trouble = FormDates.ReadTerm(GridCell.OfText(text), year, out Term term);
        Assert.Equal(expected, trouble is null
            ? term.ToString() : $"{KebabCase.Of(trouble.Code.ToString())} {string.Join(' ', trouble.Arguments)}");
    }

    [Theory]
    [InlineData("pourvu", "Occupied ")]
    [InlineData("vacant depuis le 01/09/2026", "Vacant 2026-09-01")]
    [InlineData("vacant depuis septembre 2026", "Vacant 2026-09")]
    [InlineData("vacant (01/09/2026)", "Vacant 2026-09-01")]
    [InlineData("recrutement en cours", "Recruiting ")]
    [InlineData("non pourvu", "Vacant ")]
    [InlineData("Mme Martin", "unreadable")]
    public void Occupancy_AsPeopleWriteIt_IsRead(string text, string expected) =>
        Assert.Equal(
            expected, FormDates.ReadOccupancy(GridCell.OfText(text), out var said) is null ? $"{said.State} {said.Since}" : "unreadable");

    [Theory]
    [InlineData("obtenu", CommitmentStatus.Granted)]
    [InlineData("accordé", CommitmentStatus.Granted)]
    [InlineData("voté", CommitmentStatus.Granted)]
    [InlineData("délibéré", CommitmentStatus.Granted)]
    [InlineData("à signer", CommitmentStatus.Granted)]
    [InlineData("délibéré, convention à signer", CommitmentStatus.Granted)]
    [InlineData("demandé", CommitmentStatus.Requested)]
    [InlineData("en cours", CommitmentStatus.Requested)]
    [InlineData("signé", CommitmentStatus.Signed)]
    [InlineData("granted", CommitmentStatus.Granted)]
    [InlineData("peut-être", null)]
    public void Status_AsPeopleWriteIt_IsRead(string text, CommitmentStatus? expected) =>
        Assert.Equal(expected, Choices.Status.Read(text));

    private static string Said(YearMoney said)
    {
        string what = said switch
        {
            { IsNothing: true } => "nothing",
            { Money: { } money } => $"{money}{(said.IsRate ? " a year" : "")}",
            { OfRemainder: true, Share: { } part } => $"remainder {part}",
            { OfRemainder: true } => "balance",
            { Share: { } share } => $"share {share}",
            _ => "unknown",
        };
        return string.Join(' ', ((string?[])[what, said.Cap is { } cap
            ? $"cap {cap}" : null, said.IsApproximate ? "about" : null, said.How]).Where(part => part is not null));
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
        string text = said switch
        {
            { Money: { } money } => $"total {money}",
            { OfRemainder: true, Share: { } part } => $"remainder {part}",
            { OfRemainder: true } => "balance",
            { Share: { } share } => $"share {share}",
            _ => "unknown",
        };
        return said.Approximate ? text + " approximate" : text;
    }
}
