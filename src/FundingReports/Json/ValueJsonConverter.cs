using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Json;

/// <summary>
/// The values of the vocabulary as JSON, as the formats write them: exact texts such as "26000.00", "1/2", "0.563889", "2023-07".
/// </summary>
/// <remarks>The types name it themselves: there is nothing to register.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueJsonConverter : JsonConverterFactory
{
    // More than any figure that means something; longer ones cost time and nothing else.
    private const int LongestText = 10_000;

    private static readonly JsonConverter<Euros> euros =
        new TextForm<Euros>(value => value.ToString(), ReadEuros, $"un montant : des chiffres, un point et deux décimales, « 26000.00 »",
            $"an amount: digits, a point and two decimals, \"26000.00\"");

    private static readonly JsonConverter<CoverageRate> rate =
        new TextForm<CoverageRate>(
            value => value.ToString(), ReadRate, $"un taux : des chiffres, un point et six décimales au plus, « 0.563889 »",
            $"a coverage: digits, a point and at most six decimals, \"0.563889\"");

    private static readonly Dictionary<Type, JsonConverter> forms = new()
    {
        [typeof(Euros)] = euros,
        [typeof(CoverageRate)] = rate,
        [typeof(Share)] = new TextForm<Share>(
            value => value.ToString(), ReadShare, $"une part supérieure à 0 et d'au plus 1 : « 1/2 », « 0.3 »",
            $"a share above 0 and at most 1: \"1/2\", \"0.3\""),
        [typeof(Ratio)] = new TextForm<Ratio>(WriteRatio, ReadRatio, $"une fraction : « 7/12 »",
            $"a fraction: \"7/12\""),
        [typeof(Factor)] = new TextForm<Factor>(value => value.ToString(), ReadFactor, $"un facteur de zéro ou plus : « 7/10 », « 0.7 »",
            $"a factor of zero or more: \"7/10\", \"0.7\""),
        [typeof(PartialDate)] =
            new TextForm<PartialDate>(value => value.ToString(), ReadDate, $"une date : « 2023-07-23 », « 2023-07 » ou « 2023 »",
            $"a date: \"2023-07-23\", \"2023-07\" or \"2023\""),
        [typeof(Term)] = new TextForm<Term>(value => value.IsUnknown
            ? null : value.ToString(), ReadTerm, $"un terme : une date, « open », ou null s'il n'est pas connu",
            $"a term: a date, \"open\", or null where it is not known", nullIsDefault: true),
        [typeof(SheetCell)] = new TextForm<SheetCell>(value => value.ToString(), ReadCell, $"une cellule : « Plan!F12 »",
            $"a cell: \"Plan!F12\""),
        [typeof(Knowable<Euros>)] = new KnowableJsonConverter<Euros>(euros),
        [typeof(Knowable<CoverageRate>)] = new KnowableJsonConverter<CoverageRate>(rate),
    };

    /// <summary>Whether the type is a value of the vocabulary.</summary>
    public override bool CanConvert(Type typeToConvert) => forms.ContainsKey(typeToConvert) || IsKnowable(typeToConvert);

    /// <summary>The converter of a value.</summary>
    /// <exception cref="NotSupportedException">
    /// A <see cref="Knowable{T}"/> of a type of your own, where no code is made at run time: add its
    /// <see cref="KnowableJsonConverter{T}"/> to the options.
    /// </exception>
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "The converter asks nothing of the members of its argument.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The converter's constructor is named beside it.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        if (forms.TryGetValue(typeToConvert, out JsonConverter? form))
            return form;
        ArgumentNullException.ThrowIfNull(typeToConvert);
        Type argument = typeToConvert.GetGenericArguments()[0];
        return RuntimeFeature.IsDynamicCodeSupported
            ? (JsonConverter)Activator.CreateInstance(typeof(KnowableJsonConverter<>).MakeGenericType(argument))!
            : throw new NotSupportedException(
                $"Add new KnowableJsonConverter<{argument.Name}>() to the converters of the options: no code is made at run time here.");
    }

    private static bool IsKnowable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Knowable<>);

    private static bool ReadEuros(string text, bool number, out Euros value)
    {
        bool read = TryScaled(text, 2, out long cents);
        value = Euros.FromCents(cents);
        return read;
    }

    private static bool ReadRate(string text, bool number, out CoverageRate value)
    {
        bool read = TryScaled(text, 6, out long millionths);
        value = new(millionths);
        return read;
    }

    private static bool ReadShare(string text, bool number, out Share value) => ShareText.Read(text, number, out value) is null;

    private static bool ReadFactor(string text, bool number, out Factor value)
    {
        value = default;
        return FractionText.TryRead(text, number, out ExactNumber dividend, out ExactNumber divisor)
            && ExactNumber.TryFactor(dividend, divisor, 0, out value);
    }

    private static bool ReadCell(string text, bool number, out SheetCell value) => SheetCell.TryParse(text, out value) && !number;

    private static bool ReadDate(string text, bool number, out PartialDate value) => PartialDate.TryParse(text, out value) && !number;

    private static bool ReadTerm(string text, bool number, out Term value)
    {
        value = Term.Open;
        if (text == "open")
            return true;
        bool read = ReadDate(text, number, out PartialDate until);
        value = Term.On(until);
        return read;
    }

    private static string WriteRatio(Ratio value) => value.Denominator.Sign > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{value.Numerator}/{value.Denominator}")
        : throw new NotSupportedException("A Ratio whose denominator is not above zero is no fraction, and has no JSON form.");

    private static bool ReadRatio(string text, bool number, out Ratio value)
    {
        value = default;
        string[] terms = text.Split('/');
        if (text.Length > LongestText || terms.Length > 2 || text.StartsWith('+')
            || !BigInteger.TryParse(terms[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger numerator))
            return false;
        BigInteger denominator = BigInteger.One;
        if (terms.Length == 2
            && (!BigInteger.TryParse(terms[1], NumberStyles.None, CultureInfo.InvariantCulture, out denominator) || denominator.IsZero))
            return false;
        value = new(numerator, denominator);
        return true;
    }

    /// <summary>A number with so many decimals at most, times ten as often: exactly, or not at all.</summary>
    private static bool TryScaled(string text, int decimals, out long scaled)
    {
        scaled = 0;
        int point = text.IndexOf('.');
        string whole = point < 0 ? text : text[..point], fraction = point < 0 ? "" : text[(point + 1)..].TrimEnd('0');
        if (text.Length > 100 || point == text.Length - 1 || whole.TrimStart('-').Length == 0 || fraction.Length > decimals)
            return false;
        return long.TryParse(
            whole + fraction.PadRight(decimals, '0'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out scaled)
            && fraction.All(char.IsAsciiDigit) && !whole.Contains('+', StringComparison.Ordinal);
    }

    private delegate bool Reading<T>(string text, bool number, out T value);

    /// <summary>A value that is one text; on the way in a JSON number too, by the digits that it has there.</summary>
    private sealed class TextForm<T>(
        Func<T, string?> write, Reading<T> read, FormattableString french, FormattableString english, bool nullIsDefault = false)
        : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.Null && nullIsDefault)
                return default!;
            string? text = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number =>
                    Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
                _ => null,
            };
            return text is not null && read(text, reader.TokenType is JsonTokenType.Number, out T value)
                ? value
                : throw Refused(reader.TokenType is JsonTokenType.Number ? Stood.Number(text!) : Stood.Text(text));
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(write(Told(value)));

        // As the key of a dictionary: the same text.
        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString()! is var text && read(text, false, out T value) ? value : throw Refused(Stood.Text(text));

        public override void WriteAsPropertyName(
            Utf8JsonWriter writer, [DisallowNull] T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(write(Told(value))
                ?? throw new NotSupportedException($"A {typeof(T).Name} that is not known has no text that could be a key."));

        // default(T) of a type that has no such value: its text could not be read again.
        private readonly bool isDefaultNone =
            !nullIsDefault && typeof(T).IsValueType && !(write(default!) is { } text && read(text, false, out _));

        private T Told(T value) => !isDefaultNone || !EqualityComparer<T>.Default.Equals(value, default) ? value
            : throw new FundingJsonException(
                $"Une valeur {typeof(T).Name} n'a jamais été donnée. Donnez-la, ou écrivez null.",
                $"A {typeof(T).Name} was never given its value. Give it, or write null.");

        private FundingJsonException Refused(Stood found) => new(
            $"{found.French} n'est pas de la forme {typeof(T).Name}. Écrivez {french}.",
            $"{found.English} is no {typeof(T).Name}. Write {english}.");
    }
}
