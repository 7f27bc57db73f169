using FundingReports.Wording;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Reports.Tests.Schedules;

/// <summary>Days told one after the other, those that follow each other and say the same in one line.</summary>
internal sealed class LikeDays
{
    private readonly List<(LocalDate From, LocalDate? Until, string Said)> runs = [];

    internal void Add(LocalDate from, LocalDate? until, string said)
    {
        if (runs is [.., var last] && last.Said == said && last.Until?.PlusDays(1) == from)
            runs[^1] = last with { Until = until };
        else
            runs.Add((from, until, said));
    }

    internal List<string> ToList() => runs.ConvertAll(run => $"{Show.Iso(run.From)}..{Show.Day(run.Until)} {run.Said}");
}
