using FundingReports.Schedules;

namespace FundingReports.Texts;

/// <content>Échéancier and Contrôles.</content>
internal sealed partial class ReportTexts
{
    internal string TiesSheet => Say("Rattachement", "Ties");
    internal string TiesTitle => Say("Rattachement : où va l'argent de chaque engagement, et comment on le sait", "Ties: where the money of each promise goes, and how it is known");
    internal string TiesNote => Say(
        "Une ligne par engagement, dans l'ordre de Conventions. Pour une somme : promis = avant + affiché + après + non employé, au centime.",
        "One row a promise, in the order of Agreements. For a sum: promised = before + shown + after + unused, to the cent.");
    internal string ScheduleSheet => Say("Échéancier", "Schedule");
    internal string ScheduleTitle => Say("Échéancier : ce que vaut chaque engagement conventionné, période par période", "Schedule: what each agreed promise is worth, period by period");
    internal string ScheduleNote => Say(
        "Une ligne par poste, par période sans changement et par engagement conventionné. Les taux, les parts et l'argent sont des formules, faites des lignes de Conventions et du coût ; la feuille Contrôles les compare aux réponses. Un an compte 360 trentièmes de mois.",
        "One row a post, a period without change and an agreed promise. Rates, parts and money are formulas, made of the rows of Agreements and of the cost; the sheet Checks compares them with the answers. A year has 360 thirtieths of months.");
    internal string Thirtieths => Say("Trentièmes de mois", "Thirtieths of months");
    internal string CommitmentNumber => Say("N° de Conventions", "No. in Agreements");
    internal string RuleHeader => Say("Règle", "Rule");
    internal string TermsValue => Say("Promis (€ par an, ou part)", "Promised (€ a year, or part)");
    internal string Ceiling => Say("Plafond par an", "Ceiling a year");
    internal string YearlyRate => Say("Taux annuel", "Yearly rate");
    internal string CoveredPart => Say("Part sûre du coût", "Sure part of the cost");
    internal string ExactMoney => Say("Argent, avant arrondi", "Money, before rounding");
    internal string RoundedMoney => Say("Somme arrondie", "Sum, rounded");
    internal string ExactGap => Say("Manque, avant arrondi", "Lack, before rounding");
    internal string LackDay => Say("Jour de la rupture", "Day of the drop");
    internal string Number => Say("N°", "No.");
    internal string BeforeYears => Say("avant", "before");
    internal string AfterYears => Say("après", "after");
    internal string OutsidePost => Say("hors poste", "outside post");
    internal string NoMoney => Say("rien", "nothing");

    internal string RuleOf(ScheduleRule rule) => rule switch
    {
        ScheduleRule.Sum => Say("somme", "sum"),
        ScheduleRule.PartOfCost => Say("part du coût", "part of cost"),
        ScheduleRule.PartOfRemainder => Say("part du reste", "part of rest"),
        ScheduleRule.Balance => Say("reste du coût", "rest of cost"),
        ScheduleRule.Unknown => Say("montant inconnu", "amount unknown"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    internal string ControlsSheet => Say("Contrôles", "Checks");
    internal string ControlsTitle => Say("Contrôles : les réponses, refaites autrement par le tableur", "Checks: the answers, worked out again by the spreadsheet");
    internal string ControlsNote => Say(
        "« Attendu » est ce que dit le reste du classeur ; « trouvé » est refait par des formules à partir de l'échéancier (taux × trentièmes de mois). Les égalités internes sont celles que chaque poste doit vérifier (coût + excédent + arrondi = financement + reste…), recomptées à part. Un seul centime d'écart donne ÉCART.",
        "“Expected” is what the rest of the workbook says; “found” is worked out again by formulas from the schedule (rate × thirtieths of months). Internal equalities are those that each post must satisfy (cost + surplus + rounding = funding + gap…), counted apart. A single cent of difference gives DIFFERENCE.");
    internal string Check => Say("Contrôle", "Check");
    internal string CheckedThing => Say("Poste ou engagement", "Post or promise");
    internal string Unit => Say("Unité", "Unit");
    internal string Expected => Say("Attendu", "Expected");
    internal string Found => Say("Trouvé", "Found");
    internal string Difference => Say("Différence", "Difference");
    internal string Result => Say("Résultat", "Result");
    internal string Ok => "OK";
    internal string Wrong => Say("ÉCART", "DIFFERENCE");
    internal string AllChecks => Say("Tous les contrôles", "All checks");
    internal string AgreedCheck => Say("Argent conventionné de l'exercice", "Agreed money of the year");
    internal string GapCheck => Say("Reste à financer de l'exercice", "Gap of the year");
    internal string HorizonCheck => Say("Jours conventionnés sans rupture", "Agreed days without a drop");
    internal string LawsCheck => Say("Égalités internes (ferme, conventionné, annoncé)", "Internal equalities (firm, agreed, announced)");
    internal string TieCheck => Say("Promis = avant + affiché + après + non employé", "Promised = before + shown + after + unused");
    internal string ScheduleCheck => Say("Promis, refait depuis l'échéancier", "Promised, worked out from the schedule");
    internal string SignedCheck => Say("Somme signée", "Sum signed");
    internal string EuroUnit => "€";
    internal string DayUnit => Say("jours", "days");
    internal string DifferenceUnit => Say("écarts", "differences");
    internal string WithoutEnd => Say("sans rupture", "without a drop");
}
