namespace FundingReports.WorkbookLint.Package;

/// <summary>The file as a whole cannot be judged; the cause is the argument of <see cref="LintRule.UnreadableFile"/>.</summary>
internal sealed class UnreadableException(string cause) : Exception(cause)
{
    internal string Cause { get; } = cause;
}
