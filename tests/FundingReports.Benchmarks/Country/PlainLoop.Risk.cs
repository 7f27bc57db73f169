namespace FundingReports.Benchmarks.Country;

/// <content>The renewal risk, on the agreed view.</content>
internal sealed partial class PlainLoop
{
    private const int Low = 0, Moderate = 1, High = 2, Critical = 3;

    private void Risk(int post, int first, int count, PlainView agreed)
    {
        int leaning = Leans(post, first, agreed.Ends[0], count) ? Moderate : Low;
        Figures.WorstRisk = Math.Max(leaning, LevelOf(first, agreed.Ends[0], SurelyFull, lowOn));
        Figures.BestRisk = Math.Max(leaning, LevelOf(first, agreed.Ends[1], PossiblyFull, highOn));
        Figures.Exposure = Exposure(post, agreed.Ends[0]);
    }

    private int LevelOf(int first, int end, int full, long[] money) => IsThin(first, full, money) ? Critical
        : end <= first || end < highBefore ? High
        : end < moderateBefore ? Moderate
        : Low;

    /// <summary>Less than 80 % of the cost is paid on a day within six months.</summary>
    private bool IsThin(int first, int full, long[] money)
    {
        for (int i = 0; i < cutCount && cuts[i] < thinBefore; i++)
            if ((factsOn[i] & full) == 0 && money[i] * 5 < costOn[i] * 4
                && PlainDay.Weight(Math.Max(cuts[i], first), EndOf(i)) > 0)
                return true;
        return false;
    }

    /// <summary>
    /// One funder bears three quarters, a needed part falls within two years, or a balance is beside what is only announced.
    /// </summary>
    private bool Leans(int post, int first, int end, int count)
    {
        int start = PlainDay.IsThe31st(first) ? PlainDay.Of(PlainDay.Date(first).PlusDays(1)) : first;
        if (end <= first || start >= end)
            return false;
        int at = 0, line = posts.FirstLine[post];
        while (EndOf(at) <= start)
            at++;
        bool leans = Bears(at, count, line) || Depends(at, count, line);
        for (int i = at + 1; i < cutCount && cuts[i] < Math.Min(end, Math.Max(stepBefore, moderateBefore)); i++)
        {
            if (PlainDay.IsThe31st(cuts[i]) && i + 1 < cutCount && PlainDay.Weight(cuts[i], cuts[i + 1]) == 0)
                continue;
            leans |= cuts[i] < moderateBefore && (Bears(i, count, line) || Depends(i, count, line));
            leans |= cuts[i] < stepBefore && Falls(at, i, count, line);
            at = i;
        }
        return leans;
    }

    private long Of(int cut, int s, int count, int line)
    {
        long money = 0;
        for (int other = 0; other < count; other++)
            if (posts.Funder[line + other] == posts.Funder[line + s])
                money += lowAt[cut * lines + other];
        return money;
    }

    private bool Bears(int cut, int count, int line)
    {
        for (int s = 0; s < count; s++)
            if (Of(cut, s, count, line) is var own && own * 4 >= costOn[cut] * 3 && (lowOn[cut] - own) * 4 <= costOn[cut])
                return true;
        return false;
    }

    private bool Depends(int cut, int count, int line)
    {
        bool balance = false, announced = false;
        for (int s = 0; s < count; s++)
        {
            balance |= posts.Rule[posts.FirstTerm[line + s]] == PlainPosts.Balance && lowAt[cut * lines + s] > 0;
            announced |= !posts.Agreed[line + s] && TermOn(line + s, cuts[cut]) >= 0;
        }
        return balance && announced;
    }

    private bool Falls(int before, int after, int count, int line)
    {
        for (int s = 0; s < count; s++)
        {
            long was = Of(before, s, count, line), now = Of(after, s, count, line);
            bool falls = now < was && (costOn[before] == costOn[after] || (Int128)now * costOn[before] < (Int128)was * costOn[after]);
            if (falls && lowOn[before] - was < costOn[before])
                return true;
        }
        return false;
    }

    /// <summary>What no agreed money pays of the twelve months after the horizon.</summary>
    private long Exposure(int post, int end)
    {
        if (end == PlainDay.Never)
            return 0;
        int until = PlainDay.Of(PlainDay.Date(end).PlusYears(1));
        long missing = 0;
        for (int i = 0; i < cutCount; i++)
            missing += Math.Max(0, costOn[i] - lowOn[i]) * PlainDay.Weight(Math.Max(cuts[i], end), Math.Min(EndOf(i), until));
        return Rounded(missing, 360 * posts.Scale[post]);
    }
}
