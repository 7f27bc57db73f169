using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using FundingReports.Validation;

namespace FundingReports.Json;

/// <summary>
/// A part of a document as JSON by itself: the same form, the same checks, and every problem in one <see cref="JsonException"/>.
/// </summary>
internal sealed class JsonForm<T>(Action<Utf8JsonWriter, T> write, Func<JsonElement, ProblemList, T?> read) : JsonConverter<T> where T
    : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement root = document.RootElement;
        var found = new ProblemList { Most = ProblemList.MostOfADocument, TextOrder = problems => TextOrder.Of(problems, root) };
        T? value = read(document.RootElement, found);
        ImmutableArray<Problem> problems = found.InOrder();
        // Nobody keeps the warnings of a part, and a misspelt property must not pass unseen.
        return problems.Any(problem => problem.Severity is Severity.Error || problem.Code is ProblemCode.UnknownProperty)
            ? throw Refused(problems, typeof(T).Name)
            : value;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);

    private static FundingJsonException Refused(ImmutableArray<Problem> problems, string what) =>
        JsonProblems.Refused(problems, what, new PortfolioException(problems));
}

/// <summary>Problems as the exception that those who read JSON expect.</summary>
internal static class JsonProblems
{
    /// <summary>The exception: every problem, a line each, and inside it the library's own, which holds them as values.</summary>
    internal static FundingJsonException Refused(ImmutableArray<Problem> problems, string what, Exception inner) =>
        new(what, problems, inner);

    /// <summary>The exception where one kind of a thing is wanted, and another stands there.</summary>
    internal static FundingJsonException Another(object read, Type wanted) => new(
        $"Ceci est de la sorte {read.GetType().Name}, et non {wanted.Name}.", $"This is a {read.GetType().Name}, not a {wanted.Name}.");

    /// <summary>The bytes of the value that comes next, to be read as a document of its own.</summary>
    internal static byte[] Bytes(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(document.RootElement).ToArray();
    }
}
