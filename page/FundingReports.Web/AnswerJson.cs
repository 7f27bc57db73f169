using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FundingReports.Exchange;
using FundingReports.Scenarios;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Web;

/// <summary>Answers as the page shows them: every word comes from the library.</summary>
internal static class AnswerJson
{
    internal static string Of(IReadOnlyList<ReadFile> files, Together read, Decisions decisions, Language language) => Written(json =>
    {
        json.WriteStartArray("files");
        for (int i = 0; i < files.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("name", files[i].Name);
            json.WriteString("said", files[i].Recognised(language));
            json.WriteBoolean("markable", files[i].IsMarkable);
            json.WriteBoolean("former", files[i].IsFormer);
            // Of two portfolios one may be the former edition: that is asked, and never guessed.
            json.WriteBoolean("maybeFormer", files[i].IsPortfolio && files[i].Portfolio is not null
                && files.Count(file => file.Portfolio is not null) > 1);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Settled(json, files, decisions, language);
        Problems(json, read.Problems.OrderBy(one => one.Problem.Severity == Severity.Error ? 0 : 1)
            .ThenBy(one => Doubles.Asks(one.Problem) ? 0 : 1)
            .GroupBy(one => one.Problem.Code).SelectMany(group => group), files, decisions, language);
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
        HashSet<string> paying = [.. analysis.Portfolio.Commitments.Select(commitment => commitment.Funder)];
        foreach (var funder in analysis.Portfolio.Funders.Where(funder => paying.Contains(funder.Id)))
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
        Written(json => Problems(json, problems.Select(problem => ((ReadFile?)null, problem)), [], new(), language));

    // What was put right and what was answered, each to be taken back.
    private static void Settled(Utf8JsonWriter json, IReadOnlyList<ReadFile> files, Decisions decisions, Language language)
    {
        json.WriteStartArray("corrected");
        for (int i = 0; i < files.Count; i++)
            foreach (CellCorrection correction in files[i].Corrections)
            {
                json.WriteStartObject();
                json.WriteNumber("file", i);
                json.WriteString("place", correction.Cell.ToString());
                json.WriteString("was", files[i].Was(correction.Cell));
                json.WriteString("value", correction.Value);
                json.WriteEndObject();
            }
        json.WriteEndArray();
        json.WriteStartArray("decided");
        foreach (var (key, isSame, question) in decisions.All)
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteBoolean("same", isSame);
            json.WriteString("one", question.Found);
            json.WriteString("other", question.Code is ProblemCode.SamePromise ? question.Arguments[0] : question.Arguments[1]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Problems(Utf8JsonWriter json, IEnumerable<(ReadFile? File, Problem Problem)> problems,
        IReadOnlyList<ReadFile> files, Decisions decisions, Language language)
    {
        json.WriteStartArray("problems");
        foreach (var (file, problem) in problems.Where(one => one.Problem.Code is not ProblemCode.CellCorrected))
        {
            json.WriteStartObject();
            json.WriteString("code", problem.CodeName);
            json.WriteString("severity", problem.Severity == Severity.Error ? "error" : Doubles.Asks(problem) ? "question" : "warning");
            json.WriteString("file", files.Count > 1 ? file?.Name : null);
            json.WriteString("place", problem.Path == "$" || problem.Path == file?.Name ? "" : problem.Path);
            json.WriteString("heading", problem.Cell is { } headed ? file?.HeaderOf(headed) : null);
            json.WriteString("found", problem.Found);
            json.WriteString("sentence", problem.Message(language));
            if (Doubles.Asks(problem))
                json.WriteString("question", decisions.Ask(problem));
            else if (file is { IsCorrectable: true } && problem.Cell is { } cell)
                Cell(json, file, cell, problem, files, language);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // The row of a cell, and how it can be put right.
    private static void Cell(
        Utf8JsonWriter json, ReadFile file, SheetCell cell, Problem problem, IReadOnlyList<ReadFile> files, Language language)
    {
        json.WriteNumber("index", Enumerable.Range(0, files.Count).First(i => files[i] == file));
        json.WriteStartArray("row");
        foreach (string text in file.RowOf(cell))
            json.WriteStringValue(text);
        json.WriteEndArray();
        json.WriteNumber("column", cell.Column ?? 0);
        json.WriteBoolean("fix", ProblemAnswers.IsOfItsCell(problem));
        json.WriteStartArray("answers");
        foreach (ProblemAnswer answer in ProblemAnswers.Of(problem))
        {
            json.WriteStartObject();
            json.WriteString("words", answer.InWords(language));
            json.WriteStartArray("places");
            foreach (CellCorrection correction in answer.Corrections)
                json.WriteStringValue(correction.Cell.ToString());
            json.WriteEndArray();
            json.WriteStartArray("values");
            foreach (CellCorrection correction in answer.Corrections)
                json.WriteStringValue(correction.Value);
            json.WriteEndArray();
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
