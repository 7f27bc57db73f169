using System.Runtime.CompilerServices;
using System.Text;

namespace FundingReports.Wording;

/// <summary>
/// A French sentence: written with plain spaces, read with no-break ones before « : ; ? ! % € » and inside « guillemets ».
/// </summary>
/// <remarks>Only what is written here is changed; what people wrote is quoted as it is.</remarks>
[InterpolatedStringHandler]
public readonly ref struct FrenchText
{
    private readonly StringBuilder text;

    /// <summary>Called by the compiler.</summary>
    public FrenchText(int literalLength, int formattedCount) => text = new(literalLength + formattedCount * 16);

    /// <summary>What is written in the source.</summary>
    public void AppendLiteral(string literal) => text.Append(NoBreak(literal));

    /// <summary>A text, as it is.</summary>
    public void AppendFormatted(string? value) => text.Append(value);

    /// <summary>A whole number, without separators.</summary>
    public void AppendFormatted(int value) => text.Append(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What is said in both languages, in this one.</summary>
    public void AppendFormatted(BilingualText value) => text.Append(value.French);

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    /// <summary>A text whose spaces before « : ; ? ! % € » and inside guillemets become no-break ones.</summary>
    public static string NoBreak(string literal)
    {
        var result = new StringBuilder(literal.Length);
        for (int i = 0; i < literal.Length; i++)
        {
            bool before = i + 1 < literal.Length && ":;?!%€»".Contains(literal[i + 1]);
            bool after = i > 0 && literal[i - 1] is '«';
            result.Append(literal[i] is ' ' && (before || after) ? Words.NoBreakSpace : literal[i]);
        }
        return result.ToString();
    }
}
