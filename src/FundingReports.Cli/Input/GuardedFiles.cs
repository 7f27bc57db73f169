using System.Security;
using FundingReports.Cli.Host;
using FundingReports.Cli.Usage;
using FundingReports.Files;

namespace FundingReports.Cli.Input;

/// <summary>Reads or writes files as a whole, or reports the trouble in a sentence.</summary>
internal static class GuardedFiles
{
    // Windows has these numbers; elsewhere the number is that of the system.
    private static readonly int[] fullDisk = [unchecked((int)0x80070070), unchecked((int)0x80070027), 28, 122];
    private static readonly int[] inUse = [unchecked((int)0x80070020), unchecked((int)0x80070021), 11, 35];
    private const int ReadOnlyDisk = 30;

    private static bool IsDiskFull(Exception trouble) => fullDisk.Contains(trouble.HResult);

    private static bool IsInUse(Exception trouble) => inUse.Contains(trouble.HResult);

    /// <summary>Does something with a file.</summary>
    /// <exception cref="StopException">The file cannot be read or written.</exception>
    internal static T Guard<T>(string path, Language language, bool reading, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception trouble) when (
            trouble is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException {
                Source: "System.Private.CoreLib" } or ArgumentException { ParamName: "path" or "fileName" })
        {
            throw new StopException(ExitCode.FileTrouble, Sentence(path, language, reading, trouble));
        }
    }

    /// <summary>Writes a file so that it appears whole or not at all: beside its place first, then moved into it.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="language">The language of what goes wrong.</param>
    /// <param name="write">Writes under the path given, which keeps the extension.</param>
    internal static void Write(string path, Language language, Action<string> write) => Guard(path, language, reading: false, () =>
    {
        WholeFile.WriteBy(path, write);
        return path;
    });

    /// <exception cref="StopException">What would be written is what was read.</exception>
    internal static void RefuseSame(string input, string output, Language language)
    {
        if (output.Length == 0)
            throw CommonOptions.Wrong(UsageTexts.MissingOutput(language));
        if (string.Equals(Path.GetFullPath(input), Path.GetFullPath(output), OperatingSystem.IsWindows()
            ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            throw CommonOptions.Wrong(UsageTexts.SameFile(output, language));
    }

    private static string Sentence(string path, Language language, bool reading, Exception trouble)
    {
        string why = trouble switch
        {
            FileNotFoundException => language.Say("il n'existe pas", "it does not exist"),
            DirectoryNotFoundException => language.Say("le dossier n'existe pas", "the folder does not exist"),
            UnauthorizedAccessException or SecurityException => Directory.Exists(path)
                ? language.Say("c'est un dossier", "it is a folder")
                : language.Say("l'accès est refusé", "access is denied"),
            PathTooLongException => language.Say("son nom est trop long", "its name is too long"),
            IOException when IsDiskFull(trouble) => language.Say("le disque est plein", "the disk is full"),
            IOException when IsInUse(trouble) => language.Say("il est ouvert dans un autre logiciel ; fermez-le, puis recommencez",
                "it is open in another program; close it, then try again"),
            IOException when trouble.HResult == ReadOnlyDisk => language.Say("le disque est en lecture seule", "the disk is read-only"),
            IOException => Directory.Exists(path)
                ? language.Say("c'est un dossier", "it is a folder")
                : reading ? language.Say("il est peut-être ouvert dans un autre logiciel, ou le disque est défaillant",
                    "it may be open in another program, or the disk may fail")
                : language.Say("il est peut-être ouvert dans un autre logiciel, ou le disque est plein",
                    "it may be open in another program, or the disk is full"),
            _ => language.Say("son nom n'est pas celui d'un fichier", "its name is not that of a file"),
        };
        return reading
            ? language.Say($"Le fichier « {path} » ne peut pas être lu : {why}.", $"The file “{path}” cannot be read: {why}.")
            : language.Say($"Le fichier « {path} » ne peut pas être écrit : {why}.", $"The file “{path}” cannot be written: {why}.");
    }
}
