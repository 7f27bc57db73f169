using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using FundingReports.Validation;

namespace FundingReports.Json;

/// <summary>Reads bytes into a JSON document, or reports the one problem that makes them unreadable.</summary>
internal static class JsonText
{
    internal const int MebibytesLimit = 256;
    internal const long BytesLimit = MebibytesLimit * 1024L * 1024L;
    private const int DepthLimit = 32;

    private static readonly UTF8Encoding strict = new(false, throwOnInvalidBytes: true);

    internal static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, ProblemList problems)
    {
        problems.Most = ProblemList.MostOfADocument;
        if (utf8.Span.StartsWith("\ufeff"u8))
            utf8 = utf8[3..];
        ReadOnlySpan<byte> text = utf8.Span;
        if (text.Length > BytesLimit)
            ReportTooLarge(problems);
        else if (text.StartsWith("PK\u0003\u0004"u8))
            Report(problems, null, "workbook", 1, 1);
        else if (!Utf8.IsValid(text))
            problems.Fail(ProblemCode.NotUtf8, JsonPath.Root);
        else if (text.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            Report(problems, null, "empty", 1, 1);
        else
            return ParseText(utf8, problems);
        return null;
    }

    /// <summary>Encodes a lone surrogate as bytes that are no UTF-8, so that it is reported and not replaced.</summary>
    internal static byte[] ToUtf8(string text)
    {
        try
        {
            return strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return [0xff];
        }
    }

    /// <summary>All the bytes of a stream; null where it holds more than is read.</summary>
    internal static byte[]? ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > BytesLimit)
                return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    /// <summary>The same, without holding a thread.</summary>
    internal static async Task<byte[]?> ReadAllAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (bytes.Length + read > BytesLimit)
                return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    /// <summary>What is said of a file of which no more is read.</summary>
    internal static ImmutableArray<Problem> TooLarge
    {
        get
        {
            var problems = new ProblemList();
            ReportTooLarge(problems);
            return problems.InOrder();
        }
    }

    private static void ReportTooLarge(ProblemList problems) =>
        problems.Fail(ProblemCode.TooLarge, JsonPath.Root, null, Invariant(MebibytesLimit));

    private static JsonDocument? ParseText(ReadOnlyMemory<byte> utf8, ProblemList problems)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(utf8, new() { MaxDepth = DepthLimit });
            problems.TextOrder = found => TextOrder.Of(found, document.RootElement);
            return document;
        }
        catch (JsonException)
        {
            ReportWhere(utf8.Span, problems);
            return null;
        }
    }

    // The text is read again by tokens, to find where it stops and whether it is merely too deep or cut short.
    private static void ReportWhere(ReadOnlySpan<byte> utf8, ProblemList problems)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new(new() { MaxDepth = 1_000_000 }));
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= DepthLimit && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    problems.Fail(ProblemCode.TooDeep, JsonPath.Root, null, Invariant(DepthLimit));
                    return;
                }
            }
            // The block is not final: the end of the text then asks for more instead of failing.
            (int endLine, int endColumn) = Position(utf8, utf8.Length);
            Report(problems, null, "truncated", endLine, endColumn);
        }
        catch (JsonException exception)
        {
            int line = (int)(exception.LineNumber ?? 0), column = (int)(exception.BytePositionInLine ?? 0);
            string text = LineOf(utf8, line, column, out int characters);
            Report(problems, text, "syntax", line + 1, characters + 1);
        }
    }

    private static void Report(ProblemList problems, string? found, string cause, int line, int column) =>
        problems.Fail(ProblemCode.NotJson, JsonPath.Root, found, cause, Invariant(line), Invariant(column));

    private static (int Line, int Column) Position(ReadOnlySpan<byte> utf8, int end)
    {
        ReadOnlySpan<byte> before = utf8[..end];
        int line = before.Count((byte)'\n');
        int start = before.LastIndexOf((byte)'\n') + 1;
        return (line + 1, Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }

    private static string LineOf(ReadOnlySpan<byte> utf8, int line, int column, out int characters)
    {
        for (; line > 0 && utf8.IndexOf((byte)'\n') is var end and >= 0; line--)
            utf8 = utf8[(end + 1)..];
        if (utf8.IndexOf((byte)'\n') is var stop and >= 0)
            utf8 = utf8[..stop];
        column = Math.Min(column, utf8.Length);
        characters = Encoding.UTF8.GetCharCount(utf8[..column]);
        string text = Encoding.UTF8.GetString(utf8[column..]);
        return (text.Length > 40 ? text[..40] : text).Trim('\r', '\ufffd');
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
