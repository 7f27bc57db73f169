using System.Collections.Immutable;
using System.Text.Json;
using FundingReports.Json;
using FundingReports.Validation;

namespace FundingReports.Policies;

internal sealed partial class PolicyReader
{
    /// <summary>More years than any scheme has.</summary>
    private const int MostYears = 100;

    /// <summary>A scheme; null where anything in it is wrong.</summary>
    private Scheme? Scheme(JsonElement element, string path, Dictionary<string, string> seen)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return null;
        string id = RequiredText(item, "id"), name = RequiredText(item, "name"), idPath = item.PathOf("id");
        if (problems.Readable(idPath) && !seen.TryAdd(id, idPath))
            problems.Fail(ProblemCode.DuplicateId, idPath, id, seen[id]);
        string? line = Text(item.Text("line"), item.PathOf("line"));
        ImmutableArray<SchemeRule?> rules = item.List("rules", Rule);
        SchemeProposal? proposal = item.Take("proposal") is { } proposed ? Proposal(proposed, item.PathOf("proposal")) : null;
        item.Close();
        // A parameter that was itself refused is missing from the set: its own problem is reported where it stands.
        bool usable = problems.WhollyReadable(path) && rules.All(rule => rule is not null);
        var scheme = usable
            ? new Scheme(id, name, rules!) { Line = string.IsNullOrWhiteSpace(line) ? null : line, Proposal = proposal } : null;
        return scheme?.Uses.All(use => set.Parameters.ContainsKey(use.Parameter)) is true ? scheme : null;
    }

    private SchemeRule? Rule(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return null;
        var kind = item.RequiredWord<RuleKind>("rule");
        if (!problems.Readable(item.PathOf("rule")))
            return null;
        ParameterRule? rule = kind is RuleKind.HighestShareByYear ? SharesByYear(item) : RuleOfOne(kind, item);
        item.Close();
        return rule;
    }

    private HighestShareByYear? SharesByYear(JsonObject item)
    {
        ImmutableArray<string> shares = Names(item, "parameters", ShareUnits);
        return !shares.IsEmpty && problems.WhollyReadable(item.PathOf("parameters")) ? new([.. shares]) : null;
    }

    private ParameterRule? RuleOfOne(RuleKind kind, JsonObject item)
    {
        string parameter = RequiredText(item, "parameter"), path = item.PathOf("parameter");
        if (!problems.Readable(path))
            return null;
        ParameterRule rule = RuleOf(kind, parameter, item);
        CheckParameter(parameter, path, rule.Units);
        return rule;
    }

    private ParameterRule RuleOf(RuleKind kind, string parameter, JsonObject item) => kind switch
    {
        RuleKind.FlatAmount =>
            new FlatAmount(parameter, item.Take("halfUnits") is { } half && (values.Boolean(half, item.PathOf("halfUnits")) ?? false)),
        RuleKind.LongestDuration => new LongestDuration(parameter),
        RuleKind.MostRenewals => new MostRenewals(parameter),
        RuleKind.OtherStateAids => new OtherStateAids(parameter),
        RuleKind.LeastCofunding => new LeastCofunding(parameter),
        RuleKind.ConventionAbove => new ConventionAbove(parameter),
        RuleKind.HighestTotal => new HighestTotal(parameter),
        RuleKind.HighestShareByYear => new HighestShareByYear(parameter),
    };

    private static ImmutableArray<PolicyUnit> ShareUnits { get; } = [PolicyUnit.Share];

    private static ImmutableArray<PolicyUnit> MoneyUnits { get; } = [PolicyUnit.Money];

    private SchemeProposal? Proposal(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return null;
        var kind = item.RequiredWord<ProposalKind>("amount");
        ImmutableArray<PolicyUnit> units = kind is ProposalKind.Annual or ProposalKind.YearlyAmounts ? MoneyUnits : ShareUnits;
        ImmutableArray<string> parameters = Names(item, "parameters", problems.Readable(item.PathOf("amount")) ? units : []);
        bool one = kind is ProposalKind.Annual or ProposalKind.Share;
        if (one && parameters.Length > 1 && problems.WhollyReadable(item.PathOf("parameters")))
            problems.Fail(ProblemCode.TooManyYears, item.PathOf("parameters"), Invariant(parameters.Length), "1");
        string duration = RequiredText(item, "duration");
        if (problems.Readable(item.PathOf("duration")))
            CheckParameter(duration, item.PathOf("duration"), LongestDuration.Lengths);
        item.Close();
        return problems.WhollyReadable(path) ? new(kind, parameters, duration) : null;
    }

    /// <summary>The names of a list, each checked; empty where there is no list.</summary>
    private ImmutableArray<string> Names(JsonObject item, string property, ImmutableArray<PolicyUnit> allowed)
    {
        if (item.Require(property) is not { } list)
            return [];
        string path = item.PathOf(property);
        ImmutableArray<string> names = values.List(list, path, (element, at) =>
        {
            string name = Text(values.Text(element, at), at) ?? "";
            // The check also runs where the parameters themselves were refused, and no name can be checked.
            if (problems.Readable(at) && string.IsNullOrWhiteSpace(name))
                problems.Fail(ProblemCode.Empty, at, name);
            if (problems.Readable(at))
                CheckParameter(name, at, allowed);
            return name;
        });
        if (names.IsEmpty && problems.Readable(path))
            problems.Fail(ProblemCode.NoValues, path, null, property);
        if (names.Length > MostYears)
            problems.Fail(ProblemCode.TooManyYears, path, Invariant(names.Length), Invariant(MostYears));
        return names;
    }

    private void CheckParameter(string name, string path, ImmutableArray<PolicyUnit> allowed)
    {
        if (!problems.Readable(path))
            return;
        PolicyUnit? unit = units.TryGetValue(name, out PolicyUnit? named)
            ? named : set.Parameters.TryGetValue(name, out PolicyParameter? known) ? known.Unit : null;
        if (unit is { } found && !allowed.IsEmpty && !allowed.Contains(found))
            problems.Fail(ProblemCode.WrongUnit, path, name, name, EnumWords<PolicyUnit>.Of(found),
                string.Join(", ", allowed.Select(EnumWords<PolicyUnit>.Of)));
        else if (unit is null && !units.ContainsKey(name) && !unreadableParameters)
            problems.Fail(ProblemCode.UnknownId, path, name, "parameter");
    }
}
