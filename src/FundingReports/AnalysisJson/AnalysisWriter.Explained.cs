using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FundingReports.Reasons;
using FundingReports.Requests;
using FundingReports.Risk;
using FundingReports.Sentences;

namespace FundingReports.AnalysisJson;

// Risk and requests, each with the reasons it follows from.
internal static partial class AnalysisWriter
{
    private static void Write(Utf8JsonWriter json, PostRisk? risk, IEnumerable<string> because)
    {
        if (risk is null)
        {
            json.WriteNull("risk");
            return;
        }
        json.WriteStartObject("risk");
        json.WriteString("level", Camel(risk.Level));
        json.WriteString("atBest", Camel(risk.AtBest));
        json.WriteString("atWorst", Camel(risk.AtWorst));
        Money(json, "exposure", risk.Exposure);
        Texts(json, "because", because);
        json.WriteEndObject();
    }

    /// <summary>The reasons of an analysis, numbered once: those of horizons, then of risks, then of requests.</summary>
    private sealed class ExplainedFigure
    {
        private readonly FundingAnalysis analysis;
        private readonly List<(string Id, PostFunding Post, RiskCause Cause)> causes = [];
        private readonly ILookup<PostFunding, string> causesOf;

        internal ExplainedFigure(FundingAnalysis analysis)
        {
            this.analysis = analysis;
            Horizons = ReasonBuilder.Of(analysis);
            foreach (var post in analysis.Posts)
                foreach (var cause in post.Risk?.Causes ?? [])
                    causes.Add((Id(Horizons.Length + causes.Count), post, cause));
            causesOf = causes.ToLookup(cause => cause.Post, cause => cause.Id);
        }

        internal ImmutableArray<Reason> Horizons { get; }

        internal IEnumerable<string> Because(PostFunding post) => causesOf[post];

        internal void WriteRequests(Utf8JsonWriter json)
        {
            json.WriteStartArray("requests");
            for (int i = 0; i < analysis.Requests.Length; i++)
            {
                var request = analysis.Requests[i];
                json.WriteStartObject();
                json.WriteString("kind", Camel(request.Kind));
                json.WriteString("commitment", request.Commitment?.Id);
                Texts(json, "posts", request.Posts.Select(post => post.Id));
                json.WriteString("funder", request.Funder?.Id);
                json.WriteString("line", request.Line);
                json.WriteNumber("year", request.Year);
                Money(json, "amount", request.Amount);
                json.WriteStartArray("requested");
                foreach (var sum in request.Requested)
                {
                    json.WriteStartObject();
                    json.WriteString("commitment", sum.Commitment.Id);
                    Money(json, "amount", sum.Amount);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteString("closes", Iso(request.Closes));
                json.WriteString("lastKnown", Iso(request.LastKnown));
                json.WriteBoolean("overdue", request.Overdue);
                Texts(json, "papers", request.Papers.Select(paper => KebabCase.Of(paper.Kind.ToString())));
                Texts(json, "because", [IdOfRequest(i)]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        internal void WriteRules(Utf8JsonWriter json)
        {
            foreach (var (id, post, cause) in causes)
                Write(json, id, post, cause);
            for (int i = 0; i < analysis.Requests.Length; i++)
                Write(json, IdOfRequest(i), analysis.Requests[i]);
        }

        private static void Write(Utf8JsonWriter json, string id, PostFunding post, RiskCause cause)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("code", $"risk-{KebabCase.Of(cause.Kind.ToString())}");
            json.WriteStartObject("arguments");
            json.WriteString("post", post.Id);
            json.WriteString("level", Camel(cause.Level));
            json.WriteString("day", Iso(cause.Day));
            json.WriteString("funder", cause.Funder?.Id);
            json.WriteString("parameter", cause.Parameter);
            json.WriteString("value", cause.Policy?.ToString());
            json.WriteString("valueFrom", Iso(cause.Policy?.From));
            json.WriteEndObject();
            json.WriteString("source", cause.Policy?.Source.Id);
            Message(json, language => $"{RiskTexts.Sentence(cause, language)} {RiskTexts.Rule(cause, language)}".TrimEnd());
            json.WriteEndObject();
        }

        private void Write(Utf8JsonWriter json, string id, FundingRequest request)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("code", $"request-{KebabCase.Of(request.Kind.ToString())}");
            json.WriteStartObject("arguments");
            Texts(json, "posts", request.Posts.Select(post => post.Id));
            json.WriteString("commitment", request.Commitment?.Id);
            json.WriteString("year", request.Year.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteString("source", request.CampaignSource);
            Message(json, language => RequestTexts.Sentence(request, analysis.AsOf, language));
            json.WriteEndObject();
        }

        private string IdOfRequest(int index) => Id(Horizons.Length + causes.Count + index);

        private static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"r{index + 1}");
    }
}
