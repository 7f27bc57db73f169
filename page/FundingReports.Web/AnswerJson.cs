using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FundingReports.Scenarios;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Web;

/// <summary>Answers as the page shows them: every word comes from the library.</summary>
internal static class AnswerJson
{
    internal static string Of(IReadOnlyList<ReadFile> files, Together read, Language language) => Written(json =>
    {
        json.WriteStartArray("files");
        for (int i = 0; i < files.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("name", files[i].Name);
            json.WriteString("said", files[i].Recognised(language));
            json.WriteBoolean("markable", files[i].IsMarkable);
            json.WriteBoolean("former", files[i].IsFormer);
            // Of two editions one may be that of before: asked, and never guessed.
            json.WriteBoolean("maybeFormer", files[i].IsPortfolio && files[i].Portfolio is not null
                && files.Count(file => file.Portfolio is not null) > 1);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Problems(json, read.Problems.OrderBy(one => one.Problem.Severity == Severity.Error ? 0 : 1)
            .ThenBy(one => one.Problem.Code == ProblemCode.LikelyDouble ? 0 : 1)
            .GroupBy(one => one.Problem.Code).SelectMany(group => group), language);
        if (read.Analysis is not { } analysis)
            return;
        json.WriteString("summary", analysis.Summary(language));
        json.WriteStartArray("posts");
        foreach (var post in analysis.Posts)
        {
            json.WriteStartObject();
            json.WriteString("label", post.Label);
            json.WriteString("agreed", post.Agreed.FullyFundedUntil.ToString(language));
            json.WriteString("firm", post.Firm.FullyFundedUntil.ToString(language));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("funders");
        foreach (var funder in analysis.Portfolio.Funders.Where(
            funder => analysis.Portfolio.Commitments.Any(commitment => commitment.Funder == funder.Id)))
        {
            json.WriteStartObject();
            json.WriteString("id", funder.Id);
            json.WriteString("name", funder.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteBoolean("compared", read.Former is not null);
    });

    internal static string Of(ScenarioComparison comparison, Language language) => Written(json =>
    {
        var (before, after) = (comparison.Baseline.Analysis, comparison.Scenarios[0].Analysis);
        json.WriteString("summary", after.Summary(language));
        json.WriteStartArray("years");
        foreach (var year in before.Totals.Years.Where(year => year.Year >= before.AsOf.Year))
        {
            json.WriteStartObject();
            json.WriteNumber("year", year.Year);
            json.WriteString("before", Money(year.Agreed.Gap));
            json.WriteString("after", Money(after.Totals.Years.First(one => one.Year == year.Year).Agreed.Gap));
            json.WriteEndObject();
        }
        json.WriteEndArray();

        string Money(Totals.Total total) => total.Exact.TryGet(out var known) ? Words.Money(known, language)
            : Phrase.In(language, $"inconnu, au moins {Words.Money(total.KnownPart, language)}",
                $"unknown, at least {Words.Money(total.KnownPart, language)}");
    });

    internal static string OfProblems(ImmutableArray<Problem> problems, Language language) =>
        Written(json => Problems(json, problems.Select(problem => ((string?)null, problem)), language));

    private static void Problems(Utf8JsonWriter json, IEnumerable<(string? File, Problem Problem)> problems, Language language)
    {
        json.WriteStartArray("problems");
        foreach (var (file, problem) in problems)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.CodeName);
            json.WriteString("severity", problem.Severity == Severity.Error
                ? "error" : problem.Code == ProblemCode.LikelyDouble ? "question" : "warning");
            json.WriteString("file", file);
            json.WriteString("place", problem.Path == "$" ? "" : problem.Path);
            json.WriteString("found", problem.Found);
            json.WriteString("sentence", problem.Message(language));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
