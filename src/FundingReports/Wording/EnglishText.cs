using System.Runtime.CompilerServices;
using System.Text;

namespace FundingReports.Wording;

/// <summary>An English sentence.</summary>
[InterpolatedStringHandler]
public readonly ref struct EnglishText
{
    private readonly StringBuilder text;

    /// <summary>Called by the compiler.</summary>
    public EnglishText(int literalLength, int formattedCount) => text = new(literalLength + formattedCount * 16);

    /// <summary>What is written in the source.</summary>
    public void AppendLiteral(string literal) => text.Append(literal);

    /// <summary>A text, as it is.</summary>
    public void AppendFormatted(string? value) => text.Append(value);

    /// <summary>What is said in both languages, in this one.</summary>
    public void AppendFormatted(BilingualText value) => text.Append(value.English);

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
