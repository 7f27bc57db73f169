namespace FundingReports.Exchange.Names;

/// <summary>« Total », « Sous-total culture », « TOTAL GÉNÉRAL : », « Total 2024 »: the sum of other rows.</summary>
internal static class TotalWords
{
    private static readonly string[] starts =
        ["total", "soustotal", "sstotal", "totaux", "montanttotal", "cumul", "sommetotale", "ensembledes", "subtotal", "grandtotal"];

    // Alone in a cell: « S/T » abbreviates « sous-total ».
    private static readonly string[] words = ["st", "stotal", "ensemble", "lesdeux", "lestrois", "lesquatre", "touslespostes", "allposts"];
    private const int LongestWord = 30;

    /// <summary>Whether a row whose first words these are is one of totals.</summary>
    internal static bool Are(string text)
    {
        if (text.Length <= LongestWord && Array.IndexOf(words, Plain.Key(text)) >= 0)
            return true;
        if (text.Length > 200 || !text.Contains("tot", StringComparison.OrdinalIgnoreCase) && !text.Contains(
            "cumul", StringComparison.OrdinalIgnoreCase) && !text.Contains("ensemble", StringComparison.OrdinalIgnoreCase))
            return false;
        string key = Plain.Key(text);
        return Array.Exists(starts, start => key.StartsWith(start, StringComparison.Ordinal));
    }
}
