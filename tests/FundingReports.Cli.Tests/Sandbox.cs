using System.Text;
using FundingReports.Cli.Host;
using NodaTime;

namespace FundingReports.Cli.Tests;

/// <summary>What a run of the tool gave.</summary>
internal sealed record Outcome(int Code, string Output, string Error, byte[] Bytes)
{
    internal string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>A folder of its own, and the tool run in the process with its streams captured.</summary>
internal sealed class Sandbox : IDisposable
{
    internal const string AsOf = "2022-02-08";

    private readonly string folder = Directory.CreateTempSubdirectory("fundingreports-").FullName;

    internal static string Landes { get; } = Path.Combine(AppContext.BaseDirectory, "seeds", "landes", "portfolio.json");

    internal Instant Now { get; init; } = Instant.FromUtc(2022, 2, 7, 23, 30);

    /// <summary>Writes, in place of a report, a file that no other writer makes.</summary>
    internal Outputs Outputs { get; init; } = new(
        (analysis, stream) => stream.Write(Encoding.UTF8.GetBytes($$"""{"asOf":"{{analysis.AsOf:uuuu'-'MM'-'dd}}"}""")),
        (_, path, language, _) => File.WriteAllText(path, $"workbook {language}"));

    internal string At(string name) => Path.Combine(folder, name);

    internal string Put(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    internal string[] Files =>
        [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    internal Outcome Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var bytes = new MemoryStream();
        int code = Tool.Run(args, new Terminal(output, bytes, error, new FixedClock(Now), Outputs));
        return new(code, output.ToString(), error.ToString(), bytes.ToArray());
    }

    /// <summary>A terminal whose streams are kept and shown to nobody.</summary>
    internal Terminal Terminal(Outputs outputs) =>
        new(TextWriter.Null, Stream.Null, TextWriter.Synchronized(new StringWriter()), new FixedClock(Now), outputs);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private sealed class FixedClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
