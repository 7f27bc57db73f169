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
        ImmutableArray<SchemeFinding> found;
        try
        {
            found = rule.Check(subject) is { } findings ? [.. findings] : default;
        }
        catch (PolicyException missing)
        {
            BilingualText message = PolicyTexts.NoValueForScheme(subject.Scheme, subject.Post, missing);
            return [new(subject, rule, SchemeVerdict.Unverifiable, message.French, message.English) { Parameter = missing.Parameter }];
        }
        // A fault of a rule's own code: whoever wrote it must find it among others.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            string message = fault.Message.TrimEnd('.');
            throw Fault(rule, subject,
                $"threw: {message}. Rules yield findings, and throw nothing for what the facts hold.", fault);
        }
        if (found.IsDefault)
            throw Fault(rule, subject, "returned null: a rule that finds nothing yields nothing.");
        return found.Contains(null!) ? throw Fault(rule, subject, "yielded null instead of a finding.") : found;
    }

    private static InvalidOperationException Fault(SchemeRule rule, SchemeCase subject, string what, Exception? inner = null) => new(
        $"The rule {rule.GetType().FullName} of the scheme \"{subject.Scheme.Id}\", on the post \"{subject.Post.Id}\", as of {subject.AsOf:uuuu-MM-dd}, {what}", inner);
}
