using FundingReports.Sentences;

namespace FundingReports;

// A horizon, in words.
public sealed partial record FundingHorizon
{
    /// <summary>
    /// The horizon in English, as every text without a language is: "until 23/07/2023". For people, say in which language.
    /// </summary>
    public override string ToString() => ToString(Language.English);

    /// <summary>The horizon in words: "jusqu'au 23/07/2023", "non couvert en totalité à ce jour".</summary>
    public string ToString(Language language) => HorizonTexts.Short(this, language);
}
