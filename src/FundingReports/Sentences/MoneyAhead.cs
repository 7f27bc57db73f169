using FundingReports.Wording;
using System.Globalization;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>What is missing, year by year: « 25 000 € en 2025 et 50 000 € par an ensuite ».</summary>
internal static class MoneyAhead
{
    private const int SumsSaid = 5;

    /// <summary>
    /// The years in which money is known to be missing, and what is said after all of them: the years of which it is not known. Both empty
    /// where none is known to be missing.
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
        var unknown = new List<(int From, int To)>();
        int lastYear = 0;
        foreach (var (year, gap) in gaps)
        {
            lastYear = year;
            if (!gap.TryGet(out Euros missing))
            {
                if (unknown is [.., var before] && before.To == year - 1)
                    unknown[^1] = (before.From, year);
                else
                    unknown.Add((year, year));
                continue;
            }
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
        return (Words.List(said, language), said.Count == 0 ? "" : NotKnown(unknown, runs[^1].To, lastYear, language));
    }

    /// <summary>« ; ce qui manque en 2026 n'est pas connu », « ; ensuite, ce qui manque n'est pas connu ».</summary>
    private static string NotKnown(List<(int From, int To)> unknown, int lastSum, int lastYear, Language language)
    {
        if (unknown.Count == 0)
            return "";
        // « Ensuite » is all that follows the last sum: no year whose gap is known may stand between.
        if (unknown is [var (from, to)] && from == lastSum + 1 && to == lastYear)
            return Phrase.In(language, $" ; ensuite, ce qui manque n'est pas connu", "; that of later years is not known");
        string years = Words.List([.. unknown.Select(run => run.From == run.To
            ? Phrase.In(language, $"en {Of(run.From)}", $"{Of(run.From)}")
            : run.To == lastYear ? Phrase.In(language, $"à partir de {Of(run.From)}", $"from {Of(run.From)} on")
            : Phrase.In(language, $"de {Of(run.From)} à {Of(run.To)}", $"{Of(run.From)} to {Of(run.To)}"))], language);
        return Phrase.In(language, $" ; ce qui manque {years} n'est pas connu", $"; that of {years} is not known");
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
