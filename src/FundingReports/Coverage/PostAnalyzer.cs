using System.Numerics;

namespace FundingReports.Coverage;

/// <summary>A post and what is known of it → its figures, in the narrowest integers that hold them.</summary>
/// <remarks>It keeps its scratch from one post to the next: one analyzer serves one thread.</remarks>
internal sealed class PostAnalyzer
{
    private readonly StrandBuilder strands = new();
    private PostCalculator<long>? narrow;
    private PostCalculator<Int128>? wide;

    internal PostFigures Analyze(KnownFacts facts, int post, int lastYear, Lookahead ahead) =>
        Ask(CaseOf(facts, post, lastYear), ahead, static (calculator, ahead) => calculator.Run(ahead));

    /// <summary>The figures of a case, of which nobody asks what they lean on.</summary>
    internal PostFigures Analyze(PostCase subject) => Ask(subject, Lookahead.None, static (calculator, ahead) => calculator.Run(ahead));

    /// <summary>The money of some of the post's days in a view, in cents; unknown where any of it is.</summary>
    /// <remarks>It is that of the post as if it lived on these days only, known as on the as-of date.</remarks>
    internal long MoneyOn(KnownFacts facts, int post, Span days, FundingView view)
    {
        var subject = CaseOf(facts, post, days.To.Eve.Year) with { Life = days, AsOf = days.From, FirstYear = days.From.Year };
        var figures = Ask(subject, Lookahead.None, static (calculator, ahead) => calculator.Run(ahead));
        long sum = 0;
        foreach (long year in figures[view].Funding)
            sum = SumTie.Sum(sum, year);
        return sum;
    }

    /// <summary>What is missing on some of the post's days in a view, in cents, rounded once; unknown where any of it is.</summary>
    internal long ShortfallOn(KnownFacts facts, int post, Span days, FundingView view) =>
        Ask(CaseOf(facts, post, facts.AsOf.Year), (days, view), static (calculator, on) => calculator.ShortfallOn(on.days, on.view));

    /// <summary>Of whom the agreed gap of a budget year is to be asked.</summary>
    internal GapShares SharesOfGap(PostCase subject, int year, long gap) =>
        Ask(subject, (year, gap), static (calculator, asked) => calculator.SharesOfGap(asked.year, asked.gap, FundingView.Agreed));

    internal PostCase CaseOf(KnownFacts facts, int post, int lastYear) => PostCase.Of(facts, post, lastYear, strands);

    private TAnswer Ask<TQuestion, TAnswer>(PostCase subject, TQuestion about, Func<IPostCalculator, TQuestion, TAnswer> question)
    {
        Width width = Width.Of(subject);
        try
        {
            if (width.Bits <= 62)
                return question((narrow ??= new()).Load(subject, (long)width.Scale), about);
            if (width.Bits <= 126)
                return question((wide ??= new()).Load(subject, (Int128)width.Scale), about);
        }
        catch (OverflowException)
        {
            // The estimate was short of the truth; the widest integers have no limit.
        }
        return question(new PostCalculator<BigInteger>().Load(subject, width.Scale), about);
    }
}
