using FundingReports.Exchange.Reading;

namespace FundingReports.Exchange.Fonjep;

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

    /// <summary>
    /// The spelling that the sheet gives: the code itself, or the one code that differs by zeros lost where one of the two is a number;
    /// null where there is none, or several.
    /// </summary>
    internal string? Find(Code code)
    {
        if (exact.ContainsKey(code.Text))
            return code.Text;
        if (!bare.TryGetValue(code.Bare, out List<string>? same))
            return null;
        List<string> candidates = same.FindAll(other => code.IsNumber || exact[other].IsNumber);
        return candidates.Count == 1 ? candidates[0] : null;
    }

    /// <summary>
    /// The code as a text: of a number, the one text of the sheet that differs from it by leading zeros alone; else the code as it stands.
    /// </summary>
    internal string Whole(Code code)
    {
        if (!code.IsNumber || !bare.TryGetValue(code.Bare, out List<string>? same))
            return code.Text;
        List<string> texts = same.FindAll(other => !exact[other].IsNumber);
        return exact[code.Text].IsNumber && texts.Count == 1 ? texts[0] : code.Text;
    }

    internal T this[string code] => exact[code].Item;
}
