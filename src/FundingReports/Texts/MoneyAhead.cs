using System.Globalization;
using NodaTime;

namespace FundingReports.Texts;

/// <summary>What is missing, year by year: « 25 000,00 € en 2025 et 50 000,00 € par an ensuite ».</summary>
internal static class MoneyAhead
{
    private const int YearsSaid = 3;

    /// <summary>The years in which money is missing; empty where none is, or where one of them is unknown.</summary>
    /// <param name="gaps">What is missing in each budget year, in order.</param>
    /// <param name="steady">The first year from which nothing changes any more; null where something always may.</param>
    /// <param name="language">The language.</param>
    internal static string Of(IEnumerable<(int Year, Knowable<Euros> Gap)> gaps, int? steady, Language language)
    {
        var said = new List<string>();
        foreach (var (year, gap) in gaps)
        {
            if (!gap.TryGet(out Euros missing))
                return "";
            if (missing.Cents <= 0)
                continue;
            if (year >= steady)
            {
                said.Add(Phrase.In(language, $"{Words.Money(missing, language)} par an{(said.Count > 0 ? " ensuite" : $" à partir de {Of(year)}")}",
                    $"{Words.Money(missing, language)} a year {(said.Count > 0 ? "afterwards" : $"from {Of(year)} on")}"));
                break;
            }
            if (said.Count == YearsSaid)
                break;
            said.Add(Phrase.In(language, $"{Words.Money(missing, language)} en {Of(year)}", $"{Words.Money(missing, language)} in {Of(year)}"));
        }
        return Words.List(said, language);
    }

    /// <summary>The first whole year from which neither the coverage nor the cost of the post changes.</summary>
    internal static int? SteadyFrom(PostFunding post)
    {
        if (post.Agreed.Pieces is not [.., { Until: null } last])
            return null;
        LocalDate from = LocalDate.Max(last.From, post.Post.Costs.Select(cost => cost.From.First).DefaultIfEmpty(last.From).Max());
        return from.DayOfYear == 1 ? from.Year : from.Year + 1;
    }

    internal static IEnumerable<(int Year, Knowable<Euros> Gap)> Of(PostFunding post) => post.Years.Select(year => (year.Year, year.Agreed.GapAhead));

    private static string Of(int year) => year.ToString(CultureInfo.InvariantCulture);
}
