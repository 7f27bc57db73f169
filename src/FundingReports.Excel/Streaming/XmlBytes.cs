using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Unicode;
using FundingReports.Excel.Layout;

namespace FundingReports.Excel.Streaming;

/// <summary>XML as bytes, into a stream: nothing of a part is ever held.</summary>
internal sealed class XmlBytes(Stream stream) : IDisposable
{
    private const int BufferSize = 1 << 16;

    // Longer than any figure.
    private const int Room = 64;

    private static readonly SearchValues<char> inText = SearchValues.Create("&<>"), inAttribute = SearchValues.Create("&<>\"\n\t");

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int used;

    /// <summary>Bytes as they are, not escaped.</summary>
    internal XmlBytes Raw(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > BufferSize - used)
            Flush();
        if (bytes.Length > BufferSize)
        {
            stream.Write(bytes);
            return this;
        }
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
        return this;
    }

    /// <summary>A whole number.</summary>
    internal XmlBytes Number(long number)
    {
        Ensure(Room);
        Utf8Formatter.TryFormat(number, buffer.AsSpan(used), out int written);
        used += written;
        return this;
    }

    /// <summary>A figure.</summary>
    internal XmlBytes Number(decimal number)
    {
        Ensure(Room);
        Utf8Formatter.TryFormat(number, buffer.AsSpan(used), out int written);
        used += written;
        return this;
    }

    /// <summary>A length, to the hundredth of a point: nobody sees less.</summary>
    internal XmlBytes Length(double length)
    {
        Ensure(Room);
        Math.Round(length, 2).TryFormat(buffer.AsSpan(used), out int written, provider: CultureInfo.InvariantCulture);
        used += written;
        return this;
    }

    /// <summary>Cents, as euros.</summary>
    internal XmlBytes Cents(long cents)
    {
        Ensure(Room);
        if (cents < 0)
            buffer[used++] = (byte)'-';
        UInt128 whole = (UInt128)(cents < 0 ? -(Int128)cents : cents);
        Number((long)(whole / 100));
        int rest = (int)(whole % 100);
        if (rest == 0)
            return this;
        Ensure(Room);
        buffer[used++] = (byte)'.';
        buffer[used++] = (byte)('0' + rest / 10);
        if (rest % 10 != 0)
            buffer[used++] = (byte)('0' + rest % 10);
        return this;
    }

    /// <summary>The text of an element.</summary>
    internal XmlBytes Text(ReadOnlySpan<char> text) => Escaped(text, inText);

    /// <summary>The value of an attribute.</summary>
    internal XmlBytes Attribute(ReadOnlySpan<char> value) => Escaped(value, inAttribute);

    /// <summary>Words in a cell, from the end of its attributes on.</summary>
    /// <param name="clean">The words, as a cell can hold them.</param>
    internal XmlBytes Words(string clean)
    {
        Raw(" t=\"inlineStr\"><is><t"u8);
        // Without this attribute, spaces at the beginning or the end are no part of the text.
        if (clean.Length > 0 && (clean[0] == ' ' || clean[^1] == ' ' || clean.AsSpan().IndexOfAny('\n', '\t') >= 0))
            Raw(" xml:space=\"preserve\""u8);
        Raw(">"u8);
        // A spreadsheet reads "_x0041_" as an A.
        Text(clean.Contains("_x", StringComparison.Ordinal) ? SafeText.Inline(clean) : clean);
        return Raw("</t></is>"u8);
    }

    /// <summary>Words without a mark of XML in them.</summary>
    internal XmlBytes Plain(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            // A lone surrogate becomes U+FFFD, as it does in every other cell.
            Utf8.FromUtf16(text, buffer.AsSpan(used, BufferSize - used), out int read, out int written, replaceInvalidSequences: true,
                isFinalBlock: true);
            used += written;
            text = text[read..];
            if (text.Length > 0)
                Flush();
        }
        return this;
    }

    internal void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    public void Dispose()
    {
        Flush();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private XmlBytes Escaped(ReadOnlySpan<char> text, SearchValues<char> marks)
    {
        for (int at = text.IndexOfAny(marks); at >= 0; at = text.IndexOfAny(marks))
        {
            Plain(text[..at]);
            Raw(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                '\n' => "&#10;"u8,
                _ => "&#9;"u8,
            });
            text = text[(at + 1)..];
        }
        return Plain(text);
    }

    private void Ensure(int room)
    {
        if (used + room > BufferSize)
            Flush();
    }
}
