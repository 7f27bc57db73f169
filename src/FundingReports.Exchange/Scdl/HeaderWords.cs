using System.Text;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;

namespace FundingReports.Exchange.Scdl;

/// <summary>
/// What a header says, word by word, in whatever order: « N° SIRET de l'association bénéficiaire », beneficiaire_nom, « Montant voté (en
/// €) ».
/// </summary>
/// <remarks>
/// Every word must be known: « Nom du président de l'association » is no name of an association, and « Montant du budget » no subsidy.
/// </remarks>
internal static class HeaderWords
{
    private const int ShortestMisspelt = 6;

    private static readonly Dictionary<string, Sense> senses = Table(
        (Sense.Nothing,
            "de du des la le les l d a au aux en et ou pas par pour sur euro euros eur ttc total totale annuel annuelle un une s"),
        (Sense.Funder,
            "attribuant attribuante financeur financeurs collectivite coll autorite administrative donneur attributeur allocateur"),
        (Sense.Receiver,
            "beneficiaire beneficiaires benef tiers association associations asso structure organisme demandeur porteur recipiendaire destinataire entreprise subventionne subventionnee"),
        (Sense.Either, "attributaire attributaires attrib"),
        (Sense.Name, "nom raison sociale denomination libelle lib designation intitule noms"),
        (Sense.Id, "siret siren id identifiant identification numero no n identifiants ident"),
        (Sense.Code, "code"),
        (Sense.Rna, "rna waldec"),
        (Sense.Sum, "montant montants mt mnt somme sommes"),
        (Sense.Subsidy, "subvention subventions subv aide aides"),
        (Sense.Asked, "demande demandee sollicite sollicitee demandes"),
        (Sense.Given,
            "vote votee accorde accordee attribue attribuee decide decidee octroye octroyee alloue allouee notifie notifiee definitif ligne autorisations credits"),
        (Sense.Paid, "verse versee verses versees paye payee payes payees mandate mandatee liquide regle"),
        (Sense.Payment, "versement versements paiement paiements"),
        (Sense.Loan, "pret prets avance avances remboursable"),
        (Sense.Guarantee, "garantie garanties caution"),
        (Sense.InKind, "avantage avantages"),
        (Sense.Nature, "nature natures"),
        (Sense.Part, "pourcentage pourcentages pourcent taux part"),
        (Sense.Date, "date dates jour"),
        (Sense.Period, "periode periodes"),
        (Sense.First, "debut"),
        (Sense.Last, "fin echeance terme"),
        (Sense.Act,
            "convention conventions decision decisions deliberation deliberations signature attribution acte arrete notification commission cp permanente octroi conseil seance assemblee engagement"),
        (Sense.Conditions, "condition conditions modalite modalites"),
        (Sense.Year, "exercice annee annees millesime"),
        (Sense.Budget, "budgetaire"),
        (Sense.Object, "objet object projet projets action actions motif description"),
        (Sense.File, "dossier dossiers instruction"),
        (Sense.Reference, "reference references ref"),
        (Sense.Status, "statut etat suite avis status"),
        (Sense.Rae, "rae irae repertoire entreprises referencement unique"),
        (Sense.Eu, "ue europe europeenne union"),
        (Sense.Scheme, "dispositif dispositifs"));

    /// <summary>What the header says.</summary>
    /// <param name="header">The header, without what stands in brackets.</param>
    /// <param name="isTaken">Whether a word of it is misspelt.</param>
    internal static ScdlColumn? Read(string header, out bool isTaken)
    {
        isTaken = false;
        var said = new HashSet<Sense>();
        foreach (string word in Words(header))
        {
            if (senses.TryGetValue(word, out Sense sense))
                said.Add(sense);
            else if (word.Length >= ShortestMisspelt && !WellSpelt.Is(word) && Closest(word) is { } close)
                isTaken = said.Add(close) || true;
            else
                return null;
        }
        said.Remove(Sense.Nothing);
        return Meaning(said);
    }

    private static ScdlColumn? Meaning(HashSet<Sense> said)
    {
        bool Has(Sense sense) => said.Contains(sense);
        bool Only(params ReadOnlySpan<Sense> allowed)
        {
            foreach (Sense sense in said)
                if (!allowed.Contains(sense))
                    return false;
            return true;
        }
        if (said.Count == 0)
            return null;
        if (Has(Sense.Rae))
            return Only(Sense.Rae, Sense.Id, Sense.Reference, Sense.Subsidy, Sense.Given, Sense.Act) ? ScdlColumn.Rae : null;
        if (Has(Sense.Eu))
            return Only(Sense.Eu, Sense.Act, Sense.Given, Sense.Subsidy, Sense.Status) ? ScdlColumn.NotifiedToEu : null;
        if (Has(Sense.Rna))
            return Only(Sense.Rna, Sense.Id, Sense.Code, Sense.Receiver, Sense.Either) ? ScdlColumn.BeneficiaryRna : null;
        if (Has(Sense.Part))
            return Only(Sense.Part, Sense.Subsidy, Sense.Receiver, Sense.Sum, Sense.Given) && (Has(Sense.Subsidy) || Has(Sense.Receiver))
                ? ScdlColumn.BeneficiaryPart : null;
        if (Has(Sense.Conditions))
            return Only(Sense.Conditions, Sense.Payment, Sense.Subsidy) ? ScdlColumn.Conditions : null;
        if (Has(Sense.Sum))
            return Sum(said, Only);
        if (Has(Sense.Date) || Has(Sense.Period) || (Has(Sense.First) || Has(Sense.Last)) && (Has(Sense.Payment) || Has(Sense.Act)))
            return Day(said, Only);
        if (Has(Sense.Payment) && Only(Sense.Payment, Sense.First))
            return Has(Sense.First) ? ScdlColumn.PaidFrom : null;
        if (Has(Sense.Year))
            return Only(Sense.Year, Sense.Budget, Sense.Asked, Sense.Act, Sense.Subsidy) ? ScdlColumn.BudgetYear : null;
        if (Has(Sense.Reference) || (Has(Sense.Id) || Has(Sense.Code)) && (Has(Sense.Act) || Has(Sense.File)))
            return Only(Sense.Reference, Sense.Id, Sense.Code, Sense.Act, Sense.File, Sense.Subsidy)
                && !Only(Sense.Reference, Sense.Subsidy) ? ScdlColumn.Decision : null;
        if (Has(Sense.Status))
            return Only(Sense.Status, Sense.Asked, Sense.File, Sense.Subsidy, Sense.Act) ? ScdlColumn.Status : null;
        if (Has(Sense.Nature))
            return Only(Sense.Nature, Sense.Subsidy) ? ScdlColumn.Nature : null;
        if (Has(Sense.Scheme))
            return Only(Sense.Scheme, Sense.Subsidy, Sense.Name, Sense.Id) ? ScdlColumn.Scheme : null;
        if (Has(Sense.Object))
            return Only(Sense.Object, Sense.Subsidy, Sense.Act, Sense.File, Sense.Asked, Sense.Name) ? ScdlColumn.Object : null;
        return Party(said, Only);
    }

    private delegate bool OnlyOf(params ReadOnlySpan<Sense> allowed);

    private static ScdlColumn? Sum(HashSet<Sense> said, OnlyOf only)
    {
        if (said.Contains(Sense.InKind) || said.Contains(Sense.Nature))
            return only(Sense.Sum, Sense.InKind, Sense.Nature, Sense.Subsidy) ? ScdlColumn.InKind : null;
        if (said.Contains(Sense.Loan))
            return only(Sense.Sum, Sense.Loan, Sense.Given) ? ScdlColumn.Loan : null;
        if (said.Contains(Sense.Guarantee))
            return only(Sense.Sum, Sense.Guarantee, Sense.Given) ? ScdlColumn.Guarantee : null;
        if (said.Contains(Sense.Asked))
            return only(Sense.Sum, Sense.Asked, Sense.Subsidy) ? ScdlColumn.Requested : null;
        if (said.Contains(Sense.Paid))
            return only(Sense.Sum, Sense.Paid, Sense.Subsidy) ? ScdlColumn.Paid : null;
        return only(Sense.Sum, Sense.Given, Sense.Subsidy, Sense.Act) ? ScdlColumn.Amount : null;
    }

    private static ScdlColumn? Day(HashSet<Sense> said, OnlyOf only)
    {
        bool first = said.Contains(Sense.First), last = said.Contains(Sense.Last);
        if (said.Contains(Sense.Payment))
            return !only(Sense.Date, Sense.Period, Sense.Payment, Sense.First, Sense.Last, Sense.Subsidy) || first && last ? null
                : first ? ScdlColumn.PaidFrom : last ? ScdlColumn.PaidUntil : ScdlColumn.Payments;
        if (first || last)
            return only(Sense.Date, Sense.Period, Sense.First, Sense.Last, Sense.Act, Sense.Object) && first != last
                ? first ? ScdlColumn.From : ScdlColumn.Until : null;
        return said.Contains(Sense.Date) && only(Sense.Date, Sense.Act, Sense.Given, Sense.Subsidy) ? ScdlColumn.DecidedOn : null;
    }

    private static ScdlColumn? Party(HashSet<Sense> said, OnlyOf only)
    {
        if (!only(Sense.Funder, Sense.Receiver, Sense.Either, Sense.Name, Sense.Id, Sense.Code, Sense.Asked))
            return null;
        bool isId = said.Contains(Sense.Id) || said.Contains(Sense.Code) && (said.Contains(Sense.Funder) || said.Contains(Sense.Receiver));
        if (said.Contains(Sense.Asked) || said.Contains(Sense.Name) && isId || said.Contains(Sense.Funder)
            && (said.Contains(Sense.Receiver) && !said.Contains(Sense.Either)))
            return null;
        if (said.Contains(Sense.Funder) && !said.Contains(Sense.Either))
            return isId ? ScdlColumn.FunderSiret : ScdlColumn.FunderName;
        return said.Contains(Sense.Receiver) && !said.Contains(Sense.Either)
            ? isId ? ScdlColumn.BeneficiarySiret : ScdlColumn.BeneficiaryName : null;
    }

    private static IEnumerable<string> Words(string header)
    {
        var word = new StringBuilder();
        char before = ' ';
        foreach (char c in header)
        {
            bool isLetter = char.IsLetter(c), isTurn = isLetter && char.IsUpper(c) && char.IsLower(before);
            if ((!isLetter || isTurn) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
            if (c is '%')
                yield return "pourcentage";
            if (isLetter)
                word.Append(PlainLetter.Of(c) is 'œ' ? "oe" : PlainLetter.Of(c).ToString());
            before = c;
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    private static Sense? Closest(string word)
    {
        Sense? found = null;
        foreach ((string known, Sense sense) in senses)
        {
            if (known.Length < ShortestMisspelt || !Misspelling.IsOneSlip(known, word))
                continue;
            // Near two words of two senses, it is neither.
            if (found is not null && found != sense)
                return null;
            found = sense;
        }
        return found;
    }

    private static Dictionary<string, Sense> Table(params (Sense Sense, string Words)[] rows)
    {
        var table = new Dictionary<string, Sense>(StringComparer.Ordinal);
        foreach ((Sense sense, string words) in rows)
            foreach (string word in words.Split(' '))
                table.Add(word, sense);
        return table;
    }

    private enum Sense
    {
        Nothing, Funder, Receiver, Either, Name, Id, Code, Rna, Sum, Subsidy, Asked, Given, Paid, Payment, Loan, Guarantee, InKind, Nature,
            Part, Date, Period, First, Last, Act, Conditions, Year, Budget,
        Object, File, Reference, Status, Rae, Eu, Scheme,
    }
}
