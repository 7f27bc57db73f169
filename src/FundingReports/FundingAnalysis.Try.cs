using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FundingReports.Ledger;
using FundingReports.Policies;
using FundingReports.Validation;
using NodaTime;
using NodaTime.Text;

namespace FundingReports;

// The analysis, or every reason why there is none: nothing that a file, a form or a request says makes it throw.
public sealed partial class FundingAnalysis
{
    /// <summary>Analyses a portfolio, or says every reason why it cannot be.</summary>
    /// <param name="portfolio">The facts.</param>
    /// <param name="asOf">The day as known on which to answer.</param>
    /// <param name="analysis">The answers; null where there is a problem.</param>
    /// <param name="problems">
    /// Why there are none: days of which none can be asked (at <c>asOf</c>, <c>through</c> or <c>since</c>); rules without a value on that
    /// day (at <c>parameters.…</c>); facts that contradict one another as known on it (at <c>commitments[3]</c>); money too large to be
    /// calculated (at <c>posts[3]</c>, or <c>$</c>). Empty where there are answers: what is to be looked at is in <see cref="Findings"/>.
    /// </param>
    /// <param name="options">How it is made; null for the years, the rules and the cores that are taken where nothing is said.</param>
    /// <param name="cancellationToken">
    /// Looked at before each post, and after the posts before each kind of answer over all of them.
    /// </param>
    /// <returns>Whether there are answers.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static bool TryOf(
        Portfolio portfolio, LocalDate asOf, [NotNullWhen(true)] out FundingAnalysis? analysis, out ImmutableArray<Problem> problems,
        AnalysisOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        options ??= AnalysisOptions.Default;
        analysis = null;
        asOf = asOf.InIso();
        problems = [.. AnalysisPeriod.Problems(asOf, options.Through, options.Since)];
        if (problems.Length > 0)
            return false;
        problems = [.. RequiredPolicies.Missing(options.Policies ?? PolicySet.Default, asOf).Select(Said)];
        try
        {
            // Contradictions are looked for here only where something else is wrong: otherwise the analysis itself looks for them first.
            if (problems.Length > 0)
                problems = [.. problems, .. Conflicts.In(new KnownFacts(portfolio, asOf, options.Since))];
            else
                analysis = Of(portfolio, asOf, options, cancellationToken);
        }
        catch (PortfolioException contradiction)
        {
            problems = contradiction.Problems;
        }
        catch (PolicyException missing)
        {
            problems = [Said(missing)];
        }
        catch (OverflowException large)
        {
            problems = [TooLarge(large)];
        }
        return analysis is not null;
    }

    private static Problem Said(PolicyException missing) => new(
        ProblemCode.NoPolicyValue, JsonPath.Property("parameters", missing.Parameter), null,
        missing.Parameter, LocalDatePattern.Iso.Format(missing.Day), KebabCase.Of(missing.Gap.ToString()));

    private static Problem TooLarge(OverflowException large) => large is TooLargeException { Post: { } post, Place: { } place }
        ? new(ProblemCode.TooLargeToCalculate, $"{Portfolios.Property.Posts}[{place}]", null, post)
        : new(ProblemCode.TooLargeToCalculate, JsonPath.Root);
}
