using System.Collections.Immutable;
using FundingReports.Consolidation;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Sheets;
using FundingReports.Reports.Texts;
using NodaTime;

namespace FundingReports.Reports;

/// <summary>An input that is in none of the figures, and why.</summary>
/// <param name="Name">Its name: that of its file.</param>
/// <param name="Why">What is wrong, in a sentence.</param>
public sealed record SetAside(string Name, string Why);

/// <summary>Makes one report of several portfolios.</summary>
public static class ConsolidatedReport
{
    /// <summary>
    /// The report: all together, by portfolio, by département, by scheme, by funder, by line; what is not counted; the flat data.
    /// </summary>
    /// <param name="consolidated">The sums.</param>
    /// <param name="asOf">The as-of date that all share.</param>
    /// <param name="setAside">The inputs that could not be read.</param>
    /// <param name="data">
    /// The posts that were counted, portfolio after portfolio as they were added; enumerated once, when the report is written.
    /// </param>
    /// <param name="language">The language of every word.</param>
    public static Report Build(
        Consolidated consolidated, LocalDate asOf, IReadOnlyList<SetAside> setAside,
            IEnumerable<(string Name, FundingAnalysis Analysis, ImmutableArray<PostFunding> Posts)> data,
        Language language = Language.French)
    {
        ArgumentNullException.ThrowIfNull(consolidated);
        ArgumentNullException.ThrowIfNull(setAside);
        ArgumentNullException.ThrowIfNull(data);
        var texts = new ReportTexts(language);
        var own = new ConsolidatedTexts(language);
        var note = new ReportParagraph($"{texts.AsOf(asOf)}. {own.Note}", ParagraphRole.Note);
        var sheets = ImmutableArray.CreateBuilder<ReportSheet>();
        sheets.Add(new(texts.SummarySheet, own.Title,
        [
            new ReportParagraph(own.Answer(consolidated, setAside.Count, asOf), ParagraphRole.Answer),
            note,
            .. Groups("Tab_Ensemble", null, consolidated.Years, own, texts),
        ])
        { OnePage = true });
        if (consolidated.Portfolios.Length > 0)
            sheets.Add(new(own.PortfoliosSheet, own.PortfoliosTitle, [note, Portfolios(consolidated, own, texts)]));
        Add(own.DepartementsSheet, own.DepartementsTitle, "Tab_Departements", own.Departement, consolidated.ByDepartement);
        Add(own.SchemesSheet, own.SchemesTitle, "Tab_Dispositifs", own.Scheme, consolidated.ByScheme);
        Add(texts.FundersSheet, own.FundersTitle, "Tab_Financeurs", texts.Funder, consolidated.ByFunder);
        Add(own.LinesSheet, own.LinesTitle, "Tab_Lignes", own.Line, consolidated.ByLine);
        if (setAside.Count > 0 || consolidated.CountedElsewhere.Length > 0)
            sheets.Add(new(own.NotCountedSheet, own.NotCountedTitle, [note, NotCounted(consolidated, setAside, own)]));
        if (consolidated.LikelyTheSame.Length > 0)
            sheets.Add(new(own.ToCheckSheet, own.ToCheckTitle, [note, ToCheck(consolidated, own)]));
        if (consolidated.DataRows > 0)
            sheets.Add(new(texts.DataSheet, texts.DataTitle, [new ReportParagraph(
                $"{texts.AsOf(asOf)}. {texts.DataNote}", ParagraphRole.Note), DataSheet.Of(consolidated.DataRows, texts, data)]));
        return new(own.Title, own.Answer(consolidated, setAside.Count, asOf), null, language, asOf, texts.AsOf(asOf), texts.Signs,
            sheets.ToImmutable());

        void Add(string name, string title, string table, string header, ImmutableArray<GroupYear> rows)
        {
            // A single group without a name says nothing that the first sheet does not.
            if (rows.Any(row => row.Group.Length > 0))
                sheets.Add(new(name, title, [note, .. Groups(table, header, rows, own, texts)]));
        }
    }

    private static IEnumerable<ReportBlock> Groups(
        string name, string? header, ImmutableArray<GroupYear> rows, ConsolidatedTexts own, ReportTexts texts)
    {
        if (rows.IsEmpty)
            yield break;
        bool ofPosts = rows[0].Cost is not null;
        ImmutableArray<ReportColumn> columns =
        [
            .. header is null ? [] : (ReportColumn[])[new("group", header, ColumnKind.Text, 30)],
            new(Names.Year, texts.Year, ColumnKind.Year, 12),
            new("posts", own.Posts, ColumnKind.Count, 10),
            .. ofPosts ? (ReportColumn[])[new(Names.Cost, texts.Cost, ColumnKind.Amount, 19)] : [],
            new(Names.Announced, texts.View(FundingView.Announced), ColumnKind.Amount, 19),
            new(Names.Agreed, texts.View(FundingView.Agreed), ColumnKind.Amount, 19),
            new("agreedKnown", own.AgreedKnown, ColumnKind.Amount, 19),
            new(Names.Firm, texts.View(FundingView.Firm), ColumnKind.Amount, 19),
            .. ofPosts ? (ReportColumn[])[new(Names.Gap, texts.Gap, ColumnKind.Amount, 19),
                new("gapKnown", own.GapKnown, ColumnKind.Amount, 19)] : [],
        ];
        yield return new ReportTable(name, columns,
        [
            .. rows.Select(row => new ReportRow(
            [
                .. header is null ? [] : (ReportCell[])[ReportCell.Of(row.Group.Length == 0 ? own.WithoutGroup : row.Group)],
                new ReportCell.Year(row.Year),
                new ReportCell.Count(row.Posts),
                .. row.Cost is { } cost ? (ReportCell[])[ReportCell.Of(cost.Exact)] : [],
                ReportCell.Of(row.Announced.Exact),
                ReportCell.Of(row.Agreed.Exact),
                new ReportCell.Amount(row.Agreed.KnownPart),
                ReportCell.Of(row.Firm.Exact),
                .. row.Gap is { } gap ? (ReportCell[])[ReportCell.Of(gap.Exact), new ReportCell.Amount(gap.KnownPart)] : [],
            ])),
        ]);
    }

    private static ReportTable Portfolios(Consolidated consolidated, ConsolidatedTexts own, ReportTexts texts) => new("Tab_Portefeuilles",
        [
            new("name", own.Portfolio, ColumnKind.Text, 40),
            new("posts", own.Posts, ColumnKind.Count, 12),
            new("fully", own.Fully, ColumnKind.Count, 22),
            new("risk", own.AtRisk, ColumnKind.Count, 22),
            new("earliest", own.Earliest, ColumnKind.Day, 22),
        ],
        [
            .. consolidated.Portfolios.Select(one => new ReportRow(
            [
                ReportCell.Of(one.Name), new ReportCell.Count(one.Posts), new ReportCell.Count(one.Fully),
                    new ReportCell.Count(one.AtRisk),
                one.Earliest is { } day ? ReportCell.Of((PartialDate)day) : ReportCell.None,
            ])),
        ]);

    private static ReportTable ToCheck(Consolidated consolidated, ConsolidatedTexts own) => new("Tab_A_Verifier",
        [new("what", own.Portfolio, ColumnKind.Text, 40), new("post", own.Post, ColumnKind.Text, 40),
            new("why", own.Why, ColumnKind.Text, 70)],
        [.. consolidated.LikelyTheSame.Select(
            one => new ReportRow([ReportCell.Of(one.Portfolio), ReportCell.Of(one.Post), ReportCell.Of(own.LooksLike(one))]))]);

    private static ReportTable NotCounted(Consolidated consolidated, IReadOnlyList<SetAside> setAside, ConsolidatedTexts own) =>
        new("Tab_Non_Comptes",
        [new("what", own.Portfolio, ColumnKind.Text, 40), new("post", own.Post, ColumnKind.Text, 40),
            new("why", own.Why, ColumnKind.Text, 70)],
        [
            .. setAside.Select(one => new ReportRow([ReportCell.Of(one.Name), ReportCell.Of(own.WholePortfolio), ReportCell.Of(one.Why)])),
            .. consolidated.CountedElsewhere.Select(
                one => new ReportRow([ReportCell.Of(one.Portfolio), ReportCell.Of(one.Post), ReportCell.Of(own.AlreadyIn(one))])),
        ]);
}
