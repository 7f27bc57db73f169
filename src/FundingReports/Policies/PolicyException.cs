using System.Text.Json.Serialization;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Policies;

/// <summary>A rule has no value on a day. It names the parameter and the day; nothing is guessed in its place.</summary>
[JsonConverter(typeof(NoJson<PolicyException>))]
public sealed class PolicyException : Exception
{
    /// <summary>Makes the exception of a parameter that has no value on a day.</summary>
    public PolicyException(string parameter, LocalDate day, PolicyGap gap) => (Parameter, Day, Gap) = (parameter, day, gap);

    /// <summary>The sentence: in French where the culture of the user interface is, else in English.</summary>
    public override string Message => In(ReaderLanguage.Now);

    /// <summary>The name of the parameter.</summary>
    public string Parameter { get; }

    /// <summary>The day that was asked for.</summary>
    public LocalDate Day { get; }

    /// <summary>Why there is no value.</summary>
    public PolicyGap Gap { get; }

    /// <summary>The sentence in a language, whatever the culture.</summary>
    public string In(Language language) => PolicyTexts.NoValue(Parameter, Day, Gap).In(language);
}

/// <summary>Why a parameter has no value on a day.</summary>
[JsonConverter(typeof(WordJsonConverter<PolicyGap>))]
public enum PolicyGap
{
    /// <summary>No parameter has this name.</summary>
    UnknownName,

    /// <summary>The day is before the first known value.</summary>
    BeforeFirst,

    /// <summary>The value has come to an end.</summary>
    Ended,

    /// <summary>There is a value, in another unit than the analysis asks for.</summary>
    OfAnotherUnit,
}
