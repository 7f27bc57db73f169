using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using NodaTime;

namespace FundingReports.Tests.Sentences;

/// <summary>What a sentence says to be missing, read back year by year, is what is missing.</summary>
public partial class MoneyAheadTests
{
    private const int First = 2024;

    // Of few sums, so that years are often alike.
    private static readonly Gen<long?[]> gaps = Gen.Int[0, 5]
        .Select(die => die switch { 0 => (long?)null, < 3 => 0, _ => die * 10_000_00L }).Array[1, 8];

    /// <summary>What is known is said, and what is not is named: a year, years, or all that follow.</summary>
    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void AnyGaps_AreSaidOfTheirYears(Language language) => Gen.Select(gaps, Gen.Bool).Sample((drawn, isSteady) =>
    {
        // From the last year on, nothing changes any more.
        int? steady = isSteady && !drawn.Contains(null) ? First + drawn.Length - 1 : null;
        var (money, after) = MoneyAhead.Of(drawn.Select((gap, i) => (First + i, gap is { } cents
            ? Knowable<Euros>.Known(Euros.FromCents(cents)) : Knowable<Euros>.Unknown(Missing.Amount))), steady, _ => "", language);
        if (money.Contains("autres sommes", StringComparison.Ordinal) || money.Contains("other sums", StringComparison.Ordinal))
            return;
        int end = First + drawn.Length + 2;
        Dictionary<int, long> read = Read(money, end);
        HashSet<int> unknown = ReadUnknown(Plain(after), read.Keys.DefaultIfEmpty().Max() + 1, end);
        for (int year = First; year < end; year++)
        {
            long? missing = year < First + drawn.Length ? drawn[year - First] : steady is null ? 0 : drawn[^1];
            Assert.True(read.GetValueOrDefault(year) == (missing ?? 0), $"{year}: {missing} is missing; « {money}{after} »");
            // Where no sum is said, nothing is: the horizon says what is missing to know one.
            if (year < First + drawn.Length)
                Assert.True(unknown.Contains(year) == (missing is null && money.Length > 0), $"{year}: « {money}{after} »");
        }
    }, iter: 2_000);

    /// <summary>Nobody knows what is missing in 2026; what is missing in 2027 is known, and said.</summary>
    [Fact]
    public void GapOfAYear_BesideAnotherThatIsUnknown_IsSaid()
    {
        var analysis = new PortfolioBuilder("Un poste").Post("Poste 1", costs: 50_000, from: new(2024, 1, 1), id: "P1")
            .Signed(Funder.State("État"), Pays.Percent(60), new(2024, 1, 1), new PartialDate(2027, 12, 31))
            .Signed(Funder.Commune("Commune de Dax"), Pays.NotPublished, new(2026, 1, 1), new PartialDate(2026, 12, 31))
            .Build().Analyze(new LocalDate(2025, 2, 8));
        Assert.Contains(
            "Il manquera 20 000 € en 2025, 20 000 € en 2027 et 50 000 € par an ensuite ; ce qui manque en 2026 n’est pas connu.",
            Plain(analysis.Summary(analysis.Posts[0], Language.French)), StringComparison.Ordinal);
        Assert.Contains("The shortfall will be €20,000 in 2025, €20,000 in 2027 and €50,000 a year afterwards; that of 2026 is not known.",
            analysis.Summary(analysis.Posts[0], Language.English), StringComparison.Ordinal);
        Assert.Contains("ce qui manque en 2026 n’est pas connu", Plain(analysis.Summary(Language.French)), StringComparison.Ordinal);
    }

    [Fact]
    public void ConventionThatBeginsLater_NothingIsMissingOfItsYears()
    {
        var analysis = new PortfolioBuilder("Un poste").Post("Poste 1", costs: 50_000, from: new(2024, 1, 1), id: "P1")
            .Signed(Funder.State("État"), Pays.Percent(100), new(2025, 1, 1), new PartialDate(2026, 12, 31))
            .Build().Analyze(new LocalDate(2024, 2, 8));
        Assert.Contains("Il manque 50 000 € en 2024 et 50 000 € par an à partir de 2027", Plain(analysis.Summary(Language.French)),
            StringComparison.Ordinal);
        Assert.Contains("€50,000 in 2024 and €50,000 a year from 2027 on", Plain(analysis.Summary(Language.English)),
            StringComparison.Ordinal);
    }

    private static Dictionary<int, long> Read(string said, int end)
    {
        var read = new Dictionary<int, long>();
        int next = First;
        foreach (Match match in Clause().Matches(Plain(said)))
        {
            long cents = long.Parse(match.Groups["sum"].Value.Replace(" ", "", StringComparison.Ordinal)
                .Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 100;
            int Year(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
            bool isForEver = match.Groups["after"].Success || match.Groups["on"].Success;
            int from = match.Groups["after"].Success ? next : match.Groups["on"].Success ? Year("on") : Year("from");
            int last = isForEver ? end : match.Groups["to"].Success ? Year("to") : from;
            for (int year = from; year <= last; year++)
                read.Add(year, cents);
            next = last + 1;
        }
        return read;
    }

    private static HashSet<int> ReadUnknown(string said, int next, int end)
    {
        var read = new HashSet<int>();
        if (said.Length == 0)
            return read;
        if (After().IsMatch(said))
            return [.. Enumerable.Range(next, end - next)];
        foreach (Match match in Span().Matches(said))
        {
            int from = int.Parse(match.Groups["from"].Value, CultureInfo.InvariantCulture),
                to = match.Groups["on"].Success ? end - 1
                    : match.Groups["to"].Success ? int.Parse(match.Groups["to"].Value, CultureInfo.InvariantCulture) : from;
            read.UnionWith(Enumerable.Range(from, to - from + 1));
        }
        Assert.NotEmpty(read);
        return read;
    }

    [GeneratedRegex("^ ; ensuite, ce qui manque n’est pas connu|^; that of later years is not known")]
    private static partial Regex After();

    [GeneratedRegex("(?:(?<on>à partir de )|de |from )?(?<from>[0-9]{4})(?<on> on)?(?: (?:à|to) (?<to>[0-9]{4}))?")]
    private static partial Regex Span();

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    [GeneratedRegex("€?(?<sum>[0-9][0-9 ,]*[0-9])(?: €)?(?: par an| a year)? (?:(?<after>ensuite|afterwards)|à partir de (?<on>[0-9]{4})"
        + "|from (?<on>[0-9]{4}) on|(?:en|in|de|from) (?<from>[0-9]{4})(?: (?:et|and|à|to) (?<to>[0-9]{4})(?! €))?)")]
    private static partial Regex Clause();
}
