using System.Globalization;
using System.Xml.Linq;

namespace FundingReports.Excel.Packaging;

/// <summary>Relationship ids, some of which are drawn at random: numbered in the order of what they lead to.</summary>
internal static class Relationships
{
    internal static void Renumber(PackageParts package)
    {
        foreach (string name in package.Xml.Keys.Where(name => name.EndsWith(".rels", StringComparison.Ordinal)).ToList())
        {
            var root = package.Xml[name].Root!;
            var ordered = root.Elements()
                .OrderBy(relation => (string)relation.Attribute("Type")!, StringComparer.Ordinal)
                .ThenBy(relation => ((string)relation.Attribute("Target")!).Length)
                .ThenBy(relation => (string)relation.Attribute("Target")!, StringComparer.Ordinal)
                .ToList();
            var ids = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var relation in ordered)
            {
                string id = "rId" + (ids.Count + 1).ToString(CultureInfo.InvariantCulture);
                ids.Add((string)relation.Attribute("Id")!, id);
                relation.SetAttributeValue("Id", id);
            }
            root.ReplaceNodes(ordered);
            if (package.Xml.TryGetValue(SourceOf(name), out var source))
                foreach (var attribute in source.Descendants().Attributes().Where(attribute => attribute.Name.Namespace == Names.Ids))
                    attribute.Value = ids[attribute.Value];
        }
    }

    // xl/_rels/workbook.xml.rels speaks for xl/workbook.xml.
    private static string SourceOf(string relations) =>
        relations.Replace("_rels/", "", StringComparison.Ordinal)[..^".rels".Length];
}
