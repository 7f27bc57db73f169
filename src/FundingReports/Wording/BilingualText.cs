using System.Text.Json.Serialization;

namespace FundingReports.Wording;

/// <summary>The same thing in both languages.</summary>
/// <param name="French">The French.</param>
/// <param name="English">The English.</param>
[JsonConverter(typeof(NoJson<BilingualText>))]
public readonly record struct BilingualText(string French, string English)
{
    /// <summary>What a function says in each language.</summary>
    public static BilingualText Of(Func<Language, string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return new(say(Language.French), say(Language.English));
    }

    /// <summary>A sentence in both languages, written side by side: <c>Said.Of($"Le poste {id} : …", $"The post {id}: …")</c>.</summary>
    public static BilingualText Of(FrenchText french, EnglishText english) => new(french.ToString(), english.ToString());

    /// <summary>The one of a language.</summary>
    public string In(Language language) => language is Language.French ? French : English;
}
