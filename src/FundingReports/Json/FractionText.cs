namespace FundingReports.Json;

/// <summary>Reads what a share, a factor and a rate of change are written as: "1/2", "0.3", "80 %", "-0.02".</summary>
internal static class FractionText
{
    /// <summary>Reads the number that is divided, and the one by which; the second is 1 where the text has none.</summary>
    /// <param name="text">Digits with at most one point, whatever the culture; spaces around the terms do not count.</param>
    /// <param name="jsonNumber">Whether it is a number of JSON, which may have an exponent.</param>
    /// <param name="dividend">What is divided.</param>
    /// <param name="divisor">By what.</param>
    internal static bool TryRead(ReadOnlySpan<char> text, bool jsonNumber, out ExactNumber dividend, out ExactNumber divisor)
    {
        ReadOnlySpan<char> trimmed = text.Trim();
        (dividend, divisor) = (default, ExactNumber.Of(1));
        if (trimmed is [.., '%'])
        {
            divisor = ExactNumber.Of(100);
            trimmed = trimmed[..^1].TrimEnd();
        }
        else if (trimmed.IndexOf('/') is var slash and > 0)
        {
            if (!ExactNumber.TryRead(trimmed[(slash + 1)..].Trim(), false, out divisor))
                return false;
            trimmed = trimmed[..slash].TrimEnd();
        }
        return ExactNumber.TryRead(trimmed, jsonNumber, out dividend);
    }
}
