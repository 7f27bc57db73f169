using System.Collections;
using System.Collections.Immutable;

namespace FundingReports.Testing;

/// <summary>
/// The cases of a file, in its order, and each by its title: a test framework that is given the titles lists the cases one by one.
/// </summary>
/// <remarks>Titles are texts, which every framework shows before it runs anything; a case is not.</remarks>
public sealed class PolicyCaseSet : IReadOnlyList<PolicyCase>
{
    private readonly ImmutableArray<PolicyCase> cases;

    internal PolicyCaseSet(IEnumerable<PolicyCase> cases)
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        this.cases = [.. cases.Select(example => example.Titled(Unique(example.Title)))];

        // Of two cases of one title, the second is told apart by a number.
        string Unique(string title)
        {
            string unique = title;
            for (int i = 2; !titles.Add(unique); i++)
                unique = $"{title} ({i})";
            return unique;
        }
    }

    /// <summary>The title of each case.</summary>
    public IEnumerable<string> Titles => cases.Select(example => example.Title);

    /// <summary>The number of cases.</summary>
    public int Count => cases.Length;

    /// <summary>A case by its place, from 0 on.</summary>
    public PolicyCase this[int index] => cases[index];

    /// <summary>A case by its title.</summary>
    /// <exception cref="KeyNotFoundException">No case has this title.</exception>
    public PolicyCase this[string title] => cases.FirstOrDefault(example => example.Title == title)
        ?? throw new KeyNotFoundException(
            $"No case has the title \"{title}\"; there are {string.Join(", ", Titles.Select(one => $"\"{one}\""))}.");

    /// <inheritdoc/>
    public IEnumerator<PolicyCase> GetEnumerator() => ((IEnumerable<PolicyCase>)cases).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Count} cases";
}
