using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;

namespace FundingReports.Wording;

/// <summary>A French sentence: written as it is typed, read as it is printed: no-break spaces, and the curved apostrophe.</summary>
/// <remarks>Only what is written here is changed; what people wrote is quoted as it is, on one line.</remarks>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct FrenchText
{
    private readonly StringBuilder text;

    /// <summary>Called by the compiler.</summary>
    public FrenchText(int literalLength, int formattedCount) => text = new(literalLength + formattedCount * 16);

    /// <summary>What is written in the source.</summary>
    public void AppendLiteral(string literal) => text.Append(NoBreak(literal));

    /// <summary>A text, as it is, on one line (<see cref="Words.OneLine"/>): a name can forge no line of its own.</summary>
    public void AppendFormatted(string? value) => text.Append(value is null ? null : Words.OneLine(value));

    /// <summary>A whole number, without separators.</summary>
    public void AppendFormatted(int value) => text.Append(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What is said in both languages, in this one.</summary>
    public void AppendFormatted(BilingualText value) => text.Append(value.French);

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    /// <summary>
    /// A text as it is printed: a narrow no-break space before « ; ? ! % € », a no-break one before « : » and inside guillemets,
    /// and the curved apostrophe after a letter.
    /// </summary>
    public static string NoBreak(string literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        var result = new StringBuilder(literal.Length);
        for (int i = 0; i < literal.Length; i++)
        {
            char next = i + 1 < literal.Length ? literal[i + 1] : '\0', last = i > 0 ? literal[i - 1] : '\0';
            result.Append(literal[i] switch
            {
                ' ' when ";?!%€".Contains(next) => Words.ThinNoBreakSpace,
                ' ' when next is ':' or '»' || last is '«' => Words.NoBreakSpace,
                '\'' when char.IsLetter(last) => '’',
                var other => other,
            });
        }
        return result.ToString();
    }
}
