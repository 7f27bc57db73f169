using System.Text.RegularExpressions;
using FundingReports.Excel.Tests;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>Forms that go out and come back, in memory.</summary>
internal static class Sent
{
    internal static byte[] Bytes(IntakeTemplate template)
    {
        byte[] form = Unchecked(template);
        // What is still to be filled in is in no table yet.
        Checked.Whole(form, "missing-table");
        return form;
    }

    /// <summary>One of many random forms: to judge it as a file takes longer than to write and to read it, so one in ten is.</summary>
    internal static byte[] OneOfMany(IntakeTemplate template, int round) => round % 10 == 0 ? Bytes(template) : Unchecked(template);

    internal static IntakeReading AndBack(IntakeTemplate template) => Read(Bytes(template));

    private static byte[] Unchecked(IntakeTemplate template)
    {
        using var stream = new MemoryStream();
        template.Save(stream);
        return stream.ToArray();
    }

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
