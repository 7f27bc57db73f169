using System.Diagnostics;
using System.Xml.Linq;

namespace FundingReports.Excel.Tests;

/// <summary>
/// What a project that installs the package is told when it is built: the shipped target, evaluated over the packages that a project may
/// resolve.
/// </summary>
public class BuildMessageTests
{
    [Theory]
    [InlineData("0.95.4", "2.20.0")]
    [InlineData("0.95.4", "2.25.1")]
    public void VersionsThatWork_AreNoMessage(string closedXml, string openXml) =>
        Assert.DoesNotContain("FUNDINGREPORTS1", Build(closedXml, openXml), StringComparison.Ordinal);

    [Theory]
    [InlineData("0.104.2", "2.20.0", "ClosedXML 0.104.2 is resolved, and FundingReports needs [0.95.4,0.96)", 1)]
    [InlineData("0.96.0", "2.20.0", "ClosedXML 0.96.0 is resolved", 1)]
    [InlineData("0.97.0-preview1", "2.20.0", "ClosedXML 0.97.0-preview1 is resolved", 1)]
    [InlineData("0.95.4", "3.1.0", "DocumentFormat.OpenXml 3.1.0 is resolved, and FundingReports needs [2.20.0,3.0)", 1)]
    [InlineData("1.0.0", "3.0.0", "DocumentFormat.OpenXml 3.0.0 is resolved", 2)]
    public void LaterVersions_AreNamed_WithWhatToDo(string closedXml, string openXml, string said, int messages)
    {
        string output = Build(closedXml, openXml);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Contains("Remove what overrides it in this project", output, StringComparison.Ordinal);
        Assert.Contains($"{messages} Warning(s)", output, StringComparison.Ordinal);
    }

    /// <summary>Bounds are written three times: in the target, in the sentence of the first call, in the packages' own.</summary>
    [Fact]
    public void Target_NamesTheBoundsOfTheSentence()
    {
        string target = File.ReadAllText(Targets);
        string? sentence = Dependencies.Trouble(new(1, 0, 0), new(3, 0, 0));
        foreach (string bounds in (string[])["[0.95.4,0.96)", "[2.20.0,3.0)"])
        {
            Assert.Contains(bounds, target, StringComparison.Ordinal);
            Assert.Contains(bounds, sentence, StringComparison.Ordinal);
        }
    }

    private static string Targets => Path.Combine(AppContext.BaseDirectory, "FundingReports.Excel.targets");

    // As the SDK gives them: a file of a package, with the package's name and version.
    private static string Build(string closedXml, string openXml)
    {
        string folder = Directory.CreateTempSubdirectory("build-message-").FullName;
        try
        {
            static XElement Item(string package, string version, string file) => new("RuntimeCopyLocalItems",
                new XAttribute("Include", file),
                new XElement("NuGetPackageId", package), new XElement("NuGetPackageVersion", version));
            string project = Path.Combine(folder, "consumer.proj");
            new XDocument(new XElement("Project",
                new XElement("Target", new XAttribute("Name", "ResolvePackageAssets"), new XElement("ItemGroup",
                    Item("ClosedXML", closedXml, "lib/ClosedXML.dll"),
                    Item("DocumentFormat.OpenXml", openXml, "lib/DocumentFormat.OpenXml.dll"),
                    Item("DocumentFormat.OpenXml", openXml, "lib/Other.dll"), Item("NodaTime", "3.3.7", "lib/NodaTime.dll"))),
                new XElement("Import", new XAttribute("Project", Targets)))).Save(project);
            var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-t:ResolvePackageAssets", "-nologo", "-v:n", "-nr:false"])
                { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
            start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
            using var build = Process.Start(start)!;
            string output = build.StandardOutput.ReadToEnd() + build.StandardError.ReadToEnd();
            build.WaitForExit();
            Assert.True(build.ExitCode == 0, output);
            return output;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
