using Xunit.Abstractions;
using Xunit.Sdk;

namespace FundingReports.Excel.Tests;

/// <summary>A program of the machine that some tests need: it is their category, so that they can be run by themselves.</summary>
public sealed class NeededProgram : ITraitDiscoverer
{
    internal const string Discoverer = "FundingReports.Excel.Tests." + nameof(NeededProgram),
#if EXCHANGE
        Assembly = "FundingReports.Exchange.Tests";
#else
        Assembly = "FundingReports.Excel.Tests";
#endif

    /// <summary>The category: the name of the attribute without "FactAttribute".</summary>
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        var attribute = (IReflectionAttributeInfo)traitAttribute;
        yield return new("Category", attribute.Attribute.GetType().Name.Replace("FactAttribute", "", StringComparison.Ordinal));
    }

    internal static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }).FirstOrDefault(File.Exists);
}
