using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Properties;

/// <summary>The calendar comes back after 400 years; so do the answers.</summary>
public partial class ShiftTests
{
    private const int Years = 400;

    [Fact]
    public void Everything_Shifted400Years_ShiftsTheAnswers() => Answers.Check(400, (question, answer) =>
    {
        NaiveAnswer later = Answers.Of(Shifted(question.Facts), Shifted(question.AsOf), Shifted(question.Through));
        Answers.Same(YearsOf()
                .Replace(answer.ToString(),
                    year => (int.Parse(year.Value, CultureInfo.InvariantCulture) + Years).ToString(CultureInfo.InvariantCulture)),
            later.ToString());
    });

    // Of a date, or of a line such as "P1.2022.cost"; never the euros of an amount.
    [GeneratedRegex(@"\b\d{4}(?=-\d\d-\d\d)|(?<=^\w+\.)\d{4}(?=\.)", RegexOptions.Multiline)]
    private static partial Regex YearsOf();

    private static PortfolioFacts Shifted(PortfolioFacts facts) => facts with
    {
        Posts = [.. facts.Posts.Select(post => post with
        {
            From = Shifted(post.From),
            AttestedOn = Shifted(post.AttestedOn),
            Until = Shifted(post.Until),
            Costs = [.. post.Costs.Select(cost => cost with { From = Shifted(cost.From), DecidedOn = Shifted(cost.DecidedOn) })],
        })],
        Commitments = [.. facts.Commitments.Select(c => c with
        {
            From = Shifted(c.From),
            Until = c.Until.Until is { } until ? Term.On(Shifted(until)) : c.Until,
            DecidedOn = Shifted(c.DecidedOn),
            Instalments = c.Instalments is { } tranches
                ? [.. tranches.Select(t => t
                        with { From = Shifted(t.From), Until = Shifted(t.Until), DecidedOn = Shifted(t.DecidedOn),
                            PaidOn = Shifted(t.PaidOn) })] : null,
            Withdrawn = c.Withdrawn is { } w ? w with { From = Shifted(w.From), DecidedOn = Shifted(w.DecidedOn) } : null,
            Scalings = [.. c.Scalings.Select(scaling => scaling with { From = Shifted(scaling.From) })],
        })],
    };

    private static LocalDate Shifted(LocalDate date) => date.PlusYears(Years);

    private static PartialDate? Shifted(PartialDate? date) => date is { } known ? Shifted(known) : null;

    private static PartialDate Shifted(PartialDate date) => date.IsDay ? Shifted(date.First)
        : date.First.Month == date.Last.Month ? PartialDate.Of(date.First.Year + Years, date.First.Month)
            : PartialDate.Of(date.First.Year + Years);
}
