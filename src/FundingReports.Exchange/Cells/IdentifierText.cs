using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Exchange.Names;
using FundingReports.Validation;

namespace FundingReports.Exchange.Cells;

/// <summary>
/// Identifiers as spreadsheets and people leave them: with labels, spaces, dots, as a number, without their leading zeros, as 2,43E+13.
/// </summary>
internal static partial class IdentifierText
{
    // A SIREN of nine digits, zeros put before it, would pass for a SIRET: more than three are never put.
    private const int MostLostZeros = 3;

    /// <summary>Reads a cell.</summary>
    /// <returns>What it is; of kind <see cref="IdentifierKind.None"/> where it fails its own rule, and so identifies nobody.</returns>
    internal static Identifier Read(GridCell cell)
    {
        string text = cell.Kind is CellKind.Number && decimal.Truncate(cell.Number) == cell.Number
            ? cell.Number.ToString("0", CultureInfo.InvariantCulture) : cell.Text;
        if (Identifiers.IsSiret(text))
            return OfSiret(text, null);
        string? how = null;
        string bare = Label().Replace(Plain.Trim(text), "");
        if (Exponent().IsMatch(Plain.WithoutSpaces(bare)))
            return new(IdentifierKind.None, "", null, "exponent");
        if (Decimals().Match(Plain.WithoutSpaces(bare)) is { Success: true } number)
            (bare, how) = (number.Groups[1].Value, "decimals");
        string joined = string.Concat(
            bare.Where(c => !Plain.IsSpace(c) && c is not ('.' or '-' or '_' or '/' or '\'' or '’' or '"' or '«' or '»' or '–')));
        if (joined.Length < text.Length)
            how ??= "spaces";
        string upper = joined.ToUpperInvariant();
        if (Identifiers.IsRna(upper))
            return new(IdentifierKind.Rna, upper, upper == text ? null : upper == joined ? "spaces" : "case", null);
        if (joined.Length == 0 || joined.AsSpan().Trim('0').IsEmpty)
            return new(IdentifierKind.Blank, "", null, null);
        if (joined.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return new(IdentifierKind.None, "", null, upper[0] == 'W' ? "rna" : null);
        if (joined.Length == 14)
            return OfSiret(joined, how);
        if (joined.Length is >= 14 - MostLostZeros and < 14 && joined.PadLeft(14, '0') is var padded
            && Identifiers.HasSiretChecksum(padded))
            return OfSiret(padded, "zeros");
        return joined.Length switch
        {
            9 => new(IdentifierKind.Siren, joined, how, "siren"),
            10 => new(IdentifierKind.Ridet, joined, how, "ridet"),
            _ => new(IdentifierKind.None, "", null, "length"),
        };
    }

    // No establishment has the number 00000: a spreadsheet has rounded the last digits away.
    private static Identifier OfSiret(string siret, string? how) =>
        siret.AsSpan().Trim('0').IsEmpty ? new(IdentifierKind.Blank, "", null, null)
            : siret.EndsWith("00000", StringComparison.Ordinal) ? new(IdentifierKind.None, "", null, "nic")
            : new(IdentifierKind.Siret, siret, how, null);

    [GeneratedRegex(
        @"^(?:n\s*[°º]?\s*(?:de\s+)?)?(?:siret|siren|rna|ridet|id|identifiant|num[ée]ro)[\s:°º=]*(?:n\s*[°º]\s*)?(?=[w0-9])|^n\s*[°º]\s*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^[0-9]+(?:[.,][0-9]+)?e\+?[0-9]{1,2}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^([0-9]{9,14})[.,]0+$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimals();
}

/// <summary>What a cell of identifiers holds.</summary>
/// <param name="Kind">Of which kind it is.</param>
/// <param name="Value">The identifier; empty where it is none.</param>
/// <param name="How">How it was put right: spaces, decimals, zeros, case; null where it was right.</param>
/// <param name="Why">
/// Why it is no SIRET or RNA: siren, ridet, exponent, nic, rna, length; null where it is one, or nothing is known.
/// </param>
internal readonly record struct Identifier(IdentifierKind Kind, string Value, string? How, string? Why);

/// <summary>Kinds of identifiers.</summary>
internal enum IdentifierKind
{
    /// <summary>None that is valid.</summary>
    None,

    /// <summary>Zeros, or punctuation alone: nothing.</summary>
    Blank,

    /// <summary>Fourteen digits, whose checksum may be wrong.</summary>
    Siret,

    /// <summary>Nine digits: a body, of which no establishment is named.</summary>
    Siren,

    /// <summary>A number of the Répertoire national des associations.</summary>
    Rna,

    /// <summary>Ten digits, as New Caledonia numbers its bodies.</summary>
    Ridet,
}
