using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Consolidation;
using FundingReports.Totals;
using FundingReports.Validation;
using FundingReports.Wording;

namespace FundingReports.Reports.Sheets.Together;

/// <summary>
/// Répartition: money by portfolio, département, scheme, funder and line; years are columns, and every row says by itself what it is.
/// </summary>
internal sealed class SharingSheet
{
    private const string By = "by", Group = "group", Posts = "posts", What = "what", Remark = "remark";

    // As for the funding plan: more rows than these would be too small on one page.
    private const int MostOnAPage = 52;

    private readonly TogetherContext together;
    private readonly ImmutableArray<int> years;
    private readonly List<(Dictionary<string, ReportCell> Cells, RowRole Role)> rows = [];
    private readonly List<string> alone = [];

    private SharingSheet(TogetherContext together) => (this.together, years) = (together, [.. together.Years.Select(year => year.Year)]);

    internal static ReportSheet? Build(TogetherContext together)
    {
        var sharing = new SharingSheet(together);
        var (own, all) = (together.Own, together.Consolidated);
        sharing.Add(own.Portfolio, all.ByPortfolio, together.Title);
        sharing.Add(own.Departement, all.ByDepartement, NameOfDepartement);
        sharing.Add(own.Scheme, all.ByScheme, name => name);
        sharing.Add(together.Texts.Funder, all.ByFunder, name => name);
        sharing.Add(own.Line, all.ByLine, name => name);
        return sharing.Sheet();
    }

    /// <summary>« 40 Landes »: a code alone says nothing to most.</summary>
    internal static string NameOfDepartement(string code) =>
        Identifiers.Departements.TryGetValue(code, out string? name) ? $"{code} {name}" : code;

    private ReportSheet? Sheet()
    {
        if (rows.Count == 0)
            return null;
        var own = together.Own;
        bool remarks = rows.Exists(row => row.Cells[Remark] is not ReportCell.NotApplicable);
        ImmutableArray<ReportColumn> columns =
        [
            new(By, own.By, ColumnKind.Text, 12),
            new(Group, own.Group, ColumnKind.Text, 20),
            new(Posts, own.Posts, ColumnKind.Count, 8),
            new(What, own.What, ColumnKind.Text, 20),
            .. years.Select(
                year => new ReportColumn(PlanSheet.KeyOf(year), year.ToString(CultureInfo.InvariantCulture), ColumnKind.WholeAmount, 11)),
            .. remarks ? (ReportColumn[])[new(Remark, together.Texts.Remarks, ColumnKind.Text, 20)] : [],
        ];
        return new(own.SharingSheet, own.SharingTitle,
        [
            new ReportParagraph($"{together.Texts.AsOf(together.AsOf)}. {own.SharingNote}", ParagraphRole.Note),
            .. alone.Select(line => new ReportParagraph(line, ParagraphRole.Note)),
            new ReportTable("Tab_Repartition", columns,
                [.. rows.Select(row => new ReportRow([.. columns.Select(column => row.Cells[column.Key])], row.Role))]),
        ]) { FitsText = true, OnePage = rows.Count <= MostOnAPage };
    }

    private void Add(string by, ImmutableArray<GroupYear> all, Func<string, string> nameOf)
    {
        var groups = all.GroupBy(row => row.Group, StringComparer.Ordinal).Select(group => group.ToDictionary(row => row.Year)).ToList();
        // One group of posts has the figures of all, which the first page gives; without a name it has nothing to say.
        if (groups is [var only] && (only.Values.First() is { Cost: not null } or { Group: "" }))
        {
            if (only.Values.First().Group is { Length: > 0 } name)
                alone.Add(together.Own.AllIn(by, nameOf(name)));
            return;
        }
        int first = rows.Count;
        foreach (var group in groups)
            AddGroup(by, group, nameOf, first);
    }

    private void AddGroup(string by, Dictionary<int, GroupYear> group, Func<string, string> nameOf, int firstOfAll)
    {
        var (own, words, one) = (together.Own, together.Words, group.Values.First());
        string name = one.Group.Length == 0 ? own.WithoutGroup : nameOf(one.Group);
        int first = rows.Count;
        if (one.Cost is not null)
        {
            Measure(together.Texts.Cost, year => year.Cost!.Value, RowRole.Line, isCost: true);
            Measure(words.Agreed, year => year.Agreed, RowRole.Line);
            Measure(together.Texts.Gap, year => year.Gap!.Value, RowRole.Outcome);
            return;
        }
        Measure(words.Agreed, year => year.Agreed, RowRole.Line);
        // What is firm is a part of the row above: where nothing is known of it, that row is enough.
        if (group.Values.Any(year => year.Firm.KnownPart != Euros.Zero))
            Measure(own.OfWhichFirm, year => year.Firm, RowRole.Line);
        if (group.Values.Any(year => year.Announced != year.Agreed))
            Measure(own.WithAnnounced, year => year.Announced, RowRole.Aside);

        void Measure(string what, Func<GroupYear, Total> of, RowRole role, bool isCost = false)
        {
            var totals = years.Select(year => group.TryGetValue(year, out var row) ? (Row: row, Total: of(row)) : default).ToList();
            if (totals.TrueForAll(total => total.Row is null || TogetherContext.IsNothing(total.Total)))
                return;
            var unknown = totals.Where(total => total.Row is not null && !total.Total.Exact.IsKnown).Select(total => total.Row.Year)
                .ToList();
            bool isPart = unknown.Count > 0 && totals.Exists(total => total.Total.KnownPart != Euros.Zero);
            var cells = new Dictionary<string, ReportCell>
            {
                [By] = new ReportCell.Text(by) { IsFaint = rows.Count > firstOfAll },
                [Group] = new ReportCell.Text(name) { IsFaint = rows.Count > first },
                [Posts] = new ReportCell.Count(one.AllPosts) { IsFaint = rows.Count > first },
                [What] = ReportCell.Of(isPart ? words.KnownPartOf(what) : what),
                [Remark] = isPart ? ReportCell.Of(words.UnknownIn(unknown)) : ReportCell.None,
            };
            foreach (var (year, total) in years.Zip(totals))
                cells[PlanSheet.KeyOf(year)] = total.Row is null ? ReportCell.None
                    : !total.Total.Exact.IsKnown && !isPart ? ReportCell.Nothing
                    : TogetherContext.IsNothing(total.Total) ? ReportCell.None
                    : TogetherContext.KnownPart(total.Total, total.Row, isCost);
            rows.Add((cells, role));
        }
    }
}
