using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Validation;

/// <content>A problem, said.</content>
public sealed partial record Problem
{
    /// <summary>The sentence: what was found, and what to do.</summary>
    public string Message(Language language) => ProblemTexts.Message(this, language);

    /// <summary>One line for a terminal: <c>severity code path: message</c>; in French <c>erreur</c> or <c>avertissement</c>.</summary>
    public string ToLine(Language language) =>
        Words.OneLine(Phrase.In(language,
            $"{(Severity is Severity.Error ? "erreur" : "avertissement")} {CodeName} {Path} : {Message(language)}",
            $"{(Severity is Severity.Error ? "error" : "warning")} {CodeName} {Path}: {Message(language)}"));

    /// <summary>The line, in English.</summary>
    public override string ToString() => ToLine(Language.English);
}
