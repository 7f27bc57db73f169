using System.Collections.Immutable;
using FundingReports;
using FundingReports.Exchange;
using FundingReports.Validation;

namespace WebService;

/// <summary>What a request has sent: portfolio@1, or a filled form, as its own body or as the file of a web form.</summary>
/// <param name="Portfolio">The facts; null where there is an error.</param>
/// <param name="Problems">Every problem, at its place in the document or at its cell.</param>
/// <param name="AtCells">Problems that are found later, each at its cell where a form was sent.</param>
internal sealed record Sent(Portfolio? Portfolio, ImmutableArray<Problem> Problems, Func<ImmutableArray<Problem>, ImmutableArray<Problem>> AtCells)
{
    internal const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Reads it without holding a thread; null where it is neither.</summary>
    internal static async Task<Sent?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.HasJsonContentType())
        {
            (Portfolio? portfolio, ImmutableArray<Problem> problems) = await Portfolio.TryLoadAsync(request.Body, cancellation);
            return new(portfolio, problems, found => found);
        }
        return await FormAsync(request, cancellation) is { } form ? new(form.Portfolio, form.Problems, found => form.AtCells(found)) : null;
    }

    /// <summary>Reads a filled form; null where none was sent. Its name, of which only the file's own part counts, says who has sent it.</summary>
    internal static async Task<IntakeReading?> FormAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.HasFormContentType)
        {
            if ((await request.ReadFormAsync(cancellation)).Files is not [var file, ..])
                return null;
            await using Stream sent = file.OpenReadStream();
            return await IntakeReader.ReadAsync(sent, Path.GetFileName(file.FileName), null, cancellation);
        }
        if (EndingOf(request.ContentType) is not { } ending)
            return null;
        string? name = request.Query["name"];
        return await IntakeReader.ReadAsync(request.Body, name is { Length: > 0 } ? Path.GetFileName(name) : "formulaire" + ending, null, cancellation);
    }

    private static string? EndingOf(string? type) => type?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        Xlsx or "application/octet-stream" => ".xlsx",
        "application/vnd.ms-excel" => ".xls",
        "text/csv" => ".csv",
        _ => null,
    };
}
