using ClosedXML.Excel;
using FundingReports.Reports;
using FundingReports.Tests.Streams;

namespace FundingReports.Excel.Tests;

/// <summary>Workbooks to streams that allow nothing synchronous; what is cancelled has sent nothing and left nothing.</summary>
public sealed class AsyncTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("async-").FullName;

    [Fact]
    public async Task Workbook_SentToAStream_IsTheOneOfAFile()
    {
        var analysis = Cases.LandesWithAssumptions;
        var options = new ReportOptions { Profile = ReportProfile.Publication };
        string path = Path.Combine(folder, "r.xlsx");
        foreach (Language language in Enum.GetValues<Language>())
        {
            var stream = new AsyncOnly();
            await analysis.SaveWorkbookAsync(stream, language, options);
            await analysis.SaveWorkbookAsync(path, language, options);
            using var atOnce = new MemoryStream();
            analysis.SaveWorkbook(atOnce, language, options);
            Assert.Equal(atOnce.ToArray(), stream.Taken);
            Assert.Equal(atOnce.ToArray(), File.ReadAllBytes(path));
        }
        Report report = ReportBuilder.Build(analysis);
        var ofReport = new AsyncOnly();
        await report.SaveWorkbookAsync(ofReport);
        await report.SaveWorkbookAsync(path);
        Assert.Equal(File.ReadAllBytes(path), ofReport.Taken);
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Sheets_InAWorkbookOfOnesOwn_AreSentTheSame()
    {
        using var workbook = new XLWorkbook();
        workbook.AddWorksheet("Mes notes");
        AddedSheets added = workbook.AddSheets(Cases.Landes);
        var stream = new AsyncOnly();
        await added.SaveAsAsync(stream);
        string path = Path.Combine(folder, "n.xlsx");
        await added.SaveAsAsync(path);
        foreach (Stream bytes in (Stream[])[new MemoryStream(stream.Taken), File.OpenRead(path)])
            using (bytes)
            using (var read = new XLWorkbook(bytes))
                Assert.Equal(["Mes notes", .. added.Names], read.Worksheets.Select(sheet => sheet.Name));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => added.SaveAsAsync(path, new(true)));
    }

    /// <summary>Cancelled at any moment: all of it, or nothing at all.</summary>
    [Fact]
    public async Task Workbook_CancelledAtAnyMoment_IsWholeOrNotThere()
    {
        string path = Path.Combine(folder, "r.xlsx");
        int stopped = 0;
        await Cases.Landes.SaveWorkbookAsync(new AsyncOnly());
        for (int wait = 0; wait < 12; wait++)
        {
            File.Delete(path);
            using var stop = new CancellationTokenSource();
            var stream = new AsyncOnly();
            stop.CancelAfter(wait * wait);
            Exception? ofStream = await Record.ExceptionAsync(() => Cases.Landes.SaveWorkbookAsync(stream, cancellationToken: stop.Token));
            using var again = new CancellationTokenSource();
            again.CancelAfter(wait * wait);
            Exception? ofFile = await Record.ExceptionAsync(() => Cases.Landes.SaveWorkbookAsync(path, cancellationToken: again.Token));
            Assert.True(ofStream is null or OperationCanceledException, $"{ofStream}");
            Assert.True(ofFile is null or OperationCanceledException, $"{ofFile}");
            Assert.Equal(ofStream is not null, stream.Taken.Length == 0);
            Assert.Equal(ofFile is null ? [path] : [], Directory.GetFileSystemEntries(folder));
            stopped += ofStream is null ? 0 : 1;
        }
        Assert.True(stopped > 0);
    }

    [Fact]
    public async Task Workbook_ThatCannotBeBuilt_HasSentNothing()
    {
        Report report = ReportBuilder.Build(Cases.Landes);
        var unnamed = report with { Sheets = [.. report.Sheets, report.Sheets[0] with { Name = "a/b" }] };
        var stream = new AsyncOnly();
        await Assert.ThrowsAsync<ArgumentException>(() => unnamed.SaveWorkbookAsync(stream));
        Assert.Empty(stream.Taken);
        await Assert.ThrowsAsync<ArgumentException>(() => unnamed.SaveWorkbookAsync(Path.Combine(folder, "r.xlsx")));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task File_ThatCannotBeWritten_IsNamed_AndNoOther()
    {
        string path = Path.Combine(folder, "nulle-part", "r.xlsx");
        foreach (Exception? error in (Exception?[])[Record.Exception(() => Cases.Landes.SaveWorkbook(path)),
            await Record.ExceptionAsync(() => Cases.Landes.SaveWorkbookAsync(path))])
        {
            Assert.IsType<DirectoryNotFoundException>(error);
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("fundingreports-tmp", error.ToString(), StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
