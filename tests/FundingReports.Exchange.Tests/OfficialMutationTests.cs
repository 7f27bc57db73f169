using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Tests;
using FundingReports.Tests.Corpus;

namespace FundingReports.Exchange.Tests;

/// <summary>Official files cut, flipped and rewritten: sentences, never a crash, a hang or another exception.</summary>
public class OfficialMutationTests
{
    private static readonly byte[] fonjep = new FonjepExport().With(
        FonjepExport.Post("10004", 2021, 7164m, new DateTime(2023, 12, 31)),
        FonjepExport.Post(10004, 2022, 7164m, new DateTime(2023, 12, 31)), FonjepExport.Post("10005", 2022, 3582m, 45291))
        .Paid(10004, new(2021, 1, 1), new(2021, 3, 31), 1791m).Bytes();

    [Theory]
    [InlineData(ImportKind.Fonjep)]
    [InlineData(ImportKind.Subventia)]
    public void AnyCutOrFlip_NeverThrowsNorHangs(ImportKind kind)
    {
        var random = new Random(7);
        var spent = Spent.Start();
        for (int i = 0; i < Rounds.Of(250); i++)
        {
            byte[] bytes = [.. fonjep];
            if (i % 3 == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            else
                for (int k = 0; k < 1 + i % 5; k++)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Told(kind, bytes);
        }
        spent.AtMost(Rounds.Of(60));
    }

    [Fact]
    public void AnyDamageOfTheText_NeverThrows()
    {
        var random = new Random(11);
        string[] parts = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/workbook.xml",
            "xl/sharedStrings.xml"];
        for (int i = 0; i < Rounds.Of(300); i++)
            Told(ImportKind.Fonjep, Sheets.Edit(fonjep, parts[i % parts.Length], text =>
            {
                int at = random.Next(text.Length), length = Math.Min(random.Next(1, 30), text.Length - at);
                return (i / parts.Length % 4) switch
                {
                    0 => text.Remove(at, length),
                    1 => text.Insert(at, "99999999999"),
                    2 => Regex.Replace(text, "<(x:)?v>[^<]*<", match => random.Next(3) == 0 ? match.Value
                            : $"<{match.Groups[1].Value}v>{random.Next(-5, 60_000).ToString(CultureInfo.InvariantCulture)}<"),
                    _ => Regex.Replace(text, "[0-9]", _ => random.Next(10).ToString(CultureInfo.InvariantCulture)),
                };
            }));
    }

    [Fact]
    public void AnyCells_InAnyColumn_NeverThrow()
    {
        var random = new Random(13);
        object?[] pool = [null, "", "x", "=\"1\"", "1", 1, 0m, -5m, 1e14m, 0.005m, 2023, 1600, 4999, "31/12/2023",
            new DateTime(2023, 12, 31), new DateTime(1999, 1, 31), "Oui", "#REF!", "=1+1", "F1", "A1", "C1", 45000];
        for (int i = 0; i < Rounds.Of(40); i++)
        {
            var export = new FonjepExport();
            for (int row = 0; row < 12; row++)
            {
                object?[] post = FonjepExport.Post(random.Next(3), 2020 + random.Next(5), 100m * random.Next(80),
                    new DateTime(2022 + random.Next(4), 1 + random.Next(12), 28));
                for (int k = random.Next(4); k > 0; k--)
                    post[random.Next(post.Length)] = pool[random.Next(pool.Length)];
                export.With(post);
                DateTime from = new(2020 + random.Next(5), 1 + random.Next(12), 1 + random.Next(28));
                object?[] paid = [random.Next(3), from, from.AddDays(random.Next(-5, 500)), from, 1m * random.Next(-50, 5000),
                    1m * random.Next(-50, 5000)];
                for (int k = random.Next(3); k > 0; k--)
                    paid[random.Next(paid.Length)] = pool[random.Next(pool.Length)];
                export.Payments.Add(paid);
            }
            ImportReading reading = Told(ImportKind.Fonjep, export.Bytes());
            Assert.True(reading.Portfolio is not null,
                string.Join("\n", reading.Problems.Select(problem => problem.ToLine(Language.English))));
            Assert.Equal(12, reading.Account.RowsRead);
            Assert.True(reading.Account.MoneyKept <= reading.Account.MoneyReadable);
        }
    }

    private static ImportReading Told(ImportKind kind, byte[] bytes)
    {
        ImportReading? reading = null;
        KeptInputs.Guard(kind == ImportKind.Fonjep ? "fonjep" : "subventia", ".xlsx", bytes, () =>
        {
            reading = OfficialFile.Read(kind, new MemoryStream(bytes), "export.xlsx");
            foreach (var problem in reading.Problems)
                Assert.EndsWith(".", problem.Message(Language.French), StringComparison.Ordinal);
            Assert.EndsWith(".", reading.Sentence(Language.English), StringComparison.Ordinal);
        });
        return reading!;
    }
}
