using FundingReports.Portfolios;

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
        CheckSourceNames(post.Sources, postProperties, path);
        CheckSources(path, post.Source, post.Sources,
            ("fte", post.Fte is not null), ("from", post.From is not null), ("attestedOn", post.AttestedOn is not null), ("until", post.Until is not null));
        for (int i = 0; i < post.Costs.Length; i++)
            CheckCost(post.Costs[i], post, path, $"{path}.costs[{i}]");
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
