using System.ComponentModel;

namespace FundingReports.Portfolios;

/// <summary>
/// The names of the properties of portfolio@1, as documents and the paths of problems spell them: <c>commitments[3].until</c>.
/// </summary>
/// <remarks>The names of the properties of each kind of amount are with the amounts.</remarks>
#pragma warning disable CS1591 // Each is its own name; what it means is said of the property of that name.
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Property
{
    // Properties of the document.
    public const string Format = "format";
    public const string Title = "title";
    public const string Edition = "edition";
    public const string Sources = "sources";
    public const string Funders = "funders";
    public const string Posts = "posts";
    public const string Commitments = "commitments";
    public const string Awaiting = "awaiting";
    public const string Campaigns = "campaigns";
    public const string Payments = "payments";

    // Properties of an edition.
    public const string On = "on";
    public const string By = "by";
    public const string Previous = "previous";

    // Properties that several kinds of facts have.
    public const string Id = "id";
    public const string Kind = "kind";
    public const string Name = "name";
    public const string Label = "label";
    public const string Siret = "siret";
    public const string Source = "source";
    public const string References = "references";
    public const string Line = "line";
    public const string Funder = "funder";
    public const string Status = "status";
    public const string Scheme = "scheme";
    public const string From = "from";
    public const string Until = "until";
    public const string DecidedOn = "decidedOn";
    public const string Amount = "amount";

    // Properties of a source.
    public const string Reference = "reference";
    public const string Author = "author";
    public const string Reason = "reason";

    // Properties of a post.
    public const string Departement = "departement";
    public const string Services = "services";
    public const string Places = "places";
    public const string Fte = "fte";
    public const string AttestedOn = "attestedOn";
    public const string Employers = "employers";
    public const string Occupancy = "occupancy";
    public const string Costs = "costs";

    // Properties of the entries of a post.
    public const string State = "state";
    public const string Annual = "annual";

    // Properties of a commitment, and of a promise that waits for a post.
    public const string Split = "split";
    public const string Cap = "cap";
    public const string Approximate = "approximate";
    public const string Instalments = "instalments";
    public const string Subsidy = "subsidy";
    public const string Amends = "amends";
    public const string Withdrawn = "withdrawn";

    // Properties of an instalment.
    public const string Act = "act";
    public const string Paid = "paid";
    public const string PaidOn = "paidOn";

    // A property of a payment.
    public const string Commitment = "commitment";

    // Properties of a campaign.
    public const string Year = "year";
    public const string Opens = "opens";
    public const string Closes = "closes";

    // Properties of a subsidy, as official files give them.
    public const string Beneficiary = "beneficiary";
    public const string Rna = "rna";
    public const string Object = "object";
    public const string Nature = "nature";
    public const string Conditions = "conditions";
    public const string PaidFrom = "paidFrom";
    public const string PaidUntil = "paidUntil";
    public const string Rae = "rae";
    public const string NotifiedToEu = "notifiedToEu";
    public const string BeneficiaryPart = "beneficiaryPart";
    public const string BudgetYear = "budgetYear";
    public const string Unread = "unread";
}
