using System.Text;
using System.Text.RegularExpressions;

namespace FundingReports.Tests.Conventions;

/// <summary>What is built here is built the same elsewhere: no file names a registry, nor a place on somebody's machine.</summary>
public partial class NoMachineTests
{
    private static readonly string[] binary = [".xlsx", ".png", ".ico", ".snk", ".pdf", ".zip"];

    [Fact]
    public void Files_OfTheRepository_NameNoRegistryAndNoMachine()
    {
        // Wherever the repository lies today, and whoever runs it.
        string[] here = [Repository.Root, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar];
        var found =
            from file in SourceText.Files(Repository.Root)
            where !binary.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
            let text = File.ReadAllText(file, Encoding.UTF8)
            from name in Named().Matches(text).Select(match => match.Value)
                .Concat(here.Where(path => path.Length > 3 && text.Contains(path, StringComparison.Ordinal)))
            select $"{Repository.Relative(file)}: {name}";
        Expect.Nothing(found.Distinct());
    }

    // Written so that the pattern does not match itself.
    [GeneratedRegex(
        @"(?<![\w.])(/(home|root|work|tmp|Users|mnt|opt)/\w|[A-Z]:\\+(Users|Temp)\b)"
        + @"|\b([\w-]+\.)*(nuget\.(org|pkg|cdn)|npmjs\.(org|com)"
        + @"|pypi\.(org|io)|pkgs\.(dev|visualstudio)|myget\.(org)|artifactory\.|jfrog\.(io))", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
