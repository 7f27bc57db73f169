using FundingReports.Exchange.Awaiting;
using FundingReports.Portfolios;

namespace FundingReports.Exchange;

/// <summary>A commitment that a waiting payment may pay, and why. It is for somebody to decide: nothing is placed.</summary>
public sealed class PaymentProposal
{
    internal PaymentProposal(Payment payment, Commitment commitment) => (Payment, Commitment) = (payment, commitment);

    /// <summary>The payment that waits.</summary>
    public Payment Payment { get; }

    /// <summary>The commitment that it may pay.</summary>
    public Commitment Commitment { get; }

    /// <summary>Whether the commitment names the EJ of the payment. So does another commitment, else the payment would not wait.</summary>
    public bool SameReference { get; internal init; }

    /// <summary>How it is known that who was paid is an employer of the commitment's posts; null where it is not known.</summary>
    public SameBeneficiary? Beneficiary { get; internal init; }

    /// <summary>Whether both name one programme.</summary>
    public bool SameProgramme { get; internal init; }

    /// <summary>The proposal, and what speaks for it.</summary>
    public string Sentence(Language language) =>
        ProposalWords.OfPayment(Payment.Id, Payment.Amount, Commitment.Id, SameReference, Beneficiary, SameProgramme, language);

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Payment.Id} for {Commitment.Id}";
}
