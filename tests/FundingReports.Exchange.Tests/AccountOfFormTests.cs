using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FundingReports.Tests;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// The account of a form counts the numbers of the file, row by row, whatever is wrong beside them. FUNDINGREPORTS_ROUNDS=10000 makes more
/// files.
/// </summary>
public partial class AccountOfFormTests
{
    private sealed record Line(int Row, long Cents, bool IsDamaged);

    [Fact]
    public void MoneyOfEachRow_IsCountedWhereItStands()
    {
        for (int seed = 0; seed < Rounds.Of(300); seed++)
        {
            var random = new Random(seed);
            (string text, List<Line> lines) = Draw(random);
            IntakeReading reading = Sent.Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], "plan.csv");
            string said = Sent.Account(reading), what = $"seed {seed}\n{text}\n{said}\n{string.Join('\n', Sent.Lines(reading))}";
            Assert.True(lines.Sum(line => line.Cents) == reading.Account.MoneyReadable.Cents, what);
            Dictionary<int, long> aside = reading.Account.SetAside.ToDictionary(row => row.Row, row => row.Money.Cents);
            long kept = lines.Where(line => !aside.ContainsKey(line.Row)).Sum(line => line.Cents);
            Assert.True(kept == reading.Account.MoneyKept.Cents, what);
            foreach (Line line in lines)
            {
                Assert.True(aside.ContainsKey(line.Row) == line.IsDamaged, $"row {line.Row}: {what}");
                Assert.True(!line.IsDamaged || aside[line.Row] == line.Cents, $"row {line.Row}: {what}");
            }
            CheckSentence(said, lines, what);
        }
    }

    [Fact]
    public void NegativeCellBesideAGoodOne_SetsItsRowAside_WithItsMoney()
    {
        IntakeReading reading = Sent.Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(
            "Poste;Coût 2026;Financeur;2026;2027;Statut;Du\nA;40000;État;20000;;délibéré;\nB;40000;CAF;50 %;;délibéré;31/02/2026\n"
            + "C;40000;CAF;-500;13333,33;délibéré;\nD;40000;CAF;-500;;délibéré;\n")], "plan.csv");
        Assert.Equal("20 000 € repris en 1 ligne, sur 33 333,33 € lisibles en 4 lignes. Non pris en compte, 13 333,33 € : "
            + "« Du » illisible (ligne 3) ; 2026 négatif, 13 333,33 € (ligne 4). À part, hors de ces sommes : 2026 négatif (ligne 5).",
            Sent.Account(reading));
    }

    /// <summary>Beside a table or a column that is refused, nothing is said to be all that can be read.</summary>
    [Theory]
    [InlineData("2026", "Aucune ligne n’est lue. Non lu, et dans aucune de ces sommes : feuille plan.")]
    [InlineData("Année", "Rien n’est repris, sur 20 000 € lisibles en 1 ligne. Non pris en compte, 20 000 € : colonne « année » non lue "
        + "(ligne 2). Non lu, et dans aucune de ces sommes : colonne plan!D1.")]
    [InlineData("Observations", "20 000 € repris en 1 ligne : tout ce qui est lisible dans le fichier.", "vu")]
    public void WhatIsNotRead_IsInTheAccount(string header, string account, string cell = "40000")
    {
        IntakeReading reading = Sent.Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(
            $"Poste;Financeur;2026;{header}\nA;État;20000;{cell}\n")], "plan.csv");
        Assert.Equal(account, Sent.Account(reading));
    }

    /// <summary>The form of two sheets, with two columns of one year: no row of money is read, and the account does not say all.</summary>
    [Fact]
    public void SheetOfAYearTwice_IsSaidNotToBeRead()
    {
        using var workbook = new ClosedXML.Excel.XLWorkbook();
        Sheets.Fill(workbook.AddWorksheet("Postes"), ["Poste", "Lieu", "Coût 2026"], [["A", "Dax", 50_000m]], 1);
        Sheets.Fill(workbook.AddWorksheet("Financements"), ["Poste", "Financeur", "2026", "2026"], [["A", "État", 20_000m, 20_000m]], 1);
        IntakeReading reading = Sent.Read(Sheets.Bytes(workbook));
        Assert.Equal(["column-twice Financements!D1"], Sent.Errors(reading));
        Assert.Equal("0 € repris en 1 ligne sur 1. Non lu, et dans aucune de ces sommes : feuille Financements.", Sent.Account(reading));
        Assert.EndsWith("Not read, and in none of these sums: sheet Financements.", reading.Account.Sentence(Language.English),
            StringComparison.Ordinal);
    }

    // The rows that the sentence names: those apart have no money, and each reason of the others says the sum of its rows.
    private static void CheckSentence(string said, List<Line> lines, string what)
    {
        Dictionary<int, long> cents = lines.ToDictionary(line => line.Row, line => line.Cents);
        string[] parts = said.Split("À part, hors de ces sommes : ");
        if (parts.Length > 1)
            Assert.True(Rows(parts[1]).All(row => cents[row] == 0), what);
        if (!parts[0].Contains("Non pris en compte", StringComparison.Ordinal))
            return;
        Match left = Left().Match(parts[0]);
        string[] reasons = left.Groups["reasons"].Value.Split(" ; ");
        Assert.True(Cents(left.Groups["sum"]) == reasons.Sum(reason => Rows(reason).Sum(row => cents[row])), what);
        if (reasons.Length > 1)
            foreach (string reason in reasons)
                Assert.True(Cents(OfReason().Match(reason).Groups["sum"]) == Rows(reason).Sum(row => cents[row]), $"{reason}: {what}");
    }

    private static IEnumerable<int> Rows(string text) => Brackets().Matches(text).SelectMany(match => Number().Matches(match.Value))
        .Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture));

    private static long Cents(Group sum) => sum.Value.Length == 0 ? 0 : (long)(decimal.Parse(
        sum.Value.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture) * 100);

    private static (string Text, List<Line> Lines) Draw(Random random)
    {
        var text = new StringBuilder("Poste;Coût 2026;Financeur;2026;2027;2028;Statut;Du;Au\n");
        List<Line> lines = [];
        for (int row = 2; row < 3 + random.Next(1, 7); row++)
        {
            long cents = 0;
            bool isDamaged = false;
            string[] cells = [.. Enumerable.Range(0, 3).Select(_ => Cell())];
            if (cells.All(cell => cell.Length == 0))
                cells[0] = "50 %";
            string status = "délibéré", from = "", funder = "État", cost = "40000";
            switch (random.Next(8))
            {
                case 0:
                    (from, isDamaged) = ("31/02/2026", true);
                    break;
                case 1:
                    (status, isDamaged) = ("perdu de vue", true);
                    break;
                case 2:
                    (funder, isDamaged) = ("", true);
                    break;
                case 3:
                    (cost, isDamaged) = ("-40000", true);
                    break;
            }
            text.Append(CultureInfo.InvariantCulture, $"Poste de {(char)('A' + row)};{cost};{funder};");
            text.Append(CultureInfo.InvariantCulture, $"{string.Join(';', cells)};{status};{from};\n");
            lines.Add(new(row, cents, isDamaged));

            string Cell()
            {
                switch (random.Next(6))
                {
                    case 0:
                        isDamaged = true;
                        return random.Next(2) == 0 ? "-500" : "beaucoup";
                    case 1:
                        return "50 %";
                    case 2:
                        return "";
                    default:
                        long sum = random.Next(100_000, 4_000_000);
                        cents += sum;
                        return $"{sum / 100},{sum % 100:00}";
                }
            }
        }
        return (text.ToString(), lines);
    }

    [GeneratedRegex(@"Non pris en compte(?:, (?<sum>[0-9 ]+(?:,[0-9]+)?) €)? : (?<reasons>.*?\))\.")]
    private static partial Regex Left();

    [GeneratedRegex(@", (?<sum>[0-9 ]+(?:,[0-9]+)?) € \(")]
    private static partial Regex OfReason();

    [GeneratedRegex(@"\(lignes? [^)]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
