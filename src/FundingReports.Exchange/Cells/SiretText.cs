using FundingReports.Validation;

namespace FundingReports.Exchange.Cells;

/// <summary>A SIRET as spreadsheets leave it: with spaces, ".0" at its end, or without its first zeros.</summary>
internal static class SiretText
{
    /// <summary>The fourteen digits; null where the text is no SIRET. Zeros are put back only where the checksum then is right.</summary>
    /// <param name="text">What the cell holds.</param>
    /// <param name="how">What was repaired (spaces, decimals, zeros); null where nothing was.</param>
    internal static string? Read(string text, out string? how)
    {
        string digits = Plain.WithoutSpaces(text);
        how = digits.Length < text.Length ? "spaces" : null;
        if (digits.EndsWith(".0", StringComparison.Ordinal) || digits.EndsWith(",0", StringComparison.Ordinal))
            (digits, how) = (digits[..^2], "decimals");
        if (Identifiers.IsSiret(digits))
            return digits;
        // One or two zeros; with more, hardly anything would speak for its being a SIRET.
        string whole = digits.PadLeft(14, '0');
        if (digits.Length is < 12 or > 13 || !Identifiers.IsSiret(whole) || !Identifiers.HasSiretChecksum(whole))
            return null;
        how = "zeros";
        return whole;
    }
}
