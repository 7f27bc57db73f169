using System.Collections.Immutable;
using System.ComponentModel;
using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Validation;

// A problem, said.
public sealed partial record Problem
{
    /// <summary>The sentence: what was found, and what to do.</summary>
    public string Message(Language language) => ProblemTexts.Message(this, language);

    /// <summary>The same problem at a place of another kind: the cell that a fact was read from.</summary>
    /// <param name="path">The place.</param>
    /// <param name="arguments">The arguments, where they name places too.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Problem At(string path, ImmutableArray<string> arguments) => new(Code, path, Found, arguments)
    {
        // The cell says what it is about; where the sentence has a place for it, it is said all the same.
        Subject = SubjectWords.AreIn(Code) ? Subject : null,
        OfFacts = OfFacts ?? this,
    };

    /// <summary>One line for a terminal: <c>severity code path: message</c>; in French <c>erreur</c> or <c>avertissement</c>.</summary>
    public string ToLine(Language language) =>
        Words.OneLine(Phrase.In(language,
            $"{(Severity is Severity.Error ? "erreur" : "avertissement")} {CodeName} {Path} : {Message(language)}",
            $"{(Severity is Severity.Error ? "error" : "warning")} {CodeName} {Path}: {Message(language)}"));

    /// <summary>The line, in English.</summary>
    public override string ToString() => ToLine(Language.English);
}
