using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Validation;

// The checks of commitments together: amendments, and the same promise entered twice.
internal sealed partial class PortfolioValidator
{
    private void CheckLines()
    {
        int[] roots = Roots();
        HashSet<(int, int)> reported = [];
        CheckSameReferences(roots, reported);
        CheckSamePromises(roots, reported);
        CheckOrderOfAmendments();
    }

    /// <summary>For each commitment the one at the head of its line of amendments; circles are reported once each.</summary>
    private int[] Roots()
    {
        int count = facts.Commitments.Length;
        int[] roots = new int[count], visits = new int[count];
        Array.Fill(roots, -1);
        List<int> way = [];
        for (int start = 0; start < count; start++)
        {
            way.Clear();
            int at = start;
            while (roots[at] < 0 && visits[at] != start + 1)
            {
                visits[at] = start + 1;
                way.Add(at);
                if (Amended(at) is not { } next)
                    break;
                at = next;
            }
            if (roots[at] < 0 && Amended(at) is not null)
            {
                int first = way.IndexOf(at);
                ReportCircle(way[first..]);
            }
            int root = roots[at] < 0 ? at : roots[at];
            foreach (int i in way)
                roots[i] = root;
        }
        return roots;
    }

    private int? Amended(int i) =>
        facts.Commitments[i].Amends is { } id && commitments.TryGetValue(id, out int amended)
            && problems.Readable($"{Property.Commitments}[{i}].{Property.Amends}") ? amended : null;

    private void ReportCircle(List<int> circle)
    {
        int first = circle.IndexOf(circle.Min());
        List<int> turned = [.. circle[first..], .. circle[..first]];
        problems.Add(ProblemCode.AmendmentCircle, $"{Property.Commitments}[{turned[0]}].{Property.Amends}",
            facts.Commitments[turned[0]].Amends, [.. turned.Select(i => facts.Commitments[i].Id)]);
    }

    private void CheckSameReferences(int[] roots, HashSet<(int, int)> reported)
    {
        var groups = new Dictionary<(string Name, string Value, string Post, string Funder), List<int>>();
        for (int i = 0; i < facts.Commitments.Length; i++)
        {
            problems.Look();
            Commitment commitment = facts.Commitments[i];
            if (commitment.Status is CommitmentStatus.Refused)
                continue;
            foreach ((string name, string value) in commitment.References)
                if (!string.IsNullOrWhiteSpace(value))
                    foreach (string post in commitment.Posts.Distinct())
                        Group(groups, (name, value.Trim(), post, commitment.Funder)).Add(i);
        }
        // Conventions are made for several funders: these are no doubles.
        foreach (var (key, members) in groups)
            if (members.Count > 1)
                ReportOverlaps(key.Name, key.Post, members, roots, reported);
    }

    private static List<int> Group(Dictionary<(string, string, string, string), List<int>> groups, (string, string, string, string) key) =>
        groups.TryGetValue(key, out List<int>? members) ? members : groups[key] = [];

    private void ReportOverlaps(string name, string post, List<int> members, int[] roots, HashSet<(int, int)> reported)
    {
        for (int j = 1; j < members.Count; j++)
        {
            int later = members[j];
            if (PayingDays(later) is not var (first, last))
                continue;
            for (int i = 0; i < j; i++)
            {
                int earlier = members[i];
                if (earlier == later || roots[earlier] == roots[later] || PayingDays(earlier) is not var (otherFirst, otherLast)
                    || last < otherFirst || otherLast < first)
                    continue;
                LocalDate? end = last is null || otherLast < last ? otherLast : last;
                if (reported.Add((earlier, later)))
                    problems.Add(ProblemCode.SameReference, JsonPath.Property(
                        $"{Property.Commitments}[{later}].{Property.References}", name), facts.Commitments[later].References[name],
                        facts.Commitments[earlier].Id, facts.Commitments[later].Id, name, post, Text(LocalDate.Max(first, otherFirst)),
                            end is { } day ? Text(day) : "");
                // One pair is enough to have the reference looked at: thousands of commitments are not reported in pairs.
                break;
            }
        }
    }
}
