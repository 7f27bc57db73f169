using System.Collections.Immutable;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Intake;

/// <summary>Reads the sheets of the complete form into facts.</summary>
internal sealed partial class FullFormReader(IntakeNotes notes)
{
    private readonly List<Source> sources = [];
    private readonly List<Funder> funders = [];
    private readonly List<Post> posts = [];
    private readonly List<(Commitment Commitment, InstalmentsKnown? Known, TableRow Row)> commitments = [];
    private readonly List<Campaign> campaigns = [];
    private readonly List<(string Post, Employer Employer, TableRow Row)> employers = [];
    private readonly List<(string Post, Occupancy Occupancy, TableRow Row)> occupancies = [];
    private readonly List<(string Post, Cost Cost, TableRow Row)> costs = [];
    private readonly List<(string Commitment, Instalment Instalment, TableRow Row)> tranches = [];
    private string? title;
    private Edition? edition;

    /// <summary>Reads one sheet.</summary>
    internal void Read(FormSheet form, TableReader table)
    {
        foreach (TableRow row in table.Rows())
        {
            notes.RowsRead++;
            string? id = table.Has(FullForm.Id) ? row.Text(FullForm.Id) : null;
            ReadRow(form, row, id ?? "");
            if (!row.Failed)
                continue;
            row.PutAside();
            if (id is not null)
                notes.LostIds.Add(id);
        }
    }

    /// <summary>The facts, once all sheets are read.</summary>
    internal PortfolioFacts Facts()
    {
        ILookup<string, (string Commitment, Instalment Instalment, TableRow Row)> byCommitment =
            tranches.ToLookup(entry => entry.Commitment, StringComparer.Ordinal);
        var ofPost = (Employers: Of(employers), Occupancies: Of(occupancies), Costs: Of(costs));
        CheckKnown(employers.Select(entry => (entry.Post, entry.Row)), FullForm.Post, "post", posts.Select(post => post.Id));
        CheckKnown(occupancies.Select(entry => (entry.Post, entry.Row)), FullForm.Post, "post", posts.Select(post => post.Id));
        CheckKnown(costs.Select(entry => (entry.Post, entry.Row)), FullForm.Post, "post", posts.Select(post => post.Id));
        CheckKnown(tranches.Select(entry => (entry.Commitment, entry.Row)), FullForm.Convention, "commitment",
            commitments.Select(entry => entry.Commitment.Id));
        return new()
        {
            Title = title,
            Edition = edition,
            Sources = [.. sources],
            Funders = [.. funders],
            Posts = [.. posts.Select((post, i) => post with
            {
                Employers = Collect(ofPost.Employers[post.Id], $"{Property.Posts}[{i}].{Property.Employers}", FullForm.Post,
                    entry => entry.Item, entry => entry.Row),
                Occupancy = Collect(ofPost.Occupancies[post.Id], $"{Property.Posts}[{i}].{Property.Occupancy}", FullForm.Post,
                    entry => entry.Item, entry => entry.Row),
                Costs = Collect(ofPost.Costs[post.Id], $"{Property.Posts}[{i}].{Property.Costs}", FullForm.Annual, entry => entry.Item,
                    entry => entry.Row),
            })],
            Commitments = [.. commitments.Select((entry, i) => entry.Commitment with {
                Instalments = InstalmentsOf(entry.Commitment, entry.Known, entry.Row, i, [.. byCommitment[entry.Commitment.Id]]) })],
            Campaigns = [.. campaigns],
        };
    }

    private static ILookup<string, (string Post, T Item, TableRow Row)> Of<T>(List<(string Post, T Item, TableRow Row)> list) =>
        list.ToLookup(entry => entry.Post, StringComparer.Ordinal);

    private ImmutableArray<T> Collect<TEntry, T>(
        IEnumerable<TEntry> entries, string path, FormColumn column, Func<TEntry, T> item, Func<TEntry, TableRow> row)
    {
        var list = ImmutableArray.CreateBuilder<T>();
        foreach (TEntry entry in entries)
        {
            OriginOfRow($"{path}[{list.Count}]", row(entry), column);
            list.Add(item(entry));
        }
        return list.ToImmutable();
    }

    private ImmutableArray<Instalment>? InstalmentsOf(Commitment commitment, InstalmentsKnown? known, TableRow row, int index,
        List<(string Commitment, Instalment Instalment, TableRow Row)> listed)
    {
        if (listed.Count == 0)
            return known is InstalmentsKnown.None ? [] : null;
        if (known is InstalmentsKnown.None)
            notes.Add(
                ProblemCode.RowsDisagree, row.Ref(FullForm.Instalments), Choices.Instalments.WordOf(InstalmentsKnown.None),
                FullForm.Instalments.Header, Choices.Instalments.WordOf(InstalmentsKnown.Listed),
                listed[0].Row.Ref(FullForm.Convention).ToString());
        return Collect(listed, $"{Property.Commitments}[{index}].{Property.Instalments}", FullForm.InstalmentAmount,
            entry => entry.Instalment, entry => entry.Row);
    }

    private void CheckKnown(IEnumerable<(string Id, TableRow Row)> citing, FormColumn column, string what, IEnumerable<string> ids)
    {
        var known = ids.ToHashSet(StringComparer.Ordinal);
        foreach ((string id, TableRow row) in citing)
        {
            if (known.Contains(id))
                continue;
            if (!notes.LostIds.Contains(id))
                row.Fail(ProblemCode.UnknownId, column, id, what);
            notes.PutAside(row.Here, ProblemCode.UnknownId, column.Header);
        }
    }

    private void OriginOfRow(string path, TableRow row, FormColumn column)
    {
        notes.Origin(path, row.Ref(column));
        foreach ((string property, FormColumn of) in properties)
            if (row.Has(of))
                notes.Origin($"{path}.{property}", row.Ref(of));
    }

    // The properties of all lists: a row has the columns of its own sheet only.
    private static readonly (string, FormColumn)[] properties =
    [
        (Property.From, FullForm.From), (Property.From, FullForm.PostFrom), (Property.From, FullForm.SinceUnknown),
        (Property.From, FullForm.Since), (Property.From, FullForm.OccupancyFrom), (Property.Until, FullForm.Until),
        (Property.Until, FullForm.Term), (Property.Until, FullForm.InstalmentUntil), (Property.AttestedOn, FullForm.AttestedOn),
        (Property.DecidedOn, FullForm.DecidedOn), (Property.Source, FullForm.Source), (Property.Sources, FullForm.Sources),
        (Property.References, FullForm.References), (Property.Amount, FullForm.Amount), (Property.Amount, FullForm.InstalmentAmount),
        (Property.Cap, FullForm.Cap), (Property.Split, FullForm.Split), (Property.Posts, FullForm.PaidPosts),
        (Property.Funder, FullForm.Funder), (Property.Line, FullForm.Line), (Property.Status, FullForm.Status),
        (Property.Instalments, FullForm.Instalments), (Property.Amends, FullForm.Amends), (Property.Withdrawn, FullForm.WithdrawnFrom),
        ($"{Property.Withdrawn}.{Property.DecidedOn}", FullForm.WithdrawnOn),
        ($"{Property.Withdrawn}.{Property.Source}", FullForm.WithdrawnSource), (Property.Label, FullForm.Label),
        (Property.Departement, FullForm.Departement), (Property.Services, FullForm.Services), (Property.Places, FullForm.Places),
        (Property.Scheme, FullForm.Scheme), (Property.Fte, FullForm.Fte), (Property.Siret, FullForm.Siret),
        (Property.Name, FullForm.Name), (Property.Name, FullForm.OptionalName), (Property.Title, FullForm.SourceTitle),
        (Property.Reference, FullForm.Reference), (Property.On, FullForm.On), (Property.Author, FullForm.Author),
        (Property.Reason, FullForm.Reason), (Property.Annual, FullForm.Annual), (Property.Act, FullForm.Act),
        (Property.Paid, FullForm.Paid), (Property.PaidOn, FullForm.PaidOn), (Property.Year, FullForm.CampaignYear),
        (Property.Opens, FullForm.Opens), (Property.Closes, FullForm.Closes), (Property.Id, FullForm.Id),
    ];
}
