using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using FundingReports.Horizons;
using FundingReports.Policies;
using FundingReports.Reasons;
using FundingReports.Sentences;
using FundingReports.Totals;
using FundingReports.Validation;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.AnalysisJson;

/// <summary>Writes the answers as analysis@1, token by token and without reflection: the same text whatever the machine.</summary>
internal static partial class AnalysisWriter
{
    internal const string Format = "fundingreports/analysis@1";

    private const int PartSize = 1 << 16;

    private static readonly FundingView[] views = Enum.GetValues<FundingView>();

    private static readonly JsonWriterOptions options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The file is no web page: accents stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static void Write(FundingAnalysis analysis, Stream stream)
    {
        foreach (ReadOnlyMemory<byte> part in Parts(analysis))
            stream.Write(part.Span);
    }

    internal static async Task WriteAsync(FundingAnalysis analysis, Stream stream, CancellationToken cancellationToken)
    {
        foreach (ReadOnlyMemory<byte> part in Parts(analysis, cancellationToken))
            await stream.WriteAsync(part, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The text, in parts of some tens of kilobytes. A country has a million posts: each part is forgotten once the next is asked for.
    /// </summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Parts(FundingAnalysis analysis, CancellationToken cancellationToken = default)
    {
        var text = new ArrayBufferWriter<byte>(2 * PartSize);
        using (var json = new Utf8JsonWriter(text, options))
            foreach (var _ in Steps(json, analysis))
            {
                cancellationToken.Look();
                json.Flush();
                if (text.WrittenCount < PartSize)
                    continue;
                yield return text.WrittenMemory;
                text.ResetWrittenCount();
            }
        text.Write("\n"u8);
        yield return text.WrittenMemory;
    }

    internal static void Write(Utf8JsonWriter json, FundingAnalysis analysis)
    {
        foreach (var _ in Steps(json, analysis))
            continue;
    }

    /// <summary>Writes the whole; it stops after each post and each list, where the writer may be emptied.</summary>
    private static IEnumerable<object?> Steps(Utf8JsonWriter json, FundingAnalysis analysis)
    {
        // A rule of somebody's own may throw: before the first byte, not in the middle of a reply.
        var ofRules = analysis.SchemeFindings;
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("asOf", Iso(analysis.AsOf));
        json.WriteString("through", Iso(analysis.Through));
        json.WriteString("portfolioHash", analysis.Portfolio.Hash);
        json.WriteString("policyHash", analysis.Policies.Hash);
        var explained = new ExplainedFigure(analysis);
        json.WriteStartArray("posts");
        foreach (PostFunding post in analysis.Posts)
        {
            Write(json, analysis, post, explained);
            yield return null;
        }
        json.WriteEndArray();
        List(json, "commitments", analysis.CommitmentBalances, Write);
        yield return null;
        Write(json, analysis.Totals);
        yield return null;
        explained.WriteRequests(json);
        yield return null;
        json.WriteStartArray("reasons");
        foreach (Reason reason in explained.Horizons)
        {
            Write(json, analysis.Portfolio, reason);
            yield return null;
        }
        explained.WriteRules(json);
        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (Problem finding in analysis.Findings)
            Object(json, finding, Write);
        yield return null;
        foreach (SchemeFinding finding in ofRules)
            Object(json, finding, Write);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FundingAnalysis analysis, PostFunding post, ExplainedFigure explained)
    {
        json.WriteStartObject();
        json.WriteString("id", post.Id);
        json.WriteStartObject("views");
        foreach (FundingView view in views)
            Write(json, post[view]);
        json.WriteEndObject();
        List(json, "years", post.Years, Write);
        Write(json, post.Risk, explained.Because(post));
        Texts(json, "missing", post.Missing.Select(missing => Camel(missing)));
        Texts(json, "assumptions", post.Assumptions.Select(source => source.Id));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ViewFunding view)
    {
        json.WriteStartObject(Camel(view.View));
        json.WriteStartObject("full");
        Horizon(json, view.FullyFundedUntil);
        json.WriteString("left", view.FullyFundedUntil.Left is { } left ? PeriodPattern.Roundtrip.Format(left) : null);
        json.WriteString("resumesOn", Iso(view.FullyFundedUntil.ResumesOn));
        json.WriteEndObject();
        json.WriteStartObject("part");
        Horizon(json, view.PartlyFundedUntil);
        json.WriteEndObject();
        List(json, "pieces", view.Pieces, Write);
        if (view.Cliff is { } cliff)
            Write(json, cliff);
        else
            json.WriteNull("cliff");
        Money(json, "unused", view.Unused);
        json.WriteEndObject();
    }

    internal static void Horizon(Utf8JsonWriter json, FundingHorizon horizon)
    {
        json.WriteString("state", Camel(horizon.State));
        json.WriteString("surely", ReachOf(horizon.Surely));
        json.WriteString("possibly", ReachOf(horizon.Possibly));
    }

    private static void Write(Utf8JsonWriter json, CoveragePiece piece)
    {
        json.WriteString("from", Iso(piece.From));
        json.WriteString("until", Iso(piece.Until));
        json.WriteString("low", piece.Low.ToString());
        Rate(json, "high", piece.High);
        json.WriteString("state", Camel(piece.State));
    }

    private static void Write(Utf8JsonWriter json, Cliff cliff)
    {
        json.WriteStartObject("cliff");
        json.WriteString("on", Iso(cliff.On));
        json.WriteString("shareLost", cliff.ShareLost.ToString());
        Money(json, "yearlyRateLost", cliff.YearlyRateLost);
        Texts(json, "commitments", cliff.Losses.Select(loss => loss.Commitment.Id));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PostYear year)
    {
        json.WriteNumber("year", year.Year);
        Money(json, "cost", year.Cost);
        List(json, "cells", year.Cells, Write);
        foreach (FundingView view in views)
        {
            YearFunding own = year[view];
            json.WriteStartObject(Camel(view));
            Money(json, "funding", own.Funding);
            Money(json, "gap", own.Gap);
            Money(json, "gapAtMost", own.GapAtMost);
            Money(json, "surplus", own.Surplus);
            Money(json, "rounding", own.Rounding);
            Rate(json, "low", own.Low);
            Rate(json, "high", own.High);
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, Cell cell)
    {
        json.WriteString("commitment", cell.Commitment.Id);
        foreach (FundingView view in views)
            Money(json, Camel(view), cell[view]);
    }

    private static void Write(Utf8JsonWriter json, CommitmentBalance tie)
    {
        json.WriteString("id", tie.Commitment.Id);
        Money(json, "promised", tie.Promised);
        Money(json, "before", tie.Before);
        Money(json, "shown", tie.Shown);
        Money(json, "after", tie.After);
        Money(json, "unused", tie.Unused);
        Money(json, "paid", tie.Paid);
    }

    private static void Write(Utf8JsonWriter json, Portfolio portfolio, Reason reason)
    {
        json.WriteStartObject();
        json.WriteString("id", reason.Id);
        json.WriteString("code", KebabCase.Of(reason.Code.ToString()));
        json.WriteStartObject("arguments");
        json.WriteString("post", reason.Post.Id);
        json.WriteString("view", Camel(reason.View.View));
        json.WriteString("surely", ReachOf(reason.Horizon.Surely));
        json.WriteString("possibly", ReachOf(reason.Horizon.Possibly));
        json.WriteString("resumesOn", Iso(reason.Horizon.ResumesOn));
        if (reason.Cliff is { } cliff)
        {
            json.WriteString("on", Iso(cliff.On));
            json.WriteString("shareLost", cliff.ShareLost.ToString());
            Money(json, "yearlyRateLost", cliff.YearlyRateLost);
            Texts(json, "commitments", cliff.Losses.Select(loss => loss.Commitment.Id));
        }
        Texts(json, "missing", reason.Missing.Select(missing => Camel(missing)));
        json.WriteEndObject();
        json.WriteString("source", reason.Source);
        Message(json, language => ReasonTexts.Message(reason, portfolio, language));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Problem finding)
    {
        json.WriteString("code", finding.CodeName);
        json.WriteString("severity", EnumWords<Severity>.Of(finding.Severity));
        json.WriteString("path", finding.Path);
        Message(json, finding.Message);
    }

    private static void Write(Utf8JsonWriter json, SchemeFinding finding)
    {
        json.WriteString("code", $"scheme-{finding.Rule}");
        json.WriteString("severity", EnumWords<Severity>.Of(Severity.Warning));
        json.WriteString("path", finding.Path);
        Message(json, finding.Message);
        json.WriteString("verdict", EnumWords<SchemeVerdict>.Of(finding.Verdict));
        json.WriteString("scheme", finding.Scheme.Id);
        json.WriteString("post", finding.Post.Id);
        if (finding.Commitment is { } commitment)
            json.WriteString("commitment", commitment.Id);
        if (finding.Parameter is { } parameter)
            json.WriteString("parameter", parameter);
    }

    internal static void Message(Utf8JsonWriter json, Func<Language, string> say)
    {
        json.WriteStartObject("message");
        json.WriteString("fr", say(Language.French));
        json.WriteString("en", say(Language.English));
        json.WriteEndObject();
    }

    private static void Money(Utf8JsonWriter json, string name, Knowable<Euros> amount) =>
        json.WriteString(name, amount.OrNull()?.ToString());

    private static void Rate(Utf8JsonWriter json, string name, Knowable<CoverageRate> rate) =>
        json.WriteString(name, rate.OrNull()?.ToString());

    internal static string? ReachOf(Reach reach) => reach.IsOpen ? "open" : Iso(reach.Until);

    internal static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    internal static string? Iso(LocalDate? date) => date is { } day ? Iso(day) : null;

    /// <summary>The word of an enumeration as analysis@1 writes it: "notOnFirstDay".</summary>
    private static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void List<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
            Object(json, item, write);
        json.WriteEndArray();
    }

    private static void Object<T>(Utf8JsonWriter json, T item, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject();
        write(json, item);
        json.WriteEndObject();
    }
}
