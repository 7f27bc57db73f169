using FundingReports.Wording;
using System.Globalization;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>What is missing, year by year: « 25 000 € en 2025 et 50 000 € par an ensuite ».</summary>
internal static class MoneyAhead
{
    private const int SumsSaid = 5;

    /// <summary>
    /// The years in which money is missing, until the first that is unknown, and what is said after all of them; both empty where none is
    /// known to be missing.
    /// </summary>
    /// <param name="gaps">What is missing in each budget year, in order.</param>
    /// <param name="steady">The first year from which nothing changes any more; null where something always may.</param>
    /// <param name="beside">
    /// What is said beside a year's sum, between commas; empty where nothing is: « dont 9 000 € déjà sollicités ».
    /// </param>
    /// <param name="language">The language.</param>
    internal static (string Money, string After) Of(
        IEnumerable<(int Year, Knowable<Euros> Gap)> gaps, int? steady, Func<int, string> beside, Language language)
    {
        var runs = new List<(int From, int To, Euros Sum, string Beside)>();
        bool isUnknownAfter = false;
        foreach (var (year, gap) in gaps)
        {
            isUnknownAfter = !gap.TryGet(out Euros missing);
            if (isUnknownAfter)
                break;
            string more = missing.Cents > 0 ? beside(year) : "";
            if (runs is [.., var last] && last.To == year - 1 && last.Sum == missing && last.Beside == more
                && (more.Length == 0 || more == AskedMoney.Whole(language)))
                runs[^1] = last with { To = year };
            else if (missing.Cents > 0)
                runs.Add((year, year, missing, more));
        }
        int sums = runs.Count > SumsSaid ? SumsSaid + 1 : runs.Count;
        List<string> said = [.. runs.Take(SumsSaid).Select((run, index) =>
            // Only a run that nothing follows goes on for ever. « Ensuite » is the year after: what is paid in between is not missing.
            Said(run.From, run.To, Words.Money(run.Sum, language), run.To >= steady && index == runs.Count - 1,
                index > 0 && runs[index - 1].To == run.From - 1, language)
            + (run.Beside.Length == 0 ? "" : $", {run.Beside}{(index + 2 == sums ? "," : "")}"))];
        if (runs.Count > SumsSaid)
            said.Add(Phrase.In(language, $"d'autres sommes ensuite", "other sums afterwards"));
        return (Words.List(said, language), isUnknownAfter && said.Count > 0
            ? Phrase.In(language, $" ; ensuite, ce qui manque est inconnu", "; what is missing after that is unknown") : "");
    }

    /// <summary>The first whole year from which neither the coverage nor the cost of the post changes.</summary>
    internal static int? SteadyFrom(PostFunding post)
    {
        if (post.Agreed.Pieces is not [.., { Until: null } last])
            return null;
        LocalDate from = LocalDate.Max(last.From, post.Post.Costs.Select(cost => cost.From.First)
            .Concat(post.Post.CostChanges.Select(change => change.From.First)).DefaultIfEmpty(last.From).Max());
        return from.DayOfYear == 1 ? from.Year : from.Year + 1;
    }

    internal static IEnumerable<(int Year, Knowable<Euros> Gap)> Of(PostFunding post) =>
        post.YearsAhead.Select(year => (year.Year, year.Agreed.Gap));

    private static string Said(int from, int to, string money, bool forEver, bool adjoins, Language language)
    {
        if (forEver)
            return adjoins
                ? Phrase.In(language, $"{money} par an ensuite", $"{money} a year afterwards")
                : Phrase.In(language, $"{money} par an à partir de {Of(from)}", $"{money} a year from {Of(from)} on");
        if (from == to)
            return Phrase.In(language, $"{money} en {Of(from)}", $"{money} in {Of(from)}");
        return to == from + 1
            ? Phrase.In(language, $"{money} par an en {Of(from)} et {Of(to)}", $"{money} a year in {Of(from)} and {Of(to)}")
            : Phrase.In(language, $"{money} par an de {Of(from)} à {Of(to)}", $"{money} a year from {Of(from)} to {Of(to)}");
    }

    private static string Of(int year) => year.ToString(CultureInfo.InvariantCulture);
}
