using System.Text.RegularExpressions;

namespace FundingReports.Tests.Texts;

/// <summary>
/// docs/phrases.fr.txt: the French read aloud. A changed sentence is read again before it is approved. What the tool says is held by its
/// own tests.
/// </summary>
public partial class PhraseTests
{
    [Fact]
    public void Phrases_AreThoseThatWereRead() => Expect.Nothing(PhraseFile.Differences(
        Repository.PathOf("docs", "phrases.fr.txt"), PhraseList.Rooms(), room => !room.StartsWith("Outil", StringComparison.Ordinal)));

    /// <summary>What no ear lets pass: elisions, doubled words, doubled stops.</summary>
    [Fact]
    public void Phrases_AreFrench() =>
        Expect.Nothing(File.ReadAllLines(Repository.PathOf("docs", "phrases.fr.txt"))
                .Where(line => Wrong().IsMatch(Quoted().Replace(line, "«»"))));

    [GeneratedRegex(
        @"(?<!-)\b([dD]e|[lL]e|[lL]a|[qQ]ue|[nN]e|[jJ]usque) [aeéèêiouAEÉÈIOU](?!\b|u\b|nze|ui\b)"
        + @"|\b[dD]e les?\b|\bà les?\b|\b(\p{L}{2,}) \2\b(?<!\bnous nous)|\.\.(?!\.)| ,|\(\)|, \.(?!\p{L})"
        + @"|\bsi il|(?<![\p{L}\d])1 (autres? )?\p{L}+s\b(?<!(mois|fois|cours|temps|plus|dans|pas|puis|cas))")]
    private static partial Regex Wrong();

    [GeneratedRegex("« [^»]* »")]
    private static partial Regex Quoted();
}
