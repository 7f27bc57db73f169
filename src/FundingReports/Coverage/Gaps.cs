using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Coverage;

/// <summary>What is not known of a post, and so makes its answers ranges.</summary>
internal static class Gaps
{
    internal static ImmutableArray<Missing> In(KnownFacts facts, PostFigures figures)
    {
        var post = facts.Portfolio.Posts[figures.Post];
        bool instalments = false, amount = false, term = false;
        foreach (var strand in figures.Strands)
        {
            var commitment = facts.Portfolio.Commitments[strand.Commitment];
            instalments |= commitment.IsAgreed && commitment.Instalments is null;
            amount |= commitment.Amount is Amount.Unknown;
            term |= commitment.Until.IsUnknown;
        }
        var missing = ImmutableArray.CreateBuilder<Missing>();
        void AddIf(bool lacking, Missing what)
        {
            if (lacking)
                missing.Add(what);
        }
        AddIf(figures.Cost.Contains(PostFigures.Unknown), Missing.Cost);
        AddIf(post.Fte is null, Missing.Fte);
        AddIf(instalments, Missing.Instalments);
        AddIf(amount, Missing.Amount);
        AddIf(term, Missing.Term);
        AddIf(post.From is null, Missing.From);
        return missing.ToImmutable();
    }
}
