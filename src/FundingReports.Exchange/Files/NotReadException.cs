using FundingReports.Validation;

namespace FundingReports.Exchange.Files;

/// <summary>The file as a whole cannot be read; the cause is the first argument of <see cref="ProblemCode.UnreadableFile"/>.</summary>
internal sealed class NotReadException(string cause, string? detail = null) : Exception(cause)
{
    internal string Cause { get; } = cause;

    /// <summary>The problem of a file of that name, which is also its place: whoever reads several must see of which it is.</summary>
    internal Problem Of(string name) =>
        new(ProblemCode.UnreadableFile, FilePlace.Of(name), name, detail is null ? [Cause] : [Cause, detail]);
}
