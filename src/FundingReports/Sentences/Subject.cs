using FundingReports.Wording;

namespace FundingReports.Sentences;

/// <summary>Of which posts something is said: the words, and how many they are, for the agreement.</summary>
/// <param name="Text">The words, in small letters: « trois postes sur quatre ».</param>
/// <param name="Count">How many posts.</param>
/// <param name="Language">The language.</param>
/// <param name="None">How it is denied of all of them: « aucun des deux postes »; null where they are not all posts, or only one.</param>
internal readonly record struct Subject(string Text, int Count, Language Language, string? None = null)
{
    private bool IsPlural => Count > 1;

    /// <summary>« est », « sont ».</summary>
    internal string Is => Language switch
    {
        Language.French => IsPlural ? "sont" : "est",
        Language.English => IsPlural ? "are" : "is",
    };

    /// <summary>« n'est », « ne sont ».</summary>
    internal string IsNot => Language switch
    {
        Language.French => IsPlural ? "ne sont" : "n’est",
        Language.English => IsPlural ? "are not" : "is not",
    };

    /// <summary>
    /// The same where it is denied, for the agreement: of all posts, « aucun des deux postes », since "all two are not" misleads.
    /// </summary>
    internal Subject Denied => None is { } none ? new(none, 1, Language) : this;

    /// <summary>« n'est pas », « ne sont pas » ; « n'est » after « aucun ».</summary>
    internal string IsDenied => None is null
        ? Phrase.In(Language, $"{IsNot} pas", IsNot) : Phrase.In(Language, $"n'est", "is");

    /// <summary>« l'est », « le sont », after a pronoun.</summary>
    internal string IsSo => Language switch
    {
        Language.French => IsPlural ? "le sont" : "l’est",
        Language.English => IsPlural ? "are" : "is",
    };

    /// <summary>« sera », « seront ».</summary>
    internal string WillBe => Language switch
    {
        Language.French => IsPlural ? "seront" : "sera",
        Language.English => "will be",
    };

    /// <summary>« pour chacun », after a figure that is each post's.</summary>
    internal string Each => IsPlural ? Phrase.In(Language, $" pour chacun", " for each") : "";

    /// <summary>« a », « ont ».</summary>
    internal string Has => Language switch
    {
        Language.French => IsPlural ? "ont" : "a",
        Language.English => IsPlural ? "have" : "has",
    };

    /// <summary>The mark of the plural of a participle.</summary>
    internal string S => Language is Language.French && IsPlural ? "s" : "";

    /// <summary>« il », « ils ».</summary>
    internal string They => Language switch
    {
        Language.French => IsPlural ? "ils" : "il",
        Language.English => IsPlural ? "they" : "it",
    };

    /// <summary>A stand-in, to see whether one would say the same of two posts.</summary>
    internal static Subject Any(Language language) => new("", 1, language);

    /// <summary>Some posts out of all.</summary>
    internal static Subject Of(int count, int all, Language language) => new(
        count == all && all == 1 ? Phrase.In(language, $"le poste", "the post")
        : count == all
            ? Phrase.In(language, $"les {NumberWords.Cardinal(all, language)} postes", all == 2 ? "both posts" : $"all {NumberWords.Cardinal(all, language)} posts")
        : Phrase.In(language,
            $"{NumberWords.Cardinal(count, language)} {Words.Plural(count, "poste", "postes", language)} sur {NumberWords.Cardinal(all, language)}",
            $"{NumberWords.Cardinal(count, language)} of the {NumberWords.Cardinal(all, language)} posts"),
        count, language,
        count < all || all == 1 ? null : Phrase.In(language, $"aucun des {NumberWords.Cardinal(all, language)} postes",
            all == 2 ? "neither post" : $"none of the {NumberWords.Cardinal(all, language)} posts"));

    /// <summary>All the posts of which nothing was said yet.</summary>
    internal static Subject Rest(int count, int all, bool afterOne, Language language) => new(
        count > 1 ? Phrase.In(
            language, $"les {NumberWords.Cardinal(count, language)} autres", $"the other {NumberWords.Cardinal(count, language)}")
        : afterOne && NumberWords.Ordinal(all, language) is { } ordinal ? Phrase.In(language, $"le {ordinal}", $"the {ordinal}")
        : Phrase.In(language, $"le dernier", "the last one"),
        count, language);

    /// <summary>Some of the posts of which nothing was said yet.</summary>
    internal static Subject Others(int count, Language language) => new(
        Phrase.In(language,
            $"{NumberWords.Cardinal(count, language)} {Words.Plural(count, "autre", "autres", language)}",
            count == 1 ? "another" : $"{NumberWords.Cardinal(count, language)} others"),
        count, language);

    /// <summary>Posts by their labels: « le poste 6 », « les postes « Dax » et « Parentis » ».</summary>
    internal static Subject Named(IReadOnlyList<string> labels, Language language)
    {
        string[] names = [.. labels.Select(Words.OneLine)];
        bool numbered = names.All(IsNumbered);
        string list = Words.List(
            [.. names.Select(name => numbered ? name["poste ".Length..] : Phrase.In(language, $"« {name} »", $"“{name}”"))], language);
        return new(names.Length > 1
            ? Phrase.In(language, $"les postes {list}", numbered ? $"posts {list}" : $"the posts {list}")
            : Phrase.In(language, $"le poste {list}", numbered ? $"post {list}" : $"the post {list}"), names.Length, language);
    }

    /// <summary>« Poste 6 », « Poste A » : a label that is said without quotation marks.</summary>
    private static bool IsNumbered(string name) =>
        name.Length is > 6 and <= 12 && name.StartsWith("poste ", StringComparison.OrdinalIgnoreCase)
            && name.AsSpan(6).IndexOfAny(" ,;:(") < 0;
}
