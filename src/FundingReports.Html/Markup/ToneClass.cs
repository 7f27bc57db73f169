using FundingReports.Reports;

namespace FundingReports.Html.Markup;

/// <summary>The class by which the style sheet colours a tone; words say it too.</summary>
internal static class ToneClass
{
    internal static string? Of(Tone tone) => tone switch
    {
        Tone.Plain => null,
        Tone.Good => "good",
        Tone.Middling => "middling",
        Tone.Bad => "bad",
        Tone.Open => "open",
        Tone.Announced => "announced",
        Tone.Nothing => "nothing",
        Tone.Decided => "decided",
    };
}
