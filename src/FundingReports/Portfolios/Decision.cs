using NodaTime;

namespace FundingReports.Portfolios;

/// <summary>Decides what was decided by a day: a decision taken later does not exist yet.</summary>
internal static class Decision
{
    /// <summary>
    /// Whether a decision was taken on or before a day. A decision without a date counts as taken; one known to the month or the year
    /// counts from its last day.
    /// </summary>
    /// <remarks>A vague date gives no better answer than a precise one.</remarks>
    internal static bool IsTaken(PartialDate? decidedOn, LocalDate asOf) => decidedOn is not { } date || date.Last <= asOf;

    /// <summary>The withdrawal of a commitment, where it was decided on or before a day.</summary>
    internal static Withdrawal? WithdrawalOf(Commitment commitment, LocalDate asOf) =>
        commitment.Withdrawn is { } withdrawal && IsTaken(withdrawal.DecidedOn, asOf) ? withdrawal : null;
}
