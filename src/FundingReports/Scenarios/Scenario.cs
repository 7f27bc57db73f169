using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text;
using System.Text.Json;
using FundingReports.Json;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Scenarios;

/// <summary>A named list of changes. It turns a portfolio into another and touches neither; applying none gives the baseline.</summary>
[JsonConverter(typeof(ScenarioJsonConverter))]
public sealed partial class Scenario
{
    /// <summary>Makes a scenario.</summary>
    /// <param name="name">Its name, in the words of those who read it.</param>
    /// <param name="source">The source that supposes it: an assumption, with its author and reason.</param>
    /// <param name="changes">The changes, in order.</param>
    public Scenario(string name, string? source, params ImmutableArray<ScenarioChange> changes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Source, Changes) = (name, source, changes.IsDefault ? [] : changes);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The source that supposes it: an assumption, with its author and reason.</summary>
    public string? Source { get; }

    /// <summary>The changes, in order.</summary>
    public ImmutableArray<ScenarioChange> Changes { get; }

    /// <summary>The portfolio as it would be, seen from an as-of date: what was decided after it does not exist.</summary>
    /// <param name="portfolio">The facts; not changed.</param>
    /// <param name="asOf">The as-of date on which the result is to be analysed; a decision of that day counts.</param>
    /// <exception cref="PortfolioException">
    /// A change cannot be made, makes facts that contradict one another, or money too large to be calculated: it carries every problem.
    /// </exception>
    public Portfolio Apply(Portfolio portfolio, LocalDate asOf) =>
        TryApply(portfolio, asOf, out var changed, out var problems) ? changed : throw new PortfolioException(problems);

    /// <summary>The portfolio as it would be, seen from an as-of date, or every problem.</summary>
    /// <param name="portfolio">The facts; not changed.</param>
    /// <param name="asOf">The as-of date on which the result is to be analysed; a decision of that day counts.</param>
    /// <param name="changed">The portfolio as it would be; null where there is an error.</param>
    /// <param name="problems">Errors and warnings; those of the scenario have paths such as <c>changes[2].renew.commitment</c>.</param>
    /// <returns>Whether there is no error.</returns>
    public bool TryApply(
        Portfolio portfolio, LocalDate asOf, [NotNullWhen(true)] out Portfolio? changed, out ImmutableArray<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        (changed, problems) = (portfolio, []);
        if (Changes is [])
            return true;
        changed = null;
        var found = new ProblemList { Most = ProblemList.MostOfADocument };
        try
        {
            var facts = ScenarioApplier.Apply(portfolio.Facts, asOf, this, found);
            problems = found.InOrder();
            return problems.All(problem => problem.Severity == Severity.Warning)
                && Portfolio.TryChange(portfolio, facts, out changed, out problems);
        }
        catch (OverflowException)
        {
            // Factors upon factors, or upon sums near the largest.
            problems = [.. found.InOrder(), new(ProblemCode.TooLargeToCalculate, "changes")];
            return false;
        }
    }

    /// <summary>Reads a scenario@1 file.</summary>
    /// <exception cref="PortfolioException">There are errors: it carries every problem, and the path.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Scenario Load(string path) =>
        TryLoad(path, out var scenario, out var problems) ? scenario : throw new PortfolioException(problems, path);

    /// <summary>Reads a scenario@1 file, or says every problem that it has.</summary>
    /// <param name="path">The file; no more of it is read than a scenario may hold.</param>
    /// <param name="scenario">The scenario; null where there is an error.</param>
    /// <param name="problems">Errors and warnings.</param>
    /// <returns>Whether there is no error.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool TryLoad(string path, [NotNullWhen(true)] out Scenario? scenario, out ImmutableArray<Problem> problems)
    {
        using FileStream stream = File.OpenRead(path);
        if (JsonText.ReadAll(stream) is { } utf8)
            return TryRead(utf8, out scenario, out problems);
        (scenario, problems) = (null, JsonText.TooLarge);
        return false;
    }

    /// <summary>Reads scenario@1 from text.</summary>
    /// <exception cref="PortfolioException">There are errors: it carries every problem.</exception>
    public static Scenario Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(JsonText.ToUtf8(json));
    }

    /// <summary>Reads scenario@1, or says every problem that it has.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="scenario">The scenario; null where there is an error.</param>
    /// <param name="problems">Errors and warnings.</param>
    /// <returns>Whether there is no error.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out Scenario? scenario, out ImmutableArray<Problem> problems)
    {
        var found = new ProblemList();
        scenario = null;
        using JsonDocument? document = JsonText.Parse(utf8, found);
        if (document is not null)
            scenario = ScenarioReader.Read(document.RootElement, found);
        problems = found.InOrder();
        if (problems.Any(problem => problem.Severity == Severity.Error))
            scenario = null;
        return scenario is not null;
    }

    /// <summary>The scenario as scenario@1.</summary>
    /// <remarks>A post or a commitment that another scenario has scaled cannot be said in it: what is scaled is left out.</remarks>
    public string ToJson() => Encoding.UTF8.GetString(ScenarioWriter.ToUtf8(this));

    private static Scenario Read(byte[] utf8) =>
        TryRead(utf8, out var scenario, out var problems) ? scenario : throw new PortfolioException(problems);

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Name}: {Changes.Length} changes";
}
