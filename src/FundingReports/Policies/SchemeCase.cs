using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Policies;

/// <summary>A post under a scheme, as known on the as-of date: what a rule looks at.</summary>
[JsonConverter(typeof(NoJson<SchemeCase>))]
public sealed partial class SchemeCase
{
    private readonly KnownFacts facts;
    private readonly int post;
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly Lazy<SchemeMoney> money;

    internal SchemeCase(KnownFacts facts, int post, Scheme scheme, PolicySet policies)
    {
        (this.facts, this.post, Scheme, Policies) = (facts, post, scheme, policies);
        ImmutableArray<Commitment>.Builder own = ImmutableArray.CreateBuilder<Commitment>(),
            others = ImmutableArray.CreateBuilder<Commitment>();
        foreach ((int index, _) in facts.PromisedTo(post))
        {
            var commitment = facts.Portfolio.Commitments[index];
            indexes[commitment.Id] = index;
            (scheme.Pays(commitment, FunderOf(commitment)) ? own : others).Add(commitment);
        }
        (Commitments, Others) = (own.ToImmutable(), others.ToImmutable());
        HashSet<int> paid = [.. Commitments.Select(IndexOf)];
        money = new(() => new(facts, post, paid.Contains));
    }

    /// <summary>The portfolio.</summary>
    public Portfolio Portfolio => facts.Portfolio;

    /// <summary>The as-of date.</summary>
    public LocalDate AsOf => facts.AsOf;

    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; }

    /// <summary>The policies.</summary>
    public PolicySet Policies { get; }

    /// <summary>The post.</summary>
    public Post Post => Portfolio.Posts[post];

    /// <summary>What the scheme has promised to the post (announced and above), in the portfolio's order.</summary>
    public ImmutableArray<Commitment> Commitments { get; }

    /// <summary>What all others have promised to the post, in the portfolio's order.</summary>
    public ImmutableArray<Commitment> Others { get; }

    /// <summary>The funder of a commitment.</summary>
    public Funder? FunderOf(Commitment commitment)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        return Portfolio.FindFunder(commitment.Funder);
    }

    /// <summary>Where a commitment of the post is in the portfolio: <c>commitments[3]</c>.</summary>
    public string PathOf(Commitment commitment)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        return indexes.TryGetValue(commitment.Id, out int index) ? $"commitments[{index}]" : PathOfPost;
    }

    /// <summary>Where the post is in the portfolio: <c>posts[0]</c>.</summary>
    public string PathOfPost => $"posts[{post}]";

    internal KnownFacts Facts => facts;

    /// <summary>The money of the post, day by day.</summary>
    internal SchemeMoney Money => money.Value;

    /// <summary>What the scheme has promised, each commitment with its amendments.</summary>
    internal IEnumerable<IGrouping<int, Commitment>> Lines => Commitments.GroupBy(commitment => facts.LineOf(indexes[commitment.Id]));

    /// <summary>Those that pay the post on some day: a commitment withdrawn or replaced before it began says nothing.</summary>
    internal IReadOnlyList<Commitment> Paying(IEnumerable<Commitment> line) =>
        [.. line.Where(commitment => !Money.DaysOf(IndexOf(commitment)).IsEmpty)];

    internal int IndexOf(Commitment commitment) => indexes[commitment.Id];

    /// <summary>The value of a parameter when a commitment began; null, and a finding, where it is not known.</summary>
    internal PolicyValue? ValueFor(SchemeRule rule, string parameter, Commitment commitment, List<SchemeFinding> findings)
    {
        try
        {
            return Policies.On(parameter, commitment.From.First);
        }
        catch (PolicyException missing)
        {
            findings.Add(Finding(
                rule, SchemeVerdict.Unverifiable, commitment, parameter, null, PolicyTexts.NoValueForScheme(Scheme, Post, missing)));
            return null;
        }
    }

    internal SchemeFinding Finding(
        SchemeRule rule, SchemeVerdict verdict, Commitment? commitment, string parameter, PolicyValue? policy, BilingualText message) =>
        new(this, rule, verdict, message.French, message.English)
        {
            Commitment = commitment,
            Path = commitment is null ? PathOfPost : PathOf(commitment),
            Parameter = parameter,
            Policy = policy,
        };

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Post.Id} under {Scheme.Id}, as of {AsOf:uuuu-MM-dd}";
}
