using FundingReports.Sentences;
using FundingReports.Validation;
using FundingReports.Wording;

namespace FundingReports;

// The errors, said.
public sealed partial class PortfolioException
{
    /// <summary>
    /// The file, then the first errors, a line each: in French where the culture of the user interface is French, else in English.
    /// </summary>
    public override string Message => In(ReaderLanguage.Now);

    /// <summary>The file, then the first twenty errors, a line each, in a language.</summary>
    /// <param name="language">The language, whatever the culture.</param>
    public string In(Language language) => ErrorLines.Of(Problems, FilePath, language);
}
