using System.Collections.Immutable;
using System.Text.Json;
using FundingReports.Totals;

namespace FundingReports.AnalysisJson;

// The answers for all posts together; beside each figure that may be unknown, the part that is known.
internal static partial class AnalysisWriter
{
    private static void Write(Utf8JsonWriter json, PortfolioTotals totals)
    {
        json.WriteStartObject("portfolio");
        List(json, "pieces", totals.Pieces, Write);
        json.WriteStartObject("earliest");
        foreach (FundingView view in views)
        {
            EarliestHorizon earliest = totals.Earliest[view];
            json.WriteStartObject(Camel(view));
            json.WriteString("surely", ReachOf(earliest.Surely));
            json.WriteString("possibly", ReachOf(earliest.Possibly));
            Texts(json, "posts", earliest.Posts);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        List(json, "years", totals.Years, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FundedPosts piece)
    {
        json.WriteString("from", Iso(piece.From));
        json.WriteString("until", Iso(piece.Until));
        json.WriteString("view", Camel(piece.View));
        json.WriteStartObject("posts");
        json.WriteNumber("full", piece.Full.Posts);
        json.WriteNumber("part", piece.Part.Posts);
        json.WriteNumber("none", piece.None.Posts);
        json.WriteNumber("undetermined", piece.Undetermined.Posts);
        json.WriteEndObject();
        json.WriteStartObject("fte");
        Fte(json, "full", piece.Full.Fte);
        Fte(json, "part", piece.Part.Fte);
        Fte(json, "none", piece.None.Fte);
        Fte(json, "undetermined", piece.Undetermined.Fte);
        Fte(json, "covered", piece.Covered);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PortfolioYear year)
    {
        json.WriteNumber("year", year.Year);
        Sum(json, "cost", year.Cost);
        foreach (FundingView view in views)
        {
            ViewYear own = year[view];
            json.WriteStartObject(Camel(view));
            Sum(json, "funding", own.Funding);
            Sum(json, "gap", own.Gap);
            Sum(json, "surplus", own.Surplus);
            Groups(json, "byFunder", own.ByFunder);
            Groups(json, "byKind", own.ByKind);
            Groups(json, "byDepartement", own.ByDepartement);
            Groups(json, "byScheme", own.ByScheme);
            Groups(json, "byLine", own.ByLine);
            json.WriteEndObject();
        }
    }

    private static void Sum(Utf8JsonWriter json, string name, Total total)
    {
        Money(json, name, total.Exact);
        json.WriteString($"{name}Known", total.KnownPart.ToString());
    }

    private static void Groups(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, Total> groups)
    {
        json.WriteStartObject(name);
        foreach ((string group, Total total) in groups)
            Money(json, group, total.Exact);
        json.WriteEndObject();
        json.WriteStartObject($"{name}Known");
        foreach ((string group, Total total) in groups)
            json.WriteString(group, total.KnownPart.ToString());
        json.WriteEndObject();
    }

    private static void Fte(Utf8JsonWriter json, string name, FteSum sum)
    {
        json.WriteString(name, sum.Exact is { } exact ? Number(exact) : null);
        json.WriteString($"{name}Known", Number(sum.KnownPart));
    }

    // Working times have six decimals at most; weighted by a coverage they have more, which mean nothing.
    private static string Number(decimal number) => ExactNumber.Write(decimal.Round(number, 6, MidpointRounding.AwayFromZero));
}
