namespace FundingReports.Mutation;

/// <summary>The survivors that somebody has looked at, and why each survives.</summary>
/// <remarks>A paragraph a reason: "# reason", then the names of the mutants, one a line.</remarks>
internal static class Explained
{
    internal static Dictionary<string, string> Read(string path)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        string reason = "";
        foreach (string line in File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0))
            if (line.StartsWith("# ", StringComparison.Ordinal))
                reason = line[2..];
            else if (!reasons.TryAdd(line, reason))
                throw new InvalidDataException($"Explained twice: {line}");
        return reasons;
    }
}
