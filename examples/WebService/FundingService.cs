using System.Threading.RateLimiting;
using FundingReports;
using FundingReports.Exchange;
using Microsoft.AspNetCore.Diagnostics;

namespace WebService;

/// <summary>The service: which routes there are, and what holds for all of them.</summary>
public static class FundingService
{
    private const string OneOfFew = "one of few";

    /// <summary>The service, not yet started.</summary>
    /// <param name="args">Configuration on the command line: <c>--urls http://127.0.0.1:5000</c>, <c>--FundingReports:PolicyFile regles.json</c>.</param>
    public static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        // The rules are those that ship, or a file that the configuration names; a wrong file stops the start, not the first request.
        builder.Services.AddFundingReports();
        builder.Services.AddOptions<FundingReportsOptions>().BindConfiguration(FundingReportsOptions.Section);
        builder.Services.AddProblemDetails();
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = builder.Configuration.GetValue("Service:LargestBody", 16L << 20));
        LimitWork(builder);

        WebApplication app = builder.Build();
        _ = app.Services.GetRequiredService<FundingAnalyzer>();
        // What the server refuses of a request (a body that is too large, or cut short) keeps its own status.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = thrown => thrown is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
        app.UseRateLimiter();

        app.MapGet("/health", (FundingAnalyzer analyzer) => new { status = "ok", policies = analyzer.Policies.Hash });
        RouteGroupBuilder work = app.MapGroup("").RequireRateLimiting(OneOfFew);
        work.MapPost("/analyses", Routes.AnalyseAsync);
        work.MapPost("/workbooks", Routes.WorkbookAsync);
        work.MapPost("/forms", Routes.FormAsync);
        work.MapPost("/problems", Routes.ProblemsAsync);
        return app;
    }

    // A workbook takes memory: so many at once, so many that wait, and 503 for the rest.
    private static void LimitWork(WebApplicationBuilder builder)
    {
        int atOnce = builder.Configuration.GetValue("Service:AtOnce", 4), waiting = builder.Configuration.GetValue("Service:Waiting", 64);
        // Who is worked for holds a thread: as many more, so that one is free to see that a caller has left. The pool alone grows slowly.
        ThreadPool.GetMinThreads(out int threads, out int ports);
        ThreadPool.SetMinThreads(Math.Max(threads, 2 * (atOnce + Environment.ProcessorCount)), ports);
        builder.Services.AddRateLimiter(options => options.AddPolicy(OneOfFew, _ => RateLimitPartition.GetConcurrencyLimiter(
            OneOfFew, _ => new() { PermitLimit = atOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst })));
    }
}
