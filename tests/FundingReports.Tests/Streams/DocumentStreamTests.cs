using System.Text;
using CsCheck;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Scenarios;
using FundingReports.Tests.Json;
using FundingReports.Tests.Naive;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Streams;

/// <summary>Documents in and out of streams that allow nothing synchronous; what is cancelled leaves nothing.</summary>
public sealed class DocumentStreamTests : IDisposable
{
    private static readonly LocalDate asOf = new(2022, 2, 8);
    private static readonly byte[] landes = File.ReadAllBytes(Repository.PathOf("seeds", "landes", "portfolio.json"));
    private readonly string folder = Directory.CreateTempSubdirectory("documents-").FullName;

    [Fact]
    public async Task Portfolio_FromAStream_IsTheOneOfItsFile()
    {
        var stream = new AsyncOnly(landes);
        Portfolio portfolio = await Portfolio.LoadAsync(stream);
        Assert.True(stream.IsReadToItsEnd);
        string path = Repository.PathOf("seeds", "landes", "portfolio.json");
        Assert.Equal(Portfolio.Load(path).Hash, portfolio.Hash);
        Assert.Equal(portfolio.Hash, (await Portfolio.LoadAsync(path)).Hash);
        var (again, problems) = await Portfolio.TryLoadAsync(new AsyncOnly(landes));
        Assert.Equal(portfolio.ToJson(), again!.ToJson());
        Assert.Equal<Problem>(portfolio.Findings, problems);
    }

    [Fact]
    public async Task Policies_AndScenarios_FromAStream_AreThoseOfTheirFiles()
    {
        string policies = Repository.PathOf("seeds", "policies", "default.json");
        Assert.Equal(PolicySet.Default.Hash, (await PolicySet.LoadAsync(new AsyncOnly(File.ReadAllBytes(policies)))).Hash);
        Assert.Equal(PolicySet.Default.Hash, (await PolicySet.LoadAsync(policies)).Hash);
        Assert.Equal(PolicySet.Default.Hash, PolicySet.Load(File.OpenRead(policies)).Hash);
        string scenario = Directory.EnumerateFiles(Repository.PathOf("seeds", "landes", "scenarios"), "*.json")
            .Order(StringComparer.Ordinal).First();
        Scenario read = Scenario.Load(scenario);
        foreach (Scenario other in (Scenario[])[await Scenario.LoadAsync(new AsyncOnly(File.ReadAllBytes(scenario))),
            await Scenario.LoadAsync(scenario), Scenario.Load(new MemoryStream(File.ReadAllBytes(scenario)))])
            Assert.Equal((read.Name, read.Changes.Length), (other.Name, other.Changes.Length));
    }

    [Fact]
    public async Task Document_WithErrors_SaysThemAll()
    {
        byte[] bad = Encoding.UTF8.GetBytes("""{ "format": "fundingreports/portfolio@1", "posts": [{ "id": "P" }], "funders": 3 }""");
        Assert.False(Portfolio.TryRead(bad, out _, out var expected));
        var (none, problems) = await Portfolio.TryLoadAsync(new AsyncOnly(bad));
        Assert.Null(none);
        Assert.Equal<Problem>(expected, problems);
        var thrown = await Assert.ThrowsAsync<PortfolioException>(() => Portfolio.LoadAsync(new AsyncOnly(bad)));
        Assert.Equal<Problem>(expected, thrown.Problems);
        Assert.NotEmpty((await Assert.ThrowsAsync<PolicySetException>(() => PolicySet.LoadAsync(new AsyncOnly(bad)))).Problems);
        Assert.NotEmpty((await Assert.ThrowsAsync<PortfolioException>(() => Scenario.LoadAsync(new AsyncOnly(bad)))).Problems);
    }

    [Fact]
    public async Task Exceptions_OfAFile_NameIt()
    {
        string path = Path.Combine(folder, "faux.json");
        File.WriteAllText(path, "{");
        Exception[] all =
        [
            Assert.Throws<PortfolioException>(() => Portfolio.Load(path)),
            await Assert.ThrowsAsync<PortfolioException>(() => Portfolio.LoadAsync(path)),
            Assert.Throws<PortfolioException>(() => Scenario.Load(path)),
            await Assert.ThrowsAsync<PortfolioException>(() => Scenario.LoadAsync(path)),
            Assert.Throws<PolicySetException>(() => PolicySet.Load(path)),
            await Assert.ThrowsAsync<PolicySetException>(() => PolicySet.LoadAsync(path)),
        ];
        Assert.All(all, error => Assert.StartsWith(path, error.Message, StringComparison.Ordinal));
        Assert.All(all, error => Assert.Equal(path, (error as PortfolioException)?.FilePath ?? (error as PolicySetException)!.FilePath));
        Assert.Null(Assert.Throws<PortfolioException>(() => Portfolio.Parse("{")).FilePath);
    }

    [Fact]
    public async Task Exceptions_OfASave_NameTheFile_AndNoOther()
    {
        Portfolio portfolio = Portfolio.Load(new MemoryStream(landes));
        string nowhere = Path.Combine(folder, "nulle-part", "p.json");
        string taken = Directory.CreateDirectory(Path.Combine(folder, "dossier")).FullName;
        foreach (string path in (string[])[nowhere, taken])
            foreach (Exception? error in (Exception?[])
                [Record.Exception(() => portfolio.Save(path)), await Record.ExceptionAsync(() => portfolio.SaveAsync(path))])
            {
                Assert.True(error is IOException or UnauthorizedAccessException, $"{error}");
                Assert.DoesNotContain("fundingreports-tmp", error.ToString(), StringComparison.Ordinal);
                Assert.Contains(path, error.Message, StringComparison.Ordinal);
            }
        Assert.Equal([taken], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public Task Written_OfAnyPortfolio_IsTheTextOfItsOwn() => Generators.Question.SampleAsync(
        async question =>
        {
            Portfolio portfolio = Portfolio.Create(question.Facts);
            FundingAnalysis analysis = portfolio.Analyze(question.AsOf, question.Through);
            var (facts, answers) = (new AsyncOnly(), new AsyncOnly());
            await portfolio.WriteJsonAsync(facts);
            await analysis.WriteJsonAsync(answers);
            using var atOnce = new MemoryStream();
            analysis.WriteJson(atOnce);
            portfolio.WriteJson(atOnce);
            Assert.Equal(analysis.ToJson() + portfolio.ToJson(), Encoding.UTF8.GetString(atOnce.ToArray()));
            Assert.Equal(portfolio.ToJson(), Encoding.UTF8.GetString(facts.Taken));
            Assert.Equal(analysis.ToJson(), Encoding.UTF8.GetString(answers.Taken));
        },
        iter: Rounds.Of(20));

    [Fact]
    public async Task Save_ThenLoad_IsTheSame_AndLeavesOneFile()
    {
        string path = Path.Combine(folder, "p.json");
        Portfolio portfolio = Portfolio.Load(new MemoryStream(landes));
        await portfolio.SaveAsync(path);
        Assert.Equal(portfolio.ToJson(), File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    /// <summary>The token is cancelled by the stream itself, at any of its calls: nothing goes on after it.</summary>
    [Fact]
    public Task Reading_CancelledAtAnyPiece_StopsThere() => Gen.Int[1, landes.Length / 1_000].SampleAsync(
        async piece =>
        {
            using var stop = new CancellationTokenSource();
            int calls = 0;
            var stream = new AsyncOnly(landes, call =>
            {
                calls = call;
                if (call == piece)
                    stop.Cancel();
            });
            await Cancelled(() => Portfolio.LoadAsync(stream, stop.Token), stop.Token);
            Assert.Equal(piece, calls);
        },
        iter: Rounds.Of(20));

    [Fact]
    public async Task Writing_CancelledInTheMiddle_StopsThere()
    {
        FundingAnalysis analysis = Many(60).Analyze(asOf);
        byte[] whole = Encoding.UTF8.GetBytes(analysis.ToJson());
        int parts = 0;
        await analysis.WriteJsonAsync(new AsyncOnly(afterEach: call => parts = call));
        Assert.True(parts > 5, $"{parts} parts of {whole.Length} bytes");
        for (int part = 1; part < parts; part++)
        {
            using var stop = new CancellationTokenSource();
            var stream = new AsyncOnly(afterEach: call =>
            {
                if (call == part)
                    stop.Cancel();
            });
            await Cancelled(() => analysis.WriteJsonAsync(stream, stop.Token), stop.Token);
            Assert.InRange(stream.Taken.Length, part - 1, (part - 1) * 200_000);
            Assert.True(whole.AsSpan().StartsWith(stream.Taken));
        }
    }

    [Fact]
    public async Task Anything_CancelledBefore_DoesNothing()
    {
        var stop = new CancellationToken(canceled: true);
        Portfolio portfolio = Portfolio.Load(new MemoryStream(landes));
        FundingAnalysis analysis = portfolio.Analyze(asOf);
        string path = Path.Combine(folder, "p.json");
        File.WriteAllText(path, "before");
        var untouched = new AsyncOnly();
        await Cancelled(() => Portfolio.LoadAsync(path, stop), stop);
        await Cancelled(() => Portfolio.LoadAsync(new AsyncOnly(landes), stop), stop);
        await Cancelled(() => portfolio.SaveAsync(path, stop), stop);
        await Cancelled(() => portfolio.WriteJsonAsync(untouched, stop), stop);
        await Cancelled(() => analysis.WriteJsonAsync(untouched, stop), stop);
        Assert.Empty(untouched.Taken);
        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    /// <summary>A file whose writer is cancelled, or fails, half-way: what stood there still does, and nothing else is left.</summary>
    [Fact]
    public async Task File_StoppedHalfWay_LeavesWhatStoodThere()
    {
        string path = Path.Combine(folder, "p.json");
        File.WriteAllText(path, "before");
        using var stop = new CancellationTokenSource();
        await Cancelled(
            () => Files.WholeFile.WriteAsync(path, async (stream, cancellation) =>
            {
                await stream.WriteAsync("half"u8.ToArray(), cancellation);
                stop.Cancel();
            }, stop.Token),
            stop.Token);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Files.WholeFile.WriteAsync(path, (_, _) => throw new InvalidOperationException()));
        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    internal static async Task Cancelled(Func<Task> work, CancellationToken token)
    {
        var stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(work);
        Assert.Equal(token, stopped.CancellationToken);
    }

    /// <summary>So many posts of the Landes, each with a promise of its own.</summary>
    internal static Portfolio Many(int posts)
    {
        var facts = Portfolio.Load(new MemoryStream(landes)).Facts;
        var (post, commitment) = (facts.Posts[0], facts.Commitments.First(c => c.Posts.Contains(facts.Posts[0].Id) && c.IsAgreed));
        return Portfolio.Create(facts with
        {
            Posts = [.. Enumerable.Range(0, posts).Select(i => post with { Id = $"P{i}", Label = $"Poste {i} / {i * 7_919 % 10_007}" })],
            Commitments = [.. Enumerable.Range(0, posts)
                .Select(i => commitment with { Id = $"C{i}", Posts = [$"P{i}"], Amount = new Amount.ShareOfCost(Share.Whole) })],
        });
    }
}
