namespace FundingReports.Exchange.Files;

/// <summary>The file as a whole cannot be read; the cause is the first argument of <see cref="Validation.ProblemCode.UnreadableFile"/>.</summary>
internal sealed class NotReadException(string cause, string? detail = null) : Exception(cause)
{
    internal string Cause { get; } = cause;

    internal string? Detail { get; } = detail;
}
