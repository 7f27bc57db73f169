using System.Diagnostics;
using System.Runtime.InteropServices;
using FundingReports.Cli.Batch;
using FundingReports.Cli.Host;
using FundingReports.Excel;

namespace FundingReports.Cli.Tests;

/// <summary>
/// The disk is full, the folder cannot be written, the program is killed: the old file is intact or the new one whole, and a sentence says
/// why.
/// </summary>
public sealed class FaultTests
{
    private const int NoSpace = 28, WindowsNoSpace = unchecked((int)0x80070070);

    [Theory]
    [InlineData(NoSpace)]
    [InlineData(WindowsNoSpace)]
    public void Report_DiskFull_LeavesTheOldFileAndSaysSo(int number)
    {
        using var box = new Sandbox
        {
            Outputs = new((_, _) => { }, (_, path, _, _) =>
            {
                File.WriteAllText(path, "half");
                throw new IOException("ENOSPC", number);
            }),
        };
        box.Put("r.xlsx", "old");
        Outcome outcome = box.Run("report", Sandbox.Landes, "-o", box.At("r.xlsx"), "--au", Sandbox.AsOf);
        Assert.Equal((4, "old"), (outcome.Code, File.ReadAllText(box.At("r.xlsx"))));
        Assert.Equal(["r.xlsx"], box.Files);
        Assert.EndsWith("ne peut pas être écrit\u00A0: le disque est plein.", outcome.ErrorLines[^1], StringComparison.Ordinal);
    }

    /// <summary>A disk of 64 KiB, on which the workbook has no room.</summary>
    [TinyDiskFact]
    public void RealDiskFull_OfATool_LeavesTheOldFileAndSaysSo()
    {
        using var box = new Sandbox();
        string disk = Directory.CreateDirectory(box.At("disk")).FullName;
        Assert.Equal(0, TinyDisk.Mount(disk));
        try
        {
            string output = Path.Combine(disk, "r.xlsx");
            File.WriteAllBytes(output, new byte[60_000]);
            var (code, _, error) = Tool("report", Sandbox.Landes, "-o", output, "--au", Sandbox.AsOf);
            Assert.Equal(4, code);
            Assert.Contains("le disque est plein.", error, StringComparison.Ordinal);
            Assert.Equal([output], Directory.GetFileSystemEntries(disk));
            Assert.Equal(new byte[60_000], File.ReadAllBytes(output));
            (code, _, error) = Tool("batch", Folder(box, 2), "-o", disk, "--au", Sandbox.AsOf);
            Assert.Equal(4, code);
            Assert.Contains("le disque est plein.", error, StringComparison.Ordinal);
            Assert.DoesNotContain(Directory.GetFiles(disk), path => path.EndsWith("-rapport.xlsx", StringComparison.Ordinal));
        }
        finally
        {
            TinyDisk.Unmount(disk);
        }
    }

    [Fact]
    public void StandardOutput_OnAFullDisk_EndsWithFour()
    {
        if (!File.Exists("/dev/full"))
            return;
        foreach (string[] how in (string[][])[[], ["--note"], ["--json", "-"]])
        {
            using Process shell = Process.Start(
                new ProcessStartInfo("sh",
                    ["-c", "exec dotnet exec \"$0\" \"$@\" > /dev/full", Cli, "analyse", Sandbox.Landes, "--au", Sandbox.AsOf, .. how]) {
                        RedirectStandardError = true })!;
            string error = shell.StandardError.ReadToEnd();
            shell.WaitForExit();
            Assert.Equal(4, shell.ExitCode);
            Assert.Contains("La réponse ne peut pas être écrite sur la sortie", error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        }
    }

    /// <summary>Where a folder should be there is a file: nobody, whatever the rights, can write in it.</summary>
    [Theory]
    [InlineData("report", "-o", ".xlsx")]
    [InlineData("analyse", "--json", ".json")]
    [InlineData("batch", "-o", "")]
    [InlineData("template", "-o", ".xlsx")]
    public void Folder_ThatCannotBeWritten_EndsWithFour(string verb, string option, string extension)
    {
        using var box = new Sandbox();
        box.Put("file", "not a folder");
        string input = verb == "batch" ? Folder(box, 1) : Sandbox.Landes;
        Outcome outcome = box.Run(
            [verb, .. verb == "template" ? (string[])[] : [input, "--au", Sandbox.AsOf], option, box.At("file/x" + extension)]);
        Assert.Equal(4, outcome.Code);
        Assert.EndsWith(".", outcome.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("ne peut pas être écrit", outcome.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal("not a folder", File.ReadAllText(box.At("file")));
    }

    [Fact]
    public void Input_OpenInAnotherProgram_SaysWhatToDo()
    {
        using var box = new Sandbox();
        string input = box.Put("in.json", File.ReadAllText(Sandbox.Landes));
        using FileStream open = new(input, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Outcome outcome = box.Run("analyse", input);
        Assert.Equal(4, outcome.Code);
        Assert.EndsWith("ne peut pas être lu\u00A0: il est ouvert dans un autre logiciel\u202F; fermez-le, puis recommencez.",
            Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    /// <summary>Windows denies the right to replace what a spreadsheet has open, and does not say that it is open.</summary>
    [Theory]
    [InlineData(true, "il est ouvert dans un autre logiciel\u202F; fermez-le, puis recommencez.")]
    [InlineData(false, "l’accès est refusé.")]
    public void Output_OpenInASpreadsheet_IsNotSaidToBeForbidden(bool isOpen, string said)
    {
        using var box = new Sandbox { Outputs = new((_, _) => { }, (_, _, _, _) => throw new UnauthorizedAccessException("denied")) };
        string output = box.Put("r.xlsx", "old");
        using FileStream? open = isOpen ? new(output, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
        Outcome outcome = box.Run("report", Sandbox.Landes, "-o", output, "--au", Sandbox.AsOf);
        Assert.Equal(4, outcome.Code);
        Assert.EndsWith(said, outcome.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x7B)]
    [InlineData(0xA1)]
    public void Output_WhoseNameWindowsRefuses_IsNotSaidToBeOpen(int number)
    {
        var refusal = new IOException("name", unchecked((int)0x80070000) | number);
        using var box = new Sandbox { Outputs = new((_, _) => { }, (_, _, _, _) => throw refusal) };
        Outcome outcome = box.Run("report", Sandbox.Landes, "-o", box.At("r.xlsx"), "--au", Sandbox.AsOf);
        Assert.Equal(4, outcome.Code);
        Assert.EndsWith("son nom n’est pas celui d’un fichier.", outcome.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_OneFileOpenInAnotherProgram_SetsItAsideAndGoesOn()
    {
        using var box = new Sandbox();
        string folder = Folder(box, 3);
        using FileStream open = new(Path.Combine(folder, "p1.json"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Outcome outcome = box.Run("lot", folder, "-o", box.At("out"), "--au", Sandbox.AsOf);
        // The workbook of all together is written too, and says which file is not in it.
        Assert.True(File.Exists(box.At("out/consolide.xlsx")));
        Assert.Contains("p1.json", outcome.Error + outcome.Output, StringComparison.Ordinal);
        Assert.Contains("ouvert dans un autre logiciel", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("being used", outcome.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(box.At("out/p0-rapport.xlsx")) && File.Exists(box.At("out/p2-rapport.xlsx"))
                && !File.Exists(box.At("out/p1-rapport.xlsx")));
        Assert.Equal(2, outcome.Code);
    }

    [Fact]
    public void Batch_KilledInTheMiddle_LeavesWholeFiles_AndTheNextRunCompletes()
    {
        using var box = new Sandbox();
        string folder = Folder(box, 24), output = "";
        string[] left = [];
        // The batch may be killed before its first workbook or after its last: it is tried again until it was killed between them.
        for (int attempt = 0; attempt < 8 && (left.Length is 0 or > 23); attempt++)
        {
            output = Directory.CreateDirectory(box.At($"out{attempt}")).FullName;
            using Process tool = Start("batch", folder, "-o", output, "--au", Sandbox.AsOf);
            KillWhen(tool, () => Workbooks(output).Length is >= 3 and <= 23);
            left = Workbooks(output);
        }
        Assert.InRange(left.Length, 1, 23);
        foreach (string path in left)
            Excel.Tests.Checked.Valid(File.ReadAllBytes(path));
        // What was being written has a hidden name, and never the final one.
        Assert.All(Directory.GetFiles(output).Except(left),
            path => Assert.StartsWith(".", Path.GetFileName(path), StringComparison.Ordinal));
        var (code, said, error) = Tool("batch", folder, "-o", output, "--au", Sandbox.AsOf);
        Assert.True(code == 0, said + error);
        Assert.Equal(25, Workbooks(output).Length);
        foreach (string path in Workbooks(output))
            Excel.Tests.Checked.Valid(File.ReadAllBytes(path));
        // A hidden file that a killed batch left is no portfolio to the next.
        Assert.Equal(24, BatchRun.Inputs(folder).Length);
    }

    /// <summary>
    /// A left-over of a process that was really killed goes with the next run, once it is an hour old; what another process is writing
    /// stays.
    /// </summary>
    [Fact]
    public void Batch_KilledWhileItWrites_LeavesATemporaryFile_ThatALaterRunTakesAway()
    {
        using var box = new Sandbox();
        string folder = Folder(box, 24), output = box.At("out");
        string[] left = [];
        for (int attempt = 0; attempt < 8 && left.Length == 0; attempt++)
        {
            Directory.CreateDirectory(output);
            foreach (string path in Directory.GetFiles(output))
                File.Delete(path);
            using Process tool = Start("batch", folder, "-o", output, "--au", Sandbox.AsOf);
            KillWhen(tool, () => LeftIn(output).Length > 0);
            left = LeftIn(output);
        }
        Assert.NotEmpty(left);
        Assert.Equal(0, Tool("batch", folder, "-o", output, "--au", Sandbox.AsOf).Code);
        // A young one might belong to another machine.
        Assert.All(left, path => Assert.True(File.Exists(path)));
        foreach (string path in left)
            File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddHours(-2));
        string busy = Path.Combine(output, ".fundingreports-tmp-0123456789abcdef0123456789abcdef.xlsx");
        using (var held = new FileStream(busy, FileMode.CreateNew, FileAccess.Write, FileShare.Read))
        {
            File.SetLastWriteTimeUtc(busy, File.GetLastWriteTimeUtc(busy).AddHours(-2));
            Assert.Equal(0, Tool("batch", folder, "-o", output, "--au", "2022-02-09").Code);
        }
        Assert.Equal([busy], LeftIn(output));
        Assert.Equal(25, Workbooks(output).Length);
    }

    [Fact]
    public void OneFile_WrittenByTwoProcesses_IsWhole()
    {
        using var box = new Sandbox();
        string path = box.At("r.xlsx");
        for (int round = 0; round < 2; round++)
        {
            Process[] tools = [.. Enumerable.Range(0, 3)
                    .Select(i => Start("report", Sandbox.Landes, "-o", path, "--au", Sandbox.AsOf, "--lang", i == 0 ? "en" : "fr"))];
            foreach (Process tool in tools)
            {
                tool.WaitForExit();
                Assert.Equal(0, tool.ExitCode);
                tool.Dispose();
            }
            Excel.Tests.Checked.Valid(File.ReadAllBytes(path));
            Assert.Equal(["r.xlsx"], box.Files);
        }
    }

    /// <summary>A stream that is no file: it cannot go back, gives little at a time, and may break.</summary>
    [Fact]
    public void Workbook_ToAStreamThatCannotSeek_IsWhole_AndOneThatBreaksIsSaid()
    {
        FundingAnalysis analysis = Portfolio.Load(Sandbox.Landes).Analyze(new(2022, 2, 8));
        using var pipe = new Pipe(long.MaxValue);
        analysis.SaveWorkbook(pipe);
        Excel.Tests.Checked.Valid(pipe.Taken);
        using var json = new Pipe(long.MaxValue);
        analysis.WriteJson(json);
        Assert.Equal(analysis.ToJson(), System.Text.Encoding.UTF8.GetString(json.Taken));
        foreach (int bytes in (int[])[0, 1, 1_000, pipe.Taken.Length - 1])
        {
            using var broken = new Pipe(bytes);
            Assert.Throws<IOException>(() => analysis.SaveWorkbook(broken));
            using var brokenJson = new Pipe(Math.Min(bytes, json.Taken.Length - 1));
            Assert.Throws<IOException>(() => analysis.WriteJson(brokenJson));
        }
        using var read = new Pipe(long.MaxValue, File.ReadAllBytes(Sandbox.Landes));
        Assert.Equal(4, Portfolio.Load(read).Posts.Length);
    }

    private static string Cli => Path.Combine(AppContext.BaseDirectory, "FundingReports.Cli.dll");

    // Looked at while it is held still, where the system can do that: what is seen then is what is left, however busy the machine is.
    private static void KillWhen(Process tool, Func<bool> seen)
    {
        while (!tool.HasExited)
        {
            Signal(tool, OperatingSystem.IsMacOS() ? 17 : 19);
            if (seen())
            {
                // Its threads stop one after the other.
                Thread.Sleep(50);
                if (seen())
                    break;
            }
            Signal(tool, OperatingSystem.IsMacOS() ? 19 : 18);
            Thread.Sleep(1);
        }
        tool.Kill();
        tool.WaitForExit();
    }

    private static void Signal(Process process, int number)
    {
        if (!OperatingSystem.IsWindows())
            _ = SendSignal(process.Id, number);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int number);

    private static string[] LeftIn(string folder) => Directory.GetFiles(folder, ".fundingreports-tmp-*");

    private static string[] Workbooks(string folder) =>
        [.. Directory.GetFiles(folder, "*.xlsx").Where(path => Path.GetFileName(path)[0] != '.')];

    private static string Folder(Sandbox box, int files)
    {
        string folder = Directory.CreateDirectory(box.At("in")).FullName;
        for (int i = 0; i < files; i++)
            File.Copy(Sandbox.Landes, Path.Combine(folder, $"p{i}.json"));
        return folder;
    }

    private static Process Start(params string[] args) =>
        Process.Start(
            new ProcessStartInfo("dotnet", ["exec", Cli, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static (int Code, string Output, string Error) Tool(params string[] args)
    {
        using Process tool = Start(args);
        var error = tool.StandardError.ReadToEndAsync();
        string output = tool.StandardOutput.ReadToEnd();
        tool.WaitForExit();
        return (tool.ExitCode, output, error.Result);
    }
}
