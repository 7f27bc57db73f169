using FundingReports.Sentences;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Tests.Texts;

public class WordsTests
{
    [Theory]
    [InlineData(2_600_000, "26 000 €", "€26,000")]
    [InlineData(5, "0,05 €", "€0.05")]
    [InlineData(99_999, "999,99 €", "€999.99")]
    [InlineData(123_456_789_012, "1 234 567 890,12 €", "€1,234,567,890.12")]
    [InlineData(-100_000, "-1 000 €", "-€1,000")]
    public void Money_Any_IsGroupedByThousands(long cents, string french, string english)
    {
        Assert.Equal(french.Replace(' ', '\u202f'), Words.Money(Euros.FromCents(cents), Language.French));
        Assert.Equal(english, Words.Money(Euros.FromCents(cents), Language.English));
    }

    [Fact]
    public void Date_AnyPrecision_IsKept()
    {
        Assert.Equal("23/07/2023", Words.Date(new LocalDate(2023, 7, 23), Language.French));
        Assert.Equal("23 July 2023", Words.Date(new LocalDate(2023, 7, 23), Language.English));
        Assert.Equal("juillet 2023", Words.Date(PartialDate.Of(2023, 7), Language.French));
        Assert.Equal("2023", Words.Date(PartialDate.Of(2023), Language.French));
        Assert.Equal("1er février 2022", Words.LongDate(new LocalDate(2022, 2, 1), Language.French));
        Assert.Equal("8 février 2022", Words.LongDate(new LocalDate(2022, 2, 8), Language.French));
    }

    [Fact]
    public void Duration_OfTheLandes_Is17MonthsAnd16Days()
    {
        Period left = Period.Between(new LocalDate(2022, 2, 8), new LocalDate(2023, 7, 24), PeriodUnits.Months | PeriodUnits.Days);
        Assert.Equal("17 mois et 16 jours", Words.Duration(left, Language.French));
        Assert.Equal("17 months and 16 days", Words.Duration(left, Language.English));
        Assert.Equal("1 jour", Words.Duration(Period.FromDays(1), Language.French));
        Assert.Equal("0 jour", Words.Duration(Period.Zero, Language.French));
        Assert.Equal("12 mois", Words.Duration(Period.FromYears(1), Language.French));
    }

    [Theory]
    [InlineData(203, 360, "56,39 %", "56.39%")]
    [InlineData(1, 2, "50 %", "50%")]
    [InlineData(1, 8, "12,5 %", "12.5%")]
    [InlineData(2, 3, "66,67 %", "66.67%")]
    [InlineData(12, 10, "120 %", "120%")]
    [InlineData(0, 3, "0 %", "0%")]
    // What is not nothing, and not the whole, is not said to be.
    [InlineData(1, 100000, "0,001 %", "0.001%")]
    [InlineData(9_999_999, 10_000_000, "99,99999 %", "99.99999%")]
    [InlineData(1_000_001, 1_000_000, "100,0001 %", "100.0001%")]
    [InlineData(-1, 100000, "-0,001 %", "-0.001%")]
    [InlineData(10_000, 10_000, "100 %", "100%")]
    public void Percent_Any_RoundsToTwoDecimals(int numerator, int denominator, string french, string english)
    {
        Assert.Equal(french.Replace(' ', '\u202f'), Words.Percent(numerator, denominator, Language.French));
        Assert.Equal(english, Words.Percent(numerator, denominator, Language.English));
    }

    [Fact]
    public void List_Any_EndsOnAnd()
    {
        Assert.Equal("", Words.List([], Language.French));
        Assert.Equal("a", Words.List(["a"], Language.French));
        Assert.Equal("a, b et c", Words.List(["a", "b", "c"], Language.French));
        Assert.Equal("a and b", Words.List(["a", "b"], Language.English));
    }

    [Theory]
    [InlineData("Bordeaux", "de Bordeaux")]
    [InlineData("Agen", "d’Agen")]
    [InlineData("État", "d’État")]
    [InlineData("Hérault", "d’Hérault")]
    [InlineData("Haute-Marne", "de Haute-Marne")]
    [InlineData("Yvetot", "d’Yvetot")]
    [InlineData("yaourt", "de yaourt")]
    [InlineData("onze", "de onze")]
    [InlineData("", "de ")]
    public void De_Any_ElidesBeforeAVowel(string name, string expected) => Assert.Equal(expected, Words.De(name));

    [Fact]
    public void Count_Any_Agrees()
    {
        Assert.Equal("1 poste", Words.Count(1, "poste", "postes", Language.French));
        Assert.Equal("0 poste", Words.Count(0, "poste", "postes", Language.French));
        Assert.Equal("3 postes", Words.Count(3, "poste", "postes", Language.French));
        Assert.Equal("0 posts", Words.Count(0, "post", "posts", Language.English));
    }
}
