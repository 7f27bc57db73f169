using ClosedXML.Excel;
using FundingReports.Reports;
using FundingReports.Tests;
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

    /// <summary>Cancelled at any moment before it is sent: nothing at all.</summary>
    [Fact]
    public async Task Workbook_CancelledAtAnyMoment_IsNotThere()
    {
        string path = Path.Combine(folder, "r.xlsx");
        int all = 0;
        using (new Looks(() => all++, LeavingTests.Parts))
        using (var bytes = new WatchedMemory(default))
            WorkbookBytes.Write(ReportBuilder.Build(Cases.Landes), bytes);
        Assert.True(all > 100, $"{all} looks");
        // One more, before it is sent.
        all++;
        foreach (int look in (int[])[1, 2, all / 4, all / 2, all - 1, all])
            foreach (bool toFile in (bool[])[false, true])
            {
                using var stop = new CancellationTokenSource();
                var stream = new AsyncOnly();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => toFile
                    ? WorkbookBytes.SaveAsync(LeavingAt(look, stop), path, stop.Token)
                    : WorkbookBytes.SaveAsync(LeavingAt(look, stop), stream, stop.Token));
                Assert.Empty(stream.Taken);
                Assert.Empty(Directory.GetFileSystemEntries(folder));
            }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Cases.Landes.SaveWorkbookAsync(path, cancellationToken: new(true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Cases.Landes.SaveWorkbookAsync(new AsyncOnly(), cancellationToken: new(true)));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    // Builds the report, on whatever thread that is; at one of the looks of that thread its caller leaves, and it is heard no more.
    private static Func<CancellationToken, Report> LeavingAt(int look, CancellationTokenSource stop) => cancellation =>
    {
        int looked = 0;
        Looks? heard = null;
        heard = new Looks(
            () =>
            {
                if (++looked < look)
                    return;
                stop.Cancel();
                heard!.Dispose();
            },
            LeavingTests.Parts);
        return ReportBuilder.Build(Cases.Landes, Language.French, new ReportOptions(), cancellation);
    };

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
