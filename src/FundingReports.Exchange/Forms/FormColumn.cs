using System.Collections.Immutable;
using FundingReports.Exchange.Cells;

namespace FundingReports.Exchange.Forms;

/// <summary>A column of a form: what it is called, what it asks for, and under which other names it comes back.</summary>
internal sealed record FormColumn(string Header, string Hint, ColumnLook Look = ColumnLook.Text)
{
    /// <summary>What it is called, as it is printed.</summary>
    internal string Header { get; init; } = FrenchText.NoBreak(Header);

    /// <summary>What it asks for, as it is printed.</summary>
    internal string Hint { get; init; } = FrenchText.NoBreak(Hint);

    /// <summary>A column of somebody else's file, of which only the name is known. One merged cell of it holds for its rows.</summary>
    internal static FormColumn Named(string header, bool required = false) => new(header, "") { Required = required, Spreads = true };

    /// <summary>A column of sums in somebody else's file: whose a merged one is, nobody can tell.</summary>
    internal static FormColumn Sums(string header, bool required = false) => new(header, "", ColumnLook.Money) { Required = required };

    /// <summary>What people call it, where the header is a code.</summary>
    internal string Label { get; init; } = FrenchText.NoBreak(Header);

    /// <summary>Whether it says what the money is worth: two columns of that name must say the same.</summary>
    internal bool SaysWorth { get; init; }

    /// <summary>
    /// Whether a cell could stand in this column; null where any could. By it a row is known that a separator has shifted.
    /// </summary>
    internal Func<GridCell, bool>? Fits { get; init; }

    /// <summary>
    /// Whether a cell is plainly one of this column, whatever heads it; null where none is. By it a column is known whose header is not.
    /// </summary>
    internal Func<GridCell, bool>? Shows { get; init; }

    /// <summary>The column beside which alone that is so; null where it is so in any table.</summary>
    internal FormColumn? ShownBeside { get; init; }

    /// <summary>Whether numbers that are no money stand there: of acts, of budget lines.</summary>
    internal bool HoldsCodes { get; init; }

    /// <summary>Whether nothing that stands there is read.</summary>
    internal bool IsForYourself { get; init; }

    /// <summary>Whether a row cannot be read without it.</summary>
    internal bool Required { get; init; }

    /// <summary>The words of its drop-down list; others are allowed where the list is a suggestion.</summary>
    internal ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Whether a word that is not in the list is allowed.</summary>
    internal bool OpenChoices { get; init; }

    /// <summary>Other headers that mean the same.</summary>
    internal ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>Whether one merged cell may stand for several rows: a post, its employer; never its money.</summary>
    internal bool Spreads { get; init; }

    /// <summary>The header and the hint of the English form; null where there is none.</summary>
    internal (string Header, string Hint)? English { get; init; }

    /// <summary>The budget year of a column of one year; null of any other.</summary>
    internal int? Year { get; init; }

    /// <summary>Whether a formula fills it: nobody writes there, and it is never read.</summary>
    internal bool Formula { get; init; }

    /// <summary>The header in a language.</summary>
    internal string HeaderIn(Language language) => language is Language.English && English is { } english ? english.Header : Header;

    /// <summary>The hint in a language.</summary>
    internal string HintIn(Language language) => language is Language.English && English is { } english ? english.Hint : Hint;

    /// <summary>Its width, in characters.</summary>
    internal int Width { get; init; } = 14;
}

/// <summary>How a column is laid out.</summary>
internal enum ColumnLook
{
    /// <summary>Text, at the left.</summary>
    Text,

    /// <summary>Text at the right: what may be a sum, a share or a word.</summary>
    Amount,

    /// <summary>Euros.</summary>
    Money,

    /// <summary>A day, or « 2023 ».</summary>
    Date,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A year.</summary>
    Year,
}
