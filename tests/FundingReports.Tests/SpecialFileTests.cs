using System.Diagnostics;
using System.Text;
using FundingReports.Files;

namespace FundingReports.Tests;

/// <summary>
/// Where a file is to be written there may be a link, a pipe or a device: its target, its reader or the device gets the bytes.
/// </summary>
public sealed class SpecialFileTests : IDisposable
{
    private static readonly byte[] bytes = Encoding.UTF8.GetBytes("whole");

    private readonly string folder = Directory.CreateTempSubdirectory("fundingreports-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("there")]
    [InlineData("")]
    [InlineData(null)]
    public void ALink_Stays_AndItsTargetIsWritten(string? before)
    {
        string target = At("target.json"), link = At("link.json"), second = At("second.json");
        if (before is not null)
            File.WriteAllText(target, before);
        if (!CanLink(link, "target.json"))
            return;
        File.CreateSymbolicLink(second, link);
        WholeFile.Write(second, stream => stream.Write(bytes));
        Assert.Equal("target.json", new FileInfo(link).LinkTarget);
        Assert.Equal(link, new FileInfo(second).LinkTarget);
        Assert.Equal("whole", File.ReadAllText(target));
        Assert.Equal(3, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public async Task APipe_StaysOne_AndItsReaderGetsAll()
    {
        if (OperatingSystem.IsWindows())
            return;
        string pipe = At("pipe.xlsx");
        await RunAsync("mkfifo", pipe);
        // Opening a pipe waits for its writer: on a thread of its own.
        Task<string> read = Task.Run(() => File.ReadAllText(pipe));
        WholeFile.WriteBy(pipe, path => File.WriteAllBytes(path, bytes));
        Assert.Equal("whole", await read.WaitAsync(TimeSpan.FromMinutes(5)));
        Assert.True(SpecialFiles.IsOne(pipe));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void ADevice_StaysOne()
    {
        if (OperatingSystem.IsWindows())
            return;
        string link = At("null.json");
        File.CreateSymbolicLink(link, "/dev/null");
        foreach (string path in (string[])["/dev/null", link])
            WholeFile.Write(path, stream => stream.Write(bytes));
        Assert.True(SpecialFiles.IsOne("/dev/null"));
        Assert.Equal("/dev/null", new FileInfo(link).LinkTarget);
    }

    /// <summary>As Windows completes them, up to its tenth version: with any ending, in any capitals.</summary>
    [Theory]
    [InlineData("NUL.xlsx", @"\\.\NUL", true)]
    [InlineData("com1.xlsx", @"\\.\com1", true)]
    [InlineData(@"dossier\CON.json", @"\\.\CON", true)]
    [InlineData("nul", @"\\.\nul", false)]
    [InlineData(@"\\.\pipe\tube", @"\\.\pipe\tube", false)]
    [InlineData("NUL.xlsx", @"C:\dossier\NUL.xlsx", false)]
    [InlineData("rapport.xlsx", @"\\serveur\dossier\rapport.xlsx", false)]
    public void ANameThatWindowsKeepsForADevice_IsNoFile(string asked, string full, bool isReserved) =>
        Assert.Equal(isReserved, SpecialFiles.IsReserved(asked, full));

    [Fact]
    public void AnEmptyFile_IsAFile()
    {
        File.WriteAllText(At("empty"), "");
        Assert.False(SpecialFiles.IsOne(At("empty")));
        Assert.False(SpecialFiles.IsOne(At("none")));
    }

    [Fact]
    public void ACircleOfLinks_IsTrouble_AndNothingIsLeft()
    {
        if (!CanLink(At("a"), At("b")))
            return;
        File.CreateSymbolicLink(At("b"), At("a"));
        Assert.ThrowsAny<IOException>(() => WholeFile.Write(At("a"), stream => stream.Write(bytes)));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder).Length);
    }

    private string At(string name) => Path.Combine(folder, name);

    // Windows asks for a right to make one.
    private static bool CanLink(string link, string target)
    {
        try
        {
            File.CreateSymbolicLink(link, target);
            return true;
        }
        catch (IOException) when (OperatingSystem.IsWindows())
        {
            return false;
        }
    }

    private static async Task RunAsync(string program, string argument)
    {
        using var process = Process.Start(program, [argument]);
        await process.WaitForExitAsync();
    }
}
