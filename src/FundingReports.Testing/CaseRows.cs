using System.Text.Json;
using CsvHelper;

namespace FundingReports.Testing;

/// <summary>A case as a file gives it.</summary>
internal interface ICaseRow
{
    /// <summary>The properties that the row has, empty ones too.</summary>
    IEnumerable<string> Names { get; }

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
    private static readonly string[] findingNames = ["rule", "verdict", "commitment"];

    public IEnumerable<string> Names => item.EnumerateObject().Select(property => property.Name);

    // A number is no text: what is written without quotes would be dropped, and the case expect nothing.
    public string? Text(string name) => item.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Null => null,
        _ => throw new FormatException($"\"{name}\" is {value.GetRawText()}: write a text, between quotes"),
    } : null;

    public bool HasPortfolio => item.TryGetProperty("portfolio", out _);

    public Portfolio Portfolio(string folder) => item.GetProperty("portfolio") is { ValueKind: JsonValueKind.String } path
        ? FundingReports.Portfolio.Load(Path.Combine(folder, path.GetString()!))
        : FundingReports.Portfolio.Parse(item.GetProperty("portfolio").GetRawText());

    public IEnumerable<string> Findings()
    {
        JsonElement expected = item.GetProperty("expected");
        return expected.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Array => expected.EnumerateArray().Select(Finding),
            _ => throw new FormatException("\"expected\" of a portfolio is an array of findings; empty where nothing is found"),
        };
    }

    private static string Finding(JsonElement one)
    {
        if (one.ValueKind is not JsonValueKind.Object)
            throw new FormatException("a finding of \"expected\" is an object with \"rule\" and \"verdict\"");
        if (one.EnumerateObject().Select(own => own.Name).FirstOrDefault(name => !findingNames.Contains(name)) is { } odd)
            throw new FormatException($"nothing of a finding is called \"{odd}\"{NearWord.Hint(odd, findingNames)}");
        return $"{Word("rule", true)} {Word("verdict", true)} {Word("commitment", false)}".TrimEnd();

        string? Word(string name, bool needed) => one.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString() : needed ? throw new FormatException($"a finding of \"expected\" has no text \"{name}\"") : "";
    }
}

/// <summary>A case of a CSV file.</summary>
/// <param name="cells">What stands under each header.</param>
/// <param name="number">Which row of the file it is; the header is row 1.</param>
internal sealed class CsvRow(Dictionary<string, string> cells, int number) : ICaseRow
{
    internal int Number => number;

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
        for (int number = 1; Next(reader, number); number++)
        {
            string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())];
            if (names is null)
                names = Unique([.. fields.Select(Spelt)]);
            // Spreadsheets leave rows and columns in which nothing is.
            else if (fields.Any(field => field.Length > 0))
                rows.Add(new(names.Zip(fields).Where(pair => pair.First.Length + pair.Second.Length > 0)
                    .DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second), number));
        }
        return rows;

        static string Spelt(string name) =>
            PolicyCases.Known.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;

        static string[] Unique(string[] names) =>
            names.Where(name => name.Length > 0).CountBy(name => name).FirstOrDefault(count => count.Value > 1).Key is { } twice
                ? throw new FormatException($"the column \"{twice}\" is there twice") : names;
    }

    private static bool Next(CsvReader reader, int number)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new FormatException($"row {number} is damaged: {error.Message}", error);
        }
    }

    public IEnumerable<string> Names => cells.Keys;

    public string? Text(string name) => cells.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    public bool HasPortfolio => Text("portfolio") is not null;

    public Portfolio Portfolio(string folder) => FundingReports.Portfolio.Load(Path.Combine(folder, Text("portfolio")!));

    public IEnumerable<string> Findings() =>
        (Text("expected") ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
