using CsCheck;
using FundingReports.Testing;
using FundingReports.Wording;
using NodaTime;
using static FundingReports.Tests.Sentences.Costed;

namespace FundingReports.Tests.Sentences;

/// <summary>A length is no more precise than the end that it stands beside.</summary>
public class LengthTests
{
    [Theory]
    [InlineData("2023-07-23", "jusqu’au 23 juillet 2023 (17 mois et 16 jours)", "until 23 July 2023 (17 months and 16 days)")]
    [InlineData("2023-07", "jusqu’en juillet 2023 (17 mois)", "into July 2023 (17 months)")]
    [InlineData("2023", "jusqu’en 2023 (22 mois)", "into 2023 (22 months)")]
    [InlineData("2022-03", "jusqu’en mars 2022 (1 mois)", "into March 2022 (1 month)")]
    [InlineData("2022-02", "jusqu’en février 2022 (moins d’un mois)", "into February 2022 (less than a month)")]
    [InlineData("2024-02-07", "jusqu’au 7 février 2024 (24 mois)", "until 7 February 2024 (24 months)")]
    [InlineData("2024-02-06", "jusqu’au 6 février 2024 (23 mois et 30 jours)", "until 6 February 2024 (23 months and 30 days)")]
    [InlineData("2025-06-30", "jusqu’au 30 juin 2025 (40 mois et 23 jours)", "until 30 June 2025 (40 months and 23 days)")]
    public void Length_HasThePrecisionOfTheEnd(string until, string french, string english)
    {
        var analysis = Posts("Poste 1").Signed(State, Share.Whole, Paid, until).AsOf("2022-02-08");
        Assert.Contains(french, analysis.Summary(Language.French).Replace('\u00a0', ' ').Replace('\u202f', ' '));
        Assert.Contains(english, analysis.Summary(Language.English));
    }

    /// <summary>A length never says more time than is left.</summary>
    [Fact]
    public void Length_OfAnyPeriod_IsAtMostWhatIsLeft() =>
        Gen.Select(Gen.Int[0, 1500], Gen.Int[0, 60], (start, months) => (From: new LocalDate(2021, 1, 1).PlusDays(start), months))
            .Sample(drawn =>
            {
                LocalDate last = drawn.From.With(DateAdjusters.StartOfMonth).PlusMonths(drawn.months + 1).PlusDays(-1);
                Period left = Period.Between(drawn.From, last.PlusDays(1), PeriodUnits.Months | PeriodUnits.Days);
                string said = Words.Duration(left, new PartialDate(last.Year, last.Month), Language.English);
                Assert.Equal(left.Months == 0 ? "less than a month" : left.Months == 1 ? "1 month" : $"{left.Months} months", said);
            }, iter: 200);
}
