using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Sentences;
using FundingReports.Validation;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Exchange;

/// <summary>
/// The answers that can be chosen where a form is asked about a cell: its two readings, the words of its list, the name that was taken.
/// </summary>
/// <remarks>None is recommended, and the cell may always be written otherwise.</remarks>
public static partial class ProblemAnswers
{
    /// <summary>
    /// No list of a form has more words. A longer one is a list of names, to be looked through and not chosen from at a glance.
    /// </summary>
    private const int MostWords = 12;

    /// <summary>The answers to a problem of a form; none where it is to be corrected in words of one's own.</summary>
    /// <param name="problem">The problem, at its cell, as <see cref="IntakeReading.Problems"/> has it.</param>
    public static ImmutableArray<ProblemAnswer> Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Cell is not { Column: not null } cell)
            return [];
        var asked = new Asked(cell, problem.Found ?? "", problem.Arguments);
        return problem.Code switch
        {
            ProblemCode.AmbiguousCell => OfCell(asked),
            ProblemCode.NotOneOf => asked.Listed(problem.Arguments),
            ProblemCode.CellLeftUnknown when problem.Arguments is ["not-one-of", .. var words] => asked.Listed(words),
            ProblemCode.CellLeftUnknown when problem.Arguments is ["ambiguous-cell", .. var rest] =>
                OfCell(asked with { Arguments = rest }),
            ProblemCode.ActAsked when problem.Arguments is ["blank" or "renewed" or "paid", ..]
                and not [.., "no-column"] => asked.Listed(Choices.Status.Words),
            ProblemCode.NameTaken => asked.IsThat(),
            // Of a cell struck through in part, what is left of it is not told.
            ProblemCode.StruckThrough when IsOne(problem) && asked.Found.Length > 0 && problem.Arguments is not [_, "part"] =>
                Struck(asked),
            ProblemCode.FormQuestion when asked[0] is "same-year" => Replaces(asked),
            ProblemCode.FormQuestion when asked[0] is "not-listed" or "near-post" && asked[1].Length > 0 => asked.IsThat(),
            _ => [],
        };
    }

    /// <summary>Whether a problem is put right by writing something else into its cell.</summary>
    /// <param name="problem">The problem, as <see cref="IntakeReading.Problems"/> has it.</param>
    public static bool IsOfItsCell(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Cell is { Column: not null } && problem.Code switch
        {
            ProblemCode.ActAsked => problem.Arguments is not [.., "no-column"],
            // How the row is cut, or merged, is not written in a cell.
            ProblemCode.AmbiguousCell => problem.Arguments is not ["cells" or "cells-short" or "more-cells" or "quote" or "", ..],
            ProblemCode.MissingColumn or ProblemCode.MergedCells or ProblemCode.TotalRow or ProblemCode.SheetNotRead
                or ProblemCode.HiddenRows or ProblemCode.HiddenColumns or ProblemCode.CommentsNotRead
                or ProblemCode.HiddenSheet or ProblemCode.TextEncoding or ProblemCode.TextSeparator
                or ProblemCode.AsAbove or ProblemCode.CellCorrected or ProblemCode.CorrectionNotMade or ProblemCode.Repaired
                or ProblemCode.LikelyDouble or ProblemCode.SamePromise => false,
            ProblemCode.StruckThrough => IsOne(problem),
            // A ceiling has a cell of its own: written in that of the sum, it would be taken for the sum.
            ProblemCode.NoCeiling or ProblemCode.BalanceLeans or ProblemCode.BalanceRises => false,
            _ => true,
        };
    }

    // Of a row that is struck through from end to end, no cell can tell whether it counts.
    private static bool IsOne(Problem problem) => !problem.Arguments[0].Contains(',', StringComparison.Ordinal);

    private static ImmutableArray<ProblemAnswer> Struck(Asked asked) =>
    [
        asked.Answer(new($"« {asked.Found} » compte toujours", $"\"{asked.Found}\" still counts"), asked.Found),
        asked.Answer(new("Ne compte plus, à vider", "Counts no longer, to be emptied"), ""),
    ];

    private static ImmutableArray<ProblemAnswer> OfCell(Asked asked) => asked[0] switch
    {
        "two-sums" or "two-costs" or "cost-scale" => TwoSums(asked),
        "thousands" => Thousands(asked),
        "money-or-part" => [.. PartOf(asked[2]) is { } part ? (ProblemAnswer[])[asked.Part(part)] : [], .. Sums(asked, asked[1])],
        "amount" => Amount(asked),
        "whole-or-percent" => [asked.Part("100"), asked.Part("1")],
        "zero" =>
        [
            asked.Answer(new("Rien n’est payé", "Nothing is paid"), "rien"), asked.Answer(new("La somme n’est pas connue",
                "The sum is not known"), "inconnu"),
        ],
        "zero-cost" =>
        [
            asked.Answer(new("Le coût n’est pas connu", "The cost is not known"), "inconnu"),
            asked.Answer(new("Le poste ne coûte rien", "The post costs nothing"), "0 € par an"),
        ],
        "zero-cap" =>
        [
            asked.Answer(new("Aucun plafond", "No ceiling"), ""), asked.Answer(new("Rien n’est payé", "Nothing is paid"), "0 €"),
        ],
        "balance-sum" => [asked.Answer(new("Le solde", "The balance"), "le solde")],
        // 35 is a full week of hours as well as a percentage.
        "working-time" when Number(asked.Found) is { } time => asked.Found is { Length: 2 } hours && string.CompareOrdinal(hours, "39") <= 0
            ? [asked.Percent(time.ToString()), asked.Said($"{hours} h")] : [asked.Percent(time.ToString())],
        "date-sum" =>
        [
            asked.Answer(new($"{asked[2]} du coût", $"{asked[2]} of the cost"), $"{asked[2]} du coût"), .. Sums(asked, asked[1]),
        ],
        "years" => [.. Years().Matches(asked.Found).Select(year => year.Value).Distinct().Select(asked.Said)],
        "date" => Dates(asked),
        "amendment" => [.. Replaces(asked), .. Added(asked)],
        _ => [],
    };

    // In full, so that neither can be read as the other.
    private static ImmutableArray<ProblemAnswer> TwoSums(Asked asked) => asked[0] is "cost-scale"
        ? [.. Sums(asked, asked[2]), .. Sums(asked, asked[1])] : [.. Sums(asked, asked[1]), .. Sums(asked, asked[2])];

    private static ImmutableArray<ProblemAnswer> Sums(Asked asked, string number) =>
        ExactNumber.TryParse(number, out ExactNumber sum) && sum.AsMoney(out Euros money) is null
            ? [asked.Sum(
                money, asked[0] is "money-or-part" or "cost-scale" or "two-costs" || Rate().IsMatch(asked.Found) ? " par an" : "")]
            : [];

    private static ImmutableArray<ProblemAnswer> Thousands(Asked asked)
    {
        string digits = string.Concat(asked.Found.Where(c => char.IsAsciiDigit(c) || c is ',' or '.')).Replace(',', '.');
        return ExactNumber.TryParse(digits, out ExactNumber small)
            ? [.. Sums(asked, small.Times(1_000).ToString()), .. Sums(asked, small.ToString())] : [];
    }

    // 0,5: half of the cost, or fifty cents.
    private static ImmutableArray<ProblemAnswer> Amount(Asked asked) => Number(asked.Found) is { } number
        ? [asked.Part((number.CompareTo(ExactNumber.Of(1m)) < 0 ? number.Times(100) : number).ToString()),
            .. Sums(asked, number.ToString())]
        : [];

    // 50/100, or 0.5.
    private static string? PartOf(string part) => part.Split('/') is [var percent, "100"] ? percent
        : ExactNumber.TryParse(part, out ExactNumber share) ? share.Times(100).ToString() : null;

    private static ExactNumber? Number(string text) =>
        NumberText.Read(Plain.Words(text), out ExactNumber number) is not (NumberReading.Unreadable or NumberReading.Ambiguous)
            ? number : null;

    private static ImmutableArray<ProblemAnswer> Dates(Asked asked)
    {
        string words = Plain.Words(asked.Found);
        if (Hour().Match(words) is { Success: true } hour
            && DateText.Read(hour.Groups[1].Value, isEnd: false, out _) is { IsDay: true } day)
            return [asked.Day(day.First), asked.Day(day.First.PlusDays(1))];
        if (MonthOnly().Match(words) is { Success: true } month)
            return [asked.Said($"{month.Groups[1].Value} 20{month.Groups[2].Value}")];
        // 2023 in a cell of dates has become 15/07/1905.
        return DateText.Read(asked.Found, isEnd: false, out _) is { IsDay: true, First.Year: >= 1904 and <= 1913 } typed
            && Period.DaysBetween(new LocalDate(1899, 12, 30), typed.First) is var year and >= PartialDate.FirstYear and <= 2100
            ? [asked.Said(Plain.Number(year))] : [];
    }

    // « rien », because a blank cell might leave its row without any sum.
    private static ImmutableArray<ProblemAnswer> Replaces(Asked asked) => SheetCell.TryParse(asked[2], out SheetCell other)
        ? [new(new($"Elle remplace « {asked[3]} » ({asked[2]})", $"It replaces \"{asked[3]}\" ({asked[2]})"),
            new CellCorrection(other, "rien"))]
        : [];

    private static ImmutableArray<ProblemAnswer> Added(Asked asked)
    {
        if (!SheetCell.TryParse(asked[2], out SheetCell other)
            || AmountText.ReadMoney(GridCell.OfText(asked.Found), out Euros one, out _) is not null
            || AmountText.ReadMoney(GridCell.OfText(asked[3]), out Euros before, out _) is not null)
            return [];
        BilingualText sum = BilingualText.Of(language => Words.Money(one + before, language));
        return [new(new($"Elle s’y ajoute : {sum.French} en tout", $"It comes on top: {sum.English} in all"),
            new CellCorrection(asked.Cell, WrittenValues.Money(one + before)), new CellCorrection(other, "rien"))];
    }

    /// <summary>What is asked, at its cell.</summary>
    private sealed record Asked(SheetCell Cell, string Found, ImmutableArray<string> Arguments)
    {
        internal string this[int i] => i < Arguments.Length ? Arguments[i] : "";

        internal ProblemAnswer Answer(BilingualText words, string value) => new(words, new CellCorrection(Cell, value));

        internal ImmutableArray<ProblemAnswer> IsThat() =>
            [Answer(new($"Oui, c’est « {this[1]} »", $"Yes, it is \"{this[1]}\""), this[1])];

        internal ProblemAnswer Said(string value) => Answer(FormWords.Of(value), value);

        internal ProblemAnswer Day(LocalDate day) => Answer(
            BilingualText.Of(language => Words.Date(day, language)),
            Words.Date(day, Language.French));

        internal ProblemAnswer Part(string percent) => Answer(
            new($"{percent.Replace('.', ',')}{Words.ThinNoBreakSpace}% du coût", $"{percent}% of the cost"),
            $"{percent.Replace('.', ',')} %");

        internal ProblemAnswer Percent(string percent) => Answer(
            new($"{percent.Replace('.', ',')}{Words.ThinNoBreakSpace}%", $"{percent}%"), $"{percent.Replace('.', ',')} %");

        internal ProblemAnswer Sum(Euros money, string rate) => Answer(
            BilingualText.Of(language => Words.Money(money, language)), WrittenValues.Money(money) + rate);

        internal ImmutableArray<ProblemAnswer> Listed(ImmutableArray<string> words) =>
            words.Length > MostWords ? [] : [.. words.Select(Said)];
    }

    [GeneratedRegex("(?:19|20)[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex("an|mois|mensuel|trim|year", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rate();

    [GeneratedRegex("^(.*[0-9])(?:t| a | )[0-9]{1,2}[:h][0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Hour();

    [GeneratedRegex(@"^([a-z]{3,9}\.?)[ -]([0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthOnly();
}
