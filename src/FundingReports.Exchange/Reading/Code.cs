using System.Text.RegularExpressions;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Reading;

/// <summary>A code as a cell holds it: text, a number, or ="10004". A spreadsheet may have taken the zeros in front of a number.</summary>
internal readonly partial record struct Code(string Text, bool IsNumber)
{
    internal string Bare => Text.TrimStart('0');

    internal static Code? Read(TableRow row, FormColumn column)
    {
        if (row.Text(column) is not { } text)
            return null;
        string bare = Plain.Trim(Protected().Replace(text, "$1"));
        return bare.Length == 0 ? null : new(bare, row.Get(column).Kind is CellKind.Number);
    }

    [GeneratedRegex(@"^=""([^""]*)""$", RegexOptions.CultureInvariant)]
    private static partial Regex Protected();
}
