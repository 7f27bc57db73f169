namespace FundingReports.Html;

/// <summary>The few words by which one finds one's way, French beside English; all others are the report's.</summary>
internal sealed class PageWords(Language language)
{
    internal string Code => language is Language.French ? "fr" : "en";
    internal string Contents => Phrase.In(language, $"Dans cette page", "On this page");
}
