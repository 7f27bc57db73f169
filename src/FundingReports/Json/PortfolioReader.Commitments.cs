using System.Collections.Immutable;
using System.Text.Json;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Json;

internal sealed partial class PortfolioReader
{
    internal Commitment Commitment(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new("", "", [], JsonValues.NoDate, Portfolios.Amount.NotPublished);
        string id = item.RequiredText(Property.Id), funder = item.RequiredText(Property.Funder);
        ImmutableArray<string> posts = item.Require(Property.Posts) is { } list
            ? values.List(list, item.PathOf(Property.Posts), TextItem) : [];
        Amount amount = item.Require(Property.Amount) is { } kind
            ? Amount(kind, item.PathOf(Property.Amount)) : Portfolios.Amount.NotPublished;
        var commitment = new Commitment(id, funder, posts, item.RequiredDate(Property.From), amount)
        {
            Line = item.Text(Property.Line),
            Split = item.Take(Property.Split) is { } split ? Split(split, item.PathOf(Property.Split)) : Portfolios.Split.ByFte,
            Until = item.Take(Property.Until) is { } until ? Term(until, item.PathOf(Property.Until)) : Portfolios.Term.Unknown,
            Cap = item.Money(Property.Cap),
            Approximate = item.Take(Property.Approximate) is { } approximate
                && (values.Boolean(approximate, item.PathOf(Property.Approximate)) ?? false),
            Status = item.Word(Property.Status, CommitmentStatus.Announced),
            DecidedOn = item.Date(Property.DecidedOn),
            Instalments = item.Take(Property.Instalments) is { } instalments
                ? Instalments(instalments, item.PathOf(Property.Instalments)) : null,
            References = item.Map(Property.References),
            Subsidy = item.Take(Property.Subsidy) is { } subsidy ? Subsidy(subsidy, item.PathOf(Property.Subsidy)) : null,
            Amends = item.Text(Property.Amends),
            Withdrawn = item.Take(Property.Withdrawn) is { } withdrawn ? Withdrawal(withdrawn, item.PathOf(Property.Withdrawn)) : null,
            Source = item.Text(Property.Source),
            Sources = item.Map(Property.Sources),
        };
        item.Close();
        return commitment;
    }

    private Term Term(JsonElement element, string path) =>
        JsonValues.IsText(element, "open") ? Portfolios.Term.Open
        : values.Date(element, path) is { } until ? Portfolios.Term.On(until)
        : Portfolios.Term.Unknown;

    internal Amount Amount(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return Portfolios.Amount.NotPublished;
        // A kind set to null, as some programs write it, is no kind.
        ImmutableArray<string> kinds =
            [.. AmountKinds.Names.Where(kind => item.Take(kind) is not null || !problems.Readable(item.PathOf(kind)))];
        item.Close();
        if (kinds is not [var name])
        {
            problems.Fail(
                ProblemCode.AmountKinds, path, kinds.IsEmpty ? JsonValues.Excerpt(element) : string.Join(", ", kinds), AmountKinds.Names);
            return Portfolios.Amount.NotPublished;
        }
        return item.Take(name) is { } value
            ? Amount((AmountKind)AmountKinds.Names.IndexOf(name), value, item.PathOf(name)) : Portfolios.Amount.NotPublished;
    }

    private Amount Amount(AmountKind kind, JsonElement value, string path) => kind switch
    {
        AmountKind.Total => new Amount.Total(values.Money(value, path) ?? default),
        AmountKind.Annual => new Amount.Annual(values.Money(value, path) ?? default),
        AmountKind.YearlyAmounts => new Amount.YearlyAmounts(values.List(value, path, MoneyItem)),
        AmountKind.Share => new Amount.ShareOfCost(values.Share(value, path)),
        AmountKind.YearlyShares => new Amount.YearlyShares(values.List(value, path, values.Share)),
        AmountKind.ShareOfRemainder => new Amount.ShareOfRemainder(values.Share(value, path)),
        AmountKind.Balance => True(value, path, Portfolios.Amount.TheBalance),
        AmountKind.Unknown => True(value, path, Portfolios.Amount.NotPublished),
    };

    private Euros MoneyItem(JsonElement element, string path) => values.Money(element, path) ?? default;

    private Amount True(JsonElement value, string path, Amount amount)
    {
        if (value.ValueKind is not JsonValueKind.True)
            problems.Fail(ProblemCode.WrongType, path, JsonValues.Excerpt(value), "true");
        return amount;
    }

    internal Split Split(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when JsonValues.IsText(element, "fte"):
                return Portfolios.Split.ByFte;
            case JsonValueKind.String when JsonValues.IsText(element, "equal"):
                return Portfolios.Split.Equally;
            case JsonValueKind.Object when JsonObject.Open(element, path, problems) is { } item:
                var weights = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
                foreach (string post in item.Names)
                    if (item.Require(post) is { } weight)
                        weights.Add(post, values.Number(weight, item.PathOf(post)) ?? 1);
                return new Split.Weights(weights.ToImmutable());
            case JsonValueKind.String:
                problems.Fail(ProblemCode.NotOneOf, path, JsonValues.Excerpt(element), "fte", "equal");
                return Portfolios.Split.ByFte;
            default:
                problems.Fail(ProblemCode.WrongType, path, JsonValues.Excerpt(element), "text-or-object");
                return Portfolios.Split.ByFte;
        }
    }

    private ImmutableArray<Instalment>? Instalments(JsonElement element, string path)
    {
        ImmutableArray<Instalment> instalments = values.List(element, path, Instalment);
        return problems.Readable(path) ? instalments : null;
    }

    internal Instalment Instalment(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new(JsonValues.NoDate, JsonValues.NoDate);
        var instalment = new Instalment(item.RequiredDate(Property.From), item.RequiredDate(Property.Until))
        {
            Amount = item.Money(Property.Amount),
            Act = item.Text(Property.Act),
            DecidedOn = item.Date(Property.DecidedOn),
            Paid = item.Money(Property.Paid),
            PaidOn = item.Date(Property.PaidOn),
        };
        item.Close();
        return instalment;
    }

    internal Withdrawal? Withdrawal(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return null;
        // A withdrawal is a decision: without its date and its source it cannot be read.
        foreach (string name in (ReadOnlySpan<string>)[Property.DecidedOn, Property.Source])
            if (item.Take(name) is null && problems.Readable(item.PathOf(name)))
                problems.Fail(ProblemCode.WithdrawalIncomplete, item.PathOf(name), null, name);
        var withdrawal = new Withdrawal(
            item.RequiredDate(Property.From), item.Date(Property.DecidedOn) ?? JsonValues.NoDate, item.Text(Property.Source) ?? "");
        item.Close();
        return withdrawal;
    }
}
