using FundingReports.Validation;

namespace FundingReports.Web;

/// <summary>What a person has answered: which two things are one, and which are two.</summary>
internal sealed class Decisions
{
    private readonly Dictionary<string, (bool IsSame, Problem Question)> said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Problem> asked = new(StringComparer.Ordinal);

    /// <summary>The answers, each with its question.</summary>
    internal IEnumerable<(string Key, bool IsSame, Problem Question)> All =>
        said.Select(entry => (entry.Key, entry.Value.IsSame, entry.Value.Question));

    /// <summary>Whether two things are one; null where nobody has said it.</summary>
    internal bool? Of(Problem question) => said.TryGetValue(KeyOf(question), out var answer) ? answer.IsSame : null;

    /// <summary>Keeps a question, so that it can be answered by its name.</summary>
    internal string Ask(Problem question)
    {
        string key = KeyOf(question);
        asked[key] = question;
        return key;
    }

    internal void Say(string key, bool isSame)
    {
        if (asked.TryGetValue(key, out Problem? question))
            said[key] = (isSame, question);
    }

    internal void Forget(string key) => said.Remove(key);

    internal void Clear()
    {
        said.Clear();
        asked.Clear();
    }

    // A question is known by the names in it, and not by places, which another file or another answer moves.
    private static string KeyOf(Problem question) => string.Join('\n', [question.CodeName, question.Found ?? "",
        .. question.Arguments.Where(argument => !argument.Contains('[', StringComparison.Ordinal) && !argument.Contains('!'))]);
}
