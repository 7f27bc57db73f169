using System.Collections.Immutable;
using FundingReports.Sentences;
using FundingReports.Wording;
using FundingReports.Validation;
using FundingReports.WorkbookLint.Findings.Texts;

namespace FundingReports.WorkbookLint;

/// <summary>A place where a workbook breaks a rule.</summary>
public sealed record LintFinding
{
    internal LintFinding(LintRule rule, string? sheet, string? cell, int others, params ImmutableArray<string> arguments) =>
        (Rule, Sheet, Cell, Others, Arguments) = (rule, sheet, cell, others, arguments);

    /// <summary>The rule.</summary>
    public LintRule Rule { get; }

    /// <summary>The rule as other programs know it: "merged-cells".</summary>
    public string Id => LintRules.IdOf(Rule);

    /// <summary>An error where the file shows it; a warning where it can only be guessed.</summary>
    public Severity Severity => LintRules.SeverityOf(Rule);

    /// <summary>The sheet; null for the document as a whole.</summary>
    public string? Sheet { get; }

    /// <summary>The cell or range (<c>B4</c>, <c>B4:C6</c>); null for the sheet as a whole.</summary>
    public string? Cell { get; }

    /// <summary>The place: <c>Plan!B4</c>, <c>Plan</c>, or "$" for the document.</summary>
    public string Place => Sheet is null ? "$" : Cell is null ? Sheet : $"{Sheet}!{Cell}";

    /// <summary>The number of further places of the same sheet that break the same rule and are not listed.</summary>
    public int Others { get; }

    /// <summary>What the sentence needs; <see cref="LintRule"/> says what, for each rule. Personal data are masked.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>The sentence: what was found, and how to mend it.</summary>
    public string Message(Language language) => LintTexts.Message(Rule, Arguments, Others, language);

    /// <summary>One line for a terminal: <c>severity id place: message</c>; in French <c>erreur</c> or <c>avertissement</c>.</summary>
    public string ToLine(Language language) =>
        Words.OneLine(Phrase.In(language,
            $"{(Severity is Severity.Error ? "erreur" : "avertissement")} {Id} {Place} : {Message(language)}",
            $"{(Severity is Severity.Error ? "error" : "warning")} {Id} {Place}: {Message(language)}"));

    /// <summary>Whether both have the same rule, place and arguments.</summary>
    public bool Equals(LintFinding? other) => other is not null
        && Rule == other.Rule && Sheet == other.Sheet && Cell == other.Cell && Others == other.Others
            && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Sheet, Cell, Others, Arguments.Length);

    /// <summary>The line, in English.</summary>
    public override string ToString() => ToLine(Language.English);
}
