using System.Collections.Immutable;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Wording;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>One thing that two returns tell: what they share, what only one knows, what they contradict.</summary>
internal sealed class Comparison(string what, string id, string path, string first, string second, List<Problem> problems)
{
    private bool disagree;

    /// <summary>Says that both tell the same, where they do.</summary>
    internal void SayIfAgreed()
    {
        if (!disagree)
            problems.Add(new(ProblemCode.ToldTwice, path, null, what, id, first, second));
    }

    internal T? Either<T>(string property, T? one, T? other) where T : struct
    {
        if (one is { } known && other is { } told)
            Same(property, known, told, value => Shown(value));
        return one ?? other;
    }

    internal string? Either(string property, string? one, string? other)
    {
        if (one is not null && other is not null && Plain.Key(one) != Plain.Key(other))
            Disagree(property, one, other);
        return one ?? other;
    }

    internal void Same<T>(string property, T one, T other, Func<T, string> shown)
    {
        if (!EqualityComparer<T>.Default.Equals(one, other))
            Disagree(property, shown(one), shown(other));
    }

    internal Post Merged(Post one, Post other)
    {
        Either(Property.Label, one.Label, other.Label);
        return one with
        {
            Departement = Either(Property.Departement, one.Departement, other.Departement),
            Scheme = Either(Property.Scheme, one.Scheme, other.Scheme),
            Fte = Either(Property.Fte, one.Fte, other.Fte),
            From = Either(Property.From, one.From, other.From),
            // Two days on which it exists: the earlier says more.
            AttestedOn = one.AttestedOn is { } a && other.AttestedOn is { } b
                ? a.First <= b.First ? a : b : one.AttestedOn ?? other.AttestedOn,
            Until = Either(Property.Until, one.Until, other.Until),
            Services = Either(Property.Services, one.Services, other.Services),
            Places = Either(Property.Places, one.Places, other.Places),
            Employers = EitherList(Property.Employers, one.Employers, other.Employers,
                employer => $"{Plain.Key(employer.Name ?? "")} {employer.From} {employer.Siret}", employer => employer.Name ?? "?"),
            Occupancy = EitherList(Property.Occupancy, one.Occupancy, other.Occupancy,
                state => $"{state.From} {state.Until} {state.State}", state => Forms.Choices.Occupancy.WordOf(state.State)),
            Costs = Costs(one.Costs, other.Costs),
            References = References(one.References, other.References),
        };
    }

    internal void Check(Commitment one, Commitment other)
    {
        Same(Property.Amount, AmountKey(one), AmountKey(other), key => key);
        Same(Property.Status, one.Status, other.Status, Forms.Choices.Status.WordOf);
        Either(Property.Cap, one.Cap, other.Cap);
        Either(Property.DecidedOn, one.DecidedOn, other.DecidedOn);
        if (one.Instalments is { } mine && other.Instalments is { } theirs)
            Same(Property.Instalments, string.Join(" ; ", mine), string.Join(" ; ", theirs), _ => "…");
        References(one.References, other.References);
    }

    private static string AmountKey(Commitment commitment) => commitment.Amount.Match(
        total: total => Words.Money(total.Sum, Language.French),
        annual: annual => $"{Words.Money(annual.Yearly, Language.French)} par an",
        yearlyAmounts: schedule => string.Join(" ; ", schedule.Steps.Select(step => Words.Money(step, Language.French))),
        share: part => WrittenValues.Part(part.Share),
        yearlyShares: schedule => string.Join(" ; ", schedule.Steps.Select(WrittenValues.Part)),
        shareOfRemainder: part => $"{WrittenValues.Part(part.Share)} du solde",
        balance: _ => "le solde",
        unknown: _ => "inconnu");

    private ImmutableArray<Cost> Costs(ImmutableArray<Cost> one, ImmutableArray<Cost> other)
    {
        var all = one.ToBuilder();
        foreach (Cost cost in other)
        {
            int at = one.IndexOf(
                one.FirstOrDefault(known => known.From == cost.From && known.DecidedOn == cost.DecidedOn && known.Kind == cost.Kind)!);
            if (at < 0)
                all.Add(cost);
            else if (one[at].Annual is null)
                all[at] = cost;
            else if (cost.Annual is { } told && one[at].Annual is { } known)
                Same(Property.Costs, known, told, money => Words.Money(money, Language.French));
        }
        return [.. all.OrderBy(cost => cost.From.First)];
    }

    private ImmutableSortedDictionary<string, string> References(
        ImmutableSortedDictionary<string, string> one, ImmutableSortedDictionary<string, string> other)
    {
        var all = one.ToBuilder();
        foreach ((string name, string value) in other)
            if (!all.TryAdd(name, value))
                Either(name, all[name], value);
        return all.ToImmutable();
    }

    private ImmutableArray<string> Either(string property, ImmutableArray<string> one, ImmutableArray<string> other) =>
        EitherList(property, one, other, Plain.Key, text => text);

    private ImmutableArray<T> EitherList<T>(
        string property, ImmutableArray<T> one, ImmutableArray<T> other, Func<T, string> key, Func<T, string> shown)
    {
        if (!one.IsEmpty && !other.IsEmpty && !one.Select(key).SequenceEqual(other.Select(key)))
            Disagree(property, string.Join(", ", one.Select(shown)), string.Join(", ", other.Select(shown)));
        return one.IsEmpty ? other : one;
    }

    private void Disagree(string property, string one, string other)
    {
        disagree = true;
        problems.Add(new(ProblemCode.ReturnsDisagree, $"{path}.{property}", other, what, id, property, one, first, other, second));
    }

    private static string Shown<T>(T value) => value switch
    {
        Euros money => Words.Money(money, Language.French),
        PartialDate date => Words.Date(date, Language.French),
        decimal number => WrittenValues.Number(number),
        _ => value?.ToString() ?? "",
    };
}
