using System.Text.RegularExpressions;

namespace FundingReports.Tests.Sentences;

/// <summary>Turns that read clumsy, ambiguous or childish to an official, machine words, and a typewriter's apostrophe.</summary>
internal static partial class BannedTurns
{
    // Each with what is said instead.
    private static readonly string[] turns =
    [
        @"\bsûrement\b", // which means « probablement » : de façon certaine
        "pas au premier jour", // non couvert en totalité à ce jour
        "rien de sûr", // non confirmé ; au plus tard le…
        "dès le premier jour", // déjà en cours
        @"\bengagements?\b", // financement
        @"\bargent\b", // crédits
        "promesse", @"\bpromise?s?\b", // accordé, montant ou part
        "rend(re|u|ue|us|ues)? fermes?", // annuité à notifier, à confirmer par arrêté ou avenant financier
        "manque à financer", // besoin de financement, reste à financer
        "prendre la suite", // renouvellement
        "s’arrête ou baisse", "cess(e|ent) de payer", // la participation … prend fin
        "à payer le reste", // le solde
        "Rien n’est connu", // Aucun financement recensé
        "ne paie sûrement", // couverture incomplète
        "horizon inchangé", // échéance inchangée
        "à coût constant", // coût … reconduit, non actualisé
        @"Règle [a-z]+\.", // seuil
        "et si l’argent", // Simulation budgétaire
        "structure qui salarie", "D’après", "mis(es?)? de côté", "Dépt", // l’employeur, justificatif, non pris en compte, Dép.
        "de deux façons, mille ou un", // Voulez-vous dire…
        "Quand demander", "Qui emploie", "D’où viennent", // titres
        "La seule source est", // Information de presse
        @"\bND\b", @"\bN/A\b", // inconnu
        "date d’analyse", "années budgétaires?", // date de situation, exercice
        @"\b0\s€ \p{L}+[eé]s\b", // le pluriel commence à deux
        // mots de la machine : decidedOn ; non la colonne du fichier d'un autre : montantSubvention illisible
        @"(?<![/\w])\p{Ll}+\p{Lu}\w*(?!\w| (illisible|négatif|équivoque|à remplir|contradictoire))",
        @"\w+\[\d+\]\.\w", // un chemin : commitments[1].cap
    ];

    internal static IEnumerable<string> In(string line, bool names) =>
        turns.Where(turn => Regex.IsMatch(line, turn)).Concat(names ? [] : Apostrophe().Matches(line).Select(match => match.Value));

    /// <summary>
    /// Without what people wrote (quotes, and the prose of an assumption), and the place that a line for a terminal begins with.
    /// </summary>
    internal static string WithoutQuotes(string line) => Place().Replace(Quoted().Replace(line, "«»"), "");

    [GeneratedRegex(@"«[^»]*»|“[^”]*”|""[^""]*""|Hypothèse.: .*")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(erreur|avertissement) [a-z-]+ \S+|\(\w+\[\d+\][^)]*\)")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{L}'")]
    private static partial Regex Apostrophe();
}
