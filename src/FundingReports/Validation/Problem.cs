using System.Collections.Immutable;
using System.Diagnostics;

namespace FundingReports.Validation;

/// <summary>
/// Something wrong, or to be looked at, in what people gave: what, where, and the value found. It holds no sentence; <see cref="Message"/>
/// makes one.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record Problem
{
    /// <summary>Makes a problem.</summary>
    /// <param name="code">The kind of problem.</param>
    /// <param name="path">The place, such as <c>commitments[3].until</c>; "$" for the document as a whole.</param>
    /// <param name="found">The value found, as it was written; null where there is none.</param>
    /// <param name="arguments">The other values that the sentence needs; see <see cref="ProblemCode"/>.</param>
    public Problem(ProblemCode code, string path, string? found = null, params ImmutableArray<string> arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Code = code;
        Path = path;
        // Problems are printed and sent around: none may spread what another warns of.
        Found = found is null ? null : Masked(found);
        Arguments = arguments.IsDefault ? [] : [.. arguments.Select(Masked)];
    }

    // A number alone is an identifier of a body, which a sentence about it must quote.
    private static string Masked(string text) => text.Any(char.IsLetter) ? PersonalData.Masked(text) : text;

    /// <summary>The kind of problem.</summary>
    public ProblemCode Code { get; }

    /// <summary>How grave the problem is, which follows from its code.</summary>
    public Severity Severity => ProblemCodes.SeverityOf(Code);

    /// <summary>
    /// Whether it is a finding of the first rank, which stands beside the answers themselves: what a balance without ceiling would bear.
    /// </summary>
    public bool IsOfFirstRank => Code is ProblemCode.BalanceLeans or ProblemCode.BalanceRises;

    /// <summary>The code as other programs know it: "until-before-from".</summary>
    public string CodeName => ProblemCodes.NameOf(Code);

    /// <summary>The place of the problem: <c>commitments[3].until</c>, or <c>Conventions!F12</c> in a workbook.</summary>
    public string Path { get; }

    /// <summary>Sheet, row and column, where the place is one in a workbook or a .csv; null where it is one in a document.</summary>
    public SheetCell? Cell => SheetCell.TryParse(Path, out SheetCell cell) ? cell : null;

    /// <summary>The value found, as it was written; of personal data, masked.</summary>
    public string? Found { get; }

    /// <summary>What the sentence needs, as the formats write it.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>What it is about, where that is known; it follows from the place, and is left out of the comparison.</summary>
    internal ProblemSubject? Subject { get; init; }

    /// <summary>What people call the things whose ids nobody wrote; null where there are none. Left out of the comparison too.</summary>
    internal IReadOnlyDictionary<string, string>? Names { get; init; }

    /// <summary>
    /// The problem at its place in the facts, where <see cref="Path"/> is the cell that they were read from; null where it is there
    /// already, or was never there. Left out of the comparison, and of the JSON.
    /// </summary>
    public Problem? OfFacts { get; private init; }

    /// <summary>Whether both have the same code, place, value and arguments.</summary>
    public bool Equals(Problem? other) => other is not null
        && Code == other.Code && Path == other.Path && Found == other.Found && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Path, Found, Arguments.Length);
}
