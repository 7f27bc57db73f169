namespace FundingReports.Benchmarks.Country;

/// <content>The days of one view.</content>
internal sealed partial class PlainLoop
{
    private void Answer(int post, int view)
    {
        int firstLine = posts.FirstLine[post], count = posts.FirstLine[post + 1] - firstLine;
        long scale = posts.Scale[post];
        Array.Clear(parts);
        Array.Clear(partUnknown);
        for (int year = 0; year < years; year++)
            for (int i = firstCut[year]; i < firstCut[year + 1]; i++)
            {
                MoneyOn(i, view, firstLine, count, scale);
                int weight = weightOn[i];
                if (weight == 0)
                    continue;
                for (int s = 0; s < count; s++)
                    if (paying[s] >= 0 && posts.Rule[paying[s]] != PlainPosts.Sum)
                    {
                        partUnknown[year * lines + s] |= !sure[s] || low[s] != high[s];
                        parts[year * lines + s] += low[s] * weight;
                    }
            }
        for (int i = firstCut[years]; i < cutCount; i++)
            MoneyOn(i, view, firstLine, count, scale);
        PlainView figures = Figures.Views[view];
        Sums(post, view, firstLine, count, figures);
        Years(post, view, firstLine, count, figures);
        int first = Math.Max(asOf, posts.From[post]);
        for (int run = 0; run < 4; run++)
            figures.Ends[run] = RunEnd(first, 1 << run);
        figures.ResumesOn = ResumesOn(figures.Ends[0]);
        if (view == Agreed)
            Risk(post, first, count, figures);
    }

    private void MoneyOn(int cut, int view, int firstLine, int count, long scale)
    {
        int day = cuts[cut];
        long cost = costOn[cut], sureMoney = 0, possibleMoney = 0;
        int balance = -1;
        for (int s = 0; s < count; s++)
        {
            (low[s], high[s], paying[s]) = (0, 0, -1);
            int line = firstLine + s;
            if (view <= Agreed && !posts.Agreed[line])
                continue;
            int term = TermOn(line, day);
            if (term < 0 || (view == Firm && !posts.Firm[term] && posts.FirmnessKnown[line]))
                continue;
            paying[s] = term;
            sure[s] = view != Firm || posts.Firm[term];
            if (posts.Rule[term] == PlainPosts.Balance)
            {
                balance = s;
                continue;
            }
            long money = posts.Rule[term] == PlainPosts.Sum ? posts.Numerator[term] * scale
                : cost * posts.Numerator[term] / posts.Denominator[term];
            high[s] = Capped(money, term, scale);
            low[s] = sure[s] ? high[s] : 0;
            sureMoney += low[s];
            possibleMoney += high[s];
        }
        if (balance >= 0)
        {
            high[balance] = Capped(Math.Max(0, cost - possibleMoney), paying[balance], scale);
            low[balance] = sure[balance] ? Capped(Math.Max(0, cost - sureMoney), paying[balance], scale) : 0;
            sureMoney += low[balance];
            possibleMoney += high[balance];
        }
        (lowOn[cut], highOn[cut]) = (sureMoney, possibleMoney);
        factsOn[cut] = (sureMoney >= cost ? SurelyFull : 0) | (possibleMoney >= cost ? PossiblyFull : 0)
            | (sureMoney > 0 ? SurelyPart : 0) | (possibleMoney > 0 ? PossiblyPart : 0);
        if (view == Agreed)
            Array.Copy(low, 0, lowAt, cut * lines, count);
    }

    private int TermOn(int line, int day)
    {
        for (int term = posts.FirstTerm[line]; term < posts.FirstTerm[line + 1]; term++)
            if (day >= posts.TermFrom[term] && day < posts.TermTo[term])
                return term;
        return -1;
    }

    private long Capped(long money, int term, long scale) =>
        posts.Cap[term] == long.MaxValue ? money : Math.Min(money, posts.Cap[term] * scale);

    private int RunEnd(int first, int fact)
    {
        for (int i = 0; i < cutCount; i++)
        {
            if (EndOf(i) <= first || (factsOn[i] & fact) != 0)
                continue;
            int hole = Math.Max(cuts[i], first);
            while (i + 1 < cutCount && (factsOn[i + 1] & fact) == 0)
                i++;
            if (EndOf(i) == PlainDay.Never || PlainDay.Weight(hole, EndOf(i)) > 0)
                return hole;
        }
        return PlainDay.Never;
    }

    private int ResumesOn(int end)
    {
        for (int i = 0; i < cutCount; i++)
            if (cuts[i] > end && (factsOn[i] & SurelyFull) != 0)
                return cuts[i];
        return PlainDay.Never;
    }
}
