using System.Collections.Immutable;
using FundingReports.Figures;
using FundingReports.Ledger;
using NodaTime;

namespace FundingReports.Policies;

/// <summary>Checks posts against the rules of the schemes that they are under.</summary>
public static class SchemeChecker
{
    /// <summary>What the rules have to say, post by post, in the portfolio's order; findings, never exceptions.</summary>
    /// <exception cref="InvalidOperationException">
    /// A rule in code threw: it names the rule, the scheme and the post, and holds what was thrown.
    /// </exception>
    /// <param name="portfolio">The facts; those decided after the as-of date do not exist yet.</param>
    /// <param name="policies">The schemes and their values.</param>
    /// <param name="asOf">The as-of date.</param>
    public static ImmutableArray<SchemeFinding> Check(Portfolio portfolio, PolicySet policies, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentNullException.ThrowIfNull(policies);
        var schemes = policies.Schemes.ToDictionary(scheme => scheme.Id, StringComparer.OrdinalIgnoreCase);
        var findings = ImmutableArray.CreateBuilder<SchemeFinding>();
        KnownFacts? facts = null;
        for (int i = 0; i < portfolio.Posts.Length; i++)
            if (portfolio.Posts[i].Scheme is { } id && schemes.TryGetValue(id, out Scheme? scheme))
            {
                var subject = new SchemeCase(facts ??= new(portfolio, asOf), i, scheme, policies);
                foreach (var rule in (IEnumerable<SchemeRule>)[SchemeLine.Instance, .. scheme.Rules])
                    findings.AddRange(Check(rule, subject));
            }
        return findings.ToImmutable();
    }

    private static ImmutableArray<SchemeFinding> Check(SchemeRule rule, SchemeCase subject)
    {
        try
        {
            return [.. rule.Check(subject)];
        }
        catch (PolicyException missing)
        {
            BilingualText message = PolicyTexts.NoValueForScheme(subject.Scheme, subject.Post, missing);
            return [new(subject, rule, SchemeVerdict.Unverifiable, message.French, message.English) { Parameter = missing.Parameter }];
        }
        // A fault of a rule's own code: whoever wrote it must find it among others.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new InvalidOperationException(
                $"The rule {rule.GetType().FullName} of the scheme \"{subject.Scheme.Id}\" threw on the post \"{subject.Post.Id}\", as of {subject.AsOf:uuuu-MM-dd}: {fault.Message} Rules yield findings, and throw nothing for what the facts hold.", fault);
        }
    }
}
