using FundingReports.Texts;

namespace FundingReports.Policies;

/// <summary>The scheme pays a flat sum a year for a post: the amount, or half of it where half units are allowed.</summary>
public sealed class FlatAmount(string amount, bool halfUnits = false) : ParameterRule(RuleKind.FlatAmount, [PolicyUnit.Money], [amount])
{
    /// <summary>Whether half of the amount is paid too.</summary>
    public bool HalfUnits { get; } = halfUnits;

    /// <inheritdoc/>
    public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var findings = new List<SchemeFinding>();
        var pieces = subject.Money.Pieces().Where(piece => piece.OwnPays).ToList();
        foreach (var commitment in subject.Commitments)
        {
            var paid = pieces.SelectMany(piece => piece.Parts.Where(part => part.Commitment == subject.IndexOf(commitment)).Select(part => (piece.Days.From.Date, part.YearlyCents))).ToList();
            if (paid.Count == 0 || subject.ValueFor(this, Parameters[0], commitment, findings) is not { } value)
                continue;
            Ratio unit = Ratio.Cents(value.Money!.Value.Cents), half = unit.Over(2);
            foreach (var (day, cents) in paid.Where(part => part.YearlyCents is { } sum && sum.CompareTo(unit) != 0 && !(HalfUnits && sum.CompareTo(half) == 0)).Take(1))
                findings.Add(subject.Finding(this, SchemeVerdict.Broken, commitment, Parameters[0], value,
                    PolicyTexts.AmountNotFlat(subject.Scheme, subject.Post, commitment, day, cents!.Value.ToEuros(), HalfUnits, value, Parameters[0])));
            if (paid.Any(part => part.YearlyCents is null))
                findings.Add(subject.Finding(this, SchemeVerdict.Unverifiable, commitment, Parameters[0], value,
                    PolicyTexts.AmountUnknown(subject.Scheme, subject.Post, commitment, value, Parameters[0])));
        }
        return findings;
    }
}
