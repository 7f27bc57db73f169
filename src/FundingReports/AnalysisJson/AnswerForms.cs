using System.Text.Json.Serialization;
using FundingReports.AnalysisJson;
using FundingReports.Json;

// Which answers say in JSON what analysis@1 says: the types know nothing of it where they are declared.
namespace FundingReports
{
    [JsonConverter(typeof(AnswerJsonConverter))]
    public sealed partial class FundingAnalysis;

    [JsonConverter(typeof(AnswerJsonConverter))]
    public sealed partial record FundingHorizon;

    [JsonConverter(typeof(AnswerJsonConverter))]
    public readonly partial record struct Reach;
}

namespace FundingReports.Validation
{
    [JsonConverter(typeof(AnswerJsonConverter))]
    public sealed partial record Problem;

    [JsonConverter(typeof(ValueJsonConverter))]
    public readonly partial record struct SheetCell;
}
