using System.Collections.Immutable;
using FundingReports.Consolidation;
using FundingReports.Reports.Sheets.Together;
using FundingReports.Reports.Texts;
using NodaTime;

namespace FundingReports.Reports;

/// <summary>Several portfolios → one report.</summary>
public static class ConsolidatedReport
{
    /// <summary>
    /// The report: how many posts, until when, how much is missing, on one page; each portfolio; money by portfolio, département, scheme,
    /// funder and line, years as columns; what is not counted or to be checked; the words, and the flat data. A sheet that would say
    /// nothing is not there.
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
        Defined.Check(language, nameof(language));
        var together = new TogetherContext(consolidated, asOf, new(language), new(language), new(language));
        ImmutableArray<ReportSheet> sheets =
        [
            .. new[]
            {
                TogetherSummary.Build(together, setAside.Count),
                PortfoliosSheet.Build(together),
                SharingSheet.Build(together),
                ToCheckSheet.Build(together, setAside),
                TogetherNotes.Build(together, data),
            }.OfType<ReportSheet>(),
        ];
        return new(together.Own.Title, together.Own.Answer(consolidated, setAside.Count, asOf), null, language, asOf,
            together.Texts.AsOf(asOf), together.Texts.Signs, sheets);
    }
}
