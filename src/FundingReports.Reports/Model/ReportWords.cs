namespace FundingReports.Reports;

/// <summary>The words that a renderer writes beside figures.</summary>
/// <param name="Unknown">Stands where a figure is not known.</param>
/// <param name="NotApplicable">Stands where no figure can be.</param>
/// <param name="Assumed">Follows a figure into which an assumption enters.</param>
/// <param name="Approximate">Precedes a figure given as approximate.</param>
/// <param name="Partial">Follows a figure of a budget year of which only a part is known.</param>
/// <param name="Cut">Ends a text that was too long for its cell.</param>
/// <param name="Page">Precedes the number of a page.</param>
public sealed record ReportWords(
    string Unknown, string NotApplicable, string Assumed, string Approximate, string Partial, string Cut, string Page);
