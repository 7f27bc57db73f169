using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Exchange.Tests;

/// <summary>What is written with a doubt, or may be a slip, is asked about: it makes no figure in silence.</summary>
public class DoubtfulWordTests
{
    private static IntakeReading Read(string status = "voté", string money = "20000", string cap = "", string post = "Poste A",
        string header = "Divers", string other = "") => Sent.Read(Encoding.UTF8.GetBytes(
            $"Poste;Coût 2026;Financeur;2026;Plafond;Statut;Décidé le;{header}\nPoste A;50000;État;10000;;voté;01/02/2026;\n"
            + $"Poste A;;CAF;1000;;voté;01/02/2026;\n{post};;Région;{money};{cap};{status};01/02/2026;{other}\n"), "Plan.csv");

    public static TheoryData<string> Statuses => new(Choices.Status.Words.Concat(["voté", "signé", "acquis", "notifié", "accordé"]));

    [Theory, MemberData(nameof(Statuses))]
    public void StatusWithADoubt_IsAsked(string word)
    {
        Assert.DoesNotContain(Read(word).Problems, problem => problem.Code is ProblemCode.NotOneOf);
        foreach (string doubt in (string[])[$"{word} ?", $"{word}?", $"? {word}", $"{word} (?)"])
        {
            IntakeReading reading = Read(doubt);
            Assert.Null(reading.Portfolio);
            Problem asked = Assert.Single(reading.Problems, problem => problem.Code is ProblemCode.NotOneOf);
            Assert.Equal(doubt, asked.Found);
            Assert.Equal(5, ProblemAnswers.Of(asked).Length);
        }
    }

    [Theory, InlineData("non signé"), InlineData("pas signé"), InlineData("pas encore signé"), InlineData("not signed")]
    public void StatusThatOnlyDenies_IsAsked(string word) =>
        Assert.Single(Read(word).Problems, problem => problem.Code is ProblemCode.NotOneOf);

    [Theory]
    [InlineData("un tiers"), InlineData("le solde"), InlineData("50 %"), InlineData("20 000 €"), InlineData("la moitié du reste")]
    public void AmountWithADoubt_IsRefused(string money)
    {
        Assert.NotNull(Read(money: money).Portfolio);
        Assert.Null(Read(money: money + " ?").Portfolio);
    }

    [Theory, InlineData("oui"), InlineData("toutes"), InlineData("2026"), InlineData("aucune")]
    public void FirmWithADoubt_IsRefused(string word)
    {
        Assert.Null(FirmText.Read(GridCell.OfText(word), out _));
        Assert.NotNull(FirmText.Read(GridCell.OfText(word + " ?"), out _));
        Assert.Null(YesNoText.Read(GridCell.OfText(word + " ?")));
    }

    /// <summary>Twenty euros a year, or twenty thousand: nobody chooses for who wrote it.</summary>
    [Theory]
    [InlineData("20", true), InlineData("100", true), InlineData("20 €", false), InlineData("20000", false), InlineData("101", false)]
    public void CeilingOfNextToNothing_IsAsked(string cap, bool isAsked)
    {
        foreach (IntakeReading reading in (IntakeReading[])[Read(money: "50 %", cap: cap), Read(money: $"50 % max {cap}")])
        {
            Assert.Equal(isAsked, reading.Portfolio is null);
            if (isAsked)
                Assert.Equal(2, ProblemAnswers.Of(Assert.Single(reading.Problems, problem => problem.Code is ProblemCode.AmbiguousCell))
                    .Length);
        }
    }

    /// <summary>« 1/2 », typed into a cell of euros, is the number of a day there: every such fraction is asked about.</summary>
    [Fact]
    public void FractionThatBecameADay_IsAsked()
    {
        for (int month = 2; month <= 12; month++)
            for (int part = 1; part < month; part++)
            {
                decimal number = Period.DaysBetween(new LocalDate(1899, 12, 30), new LocalDate(2026, month, part));
                string? fraction = DayFraction.Of(number, 2026, 2026);
                if (fraction is null)
                    continue;
                Assert.Equal($"{part}/{month}", fraction);
                using var workbook = new XLWorkbook();
                Sheets.Fill(workbook.AddWorksheet("Plan"), ["Poste", "Coût 2026", "Financeur", "2026", "Statut"],
                    [["Poste A", 60_000m, "État", number, "voté"]], 1);
                workbook.Worksheet(1).Cell("D2").Style.NumberFormat.Format = "#,##0.00\\ \"€\"";
                byte[] form = Sheets.Bytes(workbook);
                IntakeReading reading = Sent.Read(form);
                Problem asked = Assert.Single(reading.Problems, problem => problem.Arguments is ["date-sum", ..]);
                Assert.Equal(fraction, asked.Arguments[2]);
                var answers = ProblemAnswers.Of(asked);
                string figure = number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202F');
                Assert.Equal([$"{fraction} du coût", $"{figure}\u202F€"],
                    answers.Select(answer => answer.InWords(Language.French).Replace('\u00A0', '\u202F')));
                Knowable<Euros>[] said = [.. answers.Select(answer => IntakeReader.Read(new MemoryStream(form), "retour.xlsx",
                    new IntakeOptions { Corrections = answer.Corrections }).Portfolio!.Analyze(new(2026, 6, 1)).Posts[0].Year(2026)
                    .Agreed.Funding)];
                Assert.Equal([Knowable<Euros>.Known(Euros.Of(60_000m * part / month)), Knowable<Euros>.Known(Euros.Of(number))], said);
            }
        Assert.Equal("1/2", DayFraction.Of(46_054, 2025, 2027));
        Assert.Null(DayFraction.Of(46_054, 2029, 2031));
        Assert.Null(DayFraction.Of(46_100, 2025, 2027));
        Assert.Null(DayFraction.Of(46_054.5m, 2025, 2027));
    }

    /// <summary>What the library writes itself, it reads back without a question.</summary>
    [Fact]
    public void SumThatIsAlsoADay_WrittenByTheForm_IsReadBack()
    {
        Portfolio portfolio = Read(money: "46 054 €", cap: "").Portfolio!;
        IntakeReading back = Sent.AndBack(IntakeTemplate.FilledIn(portfolio));
        Assert.DoesNotContain(back.Problems, problem => problem.Code is ProblemCode.AmbiguousCell);
        Assert.Contains(back.Portfolio!.Commitments, commitment => $"{commitment.Amount}".Contains("46054", StringComparison.Ordinal));
    }

    /// <summary>A misspelt post is asked about, and may be answered.</summary>
    [Fact]
    public void MisspeltPost_HasItsAnswer()
    {
        IntakeReading reading = Read(post: "Postee A");
        Assert.Equal(2, reading.Facts.Posts.Length);
        Problem asked = Assert.Single(reading.Problems, problem => problem.Arguments is ["near-post", ..]);
        ProblemAnswer answer = Assert.Single(ProblemAnswers.Of(asked));
        Assert.Equal("Oui, c’est « Poste A »", answer.InWords(Language.French));
        Assert.Equal("Poste A", Assert.Single(answer.Corrections).Value);
    }

    /// <summary>Money below a header of money, or below the name of who pays, is not lost on a mere warning.</summary>
    [Theory]
    [InlineData("Aide exceptionnelle"), InlineData("Primes"), InlineData("CAF"), InlineData("Région"), InlineData("Participation"),
        InlineData("Charges"), InlineData("Mairie de Dax"), InlineData("Complément")]
    public void PlainNumbers_BelowAHeaderOfMoney_AreAsked(string header)
    {
        IntakeReading reading = Read(header: header, other: "3000");
        Assert.Null(reading.Portfolio);
        Assert.Single(reading.Problems, problem => problem.Code is ProblemCode.AmbiguousCell && problem.Found == header);
        Assert.NotNull(Read(header: header, other: "vu avec la direction").Portfolio);
    }

    [Fact]
    public void PartInWords_IsUnreadable_AndNotNothing() =>
        Assert.Contains(Read(money: "cinquante %").Problems, problem => problem.Code is ProblemCode.UnreadableCell);
}
