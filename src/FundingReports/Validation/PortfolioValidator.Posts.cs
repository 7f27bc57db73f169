using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Validation;

// What a post must hold.
internal sealed partial class PortfolioValidator
{
    private static readonly HashSet<string> postProperties = new(StringComparer.Ordinal)
    {
        "label", "departement", "services", "places", "scheme", "references", "fte", "from", "attestedOn", "until", "employers", "occupancy", "costs",
    };

    private void CheckPost(Post post, string path)
    {
        CheckRequiredText(post.Id, path, ".id");
        CheckRequiredText(post.Label, path, ".label");
        if (post.Departement is { } code && !Identifiers.Departements.ContainsKey(code) && problems.Readable(path + ".departement"))
            problems.Add(ProblemCode.UnknownDepartement, path + ".departement", code);
        CheckTexts(post.Services, path, ".services");
        CheckTexts(post.Places, path, ".places");
        CheckText(post.Scheme, path, ".scheme");
        CheckTexts(post.References, path, ".references");
        CheckNumber(post.Fte, path, ".fte");
        CheckLife(post, path);
        for (int i = 0; i < post.Employers.Length; i++)
            CheckEmployer(post.Employers[i], $"{path}.employers[{i}]");
        for (int i = 0; i < post.Occupancy.Length; i++)
            CheckOccupancy(post.Occupancy[i], $"{path}.occupancy[{i}]");
        CheckOccupancies(post.Occupancy, path);
        CheckSourceNames(post.Sources, postProperties, path);
        CheckSources(path, post.Source, post.Sources,
            ("fte", post.Fte is not null), ("from", post.From is not null), ("attestedOn", post.AttestedOn is not null), ("until", post.Until is not null));
        for (int i = 0; i < post.Costs.Length; i++)
            CheckCost(post.Costs[i], post, path, $"{path}.costs[{i}]");
        CheckCosts(post, path);
    }

    private void CheckLife(Post post, string path)
    {
        CheckDate(post.From, path, ".from");
        CheckDate(post.AttestedOn, path, ".attestedOn");
        CheckDate(post.Until, path, ".until");
        string beginning = post.From is null ? ".attestedOn" : ".from";
        if ((post.From ?? post.AttestedOn) is not { } from)
        {
            if (problems.Readable(path + ".from") && problems.Readable(path + ".attestedOn"))
                problems.Add(ProblemCode.NoBeginning, path + ".from", null, post.Id);
        }
        else if (post.Until is { } until && problems.Readable(path + ".from"))
        {
            CheckOrder(from, beginning, until, ".until", path);
        }
        if (post is { AttestedOn: { } attested, From: { } first } && problems.Readable(path + ".attestedOn") && problems.Readable(path + ".from")
            && problems.Readable(path + ".until") && (attested.Last < first.First || attested.First > post.Until?.Last))
            problems.Add(ProblemCode.AttestedOutsideLife, path + ".attestedOn", attested.ToString(), attested.ToString(), first.ToString(), post.Until?.ToString() ?? "");
    }

    private void CheckEmployer(Employer employer, string path)
    {
        CheckDate(employer.From, path, ".from");
        CheckText(employer.Name, path, ".name");
        CheckSiret(employer.Siret, path);
        CheckText(employer.Kind, path, ".kind");
    }

    private void CheckOccupancy(Occupancy occupancy, string path)
    {
        CheckDate(occupancy.From, path, ".from");
        CheckDate(occupancy.Until, path, ".until");
        CheckWord(occupancy.State, path, ".state");
        if (occupancy is { From: { } from, Until: { } until })
            CheckOrder(from, ".from", until, ".until", path);
    }

    // Without a last day a state lasts: the one after it must not begin before somebody has said when it ended.
    private void CheckOccupancies(ImmutableArray<Occupancy> all, string path)
    {
        var known = Enumerable.Range(0, all.Length)
            .Where(i => problems.WhollyReadable($"{path}.occupancy[{i}]"))
            .Select(i => (Index: i, From: all[i].From?.First ?? LocalDate.MinIsoValue, To: all[i].Until?.Last ?? LocalDate.MaxIsoValue))
            .Where(state => state.From <= state.To).OrderBy(state => state.From).ThenBy(state => state.Index);
        (int Index, LocalDate To)? furthest = null;
        foreach (var state in known)
        {
            if (furthest is var (other, end) && state.From <= end)
                problems.Add(ProblemCode.OccupancyOverlap, $"{path}.occupancy[{state.Index}]", null, $"{path}.occupancy[{other}]",
                    state.From == LocalDate.MinIsoValue ? "" : Text(state.From), LocalDate.Min(end, state.To) is var last && last == LocalDate.MaxIsoValue ? "" : Text(last));
            if (furthest is not { } before || state.To > before.To)
                furthest = (state.Index, state.To);
        }
    }

    /// <summary>The costs as they take over from one another once all decisions are taken: of two from one day the one decided last, then the last written.</summary>
    private List<(int Index, Cost Cost)> CostsInOrder(Post post, string path) =>
    [
        .. Enumerable.Range(0, post.Costs.Length).Where(i => problems.WhollyReadable($"{path}.costs[{i}]")).Select(i => (Index: i, Cost: post.Costs[i]))
            .OrderBy(item => item.Cost.From.First).ThenBy(item => item.Cost.DecidedOn?.Last).ThenBy(item => item.Index),
    ];

    private void CheckCosts(Post post, string path)
    {
        if (post.Costs.Length < 2)
            return;
        var costs = CostsInOrder(post, path);
        for (int i = 1; i < costs.Count; i++)
        {
            (Cost before, Cost cost) = (costs[i - 1].Cost, costs[i].Cost);
            string at = $"{path}.costs[{costs[i].Index}]";
            if (before.From.First == cost.From.First)
            {
                if (before.DecidedOn?.Last == cost.DecidedOn?.Last)
                    problems.Add(ProblemCode.CostsFromOneDay, at + ".from", cost.From.ToString(), post.Id, cost.From.ToString(), $"{path}.costs[{costs[i - 1].Index}].from");
            }
            else if (cost.DecidedOn is { } decided && before.DecidedOn is { } later && decided.Last < later.First)
                problems.Add(ProblemCode.CostDecidedEarlier, at + ".decidedOn", decided.ToString(), post.Id, cost.From.ToString(), decided.ToString(), later.ToString());
        }
    }

    /// <summary>Whether the cost of a post rises on a day after the first of a promise, up to its last.</summary>
    private bool CostRises(int index, LocalDate first, LocalDate? last)
    {
        Euros? before = null;
        var costs = CostsInOrder(facts.Posts[index], $"posts[{index}]");
        for (int i = 0; i < costs.Count; i++)
        {
            Cost cost = costs[i].Cost;
            if (i + 1 < costs.Count && costs[i + 1].Cost.From.First == cost.From.First)
                continue;
            if (cost.Annual is { } now && before is { } then && now.Cents > then.Cents && cost.From.First > first && !(cost.From.First > last))
                return true;
            before = cost.Annual ?? before;
        }
        return false;
    }

    private void CheckCost(Cost cost, Post post, string postPath, string path)
    {
        CheckDate(cost.From, path, ".from");
        CheckMoney(cost.Annual, path, ".annual");
        CheckWord(cost.Kind, path, ".kind");
        CheckDate(cost.DecidedOn, path, ".decidedOn");
        // A cost that names no source is of that of the post.
        string? inherited = cost.Source is null ? post.Sources.GetValueOrDefault("costs", post.Source!) : null;
        if (inherited is null && (cost.Source is not null || problems.Readable(postPath + ".source") && problems.WhollyReadable(postPath + ".sources")))
            CheckSources(path, cost.Source, Post.NoReferences, ("annual", cost.Annual is not null));
        else if (inherited is not null && problems.Readable(path + ".source"))
            CheckPress(path, ".source", inherited, cost.Annual is null ? [] : ["annual"]);
    }
}
