using System.Text;

namespace FundingReports.Excel.Added;

/// <summary>
/// Text on its way through ClosedXML, which breaks characters above U+FFFF (the first plane): they travel as digits between two marks.
/// </summary>
internal static class PackedText
{
    internal const char Open = '\uE000', Close = '\uE001';

    /// <summary>The text as it travels through ClosedXML.</summary>
    internal static string Pack(string clean)
    {
        if (!clean.Any(char.IsSurrogate))
            return clean;
        var packed = new StringBuilder(clean.Length + 16);
        foreach (var rune in clean.EnumerateRunes())
            if (rune.Value > 0xFFFF)
                packed.Append(Open).Append(rune.Value.ToString("X", null)).Append(Close);
            else
                packed.Append(rune);
        return packed.ToString();
    }

    /// <summary>The text as it was before it travelled.</summary>
    internal static string Unpack(string packed)
    {
        if (!packed.Contains(Open, StringComparison.Ordinal))
            return packed;
        var text = new StringBuilder(packed.Length);
        for (int i = 0; i < packed.Length; i++)
            if (packed[i] == Open && packed.IndexOf(Close, i) is > 0 and var end)
            {
                text.Append(new Rune(Convert.ToInt32(packed[(i + 1)..end], 16)));
                i = end;
            }
            else
                text.Append(packed[i]);
        return text.ToString();
    }
}
