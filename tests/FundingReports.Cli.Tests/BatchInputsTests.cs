using System.Diagnostics;
using FundingReports.Cli.Batch;
using FundingReports.Cli.Host;

namespace FundingReports.Cli.Tests;

/// <summary>What stands in the folder of a batch: no file is passed over in silence, none holds up the others, none is lost.</summary>
public sealed class BatchInputsTests
{
    private static string Folder(Sandbox box) => Directory.CreateDirectory(box.At("lot")).FullName;

    private static Outcome Run(Sandbox box, params string[] more) =>
        box.Run(["lot", box.At("lot"), "-o", box.At("sortie"), "--au", Sandbox.AsOf, .. more]);

    private static string[] Written(Sandbox box) =>
        [.. Directory.GetFiles(box.At("sortie"), "*.xlsx").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Each kind that a command takes, in any capitals; what a report wrote there is not read again.</summary>
    [Fact]
    public void EveryKind_IsRead_AndHasAWorkbookOfItsOwn()
    {
        using var box = new Sandbox { Outputs = Outputs.Real };
        string folder = Folder(box);
        string csv = FundingReports.Tests.Repository.PathOf("seeds", "intake", "departement-des-landes.csv");
        foreach (string name in (string[])["a.json", "a-csv.json", "x-rapport.json"])
            File.Copy(Sandbox.Landes, Path.Combine(folder, name));
        bool distinct = !File.Exists(Path.Combine(folder, "A.JSON"));
        if (distinct)
            File.Copy(Sandbox.Landes, Path.Combine(folder, "A.JSON"));
        File.Copy(csv, Path.Combine(folder, "a.csv"));
        foreach (string name in (string[])["b.ods", "b.xlsm", "b.xlsb", "b.xls"])
            File.WriteAllText(Path.Combine(folder, name), "x");
        foreach (string name in (string[])["a-rapport.xlsx", "a-annote.xlsx", "a-report.xlsx", "a-annotated.xlsx", "~$a.xlsx", ".a.json"])
            File.WriteAllText(Path.Combine(folder, name), "x");
        Outcome outcome = Run(box);
        Assert.Equal(2, outcome.Code);
        Assert.Contains($"{(distinct ? 9 : 8)} fichiers lus", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("(b.ods, b.xls, b.xlsb, b.xlsm)", outcome.Output, StringComparison.Ordinal);
        Assert.Equal([.. distinct ? (string[])["A-rapport.xlsx"] : [], "a-csv-2-rapport.xlsx", "a-csv-rapport.xlsx",
            distinct ? "a-2-rapport.xlsx" : "a-rapport.xlsx", "consolide.xlsx", "x-rapport-rapport.xlsx"],
            Written(box).OrderBy(name => name.Replace("-2", "", StringComparison.Ordinal), StringComparer.Ordinal)
                .ThenBy(name => name, StringComparer.Ordinal));
        // Each keeps its own, and is not made again.
        Assert.Contains("0 classeur écrit", Run(box).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void APipe_OrALinkToNothing_IsSetAside_AndHoldsUpNobody()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var box = new Sandbox();
        string folder = Folder(box);
        File.Copy(Sandbox.Landes, Path.Combine(folder, "a.json"));
        using (var made = Process.Start("mkfifo", Path.Combine(folder, "tube.json")))
            made.WaitForExit();
        File.CreateSymbolicLink(Path.Combine(folder, "rien.json"), "nulle-part");
        File.CreateSymbolicLink(Path.Combine(folder, "nul.csv"), "/dev/null");
        File.CreateSymbolicLink(Path.Combine(folder, "lien.json"), "a.json");
        Outcome outcome = Run(box);
        Assert.Equal(2, outcome.Code);
        Assert.Equal(["a-rapport.xlsx", "consolide.xlsx", "lien-rapport.xlsx"], Written(box));
        Assert.Contains("rien.json\u00A0» ne peut pas être lu\u00A0: il n’existe pas.", outcome.Error, StringComparison.Ordinal);
        foreach (string name in (string[])["tube.json", "nul.csv"])
            Assert.Contains(BatchTexts.NoFile(name, Language.French), outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFolderThatIsRead_UnderAnotherName_IsNotFilled()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var box = new Sandbox();
        File.Copy(Sandbox.Landes, Path.Combine(Folder(box), "a.json"));
        File.CreateSymbolicLink(box.At("sortie"), "lot");
        Assert.Equal(ExitCode.WrongUsage, Run(box).Code);
        Assert.Equal(["a.json"], Directory.GetFiles(box.At("lot")).Select(Path.GetFileName));
    }

    [Fact]
    public void AFile_IsNoFolderToFill()
    {
        using var box = new Sandbox();
        File.Copy(Sandbox.Landes, Path.Combine(Folder(box), "a.json"));
        box.Put("sortie", "ancien");
        Outcome outcome = Run(box);
        Assert.Equal(ExitCode.FileTrouble, outcome.Code);
        Assert.EndsWith("n’est pas un dossier.", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("ancien", File.ReadAllText(box.At("sortie")));
    }

    /// <summary>The account of earlier batches lies in a folder that others write to: what it names beside it is not touched.</summary>
    [Theory]
    [InlineData("""{ "../dehors.xlsx": "x", "sous/dedans.xlsx": "x", "a.txt": "x", "absent-rapport.xlsx": "x" }""")]
    [InlineData("""{ "a": "1", "a": "2" }""")]
    [InlineData("""{ "a-rapport.xlsx": 1 }""")]
    [InlineData("""{ "a-rapport.xlsx": null }""")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("")]
    public void AnAccountThatIsNotOurs_MovesNothing(string account)
    {
        using var box = new Sandbox();
        File.Copy(Sandbox.Landes, Path.Combine(Folder(box), "a.json"));
        Directory.CreateDirectory(box.At("sortie/sous"));
        string[] others =
            [box.Put("dehors.xlsx", "à moi"), box.Put("sortie/sous/dedans.xlsx", "à moi"), box.Put("sortie/a.txt", "à moi")];
        box.Put("sortie/.fundingreports-lot.json", account);
        Outcome outcome = Run(box);
        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.All(others, path => Assert.Equal("à moi", File.ReadAllText(path)));
        Assert.False(Directory.Exists(box.At("sortie/anciens")));
    }
}
