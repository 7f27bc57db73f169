using FundingReports.Wording;
using FundingReports.Portfolios;

namespace FundingReports.Sentences;

/// <summary>What the sources of a promise are worth, as a part of the sentence that rests on them.</summary>
internal static class SourceWords
{
    /// <summary>« selon la presse » : nothing for acts that were seen.</summary>
    internal static string According(PostStory story, IEnumerable<Commitment> commitments, Language language)
    {
        var weak = Kinds(story, commitments).Where(kind => kind is not SourceKind.Act).Distinct().Order()
            .Select(kind => According(kind, language)).ToList();
        return Words.List(weak, language);
    }

    /// <summary>« l'acte n'a pas été vu », « le terme est une hypothèse ».</summary>
    internal static IEnumerable<string> Doubts(PostStory story, IReadOnlyCollection<Commitment> commitments, Language language)
    {
        var kinds = Kinds(story, commitments).ToList();
        if (kinds.Any(kind => kind is not (SourceKind.Act or SourceKind.Assumption)))
            yield return kinds.Contains(SourceKind.Act)
                ? Phrase.In(language, $"certains actes n'ont pas été vus", "some acts have not been seen")
                : Phrase.In(language, $"l'acte n'a pas été vu", "the act has not been seen");
        var doubts = ((string[])["amount", "until", "status"])
            .Select(property => (What: Name(property, language), Kind: Weakest(story, commitments, property))).ToList();
        foreach (SourceKind kind in (SourceKind[])[SourceKind.Assumption, SourceKind.Press])
            if (doubts.Where(doubt => doubt.Kind == kind).Select(doubt => doubt.What).ToList() is { Count: > 0 } what)
                yield return Doubt(kind, what, language);
    }

    /// <summary>« le montant et le terme sont des hypothèses ».</summary>
    private static string Doubt(SourceKind kind, List<string> what, Language language)
    {
        string list = Words.List(what, language);
        return (kind, what.Count) switch
        {
            (SourceKind.Assumption, 1) => Phrase.In(language, $"{list} est une hypothèse", $"{list} is an assumption"),
            (SourceKind.Assumption, _) => Phrase.In(language, $"{list} sont des hypothèses", $"{list} are assumptions"),
            (_, 1) => Phrase.In(language, $"{list} n'est connu que par la presse", $"{list} is known only from the press"),
            _ => Phrase.In(language, $"{list} ne sont connus que par la presse", $"{list} are known only from the press"),
        };
    }

    private static SourceKind? Weakest(PostStory story, IEnumerable<Commitment> commitments, string property)
    {
        var kinds = commitments.Where(commitment => commitment.Sources.ContainsKey(property))
            .Select(commitment => story.KindOf(commitment.Sources[property])).ToList();
        return kinds.Contains(SourceKind.Assumption) ? SourceKind.Assumption : kinds.Contains(SourceKind.Press) ? SourceKind.Press : null;
    }

    private static string Name(string property, Language language) => property switch
    {
        "amount" => Phrase.In(language, $"le montant", "the amount"),
        "until" => Phrase.In(language, $"le terme", "the term"),
        _ => Phrase.In(language, $"le statut", "the status"),
    };

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
