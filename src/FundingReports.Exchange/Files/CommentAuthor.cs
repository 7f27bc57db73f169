namespace FundingReports.Exchange.Files;

/// <summary>Who has written a comment in a form: a corrected copy comes back with ours.</summary>
internal static class CommentAuthor
{
    /// <summary>The author of the comments that say what is wrong.</summary>
    internal const string Ours = "FundingReports";
}
