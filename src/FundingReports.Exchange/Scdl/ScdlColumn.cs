namespace FundingReports.Exchange.Scdl;

/// <summary>The sixteen columns of SCDL subventions 2.1.1, in its order; then what other files add.</summary>
internal enum ScdlColumn
{
    FunderName,
    FunderSiret,
    DecidedOn,
    Decision,
    BeneficiaryName,
    BeneficiarySiret,
    BeneficiaryRna,
    Object,
    Amount,
    Nature,
    Conditions,
    Payments,
    Rae,
    NotifiedToEu,
    BeneficiaryPart,
    Scheme,
    BudgetYear,

    // What the money is worth.
    Status,
    Requested,
    Paid,
    Loan,
    Guarantee,
    InKind,

    // Days.
    From,
    Until,
    PaidFrom,
    PaidUntil,
}
