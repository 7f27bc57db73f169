using FundingReports.Exchange.Awaiting;
using FundingReports.Portfolios;

namespace FundingReports.Exchange;

/// <summary>A post that a waiting promise may pay, and why. It is for somebody to decide: nothing is placed.</summary>
public sealed class AwaitingProposal
{
    internal AwaitingProposal(AwaitingCommitment awaiting, Post post, SameBeneficiary beneficiary) =>
        (Awaiting, Post, Beneficiary) = (awaiting, post, beneficiary);

    /// <summary>The promise that waits.</summary>
    public AwaitingCommitment Awaiting { get; }

    /// <summary>The post that it may pay.</summary>
    public Post Post { get; }

    /// <summary>The identifier by which the post's employer is recognised as the beneficiary.</summary>
    public SameBeneficiary Beneficiary { get; }

    /// <summary>Whether the same funder already pays this post.</summary>
    public bool SameFunder { get; internal init; }

    /// <summary>Whether the dates of the promise fall in the life of the post; null where the file gives none.</summary>
    public bool? OverlappingDates { get; internal init; }

    /// <summary>
    /// The id of a commitment on this post that may be the same money, entered before; null where none looks like it. To place both would
    /// count it twice.
    /// </summary>
    public string? AlreadyEntered { get; internal init; }

    /// <summary>The proposal, and what speaks for it.</summary>
    public string Sentence(Language language) =>
        ProposalWords.Sentence(
            Awaiting.Id, Awaiting.Amount.WholeSum, Post.Label, Beneficiary, SameFunder, OverlappingDates, AlreadyEntered, language);

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Awaiting.Id} for {Post.Id}";
}
