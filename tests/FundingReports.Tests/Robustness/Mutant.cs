using System.Text;
using System.Text.RegularExpressions;

namespace FundingReports.Tests.Robustness;

/// <summary>A document damaged as files are: cut, flipped, spliced with another, its values swapped for hostile ones.</summary>
internal static partial class Mutant
{
    private static readonly string[] hostile =
    [
        "null", "true", "-1", "0", "1e400", "1e-400", "99999999999999999999999999", "0.1", "\"\"", "\" \"", "\"1/0\"", "\"1/3\"",
        "\"-1/3\"", "\"120 %\"", "\"NaN\"", "\"open\"",
        "[]", "{}", "[null]", "[[[[]]]]", "{\"\":{}}", "\"2022-02-30\"", "\"0000-00-00\"", "\"4999-12-31\"", "\"9999-12-31\"",
        "\"1600-01-01\"", "\"2022\"", "\"2022-13\"",
        "\"\\u0000\"", "\"\\ud800\"", "\"=cmd|' /C calc'!A0\"", "\"\u202e\u0660\"", "\"jean.dupont@exemple.fr\"", "\"P1\"", "\"a\"",
        "999999999.99", "1000000000", "1.005",
    ];

    internal static byte[] Of(IReadOnlyList<byte[]> corpus, Random random)
    {
        byte[] seed = corpus[random.Next(corpus.Count)];
        switch (random.Next(6))
        {
            case 0:
                byte[] noise = new byte[random.Next(400)];
                random.NextBytes(noise);
                return noise;
            case 1:
                return seed[..random.Next(seed.Length)];
            case 2:
                byte[] flipped = [.. seed];
                for (int k = random.Next(1, 9); k > 0; k--)
                    flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
                return flipped;
            case 3:
                byte[] other = corpus[random.Next(corpus.Count)];
                return [.. seed[..random.Next(seed.Length)], .. other[random.Next(other.Length)..]];
            default:
                return Swapped(seed, random);
        }
    }

    // The text stays JSON: the damage reaches what is behind the parser.
    private static byte[] Swapped(byte[] seed, Random random)
    {
        string text = Encoding.UTF8.GetString(seed);
        var values = Value().Matches(text);
        for (int k = random.Next(1, 6); k > 0 && values.Count > 0; k--)
        {
            Match value = values[random.Next(values.Count)];
            string with = random.Next(4) == 0 ? values[random.Next(values.Count)].Value : hostile[random.Next(hostile.Length)];
            text = text[..value.Index] + with + text[(value.Index + value.Length)..];
            values = Value().Matches(text);
        }
        return Encoding.UTF8.GetBytes(text);
    }

    // A string or a number that is a value, or the name of a property now and then.
    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+(?:\\.\\d+)?")]
    private static partial Regex Value();
}
