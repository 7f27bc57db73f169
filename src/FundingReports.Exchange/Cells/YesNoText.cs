using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Cells;

/// <summary>oui, non, x, VRAI, FAUX, 1, 0.</summary>
internal static class YesNoText
{
    /// <summary>What the cell says; null where it says neither.</summary>
    internal static bool? Read(GridCell cell)
    {
        if (cell.Kind is CellKind.Number)
            return cell.Number == 1 ? true : cell.Number == 0 ? false : null;
        // « non », as nearly all cells have it.
        if (cell.Text is "non")
            return false;
        return cell.Kind is CellKind.Blank || Doubt.IsIn(cell.Text) ? null : Plain.Key(cell.Text) switch
        {
            "oui" or "o" or "x" or "vrai" or "true" or "yes" or "y" => true,
            "non" or "n" or "faux" or "false" or "no" => false,
            _ => null,
        };
    }
}
