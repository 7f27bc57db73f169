using System.Collections.Immutable;
using System.Globalization;
using FundingReports;
using FundingReports.Validation;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace WebService;

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

    /// <summary>
    /// How many warnings there are of what was read, in the header <c>Problem-Count</c>: an answer is there all the same, and
    /// <c>POST /problems</c> says them.
    /// </summary>
    internal static void SayHowMany(this HttpContext http, ImmutableArray<Problem> problems) =>
        http.Response.Headers["Problem-Count"] = problems.Length.ToString(CultureInfo.InvariantCulture);

    /// <summary>400 with every problem: by its place, in the client's language, and as values for programs.</summary>
    internal static IResult Refused(this HttpContext http, ImmutableArray<Problem> problems, Dictionary<string, string[]>? beside = null)
    {
        Dictionary<string, string[]> errors = problems.ByPath(http.LanguageOfAnswer());
        foreach ((string place, string[] said) in beside ?? [])
            errors[place] = said;
        return TypedResults.ValidationProblem(errors, extensions: [KeyValuePair.Create("problems", (object?)problems)]);
    }
}
