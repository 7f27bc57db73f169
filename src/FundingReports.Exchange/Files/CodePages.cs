using System.Text;

namespace FundingReports.Exchange.Files;

/// <summary>Texts that are no Unicode: which code page writes French words with these bytes, and what they say.</summary>
internal static class CodePages
{
    private const string Letters = "éèêëàâçôöîïûùüœæÉÈÊÀÂÇÔÎÛŒ", Signs = "«»’‘“”°€–—…·²\u00a0";

    // The likeliest first: the page of Windows, of old Macs, of DOS.
    private static readonly (string Name, Encoding Page)[] pages =
        [("Windows-1252", Page(1252)), ("MacRoman", Page(10000)), ("cp850", Page(850))];

    /// <summary>The page under which the bytes above 127 are the most French.</summary>
    /// <param name="counts">How often each byte stands in the lines that are no UTF-8.</param>
    internal static (string Name, Encoding Page) Of(long[] counts)
    {
        (string, Encoding) best = pages[0];
        long most = long.MinValue;
        foreach (var page in pages)
        {
            long score = 0;
            byte[] one = new byte[1];
            for (int i = 0x80; i < 0x100; i++)
            {
                if (counts[i] == 0)
                    continue;
                one[0] = (byte)i;
                string character = page.Page.GetString(one);
                score += counts[i] * (Letters.Contains(character, StringComparison.Ordinal)
                    ? 4 : Signs.Contains(character, StringComparison.Ordinal) ? 1 : -4);
            }
            if (score > most)
                (best, most) = (page, score);
        }
        return best;
    }

    /// <summary>A line in a code page, in which pieces may be UTF-8 all the same: a file that was put together from two.</summary>
    internal static string Read(ReadOnlySpan<byte> line, Encoding page)
    {
        var text = new StringBuilder(line.Length);
        int start = 0;
        for (int i = 0; i < line.Length;)
        {
            int length = line[i] < 0x80 ? 0 : Utf8Length(line[i..]);
            if (length == 0)
            {
                i++;
                continue;
            }
            text.Append(page.GetString(line[start..i])).Append(Encoding.UTF8.GetString(line.Slice(i, length)));
            start = i += length;
        }
        return text.Append(page.GetString(line[start..])).ToString();
    }

    private static Encoding Page(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    // The sequences of French letters and signs alone: what they would be in a code page (« Ã© ») nobody writes.
    private static int Utf8Length(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xc3, >= 0x80 and <= 0xbf, ..] or [0xc2, >= 0xa0 and <= 0xbf, ..] or [0xc5, 0x92 or 0x93, ..] => 2,
        [0xe2, 0x80, >= 0x80 and <= 0xbf, ..] or [0xe2, 0x82, 0xac, ..] => 3,
        _ => 0,
    };
}
