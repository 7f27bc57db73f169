using FundingReports.Sentences;
using FundingReports.Wording;
using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;

namespace FundingReports.Exchange.Forms;

/// <summary>The words of an enumeration, as the lists of a form offer them; those of the formats and both languages are read.</summary>
internal sealed class Choice<T>(params (T Value, string Word, string[] Synonyms)[] entries) where T : struct, Enum
{
    internal ImmutableArray<string> Words { get; } = [.. entries.Select(entry => entry.Word)];

    /// <summary>The word of a value in a language.</summary>
    internal string WordOf(T value, Language language) => FormWords.In(WordOf(value), language);

    internal string WordOf(T value) => entries.First(entry => entry.Value.Equals(value)).Word;

    internal T? Read(string text)
    {
        if (Doubt.IsIn(text))
            return null;
        string key = Plain.Key(text);
        foreach ((T value, string word, string[] synonyms) in entries)
            if (Plain.Key(word) == key || Plain.Key(FormWords.Of(word).English) == key || Plain.Key(EnumWords<T>.Of(value)) == key
                || synonyms.Any(synonym => Plain.Key(synonym) == key))
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
                "déposée", "en instruction", "instruction", "sollicitée", "à demander", "en attente", "asked", "asked for", "request",
                "applied", "applied for", "pending", "submitted", "filed", "under review", "to be requested"]),
        (CommitmentStatus.Announced, "annoncé", ["annoncée", "promis", "promise", "prévu", "prévue", "accord de principe", "accord oral",
                "promised", "planned", "agreed in principle", "oral agreement"]),
        (CommitmentStatus.Granted, "délibéré, convention à signer",
            ["délibéré", "délibérée", "à signer", "convention à signer", "en signature", "attribué", "accordé", "voté", "notifié", "obtenu", "acquis",
            "attribuée", "accordée", "votée", "notifiée", "obtenue", "arrêté", "adopté", "adoptée", "acté",
            "to be signed", "awarded", "agreed", "voted", "notified", "obtained", "adopted", "decided",
                "granted, to be signed"]),
        (CommitmentStatus.Signed, "conventionné", ["signé", "convention signée", "conventionnée", "signée", "convention",
            "signed agreement", "agreement signed", "agreement", "under agreement"]),
        (CommitmentStatus.Refused, "refusé", ["refusée", "refus", "rejeté", "rejetée", "non accordé", "non obtenu", "refusal", "rejected",
            "declined",
            "denied", "not granted", "turned down"]));

    internal static Choice<FunderKind> FunderKind { get; } = new(
        (Portfolios.FunderKind.State, "État", ["préfecture", "l'état", "the state"]),
        (Portfolios.FunderKind.CollectiviteDepartementale, "Département", ["collectivité départementale", "conseil départemental", "cd",
            "department", "departmental council"]),
        (Portfolios.FunderKind.Commune, "Commune", ["ville", "mairie", "town", "city", "town hall", "municipality"]),
        (Portfolios.FunderKind.Epci, "Intercommunalité",
            ["epci", "communauté de communes", "communauté d'agglomération", "agglomération", "métropole",
                "community of communes", "metropolis"]),
        (Portfolios.FunderKind.Region, "Région", ["conseil régional", "regional council"]),
        (Portfolios.FunderKind.SocialSecurity, "Sécurité sociale", ["caf", "msa", "cpam", "ars"]),
        (Portfolios.FunderKind.Europe, "Europe", ["fse", "fonds européens", "union européenne", "european funds", "european union"]),
        (Portfolios.FunderKind.Employer, "Employeur", ["autofinancement", "fonds propres", "own funds", "self-funding"]),
        (Portfolios.FunderKind.Other, "Autre", ["autres", "others"]));

    internal static Choice<SourceKind> SourceKind { get; } = new(
        (Portfolios.SourceKind.Act, "acte vu", ["acte", "convention", "arrêté", "délibération", "notification", "avenant",
            "agreement", "decree", "decision", "amendment"]),
        (Portfolios.SourceKind.Statement, "déclaration", ["courrier", "courriel", "dit", "letter", "e-mail", "said"]),
        (Portfolios.SourceKind.Press, "presse", ["article"]),
        (Portfolios.SourceKind.Dataset, "données publiées", ["données", "data"]),
        (Portfolios.SourceKind.Assumption, "hypothèse", ["estimation", "estimate"]));

    internal static Choice<OccupancyState> Occupancy { get; } = new(
        (OccupancyState.Occupied, "pourvu", ["occupé", "oui", "en poste", "pourvue", "yes", "filled", "in post"]),
            (OccupancyState.Vacant, "vacant", ["non pourvu", "vacante", "non", "no", "not filled", "unfilled", "not occupied",
                "unoccupied"]),
        (OccupancyState.Recruiting, "recrutement en cours", ["recrutement", "en recrutement", "en cours de recrutement", "recruitment",
            "being recruited"]));

    internal static Choice<CostKind> CostKind { get; } =
        new((Portfolios.CostKind.Budget, "prévisionnel", ["prévu", "budget", "planned"]), (Portfolios.CostKind.Actual, "réalisé", ["réel",
            "real"]));

    internal static Choice<MoneyNature> Nature { get; } = new(
        (MoneyNature.Sum, "somme", ["montant", "forfait", "euros", "€", "amount", "lump sum"]),
            (MoneyNature.SpreadTotal, "total réparti", ["total", "total de la période", "somme totale", "total à répartir",
                "total of the period", "total sum", "total to be spread"]),
            (MoneyNature.TwelveMonths, "par douze mois", ["par année de convention", "année de convention", "douze mois",
                "by year of the agreement", "twelve months"]),
            (MoneyNature.PartOfCost, "part du coût", ["part", "pourcentage", "%", "taux", "percentage", "rate", "share",
                "share of the cost"]),
        (MoneyNature.Balance, "le solde", ["solde", "le reste", "reste", "reste à charge", "complément", "the rest", "rest",
            "the remainder", "remainder"]),
            (MoneyNature.PartOfRemainder, "part du reste", ["part du solde", "part of the balance", "part of the remainder",
                "share of the rest"]));

    internal static Choice<AmountKind> AmountKind { get; } = new([.. Enum.GetValues<AmountKind>().Select(WordsOf)]);

    internal static Choice<InstalmentsKnown> Instalments { get; } = new(
        (InstalmentsKnown.Unknown, "inconnues", ["?", "not known"]), (InstalmentsKnown.None, "aucune", ["non", "no"]),
            (InstalmentsKnown.Listed, "feuille Tranches", ["oui", "yes"]));

    private static (AmountKind, string, string[]) WordsOf(AmountKind kind) => kind switch
    {
        Portfolios.AmountKind.Total => (kind, "somme pour la durée", ["total", "total sum"]),
        Portfolios.AmountKind.Annual => (kind, "somme par an", ["annuel", "yearly"]),
        Portfolios.AmountKind.YearlyAmounts => (kind, "sommes année par année", ["dégressif en euros"]),
        Portfolios.AmountKind.Share => (kind, "part du coût", ["part"]),
        Portfolios.AmountKind.YearlyShares => (kind, "parts année par année", ["dégressif en parts"]),
        Portfolios.AmountKind.ShareOfRemainder => (kind, "part du solde", ["part du reste", "part of the rest"]),
        Portfolios.AmountKind.Balance => (kind, "le solde", ["le reste", "reste", "solde", "the rest", "rest"]),
        Portfolios.AmountKind.Unknown => (kind, "inconnu", ["non publié", "not published"]),
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
