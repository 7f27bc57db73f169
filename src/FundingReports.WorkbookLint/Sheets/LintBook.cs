using FundingReports.Wording;
using System.Collections.Immutable;
using System.Xml.Linq;
using FundingReports.WorkbookLint.Looks;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.WorkbookLint.Sheets;

/// <summary>What the sheets of a workbook share.</summary>
internal sealed class LintBook
{
    private const int MostSheets = 2_000;

    private LintBook(
        XElement root, ImmutableArray<LintSheet> sheets, ImmutableArray<Relation> relations, LintStyles styles, List<LintText> texts) =>
        (Root, Sheets, Relations, Styles, Texts) = (root, sheets, relations, styles, texts);

    internal XElement Root { get; }

    internal ImmutableArray<LintSheet> Sheets { get; }

    internal ImmutableArray<Relation> Relations { get; }

    internal LintStyles Styles { get; }

    internal List<LintText> Texts { get; }

    /// <summary>Words that stand for a missing value, each with the first place where it stands.</summary>
    internal Dictionary<string, (string Sheet, string Cell)> Placeholders { get; } = new(StringComparer.Ordinal);

    /// <summary>Of those words, the ones that a text explains.</summary>
    internal HashSet<string> Explained { get; } = new(StringComparer.Ordinal);

    /// <exception cref="UnreadableException">There is no workbook in it.</exception>
    internal static LintBook Read(LintPackage package, FindingList findings)
    {
        string part = package.Relations("").Where(relation => relation is { Kind: "officeDocument", IsExternal: false })
            .Select(relation => relation.Target).FirstOrDefault(package.Has)
            ?? package.Names.First(name => name.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase));
        if (package.Tree(part) is not { Name.LocalName: "workbook" } root)
            throw new UnreadableException("damaged");
        ImmutableArray<Relation> relations = [.. package.Relations(part)];
        XElement? Tree(string kind) => relations.FirstOrDefault(relation => relation.Kind == kind && !relation.IsExternal) is { } relation
            ? package.Tree(relation.Target) : null;
        LintStyles styles = LintStyles.Read(Tree("styles"), Tree("theme"));
        string? texts = relations.FirstOrDefault(relation => relation is { Kind: "sharedStrings", IsExternal: false })?.Target;
        return new(root, [.. SheetsOf(root, relations, package, findings)], relations, styles, texts is null
            ? [] : SharedTexts.Read(package, texts));
    }

    /// <summary>The sheet of that name, as a formula names it.</summary>
    internal LintSheet? Find(string name) =>
        Sheets.FirstOrDefault(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<LintSheet> SheetsOf(
        XElement root, ImmutableArray<Relation> relations, LintPackage package, FindingList findings)
    {
        var targets = relations.Where(relation => !relation.IsExternal).GroupBy(relation => relation.Id)
            .ToDictionary(group => group.Key, group => group.First());
        Dictionary<int, string> titles = NamesOf(root, "_xlnm.Print_Titles"), areas = NamesOf(root, "_xlnm.Print_Area");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int position = 0;
        foreach (XElement element in root.First("sheets").Named("sheet").Take(MostSheets))
        {
            string name = element.Attr("name") ?? "";
            if (name.Length == 0 || !names.Add(name))
                names.Add(name = $"{name} ({position + 1})".TrimStart());
            Relation? relation = targets.GetValueOrDefault(element.Attributes()
                .FirstOrDefault(attribute => attribute.Name is { LocalName: "id", NamespaceName.Length: > 0 })?.Value ?? "");
            if (relation is null)
                findings.Add(LintRule.DamagedPart, name, null, element.Attr("name") ?? "", "missing");
            ImmutableArray<Relation> own = relation is null ? [] : [.. package.Relations(relation.Target, name)];
            yield return new(name, position, relation?.Target, relation?.Kind is "worksheet",
                [.. own.Where(item => item is { Kind: "table", IsExternal: false }).Select(item => package.Tree(item.Target, name))
                    .OfType<XElement>().Select(LintTable.Of).OfType<LintTable>().OrderBy(table => table.Range.Top)], own)
            {
                PrintTitles = titles.GetValueOrDefault(position),
                PrintArea = areas.GetValueOrDefault(position),
            };
            position++;
        }
    }

    private static Dictionary<int, string> NamesOf(XElement root, string what)
    {
        var titles = new Dictionary<int, string>();
        foreach (XElement name in root.First("definedNames").Named("definedName"))
            if (name.Attr("name") == what && Markup.Whole(name.Attr("localSheetId")) is { } sheet)
                titles[sheet] = name.Value.Length > 500 ? name.Value[..500] : name.Value;
        return titles;
    }
}
