using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Validation;

// The checks of what a post must hold.
internal sealed partial class PortfolioValidator
{
    private static readonly HashSet<string> postProperties = new(StringComparer.Ordinal)
    {
        Property.Label, Property.Departement, Property.Services, Property.Places, Property.Scheme, Property.References, Property.Fte,
            Property.From, Property.AttestedOn, Property.Until, Property.Employers, Property.Occupancy, Property.Costs,
    };

    private void CheckPost(Post post, string path)
    {
        CheckRequiredText(post.Id, path, $".{Property.Id}");
        CheckRequiredText(post.Label, path, $".{Property.Label}");
        if (post.Departement is { } code && !Identifiers.Departements.ContainsKey(code)
            && problems.Readable(path + $".{Property.Departement}"))
            problems.Add(ProblemCode.UnknownDepartement, path + $".{Property.Departement}", code);
        CheckTexts(post.Services, path, $".{Property.Services}");
        CheckTexts(post.Places, path, $".{Property.Places}");
        CheckText(post.Scheme, path, $".{Property.Scheme}");
        CheckTexts(post.References, path, $".{Property.References}");
        CheckNumber(post.Fte, path, $".{Property.Fte}");
        CheckUnlikely(post, path);
        CheckLife(post, path);
        for (int i = 0; i < post.Employers.Length; i++)
            CheckEmployer(post.Employers[i], $"{path}.{Property.Employers}[{i}]");
        for (int i = 0; i < post.Occupancy.Length; i++)
            CheckOccupancy(post.Occupancy[i], $"{path}.{Property.Occupancy}[{i}]");
        CheckOccupancies(post.Occupancy, path);
        CheckSourceNames(post.Sources, postProperties, path);
        CheckSources(path, post.Source, post.Sources,
            (Property.Fte, post.Fte is not null), (Property.From, post.From is not null),
                (Property.AttestedOn, post.AttestedOn is not null), (Property.Until, post.Until is not null));
        for (int i = 0; i < post.Costs.Length; i++)
            CheckCost(post.Costs[i], post, path, $"{path}.{Property.Costs}[{i}]");
        CheckCosts(post, path);
    }

    private void CheckLife(Post post, string path)
    {
        CheckDate(post.From, path, $".{Property.From}");
        CheckDate(post.AttestedOn, path, $".{Property.AttestedOn}");
        CheckDate(post.Until, path, $".{Property.Until}");
        string beginning = post.From is null ? $".{Property.AttestedOn}" : $".{Property.From}";
        if ((post.From ?? post.AttestedOn) is not { } from)
        {
            if (problems.Readable(path + $".{Property.From}") && problems.Readable(path + $".{Property.AttestedOn}"))
                problems.Add(ProblemCode.NoBeginning, path + $".{Property.From}", null, post.Id);
        }
        else if (post.Until is { } until && problems.Readable(path + $".{Property.From}"))
        {
            CheckOrder(from, beginning, until, $".{Property.Until}", path);
        }
        if (post is { AttestedOn: { } attested, From: { } first } && problems.Readable(path + $".{Property.AttestedOn}")
            && problems.Readable(path + $".{Property.From}")
            && problems.Readable(path + $".{Property.Until}") && (attested.Last < first.First || attested.First > post.Until?.Last))
            problems.Add(ProblemCode.AttestedOutsideLife, path + $".{Property.AttestedOn}", attested.ToString(), attested.ToString(),
                first.ToString(), post.Until?.ToString() ?? "");
    }

    private void CheckEmployer(Employer employer, string path)
    {
        CheckDate(employer.From, path, $".{Property.From}");
        CheckText(employer.Name, path, $".{Property.Name}");
        CheckSiret(employer.Siret, path);
        CheckText(employer.Kind, path, $".{Property.Kind}");
    }

    private void CheckOccupancy(Occupancy occupancy, string path)
    {
        CheckDate(occupancy.From, path, $".{Property.From}");
        CheckDate(occupancy.Until, path, $".{Property.Until}");
        CheckWord(occupancy.State, path, $".{Property.State}");
        if (occupancy is { From: { } from, Until: { } until })
            CheckOrder(from, $".{Property.From}", until, $".{Property.Until}", path);
    }

    // A state without a last day lasts: the next one must not begin before somebody has said when it ended.
    private void CheckOccupancies(ImmutableArray<Occupancy> all, string path)
    {
        var known = Enumerable.Range(0, all.Length)
            .Where(i => problems.WhollyReadable($"{path}.{Property.Occupancy}[{i}]"))
            .Select(i => (Index: i, From: all[i].From?.First ?? LocalDate.MinIsoValue, To: all[i].Until?.Last ?? LocalDate.MaxIsoValue))
            .Where(state => state.From <= state.To).OrderBy(state => state.From).ThenBy(state => state.Index);
        (int Index, LocalDate To)? furthest = null;
        foreach (var state in known)
        {
            if (furthest is var (other, end) && state.From <= end)
                problems.Add(ProblemCode.OccupancyOverlap, $"{path}.{Property.Occupancy}[{state.Index}]", null,
                    $"{path}.{Property.Occupancy}[{other}]",
                    state.From == LocalDate.MinIsoValue ? "" : Text(state.From), LocalDate.Min(end, state.To) is var last
                        && last == LocalDate.MaxIsoValue ? "" : Text(last));
            if (furthest is not { } before || state.To > before.To)
                furthest = (state.Index, state.To);
        }
    }

    /// <summary>
    /// The costs as they take over from one another once all decisions are taken: of two from one day the one decided last, then the last
    /// written.
    /// </summary>
    private List<(int Index, Cost Cost)> CostsInOrder(Post post, string path) =>
    [
        .. Enumerable.Range(0, post.Costs.Length).Where(i => problems.WhollyReadable($"{path}.{Property.Costs}[{i}]"))
            .Select(i => (Index: i, Cost: post.Costs[i]))
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
            string at = $"{path}.{Property.Costs}[{costs[i].Index}]";
            if (before.From.First == cost.From.First)
            {
                if (before.DecidedOn?.Last == cost.DecidedOn?.Last)
                    problems.Add(ProblemCode.CostsFromOneDay, at + $".{Property.From}", cost.From.ToString(), post.Id,
                        cost.From.ToString(), $"{path}.{Property.Costs}[{costs[i - 1].Index}].{Property.From}");
            }
            else if (cost.DecidedOn is { } decided && before.DecidedOn is { } later && decided.Last < later.First)
                problems.Add(ProblemCode.CostDecidedEarlier, at + $".{Property.DecidedOn}", decided.ToString(), post.Id,
                    cost.From.ToString(), decided.ToString(), later.ToString());
        }
    }

    /// <summary>Whether the cost of a post rises on a day after the first of a promise, up to its last.</summary>
    private bool CostRises(int index, LocalDate first, LocalDate? last)
    {
        Euros? before = null;
        var costs = CostsInOrder(facts.Posts[index], $"{Property.Posts}[{index}]");
        for (int i = 0; i < costs.Count; i++)
        {
            Cost cost = costs[i].Cost;
            if (i + 1 < costs.Count && costs[i + 1].Cost.From.First == cost.From.First)
                continue;
            if (cost.Annual is { } now && before is { } then && now.Cents > then.Cents && cost.From.First > first
                && !(cost.From.First > last))
                return true;
            before = cost.Annual ?? before;
        }
        return false;
    }

    private void CheckCost(Cost cost, Post post, string postPath, string path)
    {
        CheckDate(cost.From, path, $".{Property.From}");
        CheckMoney(cost.Annual, path, $".{Property.Annual}");
        CheckUnlikely(cost, path);
        CheckWord(cost.Kind, path, $".{Property.Kind}");
        CheckDate(cost.DecidedOn, path, $".{Property.DecidedOn}");
        // A cost that names no source has the source of the post.
        string? inherited = cost.Source is null ? post.Sources.GetValueOrDefault(Property.Costs, post.Source!) : null;
        if (inherited is null && (cost.Source is not null || problems.Readable(postPath + $".{Property.Source}")
            && problems.WhollyReadable(postPath + $".{Property.Sources}")))
            CheckSources(path, cost.Source, Post.NoReferences, (Property.Annual, cost.Annual is not null));
        else if (inherited is not null && problems.Readable(path + $".{Property.Source}"))
            CheckPress(path, $".{Property.Source}", inherited, cost.Annual is null ? [] : ["annual"]);
    }
}
