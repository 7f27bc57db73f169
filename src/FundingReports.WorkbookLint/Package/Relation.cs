using System.Xml.Linq;

namespace FundingReports.WorkbookLint.Package;

/// <summary>What one part says of another, or of a place outside the package.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">The last word of its type: "worksheet", "hyperlink".</param>
/// <param name="Target">The part, or the address outside.</param>
/// <param name="IsExternal">Whether it leads outside.</param>
internal sealed record Relation(string Id, string Kind, string Target, bool IsExternal)
{
    /// <summary>A relation; null if it says to lead inside the package, and does not.</summary>
    internal static Relation? Of(XElement element, string from)
    {
        string type = (string?)element.Attribute("Type") ?? "", target = (string?)element.Attribute("Target") ?? "";
        string kind = type[(type.LastIndexOf('/') + 1)..], id = (string?)element.Attribute("Id") ?? "";
        if ((string?)element.Attribute("TargetMode") is "External")
            return new(id, kind, target, true);
        return Resolve(from, target) is { } part ? new(id, kind, part, false) : null;
    }

    // Names inside the package only: nothing here ever becomes the path of a file.
    private static string? Resolve(string from, string target)
    {
        target = Uri.UnescapeDataString(target.Replace('\\', '/')).Split('#')[0];
        var steps = new List<string>(target.StartsWith('/') ? [] : from.Split('/')[..^1]);
        foreach (string step in target.Split('/'))
        {
            if (step is "" or ".")
                continue;
            if (step is not "..")
                steps.Add(step);
            else if (steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else
                return null;
        }
        return string.Join('/', steps);
    }
}
