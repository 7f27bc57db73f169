using FundingReports.Exchange.Reading;

namespace FundingReports.Exchange.Fonjep;

/// <summary>A row of Poste: one post, one year.</summary>
internal sealed record PostRow(TableRow Row, Code Code, int Year, Euros? Money, PartialDate? Term)
{
    internal string Post { get; set; } = Code.Text;
    internal string? Status { get; init; }
    internal string? Reason { get; init; }
    internal Code? Funder { get; init; }
    internal Code? Grantor { get; init; }
    internal Code? Employer { get; init; }
    internal Code? Site { get; init; }
    internal Code? Scheme { get; init; }
    internal Code? Type { get; init; }
    internal string? FullTime { get; init; }
    internal string? Doubling { get; init; }

    /// <summary>All that the row says: two rows that say the same are one row twice.</summary>
    internal object Whole => (Post, Year, Money, Term, Status, Reason,
        (Funder?.Text, Grantor?.Text, Employer?.Text, Site?.Text, Scheme?.Text, Type?.Text, FullTime, Doubling));
}

/// <summary>A row of Versement. Sums may be negative: money taken back.</summary>
internal sealed record PaymentRow(
    TableRow Row, Code Post, PartialDate From, PartialDate Until, PartialDate? PaidOn, Euros? ToPay, Euros? Paid)
{
    /// <summary>All that the row says.</summary>
    internal object Whole => (Post.Text, From, Until, PaidOn, ToPay, Paid);
}

/// <summary>A row of Tiers.</summary>
internal sealed record Party(string? Name, bool? IsAssociation, string? Siret, string? PostalCode, string? Town);

/// <summary>A row of TypePoste or Dispositif.</summary>
internal sealed record Labelled(string? Label, Code? Funder);
