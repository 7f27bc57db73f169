using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Portfolios;

namespace FundingReports.Validation;

// The checks of single values.
internal sealed partial class PortfolioValidator
{
    private const decimal NumberLimit = 1_000_000;

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void CheckRequiredText(string? text, string path, string property)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (problems.Readable(path + property))
                problems.Add(ProblemCode.Empty, path + property, text);
        }
        else
        {
            CheckText(text, path, property);
        }
    }

    private void CheckText(string? text, string path, string property)
    {
        if (string.IsNullOrEmpty(text))
            return;
        if (text.Length > TextRules.Longest)
            problems.Add(ProblemCode.TextTooLong, path + property, text[..40] + "…", Invariant(text.Length), Invariant(TextRules.Longest));
        if (TextRules.Forbidden(text) is { } character)
            problems.Add(ProblemCode.InvalidText, path + property, text, character);
        if (PersonalData.Find(text) is var (kind, masked))
            problems.Add(ProblemCode.PersonalData, path + property, masked, kind);
    }

    private void CheckTexts(ImmutableArray<string> texts, string path, string property)
    {
        for (int i = 0; i < texts.Length; i++)
            CheckRequiredText(texts[i], path, $"{property}[{i}]");
    }

    private void CheckTexts(ImmutableSortedDictionary<string, string> texts, string path, string property)
    {
        foreach ((string name, string text) in texts)
        {
            string entry = JsonPath.Property(property, name);
            CheckText(name, path, entry);
            CheckText(text, path, entry);
        }
    }

    private void CheckDate(PartialDate? date, string path, string property)
    {
        // Only the default of the type, which no factory makes, is out of range.
        if (date is { First.Year: < PartialDate.FirstYear } && problems.Readable(path + property))
            problems.Fail(ProblemCode.InvalidDate, path + property);
    }

    private void CheckOrder(PartialDate from, string fromProperty, PartialDate until, string untilProperty, string path)
    {
        if (until.Last < from.First && problems.Readable(path + fromProperty) && problems.Readable(path + untilProperty))
            problems.Add(ProblemCode.UntilBeforeFrom, path + untilProperty, until.ToString(), until.ToString(), from.ToString());
    }

    private void CheckMoney(Euros? money, string path, string property)
    {
        if (money is not { } sum || sum.Cents is >= 0 and < Euros.Limit || !problems.Readable(path + property))
            return;
        problems.Add(sum.Cents < 0 ? ProblemCode.NegativeMoney : ProblemCode.MoneyTooLarge, path + property, sum.ToString());
    }

    private void CheckNumber(decimal? number, string path, string property)
    {
        if (number is not { } value || !problems.Readable(path + property))
            return;
        if (value is <= 0 or >= NumberLimit)
            problems.Add(ProblemCode.NumberOutOfRange, path + property, ExactNumber.Write(value));
        else if (decimal.Truncate(value * NumberLimit) != value * NumberLimit)
            problems.Add(ProblemCode.NumberDecimals, path + property, ExactNumber.Write(value));
    }

    private void CheckWord<T>(T word, string path, string property) where T : struct, Enum
    {
        if (!Enum.IsDefined(word) && problems.Readable(path + property))
            problems.Add(ProblemCode.NotOneOf, path + property, word.ToString(), EnumWords<T>.All);
    }

    private void CheckSiret(string? siret, string path)
    {
        string at = path + $".{Property.Siret}";
        if (siret is null || !problems.Readable(at))
            return;
        if (!Identifiers.IsSiret(siret))
            problems.Add(ProblemCode.InvalidSiret, at, siret);
        else if (IsOfZeros(siret))
            problems.Add(ProblemCode.SiretOfZeros, at, siret);
        else if (!Identifiers.HasSiretChecksum(siret))
            problems.Add(ProblemCode.SiretChecksum, at, siret);
    }

    private bool CheckReference(string? id, Dictionary<string, int> known, string what, string path, string property)
    {
        if (id is not null && known.ContainsKey(id))
            return true;
        string section = what + "s", at = path + property;
        if (!problems.Readable(at))
            return false;
        if (string.IsNullOrWhiteSpace(id))
            problems.Add(ProblemCode.Empty, at, id);
        // Where an id of the list could not be read, the reference may mean that one.
        else if (problems.Readable(section) && !UnreadableId(section))
            problems.Add(ProblemCode.UnknownId, at, id, what);
        return false;
    }

    private readonly Dictionary<string, bool> unreadableIds = [];

    private bool UnreadableId(string section)
    {
        if (unreadableIds.TryGetValue(section, out bool unreadable))
            return unreadable;
        int count = section switch
        {
            Property.Sources => facts.Sources.Length,
            Property.Funders => facts.Funders.Length,
            Property.Posts => facts.Posts.Length,
            _ => facts.Commitments.Length,
        };
        return unreadableIds[section] = Enumerable.Range(0, count).Any(i => !problems.Readable($"{section}[{i}].{Property.Id}"));
    }
}
