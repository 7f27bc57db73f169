namespace FundingReports.Excel.Layout;

/// <summary>How a cell looks, in full and in the words of no library: whoever writes it, it looks the same.</summary>
internal sealed record CellLook
{
    /// <summary>The look of a cell that nobody has given another.</summary>
    internal static CellLook Plain { get; } = new();

    /// <summary>The size of its letters, in points.</summary>
    public double Size { get; init; } = Look.FontSize;

    /// <summary>The colour of its letters.</summary>
    public string Ink { get; init; } = Look.Ink;

    /// <summary>Whether its letters are bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Whether its letters are slanted.</summary>
    public bool IsItalic { get; init; }

    /// <summary>Whether its words are underlined.</summary>
    public bool IsUnderlined { get; init; }

    /// <summary>The colour behind its words; null for none.</summary>
    public string? Fill { get; init; }

    /// <summary>Whether lines cross what is behind its words.</summary>
    public bool IsHatched { get; init; }

    /// <summary>Where its words begin.</summary>
    public Side Side { get; init; }

    /// <summary>Whether its words stand halfway down, and not at the top.</summary>
    public bool IsCentred { get; init; }

    /// <summary>Whether its words go on on a line below.</summary>
    public bool Wraps { get; init; }

    /// <summary>How far its words keep from the side.</summary>
    public int Indent { get; init; }

    /// <summary>The line to its left.</summary>
    public Edge Left { get; init; }

    /// <summary>The line to its right.</summary>
    public Edge Right { get; init; }

    /// <summary>The line below it.</summary>
    public Edge Bottom { get; init; }

    /// <summary>How its figure is written; null for words.</summary>
    public string? Format { get; init; }

    /// <summary>Whether it is a text that begins like a formula, and stays text after somebody has edited it.</summary>
    public bool IsQuoted { get; init; }
}

/// <summary>The side from which words begin.</summary>
internal enum Side
{
    /// <summary>Words from the left, figures from the right.</summary>
    AsUsual,

    /// <summary>The left.</summary>
    Left,

    /// <summary>The right.</summary>
    Right,

    /// <summary>The middle.</summary>
    Middle,
}

/// <summary>A line along a cell.</summary>
/// <param name="Weight">How thick it is.</param>
/// <param name="Colour">Its colour.</param>
internal readonly record struct Edge(EdgeWeight Weight, string? Colour);

/// <summary>How thick a line is.</summary>
internal enum EdgeWeight
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Thin.</summary>
    Thin,

    /// <summary>Twice as thick.</summary>
    Medium,
}
