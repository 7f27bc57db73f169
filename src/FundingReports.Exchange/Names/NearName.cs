namespace FundingReports.Exchange.Names;

/// <summary>Whether the name of a post is that of another with a slip of the hand in one word: « Médiateur, Dx ».</summary>
/// <remarks>What a number or a single letter tells apart is two; so is what another letter makes of a short word (Lens, Lans).</remarks>
internal static class NearName
{
    private const int ShortWord = 4;

    internal static bool Is(string known, string name)
    {
        string[] mine = WordsOf(known), theirs = WordsOf(name);
        return mine.Length == theirs.Length && mine.Zip(theirs).Where(pair => pair.First != pair.Second).ToArray() is [var (one, other)]
            && one[0] == other[0] && !IsMark(one) && !IsMark(other) && Misspelling.IsOneSlip(one, other)
            && (one.Length != other.Length || one.Length > ShortWord || one.Order().SequenceEqual(other.Order()));
    }

    private static string[] WordsOf(string name) => Plain.Words(string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : ' ')))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // « B », « 2 », « II ».
    private static bool IsMark(string word) => word.Length == 1 || word.Any(char.IsDigit) || word.All(c => c is 'i' or 'v' or 'x');
}
