using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FundingReports.Web.Tests;

/// <summary>
/// Firefox of the distribution, spoken to by WebDriver BiDi, the standard that it has itself: what Playwright drives is a build of its
/// own.
/// </summary>
internal sealed partial class Firefox : IAsyncDisposable
{
    private readonly Process process;
    private readonly ClientWebSocket socket = new();
    private readonly string profile;
    private string context = "";
    private int next;

    private Firefox(Process process, string profile) => (this.process, this.profile) = (process, profile);

    internal static async Task<Firefox> Start()
    {
        string profile = Directory.CreateTempSubdirectory().FullName;
        var process = Process.Start(new ProcessStartInfo(FirefoxFactAttribute.Firefox!,
            ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
                Environment = { ["HOME"] = profile, ["MOZ_DISABLE_CONTENT_SANDBOX"] = "1" },
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var firefox = new Firefox(process, profile);
        string? address = null;
        while (address is null && await process.StandardError.ReadLineAsync() is { } line)
            address = Address().Match(line) is { Success: true } match ? match.Value : null;
        // The error stream is read to its end, so that Firefox never waits for a reader.
        _ = process.StandardError.ReadToEndAsync();
        await firefox.socket.ConnectAsync(new Uri(address + "/session"), CancellationToken.None);
        await firefox.Ask("session.new", """{"capabilities":{}}""");
        var tree = await firefox.Ask("browsingContext.getTree", "{}");
        firefox.context = tree.GetProperty("contexts")[0].GetProperty("context").GetString()!;
        return firefox;
    }

    [GeneratedRegex("ws://127\\.0\\.0\\.1:[0-9]+")]
    private static partial Regex Address();

    internal Task<JsonElement> Open(string address) =>
        Ask("browsingContext.navigate", $$"""{"context":{{Text(context)}},"url":{{Text(address)}},"wait":"complete"}""");

    /// <summary>What an expression says, as text.</summary>
    internal Task<string> Said(string expression) => SaidBy($"String({expression})");

    private async Task<string> SaidBy(string expression)
    {
        var said = await Ask("script.evaluate",
            $$"""{"expression":{{Text(expression)}},"target":{"context":{{Text(context)}}},"awaitPromise":true}""");
        return said.GetProperty("result").GetProperty("value").GetString()!;
    }

    /// <summary>The same of what a promise says.</summary>
    internal Task<string> Value(string expression) => SaidBy($"Promise.resolve({expression}).then(String)");

    internal async Task Until(string condition)
    {
        var watch = Stopwatch.StartNew();
        while (await Said(condition) != "true")
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(3),
                $"{condition} is not true: {await Said("document.getElementById('status')?.textContent")}");
            await Task.Delay(100);
        }
    }

    internal async Task Give(string selector, string path)
    {
        var found = await Ask("script.evaluate",
            $$"""{"expression":{{Text($"document.querySelector('{selector}')")}},"target":{"context":{{Text(context)}}},"awaitPromise":false}""");
        string id = found.GetProperty("result").GetProperty("sharedId").GetString()!;
        await Ask("input.setFiles", $$"""{"context":{{Text(context)}},"element":{"sharedId":{{Text(id)}}},"files":[{{Text(path)}}]}""");
    }

    private static string Text(string value) => "\"" + JsonEncodedText.Encode(value) + "\"";

    private async Task<JsonElement> Ask(string method, string parameters)
    {
        int id = ++next;
        await socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"id":{{id}},"method":"{{method}}","params":{{parameters}}}"""),
            WebSocketMessageType.Text, true, CancellationToken.None);
        while (true)
        {
            using var whole = new MemoryStream();
            byte[] piece = new byte[65536];
            WebSocketReceiveResult read;
            do
            {
                read = await socket.ReceiveAsync(piece, CancellationToken.None);
                whole.Write(piece, 0, read.Count);
            }
            while (!read.EndOfMessage);
            JsonElement answer = JsonDocument.Parse(whole.ToArray()).RootElement;
            // What is said unasked is of no interest.
            if (!answer.TryGetProperty("id", out var of) || of.ValueKind != JsonValueKind.Number || of.GetInt32() != id)
                continue;
            Assert.True(answer.TryGetProperty("result", out var result), answer.ToString());
            return result;
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // A file that Firefox still held: the folder is a temporary one.
        }
    }
}
