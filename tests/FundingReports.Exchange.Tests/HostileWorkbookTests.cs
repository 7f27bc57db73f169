using FundingReports.Wording;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// What a workbook may carry to do harm, for each reader of workbooks: it is refused with a sentence, or lies there without any effect.
/// </summary>
public class HostileWorkbookTests
{
    private static readonly Dictionary<string, (byte[] Good, Func<byte[], string> Read)> readers = new(StringComparer.Ordinal)
    {
        ["form"] = (Sheets.Plan(Sheets.Good), bytes => Said(Sent.Read(bytes))),
        ["fonjep"] = (Seed("fonjep-exemple.xlsx"),
            bytes => Said(OfficialFile.Read(ImportKind.Fonjep, new MemoryStream(bytes), "export.xlsx"))),
        ["subventia"] = (Seed("subventia-exemple.xlsx"),
            bytes => Said(OfficialFile.Read(ImportKind.Subventia, new MemoryStream(bytes), "export.xlsx"))),
    };

    public static TheoryData<string> Readers => [.. readers.Keys];

    [Theory, MemberData(nameof(Readers))]
    public void Macros_AreNeverRun(string reader) => Inert(reader, good => Adding(good,
        ("xl/vbaProject.bin", "\u0000Attribut VB_Name = \"Auto_Open\""), ("xl/macrosheets/sheet1.xml", "<macrosheet/>"),
        ("xl/activeX/activeX1.bin", "x"), ("customUI/customUI.xml", "<customUI onLoad=\"Auto_Open\"/>")));

    /// <summary>With the relation that a spreadsheet would follow.</summary>
    [Theory, MemberData(nameof(Readers))]
    public void ExternalLinks_AreNeverFollowed(string reader)
    {
        using var folder = new Trap();
        Inert(reader, good => Adding(good,
            ("xl/externalLinks/externalLink1.xml",
                "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><externalBook "
                + "r:id=\"rId1\"/></externalLink>"),
            ("xl/externalLinks/_rels/externalLink1.xml.rels",
                $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                + $"Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath\" "
                + $"Target=\"file://{folder.File}\" TargetMode=\"External\"/></Relationships>")));
    }

    [Theory, MemberData(nameof(Readers))]
    public void Dde_IsNeverCalled(string reader) => Inert(reader, good => Adding(good,
        ("xl/externalLinks/externalLink1.xml",
            "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><ddeLink ddeService=\"cmd\" ddeTopic=\"/c "
            + "calc\"><ddeItems><ddeItem name=\"A0\" advise=\"1\"/></ddeItems></ddeLink></externalLink>")));

    /// <summary>A formula is its stored value: nothing is worked out, called or fetched.</summary>
    [Theory, MemberData(nameof(Readers))]
    public void Formulas_AreTheirStoredValue(string reader)
    {
        foreach (
            string formula in (string[])["WEBSERVICE(\"http://exemple.invalid/\")", "cmd|' /C calc'!A0",
                "HYPERLINK(\"http://exemple.invalid/\",\"x\")", "CALL(\"Shell32\",\"ShellExecuteA\",\"JJCCCJJ\",0,\"open\",\"calc\")"])
            Inert(reader, good =>
                    EachSheet(good,
                        text => Regex.Replace(text, "(<(?:x:)?c [^>]*>)(<(?:x:)?v>)",
                            $"$1<{(text.Contains("<x:c ", StringComparison.Ordinal) ? "x:" : "")}f>{System.Security.SecurityElement.Escape(formula)}</{(text.Contains("<x:c ", StringComparison.Ordinal) ? "x:" : "")}f>$2")), changed: true);
    }

    /// <summary>Text that looks like a formula or a DDE call is kept as text, and no figure comes of it.</summary>
    [Theory, MemberData(nameof(Readers))]
    public void Texts_ThatLookLikeFormulas_StayTexts(string reader)
    {
        foreach (
            string text in (string[])["=cmd|' /C calc'!A0", "+WEBSERVICE(\"http://exemple.invalid/\")", "-1+1|cmd", "@SUM(1+1)", "\t=1+1"])
        {
            (byte[] good, Func<byte[], string> read) = readers[reader];
            byte[] bytes = EachText(good, text);
            Assert.NotEqual(good, bytes);
            string said = read(bytes);
            Assert.DoesNotContain("System.", said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Readers))]
    public void DocumentTypes_AreRefused(string reader)
    {
        using var folder = new Trap();
        (byte[] good, Func<byte[], string> read) = readers[reader];
        foreach (
            string type in (string[])[$"<!DOCTYPE x [<!ENTITY e SYSTEM \"file://{folder.File}\">]>",
                "<!DOCTYPE x SYSTEM \"http://exemple.invalid/x.dtd\">", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"])
        {
            string said = read(
                EachSheet(good, text => text.StartsWith("<?xml", StringComparison.Ordinal)
                        ? text.Insert(text.IndexOf("?>", StringComparison.Ordinal) + 2, type) : type + text));
            Assert.Contains("définition de type de document", said, StringComparison.Ordinal);
            Assert.DoesNotContain(Trap.Secret, said, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Readers))]
    public void ZipBombs_AreNotOpened(string reader)
    {
        string said = readers[reader].Read(Adding(readers[reader].Good, ("xl/worksheets/sheet99.xml", new string(' ', 100_000_000))));
        Assert.Contains("serait démesuré", said, StringComparison.Ordinal);
    }

    /// <summary>Nothing is ever unpacked to a disk, whatever the parts are called.</summary>
    [Theory, MemberData(nameof(Readers))]
    public void PathsOutOfThePackage_LeadNowhere(string reader)
    {
        using var folder = new Trap();
        string[] before = Directory.GetFileSystemEntries(Path.GetTempPath(), "piege*");
        Inert(reader, good =>
                Adding(good, ("../../../../piege.txt", "x"), ("..\\..\\piege.txt", "x"),
                    (Path.Combine(Path.GetTempPath(), "piege.txt"), "x"), ("C:\\piege.txt", "x")));
        Assert.Equal(before, Directory.GetFileSystemEntries(Path.GetTempPath(), "piege*"));
        foreach (string target in (string[])["../../../../../../" + folder.File, "file://" + folder.File, folder.File])
        {
            (byte[] good, Func<byte[], string> read) = readers[reader];
            string said = read(
                Sheets.Edit(good, "xl/_rels/workbook.xml.rels",
                    text => Regex.Replace(text, "Target=\"[^\"]*sheet1\\.xml\"", $"Target=\"{target}\"")));
            Assert.DoesNotContain(Trap.Secret, said, StringComparison.Ordinal);
        }
    }

    // The workbook is read as it would be without the attack, or refused.
    private static void Inert(string reader, Func<byte[], byte[]> attack, bool changed = false)
    {
        (byte[] good, Func<byte[], string> read) = readers[reader];
        byte[] bytes = attack(good);
        Assert.NotEqual(good, bytes);
        if (changed)
            Assert.Contains("f>", Text(bytes), StringComparison.Ordinal);
        Assert.Equal(read(good), read(bytes));
    }

    private static string Said(IntakeReading reading) =>
        string.Join('\n', [Sent.Account(reading), .. Sent.Lines(reading), reading.Portfolio?.ToJson() ?? ""]);

    private static string Said(ImportReading reading) =>
        string.Join('\n',
            [reading.IsOpened ? Imported.Account(reading) : "", .. reading.Problems.Select(problem => problem.ToLine(Language.French)),
                reading.Portfolio?.ToJson() ?? ""]);

    private static byte[] Seed(string name)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "FundingReports.sln")))
            root = root.Parent;
        return File.ReadAllBytes(Path.Combine(root.FullName, "seeds", "imports", name));
    }

    private static byte[] Adding(byte[] package, params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            foreach ((string name, string text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.SmallestSize).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        return stream.ToArray();
    }

    private static byte[] EachSheet(byte[] package, Func<string, string> change) =>
        Parts(package).Where(part => part.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
            .Aggregate(package, (bytes, part) => Sheets.Edit(bytes, part, change));

    // The texts of cells, wherever the file keeps them; of the headers nothing is changed.
    private static byte[] EachText(byte[] package, string text)
    {
        string escaped = System.Security.SecurityElement.Escape(text)!;
        int count = 0;
        return Parts(package)
            .Where(part => part is "xl/sharedStrings.xml" || part.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
            .Aggregate(package, (bytes, part) => Sheets.Edit(bytes, part, xml =>
            Regex.Replace(xml, "(<(?:x:)?t(?: [^>]*)?>)([^<]*)(?=</)", match => ++count % 3 == 0 && match.Groups[2].Value.Length > 3
                    && !match.Groups[2].Value.Contains("Code", StringComparison.Ordinal) ? match.Groups[1].Value + escaped
                    : match.Value)));
    }

    private static string[] Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return [.. zip.Entries.Select(part => part.FullName)];
    }

    private static string Text(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return string.Concat(
            zip.Entries.Where(part => part.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)
                    && part.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(part =>
        {
            using var reader = new StreamReader(part.Open());
            return reader.ReadToEnd();
        }));
    }

    /// <summary>A file of this machine that no reader of anything may show.</summary>
    private sealed class Trap : IDisposable
    {
        internal const string Secret = "secret de cette machine";

        private readonly string folder = Directory.CreateTempSubdirectory("trap-").FullName;

        internal Trap() => System.IO.File.WriteAllText(File, $"<x>{Secret}</x>");

        internal string File => Path.Combine(folder, "secret.xml");

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
