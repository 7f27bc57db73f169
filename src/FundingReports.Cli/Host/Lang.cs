using FundingReports.Wording;

namespace FundingReports.Cli.Host;

/// <summary>The language asked for. It is looked for before anything is parsed, since wrong usage is said in it too.</summary>
internal static class Lang
{
    internal static Language In(string[] args)
    {
        for (int i = 0; i < args.Length; i++)
            if (args[i] is "--lang=en" or "--lang:en" || (args[i] is "--lang" && i + 1 < args.Length && args[i + 1] is "en"))
                return Language.English;
        return Language.French;
    }

    /// <summary>The two languages, side by side.</summary>
    internal static string Say(this Language language, string french, string english) => language switch
    {
        Language.French => FrenchText.NoBreak(french),
        Language.English => english,
    };

    /// <summary>The two languages, side by side; what people wrote is quoted as it is.</summary>
    internal static string Say(this Language language, FrenchText french, EnglishText english) => Phrase.In(language, french, english);
}
