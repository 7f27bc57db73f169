using FundingReports.Changes;
using FundingReports.Reports.Formulas;
using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Reports.Texts;

/// <summary>The headers and legends of what changed.</summary>
internal sealed class ChangeSheetTexts(Language language)
{
    internal string Sheet => Phrase.In(language, $"Évolution", "Changes");
    internal string PromisesSheet => Phrase.In(language, $"Évolution des engagements", "Changes of promises");
    internal string MoneySheet => Phrase.In(language, $"Évolution de l'argent", "Changes of money");
    internal string Title => Phrase.In(language, $"Évolution : ce qui a changé", "Changes: what is not as it was");

    internal string Legend => Phrase.In(language,
        $"« inconnu » n'est ni zéro ni « non financé ». « hyp. » suit un chiffre dans lequel entre une hypothèse ; « env. » précède un montant approché. Un poste est à risque quand rien de conventionné ne paie sûrement tout son coût, quand ce financement s'arrête avant le 31 décembre de l'exercice qui suit, ou quand il est écourté.",
        "“unknown” is neither zero nor “not funded”. “hyp.” follows a figure into which an assumption enters; “approx.” precedes an approximate amount. A post is at risk when nothing agreed surely pays all of its cost, when that funding stops before 31 December of the following budget year, or when it is shortened.");

    internal string PostsHeading => Phrase.In(language, $"Les postes : jusqu'à quand chacun était et est financé en totalité",
        "The posts: until when each was and is fully funded");
    internal string PromisesHeading =>
        Phrase.In(language, $"Évolution : ce que chaque engagement est devenu", "Changes: what became of each promise");
    internal string MoneyHeading =>
        Phrase.In(language, $"Évolution : l'argent par financeur, pour les exercices que montrent les deux états",
            "Changes: money by funder, for the budget years that both states show");
    internal string MoneyNote => Phrase.In(language,
        $"Ferme, conventionné et annoncé ne s'ajoutent pas. Une ligne où rien n'est promis ni avant ni après n'est pas reprise. La part connue est ce que l'on sait d'un montant inconnu ; d'une part connue à l'autre, la différence ne se calcule pas.",
        "Firm, agreed and announced do not add up. A row on which nothing is promised before or after is left out. The known part is what is known of an unknown amount; from one known part to the other there is no difference to work out.");
    internal string NoMoney => Phrase.In(language, $"Aucun argent n'est promis, ni avant ni après, sur un exercice commun.",
        "No money is promised, before or after, in a shared budget year.");
    internal string AssumptionsHeading => Phrase.In(
        language, $"Hypothèses de l'ancien état qui ne sont pas dans celui-ci", "Assumptions of the old state that are not in this one");

    internal string Became => Phrase.In(language, $"Ce qu'il devient", "What became of it");
    internal string Before(string view) => Phrase.In(language, $"{view}, avant", $"{view}, before");
    internal string After(string view) => Phrase.In(language, $"{view}, après", $"{view}, after");
    internal string Risk => Phrase.In(language, $"À risque", "At risk");
    internal string Differences => Phrase.In(language, $"Ce qui diffère", "What differs");
    internal string MatchedBy => Phrase.In(language, $"Rapproché par", "Matched by");
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

    internal string KnownBefore => Phrase.In(language, $"Part connue, avant", "Known part, before");
    internal string KnownAfter => Phrase.In(language, $"Part connue, après", "Known part, after");
    internal string NotThere => Phrase.In(language, $"absent", "not there");
    internal string AllFunders => Phrase.In(language, $"Tous les financeurs", "All funders");
    internal string No => Phrase.In(language, $"non", "no");
    internal string NoLonger => Phrase.In(language, $"ne l'est plus", "no longer");
}
