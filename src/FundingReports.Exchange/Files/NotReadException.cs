using FundingReports.Validation;

namespace FundingReports.Exchange.Files;

/// <summary>The file as a whole cannot be read; the cause is the first argument of <see cref="ProblemCode.UnreadableFile"/>.</summary>
internal sealed class NotReadException(string cause, string? detail = null) : Exception(cause)
{
    internal string Cause { get; } = cause;

    /// <summary>The problem of a file of that name.</summary>
    internal Problem Of(string name) => new(ProblemCode.UnreadableFile, "$", name, detail is null ? [Cause] : [Cause, detail]);
}
