using System.Diagnostics;
using System.Net;
using System.Text;
using FundingReports.Benchmarks;
using FundingReports.Excel;
using FundingReports.Tests;
using Microsoft.AspNetCore.Builder;
using Xunit.Abstractions;

namespace FundingReports.Service.Tests;

/// <summary>Many at once: every answer is right, memory is bounded, and nobody works for a caller who has left.</summary>
/// <remarks>Times are printed, and held to bounds so wide that only a fault passes them.</remarks>
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int AtOnce = 20;
    private const string AsOf = "?asOf=2022-02-08";

    [Fact]
    public async Task TwoHundredRequests_TwentyAtOnce_AreEachAnsweredRightly()
    {
        byte[] landes = RunningService.Landes;
        byte[] form = await File.ReadAllBytesAsync(Repository.PathOf("seeds", "intake", "departement-des-landes.csv"));
        FundingAnalysis expected = Portfolio.Parse(Encoding.UTF8.GetString(landes)).Analyze(new(2022, 2, 8));
        using var workbook = new MemoryStream();
        expected.SaveWorkbook(workbook);
        string json = Parsed(expected.ToJson());
        Portfolio asked = Exchange.IntakeReader.Read(new MemoryStream(form), "plan.csv").Portfolio!;
        string ofForm = Parsed(asked.Analyze(new(2022, 2, 8)).ToJson());

        await using WebApplication app = RunningService.Built("--Service:Waiting=200");
        await app.StartAsync();
        using HttpClient client = RunningService.ClientOf(app);
        var twenty = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), twenty, async (number, cancellation) =>
        {
            (string route, HttpContent body) = (number % 4) switch
            {
                0 => ("/workbooks", RunningService.Json(landes)),
                1 => ("/analyses", RunningService.Body(form, "text/csv")),
                2 => ("/analyses", RunningService.Json("{}"u8.ToArray())),
                _ => ("/analyses", RunningService.Json(landes)),
            };
            using HttpResponseMessage answer = await client.PostAsync($"{route}{AsOf}&name=plan.csv", body, cancellation);
            Assert.Equal(number % 4 == 2 ? HttpStatusCode.BadRequest : HttpStatusCode.OK, answer.StatusCode);
            byte[] bytes = await answer.Content.ReadAsByteArrayAsync(cancellation);
            if (number % 4 == 0)
                Assert.Equal(workbook.ToArray(), bytes);
            else if (number % 4 != 2)
                Assert.Equal(number % 4 == 1 ? ofForm : json, Parsed(Encoding.UTF8.GetString(bytes)));
        });
    }

    [Fact]
    public async Task TwentyWorkbooksOfTwoHundredPosts_AtOnce_AreTheSame_InBoundedMemory()
    {
        Portfolio portfolio = Portfolio.Create(ManyPosts.With(200));
        byte[] body = Encoding.UTF8.GetBytes(portfolio.ToJson());
        using var expected = new MemoryStream();
        portfolio.Analyze(new(2022, 2, 8)).SaveWorkbook(expected);
        await using WebApplication app = RunningService.Built();
        await app.StartAsync();
        using HttpClient client = RunningService.ClientOf(app);

        long before = GC.GetTotalMemory(forceFullCollection: true), most = before;
        using var watch = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 20);
        var time = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            using HttpResponseMessage answer = await client.PostAsync($"/workbooks{AsOf}", RunningService.Json(body));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(expected.ToArray(), await answer.Content.ReadAsByteArrayAsync());
        }));
        time.Stop();
        await watch.DisposeAsync();
        long after = GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine($"{AtOnce} workbooks of 200 posts, {expected.Length / 1000} kB each: {time.Elapsed.TotalSeconds:0.0} s, "
            + $"at most {most / 1_000_000} MB held, {(after - before) / 1_000_000} MB more afterwards.");
        Assert.True(most < 1_500_000_000, $"{most} bytes were held.");
        Assert.True(after - before < 200_000_000, $"{after - before} bytes are still held.");
    }

    /// <summary>One request at a time: the next is only begun when the abandoned one has stopped.</summary>
    [Fact]
    public async Task RequestThatIsGivenUp_StopsWorking()
    {
        byte[] large = Encoding.UTF8.GetBytes(Portfolio.Create(ManyPosts.With(3_000)).ToJson());
        await using WebApplication app = RunningService.Built("--Service:AtOnce=1");
        await app.StartAsync();
        using HttpClient client = RunningService.ClientOf(app);
        using (HttpResponseMessage first = await client.PostAsync($"/workbooks{AsOf}", RunningService.Json(RunningService.Landes)))
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        var longest = TimeSpan.Zero;
        foreach ((string route, int patience) in (IEnumerable<(string, int)>)[
            ("workbooks", 200), ("workbooks", 700), ("workbooks", 1_500), ("workbooks", 3_000), ("workbooks", 6_000), ("analyses", 700)])
        {
            using var leaving = new CancellationTokenSource(patience);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => client.PostAsync($"/{route}{AsOf}", RunningService.Json(large), leaving.Token));
            var time = Stopwatch.StartNew();
            TimeSpan used = Environment.CpuUsage.TotalTime;
            using HttpResponseMessage next = await client.PostAsync("/analyses?asOf=hier", RunningService.Json("{}"u8.ToArray()));
            Assert.Equal(HttpStatusCode.BadRequest, next.StatusCode);
            output.WriteLine($"/{route} given up after {patience} ms: the next was answered {time.ElapsedMilliseconds} ms later.");
            // On a machine that is busy with other things it waits, and does not work.
            used = Environment.CpuUsage.TotalTime - used;
            TimeSpan worked = used < time.Elapsed ? used : time.Elapsed;
            longest = worked > longest ? worked : longest;
        }
        Assert.True(longest < TimeSpan.FromSeconds(10), $"An abandoned request worked on for {longest}.");
    }

    private static string Parsed(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();
}
