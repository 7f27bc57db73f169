using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Tests.Json;
using FundingReports.Texts;
using FundingReports.Wording;
using FundingReports.Validation;

namespace FundingReports.Tests.Texts;

public class CultureTests
{
    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("")]
    public void Everything_AnyCulture_IsTheSame(string culture)
    {
        string expected = Everything();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Everything());
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    private static string Everything()
    {
        Portfolio portfolio = Portfolio.Parse(
            Documents.With(("\"cap\": \"30000\"", "\"until\": \"open\", \"cap\": 30000.5"), ("\"until\": \"2023-07-23\", ", ""),
                ("\"fte\": \"1\"", "\"fte\": 0.5")));
        ImmutableArray<Problem> problems = Documents.Problems(
            Documents.With(("\"share\": \"1/2\"", "\"share\": -1.5"), ("\"until\": \"2023-07-23\"", "\"until\": \"1999\""),
                ("25000", "-25000.5")));
        IEnumerable<string> lines = portfolio.Findings.Concat(problems)
            .SelectMany(problem => (string[])[problem.ToLine(Language.French), problem.ToLine(Language.English)]);
        return string.Join("\n",
            [portfolio.ToJson(), portfolio.Hash, .. lines, Words.Money(Euros.Of(-1234567), Language.French),
                Words.Percent(203, 360, Language.French)]);
    }
}
