using FundingReports.Portfolios;

namespace FundingReports.Exchange.Names;

/// <summary>The kind of a funder, by its name as people shorten it: « CD 81 », « FIPD », « CC du Carmont ».</summary>
internal static class FunderWords
{
    private static readonly (string[] Words, FunderKind Kind)[] first =
    [
        (["fipd", "fonjep", "dgcs", "ddets", "ddetspp", "drdffe", "drajes", "acse", "bop", "dipjj", "justice", "sgami", "delegation",
            "l'etat", "the state", "state"], FunderKind.State),
        (["cd", "conseil general", "dept", "dep", "collectivite europeenne", "department"], FunderKind.CollectiviteDepartementale),
        (["ville", "mairie", "cne", "municipalite", "town", "city", "municipality"], FunderKind.Commune),
        (["cc", "ca", "cu", "agglo", "agglomeration", "grand", "com-com", "comcom", "epci"], FunderKind.Epci),
        (["cpam", "carsat", "cnaf", "ars"], FunderKind.SocialSecurity),
        (["fse", "feder", "europe", "union europeenne", "european union"], FunderKind.Europe),
        (["autofinancement", "fonds propres", "employeur", "employer", "own funds"], FunderKind.Employer),
    ];

    /// <summary>Whether a text names funders of several kinds: « État / CAF », « Région et Département ».</summary>
    internal static bool AreSeveral(string name) =>
        name.Replace(" et ", "/", StringComparison.OrdinalIgnoreCase).Replace(" and ", "/", StringComparison.OrdinalIgnoreCase)
            .Split('/', '+', '&', ';', ',')
            .Select(part => Plain.Trim(part)).Where(part => part.Length > 0).Select(Of).OfType<FunderKind>().Distinct().Count() > 1;

    /// <summary>The kind; null where the name does not say it.</summary>
    internal static FunderKind? Of(string name)
    {
        if (FunderKinds.Of(Plain.Key(name)) is { } known)
            return known;
        string words = Plain.Words(name).Replace('’', '\'');
        foreach ((string[] starts, FunderKind kind) in first)
            foreach (string start in starts)
                if (words.StartsWith(start, StringComparison.Ordinal)
                    && (words.Length == start.Length || !char.IsLetter(words[start.Length])))
                    return kind;
        return null;
    }
}
