using FundingReports.Tests.Sentences;

namespace FundingReports.Tests.Texts;

/// <summary>The words are in the approved sentences; without a language they are English.</summary>
public sealed class HorizonTextsTests
{
    [Fact]
    public void ToString_EveryState_IsEnglishAndHasItsOwnWords()
    {
        FundingHorizon[] horizons = [.. AnswerSituations.Horizons];
        Assert.All(horizons, horizon => Assert.Equal(horizon.ToString(Language.English), horizon.ToString()));
        foreach (Language language in Enum.GetValues<Language>())
            Assert.Equal(horizons.Length, horizons.Select(horizon => horizon.ToString(language)).Distinct().Count());
        Assert.Equal(Enum.GetValues<HorizonState>(), horizons.Select(horizon => horizon.State).Distinct().Order());
    }
}
