using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Totals;

namespace FundingReports.Reports.Sheets;

/// <summary>Rattachement: where the money of each commitment goes, and how it is known; row by row as Conventions.</summary>
internal static class BalancesSheet
{
    internal const string Before = "before", Shown = "shown", After = "after", Unused = "unused", Promised = "promised";

    /// <summary>
    /// Whether a commitment promises a sum, which must add up over its whole period. A part of a cost has no such sum: only what it comes
    /// to in the years shown.
    /// </summary>
    internal static bool IsSum(Commitment commitment) => commitment.Amount.IsSum || commitment.Amount.IsUnknown;

    /// <summary>The sheet; null where there is no commitment.</summary>
    internal static ReportSheet? Build(ReportContext context)
    {
        var texts = context.Texts;
        var commitments = context.Analysis.Portfolio.Commitments;
        if (commitments.IsEmpty)
            return null;
        ImmutableArray<ReportColumn> columns =
        [
            new("number", texts.Number, ColumnKind.Count, 5),
            new("id", texts.Commitment, ColumnKind.Text, 12),
            new("funder", texts.Funder, ColumnKind.Text, 20),
            new(Promised, texts.Promised, ColumnKind.Amount, 13),
            new(Before, texts.Before, ColumnKind.Amount, 12),
            new(Shown, texts.Shown(context.FirstYear, context.Analysis.Through.Year), ColumnKind.Amount, 13),
            new(After, texts.After, ColumnKind.Amount, 12),
            new(Unused, texts.Unused, ColumnKind.Amount, 12),
            new("source", texts.SourceAndReferences, ColumnKind.Text, 50),
        ];
        return new(texts.TiesSheet, texts.TiesTitle,
        [
            new ReportParagraph(texts.AsOf(context.AsOf) + ". " + texts.TiesNote, ParagraphRole.Note),
            new ReportParagraph(texts.Legend, ParagraphRole.Note),
            new ReportTable(Names.Ties, columns,
                [.. context.Commitments.Select((commitment, i) => Row(context, commitment, i + 1, context.BalanceOf(commitment)))]),
        ]) { FitsText = true };
    }

    private static ReportRow Row(ReportContext context, Commitment commitment, int number, CommitmentBalance? tie)
    {
        var marks = ReportContext.Assumed(context.Assumptions.Of(commitment)) | (commitment.Approximate ? Marks.Approximate : Marks.None);
        bool sum = IsSum(commitment);
        ReportCell Money(Func<CommitmentBalance, Knowable<Euros>> of) =>
            tie is null || !sum ? ReportCell.None : ReportCell.Of(of(tie), marks);
        return new(
        [
            new ReportCell.Count(number),
            ReportCell.Of(commitment.Id),
            ReportCell.Of(context.FunderAndLine(commitment)),
            Money(tie => tie.Promised),
            Money(tie => tie.Before),
            tie is null ? ReportCell.None : sum
                ? Money(tie => tie.Shown) : ReportContext.Money(Cells(context, commitment), marks | CostMarks(context, commitment)),
            Money(tie => tie.After),
            Money(tie => tie.Unused),
            SourcesOf(context, commitment),
        ]);
    }

    // What a promise comes to in the years shown, in the view of its own status, as for the balance of a sum.
    private static Knowable<Euros> Cells(ReportContext context, Commitment commitment)
    {
        var view = commitment.IsAgreed ? FundingView.Agreed : FundingView.Announced;
        var all = Euros.Zero;
        foreach (var cell in context.PostsOf(commitment).SelectMany(post => post.Years).SelectMany(year => year.Cells)
            .Where(cell => cell.Commitment.Id == commitment.Id))
            if (cell[view].TryGet(out var money))
                all += money;
            else
                return cell[view];
        return Knowable<Euros>.Known(all);
    }

    private static Marks CostMarks(ReportContext context, Commitment commitment) => context.PostsOf(commitment)
        .SelectMany(post => post.Years.Select(year => ReportContext.Assumed(
            context.Assumptions.Money(post.Post, commitment, year.Year)) | ReportContext.Partial(post.Post, year.Year)))
        .Aggregate(Marks.None, (all, marks) => all | marks);

    private static ReportCell SourcesOf(ReportContext context, Commitment commitment)
    {
        var texts = context.Texts;
        var said = new List<string>();
        if (context.SourceOf(commitment.Source) is { } source)
            said.Add($"{texts.SourceKindOf(source.Kind)} ({source.Id})");
        foreach (var (property, id) in commitment.Sources)
            if (context.SourceOf(id) is { } other)
                said.Add(texts.SourceOfProperty(property, $"{texts.SourceKindOf(other.Kind)} ({other.Id})"));
        said.AddRange(commitment.References.Select(reference => $"{reference.Key} {reference.Value}"));
        return context.TextOrUnknown(string.Join("\n", said));
    }
}
