using System.Globalization;
using FundingReports.Exchange.Names;
using FundingReports.Validation;

namespace FundingReports.Exchange.Cells;

/// <summary>SIRETs as spreadsheets leave them: with spaces, with ".0", as a number, without their leading zeros.</summary>
internal static class SiretCell
{
    // A SIREN of nine digits, zeros put before it, would pass for a SIRET: more than three are never put.
    private const int MostLostZeros = 3;

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell, not blank.</param>
    /// <param name="how">How it was put right; null where it was right.</param>
    /// <returns>Fourteen digits, whose checksum may be wrong; null where the cell is no SIRET.</returns>
    internal static string? Read(GridCell cell, out string? how)
    {
        how = null;
        string text = cell.Kind is CellKind.Number && decimal.Truncate(cell.Number) == cell.Number
            ? cell.Number.ToString("0", CultureInfo.InvariantCulture) : cell.Text;
        if (Identifiers.IsSiret(text))
            return text;
        string bare = string.Concat(text.Where(c => !Plain.IsSpace(c))).TrimStart('\'');
        if (bare.Length < text.Length)
            how = "spaces";
        int mark = bare.AsSpan().IndexOfAny('.', ',');
        if (mark > 0 && mark < bare.Length - 1 && bare.AsSpan(mark + 1).Trim('0').IsEmpty)
            (bare, how) = (bare[..mark], "decimals");
        if (bare.Length is >= 14 - MostLostZeros and < 14 && bare.All(char.IsAsciiDigit) && bare.PadLeft(14, '0') is var padded
            && Identifiers.HasSiretChecksum(padded))
            (bare, how) = (padded, "zeros");
        return Identifiers.IsSiret(bare) ? bare : null;
    }
}
