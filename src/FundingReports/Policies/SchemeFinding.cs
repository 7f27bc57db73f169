using System.Text.Json.Serialization;
using FundingReports.Portfolios;

namespace FundingReports.Policies;

/// <summary>What a rule of a scheme has to say about a post. It changes no figure and stops nothing.</summary>
[JsonConverter(typeof(NoJson<SchemeFinding>))]
public sealed record SchemeFinding
{
    /// <summary>A finding.</summary>
    /// <param name="subject">The case that was looked at.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="verdict">Whether the rule is broken, or cannot be checked.</param>
    /// <param name="french">The sentence, in French.</param>
    /// <param name="english">The sentence, in English.</param>
    public SchemeFinding(SchemeCase subject, SchemeRule rule, SchemeVerdict verdict, string french, string english)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentException.ThrowIfNullOrWhiteSpace(french);
        ArgumentException.ThrowIfNullOrWhiteSpace(english);
        if (!Enum.IsDefined(verdict))
            throw new ArgumentOutOfRangeException(
                nameof(verdict), verdict, $"A finding of the rule {rule.Code} is Broken or Unverifiable.");
        (Scheme, Rule, Post, Verdict, French, English) = (subject.Scheme, rule.Code, subject.Post, verdict, french, english);
        Path = subject.PathOfPost;
    }

    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; }

    /// <summary>The code of the rule: "flat-amount".</summary>
    public string Rule { get; }

    /// <summary>The post.</summary>
    public Post Post { get; }

    /// <summary>Whether the rule is broken, or cannot be checked.</summary>
    public SchemeVerdict Verdict { get; }

    /// <summary>The commitment, where it is about one.</summary>
    public Commitment? Commitment { get; init; }

    /// <summary>Where it is in the portfolio: <c>commitments[3]</c>, <c>posts[0]</c>.</summary>
    public string Path { get; init; }

    /// <summary>The name of the parameter that was compared with, where there is one.</summary>
    public string? Parameter { get; init; }

    /// <summary>The policy value that was compared with, with its date and its source; null where none is known on the day.</summary>
    public PolicyValue? Policy { get; init; }

    private string French { get; }

    private string English { get; }

    /// <summary>The sentence: what is found, and what the rule is, with its date and its source.</summary>
    public string Message(Language language) => language is Language.French ? French : English;
}

/// <summary>What a rule can say.</summary>
[JsonConverter(typeof(WordJsonConverter<SchemeVerdict>))]
public enum SchemeVerdict
{
    /// <summary>The facts do not meet the rule.</summary>
    Broken,

    /// <summary>Something that the rule needs is not known. Unknown is not met.</summary>
    Unverifiable,
}
