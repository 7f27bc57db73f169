using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Coverage;

/// <summary>What is not known of a post, and so makes its answers ranges.</summary>
internal static class Gaps
{
    internal static ImmutableArray<Missing> In(KnownFacts facts, PostFigures figures)
    {
        var post = facts.Portfolio.Posts[figures.Post];
        var missing = ImmutableArray.CreateBuilder<Missing>();
        void AddIf(bool lacking, Missing what)
        {
            if (lacking)
                missing.Add(what);
        }
        bool Any(Func<Commitment, bool> lacks) => figures.Strands.Any(s => lacks(facts.Portfolio.Commitments[s.Commitment]));
        AddIf(figures.Cost.Contains(PostFigures.Unknown), Missing.Cost);
        AddIf(post.Fte is null, Missing.Fte);
        AddIf(Any(c => c.IsAgreed && c.Instalments is null), Missing.Instalments);
        AddIf(Any(c => c.Amount is Amount.Unknown), Missing.Amount);
        AddIf(Any(c => c.Until.IsUnknown), Missing.Term);
        AddIf(post.From is null, Missing.From);
        return missing.ToImmutable();
    }
}
