using System.Runtime.CompilerServices;
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
                // Other threads take a share of the work, and not always the same: where the moment never came, it is the last that did.
                int moment = look;
                for (int looks = await LeaveAt(moment, toFile); looks < moment; looks = await LeaveAt(moment, toFile))
                    moment = looks;
            }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Cases.Landes.SaveWorkbookAsync(path, cancellationToken: new(true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Cases.Landes.SaveWorkbookAsync(new AsyncOnly(), cancellationToken: new(true)));
        Assert.Empty(Directory.GetFileSystemEntries(folder));

        // The looks of the thread that built it; nothing is there, unless they were fewer.
        async Task<int> LeaveAt(int look, bool toFile)
        {
            using var stop = new CancellationTokenSource();
            using var over = new CancellationTokenSource();
            CancellationToken isOver = over.Token;
            var looks = new StrongBox<int>();
            var stream = new AsyncOnly();
            Exception? left = await Record.ExceptionAsync(() => toFile
                ? WorkbookBytes.SaveAsync(LeavingAt(look, looks, stop, isOver), path, stop.Token)
                : WorkbookBytes.SaveAsync(LeavingAt(look, looks, stop, isOver), stream, stop.Token));
            over.Cancel();
            if (looks.Value < look)
            {
                File.Delete(path);
                return looks.Value;
            }
            Assert.IsAssignableFrom<OperationCanceledException>(left);
            Assert.Empty(stream.Taken);
            Assert.Empty(Directory.GetFileSystemEntries(folder));
            return look;
        }
    }

    // Builds the report, on whatever thread that is; at one of the looks of that thread its caller leaves, and it is heard no more.
    // A thread of the pool works for other tests afterwards: what is over is not heard there.
    private static Func<CancellationToken, Report> LeavingAt(
        int look, StrongBox<int> looks, CancellationTokenSource stop, CancellationToken over) => cancellation =>
    {
        Looks? heard = null;
        heard = new Looks(
            () =>
            {
                bool isOver = over.IsCancellationRequested;
                if (!isOver && ++looks.Value < look)
                    return;
                heard!.Dispose();
                if (!isOver)
                    stop.Cancel();
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
