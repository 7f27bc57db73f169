using System.Collections.Immutable;
using FundingReports;
using FundingReports.Excel;
using FundingReports.Exchange;
using FundingReports.Validation;

namespace Service;

/// <summary>What each route does: read the body, ask the library, answer. Whatever is wrong with what was sent is a 400 that lists every problem.</summary>
internal static class Routes
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A portfolio → analysis@1.</summary>
    internal static async Task<IResult> AnalyseAsync(HttpContext http, FundingAnalyzer analyzer)
    {
        (FundingAnalysis? analysis, IResult? refusal) = await AnalysisOfAsync(http, analyzer);
        // FundingAnalysis is written as analysis@1 by its own converter.
        return refusal ?? TypedResults.Ok(analysis);
    }

    /// <summary>A portfolio → the workbook.</summary>
    internal static async Task<IResult> WorkbookAsync(HttpContext http, FundingAnalyzer analyzer)
    {
        (FundingAnalysis? analysis, IResult? refusal) = await AnalysisOfAsync(http, analyzer);
        if (refusal is not null)
            return refusal;
        Language language = http.LanguageOfAnswer();
        return TypedResults.Stream(body => analysis!.WriteWorkbookAsync(body, language, http.RequestAborted), Xlsx, "rapport.xlsx");
    }

    /// <summary>A filled form → portfolio@1, or the problems at their cells.</summary>
    internal static async Task<IResult> FormAsync(HttpContext http)
    {
        if (EndingOf(http.Request.ContentType) is not { } ending)
            return TypedResults.Problem("Content-Type: .xlsx, .xls, text/csv.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        byte[] body = await http.BodyAsync();
        string? name = http.Request.Query["name"];
        IntakeReading reading = IntakeReader.Read(new MemoryStream(body, writable: false), name is { Length: > 0 } ? Path.GetFileName(name) : "formulaire" + ending);
        return reading.Portfolio is { } portfolio ? TypedResults.Ok(portfolio) : http.Refused(reading.Problems);
    }

    private static async Task<(FundingAnalysis? Analysis, IResult? Refusal)> AnalysisOfAsync(HttpContext http, FundingAnalyzer analyzer)
    {
        if (!http.Request.HasJsonContentType())
            return (null, TypedResults.Problem("Content-Type: application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType));
        byte[] body = await http.BodyAsync();
        bool read = Portfolio.TryRead(body, out Portfolio? portfolio, out ImmutableArray<Problem> problems);
        Asked? asked = Asked.Of(http, out Dictionary<string, string[]> wrong);
        return read && asked is not null
            ? asked.Answer(analyzer, portfolio!, http)
            : (null, http.Refused(read ? [] : problems, wrong));
    }

    private static string? EndingOf(string? type) => type?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        Xlsx or "application/octet-stream" => ".xlsx",
        "application/vnd.ms-excel" => ".xls",
        "text/csv" => ".csv",
        _ => null,
    };
}
