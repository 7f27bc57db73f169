using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using FundingReports.Policies;
using FundingReports.Scenarios;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FundingReports.Service.Tests;

/// <summary>Types of the library as the parameters and the results of handlers.</summary>
public sealed class BindingTests
{
    private static readonly Assembly[] shipped =
        [typeof(Portfolio).Assembly, typeof(Reports.Report).Assembly, typeof(Excel.WorkbookExtensions).Assembly,
            typeof(Exchange.IntakeReader).Assembly, typeof(WorkbookLint.WorkbookLinter).Assembly];

    /// <summary>One type with a TryParse of another signature than the framework's made every route of a service a 500.</summary>
    [Fact]
    public void EveryPublicType_MayBeAParameter_AndAResult()
    {
        IServiceProvider services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var options = new RequestDelegateFactoryOptions { ServiceProvider = services, RouteParameterNames = [] };
        Type[] types = [.. shipped.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.ContainsGenericParameters && !type.IsByRefLike && !(type.IsAbstract && type.IsSealed))];
        Assert.True(types.Length > 150);
        foreach (Type type in types)
            foreach (string shape in (IEnumerable<string>)[nameof(Takes), nameof(Gives)])
            {
                MethodInfo handler = typeof(BindingTests)
                    .GetMethod(shape, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
                Exception? thrown = Record.Exception(() => RequestDelegateFactory.Create(handler, options: options));
                Assert.True(thrown is null, $"{shape} {type.FullName}: {thrown}");
            }
    }

    [Fact]
    public async Task Handlers_AreGivenWhatWasSent()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
        await using WebApplication app = builder.Build();
        app.MapPost("/portfolio", (Portfolio portfolio) => portfolio);
        app.MapPost("/policies", (PolicySet policies) => policies);
        app.MapPost("/scenario", (Scenario scenario) => scenario);
        app.MapPost("/money", (Money money) => money);
        app.MapGet("/date", (PartialDate on) => on);
        await app.StartAsync();
        using HttpClient client = RunningService.ClientOf(app);

        using HttpResponseMessage portfolio = await client.PostAsync("/portfolio", RunningService.Json(RunningService.Landes));
        Assert.Equal(Portfolio.Parse(Encoding.UTF8.GetString(RunningService.Landes)).ToJson(),
            (await portfolio.Content.ReadFromJsonAsync<Portfolio>())!.ToJson());
        using HttpResponseMessage policies = await client.PostAsJsonAsync("/policies", PolicySet.Default);
        Assert.Equal(PolicySet.Default.Hash, (await policies.Content.ReadFromJsonAsync<PolicySet>())!.Hash);
        var fewer = new ScenarioChange.RemovePost("L4");
        using HttpResponseMessage scenario = await client.PostAsJsonAsync("/scenario", new Scenario("Vide", null, fewer));
        Assert.Equal(fewer, Assert.Single((await scenario.Content.ReadFromJsonAsync<Scenario>())!.Changes));
        var money = new Money(Euros.FromCents(12_345), Knowable<Euros>.Unknown(Missing.Cost));
        using HttpResponseMessage sent = await client.PostAsJsonAsync("/money", money);
        Assert.Equal(money, await sent.Content.ReadFromJsonAsync<Money>());
        Assert.Equal("\"2023-07\"", await client.GetStringAsync("/date?on=2023-07"));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/date?on=2023-13")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/portfolio", RunningService.Json("{}"u8.ToArray()))).StatusCode);
    }

    private static string Takes<T>(T value) => "";

    private static T Gives<T>() => default!;

    private sealed record Money(Euros Asked, [property: JsonRequired] Knowable<Euros> Missing);
}
