using System.Collections.Immutable;
using FundingReports.Changes;
using FundingReports.Portfolios;
using FundingReports.Scenarios;
using NodaTime;

namespace FundingReports.Tests.Changes;

/// <summary>What is the same thing, and what only looks like it.</summary>
public class RecognisedTests
{
    private const string One = "67895644300011", Another = "78945612300012";

    /// <summary>What an id has recognised is no longer there for a number or a name to recognise.</summary>
    [Fact]
    public void Post_RecognisedByItsId_IsNotTakenForAnother()
    {
        Post numbered = Numbered("A", "J1", "Un");
        PortfolioChanges changes = ChangesOf.To(Of(numbered, Numbered("B", "J1", "Deux")), Of(numbered));
        Assert.Equal([(PostMove.Same, MatchedBy.Id), (PostMove.Created, MatchedBy.Nothing)],
            changes.Posts.Select(post => (post.Move, post.MatchedBy)));
    }

    /// <summary>What its number has recognised is no longer there for its name to recognise.</summary>
    [Fact]
    public void Post_RecognisedByItsNumber_IsNotTakenForAnother()
    {
        PortfolioChanges changes = ChangesOf.To(Of(Numbered("X", "J1", "Deux")),
            Of(Numbered("A", "J1", "Un"), ChangesOf.Post("B") with { Label = "Deux" }));
        Assert.Equal([("A", "X", MatchedBy.Reference), ("B", null, MatchedBy.Nothing)],
            changes.Posts.Select(post => (post.Before?.Id, post.After?.Id, post.MatchedBy)));
    }

    [Fact]
    public void Post_ThatTwoCouldBe_IsNeither()
    {
        PortfolioChanges changes = ChangesOf.To(
            Of(ChangesOf.Post("X") with { Label = "Poste" }, ChangesOf.Post("Y") with { Label = "Poste" }),
            Of(ChangesOf.Post("A") with { Label = "Poste" }));
        Assert.Equal(3, changes.Posts.Length);
        Assert.All(changes.Posts, post => Assert.Equal((PostMove.Unmatched, MatchedBy.Ambiguous), (post.Move, post.MatchedBy)));
    }

    [Theory]
    [InlineData(null, null, MatchedBy.Name)]
    [InlineData(One, null, MatchedBy.Name)]
    [InlineData(null, One, MatchedBy.Name)]
    [InlineData(One, One, MatchedBy.Reference)]
    [InlineData(One, Another, MatchedBy.Ambiguous)]
    public void Funder_OfTheSameName_IsAnotherWhereItsSiretIs(string? before, string? after, MatchedBy expected)
    {
        PortfolioFacts Named(string id, string? siret) => ChangesOf.Facts with
        {
            Funders = [new(id, "État", FunderKind.State) { Siret = siret }, ChangesOf.Facts.Funders[1]],
            Commitments = [ChangesOf.Facts.Commitments[0] with { Funder = id }, ChangesOf.Facts.Commitments[1]],
        };
        YearChange year = ChangesOf.To(Named("S", after), Named("E", before)).Years[0];
        Assert.Equal(expected, year.Funders[0].MatchedBy);
        Assert.Equal(expected == MatchedBy.Ambiguous ? 3 : 2, year.Funders.Length);
    }

    [Fact]
    public void Promise_ThatTwoCouldBe_IsNeither()
    {
        ImmutableSortedDictionary<string, string> number = ChangesOf.Reference("convention", "12");
        PortfolioFacts before = ChangesOf.Facts
            with { Commitments = [
                .. new[] { "O1", "O2" }.Select(id => ChangesOf.Half(id, "E", new(2023, 6, 30), "P1") with { References = number })] };
        PortfolioChanges changes = ChangesOf.To(before with { Commitments = [before.Commitments[0] with { Id = "N1" }] }, before);
        Assert.Equal(3, changes.Promises.Length);
        Assert.All(changes.Promises,
            promise => Assert.Equal((CommitmentFate.Unmatched, MatchedBy.Ambiguous), (promise.Fate, promise.MatchedBy)));
    }

    /// <summary>The order in which a promise lists its posts says nothing.</summary>
    [Fact]
    public void Promise_OfTheSamePostsInAnotherOrder_IsTheSame()
    {
        PortfolioFacts Listed(params string[] posts) =>
            ChangesOf.With(one => one with { Posts = [.. posts] }) with { Posts = [ChangesOf.Post("P1"), ChangesOf.Post("P2")] };
        Assert.Equal(CommitmentFate.Kept, ChangesOf.To(Listed("P2", "P1"), Listed("P1", "P2")).Promise("C1").Fate);
        Assert.Equal([CommitmentDetail.Posts], ChangesOf.To(Listed("P2"), Listed("P1", "P2")).Promise("C1").Details.AsEnumerable());
    }

    [Theory]
    [InlineData("split", CommitmentDetail.Amount)]
    [InlineData("weights", CommitmentDetail.Amount)]
    [InlineData("approximate", CommitmentDetail.Amount)]
    [InlineData("scaled", CommitmentDetail.Amount)]
    [InlineData("instalments unknown", CommitmentDetail.Instalments)]
    public void Promise_OnTermsThatAreEasilyOverlooked_IsChanged(string what, CommitmentDetail expected)
    {
        PortfolioFacts Sum(Split split) =>
            ChangesOf.With(one => one with { Posts = ["P1", "P2"], Amount = new Amount.Annual(Euros.Of(25_000)), Split = split })
            with { Posts = [ChangesOf.Post("P1"), ChangesOf.Post("P2")] };
        PortfolioFacts before = Sum(Weights(1, 2));
        Commitment first = before.Commitments[0];
        PortfolioFacts after = what switch
        {
            "split" => Sum(Split.Equally),
            "weights" => Sum(Weights(2, 1)),
            _ => before with
            {
                Commitments = before.Commitments.SetItem(0, what switch
                {
                    "approximate" => first with { Approximate = true },
                    "scaled" => first with { Scalings = [new Scaling(new LocalDate(2030, 1, 1), new(1, 2))] },
                    _ => first with { Instalments = null },
                }),
            },
        };
        CommitmentChange promise = ChangesOf.To(after, before).Promise("C1");
        Assert.Equal((CommitmentFate.Changed, expected), (promise.Fate, promise.Details.Single()));
        Assert.Equal(CommitmentFate.Kept, ChangesOf.To(Sum(Weights(1, 2)), before).Promise("C1").Fate);
    }

    /// <summary>A scheme or a status describes: two posts that share one are two, and one that changes its own is itself.</summary>
    [Fact]
    public void Post_OfTheSameStatus_IsNotRecognisedByIt()
    {
        Post Described(string id, string label, string status) =>
            ChangesOf.Post(id) with { Label = label, References = ChangesOf.Reference("statut", status) };
        PortfolioChanges changes = ChangesOf.To(Of(Described("X", "Deux", "ferme")), Of(Described("A", "Un", "ferme")));
        Assert.Equal([("X", MatchedBy.Nothing), ("A", MatchedBy.Nothing)], changes.Posts.Select(post => (post.Post.Id, post.MatchedBy)));
        changes = ChangesOf.To(Of(Described("X", "Un", "vacant")), Of(Described("A", "Un", "ferme")));
        Assert.Equal([("A", "X", MatchedBy.Name)], changes.Posts.Select(post => (post.Before!.Id, post.After!.Id, post.MatchedBy)));
    }

    [Theory]
    [InlineData("Dax", "Dax ")]
    [InlineData("Médiatrice, Mont-de-Marsan", "MEDIATRICE MONT DE MARSAN")]
    public void Post_OfTheSameName_IsRecognisedHoweverItIsWritten(string before, string after)
    {
        PortfolioChanges changes = ChangesOf.To(Of(ChangesOf.Post("X") with { Label = after }),
            Of(ChangesOf.Post("A") with { Label = before }));
        Assert.Equal([("A", "X", MatchedBy.Name)], changes.Posts.Select(post => (post.Before?.Id, post.After?.Id, post.MatchedBy)));
    }

    private static Split.Weights Weights(decimal first, decimal second) =>
        new(ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
            [KeyValuePair.Create("P1", first), KeyValuePair.Create("P2", second)]));

    private static Post Numbered(string id, string number, string label) =>
        ChangesOf.Post(id) with { Label = label, References = ChangesOf.Reference("FONJEP", number) };

    private static PortfolioFacts Of(params Post[] posts) => ChangesOf.Facts with { Posts = [.. posts], Commitments = [] };
}
