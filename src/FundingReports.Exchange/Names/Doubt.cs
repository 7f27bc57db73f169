namespace FundingReports.Exchange.Names;

/// <summary>« voté ? » is not « voté »: who wrote it does not know. A mark alone says that nothing is known.</summary>
internal static class Doubt
{
    internal static bool IsIn(string text) =>
        text.Contains('?', StringComparison.Ordinal) && Plain.Trim(text) is not ("?" or "??" or "???");
}
