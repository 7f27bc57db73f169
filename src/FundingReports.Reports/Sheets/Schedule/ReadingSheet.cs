using System.Collections.Immutable;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Schedules;
using NodaTime;
using static FundingReports.Reports.Formulas.FormulaParts;

namespace FundingReports.Reports.Sheets.Schedule;

/// <summary>
/// Lecture des conventions: the granted and signed rows of Conventions, post by post and in the order in which each follows
/// what it amends; by formulas, on how many days each is in force and what it pays a year.
/// </summary>
internal sealed class ReadingSheet
{
    internal const string From = "from", InForce = "inForce", Rate = "terms", Number = "number", Unspread = "unspread";
    private const string Line = "line", Order = "order", Kind = "kind", Begins = "begins", Until = "until",
        WithdrawnFrom = "withdrawnFrom", Rule = "rule",
        Promised = "promised", Over = "over", Kept = "kept", Cap = "cap";

    private readonly ReportContext context;
    private readonly List<Dictionary<string, ReportCell>> rows = [];
    private readonly List<int> starts = [];
    private readonly List<IReadOnlyList<AgreedTerms>> terms = [];
    private readonly HashSet<int> unspread = [];

    private ReadingSheet(ReportContext context) => this.context = context;

    /// <summary>Of each post, in the portfolio's order, what is agreed for it.</summary>
    internal IReadOnlyList<IReadOnlyList<AgreedTerms>> Terms => terms;

    internal int Count => rows.Count;

    internal int RowOf(int post, int index) => starts[post] + index;

    /// <summary>Reads the facts as they are written.</summary>
    internal static ReadingSheet Of(ReportContext context)
    {
        var sheet = new ReadingSheet(context);
        var reading = new AgreementReading(context.Written, context.AsOf);
        foreach (var post in context.Posts)
        {
            sheet.starts.Add(sheet.rows.Count);
            sheet.terms.Add(reading.Of(context.PostAsWritten(post.Id)));
            sheet.Add(post.Label, sheet.terms[^1]);
            sheet.unspread.UnionWith(sheet.terms[^1].Where(one => one.Unspread > 0).Select(one => one.Commitment));
        }
        return sheet;
    }

    private void Add(string post, IReadOnlyList<AgreedTerms> own)
    {
        int start = rows.Count;
        for (int i = 0; i < own.Count; i++)
            rows.Add([]);
        var tranches = own.Where(one => one.Kind == TermsKind.Instalment).ToLookup(one => one.Commitment);
        // Of each row, the first and the last of the same commitment beside it, and the last of the same line.
        int[] first = Ends(own, 1, (one, other) => one.Commitment == other.Commitment),
            last = Ends(own, -1, (one, other) => one.Commitment == other.Commitment),
            lastOfLine = Ends(own, -1, (one, other) => one.Line == other.Line);
        // What comes after in a line stands below: its first day is known before it is asked for.
        for (int i = 0; i < own.Count; i++)
        {
            Facts(start + i, post, own[i]);
            Written(start + i, own[i], tranches[own[i].Commitment]);
        }
        for (int i = 0; i < own.Count; i++)
        {
            var one = own[i];
            Days(start + i, one,
                last[i] < lastOfLine[i] ? new(Names.Reading, Begins, start + last[i] + 1, start + lastOfLine[i]) : null);
            Money(start + i, one, TakesFrom(one, tranches[one.Commitment]), start + first[i], start + last[i]);
        }
    }

    /// <summary>Of each, the first of the run of those that are the same; going back, the last.</summary>
    private static int[] Ends(IReadOnlyList<AgreedTerms> own, int step, Func<AgreedTerms, AgreedTerms, bool> same)
    {
        var ends = new int[own.Count];
        for (int i = step > 0 ? 0 : own.Count - 1; i >= 0 && i < own.Count; i += step)
            ends[i] = i - step >= 0 && i - step < own.Count && same(own[i], own[i - step]) ? ends[i - step] : i;
        return ends;
    }

    private void Facts(int row, string post, AgreedTerms one)
    {
        var texts = context.Texts;
        Put(row, Names.Post, ReportCell.Of(post));
        Put(row, Number, new ReportCell.Count(one.Commitment + 1));
        Put(row, Line, new ReportCell.Count(one.Line + 1));
        Put(row, Order, new ReportCell.Count(one.Order));
        Put(row, Kind, ReportCell.Of(texts.TermsKindOf(one.Kind)));
        Put(row, Begins, ReportCell.Of((PartialDate)one.Begins));
        Put(row, From, one.Days.IsEmpty ? ReportCell.None : ReportCell.Of((PartialDate)one.Days.From));
        Put(row, Until, one.Days.IsEmpty ? ReportCell.None
            : one.Days.IsOpen ? ReportCell.Of(texts.Open) : ReportCell.Of((PartialDate)one.Days.To.PlusDays(-1)));
        Put(row, WithdrawnFrom, one.WithdrawnFrom is { } withdrawn ? ReportCell.Of((PartialDate)withdrawn) : ReportCell.None);
        Put(row, Rule, ReportCell.Of(texts.RuleOf(one.Rule)));
        Put(row, Cap, one.Cap is { } cap ? new ReportCell.Amount(Euros.FromCents(cap)) : ReportCell.None);
    }

    /// <summary>
    /// From its first day to the eve of the first day of whatever comes after it in its line, to its own last one, or to its withdrawal.
    /// </summary>
    private void Days(int row, AgreedTerms one, TableRun? later)
    {
        if (one.Days.IsEmpty)
        {
            Put(row, InForce, new ReportCell.Count(0));
            return;
        }
        Expression Cell(string column) => new Expression.At(Names.Reading, row, column);
        var ends = new List<Expression>();
        if (!one.Days.IsOpen)
            ends.Add(Cell(Until) + 1);
        if (one.WithdrawnFrom is not null)
            ends.Add(Cell(WithdrawnFrom));
        if (later is { } run)
            ends.Add(new Expression.LeastOf(run));
        if (ends.Count == 0)
            Put(row, InForce, ReportCell.Of(context.Texts.Open));
        else
            Work(row, InForce, Greatest(0, (ends.Count == 1 ? ends[0] : Least([.. ends])) - Cell(From)));
    }

    // What a scenario has scaled in the midst of its days stands on several rows: its rest is then written, and not worked out.
    private bool TakesFrom(AgreedTerms one, IEnumerable<AgreedTerms> tranches) => one is { Kind: TermsKind.Own, SpreadOver: not null }
        && context.Written.Commitments[one.Commitment].Scalings.IsEmpty && tranches.Any();

    private void Written(int row, AgreedTerms one, IEnumerable<AgreedTerms> tranches)
    {
        bool takesFrom = TakesFrom(one, tranches);
        long? promised = one.Promised + (takesFrom ? tranches.Sum(tranche => tranche.Promised!.Value) : 0);
        int? over = one.SpreadOver + (takesFrom ? tranches.Sum(tranche => tranche.SpreadOver!.Value) : 0);
        Put(row, Promised, promised is { } cents ? new ReportCell.Amount(Euros.FromCents(cents))
            : one.Rule is PaymentRule.Unknown ? ReportCell.Nothing : new ReportCell.Number(new Exact(one.Numerator, one.Denominator)));
        Put(row, Over, over is { } weight ? new ReportCell.Count(weight) : ReportCell.None);
        Put(row, Kept, one.Promised is null ? ReportCell.None : new ReportCell.Number(new Exact(one.Numerator, one.Denominator)));
        Put(row, Unspread, ReportCell.None);
    }

    /// <summary>
    /// The money of a row. A total stays a total: its tranches take from it, and the rest is spread over its other days.
    /// </summary>
    private void Money(int row, AgreedTerms one, bool takesFrom, int first, int last)
    {
        Expression Cell(string column) => new Expression.At(Names.Reading, row, column);
        Expression tranche = new Expression.Word(context.Texts.TermsKindOf(TermsKind.Instalment));
        Expression Less(string column) => takesFrom
            ? Cell(column) - new Expression.SumWhere(Run(column, first, last), [new(Run(Kind, first, last), tranche)])
            : Cell(column);
        Expression WithFactor(Expression rate) => one.Promised is not null && one.Numerator != one.Denominator ? rate * Cell(Kept) : rate;
        if (one.Rule == PaymentRule.Unknown)
            Put(row, Rate, ReportCell.Nothing);
        else if (one.SpreadOver == 0)
        {
            Put(row, Rate, new ReportCell.Count(0));
            if (one.Unspread > 0)
                Work(row, Unspread, Cents(Less(Promised)));
        }
        else
            Work(row, Rate, WithFactor(one.SpreadOver is null ? Cell(Promised) : Less(Promised) * 360 / Less(Over)));
    }

    /// <summary>Whether a total has cents that no day is left for.</summary>
    internal bool HasUnspread(int commitment) => unspread.Contains(commitment);

    internal TableRun Run(string column) => Run(column, 0, rows.Count - 1);

    private static TableRun Run(string column, int first, int last) => new(Names.Reading, column, first, last);

    private void Put(int row, string column, ReportCell cell) => rows[row][column] = context.Grid.Put(Names.Reading, row, column, cell);

    private void Work(int row, string column, Expression expression) =>
        rows[row][column] = context.Grid.Work(Names.Reading, row, column, expression);

    internal ReportSheet Build()
    {
        var texts = context.Texts;
        // A column that says nothing is not there.
        bool Any(string key) => rows.Exists(row => row[key] is not ReportCell.NotApplicable);
        bool scaled = context.Written.Commitments.Any(commitment => commitment.Scalings.Length > 0);
        ImmutableArray<ReportColumn> all =
        [
            new(Names.Post, texts.Post, ColumnKind.Text, 42),
            new(Number, texts.CommitmentNumber, ColumnKind.Count, 10),
            new(Line, texts.LineStart, ColumnKind.Count, 10),
            new(Order, texts.OrderInLine, ColumnKind.Count, 9),
            new(Kind, texts.TermsKindHeader, ColumnKind.Text, 15),
            new(Begins, texts.Begins, ColumnKind.Day, 11),
            new(From, texts.From, ColumnKind.Day, 11),
            new(Until, texts.Until, ColumnKind.Day, 11),
            new(WithdrawnFrom, texts.WithdrawnColumn, ColumnKind.Day, 11),
            new(InForce, texts.DaysInForce, ColumnKind.Count, 11),
            new(Rule, texts.RuleHeader, ColumnKind.Text, 13),
            new(Promised, texts.WrittenTerms, ColumnKind.Number, 14),
            new(Over, texts.SpreadOver, ColumnKind.Count, 11),
            new(Kept, texts.KeptPart, ColumnKind.Number, 10),
            new(Rate, texts.TermsValue, ColumnKind.Number, 14),
            new(Cap, texts.Ceiling, ColumnKind.Amount, 12),
            new(Unspread, texts.WithoutDay, ColumnKind.Amount, 12),
        ];
        ImmutableArray<ReportColumn> columns = [.. all.Where(column => Any(column.Key) && (column.Key != Kept || scaled))];
        return new(texts.ReadingSheet, texts.ReadingTitle,
        [
            new ReportParagraph(texts.AsOf(context.AsOf) + ". " + texts.ReadingNote, ParagraphRole.Note),
            new ReportTable(
                Names.Reading, columns,
                    [.. rows.Watched(context.Cancellation).Select(row => new ReportRow([.. columns.Select(column => row[column.Key])]))]),
        ]) { FitsText = true };
    }
}
