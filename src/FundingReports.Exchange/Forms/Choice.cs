using FundingReports.Wording;
using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;

namespace FundingReports.Exchange.Forms;

/// <summary>The French words of an enumeration, as the lists of a form offer them.</summary>
internal sealed class Choice<T>(params (T Value, string Word, string[] Synonyms)[] entries) where T : struct, Enum
{
    internal ImmutableArray<string> Words { get; } = [.. entries.Select(entry => entry.Word)];

    /// <summary>The words of the list in a language; the English ones are those of the formats.</summary>
    internal ImmutableArray<string> WordsIn(Language language) =>
        language is Language.English ? [.. entries.Select(entry => EnumWords<T>.Of(entry.Value))] : Words;

    /// <summary>The word of a value in a language.</summary>
    internal string WordOf(T value, Language language) => language is Language.English ? EnumWords<T>.Of(value) : WordOf(value);

    internal string WordOf(T value) => entries.First(entry => entry.Value.Equals(value)).Word;

    internal T? Read(string text)
    {
        string key = Plain.Key(text);
        foreach ((T value, string word, string[] synonyms) in entries)
            if (Plain.Key(word) == key || EnumWords<T>.Of(value) == text || synonyms.Any(synonym => Plain.Key(synonym) == key))
                return value;
        return null;
    }
}

/// <summary>The lists of the forms.</summary>
internal static class Choices
{
    internal static Choice<CommitmentStatus> Status { get; } = new(
        (CommitmentStatus.Requested, "sollicité",
            ["demandé", "demande", "demandée", "demande en cours", "demande déposée", "en cours", "en cours de demande", "déposé",
                "déposée", "en instruction", "instruction", "sollicitée", "à demander", "en attente"]),
        (CommitmentStatus.Announced, "annoncé", ["annoncée", "promis", "promise", "prévu", "prévue", "accord de principe", "accord oral"]),
        (CommitmentStatus.Granted, "délibéré, convention à signer",
            ["délibéré", "délibérée", "à signer", "convention à signer", "non signé", "non signée", "pas signé", "pas encore signé",
                "en signature", "attribué", "accordé", "voté", "notifié", "obtenu", "acquis",
            "attribuée", "accordée", "votée", "notifiée", "obtenue", "arrêté", "adopté", "adoptée", "acté"]),
        (CommitmentStatus.Signed, "conventionné", ["signé", "convention signée", "conventionnée", "signée", "convention"]),
        (CommitmentStatus.Refused, "refusé", ["refusée", "refus", "rejeté", "rejetée", "non accordé", "non obtenu"]));

    internal static Choice<FunderKind> FunderKind { get; } = new(
        (Portfolios.FunderKind.State, "État", ["préfecture", "l'état"]),
        (Portfolios.FunderKind.CollectiviteDepartementale, "Département", ["collectivité départementale", "conseil départemental", "cd"]),
        (Portfolios.FunderKind.Commune, "Commune", ["ville", "mairie"]),
        (Portfolios.FunderKind.Epci, "Intercommunalité",
            ["epci", "communauté de communes", "communauté d'agglomération", "agglomération", "métropole"]),
        (Portfolios.FunderKind.Region, "Région", ["conseil régional"]),
        (Portfolios.FunderKind.SocialSecurity, "Sécurité sociale", ["caf", "msa", "cpam", "ars"]),
        (Portfolios.FunderKind.Europe, "Europe", ["fse", "fonds européens", "union européenne"]),
        (Portfolios.FunderKind.Employer, "Employeur", ["autofinancement", "fonds propres"]),
        (Portfolios.FunderKind.Other, "Autre", ["autres"]));

    internal static Choice<SourceKind> SourceKind { get; } = new(
        (Portfolios.SourceKind.Act, "acte vu", ["acte", "convention", "arrêté", "délibération", "notification", "avenant"]),
        (Portfolios.SourceKind.Statement, "déclaration", ["courrier", "courriel", "dit"]),
        (Portfolios.SourceKind.Press, "presse", ["article"]),
        (Portfolios.SourceKind.Dataset, "données publiées", ["données"]),
        (Portfolios.SourceKind.Assumption, "hypothèse", ["estimation"]));

    internal static Choice<OccupancyState> Occupancy { get; } = new(
        (OccupancyState.Occupied, "pourvu", ["occupé", "oui", "en poste", "pourvue"]),
            (OccupancyState.Vacant, "vacant", ["non pourvu", "vacante", "non"]),
        (OccupancyState.Recruiting, "recrutement en cours", ["recrutement", "en recrutement", "en cours de recrutement"]));

    internal static Choice<CostKind> CostKind { get; } =
        new((Portfolios.CostKind.Budget, "prévisionnel", ["prévu", "budget"]), (Portfolios.CostKind.Actual, "réalisé", ["réel"]));

    internal static Choice<MoneyNature> Nature { get; } = new(
        (MoneyNature.Sum, "somme", ["montant", "forfait", "euros", "€"]),
            (MoneyNature.SpreadTotal, "total réparti", ["total", "total de la période", "somme totale", "total à répartir"]),
            (MoneyNature.TwelveMonths, "par douze mois", ["par année de convention", "année de convention", "douze mois"]),
            (MoneyNature.PartOfCost, "part du coût", ["part", "pourcentage", "%", "taux"]),
        (MoneyNature.Balance, "le solde", ["solde", "le reste", "reste", "reste à charge", "complément"]),
            (MoneyNature.PartOfRemainder, "part du reste", ["part du solde"]));

    internal static Choice<AmountKind> AmountKind { get; } = new([.. Enum.GetValues<AmountKind>().Select(WordsOf)]);

    internal static Choice<InstalmentsKnown> Instalments { get; } = new(
        (InstalmentsKnown.Unknown, "inconnues", ["?"]), (InstalmentsKnown.None, "aucune", ["non"]),
            (InstalmentsKnown.Listed, "feuille Tranches", ["oui"]));

    private static (AmountKind, string, string[]) WordsOf(AmountKind kind) => kind switch
    {
        Portfolios.AmountKind.Total => (kind, "somme pour la durée", ["total"]),
        Portfolios.AmountKind.Annual => (kind, "somme par an", ["annuel"]),
        Portfolios.AmountKind.YearlyAmounts => (kind, "sommes année par année", ["dégressif en euros"]),
        Portfolios.AmountKind.Share => (kind, "part du coût", ["part"]),
        Portfolios.AmountKind.YearlyShares => (kind, "parts année par année", ["dégressif en parts"]),
        Portfolios.AmountKind.ShareOfRemainder => (kind, "part du solde", ["part du reste"]),
        Portfolios.AmountKind.Balance => (kind, "le solde", ["le reste", "reste", "solde"]),
        Portfolios.AmountKind.Unknown => (kind, "inconnu", ["non publié"]),
    };
}

/// <summary>What is known of the instalments of a convention.</summary>
internal enum InstalmentsKnown
{
    /// <summary>Whether any act has made money firm is not known.</summary>
    Unknown,

    /// <summary>None has.</summary>
    None,

    /// <summary>They are in the sheet of instalments.</summary>
    Listed,
}

/// <summary>What the cells of a row of money are.</summary>
internal enum MoneyNature
{
    /// <summary>Sums.</summary>
    Sum,

    /// <summary>Parts of the cost.</summary>
    PartOfCost,

    /// <summary>What the others leave.</summary>
    Balance,

    /// <summary>Parts of what the others leave.</summary>
    PartOfRemainder,

    /// <summary>Parts of one sum, which is spread evenly over all the days of the row.</summary>
    SpreadTotal,

    /// <summary>Sums or parts of the cost, each of the twelve months that begin in its year, on the day on which the row begins.</summary>
    TwelveMonths,
}
