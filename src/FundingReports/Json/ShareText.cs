using System.ComponentModel;
using FundingReports.Validation;

namespace FundingReports.Json;

/// <summary>Reads a share as portfolio@1 writes it: "1/2", "0.3", "80 %".</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShareText
{
    /// <summary>Reads a share, or tells why the text is none.</summary>
    /// <param name="text">Digits with at most one point, whatever the culture; spaces around the terms do not count.</param>
    /// <param name="share">The share; the whole where there is none.</param>
    /// <returns>
    /// Null where it is a share; else no number, out of range (not above 0 and at most 1), or with terms above
    /// <see cref="Share.MaxTerm"/>.
    /// </returns>
    public static ProblemCode? Read(string text, out Share share)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, false, out share);
    }

    internal static ProblemCode? Read(string text, bool jsonNumber, out Share share)
    {
        share = Share.Whole;
        return FractionText.TryRead(text, jsonNumber, out ExactNumber dividend, out ExactNumber divisor)
            ? ExactNumber.AsShare(dividend, divisor, out share)
            : ProblemCode.InvalidShare;
    }
}
