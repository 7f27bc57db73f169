using FundingReports.Tests.Corpus;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>The kept inputs of tests/corpus, read as the files that others send.</summary>
public class CorpusTests
{
    [Fact]
    public void Intakes_Kept_SayWhatTheyDid() => KeptInputs.Hold("intake", (bytes, name) =>
    {
        IntakeReading reading = Sent.Read(bytes, name);
        return Outcome(reading.Form is null ? "not opened" : reading.Portfolio is null ? "refused" : "read", reading.Problems,
            reading.Form is null ? "" : Sent.Account(reading));
    });

    [Theory]
    [InlineData("fonjep", ImportKind.Fonjep)]
    [InlineData("subventia", ImportKind.Subventia)]
    [InlineData("scdl", ImportKind.Scdl)]
    public void Imports_Kept_SayWhatTheyDid(string folder, ImportKind kind) => KeptInputs.Hold(folder, (bytes, name) =>
    {
        ImportReading reading = OfficialFile.Read(kind, new MemoryStream(bytes), name);
        Assert.Equal(reading.Account.MoneyReadable, reading.Account.MoneyKept + reading.Account.MoneySetAside);
        return Outcome(!reading.IsOpened ? "not opened" : reading.Portfolio is null ? "refused" : "read", reading.Problems,
            reading.IsOpened ? Scdl.Account(reading) : "");
    });

    private static string Outcome(string what, IEnumerable<Problem> problems, string account) =>
        $"{what}: {KeptInputs.Codes(problems)}{(account.Length > 0 ? $" · {account}" : "")}";
}
