using FundingReports.Tests.Corpus;

namespace FundingReports.Exchange.Tests;

/// <summary>The files of tests/corpus/files: small, one a kind of damage, each with its right answer.</summary>
internal static class FileAnswers
{
    internal static byte[] Bytes(string name) => KeptInputs.Bytes("files", name);

    internal static ImportReading Read(string name, ImportOptions? options = null) => Read(ImportKind.Scdl, name, options);

    internal static ImportReading Read(ImportKind kind, string name, ImportOptions? options = null) =>
        OfficialFile.Read(kind, new MemoryStream(Bytes(name)), name, options);

    /// <summary>What of the file was taken, what is readable in it, and in how many of its lines.</summary>
    internal static string Sums(ImportReading reading) =>
        $"{reading.Account.MoneyKept} of {reading.Account.MoneyReadable} in {reading.Account.RowsKept} of {reading.Account.RowsRead}";
}
