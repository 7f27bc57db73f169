using System.Collections.Frozen;
using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Policies;

/// <summary>
/// Money above a sum a year to an employer of private law needs a convention; granted by an act alone, it cannot be paid.
/// </summary>
/// <remarks>
/// It looks at one commitment at a time, over all its posts: what the same funder gives the same employer otherwise is not counted.
/// </remarks>
[JsonConverter(typeof(NoJson<ConventionAbove>))]
public sealed class ConventionAbove(string amount) : ParameterRule(RuleKind.ConventionAbove, [PolicyUnit.Money], [amount])
{
    private const string Association = "association";

    // These kinds of employer are of public law, by the words of a funder's kind.
    private static readonly FrozenSet<string> ofPublicLaw = FrozenSet.Create(
        StringComparer.Ordinal, [.. new[] { FunderKind.State, FunderKind.CollectiviteDepartementale, FunderKind.Commune, FunderKind.Epci,
            FunderKind.Region }.Select(EnumWords<FunderKind>.Of)]);

    /// <inheritdoc/>
    public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var findings = new List<SchemeFinding>();
        foreach (var commitment in subject.Commitments.Where(commitment => commitment.Status is CommitmentStatus.Granted))
        {
            string? employer = EmployerKind(subject, commitment);
            if (employer is not null && ofPublicLaw.Contains(employer)
                || subject.ValueFor(this, Parameters[0], commitment, findings) is not { } value)
                continue;
            var (known, complete) = MostInAYear(subject, commitment);
            bool above = known > Ratio.Cents(value.Money!.Value.Cents);
            if (above && employer is Association)
                findings.Add(subject.Finding(this, SchemeVerdict.Broken, commitment, Parameters[0], value,
                    PolicyTexts.ConventionNeeded(subject.Scheme, subject.Post, commitment, known.ToEuros(), value, Parameters[0])));
            else if (above)
                findings.Add(subject.Finding(this, SchemeVerdict.Unverifiable, commitment, Parameters[0], value,
                    PolicyTexts.EmployerUnknown(subject.Scheme, subject.Post, commitment, known.ToEuros(), value, Parameters[0])));
            else if (!complete)
                findings.Add(subject.Finding(this, SchemeVerdict.Unverifiable, commitment, Parameters[0], value,
                    PolicyTexts.YearlyUnknown(subject.Scheme, subject.Post, commitment, value, Parameters[0])));
        }
        return findings;
    }

    /// <summary>
    /// The most that the commitment is known to pay in one budget year, or in twelve of its own months, in cents; and whether all of it is
    /// known.
    /// </summary>
    private static (Ratio Known, bool Complete) MostInAYear(SchemeCase subject, Commitment commitment)
    {
        int index = subject.IndexOf(commitment);
        var byYear = new Dictionary<DayNumber, Ratio>();
        bool complete = true;
        foreach (string post in commitment.Posts)
            foreach (var piece in new SchemeMoney(subject.Facts, subject.Facts.IndexOf(post), other => other == index).Pieces())
                foreach (var part in piece.Parts.Where(part => part.Own))
                    if (part.YearlyCents is { } rate)
                        foreach (DayRange year in YearsOf(piece.Days, commitment.From.First))
                            byYear[year.From] = byYear.GetValueOrDefault(year.From, Ratio.Zero)
                                + (rate * new Ratio(year.And(piece.Days).Weight, 360));
                    else
                        complete = false;
        Ratio most = Ratio.Zero;
        foreach (Ratio sum in byYear.Values)
            most = sum > most ? sum : most;
        return (most, complete);
    }

    /// <summary>The budget years, and the twelve months counted from the first day, that some days touch.</summary>
    private static IEnumerable<DayRange> YearsOf(DayRange days, LocalDate from)
    {
        // A commitment without end pays a whole year sooner or later: one year more is enough to see it.
        int last = days.To == DayNumber.Never ? days.From.Year + 1 : days.To.Eve.Year;
        for (int year = days.From.Year - 1; year <= last; year++)
        {
            yield return new(DayNumber.FirstOf(year), DayNumber.FirstOf(year + 1));
            if (from is not { Month: 1, Day: 1 })
                yield return new(DayNumber.Of(from.PlusYears(year - from.Year)), DayNumber.Of(from.PlusYears(year + 1 - from.Year)));
        }
    }

    /// <summary>The kind of the employer when the commitment began; null where it is not known.</summary>
    private static string? EmployerKind(SchemeCase subject, Commitment commitment) => subject.Post.Employers
        .Where(employer => employer.From is not { } from || from.First <= commitment.From.First)
        .OrderBy(employer => employer.From?.First ?? LocalDate.MinIsoValue)
        .LastOrDefault()?.Kind;
}
