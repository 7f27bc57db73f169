using System.Globalization;
using FundingReports.Portfolios;
using FundingReports.Tests.Json;
using FundingReports.Tests.Naive;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Robustness;

/// <summary>What docs/limits.md says, at the edge and past it.</summary>
public class LimitTests
{
    private static readonly LocalDate asOf = new(2022, 2, 8);

    [Fact]
    public void File_OfMoreThan256Mebibytes_IsRefusedAndNotHeld()
    {
        using var endless = new Blanks(long.MaxValue);
        Assert.False(Portfolio.TryLoad(endless, out _, out var problems));
        Assert.Equal((ProblemCode.TooLarge, "256"), (problems.Single().Code, problems[0].Arguments[0]));
        // It stops there, and does not go to the end of it.
        Assert.InRange(endless.Given, 256L << 20, (256L << 20) + 200_000);
    }

    [Fact]
    public void File_Of256Mebibytes_IsRead()
    {
        using var whole = new Blanks(256L << 20);
        Assert.False(Portfolio.TryLoad(whole, out _, out var problems));
        Assert.Equal((ProblemCode.NotJson, "empty"), (problems.Single().Code, problems[0].Arguments[0]));
    }

    [Theory]
    [InlineData("1/1000000000", null)]
    [InlineData("1000000000", null)]
    [InlineData("1/1000000001", "invalid-factor")]
    [InlineData("1000000001", "invalid-factor")]
    public void Factor_OfABillion_IsTaken(string factor, string? code)
    {
        string scenario =
            $$"""{ "format": "fundingreports/scenario@1", "name": "Essai", "changes": ["""
            + $$"""{ "scale": { "funder": "ETAT", "from": "2024-01-01", "factor": "{{factor}}" } }] }""";
        FundingReports.Scenarios.Scenario.TryRead(System.Text.Encoding.UTF8.GetBytes(scenario), out _, out var problems);
        Assert.Equal(code is null ? [] : [code],
            problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.CodeName));
    }

    /// <summary>A hundred characters; an exponent of four hundred.</summary>
    [Theory]
    [InlineData(100, 0, null)]
    [InlineData(101, 0, "invalid-money")]
    [InlineData(3, -400, "money-decimals")]
    [InlineData(3, -401, "invalid-money")]
    [InlineData(3, 400, "money-too-large")]
    [InlineData(3, 401, "invalid-money")]
    public void Number_AsItIsWritten_HasALength(int length, int exponent, string? code)
    {
        string digits = exponent == 0 ? $"{new string('0', length - 3)}250" : "250";
        Codes(code, "\"annual\": 25000", exponent == 0 ? $"\"annual\": \"{digits}\"" : $"\"annual\": {digits}e{exponent}");
    }

    [Theory]
    [InlineData(1600, null)]
    [InlineData(4999, null)]
    [InlineData(1599, "year-out-of-range")]
    [InlineData(5000, "year-out-of-range")]
    public void YearAlone_IsThatOfADate(int year, string? code) => Codes(code, "\"year\": 2023", $"\"year\": {year}");

    [Theory]
    [InlineData(9_999, null)]
    [InlineData(10_000, "invalid-whole")]
    public void Whole_OfAPolicy_Is9999(int value, string? code) =>
        Assert.Equal(code ?? "",
            string.Join(' ',
                Policies.PolicyDocuments.Problems(Policies.PolicyDocuments.With(("\"value\": 36", $"\"value\": {value}")))
                    .Select(problem => problem.CodeName)));

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "too-many-years")]
    public void Scheme_HasAHundredYears(int years, string? code) =>
        Assert.Equal(code ?? "", string.Join(' ', Policies.PolicyDocuments.Problems(
        Policies.PolicyDocuments.With(("[\"own.share\"]", $"[{string.Join(", ", Enumerable.Repeat("\"own.share\"", years))}]")))
            .Select(problem => problem.CodeName)));

    [Theory]
    [InlineData("999999999.99", null)]
    [InlineData("1000000000", "money-too-large")]
    [InlineData("1000000000.00", "money-too-large")]
    [InlineData("9223372036854775807", "money-too-large")]
    [InlineData("92233720368547758.08", "money-too-large")]
    [InlineData("18446744073709551616", "money-too-large")]
    public void Money_BelowABillion_IsTaken(string annual, string? code) => Codes(code, "\"annual\": 25000", $"\"annual\": {annual}");

    [Theory]
    [InlineData("1/1000000000", null)]
    [InlineData("999999999/1000000000", null)]
    [InlineData("1/1000000001", "share-too-precise")]
    [InlineData("2/2000000002", "share-too-precise")]
    [InlineData("0.000000001", null)]
    [InlineData("0.0000000001", "share-too-precise")]
    [InlineData("1/18446744073709551617", "share-too-precise")]
    public void Share_OfABillionth_IsTaken(string share, string? code) => Codes(code, "\"share\": \"1/2\"", $"\"share\": \"{share}\"");

    [Theory]
    [InlineData("1600-01-01", null)]
    [InlineData("1599-12-31", "invalid-date")]
    public void FirstYear_Is1600(string from, string? code) =>
        Codes(code, "\"from\": \"2020-07-24\", \"until\"", $"\"from\": \"{from}\", \"until\"");

    [Theory]
    [InlineData("4999-12-31", null)]
    [InlineData("5000-01-01", "invalid-date")]
    public void LastYear_Is4999(string until, string? code) => Codes(code, "\"until\": \"2023-07-23\"", $"\"until\": \"{until}\"");

    [Theory]
    [InlineData("999999.999999", null)]
    [InlineData("1000000", "number-out-of-range")]
    [InlineData("0.000001", null)]
    [InlineData("0.0000001", "number-decimals")]
    public void Fte_IsBelowAMillion_WithSixDecimals(string fte, string? code) => Codes(code, "\"fte\": \"1\"", $"\"fte\": {fte}");

    [Theory]
    [InlineData(32_767, null)]
    [InlineData(32_768, "text-too-long")]
    public void Text_IsAsLongAsACell(int length, string? code) =>
        Codes(code, "\"title\": \"Essai\"", $"\"title\": \"{new string('é', length)}\"");

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "too-many-steps")]
    public void Schedule_HasAHundredYears(int years, string? code) =>
        Codes(code, "\"share\": \"1/2\"", $"\"yearlyShares\": [{string.Join(',', Enumerable.Repeat("\"1/2\"", years))}]");

    [Fact]
    public void Analysis_ShowsAHundredYears()
    {
        Portfolio portfolio = Portfolio.Parse(Documents.Clean);
        Assert.Equal(100, portfolio.Analyze(asOf, new(2121, 12, 31)).Posts[0].Years.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => portfolio.Analyze(asOf, new(2122, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => portfolio.Analyze(new(1599, 12, 31)));
        Assert.Throws<ArgumentOutOfRangeException>(() => portfolio.Analyze(new(5000, 1, 1)));
        Assert.Equal(6, portfolio.Analyze(new(4999, 12, 31)).Posts[0].Years.Length);
    }

    [Theory]
    [InlineData(2033, 1, true)]
    [InlineData(2034, 1, false)]
    [InlineData(2022, 300, true)]
    [InlineData(2022, 301, false)]
    public void Simulation_OfTwelveYearsAndThreeHundredPosts_IsWritten(int lastYear, int posts, bool written)
    {
        PortfolioFacts one = Facts(Euros.Of(50_000), [new Amount.Annual(Euros.Of(20_000))]);
        PortfolioFacts many = one with
        {
            Posts = [.. Enumerable.Range(1, posts).Select(i => one.Posts[0] with { Id = $"P{i}" })],
            Commitments = [.. Enumerable.Range(1, posts).Select(i => one.Commitments[0] with { Id = $"C{i}", Posts = [$"P{i}"] })],
        };
        Assert.Equal(written,
            FundingReports.Reports.ReportBuilder.Build(Portfolio.Create(many).Analyze(asOf, new(lastYear, 12, 31)), Language.French,
                new() { Part = FundingReports.Reports.ReportPart.TechnicalFile }).Sheets.Any(sheet => sheet.Name == "Simulation"));
    }

    /// <summary>Denominators whose product no machine integer holds: the figures are those of the slow, exact implementation.</summary>
    [Fact]
    public void Shares_OfManyLargePrimes_AreStillExact()
    {
        long[] primes = [999_999_937, 999_999_929, 999_999_893, 999_999_883, 999_999_797, 999_999_761, 999_999_757, 999_999_751];
        Agrees(Facts(Euros.FromCents(Euros.Limit - 1),
            [.. primes.Select(prime => (Amount)new Amount.ShareOfCost(Share.Of(prime / 9, prime)))]));
    }

    /// <summary>As much money as can be written, as often as can be: nothing turns over.</summary>
    [Fact]
    public void Money_AsLargeAsCanBe_IsStillExact()
    {
        Euros most = Euros.FromCents(Euros.Limit - 1);
        PortfolioFacts facts = Facts(most,
            [.. Enumerable.Repeat((Amount)new Amount.Total(most), 40), .. Enumerable.Repeat((Amount)new Amount.Annual(most), 40)]);
        // A total over one day is a rate of 360 times as much a year.
        facts = facts with {
            Commitments = [
                .. facts.Commitments.Select((commitment, i) => i < 20 ? commitment with { Until = commitment.From.First } : commitment)] };
        Agrees(facts);
        FundingAnalysis analysis = Portfolio.Create(facts).Analyze(asOf);
        Assert.Equal(analysis.Posts[0].Years[0].Agreed.Funding.OrNull(), analysis.Totals.Years[0].Agreed.Funding.Exact.OrNull());
    }

    [Fact]
    public void Euros_PastTheirEdge_AreAnError()
    {
        Euros most = Euros.FromCents(long.MaxValue);
        Assert.Throws<OverflowException>(() => most + Euros.FromCents(1));
        Assert.Throws<OverflowException>(() => Euros.FromCents(long.MinValue) - Euros.FromCents(1));
        Assert.Throws<OverflowException>(() => -Euros.FromCents(long.MinValue));
        Assert.Throws<OverflowException>(() => Euros.Of(long.MaxValue));
        Assert.Throws<OverflowException>(() => Euros.Of(decimal.MaxValue));
        Assert.Throws<OverflowException>(() => most.Times(new Factor(1_000_000_000, 1)));
        Assert.Equal(most.Cents, most.Allocate([long.MaxValue, long.MaxValue, 1]).Sum(part => part.Cents));
        Assert.Throws<OverflowException>(() => Euros.FromCents(long.MinValue).Allocate([1, 1]));
    }

    private static void Agrees(PortfolioFacts facts) => Expect.Nothing(
        NaiveAnalysis.Run(facts, asOf, new(2024, 12, 31)).Lines()
            .Except(EngineAnswer.Of(Portfolio.Create(facts).Analyze(asOf, new(2024, 12, 31))).Lines()));

    private static PortfolioFacts Facts(Euros cost, Amount[] amounts) => new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("F", "État", FunderKind.State)],
        Posts = [
            new("P", "Poste") { From = new LocalDate(2022, 1, 1), Fte = 1, Source = "S",
                Costs = [new(new LocalDate(2022, 1, 1), cost) { Source = "S" }] }],
        Commitments = [
            .. amounts.Select((amount, i) =>
                    new Commitment($"C{i.ToString(CultureInfo.InvariantCulture)}", "F", ["P"], new LocalDate(2022, 1, 1),
                        amount) { Until = new LocalDate(2023, 7, 23), Status = CommitmentStatus.Signed, Source = "S" })],
    };

    // The errors of the clean document with one value changed: of one code, or none.
    private static void Codes(string? code, string old, string changed)
    {
        Assert.Contains(old, Documents.Clean, StringComparison.Ordinal);
        Portfolio.TryRead(System.Text.Encoding.UTF8.GetBytes(Documents.Clean.Replace(old, changed, StringComparison.Ordinal)), out _,
            out var problems);
        Assert.Equal(code is null ? [] : [code],
            problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.CodeName).Distinct());
    }

    /// <summary>Spaces without end, and no way back.</summary>
    private sealed class Blanks(long length) : Stream
    {
        internal long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int given = (int)Math.Min(buffer.Length, length - Given);
            buffer[..given].Fill((byte)' ');
            Given += given;
            return given;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
