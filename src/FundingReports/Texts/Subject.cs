namespace FundingReports.Texts;

/// <summary>Of which posts something is said: the words, and how many they are, for the agreement.</summary>
/// <param name="Text">The words, in small letters: « trois postes sur quatre ».</param>
/// <param name="Count">How many posts.</param>
/// <param name="Language">The language.</param>
internal readonly record struct Subject(string Text, int Count, Language Language)
{
    private bool IsPlural => Count > 1;

    /// <summary>« est », « sont ».</summary>
    internal string Is => Language switch
    {
        Language.French => IsPlural ? "sont" : "est",
        Language.English => IsPlural ? "are" : "is",
    };

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
        : count == all ? Phrase.In(language, $"les {NumberWords.Cardinal(all, language)} postes", $"all {NumberWords.Cardinal(all, language)} posts")
        : Phrase.In(language,
            $"{NumberWords.Cardinal(count, language)} {Words.Plural(count, "poste", "postes", language)} sur {NumberWords.Cardinal(all, language)}",
            $"{NumberWords.Cardinal(count, language)} of {NumberWords.Cardinal(all, language)} posts"),
        count, language);

    /// <summary>All the posts of which nothing was said yet.</summary>
    internal static Subject Rest(int count, int all, bool afterOne, Language language) => new(
        count > 1 ? Phrase.In(language, $"les {NumberWords.Cardinal(count, language)} autres", $"the other {NumberWords.Cardinal(count, language)}")
        : afterOne && NumberWords.Ordinal(all, language) is { } ordinal ? Phrase.In(language, $"le {ordinal}", $"the {ordinal}")
        : Phrase.In(language, $"le dernier", "the last one"),
        count, language);

    /// <summary>Some of the posts of which nothing was said yet.</summary>
    internal static Subject Others(int count, Language language) => new(
        Phrase.In(language,
            $"{NumberWords.Cardinal(count, language)} {Words.Plural(count, "autre", "autres", language)}",
            count == 1 ? "another" : $"{NumberWords.Cardinal(count, language)} others"),
        count, language);

    /// <summary>A post by its label: « le poste 6 », « le poste « Dax, gendarmerie » ».</summary>
    internal static Subject Named(string label, Language language)
    {
        string name = Words.OneLine(label);
        bool saysPost = name.StartsWith("poste ", StringComparison.OrdinalIgnoreCase);
        return new(saysPost
            ? Phrase.In(language, $"le p{name[1..]}", $"the post “{name}”")
            : Phrase.In(language, $"le poste « {name} »", $"the post “{name}”"), 1, language);
    }
}
