namespace FundingReports.Exchange.Scdl;

/// <summary>The sixteen columns of SCDL subventions 2.1.1, in its order, and the budget year that many files add.</summary>
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
}
