using static FundingReports.Texts.ProblemTexts;

namespace FundingReports.Texts;

/// <summary>What is said of official files.</summary>
internal static class ImportTexts
{
    internal static Said Repaired(ProblemWords a) => Say(
        $"{a.Found}{How(a[2]).French} est lu {a[1]}. Vérifiez-le.",
        $"{a.Found}{How(a[2]).English} is read as {a[1]}. Check it.");

    private static Said How(string how) => how switch
    {
        "spaces" => new(", qui contient des espaces,", ", which holds spaces,"),
        "decimals" => new(", dont un tableur a fait un nombre à virgule,", ", which a spreadsheet has made a number with decimals,"),
        "zeros" => new(", dont un tableur a ôté les zéros de tête,", ", whose leading zeros a spreadsheet has dropped,"),
        "serial" => new(", date qu'un tableur a réduite à un nombre,", ", a date that a spreadsheet has reduced to a number,"),
        "quotes" => new(", que des guillemets protègent d'un tableur,", ", which quotes protect from a spreadsheet,"),
        _ => new("", ""),
    };
}
