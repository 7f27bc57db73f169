using System.Collections.Immutable;
using CsCheck;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Json;

/// <summary>Random facts without errors, of every kind.</summary>
internal static class FactsGen
{
    private static readonly Gen<PartialDate> date = Gen.Select(Gen.Int[1990, 2040], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 2],
        (year, month, day, precision) => precision switch
    {
        0 => PartialDate.Of(year),
        1 => PartialDate.Of(year, month),
        _ => PartialDate.Of(new LocalDate(year, month, day)),
    });

    private static readonly Gen<string> text = OneOf("Poste n° 1", "é\"\\\n\t<&>'", "𝒳 — « mot »", "FIPD", "a/b.c[0]");
    private static readonly Gen<Euros> money = Gen.Long[0, Euros.Limit - 1].Select(Euros.FromCents);
    private static readonly Gen<Share> share = Gen.Int[1, 1000]
        .SelectMany(denominator => Gen.Int[1, denominator].Select(numerator => Share.Of(numerator, denominator)));
    private static readonly Gen<string?> source = OneOf<string?>("S0", "S1", null);

    private static readonly Gen<ImmutableSortedDictionary<string, string>> references =
        Gen.Dictionary(text, text)[0, 2].Select(map => map.ToImmutableSortedDictionary(StringComparer.Ordinal));

    private static readonly Gen<ImmutableSortedDictionary<string, string>> sources = OneOf(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("from", "S0").Add("until", "S1"));

    private static readonly Gen<Amount> amount = Gen.OneOf([.. Enum.GetValues<AmountKind>().Select(AmountOf)]);

    private static readonly Gen<Post> post = Gen.Select(text, Maybe(date), Gen.Int[1, 999_999], Gen.Bool,
        Gen.Select(references, sources, source), Maybe(money), Gen.Enum<OccupancyState>(), Gen.Enum<CostKind>(),
        (label, until, millionths, known, from, cost, state, kind) => new Post("", label)
        {
            Departement = "2A",
            Services = known ? [label, "gendarmerie"] : [],
            Places = known ? [] : ["Dax"],
            Scheme = known ? "FONJEP" : null,
            References = from.Item1,
            Fte = known ? millionths / 1_000_000m : null,
            From = known ? PartialDate.Of(1980) : null,
            AttestedOn = known ? null : PartialDate.Of(1981, 2),
            Until = until,
            Employers = [new(null, null), new(PartialDate.Of(1999), label) { Siret = "67895644300011", Kind = "association" }],
            Occupancy = [new(until, null, state)],
            Costs = [new(PartialDate.Of(1985), cost) { Kind = kind, DecidedOn = until, Source = from.Item3 }],
            Source = from.Item3,
            Sources = from.Item2,
        });

    private static readonly Gen<Commitment> commitment = Gen.Select(amount, date, Gen.Int[0, 3000], Gen.Int[0, 2],
        Gen.Enum<CommitmentStatus>(), Gen.Select(references, sources, source, text), Maybe(money), Gen.Int[0, 5],
        (amount, from, days, term, status, named, cap, variant) =>
            new Commitment("", variant % 2 == 0 ? "F0" : "F1", variant < 3 ? ["P0"] : ["P1", "P0"], from, amount)
        {
            Line = variant == 1 ? named.Item4 : null,
            Split = variant switch
            {
                0 => Split.Equally,
                3 => new Split.Weights(
                    ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
                        [KeyValuePair.Create("P0", 0.5m), KeyValuePair.Create("P1", 2.25m)])),
                _ => Split.ByFte,
            },
            // One day more than the first: a 31st alone would weigh nothing.
            Until = term == 0 || amount.WholeSum is not null ? Term.On(from.Last.PlusDays(days + 1))
                : term == 1 ? Term.Open : Term.Unknown,
            Cap = cap,
            Approximate = variant == 2,
            Status = status,
            DecidedOn = variant == 4 ? from : null,
            Instalments = variant switch { 1 => [],
                2 => [new(from, from.Last) { Amount = AtMost(amount, cap), Act = named.Item4, Paid = cap, PaidOn = from, DecidedOn =
                        from }], _ => null },
            References = named.Item1,
            Withdrawn = variant == 5 ? new(from, from, "S0") : null,
            Source = named.Item3,
            Sources = named.Item2,
        });

    private static readonly Gen<Subsidy?> subsidy = Gen.Select(text, Maybe(date), share, Gen.Int[0, 3],
        (words, on, part, variant) => variant == 0 ? null : new Subsidy
    {
        Beneficiary = variant switch { 1 => null, 2 => new(words) { Siret = "67895644300011" }, _ => new(null) { Rna = "W380475558" } },
        Object = words,
        Nature = "aide en numéraire;aide en nature",
        Conditions = variant == 2 ? "échelonné" : null,
        PaidFrom = on,
        PaidUntil = variant == 3 ? on : null,
        Rae = variant == 1 ? "12345" : null,
        NotifiedToEu = variant switch { 1 => true, 2 => false, _ => null },
        BeneficiaryPart = variant == 3 ? null : part,
        Scheme = variant == 3 ? words : null,
        BudgetYear = variant == 2 ? 2023 : null,
        Unread = variant == 3 ? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("notificationUE", words)
            : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
    });

    private static readonly Gen<AwaitingCommitment> awaiting = Gen.Select(amount, Maybe(date), Gen.Int[0, 3000],
        Gen.Enum<CommitmentStatus>(), Gen.Select(references, source, text, subsidy), Maybe(money), Gen.Int[0, 3],
        (amount, from, days, status, named, paid, variant) => new AwaitingCommitment("", variant % 2 == 0 ? "F0" : "F1", amount)
        {
            Line = variant == 1 ? named.Item3 : null,
            From = from,
            Until = variant switch { 0 => Term.Unknown, 1 => Term.Open, _ => from is { } first ? Term.On(first.Last.PlusDays(days + 1))
                    : Term.Unknown },
            Status = status,
            DecidedOn = from,
            Instalments = variant switch { 1 => [], 2 when
                    from is { } day => [new(day, day.Last) { Amount = AtMost(amount, paid), Paid = paid }], _ => null },
            References = named.Item1,
            Subsidy = named.Item4,
            Source = named.Item2,
        });

    internal static readonly Gen<PortfolioFacts> Facts = Gen.Select(post.Array[2], commitment.Array[0, 6], text, Maybe(date), Gen.Bool,
        Gen.Select(awaiting.Array[0, 3], subsidy), (posts, commitments, title, on, amends, official) => new PortfolioFacts
    {
        Title = title,
        Edition = amends ? new(on, title, null) : null,
        Sources = [new("S0", SourceKind.Act, title) { Reference = title, On = on },
            new("S1", SourceKind.Assumption, "Hypothèse") { Author = "fonction", Reason = title }],
        Funders = [new("F0", "État", FunderKind.State), new("F1", "CAF", FunderKind.SocialSecurity) { Siret = "35600000000048" }],
        Posts = [
            .. posts.Select((item, i) => item
                    with { Id = $"P{i}", Until = item.Until is { } until && until.Last < new LocalDate(1982, 1, 1) ? null : item.Until })],
        // What was refused is not amended; an amendment has a term of its own; one promise at most is of what the others leave.
        Commitments = [.. commitments.Select((item, i) => item with
        {
            Id = $"C{i}",
            Amends = amends && i > 0 && commitments[i - 1].Status is not CommitmentStatus.Refused ? $"C{i - 1}" : null,
            Until = amends && item.Until.IsUnknown ? Term.Open : item.Until,
            Amount = IsOfTheRest(item) && commitments.Take(i).Any(IsOfTheRest) ? Amount.NotPublished : item.Amount,
            Subsidy = i == 0 ? official.Item2 : null,
        })],
        Awaiting = [.. official.Item1.Select((item, i) => item with { Id = $"A{i}" })],
        Campaigns = [new("F0", title, 2023) { Opens = PartialDate.Of(2022), Closes = PartialDate.Of(2023, 2), Source = "S0" },
            new("F1", null, 2024)],
        Payments = [new("V0", Euros.Of(1)) { Commitment = commitments.Length > 0 ? "C0" : null, Year = 2024, PaidOn = on, Line = title,
            Beneficiary = new("Association") { Siret = "35600000000048" }, References = Post.NoReferences.Add("EJ", "2104512345"),
            Source = "S0" }, new("V1", Euros.Of(2))],
    });

    private static Gen<Amount> AmountOf(AmountKind kind) => kind switch
    {
        AmountKind.Total => money.Select(sum => (Amount)new Amount.Total(sum)),
        AmountKind.Annual => money.Select(sum => (Amount)new Amount.Annual(sum)),
        AmountKind.YearlyAmounts => money.Array[1, 4].Select(steps => (Amount)new Amount.YearlyAmounts([.. steps])),
        AmountKind.Share => share.Select(part => (Amount)new Amount.ShareOfCost(part)),
        AmountKind.YearlyShares => share.Array[1, 4].Select(steps => (Amount)new Amount.YearlyShares([.. steps])),
        AmountKind.ShareOfRemainder => share.Select(part => (Amount)new Amount.ShareOfRemainder(part)),
        AmountKind.Balance => Gen.Const(Amount.TheBalance),
        AmountKind.Unknown => Gen.Const(Amount.NotPublished),
    };

    private static bool IsOfTheRest(Commitment commitment) => commitment.Amount.IsOfTheRest;

    private static Euros? AtMost(Amount amount, Euros? sum) => amount.WholeSum is { } whole && sum > whole ? whole : sum;

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : struct =>
        Gen.Bool.SelectMany(given => given ? gen.Select(value => (T?)value) : Gen.Const(() => (T?)null));
}
