using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using FundingReports.Exchange.Forms;
using FundingReports.Json;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Tests;
using FundingReports.Tests.Naive;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>A form is written, filled in, read and answered in French and in English alike.</summary>
public class FormLanguageTests
{
    private static readonly string[] frenchHeaders =
        ["Poste", "Employeur", "Type d’employeur", "ETP", "Pourvu ou vacant (depuis)", "Coût 2026 (€/an)", "Coût 2027 (€/an)", "Financeur",
            "Type", "Dispositif", "2026 (€ ou part)", "2027 (€ ou part)", "Nature", "Plafond (€/an)", "Statut", "Du", "Au",
            "Ferme (années)", "N° de l’acte", "Date de l’acte"];

    private static readonly string[] englishHeaders = [.. frenchHeaders.Select(header => FormWords.Of(header).English)];

    private static readonly string[] frenchRow = ["Agent A", "CCAS X", "CCAS", "1", "pourvu", "50 000 €", "51 000 €", "CAF",
        "Sécurité sociale",
        "FIPD", "20 000 €", "21 000 €", "", "", "conventionné", "", "", "", "", "12/03/2026"];

    private static readonly string[] englishRow = ["Agent A", "CCAS X", "CCAS", "1", "occupied", "50 000 €", "51 000 €", "CAF",
        "Social security", "FIPD", "20 000 €", "21 000 €", "", "", "signed", "", "", "", "", "12/03/2026"];

    // One word in both languages.
    private static readonly string[] same = ["Nature", "EJ", "Commune", "Europe", "Département", "association", "CCAS", "commune",
        "département", "vacant"];

    [Fact]
    public void Columns_AndWordsOfLists_HaveTheirEnglish()
    {
        foreach (FormColumn column in (FormColumn[])[.. YearsForm.Table.Columns, YearsForm.CostOf(2026), YearsForm.SumOf(2026)])
        {
            Assert.True(column.English is not null, column.Header);
            Assert.Equal(column.English.Value.Header, FormWords.Of(column.Header).English);
            Assert.DoesNotMatch(Any(French), column.English.Value.Hint.Replace("délibération", "", StringComparison.Ordinal));
        }
        foreach (FormColumn column in YearsForm.Table.Columns.Concat(FullForm.Sheets.SelectMany(sheet => sheet.Columns)))
            foreach (string word in column.Choices)
                Assert.True(FormWords.English(word) is not null || same.Contains(word), word);
    }

    /// <summary>Of each word that French people write, what English people write instead says the same.</summary>
    [Theory]
    [InlineData(10, "un tiers", "a third"), InlineData(10, "la moitié", "half"), InlineData(10, "deux tiers", "two thirds")]
    [InlineData(10, "un quart", "a quarter"), InlineData(10, "trois quarts", "three quarters"), InlineData(10, "en totalité", "in full")]
    [InlineData(10, "le solde", "the balance"), InlineData(10, "le reste", "the rest"), InlineData(10, "50 % du solde",
        "50 % of the balance")]
    [InlineData(10, "la moitié du reste", "half of the rest"), InlineData(10, "inconnu", "unknown"), InlineData(10, "rien", "nothing")]
    [InlineData(10, "env. 20 000 €", "about 20 000 €"), InlineData(10, "20 000 € par an", "20 000 € a year")]
    [InlineData(10, "2 000 €/mois", "2 000 €/month"), InlineData(10, "2 000 € par mois", "2 000 € a month")]
    [InlineData(10, "5 000 € par trimestre", "5 000 € per quarter"), InlineData(10, "25 000 € max", "25 000 € at most")]
    [InlineData(10, "le solde, plafonné à 20 000 €", "the balance, capped at 20 000 €"), InlineData(10, "50 pour cent", "50 per cent")]
    [InlineData(10, "50 % du coût", "50 % of the cost"), InlineData(10, "non publié", "not published"), InlineData(10, "aucune", "none")]
    [InlineData(5, "inconnu", "unknown"), InlineData(5, "4 000 € par mois", "4 000 € a month"), InlineData(3, "mi-temps", "half-time")]
    [InlineData(3, "temps plein", "full time"), InlineData(3, "0,8 ETP", "0,8 FTE"), InlineData(3, "inconnu", "unknown")]
    [InlineData(16, "sans terme", "without term"), InlineData(16, "inconnu", "unknown"), InlineData(16, "juin 2027", "June 2027")]
    [InlineData(16, "fin juin 2027", "end of June 2027"), InlineData(16, "30 juin 2027", "30 June 2027")]
    [InlineData(16, "1er juin 2027", "1st June 2027"), InlineData(16, "jusqu'au 30 juin 2027", "until June 30, 2027")]
    [InlineData(15, "à partir du 1er mars 2026", "from 1 March 2026"), InlineData(17, "toutes", "all"), InlineData(17, "aucune", "none")]
    [InlineData(17, "2026 et 2027", "2026 and 2027"), InlineData(17, "du 01/07/2026 au 31/12/2026", "from 01/07/2026 to 31/12/2026")]
    [InlineData(17, "2026 (18 000 €, décidé le 12/03/2026)", "2026 (18 000 €, decided on 12/03/2026)"), InlineData(17, "inconnu",
        "unknown")]
    [InlineData(14, "demandé", "asked"), InlineData(14, "en attente", "pending"), InlineData(14, "promis", "promised")]
    [InlineData(14, "voté", "voted"), InlineData(14, "à signer", "to be signed"), InlineData(14, "signé", "signed")]
    [InlineData(14, "convention signée", "signed agreement"), InlineData(14, "refusé", "refused"), InlineData(14, "refus", "refusal")]
    [InlineData(14, "reconduit", "renewed"), InlineData(14, "payé", "paid"), InlineData(14, "inconnu", "unknown")]
    [InlineData(4, "vacant depuis le 01/09/2026", "vacant since 01/09/2026"), InlineData(4, "oui", "yes"), InlineData(4, "non", "no")]
    [InlineData(4, "non pourvu", "not filled"), InlineData(4, "recrutement en cours depuis mars 2026", "recruiting since March 2026")]
    [InlineData(18, "avenant 2", "amendment 2"), InlineData(18, "délibération 12", "decision 12")]
    [InlineData(7, "inconnu", "unknown"), InlineData(7, "reste à financer", "to be funded"), InlineData(7, "à définir", "to be defined")]
    [InlineData(13, "inconnu", "unknown"), InlineData(19, "inconnu", "unknown"), InlineData(19, "12 mars 2026", "12 March 2026")]
    public void Word_IsReadInBothLanguages(int column, string french, string english) => SaysTheSame(column, french, english);

    [Fact]
    public void WordsOfLists_AreReadInBothLanguages_AndByAnyLetters()
    {
        int tried = 0;
        for (int column = 0; column < frenchHeaders.Length; column++)
            foreach (string word in YearsForm.Table.Find(frenchHeaders[column])?.Choices ?? [])
                foreach (string english in (string[])[FormWords.Of(word).English, FormWords.Of(word).English.ToUpperInvariant()])
                {
                    SaysTheSame(column, word, english);
                    tried++;
                }
        Assert.InRange(tried, 40, 100);
    }

    private static void SaysTheSame(int column, string french, string english)
    {
        IntakeReading one = Read(frenchHeaders, With(frenchRow, column, french)), other = Read(englishHeaders, With(englishRow, column,
            english));
        Assert.Equal(Json(one), Json(other));
        Assert.Equal(YearsTables.Codes(one), YearsTables.Codes(other));
    }

    [Theory]
    [InlineData(14, "sigend", "conventionné", "signed"), InlineData(14, "conventioné", "conventionné", "signed")]
    [InlineData(14, "délibéér", "délibéré, convention à signer", "granted"), InlineData(14, "refusde", "refusé", "refused")]
    [InlineData(12, "spred total", "total réparti", "spread total")]
    public void MisspeltWord_HasItsNearestSuggested(int column, string written, string french, string english)
    {
        Problem problem = Assert.Single(Read(englishHeaders, With(englishRow, column, written)).Problems,
            problem => problem.Found == written);
        Assert.Contains($"Voulez-vous dire « {french} »", Plainly(problem.Message(Language.French)), StringComparison.Ordinal);
        Assert.Contains($"Is it \"{english}\"?", problem.Message(Language.English), StringComparison.Ordinal);
    }

    /// <summary>
    /// Whatever is wrong in a form of either language, a sentence names words in its own, but for what the file itself says.
    /// </summary>
    [Fact]
    public void Problems_AreSaidInOneLanguage()
    {
        var kinds = new HashSet<string>();
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((string[] headers, string[] row, string[] values, bool isFrench) in ((string[], string[], string[], bool)[])[
            (frenchHeaders, frenchRow, ["le solde", "50 % du solde", "total réparti", "par douze mois", "part du coût", "somme",
                "reconduit",
                "payé", "conventioné", "conventionné", "annoncé", "sans terme", "vacant depuis toujours", "Reste à charge", "Etat"], true),
            (englishHeaders, englishRow, ["the balance", "50 % of the balance", "spread total", "by twelve months", "part of the cost",
                "sum",
                "renewed", "paid", "sigend", "signed", "announced", "without term", "vacant since ever", "Remainder", "Staet"], false)])
            foreach (string[][] table in Damaged(headers, row, values))
            {
                IntakeReading reading = Read(table);
                string[] texts = [.. table.SelectMany(cells => cells).SelectMany(cell => (string[])[cell, FormWords.KeyOf(cell),
                    Bare(cell)])
                    .Where(text => text.Length > 0).Distinct().OrderByDescending(text => text.Length)];
                string account = reading.Account.Sentence(Language.English);
                if (!isFrench && Regex.IsMatch(Without(account, texts), Any(French)))
                    wrong.Add($"en {account}");
                foreach (Problem problem in reading.Problems)
                {
                    kinds.Add($"{problem.CodeName} {problem.Arguments.FirstOrDefault()}");
                    foreach ((Language language, string forbidden) in ((Language, string)[])[
                        (Language.English, Any(French)), (Language.French, Any(English))])
                        if (Regex.IsMatch(Without(Plainly(problem.Message(language)), texts), forbidden))
                            wrong.Add($"{language} {problem.CodeName}: {problem.Message(language)}");
                    foreach (ProblemAnswer answer in ProblemAnswers.Of(problem))
                        if (Regex.IsMatch(Without(answer.InWords(Language.English), texts), Any(French)))
                            wrong.Add($"answer {problem.CodeName}: {answer.InWords(Language.English)}");
                }
            }
        Assert.Equal([], wrong);
        Assert.True(kinds.Count > 60, $"{kinds.Count} kinds: {string.Join(", ", kinds.Order())}");
    }

    // One cell otherwise, alone or beside a nature; one header gone, misspelt, twice.
    private static IEnumerable<string[][]> Damaged(string[] headers, string[] row, string[] own)
    {
        string[] values = [.. own, "zzz", "0", "50", "1", "0,5", "26,000", "4.000", "-5", "150 %", "30/02/2026", "juillet 26", "30/06",
            "1/3",
            "01/01/2030", "2028", "52,5", "€", "état", "#REF!", "2026 (18 000 €)", ""];
        for (int column = 0; column < headers.Length; column++)
        {
            foreach (string value in values)
            {
                yield return [headers, With(row, column, value)];
                yield return [headers, row, With(row, column, value)];
            }
            yield return [Cut(headers, column), Cut(row, column)];
            yield return [With(headers, column, $"{headers[column].Split(' ')[0]}x"), row];
            yield return [With(headers, column, "Montnt 2O2G"), row];
            yield return [[.. headers, headers[column]], [.. row, row[column]]];
            yield return [[.. headers, "zzz"], [.. row, row[column]]];
        }
        foreach (string nature in own[1..6])
            foreach (string value in own.Take(6).Concat(["50", "50 %", "20 000 €", "1"]))
                yield return [headers, With(With(row, 12, nature), 10, value)];
        yield return [headers, With(With(With(row, 12, own[2]), 16, own[11]), 10, "20 000 €")];
        yield return [[.. headers, FormWords.In("Année", headers[0] is "Post" ? Language.English : Language.French)], [.. row, "2026"]];
        yield return [headers];
    }

    /// <summary>What is written in English comes back as what is written in French does.</summary>
    [Fact]
    public void EnglishForm_ComesBackAsTheFrenchDoes()
    {
        int compared = 0;
        Generators.Portfolio.Where(drawn => Portfolio.TryCreate(drawn, out _, out ImmutableArray<Problem> _)).Sample(drawn =>
        {
            Portfolio portfolio = Portfolio.Create(drawn);
            IntakeReading french = Sent.Read(Sent.OneOfMany(IntakeTemplate.FilledIn(portfolio), 1)),
                english = Sent.Read(Sent.OneOfMany(IntakeTemplate.FilledIn(portfolio, language: Language.English), 1));
            // The kind of a source may stand before its title, in the language of the form.
            Assert.Equal(Kindless(Json(french)), Kindless(Json(english)));
            Assert.Equal(french.Problems.Select(problem => problem.CodeName), english.Problems.Select(problem => problem.CodeName));
            Assert.DoesNotMatch(Any(French), string.Join('\n', english.Problems.Select(problem => problem.Message(Language.English)))
                .Replace("État", "", StringComparison.Ordinal));
            compared += french.Facts.Commitments.IsEmpty ? 0 : 1;
        }, iter: Rounds.Of(30), threads: 1, print: drawn => Encoding.UTF8.GetString(PortfolioWriter.ToUtf8(drawn)));
        Assert.True(compared * 2 > Rounds.Of(30), $"{compared}");
    }

    private const string Kinds = "acte vu|déclaration|presse|données publiées|hypothèse|"
            + "act seen|statement|press|published data|assumption",
        Slugs = "acte-vu|declaration|presse|donnees-publiees|hypothese|act-seen|statement|press|published-data|assumption";

    private static string Kindless(string json) => Regex.Replace(json, $"(?:{Kinds}) ?: ", "");

    private static string Json(IntakeReading reading) => Regex.Replace(
        Encoding.UTF8.GetString(PortfolioWriter.ToUtf8(reading.Facts)), $"(\"(?:id|source)\": \")(?:{Slugs})-", "$1");

    private static IntakeReading Read(params string[][] table) => IntakeReader.Read(
        new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', table.Select(row => string.Join(';', row.Select(Cell)))) + "\n")),
            "Plan.csv");

    private static string Cell(string text) => text.Contains(';') ? $"\"{text}\"" : text;

    private static string[] With(string[] row, int column, string value)
    {
        string[] changed = [.. row];
        changed[column] = value;
        return changed;
    }

    private static string[] Cut(string[] row, int column) => [.. row[..column], .. row[(column + 1)..]];

    private static string Bare(string header) => header.Contains('(') ? header[..header.IndexOf('(', StringComparison.Ordinal)].Trim()
        : header;

    private static string Plainly(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('’', '\'');

    private static string Without(string message, string[] texts) => texts.Aggregate(Plainly(message),
        (left, text) => left.Replace($"« {Plainly(text)} »", "«»", StringComparison.Ordinal).Replace($"\"{Plainly(text)}\"", "\"\"",
            StringComparison.Ordinal));

    private static IEnumerable<string> French => FormWords.All().Where(pair => pair.French != pair.English && !same.Contains(pair.French))
        .Select(pair => pair.French.Replace("AAAA", "2026", StringComparison.Ordinal)).Append("Contrôle").Append("Coût")
        .Where(word => word.Any(char.IsLetter) && word is not ("Du" or "Au" or "Type" or "non"));

    // Words that French has too, in another sense.
    private static IEnumerable<string> English => FormWords.All().Where(pair => pair.French != pair.English
        && !same.Contains(pair.English))
        .Select(pair => pair.English.Replace("AAAA", "2026", StringComparison.Ordinal)).Append("Check").Append("Cost")
        .Where(word => word.Any(char.IsLetter) && word is not ("budget" or "Place" or "no" or "sum"));

    private static string Any(IEnumerable<string> words) =>
        $@"(?<![\p{{L}}'-])(?:{string.Join('|', words.OrderByDescending(word => word.Length).Select(Regex.Escape))})(?![\p{{L}}-])";
}
