using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Placing;

/// <summary>Follows the choices of a workbook, one after the other.</summary>
internal sealed class PlacingInto
{
    private readonly Portfolio portfolio;
    private readonly List<Problem> problems;
    private readonly Dictionary<string, AwaitingCommitment> promises;
    private readonly Dictionary<string, Payment> payments;
    private readonly Dictionary<string, string> posts, commitments;
    private readonly List<Commitment> placed = [];

    internal PlacingInto(Portfolio portfolio, List<Problem> problems)
    {
        (this.portfolio, this.problems) = (portfolio, problems);
        promises = portfolio.Awaiting.ToDictionary(awaiting => awaiting.Id, StringComparer.Ordinal);
        payments = portfolio.Payments.ToDictionary(payment => payment.Id, StringComparer.Ordinal);
        posts = Entries(portfolio.Posts.Select(post => (post.Id, PlacingForm.Entry(post.Id, post.Label), post.Label)));
        commitments =
            Entries(portfolio.Commitments.Select(commitment => (commitment.Id, PlacingWorkbook.EntryOf(portfolio, commitment), "")));
    }

    internal int Placed { get; private set; }

    internal int Removed { get; private set; }

    internal PortfolioFacts Facts() => portfolio.Facts with
    {
        Awaiting = [.. portfolio.Awaiting.Where(awaiting => promises.ContainsKey(awaiting.Id))],
        Commitments = [.. portfolio.Commitments, .. placed],
        Payments = [.. portfolio.Payments.Where(payment => payments.ContainsKey(payment.Id)).Select(payment => payments[payment.Id])],
    };

    internal void Place(Placement.Chosen chosen)
    {
        string key = Plain.Key(chosen.Choice);
        if (key.Length == 0 || key == Plain.Key(PlacingForm.ToSee))
            return;
        bool isNone = key == Plain.Key(PlacingForm.None);
        if (promises.TryGetValue(chosen.Id, out AwaitingCommitment? promise))
            Place(chosen, promise, isNone);
        else if (payments.TryGetValue(chosen.Id, out Payment? payment) && payment.Commitment is null)
            Place(chosen, payment, isNone);
        else
            // It was placed meanwhile, or comes from another portfolio: nothing says which.
            Say(ProblemCode.UnknownId, chosen, PlacingForm.Id, chosen.Id, "waiting");
    }

    private void Place(Placement.Chosen chosen, AwaitingCommitment promise, bool isNone)
    {
        if (isNone)
        {
            promises.Remove(promise.Id);
            Removed++;
            return;
        }
        if (Ids(chosen, posts, "post") is not { } paid)
            return;
        PartialDate? from = chosen.From ?? promise.From;
        Term until = chosen.Until is { } last ? Term.On(last) : promise.Until;
        if (chosen.Failed)
            Say(ProblemCode.UnreadableCell, chosen, PlacingForm.From, null, "date");
        else if (from is not { } first)
            Say(ProblemCode.Missing, chosen, PlacingForm.From, null, PlacingForm.From.Header);
        else if (promise.Amount.WholeSum is not null && until.Until is null)
            Say(ProblemCode.Missing, chosen, PlacingForm.Until, null, PlacingForm.Until.Header);
        else if (until.Until is { } end && end.Last < first.First)
            Say(ProblemCode.UntilBeforeFrom, chosen, PlacingForm.Until, null, end.ToString(), first.ToString());
        else
        {
            promises.Remove(promise.Id);
            placed.Add(new(promise.Id, promise.Funder, paid, first, promise.Amount)
            {
                Line = promise.Line,
                Until = until,
                Status = promise.Status,
                DecidedOn = promise.DecidedOn,
                Instalments = promise.Instalments,
                References = promise.References,
                Subsidy = promise.Subsidy,
                Source = promise.Source,
                Sources = promise.Sources,
            });
            Placed++;
        }
    }

    private void Place(Placement.Chosen chosen, Payment payment, bool isNone)
    {
        if (isNone)
        {
            payments.Remove(payment.Id);
            Removed++;
            return;
        }
        if (Ids(chosen, commitments, "commitment") is not { } ids)
            return;
        if (ids is not [var only])
        {
            // A sum cannot be split between commitments by a list.
            Say(ProblemCode.UnknownId, chosen, PlacingForm.Choice, chosen.Choice, "commitment");
            return;
        }
        payments[payment.Id] = payment with { Commitment = only };
        Placed++;
    }

    // The whole text first: a label may hold a semicolon.
    private ImmutableArray<string>? Ids(Placement.Chosen chosen, Dictionary<string, string> known, string what)
    {
        if (Find(known, chosen.Choice) is { } whole)
            return [whole];
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (string part in chosen.Choice.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Find(known, part) is not { } id)
            {
                Say(ProblemCode.UnknownId, chosen, PlacingForm.Choice, part, what);
                return null;
            }
            if (!ids.Contains(id))
                ids.Add(id);
        }
        return ids.Count == 0 ? null : ids.ToImmutable();
    }

    // By their text as it is written; else without accents, case and punctuation, where that names one alone.
    private static Dictionary<string, string> Entries(IEnumerable<(string Id, string Entry, string Label)> all)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        List<(string Id, string Entry, string Label)> list = [.. all];
        foreach ((string id, string entry, _) in list)
        {
            known.TryAdd(id, id);
            known.TryAdd(entry, id);
        }
        var loose = list.SelectMany(
            one => ((string[])[one.Id, one.Entry, one.Label]).Select(Plain.Key).Distinct().Select(key => (Key: key, one.Id)));
        foreach (var named in loose.Where(one => one.Key.Length > 0).GroupBy(one => one.Key, StringComparer.Ordinal))
            if (named.Select(one => one.Id).Distinct().Count() == 1)
                known.TryAdd(Key(named.Key), named.First().Id);
        return known;
    }

    // No id begins so: what is compared loosely never hides what is written.
    private static string Key(string plain) => $"\n{plain}";

    private static string? Find(Dictionary<string, string> known, string text) =>
        known.TryGetValue(text.Trim(), out string? id) || known.TryGetValue(Key(Plain.Key(text)), out id) ? id : null;

    private void Say(
        ProblemCode code, Placement.Chosen chosen, FormColumn column, string? found, params ImmutableArray<string> arguments) =>
        problems.Add(new(code, chosen.Row.Ref(column).ToString(), found, arguments));
}
