using System.Text.Json.Nodes;
using CsCheck;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Risk;
using FundingReports.Tests.Calculation;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests;

/// <summary>A stream of posts answers what the analysis of each portfolio answers, in order, and holds nothing.</summary>
public class StreamTests
{
    private static readonly LocalDate asOf = new(2022, 2, 8);

    [Fact]
    public void Stream_OfAnyPortfolios_AnswersWhatTheirAnalysisAnswers() =>
        Gen.Select(Generators.Portfolio.Array[0, 60], Generators.AsOf, Gen.Int[0, 5]).Sample(
            question =>
            {
                var (facts, day, years) = question;
                var through = new LocalDate(day.Year + years, 12, 31);
                Portfolio[] portfolios = [.. facts.Select((one, i) => Portfolio.Create(WithCampaigns(one, i, day)))];
                List<string> expected = [.. portfolios.SelectMany(portfolio => portfolio.Analyze(day, through).Posts).SelectMany(Lines)];
                List<string> found = [.. FundingAnalysis.Stream(portfolios, day, through).SelectMany(Lines)];
                Assert.Equal(expected, found);
            },
            iter: Rounds.Of(25));

    [Fact]
    public void Stream_ReadTwice_AnswersTwiceTheSame()
    {
        IEnumerable<PostFunding> stream = FundingAnalysis.Stream([Landes(), Landes()], asOf);
        Assert.Equal(["L1", "L2", "L3", "L4", "L1", "L2", "L3", "L4"], stream.Select(post => post.Id));
        Assert.Equal(stream.SelectMany(Lines), stream.SelectMany(Lines));
    }

    [Fact]
    public void Stream_UnderRulesOfItsOwn_JudgesByThem()
    {
        var rules = JsonNode.Parse(File.ReadAllText(Repository.PathOf("seeds", "policies", "default.json")))!;
        rules["parameters"]!.AsArray().Single(one => (string)one!["name"]! == "risk.critical-months")!["values"]![0]!["value"] = 24;
        PolicySet strict = PolicySet.Parse(rules.ToJsonString());
        RiskLevel? Level(IEnumerable<PostFunding> posts) => posts.First().Risk!.AtBest;
        Assert.Equal(RiskLevel.High, Level(FundingAnalysis.Stream([Landes()], asOf)));
        Assert.Equal(RiskLevel.Critical, Level(FundingAnalysis.Stream([Landes()], asOf, policies: strict)));
        Assert.Equal(RiskLevel.Critical, Level(Landes().Analyze(asOf, policies: strict).Posts));
    }

    /// <summary>
    /// The money ends with 2025; the campaign for 2026 has closed already. Under rules that look four years ahead the post is late, under
    /// rules that look two ahead it is not.
    /// </summary>
    [Fact]
    public void Stream_UnderRulesOfItsOwn_LooksAsFarAheadAsTheySay()
    {
        var rules = JsonNode.Parse(File.ReadAllText(Repository.PathOf("seeds", "policies", "default.json")))!;
        rules["parameters"]!.AsArray().Single(one => (string)one!["name"]! == "requests.years-after")!["values"]![0]!["value"] = 4;
        Portfolio closed = Portfolio.Create(
            OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)], OnePost.Pays("A", OnePost.Part(1, 1), until: "2025-12-31"))
                .Facts with
        {
            Campaigns = [new("A", null, 2026) { Closes = new LocalDate(2022, 1, 31), Source = "S" }],
        });
        bool Late(IEnumerable<PostFunding> posts) => posts.Single().Risk!.Causes.Any(cause => cause.Kind == RiskCauseKind.RequestOverdue);
        Assert.False(Late(FundingAnalysis.Stream([closed], asOf)));
        Assert.True(Late(FundingAnalysis.Stream([closed], asOf, policies: PolicySet.Parse(rules.ToJsonString()))));
    }

    /// <summary>
    /// Half of a sum for two posts is paid, and the campaign is over: the payment is no post's own, and each is late for the rest.
    /// </summary>
    [Fact]
    public void Stream_OfASumForTwoPostsThatIsPaidInPart_IsAsLateAsTheirAnalysis()
    {
        var instalment = new Instalment(OnePost.From, new LocalDate(2022, 1, 31)) { Paid = Euros.Of(10_000) };
        Commitment shared = OnePost.Pays("A", OnePost.Yearly(20_000), until: "2022-12-31") with
        {
            Posts = ["P", "P2"], Instalments = [instalment],
        };
        PortfolioFacts one = OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)]).Facts;
        Portfolio two = Portfolio.Create(one with
        {
            Posts = [one.Posts[0], one.Posts[0] with { Id = "P2", Label = "Autre" }],
            Commitments = [shared],
            Campaigns = [new("A", null, 2022) { Closes = new LocalDate(2022, 1, 31), Source = "S" }],
        });
        bool[] Late(IEnumerable<PostFunding> posts) =>
            [.. posts.Select(post => post.Risk!.Causes.Any(cause => cause.Kind == RiskCauseKind.RequestOverdue))];
        Assert.Equal([true, true], Late(two.Analyze(asOf).Posts));
        Assert.Equal([true, true], Late(FundingAnalysis.Stream([two], asOf)));
    }

    [Fact]
    public void Stream_OfNothing_IsEmpty() => Assert.Empty(FundingAnalysis.Stream([], asOf));

    [Fact]
    public void Stream_OfADayAfterItsLastYear_IsRefusedBeforeItIsRead() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => { FundingAnalysis.Stream([], asOf, through: new(2021, 12, 31)); });

    [Fact]
    public void Stream_AtAContradiction_HasAnsweredAllThatCameBefore()
    {
        var read = new List<string>();
        var error = Assert.Throws<PortfolioException>(() =>
        {
            foreach (PostFunding post in FundingAnalysis.Stream([Landes(), Landes(), Contradicting(), Landes()], asOf))
                read.Add(post.Id);
        });
        Assert.Equal(["L1", "L2", "L3", "L4", "L1", "L2", "L3", "L4"], read);
        Assert.NotEmpty(error.Problems);
    }

    [Fact]
    public async Task Stream_OfASourceThatBreaks_HasAnsweredAllThatCameBefore()
    {
        var read = new List<string>();
        Assert.Throws<InvalidDataException>(() =>
        {
            foreach (PostFunding post in FundingAnalysis.Stream(Breaking(), asOf))
                read.Add(post.Id);
        });
        Assert.Equal(["L1", "L2", "L3", "L4"], read);
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (PostFunding post in FundingAnalysis.Stream(BreakingAsync(), asOf))
                read.Add(post.Id);
        });
        Assert.Equal(["L1", "L2", "L3", "L4", "L1", "L2", "L3", "L4"], read);

        static IEnumerable<Portfolio> Breaking()
        {
            yield return Landes();
            throw new InvalidDataException("The line is cut.");
        }

        static async IAsyncEnumerable<Portfolio> BreakingAsync()
        {
            foreach (Portfolio portfolio in Breaking())
            {
                await Task.Yield();
                yield return portfolio;
            }
        }
    }

    /// <summary>Of a source that gives nothing more for now, what it has given is answered.</summary>
    [Fact]
    public async Task Stream_OfASourceThatWaits_HasAnsweredWhatItGave()
    {
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int read = 0;
        await foreach (PostFunding post in FundingAnalysis.Stream(Waiting(), asOf))
            if (++read == 4)
                answered.SetResult();
        Assert.Equal(8, read);

        // It goes on when the four posts have been answered, and not before.
        async IAsyncEnumerable<Portfolio> Waiting()
        {
            yield return Landes();
            await answered.Task.WaitAsync(TimeSpan.FromMinutes(1));
            yield return Landes();
        }
    }

    [Fact]
    public void Stream_OfASlowSource_IsAnsweredAsItCanBe()
    {
        int given = 0, mostAhead = 0, read = 0;
        foreach (PostFunding post in FundingAnalysis.Stream(Slow(), asOf))
            mostAhead = Math.Max(mostAhead, 4 * given - read++);
        Assert.Equal(40, read);
        Assert.InRange(mostAhead, 4, 8);

        IEnumerable<Portfolio> Slow()
        {
            for (; given < 10; given++)
            {
                Thread.Sleep(60);
                yield return Landes();
            }
        }
    }

    [Fact]
    public void Stream_OfManyPosts_ReadsOnlyAFewAheadOfItsReader()
    {
        int asked = 0;
        IEnumerable<Portfolio> Asked()
        {
            Portfolio landes = Landes();
            for (; ; asked++)
                yield return landes;
        }
        int read = FundingAnalysis.Stream(Asked(), asOf).Take(4_000).Count();
        Assert.Equal(4_000, read);
        Assert.InRange(asked * 4, 4_000, 4_000 + 100 * (Environment.ProcessorCount + 4));
    }

    [Fact]
    public void Stream_OfTenTimesThePosts_HoldsNoMorePortfolios()
    {
        int few = MostHeld(10), many = MostHeld(100);
        Assert.InRange(many, 0, few + 5);
    }

    /// <summary>The most portfolios alive while so many, each made for the occasion, of a hundred posts, are streamed.</summary>
    private static int MostHeld(int portfolios)
    {
        var made = new System.Collections.Concurrent.ConcurrentBag<WeakReference>();
        int most = 0, read = 0;
        foreach (PostFunding post in FundingAnalysis.Stream(Enumerable.Range(0, portfolios).Select(_ => Made(made)), asOf))
            if (post.Agreed.FullyFundedUntil.State is HorizonState.Until && ++read % 500 == 0)
            {
                GC.Collect();
                most = Math.Max(most, made.Count(portfolio => portfolio.IsAlive));
            }
        Assert.Equal(portfolios * 100, read);
        return most;
    }

    private static Portfolio Made(System.Collections.Concurrent.ConcurrentBag<WeakReference> made)
    {
        var portfolio = HundredPosts();
        made.Add(new(portfolio));
        return portfolio;
    }

    private static Portfolio HundredPosts()
    {
        var facts = Landes().Facts;
        Post post = facts.Posts[0];
        Commitment commitment = facts.Commitments.First(c => c.Posts.Contains(post.Id) && c.IsAgreed);
        return Portfolio.Create(facts with
        {
            Posts = [.. Enumerable.Range(0, 100).Select(i => post with { Id = $"P{i}" })],
            Commitments = [.. Enumerable.Range(0, 100)
                    .Select(i => commitment with { Id = $"C{i}", Posts = [$"P{i}"], Amount = new Amount.ShareOfCost(Share.Whole) })],
        });
    }

    private static Portfolio Landes() => Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json"));

    /// <summary>Two balances on one post: each promise is sound, and which of them pays what cannot be said.</summary>
    private static Portfolio Contradicting()
    {
        var facts = Landes().Facts;
        Commitment one = facts.Commitments.First(c => c.IsAgreed) with { Amount = Amount.TheBalance, Instalments = null };
        // Until the amendment of one is decided, two bear the balance.
        return Portfolio.Create(facts with
        {
            Commitments = [one, one with { Id = "B" },
                one with { Id = "B2", Amends = "B", Amount = Amount.NotPublished, DecidedOn = asOf.PlusYears(1) }],
        });
    }

    /// <summary>Campaigns, some of them closed: a missed deadline makes a risk critical.</summary>
    private static PortfolioFacts WithCampaigns(PortfolioFacts facts, int number, LocalDate day) => number % 2 == 0 ? facts : facts with
    {
        Campaigns =
        [
            new("E", null, day.Year) { Closes = day.PlusDays(number % 3 - 1) },
            new("E", null, day.Year + 1) { Closes = day.PlusDays(-number) },
            new("D", null, day.Year + 2) { Closes = day.PlusDays(30) },
        ],
    };

    private static IEnumerable<string> Lines(PostFunding post) => [.. EngineAnswer.PostLines(post), $"{post.Id}.risk {Words(post.Risk)}"];

    private static string Words(PostRisk? risk) => risk is null ? "none"
        : $"{risk.Level} {risk.AtBest} {risk.AtWorst} {risk.Exposure} "
            + $"{string.Join(" ", risk.Causes.Select(Words))}";

    private static string Words(RiskCause cause) => $"{cause.Kind}/{cause.Level}/{cause.Day}/{cause.Funder?.Id}/{cause.Parameter}";
}
