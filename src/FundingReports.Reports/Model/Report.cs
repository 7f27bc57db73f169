using FundingReports.Wording;
using System.Collections.Immutable;
using NodaTime;

namespace FundingReports.Reports;

/// <summary>
/// What is to be shown, sorted and worded, and nothing of how: a renderer computes nothing, sorts nothing and says nothing of its own.
/// </summary>
/// <param name="Title">The title of the document.</param>
/// <param name="Description">The answer in a few sentences; a property of the document.</param>
/// <param name="Author">The function (never the name) of who made the edition; null where not given.</param>
/// <param name="Language">The language of every word in it.</param>
/// <param name="AsOf">The as-of date.</param>
/// <param name="AsOfText">The as-of date in words, for the foot of every page.</param>
/// <param name="Words">The few words that a renderer needs inside cells.</param>
/// <param name="Sheets">The sheets, in order.</param>
public sealed record Report(
    string Title, string Description, string? Author, Language Language, LocalDate AsOf, string AsOfText, ReportWords Words,
        ImmutableArray<ReportSheet> Sheets)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Title}: {Sheets.Length} sheets";
}

/// <summary>A page of the report.</summary>
/// <param name="Name">Its short name, unique.</param>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">What it holds, from top to bottom.</param>
public sealed record ReportSheet(string Name, string Title, ImmutableArray<ReportBlock> Blocks)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Name}: {Blocks.Length} blocks";

    /// <summary>Whether it must fit on one printed page.</summary>
    public bool OnePage { get; init; }

    /// <summary>Whether its long table is printed; what stands above it always is.</summary>
    public bool PrintsData { get; init; } = true;

    /// <summary>Whether its columns are made as wide as their texts, as far as a page allows.</summary>
    public bool FitsText { get; init; }
}

/// <summary>A paragraph or a table.</summary>
public abstract record ReportBlock
{
    private protected ReportBlock() { }
}

/// <summary>A paragraph.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Role">What it is for.</param>
public sealed record ReportParagraph(string Text, ParagraphRole Role) : ReportBlock
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => Text;

    /// <summary>
    /// The same cut into lines, what matters most first, for a renderer that has room for it; empty where it is not cut.
    /// </summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>What a colour may underline; the words say it too.</summary>
    public Tone Tone { get; init; }
}

/// <summary>What a paragraph is for.</summary>
public enum ParagraphRole
{
    /// <summary>The answer itself.</summary>
    Answer,

    /// <summary>A heading above a table.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A legend or remark.</summary>
    Note,
}
