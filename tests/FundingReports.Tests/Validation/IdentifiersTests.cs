using FundingReports.Validation;

namespace FundingReports.Tests.Validation;

public class IdentifiersTests
{
    [Theory]
    [InlineData("67895644300011", true, false)]
    [InlineData("35600000000048", true, true)]
    // La Poste: a digit sum that is a multiple of 5, where Luhn would say no.
    [InlineData("35600000000001", true, true)]
    [InlineData("35600000000002", true, false)]
    [InlineData("73282932000074", true, true)]
    [InlineData("7328293200007", false, false)]
    [InlineData("7328293200007A", false, false)]
    [InlineData("732 829 320 00074", false, false)]
    [InlineData("٧٣٢٨٢٩٣٢٠٠٠٠٧٤", false, false)]
    [InlineData(null, false, false)]
    public void Siret_Any_IsJudgedByLengthThenChecksum(string? siret, bool wellFormed, bool right)
    {
        Assert.Equal(wellFormed, Identifiers.IsSiret(siret));
        Assert.Equal(right, Identifiers.HasSiretChecksum(siret));
    }

    [Fact]
    public void Siren_Any_IsJudgedByLuhn()
    {
        Assert.True(Identifiers.HasSirenChecksum("732829320"));
        Assert.False(Identifiers.HasSirenChecksum("732829321"));
        Assert.False(Identifiers.HasSirenChecksum("73282932"));
    }

    [Fact]
    public void Departements_All_Are101()
    {
        Assert.Equal(101, Identifiers.Departements.Count);
        Assert.Equal("Landes", Identifiers.Departements["40"]);
        Assert.Equal("Corse-du-Sud", Identifiers.Departements["2A"]);
        Assert.True(Identifiers.Departements.ContainsKey("976"));
        Assert.False(Identifiers.Departements.ContainsKey("20"));
        Assert.False(Identifiers.Departements.ContainsKey("1"));
    }
}
