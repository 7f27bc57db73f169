using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Scdl;

/// <summary>Who gives, over all lines of a file: one line names a funder, another has its SIRET.</summary>
/// <remarks>
/// A SIRET that fails its checksum identifies nobody. One SIRET under two names is two funders, one name under two SIRETs likewise: said,
/// and never made one in silence.
/// </remarks>
internal sealed class ScdlFunders
{
    private readonly int[] of;

    internal ScdlFunders(IReadOnlyList<(ScdlSubsidy Subsidy, string Place)> lines)
    {
        of = new int[lines.Count];
        var namesOf = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var siretsOf = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach ((ScdlSubsidy subsidy, _) in lines)
            if (Siret(subsidy) is { } siret && Name(subsidy) is { } name)
            {
                (namesOf.TryGetValue(siret, out var names) ? names : namesOf[siret] = new(StringComparer.Ordinal)).Add(name);
                (siretsOf.TryGetValue(name, out var sirets) ? sirets : siretsOf[name] = new(StringComparer.Ordinal)).Add(siret);
            }
        var known = new Dictionary<(string?, string?), int>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var funders = ImmutableArray.CreateBuilder<Funder>();
        for (int i = 0; i < lines.Count; i++)
        {
            ScdlSubsidy subsidy = lines[i].Subsidy;
            string? siret = Siret(subsidy), name = Name(subsidy);
            // A name that one SIRET has, and a SIRET that one name has, are the same funder, whichever the line gives.
            if (siret is null && name is not null && siretsOf.TryGetValue(name, out var sirets) && sirets.Count == 1)
                siret = sirets.First();
            if (name is null && siret is not null && namesOf.TryGetValue(siret, out var names) && names.Count == 1)
                name = names.First();
            if (known.TryGetValue((name, siret), out of[i]))
            {
                if (Name(subsidy) is not null && IsUnnamed(funders[of[i]]))
                    funders[of[i]] = funders[of[i]] with { Name = subsidy.FunderName };
                continue;
            }
            known[(name, siret)] = of[i] = funders.Count;
            // What a SIRET that fails its rule says is kept, for whoever corrects it.
            funders.Add(new("", subsidy.FunderName, FunderKind.Other) {
                Siret = siret ?? (subsidy.FunderSiret is { } given && Identifiers.IsSiret(given) ? given : null) });
            Places.Add(lines[i].Place);
        }
        foreach ((string name, HashSet<string> sirets) in siretsOf)
            if (sirets.Count > 1)
            {
                int first = -1;
                for (int i = 0; i < funders.Count; i++)
                    if (Plain.Key(funders[i].Name) == name)
                    {
                        if (first >= 0)
                            Problems.Add(
                                new(ProblemCode.LikelyDouble, Places[i], funders[i].Name, "funder", funders[first].Name, Places[first]));
                        else
                            first = i;
                    }
            }
        All = [.. funders.Select(funder => funder with { Id = Slug.Unique(Slug.Of(funder.Name, "financeur"), ids) })];
    }

    /// <summary>The funders, in the order in which lines first tell of them.</summary>
    internal ImmutableArray<Funder> All { get; }

    /// <summary>The line that first tells of each.</summary>
    internal List<string> Places { get; } = [];

    /// <summary>Names that stand under several SIRETs.</summary>
    internal List<Problem> Problems { get; } = [];

    /// <summary>The id of the funder of a line.</summary>
    internal string IdOf(int line) => All[of[line]].Id;

    private static bool IsUnnamed(Funder funder) => Identifiers.IsSiret(funder.Name);

    private static string? Siret(ScdlSubsidy subsidy) => Identifiers.HasSiretChecksum(subsidy.FunderSiret) ? subsidy.FunderSiret : null;

    private static string? Name(ScdlSubsidy subsidy) =>
        Identifiers.IsSiret(subsidy.FunderName) ? null : Plain.Key(subsidy.FunderName) is { Length: > 0 } key ? key : null;
}
