using System.Collections.Immutable;
using FundingReports.Validation;

namespace FundingReports;

// The problems of a fact or a document.
public sealed partial class FundingJsonException
{
    private readonly string what = "";

    internal FundingJsonException(string what, ImmutableArray<Problem> problems, Exception inner) : base(what, inner) =>
        (this.what, Problems) = (what, problems);

    /// <summary>Every problem of a fact or a document, in its order; none where a single value is refused.</summary>
    public ImmutableArray<Problem> Problems { get; } = [];
}
