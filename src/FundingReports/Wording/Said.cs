namespace FundingReports.Wording;

/// <summary>The same thing in both languages.</summary>
internal readonly record struct Said(string French, string English)
{
    internal static Said Of(Func<Language, string> say) => new(say(Language.French), say(Language.English));

    internal string In(Language language) => language is Language.French ? French : English;
}
