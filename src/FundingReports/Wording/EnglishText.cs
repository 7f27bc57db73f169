using System.Runtime.CompilerServices;
using System.Text;

namespace FundingReports.Wording;

/// <summary>An English sentence.</summary>
[InterpolatedStringHandler]
internal readonly ref struct EnglishText
{
    private readonly StringBuilder text;

    public EnglishText(int literalLength, int formattedCount) => text = new(literalLength + formattedCount * 16);

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(string? value) => text.Append(value);

    public void AppendFormatted(Said value) => text.Append(value.English);

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
