using System.Globalization;

namespace FundingReports.Wording;

/// <summary>The language of whoever runs the program: what an exception says in <see cref="Exception.Message"/>.</summary>
internal static class ReaderLanguage
{
    /// <summary>French where <see cref="CultureInfo.CurrentUICulture"/> is French, else English. Looked at each time.</summary>
    internal static Language Now => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "fr" ? Language.French : Language.English;
}
