namespace FundingReports.Reports;

/// <summary>An input that is in none of the figures, and why.</summary>
/// <param name="Name">Its name: that of its file.</param>
/// <param name="Why">What is wrong, in a sentence.</param>
public sealed record SetAside(string Name, string Why);
