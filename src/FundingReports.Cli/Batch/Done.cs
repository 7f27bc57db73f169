using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FundingReports.Excel;
using FundingReports.Exchange;
using FundingReports.Files;

namespace FundingReports.Cli.Batch;

/// <summary>
/// What an earlier batch has done: by workbook, from what it was made, and what was written. What was made of the same, and is as it was
/// written, is not made again.
/// </summary>
internal sealed class Done
{
    internal const string FileName = ".fundingreports-lot.json";

    /// <summary>The build of all that a workbook's words and figures come from: another one may say other things.</summary>
    private static readonly string build = string.Join(' ', new[] { typeof(Done), typeof(FundingAnalysis), typeof(WorkbookExtensions),
        typeof(Annotator) }.Select(type => type.Module.ModuleVersionId));

    private readonly Dictionary<string, string> made;
    private readonly string folder;

    private Done(string folder, Dictionary<string, string> made) => (this.folder, this.made) = (folder, made);

    /// <summary>What stands in the folder; a file that cannot be read counts as nothing done.</summary>
    internal static Done In(string folder)
    {
        try
        {
            var read = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, FileName)))!.AsObject();
            // A name that leads out of the folder is none of ours: what it names would be moved.
            return new(folder, read.Where(pair => pair.Key == Path.GetFileName(pair.Key) && pair.Key.EndsWith(
                ".xlsx", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal));
        }
        catch (Exception error) when (
            error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or NullReferenceException
                or FormatException or ArgumentException)
        {
            return new(folder, new(StringComparer.Ordinal));
        }
    }

    internal bool Has(string output, string from)
    {
        string? before;
        lock (made)
            before = made.GetValueOrDefault(output);
        return before is not null && Written(output) is { } now && before == $"{from} {now}";
    }

    /// <summary>Notes what has just been written.</summary>
    internal void Add(string output, string from)
    {
        string? now = Written(output);
        lock (made)
            made[output] = $"{from} {now}";
    }

    /// <summary>The workbooks of earlier batches that none of these is.</summary>
    internal ImmutableArray<string> Others(IReadOnlySet<string> current)
    {
        lock (made)
            return [.. made.Keys.Where(output => !current.Contains(output)).Order(StringComparer.Ordinal)];
    }

    internal void Remove(string output)
    {
        lock (made)
            made.Remove(output);
    }

    internal void Save()
    {
        var json = new JsonObject();
        foreach (var (output, from) in made.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.Add(output, from);
        // Another batch may fill the same folder.
        WholeFile.Write(Path.Combine(folder, FileName),
            stream => stream.Write(Encoding.UTF8.GetBytes(json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }))));
    }

    /// <summary>The hash of what stands there; null where nothing can be read.</summary>
    private string? Written(string output)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, output));
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What a workbook is made from: bytes, options, and the build of the tool.</summary>
    internal static string Print(BatchOptions options, IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(
            $"{build}\n{options.AsOf}\n{options.Through}\n{options.Since}\n{options.Language}\n{options.Strict}\n"));
        foreach (string file in options.Policy is { } policy ? files.Prepend(policy) : files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file) + "\n"));
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
