namespace FundingReports.Tests;

/// <summary>A text that was read and approved: nothing in it changes unseen.</summary>
internal static class Golden
{
    /// <summary>
    /// The text is the approved one. Where the variable is set to 1 it is written anew, and the change is seen in the commit.
    /// </summary>
    internal static void Check(string path, string actual, string update = "FUNDINGREPORTS_APPROVE")
    {
        if (Environment.GetEnvironmentVariable(update) == "1")
            File.WriteAllText(path, actual);

        string[] found = actual.Split('\n'), approved = File.Exists(path)
            ? File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n') : [];
        string[] differences = [.. found.Except(approved).Select(line => $"+ {line}"),
            .. approved.Except(found).Select(line => $"- {line}")];
        Assert.True(
            found.SequenceEqual(approved),
            $"{Repository.Relative(path)} has changed. If it is meant, run the tests with {update}=1 and commit "
                + $"it.\n{string.Join('\n', differences)}");
    }
}
