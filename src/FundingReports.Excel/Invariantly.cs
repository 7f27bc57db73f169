using System.Globalization;

namespace FundingReports.Excel;

/// <summary>Runs code under the invariant culture: under fr-FR ClosedXML writes "0,5" where the format wants "0.5".</summary>
internal static class Invariantly
{
    internal static void Do(Action action)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            action();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
