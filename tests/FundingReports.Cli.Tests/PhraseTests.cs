using System.Text.RegularExpressions;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Usage;
using FundingReports.Tests;
using FundingReports.Tests.Texts;

namespace FundingReports.Cli.Tests;

/// <summary>
/// The rooms of docs/phrases.fr.txt that the tool says: help, wrong usage, what goes wrong with files, the account of each command, the
/// forms.
/// </summary>
public sealed partial class PhraseTests
{
    private const string Prefix = "Outil";

    private readonly Dictionary<string, List<string>> list = [];
    private readonly HashSet<string> seen = [];

    [Fact]
    public void Phrases_OfTheTool_AreThoseThatWereRead()
    {
        using var box = new Sandbox { Outputs = Outputs.Real };
        foreach (string[] args in PhraseRuns.Help)
            Say("aide", box.Run([.. args, "--help"]).Output, box);
        foreach (string[] args in PhraseRuns.Wrong(box))
        {
            Outcome outcome = box.Run(args);
            Assert.True(outcome.Code == ExitCode.WrongUsage, string.Join(' ', args));
            Say("mauvais emploi", outcome.Error, box);
        }
        foreach (Exception trouble in PhraseRuns.Troubles)
            foreach (bool reading in (bool[])[true, false])
                Say("fichiers",
                    Assert.Throws<StopException>(() =>
                            GuardedFiles.Guard<int>(trouble is UnauthorizedAccessException { Message: "folder" } ? box.At(".")
                                    : "rapport.xlsx",
                                Language.French, reading, () => throw trouble)).Sentence!, box);
        var codes = new List<string>();
        foreach (var (args, code) in PhraseRuns.Real(box))
        {
            Outcome outcome = box.Run(args);
            codes.AddRange(outcome.Code == code ? [] : [$"{string.Join(' ', args)}: {outcome.Code}\n{outcome.Error}"]);
            Say("réponses", outcome.Output + "\n" + outcome.Error, box);
        }
        Expect.Nothing(codes);
        Say("réponses",
            Batch.BatchTexts.Interrupted(Language.French) + "\n" + UsageTexts.OutputFails(Language.French) + "\n"
            + UsageTexts.TooLarge(Language.French) + "\n" + Tool.CloseWindow + "\n"
            + Batch.BatchTexts.NoFile("tube.json", Language.French), box);
        foreach (string workbook in PhraseRuns.Forms(box))
            foreach (string said in PhraseRuns.Said(workbook))
                Say("formulaires", said, box);
        Expect.Nothing(
            PhraseFile.Differences(Repository.PathOf("docs", "phrases.fr.txt"), list,
                room => room.StartsWith(Prefix, StringComparison.Ordinal)));
    }

    // Problems have rooms of their own; the rows of a table, with their gaps, hold words and no sentence.
    private void Say(string room, string said, Sandbox box)
    {
        foreach (string line in said.Replace(box.At("") , "", StringComparison.Ordinal)
                .Replace(Repository.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n')
                .SelectMany(line => Sentence().Split(line)))
            if (!Problem().IsMatch(line) && (room == "aide" || !line.Trim().Contains("  ", StringComparison.Ordinal))
                    && line.Trim() is { Length: > 3 } whole && whole.Contains(' ', StringComparison.Ordinal)
                    && !whole.StartsWith("---", StringComparison.Ordinal)
                    && seen.Add(Figure().Replace(Quoted().Replace(whole, "«¤»"), "#")))
                (list.TryGetValue($"{Prefix} : {room}", out var lines) ? lines : list[$"{Prefix} : {room}"] = [])
                    .Add(PhraseFile.Line(whole));
    }

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(\S+: )?(error|warning) [a-z-]+ ")]
    private static partial Regex Problem();

    [GeneratedRegex("«[^»]*»")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\d([\d\s\u00a0\u202f,./]*\d)?(er)?")]
    private static partial Regex Figure();
}
