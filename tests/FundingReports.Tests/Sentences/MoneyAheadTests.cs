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

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void AnyGaps_AreSaidOfTheirYears(Language language) => Gen.Select(gaps, Gen.Bool).Sample((drawn, isSteady) =>
    {
        long?[] known = [.. drawn.TakeWhile(gap => gap is not null)];
        // From the last year on, nothing changes any more.
        int? steady = isSteady && known.Length == drawn.Length ? First + drawn.Length - 1 : null;
        string said = MoneyAhead.Of(drawn.Select((gap, i) => (First + i, gap is { } cents
            ? Knowable<Euros>.Known(Euros.FromCents(cents)) : Knowable<Euros>.Unknown(Missing.Amount))), steady, _ => "", language).Money;
        if (said.Contains("autres sommes", StringComparison.Ordinal) || said.Contains("other sums", StringComparison.Ordinal))
            return;
        Dictionary<int, long> read = Read(said, First + drawn.Length + 2);
        for (int year = First; year < First + drawn.Length + 2; year++)
        {
            long missing = year - First < known.Length ? known[year - First]!.Value : steady is null ? 0 : known[^1]!.Value;
            Assert.True(read.GetValueOrDefault(year) == missing, $"{year}: {missing} is missing; « {said} »");
        }
    }, iter: 2_000);

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

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    [GeneratedRegex("€?(?<sum>[0-9][0-9 ,]*[0-9])(?: €)?(?: par an| a year)? (?:(?<after>ensuite|afterwards)|à partir de (?<on>[0-9]{4})"
        + "|from (?<on>[0-9]{4}) on|(?:en|in|de|from) (?<from>[0-9]{4})(?: (?:et|and|à|to) (?<to>[0-9]{4})(?! €))?)")]
    private static partial Regex Clause();
}
