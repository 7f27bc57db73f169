using FundingReports.Changes;
using FundingReports.Tests.Changes;
using FundingReports.Tests.Sentences;

namespace FundingReports.Tests.Texts;

/// <summary>What the sentences about changes rest on; the words are in the approved sentences.</summary>
public class ChangeTextsTests
{
    [Fact]
    public void Promise_OfEachSituation_HasItsFate() => Assert.Equal(
        [
            CommitmentFate.Changed, CommitmentFate.EndedEarlier, CommitmentFate.Changed, CommitmentFate.Refused,
            CommitmentFate.Changed, CommitmentFate.Changed, CommitmentFate.Withdrawn, CommitmentFate.Gone,
        ],
        ChangeSituations.Promises.Select(one => ChangesOf.To(one.After).Promise("C1").Fate));

    [Fact]
    public void Post_OfEachSituation_HasItsMove() => Assert.Equal(
        [PostMove.Created, PostMove.Created, PostMove.Same],
        ChangeSituations.Posts.Select(one => ChangeSituations.PostChanged(one.After).Posts[0].Move));
}
