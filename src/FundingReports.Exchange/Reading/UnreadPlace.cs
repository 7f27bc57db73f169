namespace FundingReports.Exchange;

/// <summary>A table or a column whose money is in no account.</summary>
/// <param name="Name">The sheet, or the cell of the header.</param>
/// <param name="IsTable">Whether it is a whole table.</param>
internal readonly record struct UnreadPlace(string Name, bool IsTable);
