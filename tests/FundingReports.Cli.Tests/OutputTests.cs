using System.Globalization;
using System.Text;
using NodaTime;

namespace FundingReports.Cli.Tests;

public sealed class OutputTests
{
    [Fact]
    public void Analyse_JsonToOutput_HoldsJsonOnly()
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run("analyse", Sandbox.Landes, "--as-of", Sandbox.AsOf, "--json", "-");
        Assert.Equal(0, outcome.Code);
        Assert.Equal("", outcome.Output);
        Assert.Equal("""{"asOf":"2022-02-08"}""", Encoding.UTF8.GetString(outcome.Bytes));
        Assert.All(outcome.ErrorLines, line => Assert.StartsWith("avertissement ", line));
    }

    [Fact]
    public void Analyse_JsonToFile_WritesItAndAnswersOnTheTerminal()
    {
        using var box = new Sandbox();
        Outcome outcome = box.Run("analyse", Sandbox.Landes, "--as-of", Sandbox.AsOf, "--json", box.At("a.json"));
        Assert.Equal(["a.json"], box.Files);
        Assert.StartsWith("Au 8 février 2022, trois postes sur quatre", outcome.Output);
    }

    [Fact]
    public void Analyse_NoDate_AnswersForTodayInParis()
    {
        // Half past eleven in the evening at Greenwich is the next day in Paris.
        using var box = new Sandbox { Now = Instant.FromUtc(2022, 2, 7, 23, 30) };
        Assert.StartsWith("Au 8 février 2022,", box.Run("analyse", Sandbox.Landes).Output);
    }

    [Fact]
    public void Analyse_Landes_TellsEachPostOnALine()
    {
        using var box = new Sandbox();
        string[] lines = box.Run("analyse", Sandbox.Landes, "--as-of", Sandbox.AsOf)
            .Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + 2 + 4 + 1 + 3, lines.Length);
        Assert.Contains("élevé", lines[3]);
        Assert.Contains("À demander à l’État pour 2022", lines[8]);
        Assert.Contains("Reste à financer 2022", lines[1]);
        Assert.Contains("jusqu’au 23/07/2023", lines[3]);
        Assert.Contains("inconnu", lines[6]);
    }

    [Fact]
    public void Analyse_Note_IsTheParagraph()
    {
        using var box = new Sandbox();
        string note = box.Run("analyse", Sandbox.Landes, "--as-of", Sandbox.AsOf, "--note").Output;
        Assert.Contains("L’année 2023 est financée à 56,39\u202f%.", note);
        Assert.DoesNotContain("---", note);
    }

    [Fact]
    public void Analyse_English_IsInEnglish()
    {
        using var box = new Sandbox();
        Assert.StartsWith("As of 8 February 2022, three of the four posts",
            box.Run("analyse", Sandbox.Landes, "--as-of", Sandbox.AsOf, "--lang", "en").Output);
    }

    [Fact]
    public void Analyse_OneBadValue_SaysPlaceAndValueInFrench()
    {
        using var box = new Sandbox();
        string line = box.Run("check", box.Put("in.json", BadInput.Everything)).ErrorLines.Single(line => line.Contains("invalid-date"));
        Assert.StartsWith("erreur invalid-date posts[0].from\u00a0: ", line);
        Assert.Contains("2022-02-30", line);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    [InlineData("")]
    public void Run_AnyCulture_SaysTheSame(string culture)
    {
        using var box = new Sandbox();
        string input = box.Put("in.json", BadInput.Everything);
        string[][] runs = [["analyse", Sandbox.Landes, "--au", Sandbox.AsOf],
            ["analyse", Sandbox.Landes, "--au", Sandbox.AsOf, "--note", "--lang", "en"], ["check", input]];
        CultureInfo before = CultureInfo.CurrentCulture;
        List<(string, string)> expected = [], said = [];
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            expected.AddRange(runs.Select(args => box.Run(args)).Select(outcome => (outcome.Output, outcome.Error)));
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            said.AddRange(runs.Select(args => box.Run(args)).Select(outcome => (outcome.Output, outcome.Error)));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
        Assert.Equal(expected, said);
    }

    [Theory]
    [InlineData("Pacific/Auckland")]
    [InlineData("America/Los_Angeles")]
    public void Run_AnyTimeZone_AsksForTheDayInParis(string zone)
    {
        string? before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            using var box = new Sandbox();
            Assert.StartsWith("Au 8 février 2022,", box.Run("analyse", Sandbox.Landes).Output);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
