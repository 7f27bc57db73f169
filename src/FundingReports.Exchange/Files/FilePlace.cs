namespace FundingReports.Exchange.Files;

/// <summary>Where a problem of a file as a whole stands: at its name, as it was given.</summary>
internal static class FilePlace
{
    /// <summary>The name; « $ » where none was given.</summary>
    internal static string Of(string name) => string.IsNullOrWhiteSpace(name) ? "$" : name;
}
