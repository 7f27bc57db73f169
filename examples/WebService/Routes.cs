using System.Collections.Immutable;
using FundingReports;
using FundingReports.Excel;
using FundingReports.Exchange;
using FundingReports.Validation;

namespace WebService;

/// <summary>What each route does: read what was sent, ask the library, answer. Whatever is wrong with what was sent is a 400 that lists every problem.</summary>
internal static class Routes
{
    private const string Kinds = "application/json, multipart/form-data, .xlsx, .xls, text/csv";

    /// <summary>A portfolio, or a filled form → analysis@1.</summary>
    internal static async Task<IResult> AnalyseAsync(HttpContext http, FundingAnalyzer analyzer, CancellationToken aborted)
    {
        (FundingAnalysis? analysis, IResult? refusal) = await AnalysisOfAsync(http, analyzer, aborted);
        // Sent part by part; nobody writes on for a caller who has left. TypedResults.Ok(analysis) says the same at once.
        return refusal ?? TypedResults.Stream(body => analysis!.WriteJsonAsync(body, aborted), "application/json");
    }

    /// <summary>A portfolio, or a filled form → the workbook.</summary>
    internal static async Task<IResult> WorkbookAsync(HttpContext http, FundingAnalyzer analyzer, CancellationToken aborted)
    {
        (FundingAnalysis? analysis, IResult? refusal) = await AnalysisOfAsync(http, analyzer, aborted);
        if (analysis is null)
            return refusal!;
        Language language = http.LanguageOfAnswer();
        return TypedResults.Stream(body => analysis.SaveWorkbookAsync(body, language, cancellationToken: aborted), Sent.Xlsx, "rapport.xlsx");
    }

    /// <summary>A filled form → portfolio@1, or the problems at their cells.</summary>
    internal static async Task<IResult> FormAsync(HttpContext http, CancellationToken aborted)
    {
        if (await Sent.FormAsync(http.Request, aborted) is not { } form)
            return NotOfAKind("multipart/form-data, .xlsx, .xls, text/csv");
        if (form.Portfolio is not { } portfolio)
            return http.Refused(form.Problems);
        http.SayHowMany(form.Problems);
        return TypedResults.Ok(portfolio);
    }

    /// <summary>A portfolio, or a filled form → what is to be looked at in it, errors and warnings: the answers of the others say how many.</summary>
    internal static async Task<IResult> ProblemsAsync(HttpContext http, CancellationToken aborted)
    {
        if (await Sent.ReadAsync(http.Request, aborted) is not { } sent)
            return NotOfAKind(Kinds);
        http.SayHowMany(sent.Problems);
        return TypedResults.Ok(new Listed(sent.Problems.ByPath(http.LanguageOfAnswer(), withWarnings: true), sent.Problems));
    }

    /// <summary>The sentences by place, in the client's language, and the same as values for programs: as a 400 has them.</summary>
    private sealed record Listed(Dictionary<string, string[]> Errors, ImmutableArray<Problem> Problems);

    private static async Task<(FundingAnalysis? Analysis, IResult? Refusal)> AnalysisOfAsync(HttpContext http, FundingAnalyzer analyzer, CancellationToken aborted)
    {
        if (await Sent.ReadAsync(http.Request, aborted) is not { } sent)
            return (null, NotOfAKind(Kinds));
        Asked? asked = Asked.Of(http, out Dictionary<string, string[]> wrong);
        ImmutableArray<Problem> problems = sent.Problems;
        if (asked is not null && sent.Portfolio is { } portfolio)
        {
            if (analyzer.TryAnalyze(portfolio, asked.AsOf, out FundingAnalysis? analysis, out problems, asked.Options, aborted))
            {
                // A column that was not read changes no status: whoever asks sees that there is something to read.
                http.SayHowMany(sent.Problems);
                return (analysis, null);
            }
            problems = sent.AtCells(problems);
        }
        return (null, http.Refused(problems, wrong));
    }

    private static IResult NotOfAKind(string kinds) => TypedResults.Problem($"Content-Type: {kinds}.", statusCode: StatusCodes.Status415UnsupportedMediaType);
}
