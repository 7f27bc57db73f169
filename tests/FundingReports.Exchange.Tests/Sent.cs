using System.Text.RegularExpressions;
using FundingReports.Excel.Tests;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>Forms that go out and come back, in memory.</summary>
internal static class Sent
{
    internal static byte[] Bytes(IntakeTemplate template)
    {
        using var stream = new MemoryStream();
        template.Save(stream);
        // What is still to be filled in is in no table yet.
        Checked.Whole(stream.ToArray(), "missing-table");
        return stream.ToArray();
    }

    internal static IntakeReading AndBack(IntakeTemplate template) => Read(Bytes(template));

    internal static IntakeReading Read(byte[] bytes, string name = "retour.xlsx") => IntakeReader.Read(new MemoryStream(bytes), name);

    /// <summary>The sentences, one a problem, with plain spaces.</summary>
    internal static string[] Lines(IntakeReading reading) =>
        [.. reading.Problems.Select(problem =>
                Spaces($"{(problem.Severity is Severity.Error ? "E" : "A")} {problem.CodeName} {problem.Path} "
                    + $"{problem.Message(Language.French)}"))];

    internal static string[] Errors(IntakeReading reading) =>
        [.. reading.Problems.Where(problem => problem.Severity is Severity.Error).Select(problem => $"{problem.CodeName} {problem.Path}")];

    internal static string Account(IntakeReading reading) => Spaces(reading.Account.Sentence(Language.French));

    private static string Spaces(string text) => Regex.Replace(text, "[\u00a0\u202f]", " ");
}
