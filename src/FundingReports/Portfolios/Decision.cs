using NodaTime;

namespace FundingReports.Portfolios;

/// <summary>What was decided on a day: a decision taken later does not exist yet.</summary>
internal static class Decision
{
    /// <summary>Whether a decision was taken on or before a day. One without date was; one known to the month or the year counts from its last day.</summary>
    /// <remarks>A vague date gives no better answer than a precise one.</remarks>
    internal static bool IsTaken(PartialDate? decidedOn, LocalDate asOf) => decidedOn is not { } date || date.Last <= asOf;

    /// <summary>The withdrawal of a commitment, where it was decided on or before a day.</summary>
    internal static Withdrawal? WithdrawalOf(Commitment commitment, LocalDate asOf) =>
        commitment.Withdrawn is { } withdrawal && IsTaken(withdrawal.DecidedOn, asOf) ? withdrawal : null;
}
