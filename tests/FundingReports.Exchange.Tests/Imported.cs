using System.Text.RegularExpressions;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Exchange.Tests;

/// <summary>What tests ask of an official file that was read.</summary>
internal static class Imported
{
    internal static string Account(ImportReading reading) => Regex.Replace(reading.Sentence(Language.French), "[\u00a0\u202f]", " ");

    internal static string[] Codes(ImportReading reading) => [.. reading.Problems.Select(problem => $"{problem.CodeName} {problem.Path}")];

    internal static string[] Aside(IntakeAccount account) =>
        [.. account.SetAside.Select(row => $"{row.Sheet} {row.Row} {row.Why(Language.French)}")];

    /// <summary>The agreed money of a year, as the analysis has it; null where it is unknown.</summary>
    internal static Euros? Funding(ImportReading reading, int year)
    {
        FundingAnalysis analysis = reading.Portfolio!.Analyze(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        return analysis.Year(year).Agreed.Funding.Exact.TryGet(out Euros money) ? money : null;
    }

    internal static string Terms(Commitment commitment) => commitment.Amount switch
    {
        Amount.Annual annual => $"{annual.Yearly} a year",
        Amount.YearlyAmounts steps => string.Join(" ", steps.Steps),
        Amount.Total total => $"{total.Sum} in all",
        Amount.Unknown => "unknown",
        var other => other.ToString(),
    };

    internal static string Line(Commitment commitment) =>
        $"{commitment.Id} {commitment.Status} {commitment.From} {commitment.Until.ToString() ?? "?"} {Terms(commitment)}";

    internal static string[] Tranches(Commitment commitment) => commitment.Instalments is { } instalments
        ? [.. instalments.Select(tranche =>
                $"{tranche.From} {tranche.Until} {tranche.Amount?.ToString() ?? "?"} {tranche.Paid?.ToString() ?? "?"} "
            + $"{tranche.PaidOn?.ToString() ?? "?"}")]
        : [];
}
