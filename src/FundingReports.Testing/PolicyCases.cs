using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FundingReports.Policies;
using FundingReports.Validation;
using NodaTime.Text;

namespace FundingReports.Testing;

/// <summary>Policy cases from JSON or CSV.</summary>
/// <remarks>
/// <para>
/// A case asks either for the value of a parameter on a day (<c>parameter</c>, <c>on</c>), or for what the rules of the schemes find in a
/// portfolio (<c>portfolio</c>, <c>asOf</c>). Both may have a <c>title</c> and a <c>why</c>: what the expectation rests on.
/// </para>
/// <para>
/// <c>expected</c> is always there. Of a parameter it is its value as policy@1 writes it: <c>24</c>, <c>3/4</c>, <c>7164.00</c>. Null or
/// empty: no value is known on that day. <c>expected</c> of a portfolio is its findings, in the order of the posts and of the rules, each
/// with <c>rule</c> (<c>flat-amount</c>), <c>verdict</c> (<c>broken</c>, <c>unverifiable</c>) and <c>commitment</c>, the id of the one it
/// is about, where it is about one; none: nothing is found.
/// </para>
/// <para>
/// In JSON, cases are the array <c>cases</c>, with the portfolio in place (or its path), and findings as an array of objects with these
/// three properties. In CSV, they are one a row under a header with these names, separated by commas or semicolons, with the path of the
/// portfolio, and findings as <c>rule verdict commitment</c>, separated by <c>|</c>.
/// </para>
/// <para>
/// What is misspelt would expect nothing, find nothing and pass. So a column or property that no case has, a parameter that the policies
/// do not hold, a scheme of a post that they do not hold and a line that is nearly that of the scheme are refused when the file is read.
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
            ".CSV" => ParseCsv(TextOf(File.ReadAllBytes(path)), folder, policies, Path.GetFileName(path)),
            _ => throw new FormatException($"\"{path}\": cases are .json or .csv."),
        };
    }

    // What a French Excel saves as "CSV" is no UTF-8, which says so itself.
    private static string TextOf(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(
                new MemoryStream(bytes), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
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
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty("cases", out var cases)
                || cases.ValueKind is not JsonValueKind.Array
                || cases.EnumerateArray().Any(one => one.ValueKind is not JsonValueKind.Object))
                throw new FormatException($"{file}: policy cases are an object whose \"cases\" is an array of objects.");
            return new(All(cases.EnumerateArray()
                .Select((item, i) => ((ICaseRow)new JsonRow(item.Clone()), $"{file}, case {i + 1}")), file, folder, policies));
        }
        catch (JsonException error)
        {
            throw new FormatException($"{file} is no JSON that can be read: {error.Message}", error);
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

    // The header is row 1.
    private static PolicyCaseSet ParseCsv(string csv, string folder, PolicySet? policies, string file)
    {
        if (string.IsNullOrWhiteSpace(csv))
            throw new FormatException($"{file} is empty: it has not even a header, and all of its cases would pass.");
        CsvRow[] rows;
        try
        {
            rows = [.. CsvRow.Of(csv)];
        }
        catch (FormatException error)
        {
            throw new FormatException(Sentence($"{file}, {error.Message}"), error);
        }
        return new(All(rows.Select(row => ((ICaseRow)row, $"{file}, row {row.Number}")), file, folder, policies));
    }

    // What is wrong with each case, all at once.
    private static List<PolicyCase> All(
        IEnumerable<(ICaseRow Row, string Where)> rows, string file, string folder, PolicySet? policies)
    {
        var cases = new List<PolicyCase>();
        var wrong = new List<FormatException>();
        foreach ((ICaseRow row, string where) in rows)
            try
            {
                cases.Add(CaseOf(row, where, folder, policies).At(where));
            }
            catch (FormatException error)
            {
                wrong.Add(error);
            }
        return wrong switch
        {
            [] when cases.Count == 0 => throw new FormatException($"{file} has no case: all of them would pass."),
            [] => cases,
            [var one] => throw one,
            _ => throw new FormatException(string.Join('\n', wrong.Select(error => error.Message)), wrong[0]),
        };
    }

    // Another writing of the same value: 12000 is 12000.00, and 60 % is 3/5.
    private static string AsWritten(string value, PolicyUnit unit) => unit switch
    {
        PolicyUnit.Share => Share.TryParse(value, out Share? share)
            ? share.ToString() : throw NoValue(value, "a share: 3/4, 0.75 or 75 %"),
        PolicyUnit.Money => Euros.TryParse(value, out Euros money) ? money.ToString() : throw NoValue(value, "an amount: 7164.00"),
        _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int whole)
            ? whole.ToString(CultureInfo.InvariantCulture) : throw NoValue(value, "a whole number: 24"),
    };

    // What no value is spelt like would fail as if the policies were wrong.
    private static FormatException NoValue(string value, string form) => new($"\"expected\" is \"{value}\", not {form}");

    // As a French spreadsheet writes the days of a .csv.
    private static readonly LocalDatePattern french = LocalDatePattern.CreateWithInvariantCulture("dd/MM/uuuu");

    private static readonly string[] ofBoth = ["title", "why", "policies", "expected"], ofParameter = ["parameter", "on"],
        ofPortfolio = ["portfolio", "asOf"];

    /// <summary>All that a case may say.</summary>
    internal static IReadOnlyList<string> Known { get; } = [.. ofBoth, .. ofParameter, .. ofPortfolio];

    // Where it is, and which it is: whoever reads it must find it.
    private static PolicyCase CaseOf(ICaseRow row, string where, string folder, PolicySet? policies)
    {
        try
        {
            CheckNames(row);
            return CaseOf(row, folder, policies);
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException
            or PortfolioException or PolicySetException)
        {
            throw new FormatException(Sentence($"{where} ({TitleOf(row)}): {error.Message}"), error);
        }
    }

    private static string Sentence(string text) => text[^1] is '.' or '?' ? text : $"{text}.";

    private static string TitleOf(ICaseRow row)
    {
        try
        {
            return row.Text("title") ?? "without title";
        }
        catch (FormatException)
        {
            return "without title";
        }
    }

    // A name that nobody reads would drop what it says, and the case pass without it.
    private static void CheckNames(ICaseRow row)
    {
        string[] names = [.. row.Names];
        if (names.FirstOrDefault(name => !Known.Contains(name)) is { } odd)
            throw new FormatException(odd.Length == 0 ? "a column without a name has a text" :
                $"nothing of a case is called \"{odd}\"{NearWord.Hint(odd, Known)}");
        if (!names.Contains("expected"))
            throw new FormatException(
                "\"expected\" is absent; write it, and leave it empty (in JSON null, or no finding) where nothing is expected");
    }

    private static PolicyCase CaseOf(ICaseRow row, string folder, PolicySet? policies)
    {
        string Needed(string name) => row.Text(name) ?? throw new FormatException($"it has no \"{name}\"");
        NodaTime.LocalDate Day(string name) => LocalDatePattern.Iso.Parse(Needed(name)) is { Success: true } day ? day.Value
            : french.Parse(Needed(name)) is { Success: true } other ? other.Value
            : throw new FormatException($"\"{name}\" is \"{Needed(name)}\", not a day like 2024-02-08");
        PolicySet used = row.Text("policies") is { } file ? PolicySet.Load(Path.Combine(folder, file)) : policies ?? PolicySet.Default;
        if (row.Text("parameter") is not null == row.HasPortfolio)
            throw new FormatException(
                $"it has {(row.HasPortfolio ? "both" : "neither")} \"parameter\" {(row.HasPortfolio ? "and" : "nor")} \"portfolio\"");
        if (row.Text("parameter") is { } parameter)
        {
            if (!used.Parameters.ContainsKey(parameter))
                throw new FormatException($"no parameter is called \"{parameter}\"{NearWord.Hint(parameter, used.Parameters.Keys)}");
            var on = Day("on");
            return new(row.Text("title") ?? $"{parameter} {LocalDatePattern.Iso.Format(on)}", row.Text("why"),
                row.Text("expected") is { } value ? AsWritten(value, used.Parameters[parameter].Unit) : "no value",
                () => ValueOf(used, parameter, on));
        }
        var asOf = Day("asOf");
        var portfolio = row.Portfolio(folder);
        CheckSchemes(portfolio, used, asOf);
        string[] expected = [.. row.Findings()];
        CheckRules(expected, used);
        return new(row.Text("title") ?? $"{LocalDatePattern.Iso.Format(asOf)}, {portfolio.Title}", row.Text("why"),
            string.Join(" | ", expected), () => FindingsOf(portfolio, used, asOf));
    }

    // No rule looks at what is misspelt: the case would find nothing, and that be as expected.
    private static void CheckSchemes(Portfolio portfolio, PolicySet policies, NodaTime.LocalDate asOf)
    {
        foreach (var post in portfolio.Posts)
            if (post.Scheme is { } scheme && policies.FindScheme(scheme) is null)
                throw new FormatException(
                    $"the policies hold no scheme \"{scheme}\", that of \"{post.Label}\""
                    + NearWord.Hint(scheme, policies.Schemes.Select(one => one.Id)));
        ImmutableArray<Problem> findings = portfolio.Analyze(asOf, policies: policies).Findings;
        if (findings.FirstOrDefault(problem => problem.Code is ProblemCode.NearLine) is { } near)
            throw new FormatException($"the portfolio, {near.Path}: {near.Message(Language.English)}");
    }

    private static readonly string[] verdicts = [.. Enum.GetNames<SchemeVerdict>().Select(name => name.ToLowerInvariant())];

    // The check that every scheme has besides its own rules.
    private const string OfEveryScheme = "scheme-line";

    // A rule that no scheme has is found nowhere: the case could only fail, and say nothing of the word.
    private static void CheckRules(IEnumerable<string> expected, PolicySet policies)
    {
        string[] known =
            [.. policies.Schemes.SelectMany(scheme => scheme.Rules).Select(rule => rule.Code).Append(OfEveryScheme).Distinct()];
        foreach (string[] words in expected.Select(finding => finding.Split(' ')))
        {
            if (!known.Contains(words[0]))
                throw new FormatException($"no scheme has a rule \"{words[0]}\"{NearWord.Hint(words[0], known)}");
            string verdict = words.ElementAtOrDefault(1) ?? "";
            if (!verdicts.Contains(verdict))
                throw new FormatException($"\"{verdict}\" is no verdict of \"{words[0]}\"{NearWord.Hint(verdict, verdicts)}");
        }
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
