using System.Text;
using FundingReports.Exchange.Scdl;
using FundingReports.Tests.Corpus;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// The headers that two public lists have met in files of subsidies (tests/corpus/headers, each with what its list takes it for): how many
/// are understood, and which are not. The reasons are in docs/formats.md.
/// </summary>
public class HeaderListTests
{
    [Fact]
    public void Headers_OfTwoPublicLists_AreUnderstood() => KeptInputs.Hold("headers", (bytes, _) =>
    {
        List<(string Header, string Meaning)> all = [.. Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1]))];
        List<string> unknown = [.. all.Where(one => !ScdlHeader.IsOne(one.Header) && ScdlHeader.Find(one.Header) is null)
            .Select(one => one.Header)];
        IEnumerable<string> otherwise = all.Select(one => (one.Header, one.Meaning, Ours: ScdlHeader.Find(one.Header)))
            .Where(one => one.Ours is { } ours && !ScdlHeader.NameOf(ours).Equals(one.Meaning, StringComparison.OrdinalIgnoreCase))
            .Select(one => $"{one.Header} = {ScdlHeader.NameOf(one.Ours!.Value)}");
        return $"{all.Count - unknown.Count} of {all.Count}; not {string.Join(" | ", unknown)}; otherwise {string.Join(" | ", otherwise)}";
    });
}
