using System.Collections.Immutable;
using System.Text;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;

namespace FundingReports.Exchange.Forms;

/// <summary>Headers that are known, and which of them a misspelt one may be: one place for every form and every export.</summary>
/// <remarks>
/// One slip a word, in two words at most. What the header says in words that are well spelt, and not those of the known one, makes it
/// another: « Montant minimum » is no « Montant maximum ».
/// </remarks>
internal sealed class NearHeaders<T> where T : notnull
{
    private const int LongestHeader = 80, MostSlips = 2, ShortestJoined = 5;

    private readonly ImmutableArray<(string Key, string[] Words, T Meaning)> known;
    private readonly HashSet<string> vocabulary;

    internal NearHeaders(IEnumerable<(string Header, T Meaning)> headers)
    {
        known = [.. headers.Select(entry => (FormSheet.KeyOf(entry.Header), WordsOf(entry.Header), entry.Meaning))
            .Where(entry => entry.Item1.Length > 1)];
        vocabulary = [.. known.SelectMany(entry => entry.Words)];
    }

    /// <summary>What the header may mean: nothing, one thing, or several, and nobody can tell which.</summary>
    internal ImmutableArray<T> Of(string header)
    {
        if (header.Length is 0 or > LongestHeader)
            return [];
        string key = Misspelling.WithoutZeros(FormSheet.KeyOf(header));
        if (key.Length < 2)
            return [];
        string[]? words = null;
        int fewest = MostSlips + 1;
        var meanings = ImmutableArray.CreateBuilder<T>();
        foreach ((string name, string[] spelt, T meaning) in known)
        {
            // Each cell of the first rows is held against all that is known: most differ by their length.
            if (Math.Abs(name.Length - key.Length) > MostSlips)
                continue;
            words ??= [.. WordsOf(header).Select(Misspelling.WithoutZeros)];
            int slips = Slips(name, spelt, key, words);
            if (slips > Math.Min(fewest, MostSlips) || SaysMore(spelt, words))
                continue;
            if (slips < fewest)
                meanings.Clear();
            fewest = slips;
            if (!meanings.Contains(meaning))
                meanings.Add(meaning);
        }
        return meanings.ToImmutable();
    }

    /// <summary>What a header resembles from afar: too little to be read so, and too much to be passed over.</summary>
    internal IEnumerable<T> Resembling(string header)
    {
        string key = Misspelling.WithoutZeros(FormSheet.KeyOf(header));
        return header.Length is 0 or > LongestHeader || key.Length == 0
            ? [] : known.Where(entry => Misspelling.IsLikely(entry.Key, key)).Select(entry => entry.Meaning).Distinct();
    }

    /// <summary>Whether each word of a header is spelt as it is in some header, or as in those of other tables.</summary>
    internal bool IsWellSpelt(string header) =>
        WordsOf(header).All(word => word.Length < 3 || word.All(char.IsAsciiDigit) || WellSpelt.Is(word) || IsKnown(word));

    /// <summary>The words of a header, in lower case and without accents; what stands in brackets is none.</summary>
    internal static string[] WordsOf(string header)
    {
        int open = header.IndexOf('(', StringComparison.Ordinal);
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (char c in open > 0 ? header[..open] : header)
        {
            char plain = PlainLetter.Of(c);
            if (plain is 'œ')
                word.Append("oe");
            else if (char.IsLetterOrDigit(plain) || plain is '%' or '€' or '°')
                word.Append(plain);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return word.Length > 0 ? [.. words, word.ToString()] : [.. words];
    }

    private static int Slips(string name, string[] spelt, string key, string[] words)
    {
        if (key == name)
            return 0;
        if (words.Length == spelt.Length)
        {
            int slips = 0;
            for (int i = 0; i < words.Length; i++)
                if (words[i] != spelt[i])
                    slips += Misspelling.IsOf(spelt[i], words[i]) ? 1 : MostSlips + 1;
            if (slips <= MostSlips)
                return slips;
        }
        // Spaces that are lost or too many.
        return name.Length >= ShortestJoined && (words.Length > 1 || spelt.Length > 1) && Misspelling.IsOf(name, key) ? 1 : MostSlips + 1;
    }

    private bool SaysMore(string[] spelt, string[] words)
    {
        foreach (string word in words)
            if (word.Length > 2 && !spelt.Contains(word) && (WellSpelt.Is(word) || vocabulary.Contains(word))
                && !spelt.Any(one => one + "s" == word || word + "s" == one))
                return true;
        return false;
    }

    private bool IsKnown(string word) => vocabulary.Contains(word) || WorthWords.AreIn(word);
}
