using FundingReports.Wording;
using FundingReports.Portfolios;

namespace FundingReports.Sentences;

/// <summary>
/// The names of funders in a sentence: « l'État », « du Département », « à la CAF ». A name whose gender is not known goes without
/// article.
/// </summary>
internal static class FunderWords
{
    private enum Gender
    {
        Unknown,
        Masculine,
        Feminine,
        MasculinePlural,
        FemininePlural,
    }

    /// <summary>« l'État », « le Département des Landes ».</summary>
    internal static string The(Funder funder, Language language) => language switch
    {
        Language.French => GenderOf(funder.Name) switch
        {
            Gender.Masculine => Words.Elided("le", funder.Name),
            Gender.Feminine => Words.Elided("la", funder.Name),
            Gender.MasculinePlural or Gender.FemininePlural => $"les {funder.Name}",
            Gender.Unknown => funder.Name,
        },
        Language.English => English(funder),
    };

    /// <summary>« de l'État », « du Département ».</summary>
    internal static string Of(Funder funder, Language language) => language switch
    {
        Language.French => Contracted(The(funder, language), "le ", "du ", "les ", "des ") ?? Words.De(The(funder, language)),
        Language.English => $"of {English(funder)}",
    };

    /// <summary>« à l'État », « au Département ».</summary>
    internal static string To(Funder funder, Language language) => language switch
    {
        Language.French => Contracted(The(funder, language), "le ", "au ", "les ", "aux ") ?? $"à {The(funder, language)}",
        Language.English => $"to {English(funder)}",
    };

    /// <summary>Several: « de l'État et du Département ».</summary>
    internal static string Of(IEnumerable<Funder> funders, Language language) => language switch
    {
        Language.French => Words.List([.. funders.Distinct().Select(funder => Of(funder, language))], language),
        Language.English => $"of {The(funders, language)}",
    };

    /// <summary>Of money that comes from several: « de l'État et du Département », "from the State and the Département".</summary>
    internal static string From(IEnumerable<Funder> funders, Language language) => language switch
    {
        Language.French => Of(funders, language),
        Language.English => $"from {The(funders, language)}",
    };

    /// <summary>Several: « l'État et le Département ».</summary>
    internal static string The(IEnumerable<Funder> funders, Language language) =>
        Words.List([.. funders.Distinct().Select(funder => The(funder, language))], language);

    /// <summary>« s'est engagée » : in agreement with the funder.</summary>
    internal static string HasUndertaken(Funder funder, Language language) => language switch
    {
        Language.French => GenderOf(funder.Name) switch
        {
            Gender.Masculine or Gender.Unknown => "s’est engagé",
            Gender.Feminine => "s’est engagée",
            Gender.MasculinePlural => "se sont engagés",
            Gender.FemininePlural => "se sont engagées",
        },
        Language.English => "has undertaken",
    };

    /// <summary>Whether the name is that of several, as « Communes du bassin ».</summary>
    internal static bool IsPlural(Funder funder) => GenderOf(funder.Name) is Gender.MasculinePlural or Gender.FemininePlural;

    /// <summary>« il supportera », « elle supportera ».</summary>
    internal static string WillBear(Funder funder, Language language) => language switch
    {
        Language.French => GenderOf(funder.Name) switch
        {
            Gender.Masculine or Gender.Unknown => "il supportera",
            Gender.Feminine => "elle supportera",
            Gender.MasculinePlural => "ils supporteront",
            Gender.FemininePlural => "elles supporteront",
        },
        Language.English => "it will bear",
    };

    private static string English(Funder funder) =>
        funder.Kind is FunderKind.State && funder.Name is "État" or "Etat" or "ÉTAT" or "ETAT" or "L'État" ? "the State"
        : GenderOf(funder.Name) is Gender.Unknown ? funder.Name : $"the {funder.Name}";

    private static string? Contracted(string name, string le, string du, string les, string des) =>
        name.StartsWith(le, StringComparison.Ordinal) ? du + name[le.Length..]
        : name.StartsWith(les, StringComparison.Ordinal) ? des + name[les.Length..]
        : null;

    private static Gender GenderOf(string name)
    {
        int end = name.AsSpan().IndexOfAny(" -('’");
        return (end < 0 ? name : name[..end]).ToUpperInvariant() switch
        {
            "ÉTAT" or "ETAT" or "DÉPARTEMENT" or "DEPARTEMENT" or "CONSEIL" or "CD" or "CCAS" or "CIAS" or "FONDS" or "FONJEP" or "FIPD"
                or "FSE"
                or "MINISTÈRE" or "MINISTERE" or "SYNDICAT" or "SIVOM" or "PETR" or "PAYS" or "EPCI" or "EMPLOYEUR" or "GRAND" or "CENTRE"
                    or "TRIBUNAL" => Gender.Masculine,
            "RÉGION" or "REGION" or "COMMUNE" or "VILLE" or "MAIRIE" or "COMMUNAUTÉ" or "COMMUNAUTE" or "CC" or "CDC" or "CA" or "CU"
                or "CAF" or "CPAM" or "MSA" or "CARSAT" or "ARS" or "ANCT"
                or "MÉTROPOLE" or "METROPOLE" or "AGGLOMÉRATION" or "AGGLOMERATION" or "COLLECTIVITÉ" or "COLLECTIVITE" or "PRÉFECTURE"
                    or "PREFECTURE" or "ASSOCIATION" or "CAISSE"
                or "UNION" or "AGENCE" or "MUTUALITÉ" or "MUTUALITE" or "FONDATION" or "DDETS" or "DREETS" or "DRAJES" or "DIRECTION"
                    or "EUROMÉTROPOLE" or "EUROMETROPOLE" => Gender.Feminine,
            "COMMUNES" or "COMMUNAUTÉS" or "COMMUNAUTES" or "VILLES" => Gender.FemininePlural,
            "DÉPARTEMENTS" or "DEPARTEMENTS" => Gender.MasculinePlural,
            _ => Gender.Unknown,
        };
    }
}
