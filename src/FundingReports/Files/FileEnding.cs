namespace FundingReports.Files;

/// <summary>The ending of the name of a file: what opens it looks at nothing else.</summary>
internal static class FileEnding
{
    // With its dot; « rapport 2026.provisoire » ends in a word.
    private const int Longest = 5;

    /// <summary>Whether it is the ending of another format. One that is no format's is let be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="own">The endings of the format that is written, each with its dot.</param>
    private static bool IsOfAnother(string path, params ReadOnlySpan<string> own)
    {
        string ending = Path.GetExtension(path);
        if (ending.Length is <= 1 or > Longest || !ending.Skip(1).All(char.IsAsciiLetterOrDigit) || ending.Skip(1).All(char.IsAsciiDigit)
            || ending.Equals(".tmp", StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (string one in own)
            if (ending.Equals(one, StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    /// <summary>Refuses such a name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What is written, with its article.</param>
    /// <param name="own">The endings of its format, the usual one first.</param>
    /// <exception cref="ArgumentException">It ends in letters that are another format's.</exception>
    internal static void Check(string path, string what, params ReadOnlySpan<string> own)
    {
        if (IsOfAnother(path, own))
            throw new ArgumentException($"What is written to \"{path}\" is {what}. End the name in {own[0]}.", nameof(path));
    }
}
