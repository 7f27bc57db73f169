using System.Diagnostics;

namespace FundingReports.Benchmarks.Processes;

/// <summary>The programs that are timed as whole processes, made as their users get them.</summary>
internal sealed class Programs : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fundingreports-programs-").FullName;

    /// <summary>A folder for what the programs write.</summary>
    internal string Work => Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;

    /// <summary>A program that does nothing, compiled as the tool is.</summary>
    internal string Empty()
    {
        string project = Directory.CreateDirectory(Path.Combine(folder, "nothing")).FullName;
        File.WriteAllText(Path.Combine(project, "nothing.csproj"),
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType>"
            + "<TargetFramework>net10.0</TargetFramework><TieredPGO>false</TieredPGO></PropertyGroup></Project>");
        File.WriteAllText(Path.Combine(project, "Nothing.cs"), "internal static class Nothing { private static int Main() => 0; }");
        return Path.Combine(Publish(project, "nothing-out"), "nothing");
    }

    /// <summary>The tool, compiled before it runs, over the .NET that is installed.</summary>
    internal string ReadyToRun() => Path.Combine(Publish(Path.Combine("src", "FundingReports.Cli"), "tool"), "FundingReports.Cli");

    /// <summary>The executable that .ci/publish makes.</summary>
    internal static string Executable()
    {
        string path = Path.GetFullPath(Path.Combine("artifacts", "executable", "linux-x64", "fundingreports"));
        if (!File.Exists(path))
            Run(Path.GetFullPath(Path.Combine(".ci", "publish")), "linux-x64");
        return path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Publish(string project, string to)
    {
        string output = Path.Combine(folder, to);
        Run("dotnet", "publish", project, "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true",
            "-o", output, "-v", "q", "--nologo");
        return output;
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.\n{said}");
    }
}
