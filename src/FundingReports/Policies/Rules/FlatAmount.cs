using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Ledger;

namespace FundingReports.Policies;

/// <summary>The scheme pays a flat sum a year for a post: the amount, or half of it where half units are allowed.</summary>
[JsonConverter(typeof(NoJson<FlatAmount>))]
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
            int index = subject.IndexOf(commitment);
            var paid = pieces.SelectMany(piece => piece.Parts.Where(part => part.Commitment == index)
                .Select(part => (Day: piece.Days.From.Date, Part: part, Cents: part.YearlyCents))).ToList();
            if (paid.Count == 0 || subject.ValueFor(this, Parameters[0], commitment, findings) is not { } value)
                continue;
            Ratio unit = Ratio.Cents(value.Money!.Value.Cents), half = unit.Over(2);
            foreach (var (day, _, cents) in paid.Where(
                paid => paid.Cents is { } sum && !Is(unit, sum, paid.Part.Line) && !(HalfUnits && Is(half, sum, paid.Part.Line))).Take(1))
                findings.Add(subject.Finding(this, SchemeVerdict.Broken, commitment, Parameters[0], value,
                    PolicyTexts.AmountNotFlat(
                        subject.Scheme, subject.Post, commitment, day, cents!.Value.ToEuros(), HalfUnits, value, Parameters[0])));
            if (paid.Any(part => part.Cents is null))
                findings.Add(subject.Finding(this, SchemeVerdict.Unverifiable, commitment, Parameters[0], value,
                    PolicyTexts.AmountUnknown(subject.Scheme, subject.Post, commitment, value, Parameters[0])));
        }
        return findings;
    }

    /// <summary>
    /// Whether the sum is the amount. A total or an instalment is in whole cents: the rate it comes to may be off by less than one over
    /// its days.
    /// </summary>
    private static bool Is(Ratio amount, Ratio yearly, LedgerLine line)
    {
        Ratio off = yearly < amount ? amount - yearly : yearly - amount;
        return off.Numerator.IsZero || line.Rule == PaymentRule.Sum && line.Rate.Denominator > 1
            && off * new Ratio(line.TermsWeight, 360) < Ratio.One;
    }
}
