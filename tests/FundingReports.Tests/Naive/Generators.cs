using System.Collections.Immutable;
using CsCheck;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>Random portfolios of every kind, all valid, and the days on which to ask.</summary>
internal static class Generators
{
    private static readonly Euros[] YearlySums =
    [
        Euros.Of(50_000), Euros.Of(25_000), Euros.Of(10_000.01m), Euros.Of(12_500.50m), Euros.Of(7_164), Euros.Of(0.05m),
        Euros.Of(33_333.33m), Euros.Zero, Euros.Of(60_000),
    ];

    /// <summary>A portfolio of one to four posts and up to six commitments.</summary>
    internal static Gen<PortfolioFacts> Portfolio { get; } =
        Gen.Select(Dice.Gen(30).Array[1, 4], Gen.Frequency((1, Dice.Gen(80).Array[0, 2]), (3, Dice.Gen(80).Array[3, 6])), Dice.Gen(1),
            (posts, commitments, order) => Build(posts, commitments, order));

    /// <summary>A day to ask on.</summary>
    internal static Gen<LocalDate> AsOf { get; } = Dice.Gen(6).Select(GeneratedDays.Favourite);

    /// <summary>A whole question: a portfolio, a day and a last year.</summary>
    internal static Gen<(PortfolioFacts Facts, LocalDate AsOf, LocalDate Through)> Question { get; } =
        Gen.Select(Portfolio, AsOf, Gen.Int[0, 5], (facts, asOf, years) => (facts, asOf, new LocalDate(asOf.Year + years, 12, 31)));

    /// <summary>The same of one post.</summary>
    internal static Gen<(PortfolioFacts Facts, LocalDate AsOf)> QuestionOfOnePost { get; } =
        Gen.Select(Dice.Gen(30).Array[1], Dice.Gen(80).Array[1, 6], Dice.Gen(1), AsOf,
            (posts, commitments, order, asOf) => (Build(posts, commitments, order), asOf));

    private static PortfolioFacts Build(Dice[] posts, Dice[] commitments, Dice order)
    {
        var days = new GeneratedDays();
        ImmutableArray<Post> built = [.. posts.Select((dice, i) => GeneratedPost($"P{i + 1}", dice, days))];
        var promised = new List<Commitment>();
        var parts = new GeneratedParts();
        for (int i = 0; i < commitments.Length; i++)
            promised.Add(GeneratedCommitment($"C{i + 1}", commitments[i], days, built, promised, parts));
        if (order.OneIn(2))
            promised.Reverse();
        return new()
        {
            Sources = [new("A", SourceKind.Act, "Actes")],
            Funders = [new("E", "État", FunderKind.State), new("D", "Département", FunderKind.CollectiviteDepartementale)],
            Posts = built,
            Commitments = [.. promised],
        };
    }

    private static Post GeneratedPost(string id, Dice dice, GeneratedDays days)
    {
        if (dice.OneIn(14))
            return OneDay(id, dice.Of(2022, 2023), dice);
        LocalDate first = days.Start(dice);
        bool attested = dice.OneIn(5);
        PartialDate from = GeneratedDays.Partial(first, dice);
        var costs = new List<Cost>();
        if (dice.OneIn(4))
            costs.AddRange(Stepped(dice));
        for (int i = costs.Count > 0 ? 0 : dice.Of(1, 1, 2, 0, 3); i > 0; i--)
        {
            LocalDate day = i == 1 && dice.Below(4) > 0 ? new(2019, 1, 1) : days.Any(dice);
            Euros? annual = dice.Of<Euros?>(Euros.Of(50_000), Euros.Of(10_000.01m), Euros.Of(36_000), Euros.Of(25_000),
                Euros.FromCents(1 + 7_919L * dice.Below(1000)), Euros.Of(50_000), null, Euros.Zero);
            costs.Add(new(GeneratedDays.Partial(day, dice), annual) { DecidedOn = days.Decided(dice), Source = "A" });
        }
        return new(id, id)
        {
            Fte = dice.Of<decimal?>(1, 0.5m, null, 0.8m, 0.333333m),
            From = attested ? null : from,
            AttestedOn = attested ? from : null,
            Until = dice.OneIn(4) ? days.From(from.Last, dice) : null,
            Costs = [.. costs],
            Source = "A",
        };
    }

    /// <summary>A post whose only day weighs nothing.</summary>
    private static Post OneDay(string id, int year, Dice dice) => new(id, id)
    {
        Fte = dice.Of<decimal?>(1, null), From = new LocalDate(year, 12, 31), Until = new LocalDate(year, 12, 31),
        Costs = [new(new LocalDate(2019, 1, 1), Euros.Of(50_000))], Source = "A",
    };

    /// <summary>A cost that rises within a year: what sums have too much before may pay what lacks after.</summary>
    private static Cost[] Stepped(Dice dice)
    {
        decimal low = dice.Of(49_000m, 24_000, 35_000, 20_000.01m, 50_000), high = dice.Of(51_000m, 26_000, 36_500, 60_000);
        return
        [
            new(new LocalDate(2019, 1, 1), Euros.Of(low)) { Source = "A" },
            new(new LocalDate(dice.Of(2022, 2023, 2022, 2021), dice.Of(7, 7, 4, 11), dice.Of(1, 1, 30, 15)),
                Euros.Of(high)) { Source = "A" },
        ];
    }

    private static Commitment GeneratedCommitment(
        string id, Dice dice, GeneratedDays days, ImmutableArray<Post> posts, List<Commitment> earlier, GeneratedParts parts)
    {
        PartialDate from = GeneratedDays.Partial(days.Start(dice), dice);
        Term until = dice.Of(0, 0, 0, 1, 0, 2) switch
        {
            0 => Term.On(days.From(from.First, dice)),
            1 => Term.Open,
            _ => Term.Unknown,
        };
        int kind = dice.Of(0, 1, 2, 3, 4, 5, 6, 7, 1, 5, 0, 1, 6, 7);
        // Whole budget years: what runs through them pays the whole of them.
        if (dice.OneIn(4))
            (from, until) = (PartialDate.Of(dice.Of(2020, 2021, 2022)), Term.On(PartialDate.Of(dice.Of(2023, 2022, 2024))));
        Commitment? amended = earlier.Count > 0 && dice.OneIn(3) ? earlier[dice.Below(earlier.Count)] : null;
        // What is refused has no amendment.
        if (amended is { Status: CommitmentStatus.Refused })
            amended = null;
        if (amended is not null && dice.OneIn(3))
            from = amended.From.First.PlusMonths(dice.Of(0, -6, -1, 12));
        if (amended is not null && dice.OneIn(3))
            until = Term.Unknown;
        if (until.Until?.Last < from.First)
            until = Term.On(days.From(from.First, dice));
        if (kind == 2)
            until = Term.On(Weighty(from.First, (until.Until ?? days.From(from.First, dice)).Last));
        ImmutableArray<string> paid = [.. posts.Where(_ => dice.Below(4) < 3).Select(post => post.Id)];
        if (paid.IsEmpty)
            paid = [posts[dice.Below(posts.Length)].Id];
        if (dice.OneIn(4))
            paid = [.. paid.Reverse()];
        string line = amended?.Line ?? id;
        Amount amount = GeneratedAmount(kind, until, dice);
        if (!parts.Fits(amount, line, paid))
            amount = new Amount.Annual(dice.Of(YearlySums));
        return new(id, dice.Of("E", "D"), paid, from, amount)
        {
            Line = line,
            Until = until,
            Amends = amended?.Id,
            Split = dice.Below(4) switch
            {
                0 or 1 => Split.ByFte,
                2 => Split.Equally,
                _ => new Split.Weights(
                    paid.ToImmutableSortedDictionary(post => post, _ => dice.Of(1m, 2m, 0.5m, 3m, 0.333333m), StringComparer.Ordinal)),
            },
            Cap = dice.OneIn(kind == 7 ? 2 : 5)
                ? dice.Of(Euros.Of(20_000), Euros.Of(5_000.01m), Euros.Of(1_000), Euros.Of(55_555.55m), Euros.Of(20_000),
                    Euros.Zero) : null,
            Status = dice.Of(
                CommitmentStatus.Signed, CommitmentStatus.Granted, CommitmentStatus.Signed, CommitmentStatus.Signed,
                CommitmentStatus.Signed, CommitmentStatus.Granted,
                CommitmentStatus.Signed, CommitmentStatus.Announced, CommitmentStatus.Announced, CommitmentStatus.Requested,
                CommitmentStatus.Requested, CommitmentStatus.Refused),
            DecidedOn = days.Decided(dice),
            Instalments = GeneratedInstalments(from.First, TermOf(until, amended, earlier), amount, dice, days),
            Withdrawn = dice.OneIn(7) ? new(GeneratedDays.Partial(days.Any(dice), dice), GeneratedDays.Partial(days.Any(dice), dice), "A")
                : null,
            Scalings = dice.OneIn(7) ? GeneratedScalings(amount, dice, days) : [],
            Source = "A",
        };
    }

    private static Amount GeneratedAmount(int kind, Term until, Dice dice) => kind switch
    {
        0 => new Amount.OfCost(GeneratedShare(dice)),
        1 => new Amount.Annual(dice.Of(YearlySums)),
        2 when until.Until is not null => new Amount.Total(Euros.FromCents(dice.Of(100_000L, 3_333_333, 100, 15_000_001, 7, 0))),
        3 => new Amount.YearlyShares([.. Enumerable.Range(0, 1 + dice.Below(4)).Select(_ => GeneratedShare(dice))]),
        4 => new Amount.YearlyAmounts([.. Enumerable.Range(0, 1 + dice.Below(4)).Select(_ => dice.Of(YearlySums))]),
        5 => Amount.TheBalance,
        6 => new Amount.OfRemainder(GeneratedShare(dice)),
        _ => Amount.NotPublished,
    };

    private static Share GeneratedShare(Dice dice) =>
        dice.Of(Share.Of(1, 2), Share.Whole, Share.Of(1, 2), Share.Of(1, 3), Share.Of(4, 5), Share.Whole, Share.Of(3, 10), Share.Of(1, 4),
            Share.Of(563_889, 1_000_000));

    private static ImmutableArray<Scaling> GeneratedScalings(Amount amount, Dice dice, GeneratedDays days)
    {
        var scalings = new List<Scaling>();
        for (int i = dice.Of(1, 1, 2); i > 0; i--)
        {
            Factor factor = dice.Of(new Factor(7, 10), new Factor(1, 2), new Factor(0, 1), new Factor(3, 2));
            // Two halves of a remainder, each half more, would be more than the remainder.
            if (amount is Amount.OfRemainder && factor.Numerator > factor.Denominator)
                factor = Factor.One;
            scalings.Add(new(GeneratedDays.Partial(days.Any(dice), dice), factor));
        }
        return [.. scalings];
    }

    /// <summary>Not known, none, or up to three that follow each other within the term.</summary>
    private static ImmutableArray<Instalment>? GeneratedInstalments(LocalDate first, Term until, Amount amount, Dice dice,
        GeneratedDays days)
    {
        int count = dice.Of(0, 1, -1, 2, 3);
        if (count < 0)
            return null;
        LocalDate last = until.Until?.Last ?? new(2027, 12, 31);
        var tranches = new List<Instalment>();
        long left = amount is Amount.Total total ? total.Sum.Cents : long.MaxValue;
        LocalDate start = first.PlusDays(dice.Of(0, 0, 1, 31, 184));
        for (int i = 0; i < count && start <= last; i++)
        {
            LocalDate end = dice.Below(3) switch
            {
                0 => new(start.Year, 12, 31),
                1 => start.PlusMonths(dice.Of(12, 6, 1)).PlusDays(-1),
                _ => LocalDate.Min(days.From(start, dice), start.PlusYears(2)),
            };
            end = LocalDate.Min(end, last);
            bool wholeYear = start == new LocalDate(start.Year, 1, 1) && end == new LocalDate(start.Year, 12, 31) && dice.OneIn(2);
            bool fixedAmount = dice.OneIn(2) && Thirtieths.Between(start, end) > 0;
            // Tranches of a total are no more than the total, and now and then all of it.
            long sum = Math.Min(left, dice.Of(2_000_000L, 2_500_001, 1_000_003, 0, 5));
            if (amount is Amount.Total && dice.OneIn(4))
                sum = left;
            if (fixedAmount)
                left -= sum;
            tranches.Add(new(wholeYear ? PartialDate.Of(start.Year) : start, wholeYear ? PartialDate.Of(start.Year) : end)
            {
                Amount = fixedAmount ? Euros.FromCents(sum) : null,
                DecidedOn = days.Decided(dice),
                Paid = dice.OneIn(3) ? Euros.FromCents(12_345 + i) : null,
            });
            start = end.PlusDays(1 + dice.Of(0, 0, 0, 1, 30));
        }
        return [.. tranches];
    }

    /// <summary>The term within which its tranches stand: an amendment that gives none keeps that of what it amends.</summary>
    private static Term TermOf(Term own, Commitment? amended, List<Commitment> earlier)
    {
        for (; own.IsUnknown && amended is not null; amended = earlier.Find(c => c.Id == amended.Amends))
            own = amended.Until;
        return own;
    }

    private static LocalDate Weighty(LocalDate from, LocalDate until) => Thirtieths.Between(from, until) > 0 ? until : until.PlusDays(1);
}

/// <summary>Which lines take a part of what is left of each post: at most one balance, and no more than the whole remainder.</summary>
internal sealed class GeneratedParts
{
    private readonly Dictionary<(string Post, string Line), Fraction> remainders = [];
    private readonly Dictionary<string, string> balances = [];

    /// <summary>Whether the amount can stand beside the others. In a line only one is in force on a day, so its largest counts.</summary>
    internal bool Fits(Amount amount, string line, ImmutableArray<string> posts)
    {
        if (amount is Amount.Balance)
        {
            if (posts.Any(post => balances.TryGetValue(post, out string? other) && other != line))
                return false;
            foreach (string post in posts)
                balances[post] = line;
        }
        if (amount is Amount.OfRemainder { Share: var share })
        {
            var part = new Fraction(share.Numerator, share.Denominator);
            if (posts.Any(post => Others(post, line) + part > 1))
                return false;
            foreach (string post in posts)
                remainders[(post, line)] = Fraction.Max(part, remainders.GetValueOrDefault((post, line)));
        }
        return true;
    }

    private Fraction Others(string post, string line)
    {
        Fraction sum = 0;
        foreach (((string Post, string Line) key, Fraction part) in remainders)
            if (key.Post == post && key.Line != line)
                sum += part;
        return sum;
    }
}
