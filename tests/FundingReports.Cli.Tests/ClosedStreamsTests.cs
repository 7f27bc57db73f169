using System.Diagnostics;
using FundingReports.Cli.Host;

namespace FundingReports.Cli.Tests;

/// <summary>A shell may close what a program reads from and writes to. The executable is held to the same by .ci/executable.</summary>
public sealed class ClosedStreamsTests
{
    private static string Cli => Path.Combine(AppContext.BaseDirectory, "FundingReports.Cli.dll");

    private static (int Code, string Output, string Error) Run(string redirection, params string[] args)
    {
        string command = $"exec dotnet exec \"$0\" \"$@\" {redirection}";
        using Process shell = Process.Start(
            new ProcessStartInfo("sh", ["-c", command, Cli, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = shell.StandardError.ReadToEndAsync();
        string output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output, error.Result);
    }

    [Theory]
    [InlineData(">&-")]
    [InlineData("2>&-")]
    [InlineData(">&- 2>&-")]
    [InlineData("<&- >&- 2>&-")]
    public void AnAnswer_ThatNobodyCanRead_EndsWithFour_AndNoTrace(string redirection)
    {
        if (OperatingSystem.IsWindows())
            return;
        var (code, output, error) = Run(redirection, "analyse", Sandbox.Landes, "--au", Sandbox.AsOf, "--json", "-");
        Assert.Equal(ExitCode.FileTrouble, code);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        // Warnings that have nowhere to go do not go into the answer.
        if (output.Length > 0)
            System.Text.Json.JsonDocument.Parse(output).Dispose();
    }

    [Fact]
    public void AFile_IsWrittenWhole_WhateverIsClosed()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var box = new Sandbox();
        Assert.Equal(ExitCode.FileTrouble,
            Run("<&- >&- 2>&-", "report", Sandbox.Landes, "--au", Sandbox.AsOf, "-o", box.At("r.xlsx")).Code);
        Excel.Tests.Checked.Valid(File.ReadAllBytes(box.At("r.xlsx")));
        Assert.Equal(["r.xlsx"], box.Files);
    }

    [Fact]
    public void StandardInput_IsReadAsAFile()
    {
        if (OperatingSystem.IsWindows())
            return;
        var (code, output, _) = Run($"< '{Sandbox.Landes}'", "analyse", "/dev/stdin", "--au", Sandbox.AsOf);
        Assert.Equal(0, code);
        Assert.StartsWith("Au 8 février 2022, trois postes sur quatre", output, StringComparison.Ordinal);
    }
}
