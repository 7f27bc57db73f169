using System.Text;
using CsCheck;
using FundingReports.Cli.Host;

namespace FundingReports.Cli.Tests;

/// <summary>What a label, a funder or the name of a file may do to a terminal: nothing.</summary>
public sealed class ScreenTests
{
    private const string Controls = "\u0000\u0007\b\t\n\v\f\r\u001b\u007f\u0085\u009b\u2028\u2029\u202a\u202e\u2066\u2069\u200f\u061c";

    // What no workbook can hold is refused in a portfolio; the rest comes in.
    private const string Accepted = "\t\n\r\u007f\u0085\u009b\u2028\u2029\u202a\u202e\u2066\u2069\u200f\u061c";

    private static readonly Gen<string> Hostile = Gen.OneOf(Gen.Char[Accepted], Gen.Char['a', 'z'], Gen.Const(' ')).Array[1, 12]
        .Select(letters => new string(letters));

    [Fact]
    public void AnyName_ReachesTheScreenOnItsOwnLine_AndDrivesNothing() =>
        Gen.Select(Hostile, Hostile, Hostile).Sample(DrivesNothing, iter: 40);

    private static void DrivesNothing(string post, string funder, string title)
    {
        using var box = new Sandbox();
        string hostile = box.Put("a.json", Portfolio($"P{post}", $"F{funder}", $"T{title}"));
        string plain = box.Put("b.json", Portfolio("P", "F", "T"));
        foreach (string[] command in (string[][])[["analyse"], ["analyse", "--note"], ["analyse", "--lang", "en"], ["check"]])
        {
            Outcome expected = box.Run([command[0], plain, .. command[1..], .. Date(command)]);
            Outcome said = box.Run([command[0], hostile, .. command[1..], .. Date(command)]);
            Assert.True(Shape(expected) == Shape(said), said.Error + said.Output);
            Assert.DoesNotContain(said.Output + said.Error, IsForbidden);
        }

        static string[] Date(string[] command) => command[0] == "check" ? [] : ["--as-of", "2022-03-01"];
    }

    [Fact]
    public void AFileName_ForgesNoLine()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var box = new Sandbox();
        string there = box.Put("a\nerreur b\u001b[2J\u202e.json", Portfolio("P", "F", "T"));
        string folder = Directory.CreateDirectory(box.At("dossier")).FullName;
        File.Copy(there, Path.Combine(folder, Path.GetFileName(there)));
        File.WriteAllText(Path.Combine(folder, "faux\n2 fichiers lus\u009b.json"), "{}");
        foreach (Outcome said in (Outcome[])[box.Run("check", there), box.Run("analyse", box.At("non\nlà\u001b.json")),
            box.Run("lot", folder, "-o", box.At("sortie"), "--au", "2022-03-01")])
        {
            Assert.DoesNotContain(said.Output + said.Error, IsForbidden);
            Assert.DoesNotContain((said.Output + said.Error).Split('\n'), line =>
                line.StartsWith("2 fichiers lus", StringComparison.Ordinal)
                    || line.StartsWith("erreur b", StringComparison.Ordinal) || line.StartsWith("là", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AClosedOutput_IsFileTrouble_AndNoTrace()
    {
        using var box = new Sandbox();
        Assert.Equal(ExitCode.FileTrouble, Tool.Run(["analyse", Sandbox.Landes, "--au", Sandbox.AsOf],
            box.Terminal(box.Outputs) with { Error = new Closed(), Progress = new Closed() }));
        Assert.Equal(ExitCode.FileTrouble, Tool.Run(["analyse", Sandbox.Landes, "--au", Sandbox.AsOf],
            box.Terminal(box.Outputs) with { Output = new Closed() }));
        Assert.Equal(ExitCode.FileTrouble, Tool.Run(["analyse", Sandbox.Landes, "--au", Sandbox.AsOf],
            box.Terminal(box.Outputs) with { Output = new Closed(), Error = new Closed(), Progress = new Closed() }));
    }

    private static bool IsForbidden(char c) => c is '\r' ? !OperatingSystem.IsWindows() : c is not '\n' && Controls.Contains(c);

    private static (int Code, int Lines, int ErrorLines) Shape(Outcome outcome) =>
        (outcome.Code, Lines(outcome.Output), Lines(outcome.Error));

    private static int Lines(string text) => text.Split('\n').Length;

    private static string Portfolio(string post, string funder, string title) => $$"""
        {"format": "fundingreports/portfolio@1", "title": {{Json(title)}},
         "sources": [{"id": "S", "kind": "act", "title": {{Json(title)}}}],
         "funders": [{"id": "E", "name": {{Json(funder)}}, "kind": "state"}],
         "posts": [{"id": "P", "label": {{Json(post)}}, "departement": "40", "fte": "1", "from": "2022-01-01", "source": "S",
            "costs": [{"from": "2022-01-01", "annual": "50000", "source": "S"}]}],
         "commitments": [{"id": "A", "funder": "E", "posts": ["P"], "from": "2022-01-01", "until": "2022-12-31",
            "amount": {"share": "1/2"}, "status": "signed", "source": "S", "decidedOn": "2022-01-01", "instalments": []}], "campaigns": []}
        """;

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private sealed class Closed : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("closed");
    }
}
