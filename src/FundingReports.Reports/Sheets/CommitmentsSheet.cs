using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Totals;

namespace FundingReports.Reports.Sheets;

/// <summary>Conventions: one row per commitment, those that no view counts included.</summary>
internal static class CommitmentsSheet
{
    // What everybody may read is named: a new column is not published by oversight.
    private static readonly ImmutableHashSet<string> PublicColumns =
        ["number", "funder", "posts", "from", "until", "status", "decidedOn", "source", "remarks"];

    private const string Instalments = "instalments", Paid = "paid";

    internal static ReportSheet Build(ReportContext context, bool isPublic = false)
    {
        var texts = context.Texts;
        var legend = new ReportParagraph(texts.AsOf(context.AsOf) + ".", ParagraphRole.Note);
        var commitments = context.Analysis.Portfolio.Commitments;
        if (commitments.IsEmpty)
            return new(
                texts.CommitmentsSheet, texts.CommitmentsTitle, [legend, new ReportParagraph(texts.NoCommitment, ParagraphRole.Note)]);
        ImmutableArray<ReportColumn> columns =
        [
            new("number", texts.Number, ColumnKind.Count, 5),
            new("funder", texts.Funder, ColumnKind.Text, 14),
            new("posts", texts.Posts, ColumnKind.Text, 18),
            new("from", texts.From, ColumnKind.Day, 11),
            new("until", texts.Until, ColumnKind.Day, 11),
            new("status", texts.StatusHeader, ColumnKind.Text, 12),
            new("decidedOn", texts.DecidedOn, ColumnKind.Day, 11),
            new("terms", texts.Terms, ColumnKind.Text, 14),
            new(Instalments, texts.Instalments, ColumnKind.Text, 12),
            new(Paid, texts.Paid, ColumnKind.WholeAmount, 10),
            new("references", texts.References, ColumnKind.Text, 16),
            new("source", texts.Evidence, ColumnKind.Text, 12),
            new("remarks", texts.Remarks, ColumnKind.Text, 12),
        ];
        ImmutableArray<ReportRow> rows =
            [.. context.Commitments.Select((commitment, i) => Row(context, commitment, i + 1, context.BalanceOf(commitment), isPublic))];
        // What is known of a few rows only is said among their remarks, so that no column says almost nothing but "unknown".
        var few = columns.Index().Where(column => column.Item.Key is Instalments or Paid && IsMostlyUnknown(rows, column.Index))
            .Select(column => column.Item.Key).ToHashSet(StringComparer.Ordinal);
        var remarks = context.Commitments.Select(
            commitment => context.Joined([.. Remarks(context, commitment, context.BalanceOf(commitment), few)])).ToList();
        rows = [.. rows.Zip(
            remarks, (row, remark) => row with { Cells = row.Cells.SetItem(columns.Length - 1, isPublic ? row.Cells[^1] : remark) })];
        // A column that says nothing is not there; that all is unknown is said once, above.
        var said = columns.Index()
            .Where(column => rows.Any(row => row.Cells[column.Index] is not (ReportCell.Unknown or ReportCell.NotApplicable))
            && (isPublic ? PublicColumns.Contains(column.Item.Key) : !few.Contains(column.Item.Key))).Select(column => column.Index)
                .ToList();
        var unknown = columns.Index().Where(column => !few.Contains(column.Item.Key) && !said.Contains(column.Index)
            && rows.Any(row => row.Cells[column.Index] is ReportCell.Unknown)).Select(column => column.Item.Header).ToList();
        string above = string.Concat(
            unknown.Count > 0 ? " " + texts.AllUnknown(unknown) : "",
            few.Count > 0
                ? " " + texts.MostUnknown([.. columns.Where(column => few.Contains(column.Key)).Select(column => column.Header)]) : "");
        return new(texts.CommitmentsSheet, texts.CommitmentsTitle,
        [
            new ReportParagraph(texts.AsOf(context.AsOf) + "." + (isPublic ? "" : above), ParagraphRole.Note),
            new ReportTable(Names.Commitments, [.. said.Select(c => columns[c])],
                [.. rows.Select(row => row with { Cells = [.. said.Select(c => row.Cells[c])] })]),
        ]) { FitsText = true };
    }

    // Whether a column is known of some rows, and of fewer than half of them.
    private static bool IsMostlyUnknown(ImmutableArray<ReportRow> rows, int column)
    {
        int unknown = rows.Count(row => row.Cells[column] is ReportCell.Unknown);
        int known = rows.Count(row => row.Cells[column] is not (ReportCell.Unknown or ReportCell.NotApplicable));
        return known > 0 && known < unknown;
    }

    private static ReportRow Row(ReportContext context, Commitment commitment, int number, CommitmentBalance? tie, bool isPublic)
    {
        var texts = context.Texts;
        var assumptions = context.Assumptions;
        Marks Property(string name) => ReportContext.Assumed(assumptions.Of(commitment, name));
        return new(
        [
            new ReportCell.Count(number),
            ReportCell.Of(context.FunderAndLine(commitment)),
            ReportCell.Of(string.Join(", ", commitment.Posts.Select(context.LabelOf))),
            new ReportCell.Day(commitment.From) { Marks = Property("from") },
            commitment.Until.IsOpen ? ReportCell.Of(texts.Open) : ReportCell.Of(commitment.Until.Until, Property("until")),
            new ReportCell.Text(commitment.Status.InWords(texts.Language)) { Marks = Property("status") },
            commitment.DecidedOn is null && IsToBeDecided(commitment)
                ? ReportCell.None : ReportCell.Of(commitment.DecidedOn, Property("decidedOn")),
            commitment.Amount.IsUnknown && commitment.Cap is null ? ReportCell.Nothing
                : new ReportCell.Text(commitment.Amount.InWords(commitment.Cap, texts.Language)) {
                    Marks = Property("amount") | (commitment.Approximate ? Marks.Approximate : Marks.None) },
            commitment.Instalments is null ? IsToBeDecided(commitment) ? ReportCell.None : ReportCell.Nothing
                : new ReportCell.Text(texts.InstalmentsOf(commitment.Instalments)) { Marks = Property("instalments") },
            tie is null || tie.Paid.TryGet(out var paid) && paid == Euros.Zero ? ReportCell.None : ReportCell.Of(tie.Paid),
            context.Joined([.. commitment.References.Where(_ => !isPublic).Select(reference => $"{reference.Key} {reference.Value}")]),
            context.SourceOf(commitment.Source) is { } source
                ? ReportCell.Of($"{texts.SourceKindOf(source.Kind)} ({source.Id})") : ReportCell.Nothing,
            context.Joined([.. Remarks(context, commitment, tie, [])]),
        ]);
    }

    // What nobody has decided has no day of decision and no firm instalment: that is not unknown.
    private static bool IsToBeDecided(Commitment commitment) =>
        commitment.Status is CommitmentStatus.Announced or CommitmentStatus.Requested;

    private static IEnumerable<string> Remarks(ReportContext context, Commitment commitment, CommitmentBalance? tie, HashSet<string> also)
    {
        var texts = context.Texts;
        if (commitment.IsPromised && tie is null)
            yield return texts.NotYetDecided;
        if (commitment.Amends is { } amended)
            yield return texts.AmendsRow(context.NumberOf(amended));
        if (context.WithdrawalOf(commitment) is { } withdrawn)
            yield return texts.WithdrawnFrom(withdrawn.From);
        if (commitment.Approximate)
            yield return texts.ApproximateRemark;
        if (also.Contains(Instalments) && commitment.Instalments is { Length: > 0 } instalments)
            yield return texts.FirmRemark(instalments);
        if (also.Contains(Paid) && tie is not null && tie.Paid.TryGet(out var paid) && paid != Euros.Zero)
            yield return texts.PaidRemark(paid);
    }
}
