namespace FundingReports.Ledger;

/// <summary>What is exactly true of a coverage, before any rounding to millionths.</summary>
[Flags]
internal enum CoverageFlags
{
    None = 0,

    /// <summary>The low end is 1 or more.</summary>
    SurelyFull = 1,

    /// <summary>The high end is 1 or more.</summary>
    PossiblyFull = 2,

    /// <summary>Some money is sure.</summary>
    SurelyPart = 4,

    /// <summary>Some money is possible.</summary>
    PossiblyPart = 8,

    /// <summary>The low end is more than 1.</summary>
    Over = 16,

    /// <summary>The high end has no bound.</summary>
    Unbounded = 32,

    /// <summary>The cost is not known.</summary>
    CostUnknown = 64,

    /// <summary>The cost is known to be nothing.</summary>
    CostOfZero = 128,
}
