using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Totals;

namespace FundingReports.Reports.Sheets;

/// <summary>Conventions: one row per commitment, those that no view counts included.</summary>
internal static class CommitmentsSheet
{
    internal static ReportSheet Build(ReportContext context)
    {
        var texts = context.Texts;
        var legend = new ReportParagraph(texts.AsOf(context.AsOf) + ". " + texts.Legend, ParagraphRole.Note);
        var commitments = context.Analysis.Portfolio.Commitments;
        if (commitments.IsEmpty)
            return new(
                texts.CommitmentsSheet, texts.CommitmentsTitle, [legend, new ReportParagraph(texts.NoCommitment, ParagraphRole.Note)]);
        ImmutableArray<ReportColumn> columns =
        [
            new("number", texts.Number, ColumnKind.Count, 5),
            new("id", texts.Commitment, ColumnKind.Text, 11),
            new("funder", texts.Funder, ColumnKind.Text, 17),
            new("posts", texts.Posts, ColumnKind.Text, 26),
            new("from", texts.From, ColumnKind.Day, 11),
            new("until", texts.Until, ColumnKind.Day, 11),
            new("status", texts.StatusHeader, ColumnKind.Text, 13),
            new("decidedOn", texts.DecidedOn, ColumnKind.Day, 11),
            new("terms", texts.Terms, ColumnKind.Text, 16),
            new("instalments", texts.Instalments, ColumnKind.Text, 18),
            new("promised", texts.Promised, ColumnKind.Amount, 12),
            new("paid", texts.Paid, ColumnKind.Amount, 10),
            new("remarks", texts.Remarks, ColumnKind.Text, 22),
        ];
        var ties = context.Analysis.CommitmentBalances.ToDictionary(tie => tie.Commitment.Id, StringComparer.Ordinal);
        return new(texts.CommitmentsSheet, texts.CommitmentsTitle,
            [legend, new ReportTable(Names.Commitments, columns,
                [.. commitments.Select((commitment, i) => Row(context, commitment, i + 1, ties.GetValueOrDefault(commitment.Id)))])]);
    }

    private static ReportRow Row(ReportContext context, Commitment commitment, int number, CommitmentBalance? tie)
    {
        var texts = context.Texts;
        var assumptions = context.Assumptions;
        var marks = ReportContext.Assumed(assumptions.Any(commitment)) | (commitment.Approximate ? Marks.Approximate : Marks.None);
        Marks Property(string name) => ReportContext.Assumed(assumptions.Of(commitment, name));
        return new(
        [
            new ReportCell.Count(number),
            ReportCell.Of(commitment.Id),
            ReportCell.Of(context.FunderAndLine(commitment)),
            ReportCell.Of(string.Join(", ", commitment.Posts.Select(context.LabelOf))),
            new ReportCell.Day(commitment.From) { Marks = Property("from") },
            commitment.Until.IsOpen ? ReportCell.Of(texts.Open) : ReportCell.Of(commitment.Until.Until, Property("until")),
            new ReportCell.Text(commitment.Status.InWords(texts.Language)) { Marks = Property("status") },
            ReportCell.Of(commitment.DecidedOn, Property("decidedOn")),
            commitment.Amount.IsUnknown && commitment.Cap is null ? ReportCell.Nothing
                : new ReportCell.Text(commitment.Amount.InWords(commitment.Cap, texts.Language)) {
                    Marks = Property("amount") | (commitment.Approximate ? Marks.Approximate : Marks.None) },
            commitment.Instalments is null ? ReportCell.Nothing
                : new ReportCell.Text(texts.InstalmentsOf(commitment.Instalments)) { Marks = Property("instalments") },
            tie is null || !BalancesSheet.IsSum(commitment) ? ReportCell.None : ReportCell.Of(tie.Promised, marks),
            tie is null ? ReportCell.None : ReportCell.Of(tie.Paid),
            ReportContext.Joined([.. Remarks(context, commitment, tie)]),
        ]);
    }

    private static IEnumerable<string> Remarks(ReportContext context, Commitment commitment, CommitmentBalance? tie)
    {
        var texts = context.Texts;
        if (!commitment.IsPromised)
            yield return texts.NotCounted;
        else if (tie is null)
            yield return texts.NotYetDecided;
        if (commitment.AmendedInWords(texts.Language) is { } amended)
            yield return amended;
        if (commitment.Withdrawn is { } withdrawn)
            yield return texts.WithdrawnFrom(withdrawn.From);
        if (commitment.Approximate)
            yield return texts.ApproximateRemark;
    }
}
