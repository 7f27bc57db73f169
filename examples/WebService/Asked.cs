using FundingReports;
using NodaTime;

namespace WebService;

/// <summary>What a request asks beside its body: on which day (<c>?asOf=2022-02-08</c>, required), and to the end of which year.</summary>
/// <param name="AsOf">The as-of date.</param>
/// <param name="Through">The budget years shown run to that of this date, included; null: the fifth after the as-of year.</param>
internal sealed record Asked(LocalDate AsOf, LocalDate? Through)
{
    internal static Asked? Of(HttpContext http, out Dictionary<string, string[]> wrong)
    {
        wrong = [];
        LocalDate? asOf = Day(http, "asOf", required: true, wrong), through = Day(http, "through", required: false, wrong);
        return wrong.Count == 0 ? new(asOf!.Value, through) : null;
    }

    /// <summary>One core a request: the others are for the other callers.</summary>
    internal AnalysisOptions Options => new() { Through = Through, MaxDegreeOfParallelism = 1 };

    private static LocalDate? Day(HttpContext http, string name, bool required, Dictionary<string, string[]> wrong)
    {
        string? text = http.Request.Query[name];
        if (string.IsNullOrEmpty(text) && !required)
            return null;
        if (PartialDate.TryParse(text, out PartialDate date) && date.IsDay)
            return date.First;
        wrong[name] = [http.LanguageOfAnswer() is Language.French
            ? $"« {text} » n'est pas un jour. Donnez l'année, le mois et le jour : {name}=2022-02-08."
            : $"\"{text}\" is not a day. Give the year, the month and the day: {name}=2022-02-08."];
        return null;
    }
}
