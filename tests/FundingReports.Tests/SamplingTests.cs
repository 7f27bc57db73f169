using CsCheck;

namespace FundingReports.Tests;

public class SamplingTests
{
    private static readonly Gen<int> numbers = Gen.Int[0, 1_000_000];

    [Fact]
    public void Questions_AreTheSameAtEveryRun_AndMany()
    {
        List<int> Asked()
        {
            var asked = new List<int>();
            numbers.Sample(asked.Add, iter: 1_000, threads: 1);
            return asked;
        }
        List<int> once = Asked();
        Assert.Equal(once, Asked());
        Assert.InRange(once.Distinct().Count(), 990, 1_000);
        Assert.InRange(once.Average(), 450_000, 550_000);
    }

    /// <summary>Any one of them that is wrong is found, and its seed alone finds it again.</summary>
    [Fact]
    public void AFailure_SaysItsSeed_WhichFailsAgain()
    {
        static void AtMost(int number) => Assert.True(number < 995_000);
        string said = Assert.ThrowsAny<Exception>(() => numbers.Sample(AtMost, iter: 2_000)).Message;
        string seed = System.Text.RegularExpressions.Regex.Match(said, "seed: \"([^\"]+)\"").Groups[1].Value;
        Assert.InRange(numbers.Drawn(seed), 995_000, 1_000_000);
        Assert.ThrowsAny<Exception>(() => numbers.Sample(AtMost, seed, iter: 1));
    }

    [Fact]
    public async Task AFailure_OfWhatIsAwaited_SaysItsSeed()
    {
        var failed = await Assert.ThrowsAnyAsync<Exception>(() => numbers.SampleAsync(async number =>
        {
            await Task.Yield();
            Assert.True(number < 900_000);
        }));
        Assert.Contains("seed: \"", failed.Message, StringComparison.Ordinal);
    }
}
