using FundingReports.Reports.Schedules;

namespace FundingReports.Reports.Texts;

// Échéancier and Contrôles.
internal sealed partial class ReportTexts
{
    internal string TiesSheet => Say("Rattachement", "Ties");
    internal string TiesTitle => Say("Rattachement : où vont les crédits de chaque financement, et comment on le sait",
        "Ties: where the money of each promise goes, and how it is known");
    internal string TiesNote => Say(
        "Une ligne par financement, dans l'ordre de Conventions. Pour une somme : accordé = avant + affiché + après + non employé, au centime.",
        "One row a promise, in the order of Agreements. For a sum: promised = before + shown + after + unused, to the cent.");
    internal string ScheduleSheet => Say("Échéancier", "Schedule");
    internal string ScheduleTitle => Say("Échéancier : ce que vaut chaque financement conventionné, période par période",
        "Schedule: what each agreed promise is worth, period by period");
    internal string ScheduleNote => Say(
        "Une ligne par poste, par période sans changement et par financement conventionné. Les taux, les parts et les montants sont des formules, faites de la lecture des conventions et du coût ; "
        + "la feuille Contrôles les compare aux réponses. Un an compte 360 trentièmes de mois. Une somme annuelle compense, dans l'exercice, ce qui manque un mois par ce qu'elle a en trop un autre mois.",
        "One row a post, a period without change and an agreed promise. Rates, parts and money are formulas, made of the reading of the agreements and of the cost; "
        + "the sheet Checks compares them with the answers. A year has 360 thirtieths of months. A sum that runs through the whole year pays, within it, what lacks in one month with what it has too much in another.");

    internal string ReadingSheet => Say("Lecture des conventions", "Reading of agreements");
    internal string ReadingTitle => Say("Lecture des conventions : quels jours chacune est en vigueur, et ce qu'elle paie par an",
        "Reading of the agreements: on which days each is in force, and what it pays a year");
    internal string ReadingNote => Say(
        "Une ligne par poste et par tranche ou période d'un financement attribué ou conventionné, refaite à partir de Conventions sans le calcul que les contrôles vérifient. "
        + "Un avenant vient après ce qu'il modifie, quelles que soient les dates : chacun est en vigueur jusqu'à la veille du premier jour de ceux qui le suivent. Un total reste un total : ce que ses tranches laissent est réparti sur ses autres jours.",
        "One row a post and an instalment or period of a granted or signed promise, made again from Agreements without the calculation that the checks verify. "
        + "An amendment comes after what it amends, whatever the dates: each is in force until the eve of the first day of those that follow it. A total stays a total: what its instalments leave is spread over its other days.");
    internal string LineStart => Say("N° du financement d'origine", "No. of the first promise");
    internal string OrderInLine => Say("Rang", "Rank");
    internal string TermsKindHeader => Say("Origine", "Origin");
    internal string Begins => Say("Début du financement", "Beginning of the promise");
    internal string WithdrawnColumn => Say("Retiré à compter du", "Withdrawn from");
    internal string DaysInForce => Say("Jours en vigueur", "Days in force");
    internal string WrittenTerms => Say("Écrit (€, ou part)", "Written (€, or part)");
    internal string SpreadOver => Say("Réparti sur (trentièmes)", "Spread over (thirtieths)");
    internal string WithoutDay => Say("Sans jour à payer", "Without a day to pay");

    internal string TermsKindOf(TermsKind kind) => kind switch
    {
        TermsKind.Own => Say("financement", "promise"),
        TermsKind.Step => Say("douze mois", "twelve months"),
        TermsKind.Instalment => Say("tranche", "instalment"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
    internal string Thirtieths => Say("Trentièmes de mois", "Thirtieths of months");
    internal string CommitmentNumber => Say("N° de Conventions", "No. in Agreements");
    internal string RuleHeader => Say("Règle", "Rule");
    internal string TermsValue => Say("Accordé (€ par an, ou part)", "Promised (€ a year, or part)");
    internal string Ceiling => Say("Plafond par an", "Ceiling a year");
    internal string YearlyRate => Say("Taux annuel", "Yearly rate");
    internal string CoveredPart => Say("Part sûre du coût", "Sure part of the cost");
    internal string ExactMoney => Say("Crédits, avant arrondi", "Money, before rounding");
    internal string RoundedMoney => Say("Somme arrondie", "Sum, rounded");
    internal string PossiblePart => Say("Part possible du coût", "Possible part of the cost");
    internal string WithoutBound => Say("sans limite", "without bound");

    internal string ExactGap(bool surely) =>
        surely ? Say("Manque, avant arrondi", "Lack, before rounding") : Say("Manque, au mieux", "Lack, at best");
    internal string ExactExcess(bool surely) =>
        surely ? Say("Excédent, avant arrondi", "Surplus, before rounding") : Say("Excédent, au mieux", "Surplus, at best");
    internal string Movable(bool surely) => surely ? Say("Somme de toute l'année (€ par an)", "Sum of the whole year (€ a year)")
        : Say("Somme de toute l'année, au mieux", "Sum of the whole year, at best");
    internal string ExactMoved(bool surely) => surely ? Say("Excédent compensable", "Surplus that may compensate")
        : Say("Excédent compensable, au mieux", "Surplus that may compensate, at best");
    internal string YearGap(bool surely) => surely ? Say("Reste de l'exercice, avant arrondi", "Gap of the year, before rounding")
        : Say("Reste de l'exercice, au mieux", "Gap of the year, at best");
    internal string LackDay(bool surely) =>
        surely ? Say("Jour de la rupture", "Day of the drop") : Say("Jour de la rupture, au mieux", "Day of the drop, at best");
    internal string Number => Say("N°", "No.");
    internal string BeforeYears => Say("avant", "before");
    internal string AfterYears => Say("après", "after");
    internal string OutsidePost => Say("hors poste", "outside post");
    internal string NoMoney => Say("rien", "nothing");

    internal string RuleOf(PaymentRule rule) => rule switch
    {
        PaymentRule.Sum => Say("somme", "sum"),
        PaymentRule.ShareOfCost => Say("part du coût", "part of cost"),
        PaymentRule.ShareOfRemainder => Say("part du reste", "part of rest"),
        PaymentRule.Balance => Say("reste du coût", "rest of cost"),
        PaymentRule.Unknown => Say("montant inconnu", "amount unknown"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    internal string ControlsSheet => Say("Contrôles", "Checks");
    internal string ControlsTitle =>
        Say("Contrôles : les réponses, refaites autrement par le tableur", "Checks: the answers, worked out again by the spreadsheet");
    internal string ControlsNote => Say(
        "« Attendu » est ce que disent les réponses ; « trouvé » est refait par des formules (taux × trentièmes de mois) à partir de l’échéancier, dont les jours et les lignes sont ceux du calcul, et de la lecture des conventions, qui ne partage rien avec lui. Les égalités internes sont celles que chaque poste doit vérifier (coût + excédent + arrondi = financement + reste…), recomptées à part ; s’y ajoutent les jours où l’échéancier et la lecture diffèrent. Un seul centime d'écart donne ÉCART.",
        "“Expected” is what the answers say; “found” is worked out again by formulas (rate × thirtieths of months) from the schedule, whose days and lines are those of the calculation, and from the reading of the agreements, which shares nothing with it. Internal equalities are those that each post must satisfy (cost + surplus + rounding = funding + gap…), counted apart; the days on which the schedule and the reading differ are added to them. A single cent of difference gives DIFFERENCE.");
    internal string Check => Say("Contrôle", "Check");
    internal string CheckedThing => Say("Poste ou financement", "Post or promise");
    internal string Unit => Say("Unité", "Unit");
    internal string Expected => Say("Attendu", "Expected");
    internal string Found => Say("Trouvé", "Found");
    internal string Difference => Say("Différence", "Difference");
    internal string Result => Say("Résultat", "Result");
    internal string Ok => "OK";
    internal string Wrong => Say("ÉCART", "DIFFERENCE");
    internal string AllChecks => Say("Tous les contrôles", "All checks");
    internal string AgreedCheck => Say("Crédits conventionnés de l'exercice", "Agreed money of the year");
    internal string GapCheck => Say("Reste à financer de l'exercice", "Gap of the year");
    internal string SurplusCheck => Say("Excédent de l'exercice", "Surplus of the year");
    internal string FirmCheck => Say("Ferme au-delà du conventionné", "Firm beyond what is agreed");
    internal string HorizonCheck(bool surely) => surely ? Say("Jours conventionnés sans rupture", "Agreed days without a drop")
        : Say("Jours conventionnés sans rupture, au mieux", "Agreed days without a drop, at best");
    internal string LawsCheck => Say("Égalités internes (ferme, conventionné, annoncé)", "Internal equalities (firm, agreed, announced)");
    internal string TieCheck => Say("Accordé = avant + affiché + après + non employé", "Promised = before + shown + after + unused");
    internal string ScheduleCheck => Say("Accordé, refait depuis l'échéancier", "Promised, worked out from the schedule");
    internal string SignedCheck => Say("Somme écrite dans l'acte", "Sum written in the act");
    internal string EuroUnit => "€";
    internal string DayUnit => Say("jours", "days");
    internal string DifferenceUnit => Say("écarts", "differences");
    internal string WithoutEnd => Say("sans rupture", "without a drop");
}
