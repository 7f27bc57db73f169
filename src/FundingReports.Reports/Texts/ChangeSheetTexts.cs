using FundingReports.Changes;
using FundingReports.Reports.Formulas;
using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Reports.Texts;

/// <summary>The headers and legends of what changed.</summary>
internal sealed class ChangeSheetTexts(Language language)
{
    internal string Sheet => Phrase.In(language, $"Évolution", "Changes");
    internal string Title => Phrase.In(language, $"Évolution : ce qui a changé", "Changes since the former state");

    internal string Legend => Phrase.In(language,
        $"« inconnu » n'est ni zéro ni « non financé ». « hyp. » suit un chiffre dans lequel entre une hypothèse ; « env. » précède un montant approché. Un poste est à risque quand sa couverture est incomplète, quand son financement conventionné expire avant le 31 décembre de l'exercice qui suit, ou quand il est écourté.",
        "“unknown” is neither zero nor “not funded”. “hyp.” follows a figure that rests on an assumption; “approx.” precedes an approximate amount. A post is at risk when its coverage is incomplete, when its agreed funding ends before 31 December of the following budget year, or when it is shortened.");

    internal string AssumptionsHeading => Phrase.In(
        language, $"Hypothèses de l'ancien état qui ne sont pas dans le nouveau",
            "Assumptions of the old state that are not in the new one");

    internal string Became => Phrase.In(language, $"Ce qu'il devient", "What became of it");
    internal string Before(string view) => Phrase.In(language, $"{view}, avant", $"{view}, before");
    internal string After(string view) => Phrase.In(language, $"{view}, après", $"{view}, after");
    internal string Risk => Phrase.In(language, $"À risque", "At risk");
    internal string Differences => Phrase.In(language, $"Ce qui diffère", "What differs");
    internal string Was => Phrase.In(language, $"Avant", "Before");
    internal string Is => Phrase.In(language, $"Après", "After");
    internal string Difference => Phrase.In(language, $"Différence", "Difference");
    internal string Moves(MoneyChange money) => money.Difference.TryGet(out var difference)
        ? difference.Cents switch
        {
            > 0 => Phrase.In(language, $"en hausse", "up"),
            < 0 => Phrase.In(language, $"en baisse", "down"),
            0 => Phrase.In(language, $"inchangé", "unchanged"),
        }
        : money.Before.Exact.IsKnown ? Phrase.In(language, $"n'est plus connu", "no longer known")
        : money.After.Exact.IsKnown ? Phrase.In(language, $"était inconnu", "was unknown")
        : Phrase.In(language, $"inconnu avant et après", "unknown before and after");

    internal string KnownBefore(string money) => Phrase.In(language, $"part connue, avant : {money}", $"known part, before: {money}");
    internal string KnownAfter(string money) => Phrase.In(language, $"part connue, après : {money}", $"known part, after: {money}");
    internal string AsBefore => Phrase.In(language, $"situation inchangée", "as before");
    internal string NotThere => Phrase.In(language, $"absent", "not there");
    internal string Nature => Phrase.In(language, $"Nature", "Kind");
    internal string What => Phrase.In(language, $"Objet", "What");
    internal string Agreement => Phrase.In(language, $"Convention", "Agreement");
    internal string Credits => Phrase.In(language, $"Crédits", "Money");
    internal string NothingChanged => Phrase.In(language, $"Rien n’a changé.", "Nothing has changed.");
    internal string AtRisk(string why) => Phrase.In(language, $"à risque : {why}", $"at risk: {why}");
    internal string NoLongerAtRisk => Phrase.In(language, $"n’est plus à risque", "no longer at risk");
    internal string AllFunders => Phrase.In(language, $"Tous les financeurs", "All funders");
    internal string No => Phrase.In(language, $"non", "no");
}
