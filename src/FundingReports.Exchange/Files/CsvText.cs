using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace FundingReports.Exchange.Files;

/// <summary>How a text is written: UTF-8 with or without mark, UTF-16 with mark, else Windows-1252; and which separator.</summary>
/// <param name="Encoding">Null for UTF-8, or for what a mark says.</param>
/// <param name="Separator">Semicolon, comma or tab.</param>
internal sealed record CsvText(Encoding? Encoding, char Separator)
{
    private const int Chunk = 1 << 16;

    static CsvText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Walks the stream once, keeping nothing but its start, and returns to its beginning.</summary>
    /// <param name="stream">The text.</param>
    /// <param name="separator">Tells the separator from the first lines.</param>
    /// <exception cref="NotReadException">It is no text.</exception>
    internal static CsvText Of(Stream stream, Func<string, char> separator)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Chunk + 4);
        try
        {
            stream.Position = 0;
            int start = stream.ReadAtLeast(buffer.AsSpan(0, Chunk), Chunk, throwOnEndOfStream: false);
            ReadOnlySpan<byte> head = buffer.AsSpan(0, start);
            bool little = head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]), big = head.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]);
            bool wide = little || big;
            Encoding decoder = little ? Encoding.Unicode : big ? Encoding.BigEndianUnicode : Encoding.UTF8;
            byte[] first = head.ToArray();
            bool isUtf8 = wide || IsUtf8(stream, buffer, start);
            Encoding? encoding = isUtf8 ? null : Encoding.GetEncoding(1252);
            stream.Position = 0;
            return new(encoding, separator((encoding ?? decoder).GetString(first).TrimStart('\ufeff')));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A character may lie across two chunks: at most three bytes of it are carried on.
    private static bool IsUtf8(Stream stream, byte[] buffer, int filled)
    {
        bool valid = true;
        while (filled > 0)
        {
            Span<byte> here = buffer.AsSpan(0, filled);
            if (here.Contains((byte)0))
                throw new NotReadException("not-a-workbook");
            int cut = valid ? Whole(here) : filled;
            valid = valid && Utf8.IsValid(here[..cut]);
            int carried = filled - cut;
            here[cut..].CopyTo(buffer);
            int read = stream.Read(buffer, carried, Chunk);
            if (read == 0)
                return valid && carried == 0;
            filled = carried + read;
        }
        return valid;
    }

    private static int Whole(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            byte b = bytes[^back];
            if (b < 0x80)
                return bytes.Length;
            if (b >= 0xc0)
                return back < (b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2) ? bytes.Length - back : bytes.Length;
        }
        return bytes.Length;
    }
}
