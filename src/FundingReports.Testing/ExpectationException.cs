namespace FundingReports.Testing;

/// <summary>An expectation that does not hold; its message says what was expected, what was found, and why it is so.</summary>
public sealed class ExpectationException : Exception
{
    /// <summary>Makes the exception of an expectation that does not hold.</summary>
    public ExpectationException(string message) : base(message)
    {
    }
}
