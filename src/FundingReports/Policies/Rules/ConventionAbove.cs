using System.Collections.Frozen;
using FundingReports.Coverage;
using FundingReports.Portfolios;
using FundingReports.Texts;

namespace FundingReports.Policies;

/// <summary>Money above a sum a year to an employer of private law needs a convention; granted by an act alone, it cannot be paid.</summary>
/// <remarks>It looks at one commitment at a time, over all its posts: what the same funder gives the same employer otherwise is not counted.</remarks>
public sealed class ConventionAbove(string amount) : ParameterRule(RuleKind.ConventionAbove, [PolicyUnit.Money], [amount])
{
    private const string Association = "association";

    // The kinds of employer that are of public law, by the words of a funder's kind.
    private static readonly FrozenSet<string> ofPublicLaw = FrozenSet.Create(
        StringComparer.Ordinal, [.. new[] { FunderKind.State, FunderKind.CollectiviteDepartementale, FunderKind.Commune, FunderKind.Epci, FunderKind.Region }.Select(EnumWords<FunderKind>.Of)]);

    /// <inheritdoc/>
    public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var findings = new List<SchemeFinding>();
        foreach (var commitment in subject.Commitments.Where(commitment => commitment.Status is CommitmentStatus.Granted))
        {
            string? employer = EmployerKind(subject, commitment);
            if (employer is not null && ofPublicLaw.Contains(employer) || subject.ValueFor(this, Parameters[0], commitment, findings) is not { } value)
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

    /// <summary>The most that the commitment is known to pay in one budget year, in cents, and whether all of it is known.</summary>
    private static (Ratio Known, bool Complete) MostInAYear(SchemeCase subject, Commitment commitment)
    {
        int index = subject.IndexOf(commitment);
        var byYear = new SortedDictionary<int, Ratio>();
        bool complete = true;
        for (int i = 0; i < subject.Portfolio.Posts.Length; i++)
        {
            if (!commitment.Posts.Contains(subject.Portfolio.Posts[i].Id))
                continue;
            foreach (var piece in new SchemeMoney(subject.Facts, i, other => other == index).Pieces())
                foreach (var part in piece.Parts.Where(part => part.Own))
                {
                    complete &= part.YearlyCents is not null;
                    // What has no end pays a whole year sooner or later: two more years are enough to see it.
                    int last = piece.Days.To == Day.Never ? piece.Days.From.Year + 1 : piece.Days.To.Eve.Year;
                    for (int year = piece.Days.From.Year; year <= last && part.YearlyCents is { } rate; year++)
                    {
                        int weight = new Span(Day.FirstOf(year), Day.FirstOf(year + 1)).And(piece.Days).Weight;
                        byYear[year] = byYear.GetValueOrDefault(year, Ratio.Zero) + (rate * new Ratio(weight, 360));
                    }
                }
        }
        Ratio most = Ratio.Zero;
        foreach (Ratio sum in byYear.Values)
            most = sum > most ? sum : most;
        return (most, complete);
    }

    /// <summary>The kind of the employer when the commitment began; null where it is not known.</summary>
    private static string? EmployerKind(SchemeCase subject, Commitment commitment) => subject.Post.Employers
        .Where(employer => employer.From is not { } from || from.First <= commitment.From.First)
        .OrderBy(employer => employer.From?.First ?? NodaTime.LocalDate.MinIsoValue)
        .LastOrDefault()?.Kind;
}
