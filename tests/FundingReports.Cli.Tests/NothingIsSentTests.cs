using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using FundingReports.Tests;

namespace FundingReports.Cli.Tests;

/// <summary>Nothing is sent anywhere: no assembly of ours can open a connection.</summary>
public sealed class NothingIsSentTests
{
    [Fact]
    public void Assemblies_OfTheTool_KnowNoNetwork()
    {
        Assembly[] ours = [.. Ours(typeof(Tool).Assembly, []).OrderBy(one => one.GetName().Name, StringComparer.Ordinal)];
        Assert.True(ours.Length >= 7, string.Join(", ", ours.Select(one => one.GetName().Name)));
        Expect.Nothing([.. ours.SelectMany(one => one.GetReferencedAssemblies()
            .Where(used => used.Name!.StartsWith("System.Net", StringComparison.Ordinal))
            .Select(used => $"{one.GetName().Name} uses {used.Name}"))]);
    }

    /// <summary>The core needs NodaTime and two abstractions beside .NET.</summary>
    [Fact]
    public void Core_NeedsNodaTimeAndTwoAbstractions() => Assert.Equal(
        ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options", "NodaTime"],
        UsedBy(typeof(Portfolio).Assembly)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    /// <summary>As the compiler wrote it: the copy beside the tests is rewritten where lines are counted, and then uses more.</summary>
    private static IEnumerable<string> UsedBy(Assembly assembly)
    {
        string name = assembly.GetName().Name!;
        string built = Path.GetRelativePath(Repository.PathOf("tests", "FundingReports.Cli.Tests"), AppContext.BaseDirectory);
        using var file = new PEReader(File.OpenRead(Repository.PathOf("src", name, built, $"{name}.dll")));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(used => metadata.GetString(metadata.GetAssemblyReference(used).Name))];
    }

    private static HashSet<Assembly> Ours(Assembly from, HashSet<Assembly> found)
    {
        if (found.Add(from))
            foreach (AssemblyName used in from.GetReferencedAssemblies())
                if (used.Name!.StartsWith("FundingReports", StringComparison.Ordinal))
                    Ours(Assembly.Load(used), found);
        return found;
    }
}
