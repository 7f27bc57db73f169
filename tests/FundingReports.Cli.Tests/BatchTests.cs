using FundingReports.Cli.Batch;
using FundingReports.Cli.Host;
using NodaTime;

namespace FundingReports.Cli.Tests;

public class BatchTests
{
    [Fact]
    public void Folder_AWorkbookEach_OneOfAllTogether_AndABadInputSetAside()
    {
        using var box = new Sandbox();
        string folder = Folder(box, "a.json", "b.json");
        File.WriteAllText(Path.Combine(folder, "faux.json"), "{ \"format\": \"autre\" }");
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "rien");
        var outcome = box.Run("lot", folder, "-o", box.At("sortie"), "--au", Sandbox.AsOf);
        Assert.Equal(ExitCode.BadInput, outcome.Code);
        Assert.Equal([".fundingreports-lot.json", "a-rapport.xlsx", "b-rapport.xlsx", "consolide.xlsx"], Names(box.At("sortie")));
        Assert.Contains("3 fichiers lus ; 2 classeurs écrits, 0 à jour, 1 ",
            outcome.Output.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
        Assert.Contains(outcome.ErrorLines, line => line.StartsWith("faux.json: erreur", StringComparison.Ordinal));
        Assert.Contains("3 fichiers sur 3", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Again_NothingIsRedone_UntilAnInputOrTheDateChanges()
    {
        using var box = new Sandbox();
        string folder = Folder(box, "a.json", "b.json");
        string Said(string date = Sandbox.AsOf) => box.Run("batch", folder, "-o", box.At("out"), "--as-of", date, "--lang", "en").Output;
        Assert.Contains("2 workbooks written, 0 up to date", Said(), StringComparison.Ordinal);
        Assert.Contains("0 workbooks written, 2 up to date, 0 set aside. consolidated.xlsx is up to date.", Said(),
            StringComparison.Ordinal);
        File.AppendAllText(Path.Combine(folder, "b.json"), "\n");
        Assert.Contains("1 workbook written, 1 up to date", Said(), StringComparison.Ordinal);
        File.Delete(Path.Combine(box.At("out"), "a-report.xlsx"));
        File.Delete(Path.Combine(box.At("out"), "a-rapport.xlsx"));
        Assert.Contains("1 workbook written, 1 up to date", Said(), StringComparison.Ordinal);
        Assert.Contains("2 workbooks written, 0 up to date", Said("2022-02-09"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("damaged")]
    public void AWorkbookThatIsNoLongerWhatWasWritten_IsMadeAgain(string now)
    {
        using var box = new Sandbox();
        string folder = Folder(box, "a.json", "b.json");
        Outcome Lot() => box.Run("lot", folder, "-o", box.At("out"), "--au", Sandbox.AsOf, "--lang", "en");
        Lot();
        File.WriteAllText(Path.Combine(box.At("out"), "b-rapport.xlsx"), now);
        File.WriteAllText(Path.Combine(box.At("out"), "consolidated.xlsx"), now);
        Assert.Contains("1 workbook written, 1 up to date, 0 set aside. consolidated.xlsx is written.", Lot().Output,
            StringComparison.Ordinal);
        Assert.StartsWith("workbook", File.ReadAllText(Path.Combine(box.At("out"), "b-rapport.xlsx")), StringComparison.Ordinal);
        Assert.Contains("0 workbooks written, 2 up to date, 0 set aside. consolidated.xlsx is up to date.", Lot().Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnInputThatTurnsBadOrGoes_LeavesNoWorkbookBesideTheFreshOnes()
    {
        using var box = new Sandbox();
        string folder = Folder(box, "a.json", "b.json", "c.json");
        Outcome Lot() => box.Run("lot", folder, "-o", box.At("out"), "--au", Sandbox.AsOf);
        Lot();
        File.WriteAllText(Path.Combine(folder, "b.json"), "{}");
        File.Delete(Path.Combine(folder, "c.json"));
        Outcome again = Lot();
        Assert.Contains("b-rapport.xlsx, c-rapport.xlsx", again.Output, StringComparison.Ordinal);
        Assert.Equal([".fundingreports-lot.json", "a-rapport.xlsx", "consolide.xlsx"], Names(box.At("out")));
        Assert.Equal(["b-rapport.xlsx", "c-rapport.xlsx"], Names(box.At("out/anciens")));
        Assert.DoesNotContain("c-rapport.xlsx", Lot().Output, StringComparison.Ordinal);
        // The batch knows nothing of files that it never wrote.
        File.WriteAllText(Path.Combine(box.At("out"), "mien-rapport.xlsx"), "");
        Lot();
        Assert.True(File.Exists(Path.Combine(box.At("out"), "mien-rapport.xlsx")));
    }

    [Fact]
    public void SamePortfolioTwice_IsCountedOnce()
    {
        using var box = new Sandbox();
        string folder = Folder(box, "a.json", "copie.json");
        box.Run("lot", folder, "-o", box.At("sortie"), "--au", Sandbox.AsOf);
        using var workbook = new ClosedXML.Excel.XLWorkbook(box.At("sortie/consolide.xlsx"));
        Assert.Equal(4,
            workbook.Worksheet("Listes").Table("Tab_Portefeuilles").DataRange.Rows().Sum(row => (int)row.Cell(2).GetDouble()));
        Assert.Equal(4, workbook.Worksheet("À vérifier").Table("Tab_A_Verifier").DataRange.RowCount());
    }

    [Fact]
    public void Interrupted_LeavesWholeWorkbooksOnly_AndGoesOnAfterwards()
    {
        // More than are under way at once when it is interrupted.
        int files = 8 + 2 * Environment.ProcessorCount;
        using var box = new Sandbox();
        string folder = Folder(box, [.. Enumerable.Range(0, files).Select(i => $"{i:000}.json")]);
        Directory.CreateDirectory(box.At("sortie"));
        using var stop = new CancellationTokenSource();
        int written = 0;
        var terminal = box.Terminal(new Outputs((_, _) => { }, (_, path, _, _) =>
        {
            File.WriteAllText(path, "entier");
            if (Interlocked.Increment(ref written) == 3)
                stop.Cancel();
        }));
        var options = new BatchOptions(folder, box.At("sortie"), new LocalDate(2022, 2, 8), null, false, Language.French);
        Assert.ThrowsAny<OperationCanceledException>(() => new BatchRun(options, terminal, stop.Token).Run());
        string[] left = [.. Names(box.At("sortie")).Where(name => name.EndsWith(".xlsx", StringComparison.Ordinal))];
        Assert.InRange(left.Length, 3, files - 1);
        Assert.All(left, name => Assert.Equal("entier", File.ReadAllText(Path.Combine(box.At("sortie"), name))));
        Assert.DoesNotContain("consolide.xlsx", left);

        var result = new BatchRun(options, terminal, default).Run();
        Assert.Equal(files - left.Length, result.Files.Count(file => file.IsFresh));
        Assert.True(File.Exists(Path.Combine(box.At("sortie"), "consolide.xlsx")));
    }

    [Theory]
    [InlineData(ExitCode.WrongUsage, "lot", "DOSSIER"), InlineData(ExitCode.WrongUsage, "lot", "DOSSIER", "-o", "DOSSIER"),
        InlineData(ExitCode.FileTrouble, "lot", "absent", "-o", "x")]
    public void WrongUsage_IsSaid(int code, params string[] args)
    {
        using var box = new Sandbox();
        string folder = Folder(box, "a.json");
        var outcome = box.Run([.. args.Select(argument => argument == "DOSSIER" ? folder : argument == "x" ? box.At("x") : argument)]);
        Assert.Equal(code, outcome.Code);
        Assert.NotEmpty(outcome.Error);
    }

    private static string Folder(Sandbox box, params string[] names)
    {
        string folder = Directory.CreateDirectory(box.At("entree")).FullName;
        foreach (string name in names)
            File.Copy(Sandbox.Landes, Path.Combine(folder, name));
        return folder;
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
