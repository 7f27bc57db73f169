using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>Answers to "until when?" in a few words, for a cell or a column.</summary>
internal static class HorizonTexts
{
    internal static string Short(FundingHorizon horizon, Language language) => horizon.State switch
    {
        HorizonState.Until => Phrase.In(language, $"jusqu'au {Date(horizon.Surely, language)}", $"until {Date(horizon.Surely, language)}"),
        HorizonState.PostEnds => Phrase.In(language, $"jusqu'à la fin du poste, le {Date(horizon.Surely, language)}",
            $"until the post ends, on {Date(horizon.Surely, language)}"),
        HorizonState.Open => Phrase.In(language, $"sans terme", "no end date"),
        HorizonState.NotOnFirstDay => Later(horizon.ResumesOn, NotNow(horizon, language), language),
        HorizonState.Ended => Phrase.In(language, $"poste terminé", "post ended"),
        HorizonState.Between => Between(horizon, language),
    };

    private static string NotNow(FundingHorizon horizon, Language language) => horizon.IsOfPart
        ? Phrase.In(language, $"non couvert à ce jour", "not covered to date")
        : Phrase.In(language, $"non couvert en totalité à ce jour", "not fully covered to date");

    private static string Between(FundingHorizon horizon, Language language)
    {
        string surely = Date(horizon.Surely, language), possibly = Date(horizon.Possibly, language);
        return (horizon.Surely.IsNone, horizon.Possibly.IsOpen) switch
        {
            (false, false) => Phrase.In(language, $"entre le {surely} et le {possibly}", $"between {surely} and {possibly}"),
            (false, true) =>
                Phrase.In(language, $"jusqu'au {surely} au moins, peut-être sans terme", $"until {surely} at least, perhaps with no end date"),
            (true, false) => Phrase.In(language, $"non confirmé ; au plus tard le {possibly}", $"not confirmed; {possibly} at the latest"),
            (true, true) => Phrase.In(language, $"non confirmé ; peut-être sans terme", "not confirmed; perhaps with no end date"),
        };
    }

    private static string Later(LocalDate? resumes, string phrase, Language language) => resumes is not { } day
        ? phrase
        : Phrase.In(language, $"{phrase} ; à partir du {Words.Date(day, language)}", $"{phrase}; from {Words.Date(day, language)}");

    private static string Date(Reach reach, Language language) => reach.Until is { } date ? Words.Date(date, language) : "";
}
