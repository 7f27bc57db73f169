using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Exchange.Forms;

/// <summary>Values as a form shows them, and as it reads them back.</summary>
internal static class WrittenValues
{
    internal static string Money(Euros money) => Words.Money(money, Language.French);

    /// <summary>A day in figures; a month in words of the language.</summary>
    internal static string Day(PartialDate date, Language language) => Cells.DateText.Written(date, language);

    internal static string Number(decimal number) => ExactNumber.Write(number).Replace('.', ',');

    /// <summary>« 50 % » where that says it exactly, else 1/3.</summary>
    internal static string Part(Share share) =>
        10_000 % share.Denominator == 0 ? Words.Percent(share, Language.French) : $"{share.Numerator}/{share.Denominator}";

    internal static object? List(IReadOnlyCollection<string> items) => items.Count == 0 ? null : Cells.ListText.Write(items);

    internal static object? Pairs(IReadOnlyDictionary<string, string> pairs) => pairs.Count == 0 ? null : Cells.ListText.WritePairs(pairs);

    internal static object? Date(PartialDate? date) => date is { } given ? given : null;

    /// <summary>A ceiling; one that would be asked about (<see cref="Cells.AmountText.OfBareCeiling"/>) in words.</summary>
    internal static object? Ceiling(Euros? cap) => cap is not { } given ? null
        : Cells.AmountText.OfBareCeiling(given) is null ? given : Money(given);

    internal static object? Sum(Euros? money) => money is { } given ? given : null;
}
