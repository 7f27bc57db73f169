using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FundingReports.Json;

/// <summary>
/// The canonical form of a JSON value (RFC 8785) and its hash: the same content has the same hash, however it is laid out.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CanonicalJson
{
    /// <summary>The canonical form, in UTF-8.</summary>
    /// <exception cref="InvalidOperationException">
    /// A text holds a lone surrogate, or a number is beyond IEEE 754: RFC 8785 gives them no canonical form.
    /// </exception>
    public static byte[] ToUtf8(JsonElement value) => ToUtf8(value, CancellationToken.None);

    private static byte[] ToUtf8(JsonElement value, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        Write(value, text, cancellation);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The SHA-256 of the canonical form, as "sha256:" and 64 hexadecimal digits in lower case.</summary>
    /// <exception cref="InvalidOperationException">The value has no canonical form.</exception>
    public static string Hash(JsonElement value) => Hash(value, CancellationToken.None);

    /// <summary>The same, with a look before each object.</summary>
    internal static string Hash(JsonElement value, CancellationToken cancellation) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(ToUtf8(value, cancellation)));

    private static void Write(JsonElement value, StringBuilder text, CancellationToken cancellation)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, text, cancellation);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                bool first = true;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    if (!first)
                        text.Append(',');
                    first = false;
                    Write(item, text, cancellation);
                }
                text.Append(']');
                break;
            case JsonValueKind.String:
                WriteText(value.GetString()!, text);
                break;
            case JsonValueKind.Number:
                text.Append(Number(value.GetDouble()));
                break;
            case JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null:
                text.Append(value.GetRawText());
                break;
            default:
                throw new InvalidOperationException("There is no value.");
        }
    }

    private static void WriteObject(JsonElement value, StringBuilder text, CancellationToken cancellation)
    {
        cancellation.Look();
        text.Append('{');
        bool first = true;
        // The RFC orders names by UTF-16 code units.
        foreach (JsonProperty property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (!first)
                text.Append(',');
            first = false;
            WriteText(property.Name, text);
            text.Append(':');
            Write(property.Value, text, cancellation);
        }
        text.Append('}');
    }

    private static void WriteText(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (char c in value)
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        text.Append('"');
    }

    // Numbers are written as ECMAScript does. Binary fractions serve the hash alone: no figure is read through them.
    internal static string Number(double value)
    {
        if (!double.IsFinite(value))
            throw new InvalidOperationException("The number is beyond IEEE 754.");
        if (value == 0)
            return "0";
        (string digits, int point) = Digits(Math.Abs(value).ToString("R", CultureInfo.InvariantCulture));
        string sign = value < 0 ? "-" : "";
        int count = digits.Length;
        if (point is > 0 and <= 21)
            return sign + (count <= point ? digits.PadRight(point, '0') : $"{digits[..point]}.{digits[point..]}");
        if (point is > -6 and <= 0)
            return $"{sign}0.{new string('0', -point)}{digits}";
        string exponent = (point - 1).ToString("+0;-0", CultureInfo.InvariantCulture);
        return count == 1 ? $"{sign}{digits}e{exponent}" : $"{sign}{digits[..1]}.{digits[1..]}e{exponent}";
    }

    /// <summary>
    /// The significant digits of a number as .NET writes it, and where the point stands among them: 1.25E-7 is 125 and -6.
    /// </summary>
    private static (string Digits, int Point) Digits(string text)
    {
        int e = text.IndexOf('E');
        int exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text[..e];
        int dot = mantissa.IndexOf('.');
        int point = (dot < 0 ? mantissa.Length : dot) + exponent;
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        string significant = digits.TrimStart('0');
        return (significant.TrimEnd('0'), point - (digits.Length - significant.Length));
    }
}
