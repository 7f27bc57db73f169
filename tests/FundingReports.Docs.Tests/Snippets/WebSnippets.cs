using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using FundingReports.Excel;
using FundingReports.Exchange;
using FundingReports.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FundingReports.Docs.Tests.Snippets;

/// <summary>docs/web.md.</summary>
public class WebSnippets
{
    [Fact]
    public void Json()
    {
        FundingAnalysis analysis = Portfolio.Load("portfolio.json").Analyze(asOf: new LocalDate(2022, 2, 8));
        // page
        var answer = new Reply("L1", analysis.Year(2024).Agreed.Gap, analysis.Posts[0].Agreed.FullyFundedUntil);
        string json = JsonSerializer.Serialize(answer, JsonSerializerOptions.Web);
        // {"post":"L1","gap":{"unknown":["cost"]},"until":{"state":"until","surely":"2023-07-23", …
        Reply read = JsonSerializer.Deserialize<Reply>(json, JsonSerializerOptions.Web)!;
        // end of page
        const string begins = """{"post":"L1","gap":{"unknown":["cost"]},"until":{"state":"until","surely":"2023-07-23",""";
        Assert.StartsWith(begins, json, StringComparison.Ordinal);
        Assert.Equal(answer, read);
    }

    // As it stands on the page, and as it is pasted: it runs until it is stopped.
    private static void Least(string[] args)
    {
        // page
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddFundingReports();                                         // the rules that ship: see below
        builder.Services.AddRateLimiter(options => options.AddConcurrencyLimiter("few", few => (few.PermitLimit, few.QueueLimit) = (4, 64)));
        WebApplication app = builder.Build();
        app.UseRateLimiter();                                                         // four at once, 64 that wait, then 503
        RouteGroupBuilder few = app.MapGroup("").RequireRateLimiting("few");

        few.MapPost("/analyses", async (Stream body, DateOnly asOf, FundingAnalyzer analyzer, CancellationToken aborted) =>
        {
            var (portfolio, problems) = await Portfolio.TryLoadAsync(body, aborted);
            return portfolio is not null
                && analyzer.TryAnalyze(portfolio, LocalDate.FromDateOnly(asOf), out FundingAnalysis? analysis, out problems, cancellationToken: aborted)
                ? Results.Ok(analysis)                                                // analysis@1
                : Results.ValidationProblem(problems.ByPath(Language.French));        // 400: posts[0].from, commitments[3].until…
        }).Accepts<Portfolio>("application/json");                                    // any other kind: 415

        few.MapPost("/workbooks", async (IFormFile plan, DateOnly asOf, FundingAnalyzer analyzer, HttpResponse answer, CancellationToken aborted) =>
        {
            await using Stream upload = plan.OpenReadStream();
            IntakeReading reading = await IntakeReader.ReadAsync(upload, Path.GetFileName(plan.FileName), cancellationToken: aborted);
            ImmutableArray<Problem> problems = reading.Problems;
            if (reading.Portfolio is not { } portfolio
                || !analyzer.TryAnalyze(portfolio, LocalDate.FromDateOnly(asOf), out FundingAnalysis? analysis, out problems, cancellationToken: aborted))
                return Results.ValidationProblem(reading.AtCells(problems).ByPath(Language.French));  // 400: Financements!F5…
            answer.Headers["Problem-Count"] = $"{reading.Problems.Length}";           // warnings: /problems says them
            return Results.Stream(
                body => analysis.SaveWorkbookAsync(body, Language.French, cancellationToken: aborted),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "rapport.xlsx");
        }).DisableAntiforgery();

        few.MapPost("/problems", async (IFormFile plan, CancellationToken aborted) =>
        {
            await using Stream upload = plan.OpenReadStream();
            IntakeReading reading = await IntakeReader.ReadAsync(upload, Path.GetFileName(plan.FileName), cancellationToken: aborted);
            return Results.Ok(reading.Problems.ByPath(Language.French, withWarnings: true));  // a column not read, a row without a status…
        }).DisableAntiforgery();

        app.Run();
        // end of page
    }

    [Fact]
    public async Task MinimalApis()
    {
        (Task program, IHost app) = await StartedAsync(Least);
        using var client = new HttpClient { BaseAddress = new(AddressOf(app)), Timeout = Timeout.InfiniteTimeSpan };
        byte[] file = await File.ReadAllBytesAsync("portfolio.json");
        string expected = Portfolio.Load("portfolio.json").Analyze(new LocalDate(2022, 2, 8)).ToJson();
        using HttpResponseMessage right = await client.PostAsync("/analyses?asOf=2022-02-08", Body(file));
        Assert.Equal(Parsed(expected), Parsed(await right.Content.ReadAsStringAsync()));
        Assert.Equal(["asOf"], await PlacesAsync(client.PostAsync("/analyses?asOf=1500-01-01", Body(file))));
        Assert.Equal(["format"], await PlacesAsync(client.PostAsync("/analyses?asOf=2022-02-08", Body("""{"format":"x"}"""u8.ToArray()))));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(client.PostAsync("/analyses?asOf=demain", Body(file))));
        // What the page says of other kinds of content.
        Assert.Equal(HttpStatusCode.OK,
            await StatusAsync(client.PostAsync("/analyses?asOf=2022-02-08", Body(file, "application/json; charset=utf-8"))));
        foreach (string type in (string[])["text/csv", "application/octet-stream", "application/x-www-form-urlencoded"])
            Assert.Equal(HttpStatusCode.UnsupportedMediaType,
                await StatusAsync(client.PostAsync("/analyses?asOf=2022-02-08", Body(file, type))));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType,
            await StatusAsync(client.PostAsync("/workbooks?asOf=2022-02-08", Body(file))));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client.PostAsync("/analyses?asOf=2022-02-08", new ByteArrayContent(file))));

        byte[] plan = await File.ReadAllBytesAsync("plan.xlsx");
        using HttpResponseMessage workbook = await client.PostAsync("/workbooks?asOf=2026-02-08", Sent(plan, "plan.xlsx"));
        using var known = new MemoryStream();
        IntakeReading reading = IntakeReader.Read("plan.xlsx");
        reading.Portfolio!.Analyze(new LocalDate(2026, 2, 8)).SaveWorkbook(known);
        Assert.Equal(known.ToArray(), await workbook.Content.ReadAsByteArrayAsync());
        Assert.Equal([$"{reading.Problems.Length}"], workbook.Headers.GetValues("Problem-Count"));
        byte[] wrong = "Poste;Financeur;2026\nP;État;beaucoup\n"u8.ToArray();
        Assert.Contains("!C2", Assert.Single(await PlacesAsync(client.PostAsync("/workbooks?asOf=2026-02-08", Sent(wrong, "plan.csv")))),
            StringComparison.Ordinal);
        // What was read all the same, and asks to be looked at.
        byte[] odd = "Poste;Financeur;Pointure;2026\nP;État;44;20000\n"u8.ToArray();
        using HttpResponseMessage looked = await client.PostAsync("/workbooks?asOf=2026-02-08", Sent(odd, "plan.csv"));
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        Problem[] warnings = [.. IntakeReader.Read(new MemoryStream(odd), "plan.csv").Problems];
        Assert.Contains(warnings, problem => problem.Code is ProblemCode.ColumnNotRead);
        Assert.Equal([$"{warnings.Length}"], looked.Headers.GetValues("Problem-Count"));
        using HttpResponseMessage listed = await client.PostAsync("/problems", Sent(odd, "plan.csv"));
        using JsonDocument said = JsonDocument.Parse(await listed.Content.ReadAsStringAsync());
        Assert.Equal(warnings.Select(problem => problem.Path).Distinct(), said.RootElement.EnumerateObject().Select(place => place.Name));

        app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await program;
    }

    // A program gives its host to nobody; who watches sees it built, on the way of the call that builds it.
    private static readonly AsyncLocal<TaskCompletionSource<IHost>?> watched = new();

    private static async Task<(Task Program, IHost Host)> StartedAsync(Action<string[]> main)
    {
        var built = new TaskCompletionSource<IHost>(TaskCreationOptions.RunContinuationsAsynchronously);
        watched.Value = built;
        using IDisposable watching = DiagnosticListener.AllListeners.Subscribe(new Watcher<DiagnosticListener>(listener =>
        {
            if (listener.Name == "Microsoft.Extensions.Hosting")
                listener.Subscribe(new Watcher<KeyValuePair<string, object?>>(said =>
                {
                    if (said is { Key: "HostBuilt", Value: IHost host })
                        watched.Value?.TrySetResult(host);
                }));
        }));
        Task program = Task.Factory.StartNew(() => main(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAny(built.Task, program);
        IHost app = built.Task.IsCompleted ? await built.Task : throw new InvalidOperationException("The program ended.", program.Exception);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        await Task.WhenAny(started.Task, program);
        Assert.False(program.IsCompleted, "The program ended at once.");
        return (program, app);
    }

    private static string AddressOf(IHost app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    private static ByteArrayContent Body(byte[] bytes, string type = "application/json")
    {
        var body = new ByteArrayContent(bytes);
        body.Headers.Add("Content-Type", type);
        return body;
    }

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> asked)
    {
        using HttpResponseMessage answer = await asked;
        return answer.StatusCode;
    }

    private sealed class Watcher<T>(Action<T> next) : IObserver<T>
    {
        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void OnNext(T value) => next(value);
    }

    private static MultipartFormDataContent Sent(byte[] file, string name) => new() { { new ByteArrayContent(file), "plan", name } };

    private static async Task<List<string>> PlacesAsync(Task<HttpResponseMessage> asked)
    {
        using HttpResponseMessage answer = await asked;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using JsonDocument said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. said.RootElement.GetProperty("errors").EnumerateObject().Select(place => place.Name)];
    }

    private static string Parsed(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();

    private sealed record Reply(string Post, Knowable<Euros> Gap, FundingHorizon Until);
}
