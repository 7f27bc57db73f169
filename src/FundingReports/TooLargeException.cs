namespace FundingReports;

/// <summary>Money that no figure holds, and of which post it is.</summary>
internal sealed class TooLargeException(string? post, int? place)
    : OverflowException(
        $"The money of {(post is null ? "all posts together" : $"the post \"{post}\"")} is too large to be calculated; no figure is given.")
{
    /// <summary>The id of the post; null where the sums of several do not fit.</summary>
    internal string? Post { get; } = post;

    /// <summary>Its place in the portfolio.</summary>
    internal int? Place { get; } = place;
}
