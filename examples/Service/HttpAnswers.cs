using System.Collections.Immutable;
using FundingReports;
using FundingReports.Excel;
using FundingReports.Validation;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Service;

/// <summary>Between HTTP and the library.</summary>
internal static class HttpAnswers
{
    /// <summary>The language that the client likes best of the two that the library speaks: French, where it likes neither.</summary>
    internal static Language LanguageOfAnswer(this HttpContext http)
    {
        RequestHeaders headers = http.Request.GetTypedHeaders();
        IEnumerable<string> liked = headers.AcceptLanguage.Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant());
        Language chosen = liked.FirstOrDefault(language => language is "fr" or "en") is "en" ? Language.English : Language.French;
        http.Response.Headers.ContentLanguage = chosen is Language.English ? "en" : "fr";
        http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        return chosen;
    }

    /// <summary>400 with every problem: by its place, in the client's language, and as values for programs.</summary>
    internal static IResult Refused(this HttpContext http, ImmutableArray<Problem> problems, Dictionary<string, string[]>? beside = null)
    {
        Language language = http.LanguageOfAnswer();
        var errors = new Dictionary<string, string[]>(beside ?? [], StringComparer.Ordinal);
        foreach (IGrouping<string, Problem> place in problems.Where(problem => problem.Severity is Severity.Error).GroupBy(problem => problem.Path))
            errors[place.Key] = [.. place.Select(problem => problem.Message(language))];
        return TypedResults.ValidationProblem(errors, extensions: [KeyValuePair.Create("problems", (object?)problems)]);
    }

    /// <summary>The whole body. The server's own limit says how much that may be.</summary>
    internal static async Task<byte[]> BodyAsync(this HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }

    /// <summary>The workbook, to a body that cannot seek and takes nothing synchronously.</summary>
    internal static async Task WriteWorkbookAsync(this FundingAnalysis analysis, Stream body, Language language, CancellationToken cancellation)
    {
        using var workbook = new MemoryStream();
        analysis.SaveWorkbook(workbook, language);
        workbook.Position = 0;
        await workbook.CopyToAsync(body, cancellation);
    }
}
