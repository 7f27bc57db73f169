namespace FundingReports.Mutation;

/// <summary>The survivors that somebody has looked at, and why each survives.</summary>
/// <remarks>A paragraph a reason: "# reason", then the names of the mutants, one a line.</remarks>
internal static class Explained
{
    private const string Backlog = "not examined yet";

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

    /// <summary>Those that were there when the harness was made, and that nobody has looked at: they may only become fewer.</summary>
    internal static bool IsBacklog(string reason) => reason.StartsWith(Backlog, StringComparison.Ordinal);

    /// <summary>Writes the file anew without what is stale, and with the new survivors among those not examined yet.</summary>
    internal static void Take(string path, IReadOnlyCollection<string> stale, IEnumerable<string> survivors)
    {
        List<string> lines = [.. File.ReadLines(path).Where(line => !stale.Contains(line.Trim()))];
        if (!lines.Exists(line => line.StartsWith("# " + Backlog, StringComparison.Ordinal)))
            lines.AddRange(["", "# " + Backlog]);
        File.WriteAllLines(path, lines.Concat(survivors.Order(StringComparer.Ordinal)));
    }
}
