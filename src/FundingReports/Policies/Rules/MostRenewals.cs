using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Ledger;

namespace FundingReports.Policies;

/// <summary>
/// A convention of the scheme is renewed at most some number of times on the same post. One that begins while another runs renews nothing.
/// </summary>
[JsonConverter(typeof(NoJson<MostRenewals>))]
public sealed class MostRenewals(string count) : ParameterRule(RuleKind.MostRenewals, [PolicyUnit.Count], [count])
{
    /// <inheritdoc/>
    public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var findings = new List<SchemeFinding>();
        var lines = subject.Lines
            .Select(line => (First: line.MinBy(commitment => commitment.From.First)!,
                Days: line.Select(commitment => subject.Money.DaysOf(subject.IndexOf(commitment))).Where(days => !days.IsEmpty).ToList()))
            .Where(line => line.Days.Count > 0)
            .OrderBy(line => line.Days.Min(days => days.From));
        int renewals = -1;
        var end = default(DayNumber);
        foreach (var (first, days) in lines)
        {
            bool renews = days.Min(span => span.From) >= end;
            end = DayNumber.Max(end, days.Max(span => span.To));
            if (!renews || ++renewals < 1 || subject.ValueFor(this, Parameters[0], first, findings) is not { } value
                || renewals <= value.Whole)
                continue;
            findings.Add(subject.Finding(this, SchemeVerdict.Broken, first, Parameters[0], value,
                PolicyTexts.TooManyRenewals(subject.Scheme, subject.Post, first, renewals, value, Parameters[0])));
        }
        return findings;
    }
}
