using CsCheck;
using FundingReports.Tests;

namespace FundingReports;

/// <summary>
/// Random questions, the same at every run: a test that fails here fails anywhere, and a change is not blamed for what chance found.
/// FUNDINGREPORTS_SEED=7 asks others.
/// </summary>
/// <remarks>
/// CsCheck itself draws anew at every run: it is used here and forbidden elsewhere (BannedSymbols.txt). A failure is shrunk by it, and
/// says the seed of its question, which an argument named seed asks first.
/// </remarks>
internal static class Sampling
{
#pragma warning disable RS0030 // This is where CsCheck is asked.
    private static int Threads => Check.Threads;

    /// <summary>Asks so many questions, on all cores.</summary>
    /// <param name="gen">Makes a question.</param>
    /// <param name="assert">Throws where the answer is wrong.</param>
    /// <param name="seed">Of the first question, as a failure says it.</param>
    /// <param name="iter">How many.</param>
    /// <param name="threads">On how many threads; by default on as many as there are cores.</param>
    /// <param name="print">The question, for the message.</param>
    internal static void Sample<T>(
        this Gen<T> gen, Action<T> assert, string? seed = null, int iter = 100, int threads = -1, Func<T, string>? print = null)
    {
        string[] seeds = Seeds(seed, iter);
        Exception? trouble = null;
        ParallelLoopResult asked = Parallel.For(
            0, seeds.Length, new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Threads }, (i, loop) =>
            {
                try
                {
                    assert(gen.Drawn(seeds[i]));
                }
                catch (Exception error)
                {
                    trouble = error;
                    loop.Break();
                }
            });
        if (asked.LowestBreakIteration is not { } first)
            return;
        // Asks it again, then smaller ones, and throws what it finds.
        Check.Sample(gen, assert, seed: seeds[first], iter: iter, threads: threads, print: print);
        throw new InvalidOperationException($"The question of seed {seeds[first]} failed once, and not again.", trouble);
    }

    internal static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> assert, string? seed = null, int iter = 100,
            int threads = -1, Func<(T1, T2), string>? print = null) =>
        gen.Sample(one => assert(one.Item1, one.Item2), seed, iter, threads, print);

    internal static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> assert, string? seed = null, int iter = 100,
            int threads = -1, Func<(T1, T2, T3), string>? print = null) =>
        gen.Sample(one => assert(one.Item1, one.Item2, one.Item3), seed, iter, threads, print);

    internal static void Sample<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Action<T1, T2, T3, T4> assert, string? seed = null,
            int iter = 100, int threads = -1, Func<(T1, T2, T3, T4), string>? print = null) =>
        gen.Sample(one => assert(one.Item1, one.Item2, one.Item3, one.Item4), seed, iter, threads, print);

    internal static void Sample<T1, T2, T3, T4, T5>(this Gen<(T1, T2, T3, T4, T5)> gen, Action<T1, T2, T3, T4, T5> assert,
            string? seed = null, int iter = 100, int threads = -1, Func<(T1, T2, T3, T4, T5), string>? print = null) =>
        gen.Sample(one => assert(one.Item1, one.Item2, one.Item3, one.Item4, one.Item5), seed, iter, threads, print);

    /// <summary>The same of what is awaited.</summary>
    internal static async Task SampleAsync<T>(
        this Gen<T> gen, Func<T, Task> assert, string? seed = null, int iter = 100, Func<T, string>? print = null)
    {
        foreach (string one in Seeds(seed, iter))
            try
            {
                await assert(gen.Drawn(one));
            }
            catch (Exception error)
            {
                await Check.SampleAsync(gen, assert, seed: one, iter: iter, print: print);
                throw new InvalidOperationException($"The question of seed {one} failed once, and not again.", error);
            }
    }

    /// <summary>The question of a seed.</summary>
    internal static T Drawn<T>(this Gen<T> gen, string seed) => gen.Generate(PCG.Parse(seed), null, out _);
#pragma warning restore RS0030

    private static string[] Seeds(string? first, int count)
    {
        var random = new Random(Rounds.Seed);
        return [.. Enumerable.Range(0, count).Select(i => i == 0 && first is not null ? first
            : new PCG(0, unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue))).ToString())];
    }
}
