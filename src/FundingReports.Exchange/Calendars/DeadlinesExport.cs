using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FundingReports.Exchange.Names;
using FundingReports.Files;
using FundingReports.Portfolios;
using FundingReports.Requests;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace FundingReports.Exchange;

/// <summary>The deadlines of an analysis as a calendar (iCalendar, RFC 5545): requests, papers to join, ends of agreements.</summary>
/// <remarks>
/// A date that is not published is not guessed: without a date there is no event. Every event lasts its whole day. Its UID comes from the
/// title of the portfolio and the ids of the facts, so that a later edition moves an event and does not double it. The same analysis gives
/// the same bytes.
/// </remarks>
public sealed class DeadlinesExport
{
    // Where every reminder that the policies ask for would come before the as-of date, one comes a week before the deadline.
    private const int LeastDays = 7;

    private readonly FundingAnalysis analysis;
    private readonly Language language;
    private readonly ImmutableArray<Deadline> deadlines;

    private DeadlinesExport(FundingAnalysis analysis, Language language)
    {
        (this.analysis, this.language) = (analysis, language);
        deadlines =
            [.. Requests().Concat(Ends()).OrderBy(deadline => deadline.On).ThenBy(deadline => deadline.Key, StringComparer.Ordinal)];
    }

    /// <summary>How many events.</summary>
    public int Events => deadlines.Length;

    /// <summary>The deadlines on the as-of date or after it.</summary>
    /// <exception cref="FundingReports.Policies.PolicyException">
    /// The policies do not say how many months before the end of the funding a post is at risk.
    /// </exception>
    public static DeadlinesExport Of(FundingAnalysis analysis, Language language = Language.French)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new(analysis, language);
    }

    /// <summary>Writes the calendar to a stream, which stays open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var calendar = new Calendar { ProductId = "-//FundingReports//FundingReports//FR", Method = "PUBLISH" };
        int[] months = [.. ((string[])["risk.moderate-months", "risk.critical-months"])
            .Select(name => analysis.Policies.WholeOn(name, analysis.AsOf)).Distinct().OrderDescending()];
        foreach (Deadline deadline in deadlines)
            calendar.Events.Add(Event(deadline, months));
        stream.Write(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? ""));
    }

    /// <summary>Writes the calendar. The file appears whole or not at all.</summary>
    /// <exception cref="ArgumentException">The path names another format, such as .xlsx or .pdf.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        FileEnding.Check(path, "a calendar", ".ics", ".ical");
        using var bytes = new MemoryStream();
        Write(bytes);
        WholeFile.Write(path, bytes.WriteTo);
    }

    /// <summary>What must be asked before a day that is published, and the papers that go with it, each once.</summary>
    private IEnumerable<Deadline> Requests()
    {
        foreach (FundingRequest request in analysis.Requests)
        {
            string key =
                $"{request.Kind}/{request.Funder?.Id}/{request.Line}/{Plain.Number(request.Year)}/{string.Join(',', request.Posts.Select(post => post.Id))}";
            if (request.Closes is { } closes && closes >= analysis.AsOf)
                yield return new(closes, $"request/{key}", Say($"Demande à déposer : {Who(request)} {Plain.Number(request.Year)}",
                    $"Request due: {Who(request)} {Plain.Number(request.Year)}"), request.Sentence(analysis.AsOf, language));
        }
        var papers = analysis.Requests.SelectMany(
            request => request.Papers.Where(paper => paper.DueOn >= analysis.AsOf).Select(paper => (Request: request, Paper: paper)))
            .GroupBy(due => (due.Paper.Kind, On: due.Paper.DueOn!.Value, Funder: due.Request.Funder?.Id));
        foreach (var due in papers)
        {
            (FundingRequest request, Paper paper) = due.First();
            yield return new(due.Key.On, $"paper/{due.Key.Kind}/{due.Key.Funder}/{due.Key.On:uuuu'-'MM'-'dd}",
                Say($"Pièce à remettre : {Who(request)}", $"Paper due: {Who(request)}"), Sentence(paper.InWords(language)));
        }
    }

    /// <summary>
    /// The last days of what is granted or signed, without what was withdrawn, and without what an amendment replaces for all its posts.
    /// </summary>
    private IEnumerable<Deadline> Ends()
    {
        List<Commitment> agreed =
            [.. analysis.CommitmentBalances.Select(balance => balance.Commitment).Where(commitment => commitment.IsAgreed)];
        foreach (Commitment commitment in agreed)
        {
            if (commitment.Until.Until is not { } until || until.Last < analysis.AsOf || commitment.Withdrawn is not null
                || agreed.Exists(other => other.Amends == commitment.Id && commitment.Posts.All(post => other.Posts.Contains(post))))
                continue;
            string who = analysis.Portfolio.PayerOf(commitment), posts = Words.OneLine(analysis.Portfolio.PostsInWords(commitment));
            yield return new(until.Last, $"end/{commitment.Id}", Say($"Fin de financement : {who}", $"Funding ends: {who}"),
                Sentence(
                    $"{commitment.Id}, {who} ({commitment.Status.InWords(language)}){Say($" : ", ": ")}{posts}, {Words.Date(until, language)}"));
        }
    }

    private CalendarEvent Event(Deadline deadline, int[] months)
    {
        var made = new CalendarEvent
        {
            Uid = Uid(deadline.Key),
            Summary = deadline.Title,
            Description = deadline.Text,
            DtStamp = new CalDateTime(analysis.AsOf.Year, analysis.AsOf.Month, analysis.AsOf.Day, 0, 0, 0, CalDateTime.UtcTzId),
            Start = Day(deadline.On),
            End = Day(deadline.On.PlusDays(1)),
            // A deadline does not make anybody busy on that day.
            Transparency = "TRANSPARENT",
        };
        foreach (int days in Reminders(deadline.On, months))
            made.Alarms.Add(new Alarm {
                Action = "DISPLAY", Description = deadline.Title, Trigger = new Trigger(Ical.Net.DataTypes.Duration.FromDays(-days)) });
        return made;
    }

    /// <summary>
    /// How many days before a deadline a reminder comes: at the months that the policies give, where those days are still to come.
    /// </summary>
    private IEnumerable<int> Reminders(LocalDate on, int[] months)
    {
        List<int> days = [.. months.Select(before => on.PlusMonths(-before)).Where(day => day >= analysis.AsOf)
            .Select(day => NodaTime.Period.DaysBetween(day, on))];
        return days.Count > 0 ? days : [LeastDays];
    }

    private string Uid(string key)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{analysis.Portfolio.Title}\n{key}"));
        return $"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}@fundingreports";
    }

    private static string Who(FundingRequest request)
    {
        string name = request.Funder is { } funder ? Words.OneLine(funder.Name) : "?";
        return request.Line is { } line ? $"{name} ({Words.OneLine(line)})" : name;
    }

    private static CalDateTime Day(LocalDate day) => new(day.Year, day.Month, day.Day);

    private static string Sentence(string text) => text.Length == 0 ? "" : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    private string Say(FrenchText french, EnglishText english) => Phrase.In(language, french, english);

    /// <summary>Something due on a day.</summary>
    /// <param name="On">The last day.</param>
    /// <param name="Key">What it is, in ids.</param>
    /// <param name="Title">In a few words.</param>
    /// <param name="Text">The sentence.</param>
    private sealed record Deadline(LocalDate On, string Key, string Title, string Text);

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Events} events";
}
