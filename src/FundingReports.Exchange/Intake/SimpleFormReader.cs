using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Wording;
using FundingReports.Validation;

namespace FundingReports.Exchange.Intake;

/// <summary>Reads rows of the plan de financement into facts: one commitment per row, of one year, on one post.</summary>
internal sealed class SimpleFormReader(IntakeNotes notes, string sourceTitle)
{
    /// <summary>The id of the source that stands for the return itself.</summary>
    private const string Return = "retour";

    private readonly List<SimpleRow> rows = [];
    private readonly Dictionary<string, Source> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> sourcesByTitle = new(StringComparer.Ordinal);
    private readonly HashSet<string> sourceIds = new(StringComparer.Ordinal) { Return };

    internal void Read(TableReader table)
    {
        foreach (TableRow row in table.Rows())
        {
            notes.RowsRead++;
            if (!table.Has(SimpleForm.Post) || Plain.Key(TableRow.Shown(row.Get(SimpleForm.Post))) is var label
                && (label.StartsWith("total", StringComparison.Ordinal) || label.StartsWith("soustotal", StringComparison.Ordinal)))
            {
                row.PutAsideAsTotal(SimpleForm.Post);
                continue;
            }
            SimpleRow read = SimpleRow.Read(row);
            notes.MoneyRead += read.Amount.Money ?? Euros.Zero;
            rows.Add(read);
        }
    }

    internal PortfolioFacts Facts()
    {
        SettleEmployers();
        SettleFunders();
        Settle(SimpleForm.Place, row => row.Place, row => (row.LabelKey, row.EmployerKey), Plain.Key);
        Settle(SimpleForm.Departement, row => row.Departement, row => (row.LabelKey, row.EmployerKey), text => text);
        Settle(SimpleForm.Fte, row => row.Fte is { } fte
            ? ExactNumber.Write(fte).Replace('.', ',') : null, row => (row.LabelKey, row.EmployerKey), text => text);
        Settle(SimpleForm.Cost, row => row.Cost is { } cost
            ? Words.Money(cost, Language.French) : null, row => (row.LabelKey, row.EmployerKey, row.Year), text => text);
        RefuseRepeated();
        foreach (SimpleRow row in rows.Where(row => row.Row.Failed))
            row.Row.PutAside();
        return Build([.. rows.Where(row => !row.Row.Failed)]);
    }

    // A blank employer is the one that the other rows of the same label name, where they name one only.
    private void SettleEmployers()
    {
        foreach (var group in rows.GroupBy(row => row.LabelKey))
        {
            List<string> keys = [.. group.Where(row => row.Employer is not null).Select(row => Plain.Key(row.Employer!)).Distinct()];
            foreach (SimpleRow row in group)
            {
                row.EmployerKey = row.Employer is { } name ? Plain.Key(name) : keys.Count == 1 ? keys[0] : "";
                if (row.Employer is null && keys.Count > 1)
                    row.Row.Fail(ProblemCode.AmbiguousCell, SimpleForm.Employer, row.Label, "employer");
            }
        }
    }

    private readonly Dictionary<string, FunderKind> kinds = new(StringComparer.Ordinal);

    private void SettleFunders()
    {
        Settle(SimpleForm.FunderKind, row => row.Kind is { } kind
            ? Choices.FunderKind.WordOf(kind) : null, row => row.FunderKey, text => text);
        foreach (SimpleRow row in rows)
            if (row is { Funder: not null, Kind: { } kind, Row.Failed: false })
                kinds.TryAdd(row.FunderKey, kind);
        foreach (
            SimpleRow row in rows.Where(row => row.Funder is not null && row.FunderKey.Length > 0 && !kinds.ContainsKey(row.FunderKey)))
        {
            if (FunderKinds.Of(row.FunderKey) is { } kind)
                kinds[row.FunderKey] = kind;
            else if (!row.Row.Failed)
                row.Row.Missing(SimpleForm.FunderKind);
        }
    }

    /// <summary>Rows of one post must say one thing: the first is kept, another is refused and points to it.</summary>
    private void Settle<TKey>(
        FormColumn column, Func<SimpleRow, string?> said, Func<SimpleRow, TKey> of, Func<string, string> key) where TKey : notnull
    {
        var first = new Dictionary<TKey, (string Value, SimpleRow Row)>();
        foreach (SimpleRow row in rows)
        {
            if (row.Row.Failed || said(row) is not { } value)
                continue;
            TKey subject = of(row);
            if (!first.TryGetValue(subject, out var known))
                first[subject] = (value, row);
            else if (key(known.Value) != key(value))
                row.Row.Disagree(column, value, known.Row.Row, known.Value);
        }
    }

    private void RefuseRepeated()
    {
        var seen = new Dictionary<object, SimpleRow>();
        foreach (SimpleRow row in rows)
            if (row is { Row.Failed: false, Funder: not null } && !seen.TryAdd(row.Promise, row))
                row.Row.Repeats(seen[row.Promise].Row, SimpleForm.Amount);
    }

    private PortfolioFacts Build(List<SimpleRow> kept)
    {
        var posts = ImmutableArray.CreateBuilder<Post>();
        var funders = ImmutableArray.CreateBuilder<Funder>();
        var commitments = ImmutableArray.CreateBuilder<Commitment>();
        HashSet<string> ids = new(StringComparer.Ordinal), promised = new(StringComparer.Ordinal);
        var postIds = new Dictionary<(string, string), string>();
        // Names of funders that differ by accents or spaces are one funder.
        var funderIds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in kept.GroupBy(row => (row.LabelKey, row.EmployerKey)))
        {
            string employer = group.Select(row => row.Employer).FirstOrDefault(name => name is not null) ?? "";
            string id = Slug.Unique(Slug.Of($"{group.First().Label} {employer}", "poste"), ids);
            postIds[group.Key] = id;
            posts.Add(BuildPost(id, [.. group], employer, $"{Property.Posts}[{posts.Count}]"));
        }
        foreach (SimpleRow row in kept)
        {
            if (row.Funder is not { } name)
                continue;
            if (!funderIds.TryGetValue(row.FunderKey, out string? funder))
            {
                funderIds[row.FunderKey] = funder = Slug.Unique(Slug.Of(name, "financeur"), promised);
                notes.Origin($"{Property.Funders}[{funders.Count}]", row.Row.Ref(SimpleForm.Funder));
                notes.Origin($"{Property.Funders}[{funders.Count}].{Property.Kind}", row.Row.Ref(SimpleForm.FunderKind));
                funders.Add(new(funder, name, kinds[row.FunderKey]));
            }
            string post = postIds[(row.LabelKey, row.EmployerKey)];
            string id = Slug.Unique($"{post}/{funder}/{Plain.Number(row.Year)}", promised);
            commitments.Add(BuildCommitment(id, funder, post, row, $"{Property.Commitments}[{commitments.Count}]"));
            notes.MoneyKept += row.Amount.Money ?? Euros.Zero;
        }
        return new() { Sources = [.. sources.Values], Funders = funders.ToImmutable(), Posts = posts.ToImmutable(),
            Commitments = commitments.ToImmutable() };
    }

    private Post BuildPost(string id, List<SimpleRow> said, string employer, string path)
    {
        SimpleRow first = said[0];
        SimpleRow With(Func<SimpleRow, bool> has) => said.FirstOrDefault(has) ?? first;
        SimpleRow place = With(row => row.Place is not null), departement = With(row => row.Departement is not null),
            fte = With(row => row.Fte is not null);
        SimpleRow earliest = said.MinBy(row => row.From.First)!;
        notes.Origin(path, first.Row.Ref(SimpleForm.Post));
        notes.Origin($"{path}.{Property.Places}", place.Row.Ref(SimpleForm.Place));
        notes.Origin($"{path}.{Property.Departement}", departement.Row.Ref(SimpleForm.Departement));
        notes.Origin($"{path}.{Property.Fte}", fte.Row.Ref(SimpleForm.Fte));
        notes.Origin($"{path}.{Property.Employers}", With(row => row.Employer is not null).Row.Ref(SimpleForm.Employer));
        notes.Origin($"{path}.{Property.AttestedOn}", earliest.Row.Ref(SimpleForm.Year));
        var costs = ImmutableArray.CreateBuilder<Cost>();
        foreach (var year in said.GroupBy(row => row.Year).OrderBy(group => group.Key))
        {
            // One row that knows the cost speaks for the post; a blank says nothing, « inconnu » says so.
            SimpleRow? row = year.FirstOrDefault(row => row.Cost is not null) ?? year.FirstOrDefault(row => row.CostIsUnknown);
            if (row is null)
                continue;
            notes.Origin($"{path}.{Property.Costs}[{costs.Count}]", row.Row.Ref(SimpleForm.Cost));
            costs.Add(new(PartialDate.Of(year.Key), row.Cost) { Source = SourceOf(row) });
        }
        return new(id, first.Label)
        {
            Places = place.Place is { } where ? [where] : [],
            Departement = departement.Departement,
            Fte = fte.Fte,
            AttestedOn = earliest.From,
            Employers = employer.Length > 0 ? [new(null, employer)] : [],
            Costs = costs.ToImmutable(),
            Source = ReturnSource(),
        };
    }

    private Commitment BuildCommitment(string id, string funder, string post, SimpleRow row, string path)
    {
        CellRef At(FormColumn column, FormColumn instead) => row.Row.Ref(row.Row.IsBlank(column) ? instead : column);
        notes.Origin(path, row.Row.Ref(SimpleForm.Amount));
        notes.Origin($"{path}.{Property.Funder}", row.Row.Ref(SimpleForm.Funder));
        notes.Origin($"{path}.{Property.Line}", row.Row.Ref(SimpleForm.Line));
        notes.Origin($"{path}.{Property.From}", At(SimpleForm.From, SimpleForm.Year));
        notes.Origin($"{path}.{Property.Until}", At(SimpleForm.Until, SimpleForm.Year));
        notes.Origin($"{path}.{Property.Status}", row.Row.Ref(SimpleForm.Status));
        notes.Origin($"{path}.{Property.DecidedOn}", At(SimpleForm.DecidedOn, SimpleForm.Status));
        notes.Origin($"{path}.{Property.References}", row.Row.Ref(SimpleForm.Act));
        notes.Origin($"{path}.{Property.Source}", row.Row.Ref(SimpleForm.Source));
        return new(id, funder, [post], row.From, AmountOf(row.Amount))
        {
            Line = row.Line,
            Until = Term.On(row.Until),
            Approximate = row.Amount.Approximate,
            Status = row.Status,
            DecidedOn = row.DecidedOn,
            References = row.Act is { } act ? Post.NoReferences.Add("convention", act) : Post.NoReferences,
            Source = SourceOf(row),
        };
    }

    internal static Amount AmountOf(AmountText.Said said) => said switch
    {
        { Money: { } money } => new Amount.Total(money),
        { OfRemainder: true, Share: { } part } => new Amount.ShareOfRemainder(part),
        { OfRemainder: true } => Amount.TheBalance,
        { Share: { } share } => new Amount.ShareOfCost(share),
        _ => Amount.NotPublished,
    };

    private string SourceOf(SimpleRow row)
    {
        if (row.Source is not { } text)
            return ReturnSource();
        string key = Plain.Key(text);
        if (sourcesByTitle.TryGetValue(key, out string? known))
            return known;
        string id = Slug.Unique(Slug.Of(text, "source"), sourceIds);
        sourcesByTitle[key] = id;
        sources.TryAdd(id, new(id, KindOf(text, SourceKind.Statement), text));
        return id;
    }

    /// <summary>« Convention du 3 mars » is a convention: the first word tells. Else somebody who filled in the form says so.</summary>
    internal static SourceKind KindOf(string text, SourceKind instead) =>
        Choices.SourceKind.Read(text) ?? Choices.SourceKind.Read(Plain.Words(text).Split(' ')[0]) ?? instead;

    private string ReturnSource()
    {
        sources.TryAdd(Return, new(Return, SourceKind.Statement, sourceTitle));
        return Return;
    }
}
