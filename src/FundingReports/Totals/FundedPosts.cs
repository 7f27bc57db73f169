using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Horizons;
using NodaTime;

namespace FundingReports.Totals;

/// <summary>How many posts are in each state on some days, in one view, and how much working time.</summary>
/// <param name="View">The view.</param>
/// <param name="From">The first day, included.</param>
/// <param name="Until">The last day, included; null where it has no end.</param>
/// <param name="Full">Posts surely and fully funded.</param>
/// <param name="Part">Posts surely funded in part, and surely not fully.</param>
/// <param name="None">Posts surely not funded.</param>
/// <param name="Undetermined">Posts of which what is not known decides.</param>
/// <param name="Covered">Full-time equivalents weighted by the sure coverage, at most 1 (from coverages to the millionth).</param>
[JsonConverter(typeof(NoJson<FundedPosts>))]
public sealed record FundedPosts(
    FundingView View, LocalDate From, LocalDate? Until, PostCount Full, PostCount Part, PostCount None, PostCount Undetermined,
        FteSum Covered)
{
    internal static IEnumerable<FundedPosts> Over(KnownFacts facts, PostFigures[] figures, FundingView view)
    {
        var changes = new Dictionary<DayNumber, Change[]>();
        foreach (var figure in figures)
        {
            decimal? fte = facts.Portfolio.Posts[figure.Post].Fte;
            (DayNumber Day, Change[]? Changes) ended = default;
            foreach (var piece in figure[view].Pieces)
            {
                int state = (int)HorizonBuilder.StateOf(piece.Flags);
                decimal? covered = fte * PartOf(piece.Low);
                // A piece mostly begins where the one before has ended.
                (ended.Changes is { } known && ended.Day == piece.Days.From ? known : ChangesOn(piece.Days.From))[state].Add(fte, covered);
                if (piece.Days.To == DayNumber.Never)
                    continue;
                ended = (piece.Days.To, ChangesOn(piece.Days.To));
                ended.Changes[state].Take(fte, covered);
            }
        }

        var now = new Change[4];
        (DayNumber From, FundedPosts Piece)? open = null;
        foreach (var (day, change) in changes.OrderBy(change => change.Key))
        {
            for (int state = 0; state < now.Length; state++)
                now[state].Add(change[state]);
            var piece = Of(view, day, now);
            if (open is { } before)
            {
                if (before.Piece with { From = piece.From } == piece)
                    continue;
                yield return before.Piece with { Until = day.Eve };
            }
            open = (day, piece);
        }
        if (open is { } last)
            yield return last.Piece;

        Change[] ChangesOn(DayNumber day) => changes.TryGetValue(day, out var change) ? change : changes[day] = new Change[4];
    }

    /// <summary>A coverage, at most 1, as a number without zeros at its end: what dividing by a million gives, and sooner.</summary>
    private static decimal PartOf(long millionths)
    {
        if (millionths is 0 or >= 1_000_000)
            return millionths == 0 ? 0m : 1m;
        byte decimals = 6;
        for (; millionths % 10 == 0; millionths /= 10)
            decimals--;
        return new((int)millionths, 0, 0, isNegative: false, decimals);
    }

    private static FundedPosts Of(FundingView view, DayNumber day, Change[] now)
    {
        var all = default(Change);
        foreach (var change in now)
            all.Add(change);
        return new(view, day.Date, null,
            now[(int)FundingState.Full].Count, now[(int)FundingState.Part].Count,
            now[(int)FundingState.None].Count, now[(int)FundingState.Undetermined].Count,
            new(all.WithoutFte == 0 ? all.Covered : null, all.Covered));
    }

    private struct Change
    {
        internal int Posts, WithoutFte;
        internal decimal Fte, Covered;

        internal readonly PostCount Count => new(Posts, new(WithoutFte == 0 ? Fte : null, Fte));

        internal void Add(decimal? fte, decimal? covered)
        {
            Posts++;
            if (fte is null)
                WithoutFte++;
            Fte += fte ?? 0;
            Covered += covered ?? 0;
        }

        internal void Take(decimal? fte, decimal? covered)
        {
            Posts--;
            if (fte is null)
                WithoutFte--;
            Fte -= fte ?? 0;
            Covered -= covered ?? 0;
        }

        internal void Add(in Change other)
        {
            Posts += other.Posts;
            WithoutFte += other.WithoutFte;
            Fte += other.Fte;
            Covered += other.Covered;
        }
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() =>
        $"{View} view, {From:uuuu-MM-dd} to {(Until is { } last ? $"{last:uuuu-MM-dd}" : "no end")}: {Full.Posts} in full, "
        + $"{Part.Posts} in part, {None.Posts} not, {Undetermined.Posts} undetermined";
}

/// <summary>A number of posts, and their working time.</summary>
/// <param name="Fte">The sum of their full-time equivalents.</param>
/// <param name="Posts">The number of posts.</param>
public readonly record struct PostCount(
    [property: JsonPropertyName("posts"), JsonRequired] int Posts, [property: JsonPropertyName("fte"), JsonRequired] FteSum Fte);

/// <summary>A sum of full-time equivalents: unknown (null) as soon as one post's is, with the known part beside.</summary>
/// <param name="Exact">The sum; null as soon as that of one post is unknown.</param>
/// <param name="KnownPart">The sum of those that are known.</param>
public readonly record struct FteSum(
    [property: JsonPropertyName("exact"), JsonRequired, JsonNumberHandling(FteSum.AsText)] decimal? Exact,
    [property: JsonPropertyName("known"), JsonRequired, JsonNumberHandling(FteSum.AsText)] decimal KnownPart)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() =>
        Exact is { } exact ? ExactNumber.Write(exact) : $"unknown (at least {ExactNumber.Write(KnownPart)})";

    // As the formats write working time.
    private const JsonNumberHandling AsText = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString;
}
