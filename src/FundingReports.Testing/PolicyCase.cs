namespace FundingReports.Testing;

/// <summary>A situation and the answer expected of the policies: data, that any test framework can enumerate.</summary>
public sealed class PolicyCase
{
    private readonly Func<string> found;

    internal PolicyCase(string title, string? why, string expected, Func<string> found) =>
        (Title, Why, Expected, this.found) = (title, why, expected, found);

    internal PolicyCase Titled(string title) => new(title, Why, Expected, found) { Where = Where };

    internal PolicyCase At(string where) => new(Title, Why, Expected, found) { Where = where };

    /// <summary>Where it is written: "cases.json, case 3", "cases.csv, row 4".</summary>
    public string Where { get; private init; } = "";

    /// <summary>What it is about; no two cases of a file have one title.</summary>
    public string Title { get; }

    /// <summary>The text or the reason that the expectation rests on.</summary>
    public string? Why { get; }

    /// <summary>The answer expected, as text; <see cref="PolicyCases"/> says in which form.</summary>
    public string Expected { get; }

    /// <summary>The answer of the policies, as text.</summary>
    public string Answer() => found();

    /// <summary>Checks the case.</summary>
    /// <exception cref="ExpectationException">The policies answer something else.</exception>
    public void Check()
    {
        string answer = Answer();
        if (answer != Expected)
            throw new ExpectationException(
                $"{Title} ({Where}): expected {Said(Expected)}, found {Said(answer)}.{(Why is null ? "" : $"\nThe expectation rests on: {Why}")}");
    }

    /// <summary>Its title, by which a test framework names it.</summary>
    public override string ToString() => Title;

    private static string Said(string answer) => answer.Length == 0 ? "nothing" : answer;
}
