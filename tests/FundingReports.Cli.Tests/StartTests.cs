using System.Diagnostics;
using FundingReports.Cli.Host;

namespace FundingReports.Cli.Tests;

/// <summary>The tool starts fast: a command loads what it needs and nothing else.</summary>
public class StartTests
{
    private static readonly string[] workbooks = ["ClosedXML", "DocumentFormat.OpenXml", "ExcelDataReader", "CsvHelper",
        "FundingReports.Excel", "System.Drawing.Common"];

    [Theory]
    [InlineData("analyse")]
    [InlineData("check")]
    public void Command_ThatWritesNoWorkbook_LoadsNoneOfWhatWorkbooksNeed(string verb)
    {
        string[] loaded = LoadedBy(verb, Sandbox.Landes, "--au", Sandbox.AsOf);
        Assert.Contains("FundingReports", loaded);
        Assert.Empty(loaded.Intersect(workbooks));
    }

    /// <summary>The library writes its workbooks itself: no spreadsheet library is loaded for them.</summary>
    [Fact]
    public void Report_LoadsNoSpreadsheetLibrary()
    {
        using var sandbox = new Sandbox();
        string[] loaded = LoadedBy("report", Sandbox.Landes, "--au", Sandbox.AsOf, "-o", sandbox.At("landes.xlsx"));
        Assert.Contains("FundingReports.Excel", loaded);
        Assert.Empty(loaded.Intersect(workbooks).Except(["FundingReports.Excel"]));
    }

    [Fact]
    public void Template_LoadsTheLibraryThatWritesForms()
    {
        using var sandbox = new Sandbox();
        Assert.Contains("ClosedXML", LoadedBy("template", "-o", sandbox.At("formulaire.xlsx")));
    }

    /// <summary>The assemblies that the tool has loaded when it ends, in a process of its own.</summary>
    private static string[] LoadedBy(params string[] args)
    {
        using var sandbox = new Sandbox();
        string list = sandbox.At("loaded.txt");
        var start = new ProcessStartInfo("dotnet",
            ["exec", Path.Combine(AppContext.BaseDirectory, "FundingReports.Cli.dll"), .. args]) { RedirectStandardOutput = true,
                RedirectStandardError = true };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartTests).Assembly.Location;
        start.Environment[StartupHook.List] = list;
        using Process tool = Process.Start(start)!;
        string output = tool.StandardOutput.ReadToEnd() + tool.StandardError.ReadToEnd();
        tool.WaitForExit();
        Assert.True(tool.ExitCode == ExitCode.Done, output);
        return File.ReadAllLines(list);
    }
}
