using System.Runtime.CompilerServices;
using System.Text;

namespace FundingReports.Wording;

/// <summary>A French sentence: written with plain spaces, read with no-break ones before « : ; ? ! % € » and inside « guillemets ».</summary>
/// <remarks>Only what is written here is changed; what people wrote is quoted as it is.</remarks>
[InterpolatedStringHandler]
internal readonly ref struct FrenchText
{
    private readonly StringBuilder text;

    public FrenchText(int literalLength, int formattedCount) => text = new(literalLength + formattedCount * 16);

    public void AppendLiteral(string literal) => text.Append(NoBreak(literal));

    public void AppendFormatted(string? value) => text.Append(value);

    public void AppendFormatted(int value) => text.Append(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void AppendFormatted(Said value) => text.Append(value.French);

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    internal static string NoBreak(string literal)
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
