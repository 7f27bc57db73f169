using System.Text;
using FundingReports.Validation;

namespace FundingReports.Tests.Sentences;

/// <summary>
/// Every sentence that a named situation is told by, in both languages. The other tests assert codes, states and figures.
/// </summary>
public sealed class SentencesTests
{
    private static IEnumerable<(string Chapter, IEnumerable<Situation> Situations)> Chapters =>
    [
        ("Summaries", SummarySituations.All.Select(one => Situation.Of(one.Name, one.Given))),
        ("Posts", PostSituations.All.Select(one => Situation.Of(one.Name, one.Given))),
        ("Changes", ChangeSituations.All.Select(one => ChangeSituations.Situation(one.Name, one.Changes))),
        ("Other answers", AnswerSituations.All),
        ("Seeds", SeedSituations.All),
        ("Problems", ProblemSituations.All),
    ];

    [Theory]
    [InlineData(Language.French, "sentences.fr.txt")]
    [InlineData(Language.English, "sentences.en.txt")]
    public void Sentences_OfEverySituation_AreTheApprovedOnes(Language language, string file)
    {
        var text = new StringBuilder();
        foreach (var (chapter, situations) in Chapters)
        {
            text.Append("# ").Append(chapter).Append("\n\n");
            foreach (Situation situation in situations)
                text.Append("## ").Append(situation.Name).Append('\n').AppendJoin('\n', Lines(situation, language).Select(Plain))
                    .Append("\n\n");
        }
        Golden.Check(Repository.PathOf("tests", "FundingReports.Tests", "Sentences", file), text.ToString());
    }

    [Fact]
    public void Names_OfSituations_AreOneEach()
    {
        string[] names = [
            .. Chapters.SelectMany(chapter => chapter.Situations.Select(situation => $"{chapter.Chapter}: {situation.Name}"))];
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Codes_OfProblems_AllHaveTheirWording() =>
        Assert.Equal(
            Enum.GetValues<ProblemCode>().Select(code => new Problem(code, "$").CodeName).Order(StringComparer.Ordinal),
            ProblemSituations.Codes.Select(situation => situation.Name));

    /// <summary>
    /// No line ends between a French sign or a group of digits and what stands before it; the approved text shows plain spaces.
    /// Problems quote what they found, and the seeds their titles, as people wrote them.
    /// </summary>
    [Fact]
    public void French_HasNoBreakSpaces() => Expect.Nothing(
        from chapter in Chapters
        where chapter.Chapter is not ("Seeds" or "Problems")
        from situation in chapter.Situations
        from line in Lines(situation, Language.French)
        where System.Text.RegularExpressions.Regex.IsMatch(line, @" [:;?!%€»]|« |\d \d{3}\b|[\u00a0][;?!%€]")
        select $"{situation.Name}: {line}");

    /// <summary>
    /// What an official would not read aloud, of every situation and of every text. What people wrote is quoted as it is: the quotes are
    /// left out, and the names of the seeds, which are not in quotes, may hold a typewriter's apostrophe.
    /// </summary>
    [Fact]
    public void French_HasNoBannedTurn()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "phrases.fr.txt"));
        var said = (from chapter in Chapters
                    from situation in chapter.Situations
                    from line in Lines(situation, Language.French)
                    select (chapter.Chapter, situation.Name, Line: line))
            // A form that was sent before keeps the words that it was sent with.
            .Concat(page.Split('\n').Where(line => !SentBefore.Contains(line)).Select(line => (Chapter: "Texts", Name: "docs/phrases.fr.txt", Line: line)));
        Expect.Nothing(
            from one in said
            let line = BannedTurns.WithoutQuotes(one.Line)
            from found in BannedTurns.In(line, names: one.Chapter is "Seeds" or "Texts" or "Changes")
            select $"{one.Name}: [{found}] {one.Line}");
    }

    private static readonly string[] SentBefore =
    [
        "La structure qui salarie.", "sollicité : demandé, sans réponse. annoncé : promis sans acte. attribué : arrêté ou délibération. conventionné : signé.",
        "« Statut » dit ce que vaut la promesse : sollicité (demandé, sans réponse), annoncé (promis sans acte), attribué (arrêté ou délibération), conventionné (signé), refusé.",
    ];

    private static IEnumerable<string> Lines(Situation situation, Language language) =>
        situation.Said(language).Where(line => line.Length > 0).Distinct();

    private static string Plain(string line) => line.Replace('\u00a0', ' ').Replace('\u202f', ' ').ReplaceLineEndings(" / ");
}
