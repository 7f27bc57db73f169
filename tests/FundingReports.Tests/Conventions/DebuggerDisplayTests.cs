using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using FundingReports.Portfolios;
using FundingReports.Requests;
using FundingReports.Validation;

namespace FundingReports.Tests.Conventions;

/// <summary>What a debugger shows of a value names members that there are, and no type of a library.</summary>
public partial class DebuggerDisplayTests
{
    private static IEnumerable<(Type Type, string Shown)> All => typeof(Portfolio).Assembly.GetTypes()
        .Select(type => (type, type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value)).Where(one => one.Value is not null)
        .Select(one => (one.type, one.Value!));

    [Fact]
    public void Members_AreThere()
    {
        Type[] wanted = [typeof(PostYear), typeof(YearFunding), typeof(Cell), typeof(Commitment), typeof(Post), typeof(FundingRequest),
            typeof(Problem), typeof(PostFunding)];
        Assert.Subset(All.Select(one => one.Type).ToHashSet(), wanted.ToHashSet());
        Expect.Nothing(
            from one in All
            from Match hole in Hole().Matches(one.Shown)
            where hole.Groups[1].Value is not "ToString()" && !Has(one.Type, hole.Groups[1].Value.Split('.'))
            select $"{one.Type}: {hole.Value}");
    }

    [Fact]
    public void Texts_OfFacts_NameNoTypeOfALibrary()
    {
        var post = new Post("P1", "Poste 1");
        var promise = new Commitment("C1", "ETAT", ["P1", "P2"], PartialDate.Of(2024), Amount.TheBalance);
        var facts = new PortfolioFacts { Title = "Landes", Posts = [post], Commitments = [promise] };
        Assert.Equal(("P1: Poste 1", "Landes: 1 posts, 1 commitments"), (post.ToString(), facts.ToString()));
        Assert.Contains("P1, P2", promise.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("System.", $"{post} {promise} {facts}", StringComparison.Ordinal);
    }

    private static bool Has(Type type, IEnumerable<string> path)
    {
        foreach (string name in path)
            if (type.GetProperty(name) is { } property)
                type = property.PropertyType;
            else
                return false;
        return true;
    }

    [GeneratedRegex(@"\{([^},]+)(?:,nq)?\}")]
    private static partial Regex Hole();
}
