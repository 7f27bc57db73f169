using System.Text.RegularExpressions;

namespace FundingReports.Tests.Conventions;

/// <summary>Which room of the library may see which. What is not in this table must not be in the code.</summary>
/// <remarks>
/// The vocabulary lies at the root (Euros, Share, PartialDate…), and every room sees it; so does the story that joins the rooms
/// (Portfolio, FundingAnalysis, PostFunding), which sees them all.
/// A few edges go up, and are named as such, since with each two rooms see each other.
/// </remarks>
public partial class DependencyTests
{
    private const string Answers = "Policies Horizons Totals Findings Reasons Requests Risk Scenarios Changes Consolidation";

    private static readonly Dictionary<string, string> maySee = new()
    {
        ["Values"] = "",
        ["Files"] = "",
        ["Amounts"] = "",
        ["Portfolios"] = "Amounts",
        ["Validation"] = "Portfolios",
        ["Coverage"] = "Portfolios Validation",
        ["Policies"] = "Portfolios Validation Coverage",
        ["Horizons"] = "Portfolios Coverage",
        ["Totals"] = "Portfolios Coverage Horizons",
        ["Findings"] = "Portfolios Policies Coverage Validation Requests",
        ["Reasons"] = "Portfolios Horizons",
        ["Changes"] = "Portfolios Policies Horizons Totals",
        ["Texts"] = $"Portfolios Validation {Answers}",
        ["Json"] = $"Portfolios Validation Texts {Answers}",
        ["Requests"] = "Portfolios Policies Coverage",
        ["Risk"] = "Portfolios Policies Coverage Requests",
        ["Scenarios"] = "Portfolios Validation Policies Coverage",
        ["Consolidation"] = "Portfolios Policies Totals Risk",
        ["DependencyInjection"] = "",
    };

    private static readonly (string From, string To)[] upward =
    [
        // A problem says itself: Problem.Message asks for its sentence.
        ("Validation", "Texts"),
        // A policy that is missing says itself, and a set, or a scenario, reads itself: PolicySet.Parse, Scenario.Load.
        ("Policies", "Texts"),
        ("Policies", "Json"),
        ("Scenarios", "Json"),
    ];

    [Fact]
    public void Rooms_SeeOnlyWhatTheTableAllows()
    {
        string source = Repository.PathOf("src", "FundingReports");
        var forbidden =
            from file in SourceText.Files(source, "*.cs")
            let parts = Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar)
            where parts.Length > 1
            from line in SourceText.CodeOf(file)
            from Match match in Seen().Matches(line)
            let seen = match.Groups["room"].Value
            where seen != parts[0] && maySee.ContainsKey(seen) && !Below(parts[0]).Contains(seen) && !upward.Contains((parts[0], seen))
            select $"{parts[0]} must not see {seen}: {Repository.Relative(file)}";
        Expect.Nothing(forbidden.Distinct());
    }

    [Fact]
    public void Rooms_AreAllInTheTable() => Assert.Empty(
        SourceText.Files(Repository.PathOf("src", "FundingReports"), "*.cs").Select(file => Repository.Relative(file).Split('/')[2]).Where(room => !room.EndsWith(".cs", StringComparison.Ordinal)).Distinct().Except(maySee.Keys));

    [Fact]
    public void Table_WithoutItsUpwardEdges_HasNoCircle()
    {
        bool Reaches(string from, string to) => Below(from).Any(next => next == to || Reaches(next, to));
        Assert.All(maySee.Keys, room => Assert.False(Reaches(room, room), room));
    }

    private static string[] Below(string room) => maySee.GetValueOrDefault(room, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // "using FundingReports.Coverage;", and "FundingReports.Ledger.Facts", which needs no using.
    [GeneratedRegex(@"^using (static )?FundingReports\.(?<room>\w+)|(?<![.\w""])(FundingReports\.)?(?<room>[A-Z]\w+)\.[A-Z]")]
    private static partial Regex Seen();
}
