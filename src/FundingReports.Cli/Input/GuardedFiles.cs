using System.Security;
using FundingReports.Cli.Host;
using FundingReports.Cli.Usage;
using FundingReports.Files;

namespace FundingReports.Cli.Input;

/// <summary>Reads or writes files as a whole, or reports the trouble in a sentence.</summary>
internal static class GuardedFiles
{
    // The first two are those of Windows (disk full, handle disk full); the others those of other systems (ENOSPC, EDQUOT).
    private static readonly int[] fullDisk = [unchecked((int)0x80070070), unchecked((int)0x80070027), 28, 122];
    private static readonly int[] inUse = [unchecked((int)0x80070020), unchecked((int)0x80070021), 11, 35];
    private static readonly int[] noName = [unchecked((int)0x8007007B), unchecked((int)0x800700A1)];
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

    /// <summary>Before anything is read: no file that is read, and no other that is written, is written over.</summary>
    /// <param name="inputs">All that will be read; null for what was not asked for.</param>
    /// <param name="language">The language of what is wrong.</param>
    /// <param name="outputs">All that will be written; null for what was not asked for.</param>
    /// <exception cref="StopException">What would be written is what was read, or is written twice, or has no name.</exception>
    internal static void RefuseSame(IEnumerable<string?> inputs, Language language, params ReadOnlySpan<string?> outputs)
    {
        string[] read = [.. inputs.OfType<string>().Where(input => input.Length > 0)];
        var written = new List<string>();
        foreach (string? output in outputs)
        {
            if (output is null)
                continue;
            if (output.Length == 0)
                throw CommonOptions.Wrong(UsageTexts.MissingOutput(language));
            if (read.Any(input => Places.AreSame(input, output)))
                throw CommonOptions.Wrong(UsageTexts.SameFile(output, language));
            if (written.Exists(other => Places.AreSame(other, output)))
                throw CommonOptions.Wrong(UsageTexts.WrittenTwice(output, language));
            written.Add(output);
        }
    }

    private static string NoName(Language language) =>
        language.Say("son nom n'est pas celui d'un fichier", "its name is not that of a file");

    private static string OpenElsewhere(Language language) => language.Say(
        "il est ouvert dans un autre logiciel ; fermez-le, puis recommencez", "it is open in another program; close it, then try again");

    // To replace a workbook that a spreadsheet has open, Windows denies access, as if a right were missing.
    private static bool IsOpenElsewhere(string path)
    {
        try
        {
            using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            return false;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return IsInUse(trouble);
        }
    }

    private static string Sentence(string path, Language language, bool reading, Exception trouble)
    {
        string why = trouble switch
        {
            FileNotFoundException when reading => language.Say("il n'existe pas", "it does not exist"),
            DirectoryNotFoundException => language.Say("le dossier n'existe pas", "the folder does not exist"),
            UnauthorizedAccessException or SecurityException => Directory.Exists(path)
                ? language.Say("c'est un dossier", "it is a folder")
                : !reading && IsOpenElsewhere(path) ? OpenElsewhere(language) : language.Say("l'accès est refusé", "access is denied"),
            PathTooLongException => language.Say("son nom est trop long", "its name is too long"),
            // NUL.xlsx, a<b.xlsx: Windows has names that are no files.
            FileNotFoundException => NoName(language),
            IOException when noName.Contains(trouble.HResult) => NoName(language),
            IOException when IsDiskFull(trouble) => language.Say("le disque est plein", "the disk is full"),
            IOException when IsInUse(trouble) => OpenElsewhere(language),
            IOException when trouble.HResult == ReadOnlyDisk => language.Say("le disque est en lecture seule", "the disk is read-only"),
            IOException => Directory.Exists(path)
                ? language.Say("c'est un dossier", "it is a folder")
                : reading ? language.Say("il est peut-être ouvert dans un autre logiciel, ou le disque est défaillant",
                    "it may be open in another program, or the disk may fail")
                : language.Say("il est peut-être ouvert dans un autre logiciel, ou le disque est plein",
                    "it may be open in another program, or the disk is full"),
            _ => NoName(language),
        };
        return reading
            ? language.Say($"Le fichier « {path} » ne peut pas être lu : {why}.", $"The file “{path}” cannot be read: {why}.")
            : language.Say($"Le fichier « {path} » ne peut pas être écrit : {why}.", $"The file “{path}” cannot be written: {why}.");
    }
}
