using FundingReports.Portfolios;

namespace FundingReports.Validation;

// What is possible, and mostly a slip of the keys: a percentage without its sign, thousands of euros, a century too many. It is said, and
// taken as written. The limits are the project's own, and wide: they catch slips, and judge nothing.
internal sealed partial class PortfolioValidator
{
    private const int MostFte = 20, MostYearsOfTerm = 50;
    private static readonly Euros leastSum = Euros.FromCents(1_00), leastCost = Euros.FromCents(100_00);
    private static readonly Share leastShare = Share.Of(1, 100);

    private void CheckUnlikely(Commitment commitment, string path)
    {
        if (commitment.Until.Until is { } until && until.Last.Year - commitment.From.First.Year > MostYearsOfTerm)
            SayUnlikely("term", until.ToString(), path, $".{Property.Until}");
        string at = $".{Property.Amount}.{AmountKinds.NameOf(commitment.Amount.Kind)}";
        // One slip of a list is its slip: it was written in one go.
        if (commitment.Amount.Sums.Index().FirstOrDefault(one => IsBelow(one.Item, leastSum)) is { Item.Cents: > 0 } small)
            SayUnlikely("sum", small.Item.ToString(), path, commitment.Amount.Years is null ? at : $"{at}[{small.Index}]");
        if (commitment.Amount.Shares.Index().FirstOrDefault(one => one.Item < leastShare) is { Item: { } thin, Index: var index })
            SayUnlikely("share", thin.ToString(), path, commitment.Amount.Years is null ? at : $"{at}[{index}]");
    }

    private void CheckUnlikely(Post post, string path)
    {
        if (post.Fte is > MostFte and < NumberLimit and var time)
            SayUnlikely("fte", ExactNumber.Write(time), path, $".{Property.Fte}");
    }

    private void CheckUnlikely(Cost cost, string path)
    {
        if (cost.Annual is { } annual && IsBelow(annual, leastCost))
            SayUnlikely("cost", annual.ToString(), path, $".{Property.Annual}");
    }

    private static bool IsBelow(Euros sum, Euros least) => sum > Euros.Zero && sum < least;

    private void SayUnlikely(string what, string found, string path, string property)
    {
        if (problems.Readable(path + property))
            problems.Add(ProblemCode.UnlikelyValue, path + property, found, what);
    }
}
