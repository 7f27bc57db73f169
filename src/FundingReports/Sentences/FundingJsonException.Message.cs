using System.Globalization;
using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports;

// What is wrong, said.
public sealed partial class FundingJsonException
{
    /// <summary>
    /// The sentence, or every problem, a line each: in French where the culture of the user interface is, else in English.
    /// </summary>
    public override string Message => In(ReaderLanguage.Now);

    /// <summary>The sentence, or every problem, a line each, in a language.</summary>
    /// <param name="language">The language, whatever the culture.</param>
    public string In(Language language) => french is null || english is null
        ? Phrase.In(language, $"Ceci n'est pas un objet « {what} » valable :", $"This is no valid {what}:")
            + string.Concat(Problems.Select(problem => Environment.NewLine + problem.ToLine(language)))
        : Said(language is Language.French ? french : english, language);

    // What people wrote is quoted as it is, on one line.
    private static string Said(FormattableString sentence, Language language) => string.Format(CultureInfo.InvariantCulture,
        language is Language.French ? FrenchText.NoBreak(sentence.Format) : sentence.Format,
        [.. sentence.GetArguments().Select(one => one is FormattableString part
            ? Said(part, language) : Words.OneLine(Convert.ToString(one, CultureInfo.InvariantCulture) ?? ""))]);
}
