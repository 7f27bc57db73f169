namespace FundingReports.Exchange;

/// <summary>The official files that are read.</summary>
public enum ImportKind
{
    /// <summary>The export of the FONJEP: a workbook of five sheets.</summary>
    Fonjep,

    /// <summary>The export of SUBVENTIA, the tool of the FIPD: a workbook of one sheet.</summary>
    Subventia,

    /// <summary>Subsidies published under the national schema, SCDL subventions, or its older form: .csv or .xlsx.</summary>
    Scdl,

    /// <summary>Payments, as the State's accounts export them (Chorus): a workbook.</summary>
    Chorus,
}
