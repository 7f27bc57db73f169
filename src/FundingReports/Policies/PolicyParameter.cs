using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NodaTime;

namespace FundingReports.Policies;

/// <summary>A rule's figure, by name, and its values over time. Immutable.</summary>
[JsonConverter(typeof(NoJson<PolicyParameter>))]
public sealed partial class PolicyParameter
{
    /// <summary>Makes a parameter.</summary>
    /// <param name="name">Lower-case words joined by hyphens, in parts joined by points: "risk.critical-months".</param>
    /// <param name="unit">The unit of its values.</param>
    /// <param name="french">What it is, in French.</param>
    /// <param name="english">What it is, in English.</param>
    /// <param name="values">At least one value, each from a later day than the one before.</param>
    /// <exception cref="ArgumentException">
    /// The name is malformed, a text is blank, or the values are none, out of order or of another unit.
    /// </exception>
    public PolicyParameter(string name, PolicyUnit unit, string french, string english, params ImmutableArray<PolicyValue> values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(french);
        ArgumentException.ThrowIfNullOrWhiteSpace(english);
        if (!IsName(name))
            throw new ArgumentException($"\"{name}\" is no name of a parameter.", nameof(name));
        if (values.IsDefaultOrEmpty)
            throw new ArgumentException($"\"{name}\" has no value.", nameof(values));
        for (int i = 0; i < values.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(values[i], nameof(values));
            if (!values[i].Fits(unit))
                throw OfAnotherUnit(name, unit, values[i], nameof(values));
            if (i > 0 && values[i].From <= values[i - 1].From)
                throw new ArgumentException($"The values of \"{name}\" are not in the order of their first days.", nameof(values));
        }
        (Name, Unit, French, English, Values) = (name, unit, french, english, values);
    }

    /// <summary>Its name: "risk.critical-months".</summary>
    public string Name { get; }

    /// <summary>What its values are.</summary>
    public PolicyUnit Unit { get; }

    /// <summary>Its values, in the order of their first days.</summary>
    public ImmutableArray<PolicyValue> Values { get; }

    internal string French { get; }

    internal string English { get; }

    /// <summary>What it is, in words.</summary>
    public string Description(Language language) => language is Language.French ? French : English;

    /// <summary>The value on a day.</summary>
    /// <exception cref="PolicyException">There is none: the day is before the first value, or after an end.</exception>
    public PolicyValue On(LocalDate day) => Find(day) switch
    {
        null => throw new PolicyException(Name, day, PolicyGap.BeforeFirst),
        { IsEnd: true } => throw new PolicyException(Name, day, PolicyGap.Ended),
        var value => value,
    };

    /// <summary>The entry that holds on a day, even an end; null before the first entry.</summary>
    internal PolicyValue? Find(LocalDate day)
    {
        PolicyValue? found = null;
        foreach (var value in Values)
            if (value.From <= day)
                found = value;
        return found;
    }

    /// <summary>Makes the parameter with one more value, which replaces the one of the same first day.</summary>
    /// <exception cref="ArgumentException">The value is of another unit.</exception>
    public PolicyParameter With(PolicyValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.Fits(Unit))
            throw OfAnotherUnit(Name, Unit, value, nameof(value));
        return new(
            Name, Unit, French, English, [.. Values.Where(other => other.From != value.From).Append(value).OrderBy(other => other.From)]);
    }

    private static ArgumentException OfAnotherUnit(string name, PolicyUnit unit, PolicyValue value, string argument) =>
        new($"The unit of \"{name}\" is {unit}, and \"{value}\" is no value in it.", argument);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal static bool IsName(string? name) => name is not null && NamePattern().IsMatch(name);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
