using FundingReports.Validation;

namespace FundingReports.Json;

/// <summary>Reads a share as people write it: "1/2", "0.3", "80 %".</summary>
internal static class ShareText
{
    internal static ProblemCode? Read(string text, bool jsonNumber, out Share share)
    {
        share = Share.Whole;
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        ExactNumber divisor = ExactNumber.Of(1);
        if (trimmed is [.., '%'])
        {
            divisor = ExactNumber.Of(100);
            trimmed = trimmed[..^1].TrimEnd();
        }
        else if (trimmed.IndexOf('/') is var slash and > 0)
        {
            if (!ExactNumber.TryRead(trimmed[(slash + 1)..].Trim().ToString(), false, out divisor))
                return ProblemCode.InvalidShare;
            trimmed = trimmed[..slash].TrimEnd();
        }
        return ExactNumber.TryRead(trimmed.ToString(), jsonNumber, out ExactNumber dividend)
            ? ExactNumber.AsShare(dividend, divisor, out share)
            : ProblemCode.InvalidShare;
    }
}
