using FundingReports.Wording;
using FundingReports.Validation;
using static FundingReports.Sentences.ProblemTexts;

namespace FundingReports.Sentences;

/// <summary>
/// What is said of facts that contradict one another, and of one thing written twice. The place says which: one sentence serves them all.
/// </summary>
internal static class ContradictionTexts
{
    internal static BilingualText Of(ProblemCode code, ProblemWords a) => code switch
    {
        ProblemCode.InstalmentsAboveTotal => Say(
            $"Les tranches font {a.Money(1)}, plus que le total accordé ({a.Money(2)}). Corrigez le total ou les tranches ; si un avenant l'a porté plus haut, saisissez-le.",
            $"The instalments add up to {a.Money(1)}, more than the total promised ({a.Money(2)}). Correct the total or the instalments; if an amendment raised it, enter it."),
        ProblemCode.AmendsRefused => Say(
            $"Cet avenant modifie {a.Found}, qui a été refusé ; on ne modifie pas ce qui n'existe pas. Corrigez le statut de l'un, ou le lien.",
            $"This amendment amends {a.Found}, which was refused; nothing is there to amend. Correct the status of one, or the link (amends)."),
        ProblemCode.ConflictBefore => Say(
            $"{Known(a)}, faute d'une décision prise plus tard, {Bear(a)} Une analyse à l'une de ces dates sera refusée. Vérifiez les dates de décision.",
            $"{Known(a)}, for want of a decision taken later, {Bear(a)} An analysis as of one of these days will be refused. Check the dates of decision (decidedOn)."),
        ProblemCode.SamePromise => Say(
            $"Le financement {a[1]} répète le financement {a[0]} ({a[2]}) : même financeur, mêmes postes, même période, même montant. Si ce sont les mêmes crédits saisis deux fois, retirez-en un ; sinon, distinguez-les par la référence de leur acte.",
            $"The commitment {a[1]} repeats the commitment {a[0]} ({a[2]}): same funder, same posts, same period, same amount. If it is the same money entered twice, remove one; if not, tell them apart by the reference of their act."),
        ProblemCode.PaidBeforeDecided => Say(
            $"Un versement est daté du {a.Date(0)}, avant la décision qui l'accorde ({a.Date(1)}). Vérifiez les deux dates.",
            $"A payment is dated {a.Date(0)}, before the decision that grants it ({a.Date(1)}). Check both dates."),
        ProblemCode.PaidAbovePromised => Say(
            $"Il est noté {a.Money(0)} versés, plus que les {a.Money(1)} accordés pour la période. Vérifiez les deux montants.",
            $"Paid, as noted: {a.Money(0)}, more than the {a.Money(1)} promised for the period. Check both amounts."),
        ProblemCode.InstalmentBeforeCommitment => Say(
            $"La tranche est décidée {a.On(0)}, avant la convention dont elle dépend ({a.Date(1)}). Vérifiez les deux dates.",
            $"The instalment was decided {a.On(0)}, before the convention that it belongs to ({a.Date(1)}). Check both dates."),
        ProblemCode.DecidedAfterTerm => Say(
            $"La décision est datée du {a.Date(0)}, après le terme ({a.Date(1)}). Vérifiez les deux dates.",
            $"The decision is dated {a.Date(0)}, after the term ({a.Date(1)}). Check both dates."),
        ProblemCode.InstalmentsAboveTerms => a[4] is "cap"
            ? Say(
                $"Les tranches de {a[1]} font {a.Money(2)}, plus que le plafond pour ces jours ({a.Money(3)}). Elles comptent telles quelles ; vérifiez-les, ou le plafond.",
                $"The instalments of {a[1]} are {a.Money(2)}, more than the ceiling for these days ({a.Money(3)}). They count as they are; check them, or the ceiling.")
            : Say(
                $"Les tranches de {a[1]} font {a.Money(2)}, plus que la somme annuelle accordée pour ces jours ({a.Money(3)}). Elles comptent telles quelles ; vérifiez-les, ou la somme.",
                $"The instalments of {a[1]} are {a.Money(2)}, more than the yearly sum promised for these days ({a.Money(3)}). They count as they are; check them, or the sum."),
        ProblemCode.AttestedOutsideLife => a.Has(2)
            ? Say(
                $"Le poste est attesté {a.On(0)}, hors de sa durée (du {a.Date(1)} au {a.Date(2)}). Vérifiez ces dates.",
                $"The post is known to exist {a.On(0)}, outside its life (from {a.Date(1)} to {a.Date(2)}). Check these dates.")
            : Say(
                $"Le poste est attesté {a.On(0)}, avant sa date de début ({a.Date(1)}). Vérifiez ces dates.",
                $"The post is known to exist {a.On(0)}, before its first day ({a.Date(1)}). Check these dates."),
        ProblemCode.AmendsOtherFunder => Say(
            $"Cet avenant est du financeur {a[2]}, alors que le financement {a[1]}, qu'il modifie, est du financeur {a[3]}. Corrigez le financeur, ou le lien.",
            $"This amendment is by the funder {a[2]}, but {a[1]}, which it amends, is by the funder {a[3]}. Correct the funder, or the link (amends)."),
        ProblemCode.AmendsOtherPosts => Say(
            $"Cet avenant paie des postes que le financement {a[1]}, qu'il modifie, ne paie pas ({a.List(2)}). Vérifiez ses postes, ou saisissez un financement à part.",
            $"This amendment pays posts that {a[1]}, which it amends, does not pay ({a.List(2)}). Check its posts, or enter a commitment of its own."),
        ProblemCode.AmendmentAfterTerm => Say(
            $"Cet avenant commence le {a.Date(2)}, après le terme du financement {a[1]} ({a.Date(3)}). S'il le prolonge, rien n'est à faire ; si c'est une nouvelle convention, retirez le lien ; sinon, vérifiez les dates.",
            $"This amendment begins on {a.Date(2)}, after the term of {a[1]} ({a.Date(3)}). If it extends it, nothing is to be done; if it is a new agreement, remove the link (amends); if not, check the dates."),
        ProblemCode.AmendmentsUnordered => Say(
            $"Les avenants {a[0]} et {a[1]} modifient tous deux le financement {a[2]} à partir du {a.Date(3)}, et rien ne dit lequel vient après l'autre : le dernier écrit est retenu. Indiquez leurs dates de décision, ou que l'un modifie l'autre.",
            $"The amendments {a[0]} and {a[1]} both amend {a[2]} from {a.Date(3)} on, and nothing says which comes after the other: the last written is taken. Give their dates of decision (decidedOn), or say that one amends the other."),
        ProblemCode.CostsFromOneDay => Say(
            $"Deux coûts commencent le {a.Date(1)} (l'autre : {a[2]}), et rien ne dit lequel vaut : le dernier écrit est retenu. Supprimez-en un, ou indiquez leurs dates de décision.",
            $"Two costs begin on {a.Date(1)} (the other: {a[2]}), and nothing says which holds: the last written is taken. Remove one, or give their dates of decision (decidedOn)."),
        ProblemCode.CostDecidedEarlier => Say(
            $"Le coût à partir du {a.Date(1)} a été décidé {a.On(2)}, avant celui qu'il remplace (décidé {a.On(3)}). Tient-il compte de cette hausse ou de cette baisse ? Vérifiez-le.",
            $"The cost from {a.Date(1)} on was decided {a.On(2)}, before the one that it replaces (decided {a.On(3)}). Does it take that change into account? Check it."),
        ProblemCode.OccupancyOverlap => Say(
            $"Deux états du poste ont des jours en commun (l'autre : {a[0]}). Indiquez le dernier jour du premier.",
            $"Two states of the post have days in common (the other: {a[0]}). Give the last day of the first."),
        ProblemCode.SharedSiret => Say(
            $"« {a[2]} » et « {a[3]} » ont le même SIRET (l'autre : {a[1]}). Si c'est le même organisme, gardez un seul nom ; sinon, corrigez le SIRET.",
            $"\"{a[2]}\" and \"{a[3]}\" have the same SIRET (the other: {a[1]}). If they are one body, keep one name; if not, correct the SIRET."),
        ProblemCode.SiretOfZeros => Say(
            $"Ce SIRET n'est fait que de zéros, et ne désigne personne. S'il est inconnu, ne mettez rien.",
            $"This SIRET is all zeros, and names nobody. If it is unknown, put nothing."),
        ProblemCode.CampaignFarFromYear => Say(
            $"Cette campagne est celle de {a[0]}, et sa date est {a.On(1)}. Vérifiez l'année de l'une et de l'autre.",
            $"This campaign is that of {a[0]}, and its date is {a.Date(1)}. Check the year of both."),
        ProblemCode.EditionInFuture => Say(
            $"Cette édition est datée du {a.Date(0)}, après la date de situation ({a.Date(1)}) : elle peut contenir des faits que l'on ignorait ce jour-là. Vérifiez les deux dates.",
            $"This edition is dated {a.Date(0)}, after the as-of date ({a.Date(1)}): it may hold facts that nobody knew on that day. Check both dates."),
        ProblemCode.AssumptionWithoutAuthor => Say(
            $"Cette hypothèse ne dit pas qui la fait. Indiquez-le : une fonction, pas un nom.",
            $"This assumption does not say who makes it. Say so (author): a function, not a name."),
        ProblemCode.LikelyDouble => LikelyDouble(a),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Said elsewhere."),
    };

    /// <summary>« À toute date de situation du 01/01/2022 au 30/06/2022 ».</summary>
    private static BilingualText Known(ProblemWords a) => a.Has(5)
        ? Say($"À toute date de situation du {a.Date(5)} au {a.Date(6)}", $"As of any day from {a.Date(5)} to {a.Date(6)}")
        : Say($"À toute date de situation jusqu'au {a.Date(6)}", $"As of any day until {a.Date(6)}");

    private static BilingualText Bear(ProblemWords a) => Say(
        $"les financements {a[1]} et {a[2]} prennent ensemble en charge, au {a.Date(3)}, plus que le solde du coût du poste {a[0]} (montants comptés : {a.View(4)}).",
        $"the commitments {a[1]} and {a[2]} together bear, on {a.Date(3)}, more than the rest of the cost of the post {a[0]} (money counted: {a.View(4)}).");

    private static BilingualText LikelyDouble(ProblemWords a)
    {
        BilingualText one = a.Has(3) ? Say($"{a.Found} ({a[3]})", $"{a.Found} ({a[3]})") : a.Found;
        BilingualText other = a.Has(4)
            ? Say($"« {a[1]} » ({a[4]})", $"\"{a[1]}\" ({a[4]})") : Say($"« {a[1]} » ({a[2]})", $"\"{a[1]}\" ({a[2]})");
        if (a[0] is "commitment")
            return Say(
                $"{one} et {other} sont du même financeur, pour le même poste, et leurs années se recouvrent : est-ce le même financement ? Si oui, gardez-en un seul ; sinon, distinguez-les par le numéro de leur acte.",
                $"{one} and {other} are of the same funder, for the same post, and their years overlap: are they the same commitment? If so, keep one; if not, tell them apart by the number of their act.");
        return a[0] is "funder"
            ? Say(
                $"{one} et {other} : est-ce le même financeur ? Si oui, gardez un seul nom ; sinon, donnez-leur des noms qui les distinguent.",
                $"Are {one} and {other} the same funder? If so, keep one name; if not, give them names that tell them apart.")
            : Say(
                $"{one} et {other} : est-ce le même poste ? Si oui, gardez-en un seul ; sinon, donnez-leur des noms qui les distinguent.",
                $"Are {one} and {other} the same post? If so, keep one; if not, give them names that tell them apart.");
    }
}
