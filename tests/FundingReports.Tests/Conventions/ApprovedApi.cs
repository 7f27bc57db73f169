using System.Reflection;

namespace FundingReports.Tests.Conventions;

/// <summary>The public API of an assembly is an approved text: nothing becomes public, or stops being so, unseen.</summary>
internal static class ApprovedApi
{
    /// <summary>Set to 1, the text is written anew; the change is then seen in the commit.</summary>
    private const string Update = "FUNDINGREPORTS_APPROVE_API";

    internal static void Check(Assembly assembly)
    {
        string path = Repository.PathOf("tests", "FundingReports.Tests", "Conventions", assembly.GetName().Name + ".approved.txt");
        string actual = PublicApi.Of(assembly);
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(path, actual);

        string[] found = actual.Split('\n'), approved = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        string[] differences = [.. found.Except(approved).Select(line => $"+ {line}"), .. approved.Except(found).Select(line => $"- {line}")];
        Assert.True(found.SequenceEqual(approved), $"The public API has changed. If it is meant, run the tests with {Update}=1 and commit {Repository.Relative(path)}.\n{string.Join('\n', differences)}");
    }
}
