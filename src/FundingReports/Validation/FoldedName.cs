using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FundingReports.Portfolios;

namespace FundingReports.Validation;

/// <summary>
/// A name as a reader hears it: words without case, accents and small words, apart from the marks that tell two things apart.
/// </summary>
/// <remarks>
/// A mark is a number, an ordinal or a single letter: « Poste 1 » and « Poste 2 » are two posts, however alike their names.
/// </remarks>
internal sealed class FoldedName
{
    private static readonly HashSet<string> small = new(StringComparer.Ordinal)
    {
        "de", "du", "des", "la", "le", "les", "et", "au", "aux", "en", "sur", "pour", "dans", "par", "un", "une",
    };

    private static readonly Dictionary<string, string> numbers = new(StringComparer.Ordinal)
    {
        ["premier"] = "1", ["premiere"] = "1", ["i"] = "1",
        ["deux"] = "2", ["deuxieme"] = "2", ["second"] = "2", ["seconde"] = "2", ["ii"] = "2", ["bis"] = "bis",
        ["trois"] = "3", ["troisieme"] = "3", ["iii"] = "3", ["ter"] = "ter", ["quater"] = "quater",
        ["quatre"] = "4", ["quatrieme"] = "4", ["iv"] = "4", ["cinq"] = "5", ["cinquieme"] = "5", ["v"] = "5",
        ["six"] = "6", ["sixieme"] = "6", ["vi"] = "6", ["sept"] = "7", ["septieme"] = "7", ["vii"] = "7",
        ["huit"] = "8", ["huitieme"] = "8", ["viii"] = "8", ["neuf"] = "9", ["neuvieme"] = "9", ["ix"] = "9",
        ["dix"] = "10", ["dixieme"] = "10", ["x"] = "10",
    };

    private FoldedName(ImmutableArray<string> tokens)
    {
        Tokens = tokens;
        Words = [.. tokens.Where(token => !IsMark(token)).Order(StringComparer.Ordinal)];
        // Numbers are compared in their order: « poste 1, secteur 2 » is not « poste 2, secteur 1 ».
        Marks = string.Join(' ', tokens.Where(IsMark));
    }

    /// <summary>The words and the marks, in the order of the name.</summary>
    internal ImmutableArray<string> Tokens { get; }

    /// <summary>The words, sorted: their order in the name says nothing.</summary>
    internal ImmutableArray<string> Words { get; }

    /// <summary>The marks, in the order of the name.</summary>
    internal string Marks { get; }

    /// <summary>
    /// All letters, small words too, with each number apart: names that differ by spaces and dashes alone have the same.
    /// </summary>
    internal required string Joined { get; init; }

    /// <summary>Whether nothing is left of it.</summary>
    internal bool IsEmpty => Tokens.IsEmpty;

    /// <summary>The words sorted, then the marks: the same for names that differ by case, accents, order and small words.</summary>
    internal string Key => $"{string.Join(' ', Words)}|{Marks}";

    internal static FoldedName Of(string? name)
    {
        List<string> all = Split(name ?? "");
        var joined = new StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<string>(all.Count);
        for (int i = 0; i < all.Count; i++)
        {
            string token = all[i], next = i + 1 < all.Count ? all[i + 1] : "";
            bool digits = char.IsAsciiDigit(token[0]);
            joined.Append(digits ? $"#{token}#" : token);
            // « n° 1 », « 1er », « 2e ».
            if (token is "n" or "no" or "num" or "numero" && next.Length > 0 && char.IsAsciiDigit(next[0]))
                continue;
            if (token is "er" or "ere" or "e" or "eme" or "nd" or "nde" && i > 0 && char.IsAsciiDigit(all[i - 1][0]))
                continue;
            // « d'Albi » is « Albi », but « secteur D » is not « secteur A ».
            if (token is "d" or "l" && next.Length > 1 && "aeiouyh".Contains(next[0], StringComparison.Ordinal))
                continue;
            if (token is "a" && next.Length > 1 && !char.IsAsciiDigit(next[0]) || small.Contains(token))
                continue;
            tokens.Add(numbers.GetValueOrDefault(token, token switch { "st" => "saint", "ste" => "sainte", _ => token }));
        }
        return new(tokens.ToImmutable()) { Joined = joined.ToString() };
    }

    private static bool IsMark(string token) => token.Length == 1 || char.IsAsciiDigit(token[0]) || token is "bis" or "ter" or "quater";

    /// <summary>Runs of letters and runs of digits, without case, accents and leading zeros.</summary>
    private static List<string> Split(string name)
    {
        var tokens = new List<string>();
        var token = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            // Some systems write a letter and its accent apart; spaces of no width come from web pages.
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            char plain = PlainLetter.Of(c);
            if (c is '.' && IsInitial(i - 1) && IsInitial(i + 1))
                continue;
            if (!char.IsLetterOrDigit(plain))
            {
                End();
                continue;
            }
            if (token.Length > 0 && char.IsDigit(token[^1]) != char.IsDigit(plain))
                End();
            _ = plain switch
            {
                'œ' => token.Append("oe"),
                'æ' => token.Append("ae"),
                _ => token.Append(plain),
            };
        }
        End();
        return tokens;

        // « C.C.A.S. » is one word: single letters between points are joined.
        bool IsInitial(int at) => at >= 0 && at < name.Length && char.IsLetter(name[at])
            && (at == 0 || !char.IsLetter(name[at - 1])) && (at + 1 == name.Length || !char.IsLetter(name[at + 1]));

        void End()
        {
            if (token.Length == 0)
                return;
            string text = token.ToString();
            tokens.Add(char.IsDigit(text[0]) && text.TrimStart('0') is { Length: > 0 } number ? number : text);
            token.Clear();
        }
    }
}
