using System.Globalization;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests.Json;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Properties;

/// <summary>The same file gives the same text on any machine.</summary>
public class AnywhereTests
{
    // Any seed will do; a fixed one, so that each culture answers the same questions.
    private static readonly (PortfolioFacts Facts, LocalDate AsOf,
        LocalDate Through)[] questions = [.. Generators.Question.Array[40].Drawn("0000-PXaq7B2")];

    [Theory]
    [InlineData("fr-FR", "Europe/Paris")]
    [InlineData("en-US", "America/Los_Angeles")]
    [InlineData("ar-SA", "Asia/Riyadh")]
    [InlineData("tr-TR", "Pacific/Kiritimati")]
    [InlineData("th-TH", "Pacific/Pago_Pago")]
    [InlineData("", "UTC")]
    public void Analysis_InAnyCultureAndTimeZone_IsTheSame(string culture, string zone)
    {
        string[] expected = All();
        (CultureInfo culture, CultureInfo ui, string? zone) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture,
            Environment.GetEnvironmentVariable("TZ"));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assert.Equal(expected, All());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before.culture, before.ui);
            Environment.SetEnvironmentVariable("TZ", before.zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void Analysis_OfAnyPortfolio_MeetsTheSchema() => Answers.Check(60, (question, _) =>
        ValidAnalysis.Json(Portfolio.Create(question.Facts).Analyze(question.AsOf, question.Through)));

    private static string[] All() =>
    [
        .. questions.Select(question => Portfolio.Parse(Portfolio.Create(WithoutScalings(question.Facts)).ToJson())
                .Analyze(question.AsOf, question.Through).ToJson()),
        Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio-with-assumptions.json")).Analyze(new LocalDate(2022, 2, 8))
            .ToJson(),
    ];

    // What a scenario has scaled is no fact: a file does not hold it.
    private static PortfolioFacts WithoutScalings(PortfolioFacts facts) =>
        facts with { Commitments = [.. facts.Commitments.Select(c => c with { Scalings = [] })] };
}
