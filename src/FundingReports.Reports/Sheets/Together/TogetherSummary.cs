using System.Collections.Immutable;
using FundingReports.Consolidation;
using FundingReports.Totals;

namespace FundingReports.Reports.Sheets.Together;

/// <summary>
/// Synthèse of several portfolios, on one page: how many posts, until when, how much is missing, and the same as a chart.
/// </summary>
internal static class TogetherSummary
{
    private const string All = "Tab_Ensemble", Until = "Tab_Termes";
    private const int ChartLines = 15;

    internal static ReportSheet Build(TogetherContext together, int setAside)
    {
        var own = together.Own;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        blocks.Add(new ReportParagraph(own.Answer(together.Consolidated, setAside, together.AsOf), ParagraphRole.Answer));
        ImmutableArray<GroupYear> ahead = [.. together.Years.Where(year => year.Year >= together.AsOf.Year)];
        if (!ahead.IsEmpty)
            blocks.Add(new ReportParagraph(own.Missing(ahead), ParagraphRole.Answer));
        blocks.Add(new ReportParagraph($"{together.Texts.AsOf(together.AsOf)}. {own.Note}", ParagraphRole.Note));
        AddHorizons(together, blocks);
        AddYears(together, blocks);
        return new(together.Texts.SummarySheet, own.Title, blocks.ToImmutable()) { OnePage = true };
    }

    private static void AddHorizons(TogetherContext together, ImmutableArray<ReportBlock>.Builder blocks)
    {
        var (own, horizons) = (together.Own, together.Consolidated.Horizons);
        if (horizons.IsEmpty)
            return;
        bool days = horizons.Any(one => one.Earliest is not null);
        ImmutableArray<ReportColumn> columns =
        [
            new(Names.Year, own.UntilWhen, ColumnKind.Text, 30),
            new("posts", own.Posts, ColumnKind.Count, 24),
            .. days ? (ReportColumn[])[new("earliest", own.FirstOfThem, ColumnKind.Day, 18)] : [],
        ];
        blocks.Add(new ReportParagraph(own.UntilHeading, ParagraphRole.Heading));
        blocks.Add(new ReportTable(Until, columns,
        [
            .. horizons.Select(one => new ReportRow(
            [
                new ReportCell.Text(own.UntilOf(one)) { Tone = ToneOf(one, together.AsOf.Year) }, new ReportCell.Count(one.Posts),
                .. days ? (ReportCell[])[one.Earliest is { } day ? new ReportCell.Day(day) : ReportCell.None] : [],
            ])),
        ]));
    }

    private static Tone ToneOf(HorizonCount one, int now) => one.State switch
    {
        HorizonState.NotOnFirstDay => Tone.Bad,
        HorizonState.Until => one.Year <= now ? Tone.Middling : Tone.Good,
        HorizonState.Between => Tone.Open,
        HorizonState.Open or HorizonState.PostEnds => Tone.Good,
        HorizonState.Ended => Tone.Plain,
    };

    private static void AddYears(TogetherContext together, ImmutableArray<ReportBlock>.Builder blocks)
    {
        var (own, years) = (together.Own, together.Years);
        (string Key, string Header, Func<GroupYear, Total> Of)[] measures =
        [
            (Names.Cost, together.Texts.Cost, year => year.Cost!.Value),
            (Names.Agreed, together.Words.Agreed, year => year.Agreed),
            (Names.Firm, own.OfWhichFirm, year => year.Firm),
            (Names.Announced, own.WithAnnounced, year => year.Announced),
            (Names.Gap, together.Texts.Gap, year => year.Gap!.Value),
        ];
        // A column that says nothing, or what the one beside it says, is not there.
        var said = measures.Where(measure => years.Any(year => measure.Of(year).KnownPart != Euros.Zero)
            && (measure.Key != Names.Announced || years.Any(year => year.Announced.KnownPart != year.Agreed.KnownPart))).ToList();
        if (said.Count == 0)
        {
            if (!years.IsEmpty)
                blocks.Add(new ReportParagraph(own.NoAmount, ParagraphRole.Note));
            return;
        }
        bool known = said.TrueForAll(measure => years.All(year => measure.Of(year).Exact.IsKnown));
        ImmutableArray<GroupYear> shown = [.. years.Where(year => said.Exists(measure => measure.Of(year).KnownPart != Euros.Zero))];
        ImmutableArray<ReportColumn> columns =
        [
            new(Names.Year, together.Texts.Year, ColumnKind.Year, 30),
            .. said.Select(measure => new ReportColumn(
                measure.Key, known ? measure.Header : together.Words.KnownPartOf(measure.Header), ColumnKind.WholeAmount, 24)),
        ];
        blocks.Add(new ReportParagraph(known ? own.YearsHeading : own.KnownYearsHeading, ParagraphRole.Heading));
        blocks.Add(new ReportTable(All, columns,
            [.. shown.Select(year => new ReportRow([new ReportCell.Year(year.Year),
                .. said.Select(measure => TogetherContext.KnownPart(measure.Of(year), year, measure.Key == Names.Cost))]))]));
        ImmutableArray<ChartSeries> series =
        [
            .. said.Where(measure => measure.Key is Names.Agreed or Names.Gap)
                .Select(measure => new ChartSeries(measure.Key, ChartMark.Stacked, measure.Key == Names.Gap ? Tone.Bad : Tone.Plain)),
            .. said.Where(measure => measure.Key == Names.Cost).Select(measure => new ChartSeries(measure.Key, ChartMark.Line)),
        ];
        if (!series.IsEmpty)
            blocks.Add(
                new ReportChart(own.Chart(known), own.ChartInWords(known), All, 0, shown.Length - 1, Names.Year, series, ChartLines));
    }
}
