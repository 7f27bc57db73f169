namespace FundingReports.Tests.Texts;

/// <summary>docs/phrases.fr.txt: what is said, room by room. Several test projects hold rooms of it, each its own.</summary>
internal static class PhraseFile
{
    internal const string Update = "FUNDINGREPORTS_APPROVE";

    /// <summary>
    /// The lines that are said and not on the page, and those that are on it and no longer said; where it is asked for, the page is
    /// written anew.
    /// </summary>
    internal static IEnumerable<string> Differences(string path, IReadOnlyDictionary<string, List<string>> said, Func<string, bool> isOurs)
    {
        var page = Rooms(File.ReadAllText(path));
        var now = page.Where(room => !isOurs(room.Key)).Concat(said.Select(room => KeyValuePair.Create(room.Key, room.Value)))
            .ToDictionary();
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(path, Text(now));
            return [];
        }
        string[] read = Lines(page), changed = Lines(now);
        return [.. changed.Except(read).Select(line => "+ " + line), .. read.Except(changed).Select(line => "- " + line)];
    }

    /// <summary>One line of what is said, as the page has it.</summary>
    internal static string Line(string said) =>
        string.Join(' ', said.Split([' ', '\u00a0', '\u202f', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string[] Lines(Dictionary<string, List<string>> rooms) =>
        [.. rooms.SelectMany(room => room.Value.Select(line => $"{room.Key}: {line}"))];

    private static Dictionary<string, List<string>> Rooms(string text) =>
        text.ReplaceLineEndings("\n").Split("## ", StringSplitOptions.RemoveEmptyEntries)
        .Select(room => room.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(room => room[0], room => room[1..].ToList());

    private static string Text(Dictionary<string, List<string>> rooms) =>
        string.Concat(rooms.OrderBy(room => room.Key, StringComparer.Ordinal)
        .Select(room => $"## {room.Key}\n\n{string.Concat(room.Value.Order(StringComparer.Ordinal).Select(line => line + "\n"))}\n"));
}
