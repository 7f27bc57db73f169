using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;

namespace FundingReports.Excel.Tests;

public class NativeTests
{
    [Fact]
    public void NativeProgram_EveryEnumerationThatClosedXmlUses_IsAskedFor()
    {
        var enumerations = typeof(OpenXmlElement).Assembly.GetTypes().Where(type => type is { IsEnum: true, IsPublic: true })
            .Select(type => type.FullName!).ToHashSet(StringComparer.Ordinal);
        using var file = new PEReader(File.OpenRead(typeof(XLWorkbook).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var used = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}[]")
                .Where(name => enumerations.Contains(name[..^2])).Order(StringComparer.Ordinal);
        var asked = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Native.rd.xml")).Descendants()
            .Where(element => element.Name.LocalName == "Type").Select(element => (string)element.Attribute("Name")!)
                .Order(StringComparer.Ordinal);
        Assert.Equal(used, asked);
    }
}
