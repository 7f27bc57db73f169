using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FundingReports.Tests;
using FundingReports.Tests.Corpus;

namespace FundingReports.Exchange.Tests;

/// <summary>Files made to do harm, or that are not what their name says: a sentence, little memory, little time.</summary>
public class HostileFileTests
{
    private static readonly byte[] good = Sheets.Plan(Sheets.Good);

    [Fact]
    public void ZipBomb_IsNotOpened() =>
        Refused(Package(("xl/workbook.xml", "<workbook/>"u8.ToArray()), ("xl/worksheets/sheet1.xml", new byte[200_000_000])), "bomb.xlsx",
            "serait démesuré");

    [Fact]
    public void ManySmallParts_AreNotOpened() =>
        Refused(Package([.. Enumerable.Range(0, 11_000).Select(i => ($"xl/p{i}.xml", Array.Empty<byte>()))]), "parts.xlsx",
            "serait démesuré");

    [Fact]
    public void PartDeclaredAtTwoGigabytes_IsNotOpened()
    {
        byte[] bytes = [.. good];
        // The uncompressed size in each entry of the central directory.
        for (int i = 0; i + 46 < bytes.Length; i++)
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2)
                BitConverter.GetBytes(0x7fff_ffff).CopyTo(bytes, i + 24);
        Refused(bytes, "deux.xlsx", "serait démesuré");
    }

    [Fact]
    public void PartLargerThanDeclared_IsNotRead()
    {
        byte[] bytes = [.. good];
        for (int i = 0; i + 46 < bytes.Length; i++)
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2)
                BitConverter.GetBytes(10).CopyTo(bytes, i + 24);
        Assert.Null(Sent.Read(bytes, "menteur.xlsx").Form);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>")]
    public void DocumentType_InAnyPart_IsRefused(string type)
    {
        foreach (string part in (string[])["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"])
            Refused(Sheets.Edit(good, part, text => text.Insert(text.IndexOf("?>", StringComparison.Ordinal) + 2, type)), "dtd.xlsx",
                "définition de type de document");
    }

    [Fact]
    public void RowFarBeyondTheLast_IsRefused() =>
        Refused(
            Sheets.Edit(good, "xl/worksheets/sheet1.xml", text => text.Replace("r=\"3\"", "r=\"2000000000\"", StringComparison.Ordinal)),
            "loin.xlsx", "endommagé");

    [Fact]
    public void OpenDocument_OfALetter_IsRefused() =>
        Refused(Package(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", "<x/>"u8.ToArray())),
            "plan.ods", "n’est pas un classeur");

    [Fact]
    public void Word_Renamed_IsSaid() => Refused(Package(("word/document.xml", "<x/>"u8.ToArray())), "plan.xlsx", "document Word");

    [Fact]
    public void OldContainer_UnderANewName_IsRefused() =>
        Refused([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[1016]], "plan.xlsx", ".xlsx");

    [Fact]
    public void Password_IsSaid() =>
        Refused(
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[1016], .. Encoding.Unicode.GetBytes("EncryptedPackage"),
                .. new byte[500]], "plan.xlsx", "mot de passe");

    [Theory]
    [InlineData("", "plan.xlsx", "vide")]
    [InlineData("PK\u0003\u0004 tronqué", "plan.xlsx", "endommagé")]
    [InlineData("%PDF-1.7", "plan.xlsx", "n’est pas un classeur")]
    [InlineData("a;b\n1;2", "plan.csv", "Aucune feuille")]
    [InlineData("\u0000\u0001binaire", "plan.csv", "n’est pas un classeur")]
    public void Others_AreSaid(string text, string name, string words) => Refused(Encoding.UTF8.GetBytes(text), name, words);

    [Fact]
    public void AnyCutOrDamage_NeverThrowsNorHangs()
    {
        var random = new Random(20220208);
        for (int i = 0; i < Rounds.Of(300); i++)
        {
            byte[] bytes = [.. good];
            if (i % 3 == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            else
                for (int k = 0; k < 1 + i % 5; k++)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            KeptInputs.Guard("intake", ".xlsx", bytes, () =>
            {
                foreach (string line in Sent.Lines(Sent.Read(bytes)))
                    Assert.EndsWith(".", line, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void AnyDamageOfTheText_NeverThrows()
    {
        var random = new Random(1);
        for (int i = 0; i < Rounds.Of(200); i++)
        {
            byte[] bytes = Sheets.Edit(good, i % 2 == 0 ? "xl/worksheets/sheet1.xml" : "xl/workbook.xml", text =>
            {
                int at = random.Next(text.Length), length = Math.Min(random.Next(1, 30), text.Length - at);
                return (i % 4) switch { 0 => text.Remove(at, length), 1 => text.Insert(at, "<x:c r=\"ZZZZ9\"><x:v>1e999</x:v></x:c>"),
                    2 => text.Insert(at, "99999999999"),
                    _ => Regex.Replace(text, "[0-9]+", _ => random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture)) };
            });
            KeptInputs.Guard("intake", ".xlsx", bytes, () => Sent.Lines(Sent.Read(bytes)));
        }
    }

    private static void Refused(byte[] bytes, string name, string words)
    {
        var spent = Spent.Start();
        long before = GC.GetAllocatedBytesForCurrentThread();
        IntakeReading reading = Sent.Read(bytes, name);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Null(reading.Form);
        string line = Assert.Single(Sent.Lines(reading));
        Assert.StartsWith($"E unreadable-file {name} ", line, StringComparison.Ordinal);
        Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.True(allocated < 64_000_000, $"{allocated} bytes");
        spent.AtMost(5, name);
    }

    private static byte[] Package(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, byte[] content) in parts)
            {
                using Stream part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                part.Write(content);
            }
        return stream.ToArray();
    }
}
