using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Validation;

// The checks of one thing written twice.
internal sealed partial class PortfolioValidator
{
    /// <summary>Those of one funder, with the same posts, days and amount, with which a new one is compared.</summary>
    private const int MostCompared = 32;

    private void CheckDoubles()
    {
        foreach ((int earlier, int later) in LikelyDoubles.OfFunders(facts.Funders))
            if (problems.Readable($"{Property.Funders}[{later}].{Property.Name}")
                && problems.Readable($"{Property.Funders}[{earlier}].{Property.Name}"))
                problems.Add(ProblemCode.LikelyDouble, $"{Property.Funders}[{later}].{Property.Name}", facts.Funders[later].Name, "funder",
                    facts.Funders[earlier].Name, $"{Property.Funders}[{earlier}].{Property.Name}");
        foreach ((int earlier, int later) in LikelyDoubles.OfPosts(facts.Posts))
            if (problems.Readable($"{Property.Posts}[{later}].{Property.Label}")
                && problems.Readable($"{Property.Posts}[{earlier}].{Property.Label}"))
                problems.Add(ProblemCode.LikelyDouble, $"{Property.Posts}[{later}].{Property.Label}", facts.Posts[later].Label, "post",
                    facts.Posts[earlier].Label, $"{Property.Posts}[{earlier}].{Property.Label}");
    }

    /// <summary>The same money entered twice, which no reference tells apart.</summary>
    private void CheckSamePromises(int[] roots, HashSet<(int, int)> reported)
    {
        var groups = new Dictionary<(string Terms, Amount Amount), List<int>>();
        for (int i = 0; i < facts.Commitments.Length; i++)
        {
            problems.Look();
            Commitment commitment = facts.Commitments[i];
            string path = $"{Property.Commitments}[{i}]";
            if (commitment.Status is CommitmentStatus.Refused || commitment.Posts.IsEmpty || TermOf(i) is not { } term
                || !problems.WhollyReadable(path))
                continue;
            string terms = string.Join('\n', [commitment.Funder, commitment.From.First.ToString("uuuu-MM-dd", null),
                term.Until is { } until ? Text(until.Last) : term.ToString() ?? "",
                commitment.Cap?.ToString() ?? "", .. commitment.Posts.Order(StringComparer.Ordinal)]);
            var key = (terms, commitment.Amount);
            if (!groups.TryGetValue(key, out List<int>? same))
                groups[key] = same = [];
            foreach (int earlier in same.Take(MostCompared))
            {
                if (roots[earlier] == roots[i] || AreToldApart(facts.Commitments[earlier], commitment) || !reported.Add((earlier, i)))
                    continue;
                problems.Add(ProblemCode.SamePromise, path, commitment.Id, facts.Commitments[earlier].Id, commitment.Id,
                    $"{Property.Commitments}[{earlier}]");
                break;
            }
            same.Add(i);
        }
    }

    private static bool AreToldApart(Commitment one, Commitment other) =>
        one.Line is not null && other.Line is not null && one.Line != other.Line
        || one.References.Any(reference => !string.IsNullOrWhiteSpace(reference.Value)
            && other.References.TryGetValue(reference.Key, out string? value) && !string.IsNullOrWhiteSpace(value)
                && value.Trim() != reference.Value.Trim());

    /// <summary>Two funders, or two employers, under one SIRET: of employers once a name, however many posts they have.</summary>
    private void CheckSharedSirets()
    {
        var funderOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < facts.Funders.Length; i++)
            if (IsToldBySiret(facts.Funders[i].Siret, $"{Property.Funders}[{i}]") && !funderOf.TryAdd(facts.Funders[i].Siret!, i))
                Say("funder", facts.Funders[i].Siret!, $"{Property.Funders}[{i}].{Property.Siret}",
                    $"{Property.Funders}[{funderOf[facts.Funders[i].Siret!]}].{Property.Siret}",
                    facts.Funders[funderOf[facts.Funders[i].Siret!]].Name, facts.Funders[i].Name);
        var employerOf = new Dictionary<string, (string Name, string Path)>(StringComparer.Ordinal);
        HashSet<(string, string)> seen = [];
        for (int i = 0; i < facts.Posts.Length; i++)
            for (int e = 0; e < facts.Posts[i].Employers.Length; e++)
            {
                Employer employer = facts.Posts[i].Employers[e];
                string path = $"{Property.Posts}[{i}].{Property.Employers}[{e}]";
                if (employer.Siret is not { } siret || string.IsNullOrWhiteSpace(employer.Name) || !IsToldBySiret(siret, path))
                    continue;
                if (seen.Add((siret, FoldedName.Of(employer.Name).Joined)) && !employerOf.TryAdd(siret, (employer.Name, path)))
                    Say("employer", siret, path + $".{Property.Siret}", employerOf[siret].Path + $".{Property.Siret}",
                        employerOf[siret].Name, employer.Name);
            }

        void Say(string what, string siret, string path, string other, string firstName, string name) =>
            problems.Add(ProblemCode.SharedSiret, path, siret, what, other, firstName, name);
    }

    private bool IsToldBySiret(string? siret, string path) =>
        Identifiers.IsSiret(siret) && !IsOfZeros(siret!) && problems.Readable(path + $".{Property.Siret}");

    private static bool IsOfZeros(string siret) => !siret.AsSpan().ContainsAnyExcept('0');
}
