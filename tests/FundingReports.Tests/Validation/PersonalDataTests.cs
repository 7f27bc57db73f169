using FundingReports.Validation;

namespace FundingReports.Tests.Validation;

public class PersonalDataTests
{
    [Theory]
    [InlineData("écrire à jean.dupont@example.fr", "email")]
    [InlineData("José@société.fr.", "email")]
    [InlineData("06 12 34 56 78", "telephone")]
    [InlineData("tél. 05.58.06.12.34 (bureau)", "telephone")]
    [InlineData("+33 6 12 34 56 78", "telephone")]
    [InlineData("+33 (0)6 12 34 56 78", "telephone")]
    [InlineData("0033612345678", "telephone")]
    [InlineData("06\u00a012\u202f34 56 78", "telephone")]
    [InlineData("2 69 05 49 588 157 80", "social-security-number")]
    [InlineData("269054958815780", "social-security-number")]
    [InlineData("1 84 12 2A 588 157", "social-security-number")]
    public void Find_PersonalData_IsFoundAndMasked(string text, string kind)
    {
        (string Kind, string Masked) found = Assert.NotNull(PersonalData.Find(text));
        Assert.Equal(kind, found.Kind);
        Assert.True(found.Masked.Count(c => c is '•') > 5);
    }

    [Theory]
    [InlineData("Poste 1 @ Dax")]
    [InlineData("67895644300011")]
    [InlineData("EJ 2103456789")]
    [InlineData("délibération 2020-07-24/12 du 24/07/2020")]
    [InlineData("48 780,49 €")]
    [InlineData("FIPD 2022 2023 2024 2025")]
    [InlineData("@@@@")]
    public void Find_Else_IsNot(string text) => Assert.Null(PersonalData.Find(text));

    [Fact]
    public void Find_LongText_IsQuick() => Assert.Null(PersonalData.Find(new string('a', 30_000) + new string('1', 30_000) + "@"));
}
