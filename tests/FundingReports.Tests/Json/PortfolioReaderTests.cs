using System.Collections.Immutable;
using System.Text;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;
using static FundingReports.Tests.Json.Documents;

namespace FundingReports.Tests.Json;

public class PortfolioReaderTests
{
    [Fact]
    public void Parse_CleanDocument_HasNothingToSay()
    {
        Portfolio portfolio = Portfolio.Parse(Clean);
        Assert.Empty(portfolio.Findings);
        Assert.Equal(new Amount.ShareOfCost(Share.Of(1, 2)), portfolio.FindCommitment("E1")!.Amount);
        Assert.Equal(Euros.Of(30000), portfolio.FindCommitment("E1")!.Cap);
        Assert.Equal(new LocalDate(2023, 7, 23), portfolio.FindCommitment("E1")!.Until.Until!.Value.Last);
        Assert.Null(portfolio.FindCommitment("E1")!.Instalments);
        Assert.Equal(1m, portfolio.FindPost("L1")!.Fte);
        Assert.Null(portfolio.FindFunder("X"));
        Assert.Null(portfolio.FindSource(null));
    }

    [Theory]
    // What is not JSON at all.
    [InlineData("", "not-json@$")]
    [InlineData("{ \"format\": \"fundingreports/portfolio@1\", \"posts\": [{ \"id\"", "not-json@$")]
    [InlineData("bonjour", "not-json@$")]
    [InlineData("{} {}", "not-json@$")]
    [InlineData("PK\u0003\u0004", "not-json@$")]
    [InlineData("[]", "wrong-type@$")]
    [InlineData("{}", "missing@format")]
    [InlineData("{\"format\":\"fundingreports/scenario@1\",\"changes\":[]}", "unknown-format@format")]
    [InlineData("{\"format\":\"portfolio\",\"titre\":1}", "unknown-format@format unknown-property@titre")]
    public void TryParse_NotAPortfolio_SaysSo(string text, string expected) => Assert.Equal(expected, Codes(Problems(text)));

    [Fact]
    public void TryParse_TooDeep_SaysSo()
    {
        Assert.Equal("too-deep@$", Codes(Problems("{\"x\":" + new string('[', 32) + new string(']', 32) + "}")));
        Assert.Equal("missing@format unknown-property@x", Codes(Problems("{\"x\":" + new string('[', 31) + new string(']', 31) + "}")));
    }

    [Fact]
    public void TryParse_Windows1252_SaysSo() => Assert.Equal("not-utf8@$", Codes(Problems(Encoding.Latin1.GetBytes(Clean))));

    [Fact]
    public void TryParse_ByteOrderMark_IsNoProblem() => Assert.Empty(Problems([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Clean)]));

    [Fact]
    public void Parse_HalfACharacter_IsAProblem()
    {
        Assert.Equal(ProblemCode.NotUtf8, Assert.Single(Assert.Throws<PortfolioException>(() => Portfolio.Parse("\ud800")).Problems).Code);
        Assert.Equal("invalid-text@title", Codes(Problems(With(("\"Essai\"", "\"\\ud800\"")))));
        Assert.Equal("invalid-date@commitments[0].until", Codes(Problems(With(("\"until\": \"2023-07-23\"", "\"until\": \"\\ud800\"")))));
        Assert.Equal("invalid-text@posts[0]", Codes(Problems(With(("\"label\"", "\"\\ud800\": 1, \"label\"")))));
    }

    [Theory]
    [InlineData("\"share\": \"1/2\"", "\"share\": \"120 %\"", "share-out-of-range@commitments[0].amount.share", "120 %")]
    [InlineData("\"share\": \"1/2\"", "\"share\": 0", "share-out-of-range@commitments[0].amount.share", "0")]
    [InlineData("\"share\": \"1/2\"", "\"share\": \"-1/2\"", "share-out-of-range@commitments[0].amount.share", "-1/2")]
    [InlineData("\"share\": \"1/2\"", "\"share\": \"1,5\"", "invalid-share@commitments[0].amount.share", "1,5")]
    [InlineData("\"share\": \"1/2\"", "\"share\": \"1/0\"", "invalid-share@commitments[0].amount.share", "1/0")]
    [InlineData("\"share\": \"1/2\"", "\"share\": 0.3333333333", "share-too-precise@commitments[0].amount.share", "0.3333333333")]
    [InlineData("\"share\": \"1/2\"", "\"share\": true", "wrong-type@commitments[0].amount.share", "true")]
    [InlineData("\"share\": \"1/2\"", "", "amount-kinds@commitments[0].amount", "{…}")]
    [InlineData("\"share\": \"1/2\"", "\"share\": \"1/2\", \"annual\": 5", "amount-kinds@commitments[0].amount", "annual, share")]
    [InlineData("\"share\": \"1/2\"", "\"balance\": false", "wrong-type@commitments[0].amount.balance", "false")]
    [InlineData("\"annual\": 25000", "\"annual\": 1000000000", "money-too-large@commitments[1].amount.annual", "1000000000")]
    [InlineData("\"annual\": 25000", "\"annual\": 1e400", "money-too-large@commitments[1].amount.annual", "1e400")]
    [InlineData("\"annual\": 25000", "\"annual\": 1e999999999", "invalid-money@commitments[1].amount.annual", "1e999999999")]
    [InlineData("\"annual\": 25000", "\"annual\": 25000.001", "money-decimals@commitments[1].amount.annual", "25000.001")]
    [InlineData("\"annual\": 25000", "\"annual\": -1", "negative-money@commitments[1].amount.annual", "-1")]
    [InlineData("\"annual\": 25000", "\"annual\": \"26 000,00 €\"", "invalid-money@commitments[1].amount.annual", "26 000,00 €")]
    [InlineData("\"annual\": 25000", "\"annual\": \"NaN\"", "invalid-money@commitments[1].amount.annual", "NaN")]
    [InlineData("\"fte\": \"1\"", "\"fte\": \"1,5\"", "invalid-number@posts[0].fte", "1,5")]
    [InlineData("\"fte\": \"1\"", "\"fte\": 0", "number-out-of-range@posts[0].fte", "0")]
    [InlineData("\"fte\": \"1\"", "\"fte\": 1000000", "number-out-of-range@posts[0].fte", "1000000")]
    [InlineData("\"fte\": \"1\"", "\"fte\": 0.1234567", "number-decimals@posts[0].fte", "0.1234567")]
    [InlineData("\"until\": \"2023-07-23\"", "\"until\": \"2023-02-30\"", "invalid-date@commitments[0].until", "2023-02-30")]
    [InlineData("\"until\": \"2023-07-23\"", "\"until\": \"23/07/2023\"", "invalid-date@commitments[0].until", "23/07/2023")]
    [InlineData("\"until\": \"2023-07-23\"", "\"until\": 2023", "wrong-type@commitments[0].until", "2023")]
    [InlineData("\"status\": \"signed\"", "\"status\": \"signé\"", "not-one-of@commitments[0].status", "signé")]
    [InlineData("\"kind\": \"state\"", "\"kind\": \"State\"", "not-one-of@funders[0].kind", "State")]
    [InlineData("\"departement\": \"40\"", "\"departement\": 40", "wrong-type@posts[0].departement", "40")]
    [InlineData("\"departement\": \"40\"", "\"departement\": \"20\"", "unknown-departement@posts[0].departement", "20")]
    [InlineData("\"year\": 2023", "\"year\": 20233", "year-out-of-range@campaigns[0].year", "20233")]
    [InlineData("\"posts\": [\"L1\"]", "\"posts\": \"L1\"", "wrong-type@commitments[0].posts", "L1")]
    [InlineData("\"id\": \"E1\", ", "", "missing@commitments[0].id", null)]
    [InlineData("\"from\": \"2020-07-24\", \"until\"", "\"until\"", "missing@commitments[0].from", null)]
    [InlineData("\"label\": \"Poste 1\", ", "\"label\": null, ", "missing@posts[0].label", "null")]
    [InlineData("\"title\": \"Essai\"", "\"title\": \"Essai\", \"title\": \"Bis\"", "duplicate-property@title", "Bis")]
    [InlineData("\"title\": \"Essai\"", "\"title\": \"a\\u0007b\"", "invalid-text@title", "a\u0007b")]
    [InlineData("\"cap\": \"30000\"", "\"plafond\": \"30000\", \"cap\": 1", "unknown-property@commitments[0].plafond", "30000")]
    [InlineData("\"cap\": \"30000\"", "\"x y\": {\"a\": 1, \"a\": 2}, \"cap\": 1",
        "unknown-property@commitments[0][\"x y\"] duplicate-property@commitments[0][\"x y\"].a", "{…}")]
    [InlineData("\"cap\": \"30000\"", "\"withdrawn\": {\"from\": \"2022\"}, \"cap\": 1",
        "withdrawal-incomplete@commitments[0].withdrawn.decidedOn withdrawal-incomplete@commitments[0].withdrawn.source", null)]
    // A list that is no list must not make every reference to it wrong.
    [InlineData("\"funders\": [", "\"funders\": 1, \"x\": [", "wrong-type@funders unknown-property@x", "1")]
    [InlineData("\"id\": \"ETAT\", \"name\"", "\"id\": 1, \"name\"", "wrong-type@funders[0].id", "1")]
    public void TryParse_OneBadValue_IsTheOnlyProblem(string old, string changed, string expected, string? found)
    {
        ImmutableArray<Problem> problems = Problems(With((old, changed)));
        Assert.Equal(expected, Codes(problems));
        Assert.Equal(found, problems[0].Found);
    }

    [Fact]
    public void TryParse_ManyErrors_AllAreSaid()
    {
        string json = With(
            ("\"title\": \"Essai\"", "\"titel\": \"Essai\""),
            ("\"id\": \"CD\"", "\"id\": \"ETAT\""),
            ("\"label\": \"Poste 1\"", "\"label\": \"Poste de jean.dupont@example.fr\""),
            ("\"share\": \"1/2\"", "\"share\": \"120 %\""),
            ("\"until\": \"2023-07-23\"", "\"until\": \"2023-02-30\""),
            ("\"decidedOn\": \"2020-07-24\"", "\"amends\": \"D1\", \"decidedOn\": \"2020-07-24\""),
            ("\"funder\": \"CD\"", "\"amends\": \"E1\", \"funder\": \"ETAT\""),
            ("\"annual\": 25000", "\"annual\": 25000000000"));
        ImmutableArray<Problem> problems = Problems(json);
        Assert.Equal(
            "unknown-property@titel duplicate-id@funders[1].id personal-data@posts[0].label invalid-date@commitments[0].until "
                + "share-out-of-range@commitments[0].amount.share amendment-circle@commitments[0].amends "
                + "money-too-large@commitments[1].amount.annual", Codes(problems));
        Assert.Equal("ETAT", problems[1].Found);
        Assert.DoesNotContain("dupont", problems[2].ToLine(Language.French), StringComparison.Ordinal);
        Assert.Equal("2023-02-30", problems[3].Found);
    }

    [Theory]
    [InlineData("\"1/3\"", 1, 3)]
    [InlineData("\" 1 / 3 \"", 1, 3)]
    [InlineData("\"0.3\"", 3, 10)]
    [InlineData("0.1", 1, 10)]
    [InlineData("3e-1", 3, 10)]
    [InlineData("\"80 %\"", 4, 5)]
    [InlineData("\"80\u00a0%\"", 4, 5)]
    [InlineData("\"33.33%\"", 3333, 10000)]
    [InlineData("1", 1, 1)]
    [InlineData("1.000000000000000000000000000", 1, 1)]
    public void Parse_Share_IsExact(string written, int numerator, int denominator)
    {
        Portfolio portfolio = Portfolio.Parse(With(("\"share\": \"1/2\"", $"\"share\": {written}")));
        Assert.Equal(new Amount.ShareOfCost(Share.Of(numerator, denominator)), portfolio.Commitments[0].Amount);
    }

    [Theory]
    [InlineData("\"26000\"", 2_600_000)]
    [InlineData("26000.10", 2_600_010)]
    [InlineData("0.29", 29)]
    [InlineData("2.6e4", 2_600_000)]
    [InlineData("999999999.99", 99_999_999_999)]
    public void Parse_Money_IsExact(string written, long cents)
    {
        Portfolio portfolio = Portfolio.Parse(With(("\"annual\": 25000", $"\"annual\": {written}")));
        Assert.Equal(new Amount.Annual(Euros.FromCents(cents)), portfolio.Commitments[1].Amount);
    }

    [Fact]
    public void Parse_Instalments_AbsentIsUnknownAndEmptyIsNone()
    {
        Assert.Null(Portfolio.Parse(With(("\"cap\": \"30000\"", "\"instalments\": null, \"cap\": 1"))).Commitments[0].Instalments);
        Assert.Empty(Portfolio.Parse(With(("\"cap\": \"30000\"", "\"instalments\": [], \"cap\": 1"))).Commitments[0].Instalments!.Value);
    }

    [Fact]
    public void Load_NoFile_LeavesTheErrorAlone() =>
        Assert.Throws<FileNotFoundException>(() => Portfolio.Load(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));

    [Fact]
    public void Save_ThenLoad_GivesTheSameFacts()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Portfolio portfolio = Portfolio.Parse(Clean);
            portfolio.Save(path);
            Assert.Equal(portfolio.ToJson(), File.ReadAllText(path));
            Assert.Equal(portfolio.ToJson(), Portfolio.Load(path).ToJson());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Hash_OtherLayout_IsTheSame()
    {
        string hash = Portfolio.Parse(Clean).Hash;
        Assert.Matches("^sha256:[0-9a-f]{64}$", hash);
        Assert.Equal(hash, Portfolio.Parse(Clean.Replace("\n", "\n\n ", StringComparison.Ordinal)).Hash);
        Assert.Equal(hash, Portfolio.Parse(With(("25000", "25000.00"))).Hash);
        Assert.NotEqual(hash, Portfolio.Parse(With(("25000", "25000.01"))).Hash);
    }

    [Fact]
    public void Hash_BuiltInCode_IsThatOfWhatItWrites()
    {
        Portfolio built = Portfolio.Create(Portfolio.Parse(Clean).Facts);
        Assert.Equal(Portfolio.Parse(built.ToJson()).Hash, built.Hash);
    }
}
