using System.Text.RegularExpressions;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Intake;

namespace FundingReports.Exchange.Fonjep;

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

/// <summary>The codes that a sheet gives, and what each names.</summary>
internal sealed class CodeBook<T>
{
    private readonly Dictionary<string, (bool IsNumber, T Item)> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> bare = new(StringComparer.Ordinal);

    /// <summary>Adds a code; the first of two that are the same is kept.</summary>
    internal bool Add(Code code, T item)
    {
        if (!exact.TryAdd(code.Text, (code.IsNumber, item)))
            return false;
        if (!bare.TryGetValue(code.Bare, out List<string>? same))
            bare[code.Bare] = same = [];
        same.Add(code.Text);
        return true;
    }

    /// <summary>The spelling that the sheet gives: the code itself, or the one code that differs by zeros lost where one of the two is a number; null where there is none, or several.</summary>
    internal string? Find(Code code)
    {
        if (exact.ContainsKey(code.Text))
            return code.Text;
        if (!bare.TryGetValue(code.Bare, out List<string>? same))
            return null;
        List<string> candidates = same.FindAll(other => code.IsNumber || exact[other].IsNumber);
        return candidates.Count == 1 ? candidates[0] : null;
    }

    /// <summary>Of a number that the sheet itself holds: the one text that it is without its zeros.</summary>
    internal string Whole(Code code)
    {
        if (!code.IsNumber || !bare.TryGetValue(code.Bare, out List<string>? same))
            return code.Text;
        List<string> texts = same.FindAll(other => !exact[other].IsNumber);
        return exact[code.Text].IsNumber && texts.Count == 1 ? texts[0] : code.Text;
    }

    internal T this[string code] => exact[code].Item;
}
