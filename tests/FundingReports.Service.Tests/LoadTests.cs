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

    /// <summary>
    /// From the moment when a caller leaves to that when nothing works for it any more, among twenty at once, at moments at which it is
    /// read, analysed, reported on and written.
    /// </summary>
    [Fact]
    public async Task RequestThatIsGivenUp_AmongTwentyAtOnce_StopsWorking()
    {
        byte[] large = Encoding.UTF8.GetBytes(Portfolio.Create(ManyPosts.With(600)).ToJson()), landes = RunningService.Landes;
        await using WebApplication app = RunningService.Built("--Service:Waiting=200");
        // Behind the limiter, around the work: both ends of what a request holds its place for.
        Abandoned? now = null;
        app.Use(async (http, next) =>
        {
            Abandoned? own = http.Request.Query.ContainsKey("given-up") ? now : null;
            own?.Begun.SetResult();
            try
            {
                await next();
            }
            finally
            {
                own?.Stopped.SetResult(Stopwatch.GetTimestamp());
            }
        });
        await app.StartAsync();
        using HttpClient client = RunningService.ClientOf(app);
        using var enough = new CancellationTokenSource();
        int answered = 0;
        Task[] others = [.. Enumerable.Range(0, AtOnce - 1).Select(_ => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                using HttpResponseMessage answer = await client.PostAsync($"/workbooks{AsOf}", RunningService.Json(landes));
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Interlocked.Increment(ref answered);
            }
        }))];

        // How long one takes that is not given up, beside the same others: the moments are parts of it, on any machine.
        long began = Stopwatch.GetTimestamp();
        using (HttpResponseMessage answer = await client.PostAsync($"/workbooks{AsOf}", RunningService.Json(large)))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        TimeSpan whole = Stopwatch.GetElapsedTime(began);
        var took = new List<TimeSpan>();
        for (int i = 0; i < Moments; i++)
        {
            var patience = 0.8 * whole * Math.Pow(0.01, 1 - (double)i / (Moments - 1));
            now = new();
            using var leaving = new CancellationTokenSource();
            string route = i % 4 == 3 ? "analyses" : "workbooks";
            Task<HttpResponseMessage> asked = client.PostAsync($"/{route}{AsOf}&given-up", RunningService.Json(large), leaving.Token);
            await now.Begun.Task;
            if (await Task.WhenAny(asked, Task.Delay(patience)) == asked)
            {
                (await asked).Dispose();
                continue;
            }
            long left = Stopwatch.GetTimestamp();
            await leaving.CancelAsync();
            try
            {
                // The answer may have come between the two: nobody left it.
                (await asked).Dispose();
                continue;
            }
            catch (OperationCanceledException)
            {
            }
            took.Add(Stopwatch.GetElapsedTime(left, await now.Stopped.Task.WaitAsync(TimeSpan.FromMinutes(5))));
            output.WriteLine($"/{route} given up after {patience.TotalSeconds:0.00} s: stopped {took[^1].TotalMilliseconds:0} ms later.");
        }
        await enough.CancelAsync();
        await Task.WhenAll(others);
        Assert.True(took.Count > Moments / 2, $"Only {took.Count} of {Moments} were given up before they were answered.");
        took.Sort();
        output.WriteLine($"{took.Count} given up while {answered} others were answered: stopped after "
            + $"{took[took.Count / 2].TotalMilliseconds:0} ms in the median, {took[^1].TotalMilliseconds:0} ms at most.");
        // Most are given up before half of the work is done: who worked on would need as much again.
        TimeSpan most = TimeSpan.FromSeconds(Math.Max(5, whole.TotalSeconds / 3));
        Assert.True(took[^1] < most, $"An abandoned request worked on for {took[^1]}; a whole one takes {whole}.");
    }

    private const int Moments = 16;

    /// <summary>A request whose caller leaves: when it has its place, and when it has given it back.</summary>
    private sealed class Abandoned
    {
        internal TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal TaskCompletionSource<long> Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static string Parsed(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();
}
