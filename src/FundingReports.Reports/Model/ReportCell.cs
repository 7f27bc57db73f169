using FundingReports.Wording;
using FundingReports.Reports.Formulas;

namespace FundingReports.Reports;

/// <summary>A typed value. The union is closed: a renderer that knows these knows all.</summary>
public abstract record ReportCell
{
    private ReportCell() { }

    // Marks and kind take a byte each: a long table makes millions of cells.
    private readonly byte marks;
    private readonly byte tone;
    // The byte holds the kind plus one, or zero where the column says the kind.
    private readonly byte kind;

    /// <summary>What must be said beside the value.</summary>
    public Marks Marks
    {
        get => (Marks)marks;
        init => marks = (byte)value;
    }

    /// <summary>Whether the reader is meant to change it.</summary>
    public bool IsInput { get; init; }

    /// <summary>What the figure is, where it is not what its column says.</summary>
    public ColumnKind? As
    {
        get => kind == 0 ? null : (ColumnKind)(kind - 1);
        init => kind = value is { } given ? (byte)(given + 1) : (byte)0;
    }

    /// <summary>
    /// Whether it repeats what stands above it: not shown where that is seen, as it is after a filter; else shown in grey.
    /// </summary>
    public bool IsFaint { get; init; }

    /// <summary>What a colour may underline; the cell's words say it too.</summary>
    public Tone Tone
    {
        get => (Tone)tone;
        init => tone = (byte)value;
    }

    /// <summary>Words, which stay words whatever they begin with.</summary>
    /// <param name="Value">The words.</param>
    public sealed record Text(string Value) : ReportCell
    {
        /// <summary>The sheet that the words lead to; null where they lead nowhere.</summary>
        public string? Sheet { get; init; }
    }

    /// <summary>Money.</summary>
    /// <param name="Value">The money.</param>
    public sealed record Amount(Euros Value) : ReportCell;

    /// <summary>A part of a cost.</summary>
    /// <param name="Value">The part.</param>
    public sealed record Rate(CoverageRate Value) : ReportCell;

    /// <summary>A day, a month or a year, shown as precisely as it is known.</summary>
    /// <param name="Value">The date.</param>
    /// <exception cref="ArgumentException">The date is the default of its type, which is no date.</exception>
    public sealed record Day(PartialDate Value) : ReportCell
    {
        /// <summary>The date.</summary>
        public PartialDate Value { get; init; } = Value != default ? Value
            : throw new ArgumentException("This date is the default of its type, which is no date. An unknown one is ReportCell.Nothing.",
                nameof(Value));
    }

    /// <summary>A whole number.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Count(int Value) : ReportCell;

    /// <summary>A budget year.</summary>
    /// <param name="Value">The year.</param>
    public sealed record Year(int Value) : ReportCell;

    /// <summary>Full-time equivalents.</summary>
    /// <param name="Value">The full-time equivalents.</param>
    public sealed record Fte(decimal Value) : ReportCell
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => $"{nameof(Fte)} {{ {Value.ToString(System.Globalization.CultureInfo.InvariantCulture)} }}";
    }

    /// <summary>An exact figure that need not be whole cents: a yearly rate, or what comes before rounding.</summary>
    public sealed record Number : ReportCell
    {
        /// <summary>A figure of your own.</summary>
        /// <param name="value">The figure; a spreadsheet shows fifteen digits of it.</param>
        public Number(decimal value) : this(Exact.Of(value)) { }

        internal Number(Exact value) => Value = value;

        /// <summary>The figure, to fifteen digits.</summary>
        public decimal ToDecimal() => Value.ToDecimal();

        internal Exact Value { get; }
    }

    /// <summary>A figure that is not known. Its cell is never empty and never zero.</summary>
    public sealed record Unknown : ReportCell;

    /// <summary>A cell in which no figure can be.</summary>
    public sealed record NotApplicable : ReportCell;

    /// <summary>
    /// A figure worked out from other cells, and the value that the analysis gives it: it is written beside the formula, and shown until a
    /// spreadsheet works it out. A report made in code is refused where the two differ, as far as the formula asks for no criteria of
    /// other tables.
    /// </summary>
    /// <param name="Expression">How it is worked out.</param>
    /// <param name="Value">What the analysis says; an amount, or unknown.</param>
    public sealed record Formula(ReportFormula Expression, ReportCell Value) : ReportCell
    {
        /// <summary>How it is worked out.</summary>
        public ReportFormula Expression { get; init; } = Expression ?? throw new ArgumentNullException(nameof(Expression));

        /// <summary>What the analysis says; an amount, or unknown.</summary>
        public ReportCell Value { get; init; } = Value ?? throw new ArgumentNullException(nameof(Value));
    }

    /// <summary>Words.</summary>
    public static ReportCell Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Text(value);
    }

    /// <summary>Money, where it is known.</summary>
    public static ReportCell Of(Knowable<Euros> value, Marks marks = Marks.None) =>
        value.TryGet(out var known) ? new Amount(known) { Marks = marks } : Nothing;

    /// <summary>A date, where it is known.</summary>
    public static ReportCell Of(PartialDate? value, Marks marks = Marks.None) =>
        value is { } known ? new Day(known) { Marks = marks } : Nothing;

    /// <summary>The cell of a figure that is not known.</summary>
    public static ReportCell Nothing { get; } = new Unknown();

    /// <summary>The cell in which no figure can be.</summary>
    public static ReportCell None { get; } = new NotApplicable();
}

/// <summary>What a colour may underline.</summary>
public enum Tone
{
    /// <summary>The colour underlines nothing.</summary>
    Plain,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>The facts are met in part.</summary>
    Middling,

    /// <summary>The facts are not met.</summary>
    Bad,

    /// <summary>The answer is not known.</summary>
    Open,

    /// <summary>It is announced, and not counted.</summary>
    Announced,

    /// <summary>There is nothing.</summary>
    Nothing,

    /// <summary>It is decided, and not yet signed.</summary>
    Decided,
}

/// <summary>What must be said beside a figure, wherever it goes.</summary>
[Flags]
public enum Marks
{
    /// <summary>Nothing is to be said.</summary>
    None = 0,

    /// <summary>An assumption enters it.</summary>
    Assumed = 1,

    /// <summary>It was given as approximate ("près de").</summary>
    Approximate = 2,

    /// <summary>The post began on an unknown day: its first budget year counts from a day on which it is known to exist.</summary>
    Partial = 4,
}
