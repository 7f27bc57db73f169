using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Totals;

namespace FundingReports.Reports;

/// <summary>Conventions: one row a commitment, those that no view counts included.</summary>
internal static class CommitmentsSheet
{
    internal static ReportSheet Build(ReportContext context)
    {
        var texts = context.Texts;
        var legend = new ReportParagraph(texts.AsOf(context.AsOf) + ". " + texts.Legend, ParagraphRole.Note);
        var commitments = context.Analysis.Portfolio.Commitments;
        if (commitments.IsEmpty)
            return new(texts.CommitmentsSheet, texts.CommitmentsTitle, [legend, new ReportParagraph(texts.NoCommitment, ParagraphRole.Note)]);
        ImmutableArray<ReportColumn> columns =
        [
            new("id", texts.Commitment, ColumnKind.Text, 11),
            new("funder", texts.Funder, ColumnKind.Text, 17),
            new("posts", texts.Posts, ColumnKind.Text, 21),
            new("from", texts.From, ColumnKind.Day, 11),
            new("until", texts.Until, ColumnKind.Day, 11),
            new("status", texts.StatusHeader, ColumnKind.Text, 13),
            new("decidedOn", texts.DecidedOn, ColumnKind.Day, 11),
            new("terms", texts.Terms, ColumnKind.Text, 16),
            new("instalments", texts.Instalments, ColumnKind.Text, 18),
            new("promised", texts.Promised, ColumnKind.Amount, 12),
            new("before", texts.Before, ColumnKind.Amount, 10),
            new("shown", texts.Shown(context.AsOf.Year, context.Analysis.Through.Year), ColumnKind.Amount, 11),
            new("after", texts.After, ColumnKind.Amount, 10),
            new("unused", texts.Unused, ColumnKind.Amount, 10),
            new("paid", texts.Paid, ColumnKind.Amount, 10),
            new("source", texts.SourceAndReferences, ColumnKind.Text, 24),
            new("remarks", texts.Remarks, ColumnKind.Text, 15),
        ];
        var ties = context.Analysis.Commitments.ToDictionary(tie => tie.Commitment.Id, StringComparer.Ordinal);
        return new(texts.CommitmentsSheet, texts.CommitmentsTitle,
            [legend, new ReportTable(Names.Commitments, columns, [.. commitments.Select(commitment => Row(context, commitment, ties.GetValueOrDefault(commitment.Id)))])]);
    }

    private static ReportRow Row(ReportContext context, Commitment commitment, PromiseTie? tie)
    {
        var texts = context.Texts;
        var assumptions = context.Assumptions;
        var marks = ReportContext.Assumed(assumptions.Any(commitment)) | (commitment.Approximate ? Marks.Approximate : Marks.None);
        // A part of a cost is no sum: it has nothing to tie to, and only what it comes to in the years shown.
        bool sum = commitment.Amount is Amount.Total or Amount.Annual or Amount.YearlyAmounts or Amount.Unknown;
        ReportCell Money(Func<PromiseTie, Knowable<Euros>> of) => tie is null || !sum ? ReportCell.None : ReportCell.Of(of(tie), marks);
        Marks Property(string name) => ReportContext.Assumed(assumptions.Of(commitment, name));
        return new(
        [
            ReportCell.Of(commitment.Id),
            ReportCell.Of(context.FunderAndLine(commitment)),
            ReportCell.Of(string.Join(", ", commitment.Posts.Select(context.LabelOf))),
            new ReportCell.Day(commitment.From) { Marks = Property("from") },
            commitment.Until.IsOpen ? ReportCell.Of(texts.Open) : ReportCell.Of(commitment.Until.Until, Property("until")),
            new ReportCell.Text(texts.Status(commitment.Status)) { Marks = Property("status") },
            ReportCell.Of(commitment.DecidedOn, Property("decidedOn")),
            commitment.Amount is Amount.Unknown && commitment.Cap is null ? ReportCell.Nothing
                : new ReportCell.Text(texts.AmountOf(commitment.Amount, commitment.Cap)) { Marks = Property("amount") | (commitment.Approximate ? Marks.Approximate : Marks.None) },
            commitment.Instalments is null ? ReportCell.Nothing : new ReportCell.Text(texts.InstalmentsOf(commitment.Instalments)) { Marks = Property("instalments") },
            Money(tie => tie.Promised),
            Money(tie => tie.Before),
            tie is null ? ReportCell.None : sum ? Money(tie => tie.Shown) : ReportContext.Money(Cells(context, commitment), marks | CostMarks(context, commitment)),
            Money(tie => tie.After),
            Money(tie => tie.Unused),
            tie is null ? ReportCell.None : ReportCell.Of(tie.Paid),
            SourcesOf(context, commitment),
            ReportContext.Joined([.. Remarks(context, commitment, tie)]),
        ]);
    }

    // In the view of the promise's own status, as the tie of a sum is.
    private static Knowable<Euros> Cells(ReportContext context, Commitment commitment)
    {
        var view = commitment.IsAgreed ? FundingView.Agreed : FundingView.Announced;
        var all = Euros.Zero;
        foreach (var cell in context.Analysis.Posts.SelectMany(post => post.Years).SelectMany(year => year.Cells).Where(cell => cell.Commitment == commitment))
            if (cell[view].TryGet(out var money))
                all += money;
            else
                return cell[view];
        return Knowable<Euros>.Known(all);
    }

    private static Marks CostMarks(ReportContext context, Commitment commitment) => context.Analysis.Posts
        .Where(post => commitment.Posts.Contains(post.Id))
        .SelectMany(post => post.Years.Select(year => ReportContext.Assumed(context.Assumptions.Money(post.Post, commitment, year.Year)) | ReportContext.Partial(post.Post, year.Year)))
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

    private static IEnumerable<string> Remarks(ReportContext context, Commitment commitment, PromiseTie? tie)
    {
        var texts = context.Texts;
        if (!commitment.IsPromised)
            yield return texts.NotCounted;
        else if (tie is null)
            yield return texts.NotYetDecided;
        if (commitment.Amends is { } amended)
            yield return texts.Amends(amended);
        if (commitment.Withdrawn is { } withdrawn)
            yield return texts.WithdrawnFrom(withdrawn.From);
        if (commitment.Approximate)
            yield return texts.ApproximateRemark;
    }
}
