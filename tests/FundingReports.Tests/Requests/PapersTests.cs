using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Requests;
using NodaTime;

namespace FundingReports.Tests.Requests;

/// <summary>The papers of whoever employs on the as-of date.</summary>
public class PapersTests
{
    [Theory]
    [InlineData("", PaperKind.UnknownEmployer)]
    [InlineData("?", PaperKind.UnknownEmployer)]
    [InlineData("association", PaperKind.Bilan)]
    [InlineData("ccas", null)]
    [InlineData("association, ccas 2022-02-08", null)]
    [InlineData("association, ccas 2022-02-09", PaperKind.Bilan)]
    [InlineData("ccas 2022-02-08, association", null)]
    [InlineData("ccas 2022-02-07, association 2022-02-08", PaperKind.Bilan)]
    [InlineData("association 2022-02-08, ccas 2022-02-07", PaperKind.Bilan)]
    [InlineData("association 2022-02-09", PaperKind.UnknownEmployer)]
    public void Papers_AreOfTheEmployerOfTheDay(string employers, PaperKind? first)
    {
        var papers = Request(employers).Papers;
        Assert.Equal(first, papers.IsEmpty ? null : papers[0].Kind);
        Assert.Equal(first is PaperKind.Bilan ? 2 : first is null ? 0 : 1, papers.Length);
    }

    [Theory]
    [InlineData("association", "ccas", PaperKind.Bilan)]
    [InlineData("ccas", "association", PaperKind.Bilan)]
    [InlineData("ccas", "ccas", null)]
    [InlineData("association", "?", PaperKind.UnknownEmployer)]
    [InlineData("?", "association", PaperKind.UnknownEmployer)]
    public void Papers_OfTwoPosts_AreThoseOfBothEmployers(string one, string other, PaperKind? first)
    {
        var papers = Request(one, other).Papers;
        Assert.Equal(first, papers.IsEmpty ? null : papers[0].Kind);
    }

    private static FundingRequest Request(params string[] employersOfEach)
    {
        ImmutableArray<Post> posts = [
            .. employersOfEach.Select((employers, i) => Asked.Post
                    with { Id = $"P{i}",
                        Employers = [.. employers.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Employer)] })];
        PortfolioFacts facts = Asked.For(Asked.Promised("C1", "E", new Amount.OfCost(Share.Whole))
                with { Posts = [.. posts.Select(post => post.Id)] });
        return Portfolio.Create(facts with { Posts = posts }).Analyze(Asked.AsOf)
            .Requests.Last(request => request.Kind == RequestKind.Instalment);
    }

    private static Employer Employer(string text)
    {
        string[] words = text.Split(' ');
        Assert.True(words.Length == 1 || PartialDate.TryParse(words[1], out _));
        return new(words.Length > 1 && PartialDate.TryParse(words[1], out var from) ? from : null, "Employeur") { Kind = words[0] == "?"
                ? null : words[0] };
    }
}
