using System.Text;
using ClosedXML.Excel;
using CsCheck;
using FundingReports.Tests;
using FundingReports.Tests.Corpus;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// Damaged at random: an answer or a sentence, never a crash, a hang or an undocumented exception; and the account always ties.
/// </summary>
public class ScdlMutationTests
{
    private static readonly byte[] text = Scdl.Csv(
        [Scdl.Header, Scdl.Good, Scdl.Other, Scdl.With("montant", "1 234,5 €"), Scdl.With("objet", "\"a;\"\"b\"\"\nc\"")]);

    private static readonly Gen<byte[]> pieces = Gen.OneOf(
        Gen.Byte.Array[0, 6],
        OneOf(";", ",", "\"", "\n", "\r", "\t", "=\"", "'", "\0", "\ufeff", "é", "-", "e+13", "999999999999999999999999", "30/02/2022",
            "montant", "total", "\ud7ff", "NaN", " ").Select(Encoding.UTF8.GetBytes));

    [Fact]
    public void Read_AnyMutationOfAText_AnswersAndTies() =>
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 40], pieces, Gen.Bool).Array[1, 5].Sample(changes =>
        {
            List<byte> bytes = [.. text];
            foreach (var (at, length, piece, cut) in changes)
            {
                int start = Math.Min(at, bytes.Count);
                bytes.RemoveRange(start, Math.Min(length, bytes.Count - start));
                bytes.InsertRange(start, piece);
                if (cut && at % 7 == 0)
                    bytes.RemoveRange(start, bytes.Count - start);
            }
            Guarded([.. bytes]);
        }, iter: Rounds.Of(4_000));

    [Fact]
    public void Read_AnyBytes_Answers() => Gen.Byte.Array[0, 400].Sample(bytes => Guarded(bytes), iter: Rounds.Of(3_000));

    [Theory]
    [InlineData("sub.xlsx")]
    [InlineData("sub.csv")]
    public void Read_AnyMutationOfAWorkbook_Answers(string name)
    {
        byte[] whole = Workbook();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Bool).Array[1, 4].Sample(changes =>
        {
            byte[] bytes = [.. whole];
            int end = bytes.Length;
            foreach (var (at, value, cut) in changes)
            {
                bytes[at] = value;
                if (cut && at % 5 == 0)
                    end = Math.Min(end, at);
            }
            Guarded(bytes[..end], name);
        }, iter: Rounds.Of(400));
    }

    // Inside the package the parts are compressed: they are damaged one by one, too.
    [Fact]
    public void Read_AnyMutationOfASheet_Answers()
    {
        byte[] whole = Workbook();
        foreach (string part in (string[])["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
            Gen.Select(Gen.Double[0, 1], OneOf("<", ">", "\"", "9999999999", "<v>", "</c>", "r=\"ZZZ9\"", "&#0;", "e", "-"),
                Gen.Int[0, 20]).Sample((where, piece, length) =>
                Guarded(Sheets.Edit(whole, part, xml =>
                {
                    int at = (int)(where * (xml.Length - 1));
                    return string.Concat(xml.AsSpan(0, at), piece, xml.AsSpan(Math.Min(xml.Length, at + length)));
                }), "sub.xlsx"), iter: Rounds.Of(100));
    }

    [Fact]
    public void Money_OfAnyLines_InIsOut() =>
        Gen.Select(Gen.Long[0, 99_999_999_999], Gen.Int[0, 6]).Array[0, 30].Sample(lines =>
        {
            Euros expected = Euros.Zero, taken = Euros.Zero;
            List<string> text = [];
            foreach (var (cents, kind) in lines)
            {
                Euros money = Euros.FromCents(cents);
                string line = Scdl.With("montant", money.ToString())
                    .Replace("D-1", $"D-{text.Count}", StringComparison.Ordinal);
                text.Add(
                    kind switch { 0 => line.Replace("aide en numéraire", "troc", StringComparison.Ordinal),
                        1 => line.Replace(";Poste;", ";Poste;;", StringComparison.Ordinal),
                        2 => $"TOTAL;;;;;;;;{money};;;;;;;", _ => line });
                // One cell too many before the sum: what stands under its header is none.
                if (kind is not (1 or 2))
                    expected += money;
                if (kind > 2)
                    taken += money;
            }
            ImportReading reading = Scdl.Read([.. text]);
            Assert.Equal((expected, taken, lines.Length),
                (reading.Account.MoneyReadable, reading.Account.MoneyKept, reading.Account.RowsRead));
            Assert.Equal(taken, Scdl.Sum(reading));
            Check(reading);
        }, iter: Rounds.Of(300));

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void Guarded(byte[] bytes, string name = "sub.csv") =>
        KeptInputs.Guard("scdl", Path.GetExtension(name), bytes, () => Check(Scdl.Read(bytes, name)));

    private static void Check(ImportReading reading)
    {
        Assert.Equal(reading.IsOpened && reading.Account.RowsKept > 0, reading.Portfolio is not null);
        Assert.Equal(reading.Account.MoneyReadable, reading.Account.MoneyKept + reading.Account.MoneySetAside);
        Assert.Equal(reading.Account.MoneyKept, Scdl.Sum(reading));
        Assert.Equal(reading.Account.RowsKept, reading.Facts.Awaiting.Length);
        if (!reading.IsOpened)
            Assert.Contains(reading.Problems, problem => problem.Severity is Severity.Error);
        foreach (Problem problem in reading.Problems)
            Assert.NotEmpty(problem.ToLine(Language.French));
        if (reading.Portfolio is { } portfolio)
            Assert.Equal(portfolio.Hash, Portfolio.Parse(portfolio.ToJson()).Hash);
    }

    private static byte[] Workbook()
    {
        using var workbook = new XLWorkbook();
        IXLWorksheet sheet = workbook.AddWorksheet("S");
        string[][] lines = [.. new[] { Scdl.Header, Scdl.Good, Scdl.Other }.Select(line => line.Split(';'))];
        for (int row = 0; row < lines.Length; row++)
            for (int i = 0; i < lines[row].Length; i++)
                sheet.Cell(row + 1, i + 1).SetValue(lines[row][i]);
        sheet.Cell(2, 9).SetValue(30000.5);
        return Sheets.Bytes(workbook);
    }
}
