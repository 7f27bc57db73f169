using System.Runtime.CompilerServices;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace FundingReports.Docs.Tests;

/// <summary>The pages name files without a folder: they lie beside the tests.</summary>
internal static class Here
{
    [ModuleInitializer]
    internal static void Stand() => Environment.CurrentDirectory = AppContext.BaseDirectory;
}
