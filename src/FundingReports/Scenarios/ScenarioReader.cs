using System.Collections.Immutable;
using System.Text.Json;
using FundingReports.Json;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Scenarios;

/// <summary>Reads scenario@1 into changes and lists every problem of the reading.</summary>
internal sealed class ScenarioReader
{
    /// <summary>The format that is read and written.</summary>
    internal const string Format = "fundingreports/scenario@1";

    private static readonly ImmutableArray<string> kinds =
        ["withdraw", "renew", "scale", "indexCost", "setCost", "addCommitment", "addPost", "removePost"];

    private readonly ProblemList problems;
    private readonly JsonValues values;

    internal ScenarioReader(ProblemList problems) => (this.problems, values) = (problems, new(problems));

    internal static Scenario? Read(JsonElement root, ProblemList problems)
    {
        var reader = new ScenarioReader(problems);
        return JsonObject.Open(root, JsonPath.Root, problems) is { } document ? reader.Scenario(document) : null;
    }

    private Scenario? Scenario(JsonObject document)
    {
        if (document.Require("format") is { } value && values.Text(value, "format") is { } format && format != Format)
        {
            problems.Fail(ProblemCode.UnknownFormat, "format", format, Format);
            return null;
        }
        string name = document.RequiredText("name");
        string? source = document.Text("source");
        // Absent, it would be the baseline under the name of a scenario; a list that is empty says so.
        var changes = document.Require("changes") is { } list ? values.List(list, "changes", Change) : [];
        document.Close();
        if (name.Trim().Length == 0)
        {
            if (document.Take("name") is not null)
                problems.Fail(ProblemCode.Missing, "name", name, "name");
            return null;
        }
        return new(name, source, [.. changes.OfType<ScenarioChange>()]);
    }

    internal ScenarioChange? Change(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } change)
            return null;
        ImmutableArray<string> given = [.. kinds.Where(kind => change.Take(kind) is not null)];
        change.Close();
        if (given is not [var name])
        {
            problems.Fail(ProblemCode.ChangeKinds, path, KindsIn(change, element), kinds);
            return null;
        }
        JsonElement value = change.Take(name)!.Value;
        string inner = change.PathOf(name);
        if (name == "removePost")
            return values.Text(value, inner) is { } post ? new ScenarioChange.RemovePost(post) : null;
        if (name == "addCommitment")
            return new ScenarioChange.AddCommitment(new PortfolioReader(problems).Commitment(value, inner));
        if (name == "addPost")
            return new ScenarioChange.AddPost(new PortfolioReader(problems).Post(value, inner));
        if (JsonObject.Open(value, inner, problems) is not { } item)
            return null;
        ScenarioChange made = name switch
        {
            "withdraw" => new ScenarioChange.Withdraw(item.RequiredText("funder"), item.RequiredDate("from")),
            "renew" => new ScenarioChange.Renew(item.RequiredText("commitment"), item.RequiredDate("until"))
            {
                Factor = item.Take("factor") is { } factor ? ReadFactor(factor, item.PathOf("factor"), 0) : Factor.One,
                Status = item.Word<CommitmentStatus>("status"),
                Firm = item.Take("firm") is not { } firm || (values.Boolean(firm, item.PathOf("firm")) ?? true),
            },
            "scale" => new ScenarioChange.Scale(
                item.RequiredText("funder"), item.Text("line"), item.RequiredDate("from"), RequiredFactor(item, "factor", 0)),
            "indexCost" => new ScenarioChange.IndexCost(Posts(item), item.RequiredDate("from"), RequiredFactor(item, "rate", 1)),
            _ => new ScenarioChange.SetCost(Posts(item), item.RequiredDate("from"), RequiredMoney(item), item.Text("source")),
        };
        item.Close();
        return made;
    }

    private ImmutableArray<string> Posts(JsonObject item)
    {
        if (item.Require("posts") is not { } list)
            return [];
        string at = item.PathOf("posts");
        if (list.ValueKind is JsonValueKind.Array && list.GetArrayLength() == 0)
            problems.Fail(ProblemCode.NothingToChange, at, "[]", "posts");
        return values.List(list, at, (element, path) => values.Text(element, path) ?? "");
    }

    private Euros RequiredMoney(JsonObject item) =>
        item.Require("annual") is { } value ? values.Money(value, item.PathOf("annual")) ?? default : default;

    // The words that stand where a kind should: whoever has misspelt one finds it in the list of those that there are.
    private static string KindsIn(JsonObject change, JsonElement element)
    {
        string words = string.Join(", ", change.Names);
        return words.Length is 0 or > 100 ? JsonValues.Excerpt(element) : words;
    }

    private Factor RequiredFactor(JsonObject item, string name, int added) =>
        item.Require(name) is { } value ? ReadFactor(value, item.PathOf(name), added) : Factor.One;

    /// <summary>A factor, or a rate to which one is added: "0.7", "-0.02", "7/10", "3.5 %".</summary>
    private Factor ReadFactor(JsonElement value, string path, int added)
    {
        bool isNumber = value.ValueKind is JsonValueKind.Number;
        if ((isNumber || value.ValueKind is JsonValueKind.String)
            && FractionText.TryRead(isNumber ? value.GetRawText() : JsonValues.TextOf(value) ?? "", isNumber,
                out ExactNumber dividend, out ExactNumber divisor)
            && ExactNumber.TryFactor(dividend, divisor, added, out Factor factor))
            return factor;
        problems.Fail(ProblemCode.InvalidFactor, path, JsonValues.Excerpt(value), added == 0 ? [] : ["rate"]);
        return Factor.One;
    }
}
