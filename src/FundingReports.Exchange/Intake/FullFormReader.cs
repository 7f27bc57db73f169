using System.Collections.Immutable;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Intake;

/// <summary>The sheets of the complete form → facts.</summary>
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
        ILookup<string, (string Commitment, Instalment Instalment, TableRow Row)> byCommitment = tranches.ToLookup(entry => entry.Commitment, StringComparer.Ordinal);
        var ofPost = (Employers: Of(employers), Occupancies: Of(occupancies), Costs: Of(costs));
        CheckKnown(employers.Select(entry => (entry.Post, entry.Row)), FullForm.Post, "post", posts.Select(post => post.Id));
        CheckKnown(occupancies.Select(entry => (entry.Post, entry.Row)), FullForm.Post, "post", posts.Select(post => post.Id));
        CheckKnown(costs.Select(entry => (entry.Post, entry.Row)), FullForm.Post, "post", posts.Select(post => post.Id));
        CheckKnown(tranches.Select(entry => (entry.Commitment, entry.Row)), FullForm.Convention, "commitment", commitments.Select(entry => entry.Commitment.Id));
        return new()
        {
            Title = title,
            Edition = edition,
            Sources = [.. sources],
            Funders = [.. funders],
            Posts = [.. posts.Select((post, i) => post with
            {
                Employers = Collect(ofPost.Employers[post.Id], $"posts[{i}].employers", FullForm.Post, entry => entry.Item, entry => entry.Row),
                Occupancy = Collect(ofPost.Occupancies[post.Id], $"posts[{i}].occupancy", FullForm.Post, entry => entry.Item, entry => entry.Row),
                Costs = Collect(ofPost.Costs[post.Id], $"posts[{i}].costs", FullForm.Annual, entry => entry.Item, entry => entry.Row),
            })],
            Commitments = [.. commitments.Select((entry, i) => entry.Commitment with { Instalments = InstalmentsOf(entry.Commitment, entry.Known, entry.Row, i, [.. byCommitment[entry.Commitment.Id]]) })],
            Campaigns = [.. campaigns],
        };
    }

    private static ILookup<string, (string Post, T Item, TableRow Row)> Of<T>(List<(string Post, T Item, TableRow Row)> list) => list.ToLookup(entry => entry.Post, StringComparer.Ordinal);

    private ImmutableArray<T> Collect<TEntry, T>(IEnumerable<TEntry> entries, string path, FormColumn column, Func<TEntry, T> item, Func<TEntry, TableRow> row)
    {
        var list = ImmutableArray.CreateBuilder<T>();
        foreach (TEntry entry in entries)
        {
            OriginOfRow($"{path}[{list.Count}]", row(entry), column);
            list.Add(item(entry));
        }
        return list.ToImmutable();
    }

    private ImmutableArray<Instalment>? InstalmentsOf(Commitment commitment, InstalmentsKnown? known, TableRow row, int index, List<(string Commitment, Instalment Instalment, TableRow Row)> listed)
    {
        if (listed.Count == 0)
            return known is InstalmentsKnown.None ? [] : null;
        if (known is InstalmentsKnown.None)
            notes.Add(ProblemCode.RowsDisagree, row.Ref(FullForm.Instalments), Choices.Instalments.WordOf(InstalmentsKnown.None), FullForm.Instalments.Header, Choices.Instalments.WordOf(InstalmentsKnown.Listed), listed[0].Row.Ref(FullForm.Convention).ToString());
        return Collect(listed, $"commitments[{index}].instalments", FullForm.InstalmentAmount, entry => entry.Instalment, entry => entry.Row);
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
                notes.Origin($"{path}{property}", row.Ref(of));
    }

    // The properties of all lists: a row has the columns of its own sheet only.
    private static readonly (string, FormColumn)[] properties =
    [
        (".from", FullForm.From), (".from", FullForm.PostFrom), (".from", FullForm.SinceUnknown), (".from", FullForm.Since), (".from", FullForm.OccupancyFrom), (".until", FullForm.Until), (".until", FullForm.Term), (".until", FullForm.InstalmentUntil),
        (".attestedOn", FullForm.AttestedOn), (".decidedOn", FullForm.DecidedOn), (".source", FullForm.Source), (".sources", FullForm.Sources), (".references", FullForm.References), (".amount", FullForm.Amount),
        (".amount", FullForm.InstalmentAmount), (".cap", FullForm.Cap), (".split", FullForm.Split), (".posts", FullForm.PaidPosts), (".funder", FullForm.Funder), (".line", FullForm.Line), (".status", FullForm.Status),
        (".instalments", FullForm.Instalments), (".amends", FullForm.Amends), (".withdrawn", FullForm.WithdrawnFrom), (".withdrawn.decidedOn", FullForm.WithdrawnOn), (".withdrawn.source", FullForm.WithdrawnSource),
        (".label", FullForm.Label), (".departement", FullForm.Departement), (".services", FullForm.Services), (".places", FullForm.Places), (".scheme", FullForm.Scheme), (".fte", FullForm.Fte), (".siret", FullForm.Siret),
        (".name", FullForm.Name), (".name", FullForm.OptionalName), (".title", FullForm.SourceTitle), (".reference", FullForm.Reference), (".on", FullForm.On), (".author", FullForm.Author), (".reason", FullForm.Reason), (".annual", FullForm.Annual),
        (".act", FullForm.Act), (".paid", FullForm.Paid), (".paidOn", FullForm.PaidOn), (".year", FullForm.CampaignYear), (".opens", FullForm.Opens), (".closes", FullForm.Closes), (".id", FullForm.Id),
    ];
}
