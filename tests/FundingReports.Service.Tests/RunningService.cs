using FundingReports.Tests;
using Microsoft.AspNetCore.Builder;

namespace FundingReports.Service.Tests;

/// <summary>The example as it runs, on a real server at a free port of this machine.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private WebApplication app = null!;

    internal HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        app = Built();
        await app.StartAsync();
        Client = ClientOf(app);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    internal static WebApplication Built(params string[] args) => global::WebService.FundingService.Build([
        "--contentRoot", Repository.PathOf("examples", "WebService"), "--urls", "http://127.0.0.1:0",
        "--Logging:LogLevel:Default=None", .. args]);

    // A hundred seconds of the clock, which a client waits otherwise, are soon gone where many others work.
    internal static HttpClient ClientOf(WebApplication app) =>
        new() { BaseAddress = new(app.Urls.Single()), Timeout = Timeout.InfiniteTimeSpan };

    internal static byte[] Landes => File.ReadAllBytes(Repository.PathOf("seeds", "landes", "portfolio-with-assumptions.json"));

    internal static HttpContent Body(byte[] bytes, string type)
    {
        var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new(type);
        return body;
    }

    internal static HttpContent Json(byte[] bytes) => Body(bytes, "application/json");
}
