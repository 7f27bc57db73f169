using System.Numerics;

namespace FundingReports.Ledger;

/// <summary>A question that is put to the ledger of a post, whatever the width of its integers.</summary>
internal interface ILedgerQuestion<out TAnswer>
{
    TAnswer AskOf<T>(PostLedger<T> ledger) where T : struct, IBinaryInteger<T>;
}

/// <summary>Makes the ledger of a post from what is known of it, in the narrowest integers that hold it.</summary>
/// <remarks>An instance keeps its arrays from one post to the next and serves one thread.</remarks>
internal sealed class PostLedgers
{
    private readonly TimelineBuilder timelines = new();
    private PostLedger<long>? narrow;
    private PostLedger<Int128>? wide;

    /// <summary>
    /// Whether the last post asked of was surely held by the narrowest integers: then each of its rates, too, is in range of money.
    /// </summary>
    internal bool LastWasNarrow { get; private set; }

    internal PostCase CaseOf(KnownFacts facts, int post, int lastYear) => PostCase.Of(facts, post, lastYear, timelines);

    internal TAnswer Ask<TQuestion, TAnswer>(PostCase subject, TQuestion question) where TQuestion : ILedgerQuestion<TAnswer>
    {
        IntegerWidth width = IntegerWidth.Of(subject);
        LastWasNarrow = width.Bits <= 62;
        try
        {
            if (LastWasNarrow)
                return question.AskOf((narrow ??= new()).Load(subject, (long)width.Scale));
            if (width.Bits <= 126)
                return question.AskOf((wide ??= new()).Load(subject, (Int128)width.Scale));
        }
        catch (OverflowException)
        {
            // The estimate was short of the truth; the widest integers have no limit.
            LastWasNarrow = false;
        }
        return question.AskOf(new PostLedger<BigInteger>().Load(subject, width.Scale));
    }
}
