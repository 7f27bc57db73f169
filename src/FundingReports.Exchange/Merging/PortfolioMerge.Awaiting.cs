using System.Text;
using FundingReports.Exchange.Names;
using FundingReports.Json;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange;

// Promises that wait for a post; and a file put into a portfolio.
public sealed partial class PortfolioMerge
{
    private readonly List<AwaitingCommitment> awaiting = [];
    private readonly Dictionary<string, (int At, string By)> awaitingByContent = new(StringComparer.Ordinal);
    private Dictionary<string, (string Id, string By)>? placed;

    /// <summary>Puts an official file into a portfolio. Nothing that waits is placed.</summary>
    /// <param name="home">The portfolio.</param>
    /// <param name="homeName">Its name, for what is told twice.</param>
    /// <param name="told">
    /// What the file says. Its funders are those of the portfolio where the SIRET, or else the name, is the same.
    /// </param>
    /// <param name="policies">The policies, which say what references identify a post; null for those that ship.</param>
    public static MergedPortfolio Into(Portfolio home, string homeName, ReturnedFacts told, PolicySet? policies = null)
    {
        ArgumentNullException.ThrowIfNull(home);
        ArgumentNullException.ThrowIfNull(homeName);
        ArgumentNullException.ThrowIfNull(told);
        return Merge([new(homeName, home.Facts), told with { Facts = WithFundersOf(home, told.Facts) }], firstIsHome: true, policies);
    }

    // An official file names its funder as it likes, and often does not say of what kind it is.
    private static PortfolioFacts WithFundersOf(Portfolio home, PortfolioFacts facts) => facts with
    {
        Funders = [.. facts.Funders.Select(funder => SameFunder(home, funder) is { } same
            ? same with { Id = funder.Id, Siret = Siret(same) ?? Siret(funder) ?? same.Siret ?? funder.Siret } : funder)],
    };

    /// <summary>The funder of a portfolio that is this one: by SIRET, or by name where either has none; null where none is.</summary>
    internal static Funder? SameFunder(Portfolio home, Funder funder) =>
        home.Funders.FirstOrDefault(known => Siret(known) is { } siret && siret == Siret(funder))
            ?? home.Funders.FirstOrDefault(
                known => Plain.Key(known.Name) == Plain.Key(funder.Name) && (Siret(known) is null || Siret(funder) is null));

    // A SIRET with a wrong checksum identifies nobody: a spreadsheet has rounded or cut it, and made those of others the same.
    private static string? Siret(Funder funder) => Identifiers.HasSiretChecksum(funder.Siret) ? funder.Siret : null;

    private void AddAwaiting(AwaitingCommitment waiting, string by)
    {
        string content = Text(waiting with { Id = "", Source = null, Sources = Post.NoReferences });
        if (awaitingByContent.TryGetValue(content, out var known) && known.By != by)
        {
            problems.Add(
                new(ProblemCode.ToldTwice, $"{Property.Awaiting}[{known.At}]", null, "commitment", awaiting[known.At].Id, known.By, by));
            return;
        }
        // Its post may have been named since it was first imported.
        placed ??= Placed();
        if (waiting.Subsidy is not null && placed.TryGetValue(Told(waiting.Funder, waiting.DecidedOn, waiting), out var commitment)
            && commitment.By != by)
        {
            problems.Add(new(ProblemCode.ToldTwice, Property.Awaiting, null, "commitment", commitment.Id, commitment.By, by));
            return;
        }
        awaitingByContent.TryAdd(content, (awaiting.Count, by));
        awaiting.Add(waiting with { Id = Slug.Unique(waiting.Id, commitmentIds) });
    }

    private Dictionary<string, (string Id, string By)> Placed()
    {
        var told = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach ((Commitment commitment, string by) in commitments)
            if (commitment.Subsidy is { } subsidy)
                told.TryAdd(Told(commitment.Funder, commitment.DecidedOn,
                    new("", "", Amount.NotPublished) { References = commitment.References, Subsidy = subsidy }), (commitment.Id, by));
        return told;
    }

    // What stays the same when a post is named for it: line, days and the form of the amount may then be made more exact.
    private static string Told(string funder, PartialDate? decidedOn, AwaitingCommitment waiting) =>
        Text(new("", funder, Amount.NotPublished) { DecidedOn = decidedOn, References = waiting.References, Subsidy = waiting.Subsidy });

    // Two that are written alike say the same.
    private static string Text(AwaitingCommitment waiting) =>
        Encoding.UTF8.GetString(PortfolioWriter.ToUtf8(new() { Awaiting = [waiting] }));
}
