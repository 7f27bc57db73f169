namespace FundingReports.Coverage;

/// <content>What the funding leans on, and what it would cost: from the agreed view, while its pieces are at hand.</content>
internal sealed partial class PostCalculator<T>
{
    /// <summary>What the funding leans on from the first day to the end of its sure run.</summary>
    private Leaning LeaningOf(Day end, Lookahead ahead)
    {
        // A 31st weighs nothing, on the first day or on any other: nothing leans on it.
        Day start = FirstDay.WeighsNothing ? FirstDay.Next : FirstDay;
        if (start >= end)
            return Leaning.OnNothing;
        int before = PieceOn(start);
        string? bearer = Bearer(before, ahead.Concentration), dependent = DependentOn(before), steppingDown = null;
        Day? stepDownOn = null;
        Day limit = Day.Min(end, Day.Max(ahead.StepsBefore, ahead.DependsBefore));
        for (int i = before + 1; i < cutCount && cuts[i] < limit; i++)
        {
            Day day = cuts[i].WeighsNothing ? cuts[i].Next : cuts[i];
            if (day >= end)
                continue;
            int now = PieceOn(day);
            if (day < ahead.DependsBefore)
            {
                dependent ??= DependentOn(now);
                bearer ??= Bearer(now, ahead.Concentration);
            }
            if (day < ahead.StepsBefore && steppingDown is null && FallingAt(before, now) is { } funder)
                (stepDownOn, steppingDown) = (day, funder);
            before = now;
        }
        return bearer is null && dependent is null && steppingDown is null ? Leaning.OnNothing : new(bearer, stepDownOn, steppingDown, dependent);
    }

    /// <summary>The first funder whose money falls from one piece to another, and was needed: without it the post was not funded before.</summary>
    private string? FallingAt(int before, int now)
    {
        for (int s = 0; s < StrandCount; s++)
            if (funderOf[s] == s && OfFunder(s, before) is var amount
                && Falls(amount, levels[before], OfFunder(s, now), levels[now]) && levels[before].Low - amount < levels[before].Cost)
                return post.Strands[s].Funder;
        return null;
    }

    // A part of a cost that changes is compared as a part: a dearer post is no step-down of anybody. Where only one of the costs is known, the part is all there is.
    private static bool Falls(T before, in Level levelBefore, T after, in Level level) => levelBefore.Cost == level.Cost
        ? after < before
        : (after < before || levelBefore.Is(Facts.CostUnknown) != level.Is(Facts.CostUnknown)) && CompareProducts(after, levelBefore.Cost, before, level.Cost) < 0;

    /// <summary>The first funder that bears so much, and without whom at most the rest would be paid; null where there is none, or nothing to pay.</summary>
    private string? Bearer(int piece, Fraction concentration)
    {
        ref readonly Level level = ref levels[piece];
        if (level.Is(Facts.CostOfZero))
            return null;
        T part = T.CreateChecked(concentration.Numerator), denominator = T.CreateChecked(concentration.Denominator), rest = denominator - part;
        for (int s = 0; s < StrandCount; s++)
            if (funderOf[s] == s && OfFunder(s, piece) is var amount
                && CompareProducts(amount, denominator, level.Cost, part) >= 0 && CompareProducts(level.Low - amount, denominator, level.Cost, rest) <= 0)
                return post.Strands[s].Funder;
        return null;
    }

    /// <summary>The first funder of a remainder or a balance that pays beside money that is only announced, possible or unknown.</summary>
    private string? DependentOn(int piece)
    {
        int at = piece * StrandCount;
        for (int s = 0; s < StrandCount; s++)
            if (low[at + s] > T.Zero && terms[paying[at + s]].Rule is Rule.PartOfRemainder or Rule.Balance)
                return IsBesideDoubtful(piece) ? post.Strands[s].Funder : null;
        return null;
    }

    private bool IsBesideDoubtful(int piece)
    {
        for (int s = 0; s < StrandCount; s++)
        {
            int term = paying[piece * StrandCount + s];
            bool counted = term >= 0 && !terms[term].PaysNothing;
            if ((counted && (!surely[piece * StrandCount + s] || terms[term].Rule == Rule.Unknown || IsCappedPart(terms[term], levels[piece]))) || IsAnnouncedAlone(s, cuts[piece]))
                return true;
        }
        return false;
    }

    // Over an unknown cost a capped part is only possible.
    private static bool IsCappedPart(in Terms term, in Level level) => level.Is(Facts.CostUnknown) && term.HasCap && term.Rule != Rule.Sum;

    private bool IsAnnouncedAlone(int s, Day day)
    {
        if (post.Strands[s].Agreed || !post.Strands[s].AnnouncedSpan.Contains(day))
            return false;
        for (int t = firstTerm[s]; t < firstTerm[s + 1]; t++)
            if (terms[t].Days.Contains(day) && !terms[t].PaysNothing)
                return true;
        return false;
    }

    /// <summary>The first day from the first on that is covered for less than the thin share, and not by compensation; never where there is none.</summary>
    private Day FirstThin(Lookahead ahead, Facts full, bool ofHigh)
    {
        T numerator = T.CreateChecked(ahead.ThinUnder.Numerator), denominator = T.CreateChecked(ahead.ThinUnder.Denominator);
        for (int i = 0; i < cutCount && cuts[i] < ahead.ThinBefore; i++)
        {
            Span days = PieceAt(i) with { From = Day.Max(cuts[i], FirstDay) };
            // A 31st weighs nothing: coverage is thin from the day after.
            Day day = days.From.WeighsNothing ? days.From.Next : days.From;
            if (day >= days.To || day >= ahead.ThinBefore || levels[i].Is(full))
                continue;
            var (lowEnd, highEnd, cost, unbounded) = Ends(levels[i]);
            if (!(ofHigh && unbounded) && CompareProducts(ofHigh ? highEnd : lowEnd, denominator, cost, numerator) < 0)
                return day;
        }
        return Day.Never;
    }

    /// <summary>The sure money of the funder whose first strand it is.</summary>
    private T OfFunder(int first, int piece)
    {
        T money = T.Zero;
        for (int s = first; s < StrandCount; s++)
            if (funderOf[s] == first)
                money += low[piece * StrandCount + s];
        return money;
    }

    /// <summary>What is missing in the twelve months after the sure run, in cents.</summary>
    private long ExposureAfter(Day end)
    {
        if (end == Day.Never)
            return 0;
        Span twelveMonths = new(end, Day.Of(end.Date.PlusYears(1)));
        T lack = T.Zero;
        bool known = true;
        for (int i = 0; i < cutCount; i++)
            if (PieceAt(i).And(twelveMonths).Weight is > 0 and var weight)
                known &= AddLack(ref lack, levels[i], T.CreateTruncating(weight));
        return known ? Cents(lack) : PostFigures.Unknown;
    }

    /// <summary>Adds what is missing on some days, whatever other days have too much; false where it is not known.</summary>
    private static bool AddLack(ref T lack, in Level level, T weight)
    {
        T atLow = Left(level.Cost, level.Low), atHigh = level.Is(Facts.Unbounded) ? T.Zero : Left(level.Cost, level.High);
        if (atLow != atHigh || (level.Is(Facts.CostUnknown) && atLow > T.Zero))
            return false;
        checked { lack += atLow * weight; }
        return true;
    }
}
