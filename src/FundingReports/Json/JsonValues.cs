using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Json;

/// <summary>Reads single JSON values; each that fails gives one problem and a placeholder.</summary>
internal readonly struct JsonValues(ProblemList problems)
{
    private const int LongestExcerpt = 60;

    /// <summary>Stands where a date could not be read; no check looks at it.</summary>
    internal static PartialDate NoDate { get; } = PartialDate.Of(new LocalDate(2000, 1, 1));

    internal string? Text(JsonElement value, string path)
    {
        if (value.ValueKind is not JsonValueKind.String)
            return Fail<string>(ProblemCode.WrongType, path, value, "text");
        return TextOf(value) ?? Fail<string>(ProblemCode.InvalidText, path, value, "U+D800");
    }

    internal PartialDate? Date(JsonElement value, string path)
    {
        if (value.ValueKind is not JsonValueKind.String)
            return FailValue<PartialDate>(ProblemCode.WrongType, path, value, "date");
        return PartialDate.TryParse(TextOf(value), out PartialDate date)
            ? date : FailValue<PartialDate>(ProblemCode.InvalidDate, path, value);
    }

    internal Euros? Money(JsonElement value, string path)
    {
        if (Digits(value) is not { } text)
            return FailValue<Euros>(ProblemCode.WrongType, path, value, "text-or-number");
        if (!ExactNumber.TryRead(text, value.ValueKind is JsonValueKind.Number, out ExactNumber number))
            return FailValue<Euros>(ProblemCode.InvalidMoney, path, value);
        return number.AsMoney(out Euros money) is { } code ? FailValue<Euros>(code, path, value) : money;
    }

    internal decimal? Number(JsonElement value, string path)
    {
        if (Digits(value) is not { } text)
            return FailValue<decimal>(ProblemCode.WrongType, path, value, "text-or-number");
        if (!ExactNumber.TryRead(text, value.ValueKind is JsonValueKind.Number, out ExactNumber number))
            return FailValue<decimal>(ProblemCode.InvalidNumber, path, value);
        return number.AsNumber(out decimal result) is { } code ? FailValue<decimal>(code, path, value) : result;
    }

    internal Share Share(JsonElement value, string path)
    {
        if (Digits(value) is not { } text)
            Fail<Share>(ProblemCode.WrongType, path, value, "text-or-number");
        else if (ShareText.Read(text, value.ValueKind is JsonValueKind.Number, out Share share) is { } code)
            Fail<Share>(code, path, value);
        else
            return share;
        return FundingReports.Share.Whole;
    }

    internal int? Year(JsonElement value, string path)
    {
        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt32(out int year))
            return FailValue<int>(ProblemCode.WrongType, path, value, "year");
        return year is >= PartialDate.FirstYear and <= PartialDate.LastYear
            ? year
            : FailValue<int>(ProblemCode.YearOutOfRange, path, value, Invariant(PartialDate.FirstYear), Invariant(PartialDate.LastYear));
    }

    internal bool? Boolean(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => FailValue<bool>(ProblemCode.WrongType, path, value, "boolean"),
    };

    internal T? Word<T>(JsonElement value, string path) where T : struct, Enum
    {
        if (value.ValueKind is not JsonValueKind.String)
            return FailValue<T>(ProblemCode.WrongType, path, value, "text");
        return TextOf(value) is { } text && EnumWords<T>.TryRead(text, out T word)
            ? word : FailValue<T>(ProblemCode.NotOneOf, path, value, EnumWords<T>.All);
    }

    internal ImmutableArray<T> List<T>(JsonElement value, string path, Func<JsonElement, string, T> item)
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            Fail<string>(ProblemCode.WrongType, path, value, "list");
            return [];
        }
        var items = ImmutableArray.CreateBuilder<T>(value.GetArrayLength());
        foreach (JsonElement element in value.EnumerateArray())
            items.Add(item(element, $"{path}[{Invariant(items.Count)}]"));
        return items.MoveToImmutable();
    }

    /// <summary>What nobody reads must still have one meaning, since the hash of the document covers it.</summary>
    internal void CheckUnread(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when JsonObject.Open(value, path, problems) is { } inner:
                foreach (string name in inner.Names)
                    if (inner.Take(name) is { } property)
                        CheckUnread(property, inner.PathOf(name));
                break;
            case JsonValueKind.Array:
                int i = 0;
                foreach (JsonElement element in value.EnumerateArray())
                    CheckUnread(element, $"{path}[{Invariant(i++)}]");
                break;
            case JsonValueKind.String when TextOf(value) is null:
                Fail<string>(ProblemCode.InvalidText, path, value, "U+D800");
                break;
            // Nothing reads the value, but it stands in the file and goes where the file goes.
            case JsonValueKind.String when PersonalData.Find(TextOf(value)!) is var (kind, masked):
                problems.Add(ProblemCode.PersonalData, path, masked, kind);
                break;
            case JsonValueKind.Number when !value.TryGetDouble(out double number) || !double.IsFinite(number):
                Fail<string>(ProblemCode.InvalidNumber, path, value);
                break;
        }
    }

    /// <summary>The name of a property; null where it holds half a character.</summary>
    internal static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The value as it was written, cut short where it is long.</summary>
    internal static string Excerpt(JsonElement value)
    {
        string text = value.ValueKind switch
        {
            JsonValueKind.Object => "{…}",
            JsonValueKind.Array => "[…]",
            JsonValueKind.String => TextOf(value) ?? value.GetRawText(),
            _ => value.GetRawText(),
        };
        return text.Length <= LongestExcerpt
            ? text : text[..(char.IsHighSurrogate(text[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt)] + "…";
    }

    /// <summary>Whether a value is that text; half a character is none.</summary>
    internal static bool IsText(JsonElement value, string text) => value.ValueKind is JsonValueKind.String && TextOf(value) == text;

    /// <summary>The text of a string; null where it holds half a character.</summary>
    internal static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Digits(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TextOf(value) ?? "",
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private T? Fail<T>(ProblemCode code, string path, JsonElement value, params ImmutableArray<string> arguments) where T : class
    {
        problems.Fail(code, path, Excerpt(value), arguments);
        return null;
    }

    private T? FailValue<T>(ProblemCode code, string path, JsonElement value, params ImmutableArray<string> arguments) where T : struct
    {
        problems.Fail(code, path, Excerpt(value), arguments);
        return null;
    }
}
