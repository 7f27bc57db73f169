using FundingReports.Wording;
using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;

namespace FundingReports.Exchange.Forms;

/// <summary>The French words of an enumeration, as the lists of a form offer them.</summary>
internal sealed class Choice<T>(params (T Value, string Word, string[] Synonyms)[] entries) where T : struct, Enum
{
    internal ImmutableArray<string> Words { get; } = [.. entries.Select(entry => entry.Word)];

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
        (CommitmentStatus.Requested, "sollicité", ["demandé", "demande en cours", "en cours", "déposé", "en instruction", "sollicitée"]),
        (CommitmentStatus.Announced, "annoncé", ["annoncée", "promis"]),
        (CommitmentStatus.Granted, "attribué",
            ["accordé", "voté", "notifié", "attribuée", "accordée", "votée", "notifiée", "arrêté", "délibéré"]),
        (CommitmentStatus.Signed, "conventionné", ["signé", "convention signée", "conventionnée", "signée"]),
        (CommitmentStatus.Refused, "refusé", ["refusée", "rejeté", "rejetée"]));

    internal static Choice<FunderKind> FunderKind { get; } = new(
        (Portfolios.FunderKind.State, "État", ["etat", "préfecture", "l'état"]),
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
        (OccupancyState.Occupied, "pourvu", ["occupé"]), (OccupancyState.Vacant, "vacant", ["non pourvu"]),
            (OccupancyState.Recruiting, "recrutement en cours", ["recrutement"]));

    internal static Choice<CostKind> CostKind { get; } =
        new((Portfolios.CostKind.Budget, "prévisionnel", ["prévu", "budget"]), (Portfolios.CostKind.Actual, "réalisé", ["réel"]));

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
        Portfolios.AmountKind.ShareOfRemainder => (kind, "part du reste", []),
        Portfolios.AmountKind.Balance => (kind, "le reste", ["reste", "solde"]),
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
