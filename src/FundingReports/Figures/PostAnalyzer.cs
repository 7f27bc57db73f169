using FundingReports.Ledger;
using System.Numerics;

namespace FundingReports.Figures;

/// <summary>Works out the figures of a post from its ledger.</summary>
/// <remarks>An analyzer keeps its arrays from one post to the next and serves one thread.</remarks>
internal sealed class PostAnalyzer
{
    private PostCalculator<long>? narrow;
    private PostCalculator<Int128>? wide;

    internal PostLedgers Ledgers { get; } = new();

    internal PostFigures Analyze(KnownFacts facts, int post, int lastYear, RiskHorizon ahead) =>
        Ledgers.Ask<FigureQuestion, PostFigures>(Ledgers.CaseOf(facts, post, lastYear), new(this, ahead));

    /// <summary>The figures of a case, without what its funding depends on.</summary>
    internal PostFigures Analyze(PostCase subject) => Ledgers.Ask<FigureQuestion, PostFigures>(subject, new(this, RiskHorizon.None));

    /// <summary>The money of some of the post's days in a view, in cents; unknown where any of it is.</summary>
    /// <remarks>The post is taken to live on these days only; the facts are those known on the as-of date.</remarks>
    internal long MoneyOn(KnownFacts facts, int post, DayRange days, FundingView view)
    {
        var subject = Ledgers.CaseOf(facts, post, days.To.Eve.Year) with { Life = days, AsOf = days.From, FirstYear = days.From.Year };
        long sum = 0;
        foreach (long year in Analyze(subject)[view].Funding)
            sum = SumBalance.Sum(sum, year);
        return sum;
    }

    /// <summary>What is missing on some of the post's days in a view, in cents, rounded once; unknown where any of it is.</summary>
    internal long ShortfallOn(KnownFacts facts, int post, DayRange days, FundingView view) =>
        Ledgers.Ask<ShortfallQuestion, long>(Ledgers.CaseOf(facts, post, facts.AsOf.Year), new(days, view));

    private PostCalculator<T> CalculatorOf<T>(PostLedger<T> ledger) where T : struct, IBinaryInteger<T>
    {
        // A ledger of the widest integers is made anew for each post, and so is its calculator.
        if (ledger is PostLedger<long> ofLongs)
            return (PostCalculator<T>)(object)(narrow ??= new(ofLongs));
        if (ledger is PostLedger<Int128> ofWide)
            return (PostCalculator<T>)(object)(wide ??= new(ofWide));
        return new(ledger);
    }

    private readonly struct FigureQuestion(PostAnalyzer analyzer, RiskHorizon ahead) : ILedgerQuestion<PostFigures>
    {
        public PostFigures AskOf<T>(PostLedger<T> ledger) where T : struct, IBinaryInteger<T> => analyzer.CalculatorOf(ledger).Run(ahead);
    }

    private readonly struct ShortfallQuestion(DayRange days, FundingView view) : ILedgerQuestion<long>
    {
        public long AskOf<T>(PostLedger<T> ledger) where T : struct, IBinaryInteger<T>
        {
            DayRange living = days.And(ledger.Post.Life);
            if (living.IsEmpty)
                return 0;
            ledger.Cut(living.From, living.To, withYears: false);
            ledger.Fill(view);
            T lack = T.Zero;
            bool known = true;
            for (int i = 0; i < ledger.PeriodCount; i++)
                if (ledger.PeriodAt(i).Weight is > 0 and var weight)
                    known &= ledger.Levels[i].AddLack(ref lack, T.CreateTruncating(weight));
            return known ? ledger.Cents(lack) : PostFigures.Unknown;
        }
    }
}
