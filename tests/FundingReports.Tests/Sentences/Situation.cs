using FundingReports.Testing;

namespace FundingReports.Tests.Sentences;

/// <summary>A situation with a name, and what is said of it in a language.</summary>
internal sealed record Situation(string Name, Func<Language, IEnumerable<string>> Said)
{
    /// <summary>The summary of the answers, then what is said of each post where they are few, then the rest of the note.</summary>
    internal static Situation Of(string name, FundingAnalysis analysis)
    {
        const int few = 4;
        return new(name, language =>
        [
            analysis.Summary(language),
            .. analysis.Posts.Length <= few ? analysis.Posts.Select(post => analysis.Summary(post, language)) : [],
            .. analysis.Note(language).Split('\n'),
        ]);
    }

    /// <summary>The same, of a portfolio as known on 8 February 2022.</summary>
    internal static Situation Of(string name, Given given) => Of(name, given.AsOf("2022-02-08"));
}
