using System.Globalization;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Policies;

/// <summary>A value of a parameter from a day on, and the text that says so. It cannot be built without a source.</summary>
/// <remarks>It holds until the next value of its parameter. An end is a value that is null: from that day on there is none.</remarks>
[JsonConverter(typeof(NoJson<PolicyValue>))]
public sealed record PolicyValue
{
    /// <summary>The largest whole number accepted; more is a typing error.</summary>
    public const int LargestWhole = 9_999;

    private PolicyValue(PartialDate from, Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (from == default)
            throw new ArgumentException("A value needs the first day on which it holds. Say it: new(2022, 1, 1).", nameof(from));
        if (source.Kind is SourceKind.Assumption && (string.IsNullOrWhiteSpace(source.Author) || string.IsNullOrWhiteSpace(source.Reason)))
            throw new ArgumentException($"The source \"{source.Id}\" is an assumption, and needs an author and a reason. Give both.", nameof(source));
        (GivenFrom, Source) = (from, source);
    }

    /// <summary>The first day on which the value holds, included.</summary>
    public LocalDate From => GivenFrom.First;

    /// <summary>The first day as its source gives it: a day, a month or a year.</summary>
    public PartialDate GivenFrom { get; }

    /// <summary>
    /// The text that the value comes from; an assumption is one of kind <see cref="SourceKind.Assumption"/>, with its author and its
    /// reason.
    /// </summary>
    public Source Source { get; }

    /// <summary>The value, of a parameter in months, in years or a count; null otherwise.</summary>
    public int? Whole { get; private init; }

    /// <summary>The value, of a parameter that is a share; null otherwise.</summary>
    public Share? Share { get; private init; }

    /// <summary>The value, of a parameter in euros; null otherwise.</summary>
    public Euros? Money { get; private init; }

    /// <summary>Whether the entry is an end: from its first day on there is no value.</summary>
    public bool IsEnd => Whole is null && Share is null && Money is null;

    /// <summary>The day on which somebody last checked that the value still holds; null where nobody says so.</summary>
    public LocalDate? CheckedOn { get; init; }

    /// <summary>What readers must know to use the value, such as that its first day is not known; null where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Makes a whole value: months, years or a count.</summary>
    /// <exception cref="ArgumentNullException">There is no source.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or above <see cref="LargestWhole"/>.</exception>
    public static PolicyValue Of(PartialDate from, int value, Source source)
    {
        if (value is < 0 or > LargestWhole)
            throw new ArgumentOutOfRangeException(nameof(value), value, $"A whole value is from 0 to {LargestWhole}. Check it.");
        return new(from, source) { Whole = value };
    }

    /// <summary>Makes a value that is a share.</summary>
    /// <exception cref="ArgumentNullException">There is no source.</exception>
    public static PolicyValue Of(PartialDate from, Share value, Source source)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(from, source) { Share = value };
    }

    /// <summary>Makes a value that is a sum.</summary>
    /// <exception cref="ArgumentNullException">There is no source.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The sum is negative, or reaches <see cref="Euros.Limit"/>.</exception>
    public static PolicyValue Of(PartialDate from, Euros value, Source source)
    {
        if (value.Cents is < 0 or >= Euros.Limit)
            throw new ArgumentOutOfRangeException(
                nameof(value), value, $"A sum is zero or more, and below {Euros.FromCents(Euros.Limit)} euros. Check it.");
        return new(from, source) { Money = value };
    }

    /// <summary>Makes an end: from its first day on there is no value.</summary>
    /// <exception cref="ArgumentNullException">There is no source.</exception>
    public static PolicyValue End(PartialDate from, Source source) => new(from, source);

    /// <summary>The value as policy@1 writes it, whatever the culture: "24", "3/4", "7164.00"; "" for an end.</summary>
    public override string ToString() =>
        Whole?.ToString(CultureInfo.InvariantCulture) ?? Share?.ToString() ?? Money?.ToString() ?? "";

    internal bool Fits(PolicyUnit unit) => IsEnd || unit switch
    {
        PolicyUnit.Share => Share is not null,
        PolicyUnit.Money => Money is not null,
        PolicyUnit.Months or PolicyUnit.Years or PolicyUnit.Count => Whole is not null,
    };
}
