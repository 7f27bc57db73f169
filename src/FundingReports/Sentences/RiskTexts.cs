using FundingReports.Wording;
using FundingReports.Policies;
using FundingReports.Risk;

namespace FundingReports.Sentences;

/// <summary>The levels of renewal risk and the sentence that justifies each, French beside English.</summary>
internal static class RiskTexts
{
    // No default arm: a level or a cause without words does not compile (CS8509).
#pragma warning disable CS8524
    internal static string Level(RiskLevel level, Language language) => level switch
    {
        RiskLevel.Low => Phrase.In(language, $"faible", "low"),
        RiskLevel.Moderate => Phrase.In(language, $"modéré", "moderate"),
        RiskLevel.High => Phrase.In(language, $"élevé", "high"),
        RiskLevel.Critical => Phrase.In(language, $"critique", "critical"),
        RiskLevel.Undetermined => Phrase.In(language, $"indéterminé", "undetermined"),
    };

    /// <summary>« Risque élevé : le financement conventionné expire le 23 juillet 2023, avant la fin de l'année qui suit. »</summary>
    internal static string Sentence(RiskCause cause, Language language) =>
        Phrase.In(language, $"Risque {Level(cause.Level, language)} : {Why(cause, language)}.",
            $"{Phrase.Capital(Level(cause.Level, language))} risk: {Why(cause, language)}.");

    private static string Why(RiskCause cause, Language language) => cause.Kind switch
    {
        RiskCauseKind.Thin => cause.IsNow
            ? Phrase.In(language, $"{Covered(cause, language)} à ce jour, soit moins de {Threshold(cause, language)}",
                $"{Covered(cause, language)} to date, which is less than {Threshold(cause, language)}")
            : Phrase.In(language,
                $"{Covered(cause, language)} à partir du {Words.LongDate(cause.Day!.Value, language)}, soit moins de {Threshold(cause, language)}",
                $"{Covered(cause, language)} from {Words.LongDate(cause.Day!.Value, language)} on, which is less than {Threshold(cause, language)}"),
        RiskCauseKind.NotFunded => Phrase.In(language,
            $"couverture incomplète ({Covered(cause, language)} à ce jour)",
            $"incomplete coverage ({Covered(cause, language)} to date)"),
        RiskCauseKind.RequestOverdue => Phrase.In(language,
            $"une demande aurait dû être déposée avant le {Words.LongDate(cause.Day!.Value, language)}",
            $"a request should have been made by {Words.LongDate(cause.Day!.Value, language)}"),
        RiskCauseKind.EndsBeforeNextYearEnds => Phrase.In(language,
            $"le financement conventionné expire {On(cause, language)}, avant la fin de l'année qui suit",
            $"the agreed funding ends {On(cause, language)}, before the end of the year that follows"),
        RiskCauseKind.OneFunder => Phrase.In(language,
            $"{Words.Percent(cause.Policy!.Share!, language)} du coût ou plus reposent sur {FunderWords.The(cause.Funder!, language)}",
            $"{Words.Percent(cause.Policy!.Share!, language)} of the cost or more rests on {FunderWords.The(cause.Funder!, language)}"),
        RiskCauseKind.StepDown => Phrase.In(language,
            $"la part {FunderWords.Of(cause.Funder!, language)} baisse {On(cause, language)}, dans moins de {Months(cause, language)}",
            $"the contribution {FunderWords.Of(cause.Funder!, language)} falls {On(cause, language)}, in less than {Months(cause, language)}"),
        RiskCauseKind.EndsWithinMonths => Phrase.In(language,
            $"le financement conventionné expire {On(cause, language)}, dans moins de {Months(cause, language)}",
            $"the agreed funding ends {On(cause, language)}, in less than {Months(cause, language)}"),
        RiskCauseKind.Dependent => Phrase.In(language,
            $"ce que {(FunderWords.IsPlural(cause.Funder!) ? "paient" : "paie")} {FunderWords.The(cause.Funder!, language)} dépend de crédits qui ne sont pas acquis",
            $"what {FunderWords.The(cause.Funder!, language)} pays depends on money that is not secured"),
    };
    /// <summary>The risk of a post in one sentence: its level, and the gravest cause.</summary>
    internal static string Sentence(PostRisk risk, Language language)
    {
        if (risk.Level == RiskLevel.Undetermined)
            return Phrase.In(language,
                $"Risque indéterminé : {Level(risk.AtWorst, language)} au pire, {Level(risk.AtBest, language)} au mieux, selon ce qui n'est pas connu.",
                $"Undetermined risk: {Level(risk.AtWorst, language)} at worst, {Level(risk.AtBest, language)} at best, depending on what is not known.");
        return risk.Causes.IsEmpty
            ? Phrase.In(language, $"Risque faible : aucun des signaux suivis n'est relevé.",
                "Low risk: none of the signs looked for is found.")
            : Sentence(risk.Causes[0], language);
    }

    /// <summary>The rule behind a cause: its value, since when, and who says so.</summary>
    internal static string? Rule(RiskCause cause, Language language) => cause.Policy is { } policy
        // A threshold of the project's own holds from the first day of the calendar, which is not the date of any text.
        ? policy.From.Year == PartialDate.FirstYear ? Phrase.In(language,
            $"Seuil : {Threshold(cause, policy, language)} ({policy.Source.Title}).",
            $"Threshold: {Threshold(cause, policy, language)} ({policy.Source.Title}).")
        : Phrase.In(language,
            $"Seuil : {Threshold(cause, policy, language)}, en vigueur depuis le {Words.LongDate(policy.From, language)} ({policy.Source.Title}).",
            $"Threshold: {Threshold(cause, policy, language)}, in force since {Words.LongDate(policy.From, language)} ({policy.Source.Title}).")
        : null;

    /// <summary>« échéance à moins de 6 mois ».</summary>
    private static string Threshold(RiskCause cause, PolicyValue policy, Language language)
    {
        string value = policy.Whole is not null && cause.Kind is RiskCauseKind.StepDown or RiskCauseKind.EndsWithinMonths
            ? Months(cause, language) : Value(policy, language);
        return cause.Kind switch
        {
            RiskCauseKind.Thin => Phrase.In(language, $"couverture de moins de {value}", $"coverage below {value}"),
            RiskCauseKind.OneFunder =>
                Phrase.In(language, $"un seul financeur porte {value} du coût ou plus", $"one funder bears {value} of the cost or more"),
            RiskCauseKind.StepDown => Phrase.In(language, $"baisse à moins de {value}", $"step-down within {value}"),
            RiskCauseKind.EndsWithinMonths => Phrase.In(language, $"échéance à moins de {value}", $"term within {value}"),
            RiskCauseKind.EndsBeforeNextYearEnds =>
                Phrase.In(language, $"échéance avant la fin de l'année qui suit", "term before the end of the year that follows"),
            RiskCauseKind.NotFunded or RiskCauseKind.RequestOverdue or RiskCauseKind.Dependent => value,
        };
    }

#pragma warning restore CS8524

    private static string Value(PolicyValue policy, Language language) =>
        policy.Share is { } share
            ? Words.Percent(share, language) : policy.Money is { } money ? Words.Money(money, language) : $"{policy.Whole}";

    private static string Covered(RiskCause cause, Language language) => cause.Coverage is not { Millionths: > 0 } coverage
        ? Phrase.In(language, $"sans crédits conventionnés ou attribués", "without agreed money")
        : Phrase.In(language, $"financé à {Percent(coverage, language)}", $"funded at {Percent(coverage, language)}");

    // A part that is not the whole never rounds to it.
    private static string Percent(CoverageRate coverage, Language language) =>
        Words.Percent(coverage.Millionths is > 999_949 and < 1_000_000 ? 999_900 : coverage.Millionths, 1_000_000, language);

    private static string Threshold(RiskCause cause, Language language) => Words.Percent(cause.Policy!.Share!, language);

    private static string On(RiskCause cause, Language language) => DateWords.On(cause.Day!.Value, language);

    private static string Months(RiskCause cause, Language language) =>
        Words.Count(cause.Policy!.Whole!.Value, Phrase.In(language, $"mois", "month"), Phrase.In(language, $"mois", "months"), language);
}
