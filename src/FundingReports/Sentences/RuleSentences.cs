using FundingReports.Requests;
using FundingReports.Risk;
using FundingReports.Sentences;
using NodaTime;

namespace FundingReports;

/// <summary>What is said of requests and risks.</summary>
public static class RuleSentences
{
    /// <summary>A paper to join: « bilan d'ensemble, au plus tard le 23 avril 2023 ».</summary>
    public static string InWords(this Paper paper, Language language)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return RequestTexts.Paper(paper, language);
    }

    /// <summary>One cause of a level of risk, in a sentence.</summary>
    public static string Sentence(this RiskCause cause, Language language)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return RiskTexts.Sentence(cause, language);
    }

    /// <summary>
    /// The rule behind a cause, in a sentence: its value, since when, and who says so; null where no policy is behind it.
    /// </summary>
    public static string? Rule(this RiskCause cause, Language language)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return RiskTexts.Rule(cause, language);
    }

    /// <summary>« À demander à l'État (FIPD) pour 2023 (3 postes) : 25 000 €, … Date de clôture non publiée. »</summary>
    public static string Sentence(this FundingRequest request, LocalDate asOf, Language language)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RequestTexts.Sentence(request, asOf, language);
    }

    /// <summary>« Risque élevé : le financement conventionné expire le 23 juillet 2023, avant la fin de l'année qui suit. »</summary>
    public static string Sentence(this PostRisk risk, Language language)
    {
        ArgumentNullException.ThrowIfNull(risk);
        return RiskTexts.Sentence(risk, language);
    }

    /// <summary>« élevé ».</summary>
    public static string InWords(this RiskLevel level, Language language) => RiskTexts.Level(level, language);
}
