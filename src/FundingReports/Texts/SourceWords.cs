using FundingReports.Portfolios;

namespace FundingReports.Texts;

/// <summary>What the sources of a promise are worth, as a part of the sentence that rests on them.</summary>
internal static class SourceWords
{
    /// <summary>« selon la presse » : nothing for acts that were seen.</summary>
    internal static string According(PostStory story, IEnumerable<Commitment> commitments, Language language)
    {
        var weak = Kinds(story, commitments).Where(kind => kind is not SourceKind.Act).Distinct().Order().Select(kind => According(kind, language)).ToList();
        return Words.List(weak, language);
    }

    /// <summary>« l'acte n'a pas été vu », « le terme est une hypothèse ».</summary>
    internal static IEnumerable<string> Doubts(PostStory story, IReadOnlyCollection<Commitment> commitments, Language language)
    {
        var kinds = Kinds(story, commitments).ToList();
        if (kinds.Any(kind => kind is not (SourceKind.Act or SourceKind.Assumption)))
            yield return kinds.Contains(SourceKind.Act)
                ? Phrase.In(language, $"tous les actes n'ont pas été vus", "not every act was seen")
                : Phrase.In(language, $"l'acte n'a pas été vu", "the act was not seen");
        foreach (string property in (string[])["amount", "until", "status"])
            if (PropertyDoubt(story, commitments, property, language) is { } doubt)
                yield return doubt;
    }

    private static string? PropertyDoubt(PostStory story, IEnumerable<Commitment> commitments, string property, Language language)
    {
        var kinds = commitments
            .Where(commitment => commitment.Sources.ContainsKey(property))
            .Select(commitment => story.KindOf(commitment.Sources[property])).ToList();
        string what = property switch
        {
            "amount" => Phrase.In(language, $"le montant", "the amount"),
            "until" => Phrase.In(language, $"le terme", "the term"),
            _ => Phrase.In(language, $"le statut", "the status"),
        };
        if (kinds.Contains(SourceKind.Assumption))
            return Phrase.In(language, $"{what} est une hypothèse", $"{what} is an assumption");
        return kinds.Contains(SourceKind.Press)
            ? Phrase.In(language, $"{what} n'est connu que par la presse", $"{what} is known from the press only")
            : null;
    }

    private static IEnumerable<SourceKind> Kinds(PostStory story, IEnumerable<Commitment> commitments) =>
        commitments.Select(commitment => story.KindOf(commitment.Source)).OfType<SourceKind>();

    private static string According(SourceKind kind, Language language) => kind switch
    {
        SourceKind.Act => Phrase.In(language, $"selon l'acte", "according to the act"),
        SourceKind.Statement => Phrase.In(language, $"selon une déclaration", "according to a statement"),
        SourceKind.Press => Phrase.In(language, $"selon la presse", "according to the press"),
        SourceKind.Dataset => Phrase.In(language, $"selon un jeu de données publié", "according to a published dataset"),
        SourceKind.Assumption => Phrase.In(language, $"par hypothèse", "by assumption"),
    };
}
