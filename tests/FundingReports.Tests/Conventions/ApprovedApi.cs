using System.Reflection;

namespace FundingReports.Tests.Conventions;

/// <summary>The public API of an assembly is an approved text: nothing becomes public, or stops being so, unseen.</summary>
internal static class ApprovedApi
{
    /// <summary>Set to 1, the text is written anew; the change is then seen in the commit.</summary>
    private const string Update = "FUNDINGREPORTS_APPROVE_API";

    internal static void Check(Assembly assembly) => Golden.Check(
        Repository.PathOf("tests", "FundingReports.Tests", "Conventions", assembly.GetName().Name + ".approved.txt"),
        PublicApi.Of(assembly), Update);
}
