using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Ledger;

/// <summary>
/// Who pays what to a post, and on which days, in one view: every answer about the post, and every sheet that shows where its money comes
/// from, is read from it.
/// </summary>
/// <remarks>
/// The periods begin with the first budget year shown, or with the post where it is younger, and end with the post. A sum for several
/// posts is split between them: a ledger holds the part of its own post. Money paid outside the days of the post is not in it.
/// </remarks>
[JsonConverter(typeof(NoJson<FundingLedger>))]
public sealed class FundingLedger
{
    internal FundingLedger(FundingView view, ImmutableArray<LedgerPeriod> periods) => (View, Periods) = (view, periods);

    /// <summary>Which money is counted.</summary>
    public FundingView View { get; }

    /// <summary>The periods on which nothing changes, in order and without a gap between them.</summary>
    public ImmutableArray<LedgerPeriod> Periods { get; }

    /// <summary>The period that contains a day; null before the first and after the last.</summary>
    /// <param name="day">The day.</param>
    public LedgerPeriod? On(LocalDate day)
    {
        foreach (var period in Periods)
            if (period.From <= day && (period.Until is not { } until || day <= until))
                return period;
        return null;
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{View} view: {Periods.Length} periods";
}

/// <summary>Days of a post on which its cost and its commitments do not change.</summary>
[JsonConverter(typeof(NoJson<LedgerPeriod>))]
public sealed class LedgerPeriod
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() =>
        $"{From:uuuu-MM-dd} to {(Until is { } last ? $"{last:uuuu-MM-dd}" : "no end")}: cost {Cost}, missing {Missing}";

    internal LedgerPeriod(LocalDate from, LocalDate? until) => (From, Until) = (from, until);

    /// <summary>The first day, included.</summary>
    public LocalDate From { get; }

    /// <summary>The last day, included; null where the period has no end.</summary>
    public LocalDate? Until { get; }

    /// <summary>The cost of the post, in euros a year.</summary>
    public required Knowable<Euros> Cost { get; init; }

    /// <summary>What each commitment in force pays, in the portfolio's order; empty where nothing is paid.</summary>
    public required ImmutableArray<LedgerLine> Lines { get; init; }

    /// <summary>
    /// The part of the cost that is paid where only the sure money comes (1 is the whole). A cost of zero counts as paid in full.
    /// </summary>
    public required Ratio Low { get; init; }

    /// <summary>
    /// The part of the cost that is paid where all the possible money comes (1 is the whole); null where it has no bound.
    /// </summary>
    public required Ratio? High { get; init; }

    /// <summary>
    /// The money that is missing, in euros a year, to the cent; unknown where the cost is unknown, or where the sure and the possible
    /// money differ.
    /// </summary>
    public required Knowable<Euros> Missing { get; init; }
}

/// <summary>What a commitment pays to a post in a period.</summary>
[JsonConverter(typeof(NoJson<LedgerLine>))]
public sealed class LedgerLine
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Commitment.Id}: {LowMoney} to {HighMoney} a year";

    internal LedgerLine(Commitment commitment, int index) => (Commitment, Index) = (commitment, index);

    /// <summary>The commitment.</summary>
    public Commitment Commitment { get; }

    /// <summary>The place of the commitment in the portfolio, from 0 on.</summary>
    public int Index { get; }

    /// <summary>How the money of the commitment is worked out on these days.</summary>
    public required PaymentRule Rule { get; init; }

    /// <summary>
    /// The rate before the cap: for a sum, cents a year for this post; for a share, a remainder or a balance, the part. It has no meaning
    /// where the amount is unknown.
    /// </summary>
    public required Ratio Rate { get; init; }

    /// <summary>The most that the commitment pays to this post, in euros a year; null where there is no cap.</summary>
    public required Euros? Cap { get; init; }

    /// <summary>Whether an instalment, a decided act, covers these days.</summary>
    public required bool IsFirm { get; init; }

    /// <summary>Whether the money is sure in the view; otherwise it is only possible.</summary>
    public required bool IsSure { get; init; }

    /// <summary>
    /// The part of the cost that the commitment pays where only the sure money comes. A remainder or a balance may pay more then than at
    /// the other end, because the others leave it more.
    /// </summary>
    public required Ratio Low { get; init; }

    /// <summary>The part of the cost that the commitment pays where all the possible money comes; null where it has no bound.</summary>
    public required Ratio? High { get; init; }

    /// <summary>
    /// The money where only the sure money comes, in euros a year, to the cent; unknown where it is a part of an unknown cost.
    /// </summary>
    public required Knowable<Euros> LowMoney { get; init; }

    /// <summary>
    /// The money where all the possible money comes, in euros a year, to the cent; unknown where it is a part of an unknown cost, or has
    /// no bound.
    /// </summary>
    public required Knowable<Euros> HighMoney { get; init; }

    /// <summary>The part that a remainder or a balance pays as if it were sure, where only sure money of others comes.</summary>
    internal Ratio IfSure { get; init; } = Ratio.Zero;

    /// <summary>The weight of the days over which a sum is spread, in thirtieths of months.</summary>
    internal int TermsWeight { get; init; }
}
