using System.Collections.Immutable;
using System.Numerics;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using NodaTime;
using static FundingReports.Exchange.Forms.WrittenValues;

namespace FundingReports.Exchange.Template;

/// <summary>
/// Writes facts as rows of the plan de financement: each year of each commitment on each post, and what the form cannot say.
/// </summary>
internal sealed class SimpleRows
{
    private readonly PortfolioFacts facts;
    private readonly Dictionary<string, Post> posts;
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);
    private readonly List<object?[]> rows = [];
    private readonly List<TemplateLoss> losses = [];
    private LocalDate earliest = LocalDate.MaxIsoValue;

    private SimpleRows(PortfolioFacts facts)
    {
        this.facts = facts;
        posts = facts.Posts.ToDictionary(post => post.Id, StringComparer.Ordinal);
        // Two posts that the form could not tell apart carry their ids.
        foreach (var same in facts.Posts.GroupBy(post => (Plain.Key(post.Label), Plain.Key(EmployerOf(post) ?? ""))))
            foreach (Post post in same)
                labels[post.Id] = same.Count() == 1 ? post.Label : $"{post.Label} ({post.Id})";
    }

    internal static (List<object?[]> Rows, ImmutableArray<TemplateLoss> Losses) Of(PortfolioFacts facts)
    {
        var form = new SimpleRows(facts);
        HashSet<string> amended = [.. facts.Commitments.Where(c => c.Amends is not null).SelectMany(c => (string[])[c.Id, c.Amends!])];
        foreach (Post post in facts.Posts)
        {
            int before = form.rows.Count;
            foreach (Commitment commitment in facts.Commitments.Where(c => c.Posts.Contains(post.Id)))
                if (Reason(commitment, amended) is { } reason)
                    form.Lose(commitment.Id, reason);
                else
                    form.Write(commitment, post);
            // Without a row of its own first year, a post that nobody paid yet would seem to begin with its money.
            if ((post.From ?? post.AttestedOn)?.First is { } first && (form.rows.Count == before || form.earliest > first))
                form.rows.Insert(before, form.Unpaid(post, first));
            form.earliest = LocalDate.MaxIsoValue;
            form.WriteCosts(post, before);
            form.LoseOfPost(post);
        }
        return (form.rows, [.. form.losses]);
    }

    // What a row a year could only say wrongly is not said at all.
    private static TemplateLossKind? Reason(Commitment commitment, HashSet<string> amended) => commitment switch
    {
        _ when amended.Contains(commitment.Id) => TemplateLossKind.Amended,
        { Withdrawn: not null } => TemplateLossKind.Withdrawn,
        { Until.Until: null } => TemplateLossKind.NoTerm,
        _ => null,
    };

    private void Lose(string id, TemplateLossKind kind)
    {
        if (!losses.Any(loss => loss.Id == id && loss.Kind == kind))
            losses.Add(new(id, kind));
    }

    // A cost that changes in a year without money has a row of its own.
    private void WriteCosts(Post post, int before)
    {
        int year = SimpleForm.Sheet.Columns.IndexOf(SimpleForm.Year);
        HashSet<int> years = [.. rows.Skip(before).Select(row => (int)row[year]!)];
        int first = years.Count == 0 ? PartialDate.LastYear : years.Min();
        foreach (
            int changed in post.Costs.Select(cost => cost.From.First.Year).Where(changed => changed > first && years.Add(changed)).Order())
            rows.Add(Row(post, changed));
    }

    private object?[] Unpaid(Post post, LocalDate first)
    {
        object?[] row = Row(post, first.Year);
        Set(row, SimpleForm.From, first is { Day: 1, Month: 1 } ? null : (PartialDate)first);
        return row;
    }

    private void LoseOfPost(Post post)
    {
        if (post.From is not null || post.Until is not null)
            Lose(post.Id, TemplateLossKind.Life);
        if (post.Employers.Length > 1 || post.Occupancy.Length > 0 || post.Services.Length > 0 || post.Places.Length > 1
            || post.Scheme is not null || post.References.Count > 0)
            Lose(post.Id, TemplateLossKind.Details);
        if (post.Costs.Any(cost => cost.From.First is not { Day: 1, Month: 1 } || cost.DecidedOn is not null))
            Lose(post.Id, TemplateLossKind.CostDates);
    }

    private void Write(Commitment commitment, Post post)
    {
        if (commitment.Cap is not null)
            Lose(commitment.Id, TemplateLossKind.Cap);
        if (commitment.Instalments is not null)
            Lose(commitment.Id, TemplateLossKind.Firmness);
        LocalDate first = commitment.From.First, last = commitment.Until.Until!.Value.Last;
        foreach ((LocalDate from, LocalDate until) in Segments(commitment, first, last))
        {
            if (AmountOf(commitment, post, from, until, last) is not { } amount)
                continue;
            object?[] row = Row(post, from.Year);
            Funder? funder = facts.Funders.FirstOrDefault(f => f.Id == commitment.Funder);
            Set(row, SimpleForm.Funder, funder?.Name ?? commitment.Funder);
            Set(row, SimpleForm.FunderKind, funder is null ? null : Choices.FunderKind.WordOf(funder.Kind));
            Set(row, SimpleForm.Line, commitment.Line);
            Set(row, SimpleForm.Amount, commitment.Approximate && amount is Euros about
                ? $"env. {Money(about)}" : amount is Euros small && small.Cents <= 100 ? Money(small) : amount);
            Set(row, SimpleForm.Status, Choices.Status.WordOf(commitment.Status));
            Set(row, SimpleForm.From, from is { Day: 1, Month: 1 } ? null : (PartialDate)from);
            Set(row, SimpleForm.Until, until is { Day: 31, Month: 12 } ? null : (PartialDate)until);
            Set(row, SimpleForm.DecidedOn, Date(commitment.DecidedOn));
            Set(row, SimpleForm.Act, commitment.References.GetValueOrDefault("convention"));
            Set(row, SimpleForm.Source, commitment.Source is { } source && facts.Sources.FirstOrDefault(s => s.Id == source) is { } known
                ? SourceText(known) : null);
            rows.Add(row);
            earliest = LocalDate.Min(earliest, from);
        }
    }

    private object?[] Row(Post post, int year)
    {
        var row = new object?[SimpleForm.Sheet.Columns.Length];
        Set(row, SimpleForm.Post, labels[post.Id]);
        Set(row, SimpleForm.Place, post.Places is [var place, ..] ? place : null);
        Set(row, SimpleForm.Departement, post.Departement);
        Set(row, SimpleForm.Employer, EmployerOf(post));
        Set(row, SimpleForm.Fte, post.Fte);
        Set(row, SimpleForm.Cost, CostOf(post, year));
        Set(row, SimpleForm.Year, year);
        return row;
    }

    private static void Set(object?[] row, FormColumn column, object? value) => row[SimpleForm.Sheet.Columns.IndexOf(column)] = value;

    private static string? EmployerOf(Post post) => post.Employers is [.., var last] ? last.Name : null;

    // The kind goes with the title: what a newspaper says must not come back as what an act says.
    private static string SourceText(Source source)
    {
        string word = Choices.SourceKind.WordOf(source.Kind);
        return Intake.SimpleFormReader.KindOf(source.Title, SourceKind.Statement) == source.Kind
            ? source.Title : $"{word} : {source.Title}";
    }

    // The cost at the end of the year; the latest entry, of the same day the last decided, then the last written.
    private static object? CostOf(Post post, int year)
    {
        Cost? cost = post.Costs.Where(cost => cost.From.First.Year <= year)
            .Select((cost, i) => (cost, i)).OrderBy(entry => entry.cost.From.First)
                .ThenBy(entry => entry.cost.DecidedOn?.Last ?? LocalDate.MinIsoValue).ThenBy(entry => entry.i)
            .Select(entry => entry.cost).LastOrDefault();
        return cost is null ? null : Sum(cost.Annual) ?? "inconnu";
    }

    /// <summary>The days of a commitment, cut at years, at its twelve months, and at tranches that fix a sum.</summary>
    private static IEnumerable<(LocalDate From, LocalDate Until)> Segments(Commitment commitment, LocalDate first, LocalDate last)
    {
        SortedSet<LocalDate> starts = [first];
        for (int year = first.Year + 1; year <= last.Year; year++)
            starts.Add(new(year, 1, 1));
        if (commitment.Amount.Years is not null)
            for (int k = 1; first.PlusYears(k) <= last; k++)
                starts.Add(first.PlusYears(k));
        foreach (Instalment tranche in Fixed(commitment))
        {
            starts.Add(tranche.From.First);
            if (tranche.Until.Last < last)
                starts.Add(tranche.Until.Last.PlusDays(1));
        }
        List<LocalDate> ordered = [.. starts.Where(day => day >= first && day <= last)];
        for (int i = 0; i < ordered.Count; i++)
            yield return (ordered[i], i + 1 < ordered.Count ? ordered[i + 1].PlusDays(-1) : last);
    }

    private static IEnumerable<Instalment> Fixed(Commitment commitment) =>
        (commitment.Instalments ?? []).Where(tranche => tranche.Amount is not null);

    /// <summary>What the period pays: a sum, or a text; null for nothing.</summary>
    private object? AmountOf(Commitment commitment, Post post, LocalDate from, LocalDate until, LocalDate last)
    {
        Instalment? tranche = Fixed(commitment).FirstOrDefault(t => t.From.First <= from && until <= t.Until.Last);
        if (tranche is not null)
            return Part(PartOf(commitment, post, tranche.Amount!.Value), tranche.From.First, tranche.Until.Last, from, until);
        int step = Step(commitment.From.First, from);
        LocalDate stepFirst = commitment.From.First.PlusYears(step);
        return commitment.Amount.Match<object?>(
            total: total => Part(PartOf(commitment, post, total.Sum), commitment.From.First, last, from, until),
            annual: annual => Yearly(PartOf(commitment, post, annual.Yearly), commitment.From.First, from, until),
            yearlyAmounts: schedule =>
                step < schedule.Steps.Length ? Yearly(PartOf(commitment, post, schedule.Steps[step]), stepFirst, from, until) : null,
            share: part => WrittenValues.Part(part.Share),
            yearlyShares: schedule => step < schedule.Steps.Length ? WrittenValues.Part(schedule.Steps[step]) : null,
            shareOfRemainder: part => $"{WrittenValues.Part(part.Share)} du reste",
            balance: _ => "le reste",
            unknown: _ => "inconnu");
    }

    private static int Step(LocalDate first, LocalDate day)
    {
        int step = day.Year - first.Year;
        return first.PlusYears(step) > day ? step - 1 : step;
    }

    private Euros PartOf(Commitment commitment, Post post, Euros sum)
    {
        int at = commitment.Posts.IndexOf(post.Id);
        long[] weights = commitment.Split switch
        {
            Split.Weights given => [.. commitment.Posts.Select(id => (long)(given.ByPost[id] * 1_000_000))],
            Split.Fte when commitment.Posts.All(id => posts[id].Fte is not null) =>
                [.. commitment.Posts.Select(id => (long)(posts[id].Fte!.Value * 1_000_000))],
            _ => [.. commitment.Posts.Select(_ => 1L)],
        };
        return sum.Allocate(weights)[at];
    }

    // Cumulative rounding, half away from zero, so that the parts add up to the sum.
    private static Euros? Part(Euros sum, LocalDate first, LocalDate last, LocalDate from, LocalDate until)
    {
        long whole = Thirtieths.Between(first, last);
        return whole == 0
            ? null : Of(sum, Thirtieths.Between(first, until), whole) - Of(sum, Thirtieths.Between(first, from.PlusDays(-1)), whole);
    }

    private static Euros Yearly(Euros yearly, LocalDate first, LocalDate from, LocalDate until) =>
        Of(yearly, Thirtieths.Between(first, until), Thirtieths.InAYear) - Of(
            yearly, Thirtieths.Between(first, from.PlusDays(-1)), Thirtieths.InAYear);

    private static Euros Of(Euros sum, long weight, long whole) =>
        Euros.FromCents((long)(((BigInteger)sum.Cents * weight * 2 + whole) / (2 * whole)));
}
