using System.Text;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>A portfolio in a few lines, to read a counterexample by.</summary>
internal static class FactsText
{
    internal static string Of((PortfolioFacts Facts, LocalDate AsOf, LocalDate Through) question) =>
        $"as of {Show.Iso(question.AsOf)} through {Show.Iso(question.Through)}\n{Of(question.Facts)}";

    internal static string Of(PortfolioFacts facts)
    {
        var text = new StringBuilder();
        foreach (Post post in facts.Posts)
            text.AppendLine(
                $"{post.Id}: fte {post.Fte?.ToString() ?? "?"}, {post.From?.ToString() ?? $"attested {post.AttestedOn}"}..{post.Until}"
                + $", costs {string.Join("; ", post.Costs.Select(c => $"{c.From}={c.Annual?.ToString() ?? "?"}{Decided(c.DecidedOn)}"))}");
        foreach (Commitment c in facts.Commitments)
        {
            text.Append(
                $"{c.Id}: {c.Status}{Decided(c.DecidedOn)} {Of(c.Amount)} for {string.Join(",", c.Posts)} ({Of(c.Split)}), "
                + $"{c.From}..{c.Until.ToString() ?? "?"}");
            text.Append(c.Cap is { } cap ? $", cap {cap}" : "").Append(c.Amends is { } amends ? $", amends {amends}" : "");
            text.Append(c.Withdrawn is { } w ? $", withdrawn from {w.From}{Decided(w.DecidedOn)}" : "");
            foreach (Scaling scaling in c.Scalings)
                text.Append($", x{scaling.Factor} from {scaling.From}");
            text.AppendLine(c.Instalments is { } tranches
                ? $", tranches [{string.Join("; ", tranches.Select(t => $"{t.From}..{t.Until} {t.Amount}{Decided(t.DecidedOn)}"))}]"
                : ", tranches ?");
        }
        return text.ToString();
    }

    private static string Decided(PartialDate? day) => day is { } known ? $" (decided {known})" : "";

    private static string Of(Split split) =>
        split is Split.Weights weights ? string.Join(":", weights.ByPost.Values) : split.GetType().Name;

    private static string Of(Amount amount) => amount.Match(
        total: total => $"total {total.Sum}",
        annual: annual => $"annual {annual.Yearly}",
        yearlyAmounts: yearly => $"yearly {string.Join("/", yearly.Steps)}",
        share: share => $"share {share.Share}",
        yearlyShares: yearly => $"shares {string.Join(" ", yearly.Steps)}",
        shareOfRemainder: share => $"remainder {share.Share}",
        balance: _ => "Balance",
        unknown: _ => "Unknown");
}
