using System.Text.RegularExpressions;

namespace FundingReports.Tests.Texts;

/// <summary>docs/phrases.fr.txt: the French read aloud. A changed sentence is read again before it is approved.</summary>
public partial class PhraseTests
{
    private const string Update = "FUNDINGREPORTS_APPROVE";

    [Fact]
    public void Phrases_AreThoseThatWereRead()
    {
        string path = Repository.PathOf("docs", "phrases.fr.txt"), said = PhraseList.Text();
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(path, said);
        string[] read = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'), now = said.Split('\n');
        Expect.Nothing([.. now.Except(read).Select(line => "+ " + line), .. read.Except(now).Select(line => "- " + line)]);
    }

    /// <summary>What no ear lets pass: elisions, doubled words, doubled stops.</summary>
    [Fact]
    public void Phrases_AreFrench() => Expect.Nothing(File.ReadAllLines(Repository.PathOf("docs", "phrases.fr.txt")).Where(line => Wrong().IsMatch(Quoted().Replace(line, "«»"))));

    [GeneratedRegex(@"(?<!-)\b([dD]e|[lL]e|[lL]a|[qQ]ue|[nN]e|[jJ]usque) [aeéèêiouAEÉÈIOU](?!\b|u\b|nze|ui\b)|\b[dD]e les?\b|\bà les?\b|\b(\p{L}{2,}) \2\b(?<!\bnous nous)|\.\.(?!\.)| ,|\(\)|, \.|\bsi il|(?<!\p{L})1 \p{L}+s\b(?<!(mois|fois|cours|temps|plus|dans|pas|puis))")]
    private static partial Regex Wrong();

    [GeneratedRegex("« [^»]* »")]
    private static partial Regex Quoted();
}
