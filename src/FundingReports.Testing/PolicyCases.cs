using System.Text.Json;
using FundingReports.Policies;
using NodaTime.Text;

namespace FundingReports.Testing;

/// <summary>Policy cases from JSON or CSV.</summary>
/// <remarks>
/// <para>
/// A case asks either for the value of a parameter on a day (<c>parameter</c>, <c>on</c>), or for what the rules of the schemes find in a
/// portfolio (<c>portfolio</c>, <c>asOf</c>). Both may have a <c>title</c> and a <c>why</c>: what the expectation rests on.
/// </para>
/// <para>
/// <c>expected</c> of a parameter is its value as policy@1 writes it: <c>24</c>, <c>3/4</c>, <c>7164.00</c>. Absent, null or empty: no
/// value is known on that day. <c>expected</c> of a portfolio is its findings, in the order of the posts and of the rules, each with
/// <c>rule</c> (<c>flat-amount</c>), <c>verdict</c> (<c>broken</c>, <c>unverifiable</c>) and <c>commitment</c>, the id of the one it is
/// about, where it is about one; none: nothing is found.
/// </para>
/// <para>
/// In JSON, cases are the array <c>cases</c>, with the portfolio in place (or its path), and findings as an array of objects with these
/// three properties. In CSV, they are one a row under a header with these names, separated by commas or semicolons, with the path of the
/// portfolio, and findings as <c>rule verdict commitment</c>, separated by <c>|</c>.
/// </para>
/// </remarks>
public static class PolicyCases
{
    /// <summary>Reads a file whose name ends in .json or .csv.</summary>
    /// <param name="path">The file; the paths in it start from its folder.</param>
    /// <param name="policies">
    /// The policies that answer; null for those that ship. A JSON case may name a file of its own (<c>policies</c>).
    /// </param>
    /// <exception cref="FormatException">The file is not of this form: which case, and why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PolicyCaseSet Load(string path, PolicySet? policies = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".JSON" => ParseJson(File.ReadAllText(path), folder, policies, Path.GetFileName(path)),
            ".CSV" => ParseCsv(File.ReadAllText(path), folder, policies, Path.GetFileName(path)),
            _ => throw new FormatException($"\"{path}\": cases are .json or .csv."),
        };
    }

    /// <summary>Reads JSON.</summary>
    /// <param name="json">The text.</param>
    /// <param name="folder">Where the paths in it start from.</param>
    /// <param name="policies">The policies that answer; null for those that ship.</param>
    /// <exception cref="FormatException">The text is not of this form: which case, and why.</exception>
    public static PolicyCaseSet ParseJson(string json, string folder, PolicySet? policies = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(folder);
        return ParseJson(json, folder, policies, "the text");
    }

    private static PolicyCaseSet ParseJson(string json, string folder, PolicySet? policies, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new(document.RootElement.GetProperty("cases").EnumerateArray()
                .Select((item, i) => CaseOf(new JsonRow(item.Clone()), i + 1, folder, policies)), file);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"These are no policy cases: {error.Message}", error);
        }
    }

    /// <summary>Reads CSV.</summary>
    /// <param name="csv">The text, with a header.</param>
    /// <param name="folder">Where the paths in it start from.</param>
    /// <param name="policies">The policies that answer; null for those that ship.</param>
    /// <exception cref="FormatException">The text is not of this form: which case, and why.</exception>
    public static PolicyCaseSet ParseCsv(string csv, string folder, PolicySet? policies = null)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(folder);
        return ParseCsv(csv, folder, policies, "the text");
    }

    private static PolicyCaseSet ParseCsv(string csv, string folder, PolicySet? policies, string file) =>
        new(CsvRow.Of(csv).Select((row, i) => CaseOf(row, i + 1, folder, policies)), file);

    private static PolicyCase CaseOf(ICaseRow row, int number, string folder, PolicySet? policies)
    {
        string Needed(string name) =>
            row.Text(name) ?? throw new FormatException($"Case {number} ({row.Text("title") ?? "without title"}) has no \"{name}\".");
        NodaTime.LocalDate Day(string name) => LocalDatePattern.Iso.Parse(Needed(name)) is { Success: true } day ? day.Value
            : throw new FormatException($"Case {number}: \"{name}\" is \"{Needed(name)}\", not a day like 2024-02-08.");
        PolicySet used = row.Text("policies") is { } file ? PolicySet.Load(Path.Combine(folder, file)) : policies ?? PolicySet.Default;
        if (row.Text("parameter") is { } parameter)
        {
            var on = Day("on");
            return new(row.Text("title") ?? $"{parameter} {LocalDatePattern.Iso.Format(on)}", row.Text("why"), row.Text("expected")
                ?? "no value", () => ValueOf(used, parameter, on));
        }
        if (!row.HasPortfolio)
            throw new FormatException(
                $"Case {number} ({row.Text("title") ?? "without title"}) has neither \"parameter\" nor \"portfolio\".");
        var asOf = Day("asOf");
        var portfolio = row.Portfolio(folder);
        return new(row.Text("title") ?? $"{LocalDatePattern.Iso.Format(asOf)}, {portfolio.Title}", row.Text("why"),
            string.Join(" | ", row.Findings()), () => FindingsOf(portfolio, used, asOf));
    }

    private static string ValueOf(PolicySet policies, string parameter, NodaTime.LocalDate on)
    {
        try
        {
            return policies.On(parameter, on).ToString();
        }
        catch (PolicyException)
        {
            return "no value";
        }
    }

    private static string FindingsOf(Portfolio portfolio, PolicySet policies, NodaTime.LocalDate asOf) => string.Join(" | ",
        SchemeChecker.Check(portfolio, policies, asOf)
            .Select(finding => $"{finding.Rule} {finding.Verdict.ToString().ToLowerInvariant()} {finding.Commitment?.Id}".TrimEnd()));
}
