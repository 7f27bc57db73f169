using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;

namespace FundingReports.Wording;

/// <summary>An English sentence.</summary>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct EnglishText
{
    private readonly StringBuilder text;

    /// <summary>Called by the compiler.</summary>
    public EnglishText(int literalLength, int formattedCount) => text = new(literalLength + formattedCount * 16);

    /// <summary>What is written in the source.</summary>
    public void AppendLiteral(string literal) => text.Append(literal);

    /// <summary>A text, as it is, on one line (<see cref="Words.OneLine"/>): a name can forge no line of its own.</summary>
    public void AppendFormatted(string? value) => text.Append(value is null ? null : Words.OneLine(value));

    /// <summary>A whole number, without separators.</summary>
    public void AppendFormatted(int value) => text.Append(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What is said in both languages, in this one.</summary>
    public void AppendFormatted(BilingualText value) => text.Append(value.English);

    /// <summary>A text that is written in the source as a whole.</summary>
    public static implicit operator EnglishText(string text)
    {
        var all = new EnglishText(text.Length, 0);
        all.AppendLiteral(text);
        return all;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
