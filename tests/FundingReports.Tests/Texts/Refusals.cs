using System.Text.Json;
using FundingReports.Changes;
using FundingReports.Json;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Scenarios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Texts;

/// <summary>Each way in which a converter of the library refuses what JSON holds.</summary>
internal static class Refusals
{
    internal static IEnumerable<FundingJsonException> All =>
    [
        Of<Euros>("\"26 000\""), Of<Euros>("0.005"), Of<Euros>("true"), Of<CoverageRate>("\"x\""), Of<Share>("\"120 %\""),
        Of<Ratio>("\"1/0\""),
        Of<Factor>("\"-1\""), Of<PartialDate>("\"2023-02-30\""), Of<Term>("\"demain\""), Of<Knowable<Euros>>("{\"unknown\":\"cost\"}"),
        Of<FunderKind>("\"roi\""), Of<RiskReasons>("1"), Of<Reach>("\"demain\""), Of<Reach>("1"), Of<FundingHorizon>("{}"),
        Of<FundingHorizon>("{\"state\":\"until\",\"surely\":1,\"possibly\":null}"),
        Of<FundingHorizon>("{\"state\":\"until\",\"surely\":null,\"possibly\":null,\"asOf\":\"demain\"}"), Of<Problem>("{}"),
        Of<Problem>("{\"code\":\"x\",\"path\":\"$\"}"), Of<Problem>("{\"code\":\"no-posts\",\"path\":\"$\",\"arguments\":1}"),
        Of<Amount.Total>("{\"annual\":\"1\"}"), Of<Post>("{\"id\":\"P\",\"label\":\"Poste\",\"statut\":1}"), Of<Portfolio>("{}"),
        Of<PolicySet>("{}"), Of<Scenario>("{}"),
        Assert.Throws<FundingJsonException>(() => JsonSerializer.Deserialize<LocalDate>("\"demain\"", dates)),
        Assert.Throws<FundingJsonException>(() => JsonSerializer.Serialize((FunderKind)99)),
    ];

    private static readonly JsonSerializerOptions dates = new() { Converters = { new LocalDateJsonConverter() } };

    private static FundingJsonException Of<T>(string json) =>
        Assert.Throws<FundingJsonException>(() => JsonSerializer.Deserialize<T>(json));
}
