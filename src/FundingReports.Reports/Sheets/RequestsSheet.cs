using System.Collections.Immutable;
using FundingReports.Reports.Texts;
using FundingReports.Requests;
using FundingReports.Scenarios;
using FundingReports.Sentences;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>Demandes: one row a request, the overdue first; then what it would take.</summary>
internal static class RequestsSheet
{
    private const string Table = "Tab_Demandes";
    private const int Nearest = 3;

    internal static ReportSheet Build(ReportContext context)
    {
        var texts = new RequestSheetTexts(context.Texts.Language);
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        blocks.Add(new ReportParagraph($"{context.Texts.AsOf(context.AsOf)}. {texts.RequestsNote}", ParagraphRole.Note));
        var requests = context.Analysis.Requests;
        if (requests.IsEmpty)
            blocks.Add(new ReportParagraph(texts.NoRequest, ParagraphRole.Note));
        else
            blocks.Add(new ReportTable(Table,
            [
                new("deadline", texts.Deadline, ColumnKind.Day, 14),
                new("state", texts.State, ColumnKind.Text, 20),
                new("funder", texts.Funder, ColumnKind.Text, 20),
                new("line", texts.Line, ColumnKind.Text, 12),
                new(Names.Year, texts.Year, ColumnKind.Year, 9),
                new("kind", texts.Kind, ColumnKind.Text, 18),
                new("posts", texts.Posts, ColumnKind.Text, 30),
                new("amount", texts.Amount, ColumnKind.Amount, 15),
                new("papers", texts.Papers, ColumnKind.Text, 34),
                new("commitment", texts.Commitment, ColumnKind.Text, 12),
            ], [.. requests.Select(request => Row(context, texts, request))]));
        AddNeeded(context, texts, blocks);
        return new(texts.Requests, texts.RequestsTitle, blocks.ToImmutable());
    }

    /// <summary>The three nearest requests, as Synthèse shows them.</summary>
    internal static IEnumerable<ReportBlock> NearestBlocks(ReportContext context)
    {
        var texts = new RequestSheetTexts(context.Texts.Language);
        if (context.Analysis.Requests.IsEmpty)
            yield break;
        yield return new ReportParagraph(texts.Nearest, ParagraphRole.Heading);
        foreach (var request in context.Analysis.Requests.Take(Nearest))
            yield return new ReportParagraph(request.Sentence(context.AsOf, context.Texts.Language), ParagraphRole.Item);
    }

    private const int MostLines = 20;

    private static ReportRow Row(ReportContext context, RequestSheetTexts texts, FundingRequest request)
    {
        var marks = ReportContext.Assumed(request.Posts.Any(post => context.Assumptions.CostOn(post, context.AsOf)));
        return new(
        [
            request.Closes is { } closes ? new ReportCell.Day(closes) : ReportCell.Of(request.Funder is null ? "—" : texts.NotPublished),
            ReportCell.Of(texts.StateOf(request, context.AsOf)),
            ReportCell.Of(request.Funder?.Name ?? texts.ToBeFound),
            request.Funder is null ? ReportCell.None : context.TextOrUnknown(request.Line),
            new ReportCell.Year(request.Year),
            ReportCell.Of(texts.KindOf(request.Kind)),
            // Each sentence has a line; more than a row can be high for follow one another.
            ReportCell.Of(string.Join(request.Posts.Length > MostLines ? " ; " : "\n", request.Posts.Select(post => post.Label))),
            ReportCell.Of(request.Amount, marks),
            ReportCell.Of(request.Papers.IsEmpty
                ? texts.NoPapers : string.Join("\n", request.Papers.Select(paper => paper.InWords(context.Texts.Language)))),
            request.Commitment is { } commitment ? ReportCell.Of(commitment.Id) : ReportCell.None,
        ]);
    }

    /// <summary>To the end of the years that requests look at.</summary>
    private static void AddNeeded(ReportContext context, RequestSheetTexts texts, ImmutableArray<ReportBlock>.Builder blocks)
    {
        if (context.Analysis.Posts.IsEmpty)
            return;
        var target = new LocalDate(context.Analysis.LastRequestYear, 12, 31);
        var needed = Scenarios.MoneyNeeded.Until(context.Analysis.Portfolio, context.AsOf, target);
        bool assumed = context.Analysis.Posts.Any(post => context.Assumptions.CostOn(post.Post, context.AsOf));
        blocks.Add(new ReportParagraph(texts.NeededHeading(target), ParagraphRole.Heading));
        foreach (var year in needed.Years)
            blocks.Add(new ReportParagraph(texts.NeededIn(year.Year, year.Amount, assumed), ParagraphRole.Item));
    }
}
