using System.Text.Json;
using System.Text.RegularExpressions;
using FundingReports.Tests;

namespace FundingReports.Cli.Tests;

/// <summary>THIRD-PARTY-NOTICES.txt, which goes with the tool and the executables: each library in them, with its licence.</summary>
public partial class NoticesTests
{
    private static string Notices => File.ReadAllText(Repository.PathOf("src", "FundingReports.Cli", "THIRD-PARTY-NOTICES.txt"));

    [Fact]
    public void EveryLibraryOfOthers_ThatTheToolCarries_IsNamed_AndNoOther()
    {
        string tool = typeof(Tool).Assembly.Location;
        using JsonDocument carried = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(tool, ".deps.json")));
        string[] libraries = [.. carried.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Name.Replace('/', ' ')).Order(StringComparer.Ordinal)];
        Assert.True(libraries.Length >= 10, string.Join(", ", libraries));
        Assert.Equal(libraries, Named().Matches(Notices).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryLicence_ThatIsNamed_HasItsText()
    {
        string notices = Notices;
        string[] licences = [.. Licence().Matches(notices).Select(match => match.Groups[1].Value).Distinct()];
        Assert.Equal(["Apache-2.0", "MIT"], licences.Order(StringComparer.Ordinal));
        Assert.All(licences, licence => Assert.Contains($"=\n{licence}\n=", notices, StringComparison.Ordinal));
        Assert.Contains("Permission is hereby granted, free of charge", notices, StringComparison.Ordinal);
        Assert.Contains("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION", notices, StringComparison.Ordinal);
    }

    [Fact]
    public void File_GoesWithTheTool() => Assert.Equal(
        Notices, File.ReadAllText(Path.Combine(Path.GetDirectoryName(typeof(Tool).Assembly.Location)!, "THIRD-PARTY-NOTICES.txt")));

    [GeneratedRegex(@"^(\S+ \d[\d.]+)\n  Licence: ", RegexOptions.Multiline)]
    private static partial Regex Named();

    [GeneratedRegex(@"^  Licence: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Licence();
}
