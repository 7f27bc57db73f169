using System.Security.Cryptography;
using FundingReports.Validation;
using Xunit;

namespace FundingReports.Tests.Corpus;

/// <summary>Inputs that once did harm, or were made to: a folder a reader, and in its outcomes.txt what is said of each file.</summary>
/// <remarks>
/// A new file is judged with FUNDINGREPORTS_APPROVE=1, which rewrites outcomes.txt; read what it says before it is committed.
/// </remarks>
internal static class KeptInputs
{
    private const string Update = "FUNDINGREPORTS_APPROVE", Judged = "outcomes.txt";

    private static int found;

    /// <summary>
    /// Reads every file of a reader's folder: no exception that is not documented, no hang, and what is said is what was.
    /// </summary>
    internal static void Hold(string reader, Func<byte[], string, string> read)
    {
        var now = new List<string>();
        foreach (string path in Directory.EnumerateFiles(Folder(reader)).Where(path => Path.GetFileName(path) != Judged)
                .Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(path);
            var spent = Spent.Start();
            try
            {
                now.Add($"{name}: {read(File.ReadAllBytes(path), name)}");
            }
            catch (Exception error)
            {
                Assert.Fail($"tests/corpus/{reader}/{name}: {error}");
            }
            spent.AtMost(10, $"tests/corpus/{reader}/{name}");
        }
        string outcomes = Path.Combine(Folder(reader), Judged);
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(outcomes, string.Join('\n', now) + "\n");
        Assert.Equal(File.ReadAllText(outcomes).ReplaceLineEndings("\n"), string.Join('\n', now) + "\n");
    }

    /// <summary>One kept file.</summary>
    internal static byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(Folder(folder), name));

    /// <summary>The codes, each once; and each of them says itself in both languages.</summary>
    internal static string Codes(IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems)
            Assert.True(problem.Message(Language.French).EndsWith('.') && problem.Message(Language.English).EndsWith('.'),
                problem.ToLine(Language.French));
        return string.Join(' ', problems.Select(problem => problem.CodeName).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Reads an input that a fuzzer made; one that does harm is kept, the first of a run.</summary>
    internal static void Guard(string reader, string extension, byte[] bytes, Action read)
    {
        try
        {
            read();
        }
        catch (Exception error)
        {
            string hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
            // An input that does harm only because a fault was put in on purpose is not kept.
            string kept = Environment.GetEnvironmentVariable("FUNDINGREPORTS_KEEP") == "0" ? "not to be kept"
                : Interlocked.Exchange(ref found, 1) == 0 ? Keep(reader, bytes, hash + extension) : "another of this run was kept";
            throw new InvalidOperationException($"{reader} {hash}, {kept}: {error.Message}", error);
        }
    }

    /// <summary>
    /// Writes an input that did harm into the folder, from where it is read for ever; the words for the message of the test.
    /// </summary>
    internal static string Keep(string reader, byte[] bytes, string name)
    {
        string path = Path.Combine(Folder(reader), "found-" + name);
        try
        {
            File.WriteAllBytes(path, bytes);
            return $"kept as tests/corpus/{reader}/found-{name}";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"write it to tests/corpus/{reader}/found-{name}: base64 {Convert.ToBase64String(bytes)}";
        }
    }

    private static string Folder(string reader)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FundingReports.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository."), "tests",
            "corpus", reader);
    }
}
