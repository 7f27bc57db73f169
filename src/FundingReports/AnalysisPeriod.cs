using System.Globalization;
using FundingReports.Validation;
using NodaTime;
using NodaTime.Text;

namespace FundingReports;

/// <summary>
/// The days and years of which an analysis can be asked, and why not of others: as problems, or as the exception of a caller's mistake.
/// </summary>
internal static class AnalysisPeriod
{
    /// <summary>The last day of the budget years shown, of an as-of date that is in range.</summary>
    internal static LocalDate Last(LocalDate asOf, LocalDate? through) => through ?? new LocalDate(asOf.Year + 5, 12, 31);

    /// <exception cref="ArgumentOutOfRangeException">No analysis can be asked of them.</exception>
    internal static void Check(LocalDate asOf, LocalDate? through, int? since)
    {
        if (Problems(asOf, through, since).FirstOrDefault() is { } problem)
            throw new ArgumentOutOfRangeException(problem.Path, problem.Found, problem.Arguments[0] switch
            {
                "year-out-of-range" => $"A year is from {PartialDate.FirstYear} to {PartialDate.LastYear}.",
                "before-as-of" => $"The last day shown is before the as-of date, {problem.Arguments[1]}.",
                "after-as-of" => $"The first year shown is after that of the as-of date, {problem.Arguments[1]}.",
                _ => $"At most {FundingAnalysis.MaxYears} budget years are shown.",
            });
    }

    internal static IEnumerable<Problem> Problems(LocalDate asOf, LocalDate? through, int? since)
    {
        if (!InRange(asOf.Year))
        {
            // The other days are measured by the as-of date: nothing more can be said of them.
            yield return OutOfRange("asOf", Iso(asOf));
            yield break;
        }
        LocalDate last = Last(asOf, through);
        if (last < asOf)
            yield return Refused("through", Iso(last), "before-as-of", Iso(asOf));
        if (since is { } year && !InRange(year))
            yield return OutOfRange("since", Number(year));
        else if (since > asOf.Year)
            yield return Refused("since", Number(since.Value), "after-as-of", Iso(asOf));
        else if (last.Year - (since ?? asOf.Year) >= FundingAnalysis.MaxYears)
            yield return Refused(through is null ? "since" : "through", through is null
                ? Number(since!.Value) : Iso(last), "too-many-years", Number(FundingAnalysis.MaxYears));
    }

    private static bool InRange(int year) => year is >= PartialDate.FirstYear and <= PartialDate.LastYear;

    private static Problem OutOfRange(string path, string found) =>
        Refused(path, found, "year-out-of-range", Number(PartialDate.FirstYear), Number(PartialDate.LastYear));

    private static Problem Refused(string path, string found, params string[] arguments) =>
        new(ProblemCode.PeriodRefused, path, found, [.. arguments]);

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
