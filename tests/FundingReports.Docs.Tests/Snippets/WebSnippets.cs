using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using FundingReports.Excel;
using FundingReports.Exchange;
using FundingReports.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
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

    [Fact]
    public async Task MinimalApis()
    {
        string[] args = [];
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
        });

        few.MapPost("/workbooks", async (IFormFile plan, DateOnly asOf, FundingAnalyzer analyzer, CancellationToken aborted) =>
        {
            await using Stream upload = plan.OpenReadStream();
            IntakeReading reading = await IntakeReader.ReadAsync(upload, Path.GetFileName(plan.FileName), cancellationToken: aborted);
            ImmutableArray<Problem> problems = reading.Problems;
            if (reading.Portfolio is not { } portfolio
                || !analyzer.TryAnalyze(portfolio, LocalDate.FromDateOnly(asOf), out FundingAnalysis? analysis, out problems, cancellationToken: aborted))
                return Results.ValidationProblem(reading.AtCells(problems).ByPath(Language.French));  // 400: Financements!F5…
            return Results.Stream(
                body => analysis.SaveWorkbookAsync(body, Language.French, cancellationToken: aborted),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "rapport.xlsx");
        }).DisableAntiforgery();
        // end of page
        await using (app)
        {
            app.Urls.Add("http://127.0.0.1:0");
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new(app.Urls.Single()), Timeout = Timeout.InfiniteTimeSpan };
            byte[] file = await File.ReadAllBytesAsync("portfolio.json");
            string expected = Portfolio.Load("portfolio.json").Analyze(new LocalDate(2022, 2, 8)).ToJson();
            using HttpResponseMessage right = await client.PostAsync("/analyses?asOf=2022-02-08", new ByteArrayContent(file));
            Assert.Equal(Parsed(expected), Parsed(await right.Content.ReadAsStringAsync()));
            Assert.Equal(["asOf"], await PlacesAsync(client.PostAsync("/analyses?asOf=1500-01-01", new ByteArrayContent(file))));
            Assert.Equal(["format"], await PlacesAsync(client.PostAsync("/analyses?asOf=2022-02-08", new ByteArrayContent("""{"format":"x"}"""u8.ToArray()))));
            using HttpResponseMessage undated = await client.PostAsync("/analyses?asOf=demain", new ByteArrayContent(file));
            Assert.Equal(HttpStatusCode.BadRequest, undated.StatusCode);

            byte[] plan = await File.ReadAllBytesAsync("plan.xlsx");
            using HttpResponseMessage workbook = await client.PostAsync("/workbooks?asOf=2026-02-08", Sent(plan, "plan.xlsx"));
            using var known = new MemoryStream();
            IntakeReader.Read("plan.xlsx").Portfolio!.Analyze(new LocalDate(2026, 2, 8)).SaveWorkbook(known);
            Assert.Equal(known.ToArray(), await workbook.Content.ReadAsByteArrayAsync());
            byte[] wrong = "Poste;Financeur;2026\nP;État;beaucoup\n"u8.ToArray();
            Assert.Contains("!C2", Assert.Single(await PlacesAsync(client.PostAsync("/workbooks?asOf=2026-02-08", Sent(wrong, "plan.csv")))),
                StringComparison.Ordinal);
        }
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
