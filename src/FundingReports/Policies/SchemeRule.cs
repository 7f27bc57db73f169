using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace FundingReports.Policies;

/// <summary>
/// One rule of a scheme. Derive from it to write a rule of one's own; those of policy@1 are <see cref="ParameterRule"/>.
/// </summary>
[JsonConverter(typeof(NoJson<SchemeRule>))]
public abstract class SchemeRule
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => Code;

    /// <summary>The code by which programs know the rule: by default its type's name, "longest-duration".</summary>
    public virtual string Code => KebabCase.Of(GetType().Name);

    /// <summary>
    /// What else its answers depend on, such as a value given to its constructor: it enters <see cref="PolicySet.Hash"/>, by which two
    /// reports are known to have the same rules. Null where its type says all.
    /// </summary>
    public virtual string? Variant => null;

    /// <summary>
    /// Looks at a post, and says what the rule does not allow, or what cannot be checked. It throws nothing for what the facts hold.
    /// </summary>
    /// <remarks>
    /// Where a policy value is missing on the day asked, the checker says that the rule cannot be checked. Anything else that is thrown
    /// comes out of the analysis inside of an <see cref="InvalidOperationException"/> that names the rule, the scheme and the post.
    /// Posts are looked at by several threads at once where an analysis is streamed, or where a service answers many: a rule keeps nothing
    /// from one post to the next.
    /// </remarks>
    public abstract IEnumerable<SchemeFinding> Check(SchemeCase subject);
}

/// <summary>A rule of policy@1: it names the parameters that it compares with.</summary>
[JsonConverter(typeof(NoJson<ParameterRule>))]
public abstract class ParameterRule : SchemeRule
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Code}: {Listed.Of(Parameters)}";

    private protected ParameterRule(RuleKind kind, ImmutableArray<PolicyUnit> units, params ImmutableArray<string> parameters)
    {
        if (parameters.IsDefaultOrEmpty || parameters.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("A rule names at least one parameter.", nameof(parameters));
        (Kind, Units, Parameters) = (kind, units, parameters);
    }

    /// <inheritdoc/>
    public override string Code => EnumWords<RuleKind>.Of(Kind);

    /// <summary>The names of the parameters.</summary>
    public ImmutableArray<string> Parameters { get; }

    internal RuleKind Kind { get; }

    /// <summary>The units that the parameters may be in.</summary>
    internal ImmutableArray<PolicyUnit> Units { get; }
}

/// <summary>The rules of policy@1.</summary>
internal enum RuleKind
{
    HighestShareByYear,
    FlatAmount,
    LongestDuration,
    MostRenewals,
    OtherStateAids,
    LeastCofunding,
    ConventionAbove,
    HighestTotal,
}
