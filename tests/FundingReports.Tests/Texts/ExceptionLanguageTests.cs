using System.Globalization;
using FundingReports.Policies;
using FundingReports.Tests.Json;
using FundingReports.Tests.Policies;
using NodaTime;

namespace FundingReports.Tests.Texts;

/// <summary>An exception says each problem once, in the language of who runs the program; the other is a call away.</summary>
public class ExceptionLanguageTests
{
    [Theory]
    [InlineData("fr-FR", Language.French)]
    [InlineData("fr-CA", Language.French)]
    [InlineData("en-US", Language.English)]
    [InlineData("de-DE", Language.English)]
    [InlineData("", Language.English)]
    public void Message_IsInOneLanguage(string culture, Language expected)
    {
        PortfolioException facts = Assert.Throws<PortfolioException>(
            () => Portfolio.Parse(Documents.With(("\"share\": \"1/2\"", "\"share\": \"120 %\""), ("\"fte\": \"1\"", "\"fte\": \"-1\""))));
        PolicySetException rules = Assert.Throws<PolicySetException>(
            () => PolicySet.Parse(PolicyDocuments.With(("\"value\": 36", "\"value\": \"x\""))));
        PolicyException none = Assert.Throws<PolicyException>(() => PolicySet.Default.On("no.such", new LocalDate(2022, 2, 8)));
        FundingJsonException[] json = [.. Refusals.All];
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(facts.In(expected), facts.Message);
            Assert.Equal(rules.In(expected), rules.Message);
            Assert.Equal(none.In(expected), none.Message);
            Assert.All(json, one => Assert.Equal(one.In(expected), one.Message));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
        // Each problem on one line, once.
        foreach (Language language in Enum.GetValues<Language>())
        {
            string[] lines = facts.In(language).Split(Environment.NewLine);
            Assert.Equal(facts.Problems.Select(problem => problem.Path).Order(),
                lines.Select(line => line.Split(':')[0].TrimEnd()).Order());
            string said = facts.In(language);
            Assert.All(facts.Problems, problem => Assert.Contains(problem.Message(language), said, StringComparison.Ordinal));
            Language other = language is Language.French ? Language.English : Language.French;
            Assert.All(facts.Problems, problem => Assert.DoesNotContain(problem.Message(other), said, StringComparison.Ordinal));
        }
    }
}
