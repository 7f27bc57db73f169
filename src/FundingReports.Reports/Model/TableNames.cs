using System.Text.RegularExpressions;

namespace FundingReports.Reports;

/// <summary>The names that a table can have in a workbook, where it is a name like any other of the workbook.</summary>
internal static partial class TableNames
{
    // Those that Excel gives to what it makes itself.
    private static readonly HashSet<string> reserved = new(
        ["Print_Area", "Print_Titles", "_FilterDatabase", "Criteria", "Extract", "Database", "Consolidate_Area", "Sheet_Title",
            "Auto_Open", "Auto_Close", "Auto_Activate", "Auto_Deactivate", "Recorder", "Data_Form"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, where a table can have it.</summary>
    /// <exception cref="ArgumentException">It cannot, and the sentence says why.</exception>
    internal static string Checked(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Name().IsMatch(name) || CellAddress().IsMatch(name))
            throw new ArgumentException(
                $"\"{name}\" is no name of a table: ASCII letters, digits and underscores, at most 255, no digit first, and no address of a cell (A1, R1C1).",
                nameof(name));
        if (reserved.Contains(name) || name.StartsWith("_xl", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"\"{name}\" is no name of a table: Excel keeps it for itself.", nameof(name));
        return name;
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]{0,254}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    // A1 to XFD1048576, R1C1 and its parts.
    [GeneratedRegex(@"\A(?:[A-Z]{1,3}[0-9]+|R[0-9]*(?:C[0-9]*)?|C[0-9]*)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CellAddress();
}
