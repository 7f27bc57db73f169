using System.Text.RegularExpressions;
using FundingReports.Exchange.Names;
using FundingReports.Json;

namespace FundingReports.Exchange.Cells;

/// <summary>A working time, 1 for a full-time post: 0,8 · 0,8 ETP · 80 % · mi-temps · temps plein · 1/2 · 17,5/35 · 35h.</summary>
internal static partial class WorkingTimeText
{
    private const decimal LegalWeek = 35;

    /// <summary>Reads a cell.</summary>
    internal static FileTrouble? Read(GridCell cell, out decimal time)
    {
        time = 0;
        if (cell.Kind is CellKind.Number)
            return Bare(ExactNumber.Of(cell.Number), cell.IsPercent, out time);
        if (cell.Kind is not CellKind.Text)
            return FileTrouble.Unreadable("number");
        switch (Plain.Key(cell.Text))
        {
            case "mitemps" or "ademitemps" or "unmitemps" or "halftime" or "half":
                time = 0.5m;
                return null;
            case "tempsplein" or "tempscomplet" or "pleintemps" or "atempsplein" or "atempscomplet" or "untempsplein" or "fulltime"
                or "full":
                time = 1;
                return null;
        }
        string words = Unit().Replace(Plain.Words(cell.Text), "").Trim();
        if (Hours().Match(words) is { Success: true } hours && NumberText.Read(
            hours.Groups[1].Value, out ExactNumber week) is NumberReading.Read && week.AsNumber(out decimal worked) is null)
        {
            time = worked / LegalWeek;
            return time <= 1 && decimal.Round(time, 6) == time ? null : FileTrouble.Unreadable("number");
        }
        if (words.Contains('%', StringComparison.Ordinal) || words.Contains('/', StringComparison.Ordinal))
        {
            if (ShareText.Read(Plain.WithoutSpaces(words).Replace(',', '.'), out Share share) is { } code)
                return FileTrouble.Of(code, "number");
            time = (decimal)share.Numerator / share.Denominator;
            return decimal.Round(time, 6) == time ? null : FileTrouble.Of(Validation.ProblemCode.NumberDecimals, "number");
        }
        return NumberText.Read(GridCell.OfText(words), out ExactNumber number) ?? Bare(number, isPercent: false, out time);
    }

    // 80 is 80 %, or eighty posts.
    private static FileTrouble? Bare(ExactNumber number, bool isPercent, out decimal time)
    {
        FileTrouble? trouble = FileTrouble.Of(number.AsNumber(out time), "number");
        return trouble ?? (!isPercent && time > 2 ? FileTrouble.Ambiguous("working-time") : null);
    }

    [GeneratedRegex(@"\s*(?:etpt?|fte)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^([0-9]+(?:[.,][0-9]+)?) ?h(?:eures|ours)?(?: ?/ ?(?:sem|semaine|week))?\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Hours();
}
