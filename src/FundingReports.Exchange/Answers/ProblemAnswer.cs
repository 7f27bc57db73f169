using System.Collections.Immutable;
using FundingReports.Wording;

namespace FundingReports.Exchange;

/// <summary>One of the answers to what a form is asked about: what people read, and the cells that it puts right.</summary>
public sealed class ProblemAnswer
{
    private readonly BilingualText words;

    internal ProblemAnswer(BilingualText words, params ImmutableArray<CellCorrection> corrections) =>
        (this.words, Corrections) = (words, corrections);

    /// <summary>What the answer is made by: given to the reading (<see cref="IntakeOptions"/>), the question is settled.</summary>
    public ImmutableArray<CellCorrection> Corrections { get; }

    /// <summary>The answer in a few words.</summary>
    public string InWords(Language language) => words.In(language);

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => InWords(Language.English);
}
