using System.Text.Json;
using CsvHelper;

namespace FundingReports.Testing;

/// <summary>A case as a file gives it.</summary>
internal interface ICaseRow
{
    /// <summary>A property; null where it is absent or empty.</summary>
    string? Text(string name);

    /// <summary>Whether it asks what rules find in a portfolio.</summary>
    bool HasPortfolio { get; }

    /// <summary>The portfolio, written here or read from a path that starts in a folder.</summary>
    Portfolio Portfolio(string folder);

    /// <summary>The findings expected, in order.</summary>
    IEnumerable<string> Findings();
}

/// <summary>A case of a JSON file.</summary>
internal sealed class JsonRow(JsonElement item) : ICaseRow
{
    public string? Text(string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public bool HasPortfolio => item.TryGetProperty("portfolio", out _);

    public Portfolio Portfolio(string folder) => item.GetProperty("portfolio") is { ValueKind: JsonValueKind.String } path
        ? FundingReports.Portfolio.Load(Path.Combine(folder, path.GetString()!))
        : FundingReports.Portfolio.Parse(item.GetProperty("portfolio").GetRawText());

    public IEnumerable<string> Findings() => item.GetProperty("expected").EnumerateArray()
        .Select(
            one =>
            $"{one.GetProperty("rule").GetString()} {one.GetProperty("verdict").GetString()} {(one.TryGetProperty("commitment", out var commitment) ? commitment.GetString() : "")}".TrimEnd());
}

/// <summary>A case of a CSV file.</summary>
internal sealed class CsvRow(Dictionary<string, string> cells) : ICaseRow
{
    internal static IEnumerable<CsvRow> Of(string csv)
    {
        string header = csv.Split('\n', 2)[0];
        using var reader = CsvReader.FromText(csv, new CsvReaderOptions
        {
            Separator = header.Count(c => c == ';') > header.Count(c => c == ',') ? ';' : ',',
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Throw,
        });
        var rows = new List<CsvRow>();
        string[]? names = null;
        while (Next(reader))
        {
            string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())];
            if (names is null)
                names = fields;
            else
                rows.Add(new(names.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)));
        }
        return rows;
    }

    private static bool Next(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new FormatException($"Row {reader.RowNumber} is damaged: {error.Message}", error);
        }
    }

    public string? Text(string name) => cells.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    public bool HasPortfolio => Text("portfolio") is not null;

    public Portfolio Portfolio(string folder) => FundingReports.Portfolio.Load(Path.Combine(folder, Text("portfolio")!));

    public IEnumerable<string> Findings() =>
        (Text("expected") ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
