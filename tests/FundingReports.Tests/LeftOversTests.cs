using FundingReports.Files;
using NodaTime;

namespace FundingReports.Tests;

/// <summary>What a killed writer leaves is taken away by the next; nothing else ever is.</summary>
public sealed class LeftOversTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("left-overs-").FullName;

    [Fact]
    public void LeftOver_OlderThanAnHour_IsDeleted_AndNoOther()
    {
        string[] gone = [Put(LeftoverFiles.NewName(".xlsx")), Put(LeftoverFiles.NewName(".json")), Put(LeftoverFiles.NewName(""))];
        string[] kept =
        [
            Put("r.xlsx"), Put(".fundingreports-lot.json"), Put(".~lock.r.xlsx#"), Put("r.xlsx.0123456789abcdef0123456789abcdef.tmp"),
            Put($"x{LeftoverFiles.NewName(".xlsx")}"), Put(LeftoverFiles.Mark + "notes.txt"),
            Put(LeftoverFiles.NewName(".xlsx").ToUpperInvariant()), Put(LeftoverFiles.NewName(".xlsx.bak")),
            Put(LeftoverFiles.NewName(".xlsx"), hours: 0.9), Put(LeftoverFiles.NewName(".xlsx"), hours: -5),
        ];
        Directory.CreateDirectory(Path.Combine(folder, LeftoverFiles.NewName("")));
        string inner = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "inner")).FullName, LeftoverFiles.NewName(".xlsx"));
        File.WriteAllText(inner, "");
        Age(inner, 5);
        LeftoverFiles.ClearNow(folder, Now);
        Assert.DoesNotContain(gone, File.Exists);
        Assert.All(kept.Append(inner), path => Assert.True(File.Exists(path), path));
        Assert.Equal(2, Directory.GetDirectories(folder).Length);
    }

    [Fact]
    public void LeftOver_ThatSomebodyHolds_Stays()
    {
        string path = Put(LeftoverFiles.NewName(".xlsx"));
        using (new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read))
            LeftoverFiles.ClearNow(folder, Now);
        Assert.True(File.Exists(path));
        LeftoverFiles.ClearNow(folder, Now);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void LeftOver_ThatAnotherWriterTookAway_KeepsNoneOfTheOthers()
    {
        string vanished = Path.Combine(folder, LeftoverFiles.NewName(".xlsx")), old = Put(LeftoverFiles.NewName(".xlsx"));
        LeftoverFiles.ClearNow([vanished, old], Now);
        Assert.False(File.Exists(old));
    }

    [Fact]
    public void Link_WithTheName_StaysAndSoDoesWhatItNames()
    {
        string target = Put("target.xlsx"), link = Path.Combine(folder, LeftoverFiles.NewName(".xlsx"));
        try
        {
            File.CreateSymbolicLink(link, target);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return;
        }
        LeftoverFiles.ClearNow(folder, Now);
        Assert.True(File.Exists(link) && File.Exists(target));
    }

    [Fact]
    public void WholeFile_InProgress_HasTheName_AndIsHeld()
    {
        string path = Path.Combine(folder, "r.xlsx");
        WholeFile.Write(path, stream =>
        {
            string partial = Assert.Single(Directory.GetFiles(folder));
            Age(partial, 5);
            LeftoverFiles.ClearNow(folder, Now);
            Assert.True(File.Exists(partial));
            stream.WriteByte(1);
        });
        Assert.Equal([path], Directory.GetFiles(folder));
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(path, _ => throw new InvalidOperationException()));
        Assert.Equal((1L, 1), (new FileInfo(path).Length, Directory.GetFiles(folder).Length));
    }

    [Fact]
    public void WholeFile_Written_ClearsItsFolder_AndAgainAfterAnHour()
    {
        string old = Put(LeftoverFiles.NewName(".json"));
        WholeFile.WriteBy(Path.Combine(folder, "a.txt"), path => File.WriteAllText(path, "a"));
        Assert.False(File.Exists(old));
        // Not every file of a batch looks again.
        old = Put(LeftoverFiles.NewName(".json"));
        WholeFile.WriteBy(Path.Combine(folder, "b.txt"), path => File.WriteAllText(path, "b"));
        Assert.True(File.Exists(old));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Instant Now
    {
        get
        {
            string path = Path.Combine(folder, "now");
            File.WriteAllText(path, "");
            Instant now = LeftoverFiles.WrittenOn(path);
            File.Delete(path);
            return now;
        }
    }

    private string Put(string name, double hours = 1.1)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, name);
        Age(path, hours);
        return path;
    }

    private static void Age(string path, double hours) => File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddHours(-hours));
}
