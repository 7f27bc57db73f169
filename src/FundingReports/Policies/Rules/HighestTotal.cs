using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Ledger;

namespace FundingReports.Policies;

/// <summary>A convention of the scheme, with its amendments, pays a post at most a sum in all.</summary>
[JsonConverter(typeof(NoJson<HighestTotal>))]
public sealed class HighestTotal(string amount) : ParameterRule(RuleKind.HighestTotal, [PolicyUnit.Money], [amount])
{
    /// <inheritdoc/>
    public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var findings = new List<SchemeFinding>();
        var pieces = subject.Money.Pieces().Where(piece => piece.OwnPays).ToList();
        foreach (var line in subject.Lines)
        {
            var first = line.MinBy(commitment => commitment.From.First)!;
            var indexes = line.Select(subject.IndexOf).ToHashSet();
            if (subject.ValueFor(this, Parameters[0], first, findings) is not { } value)
                continue;
            Ratio known = Ratio.Zero;
            bool complete = true;
            foreach (var piece in pieces)
                foreach (var part in piece.Parts.Where(part => indexes.Contains(part.Commitment)))
                    if (part.YearlyCents is { } rate && piece.Days.To != DayNumber.Never)
                        known += rate * new Ratio(piece.Days.Weight, 360);
                    else
                        complete = false;
            if (known > Ratio.Cents(value.Money!.Value.Cents))
                findings.Add(subject.Finding(this, SchemeVerdict.Broken, first, Parameters[0], value,
                    PolicyTexts.TotalTooHigh(subject.Scheme, subject.Post, first, known.ToEuros(), value, Parameters[0])));
            else if (!complete)
                findings.Add(subject.Finding(this, SchemeVerdict.Unverifiable, first, Parameters[0], value,
                    PolicyTexts.TotalUnknown(subject.Scheme, subject.Post, first, value, Parameters[0])));
        }
        return findings;
    }
}
