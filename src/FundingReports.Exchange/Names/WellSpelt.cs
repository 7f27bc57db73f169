using System.Collections.Frozen;

namespace FundingReports.Exchange.Names;

/// <summary>
/// Words that head columns of other people's tables and mean none of ours: well spelt, they are no mistyped word, and a column of sums so
/// headed is none of those that are asked for.
/// </summary>
internal static class WellSpelt
{
    private static readonly FrozenSet<string> words = FrozenSet.ToFrozenSet((
        "verse versee verses versees versement versements paye payee payes paiement paiements percu percue percus recu recue recus "
        + "mandate mandatee mandats encaisse facture factures consomme consommee depense depenses recette recettes realise realisee "
        + "reste restes restant restants solde soldes manque manques ecart ecarts besoin besoins deficit excedent "
        + "demande demandee demandes sollicite sollicitee refuse refusee vote votee engage engagee "
        + "minimum minimal minimale mini minima moyen moyenne cumul total totaux taux indice echelon "
        + "horaire horaires net nette prime primes devis budget budgets prix dette pret prets avance avances garantie "
        + "suite suites signe signee note notes cours court courts coupe porte port mission missions "
        + "rappel relance relances relancee ancien ancienne nouveau nouvelle precedent precedente "
        + "telephone mail adresse postal naissance diplome contrat contact responsable referent numero rang ordre").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a word, in lower case and without accents, is one of them.</summary>
    internal static bool Is(string word) => words.Contains(word);
}
