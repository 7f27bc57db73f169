using System.Reflection;
using System.Xml.Linq;

namespace FundingReports.Tests.Conventions;

/// <summary>
/// Every public property says what it is. The compiler holds the other members (CS1591), but asks nothing of the properties that a record
/// declares in its parentheses.
/// </summary>
public sealed class PublicDocumentationTests
{
    // Each constant is a name of a property of portfolio@1, and says no more than that property does.
    private static readonly Type[] names = [typeof(FundingReports.Portfolios.Property)];

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Packages() => [.. Assemblies().Select(assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Properties_OfPublicTypes_AreDocumented(string package)
    {
        Assembly assembly = Assemblies().Single(one => one.GetName().Name == package);
        Dictionary<string, XElement> documented = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
        Assert.NotEmpty(documented);
        Expect.Nothing(
            from type in assembly.GetExportedTypes()
            where !names.Contains(type)
            let name = type.FullName!.Replace('+', '.')
            from property in type.GetProperties(Declared)
            where !Says(documented, $"P:{name}.{property.Name}") && !SaysOfParameter(documented, $"T:{name}", property.Name)
                && property.GetIndexParameters().Length == 0
            select $"{name}.{property.Name}");
    }

    private static bool Says(Dictionary<string, XElement> documented, string member) =>
        documented.TryGetValue(member, out XElement? text) && text.Elements().Any();

    private static bool SaysOfParameter(Dictionary<string, XElement> documented, string type, string name) =>
        documented.TryGetValue(type, out XElement? text)
        && text.Elements("param").Any(param => param.Attribute("name")?.Value == name && param.Value.Length > 0);

    private static Assembly[] Assemblies() =>
        [typeof(Portfolio).Assembly, typeof(FundingReports.Reports.ReportBuilder).Assembly,
            typeof(FundingReports.WorkbookLint.WorkbookLinter).Assembly, typeof(FundingReports.Testing.Given).Assembly];
}
