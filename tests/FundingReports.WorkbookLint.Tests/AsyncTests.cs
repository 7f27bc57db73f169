using FundingReports.Tests.Streams;

namespace FundingReports.WorkbookLint.Tests;

public class AsyncTests
{
    [Fact]
    public async Task Workbook_FromAStream_IsJudgedAsFromMemory()
    {
        byte[] workbook = new byte[5_000];
        Assert.Equal(WorkbookLinter.Check(new MemoryStream(workbook)), await WorkbookLinter.CheckAsync(new AsyncOnly(workbook)));
        byte[] plain = Plain.Good;
        Assert.Equal(WorkbookLinter.Check(new MemoryStream(plain)).Select(finding => finding.ToString()),
            (await WorkbookLinter.CheckAsync(new AsyncOnly(plain))).Select(finding => finding.ToString()));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WorkbookLinter.CheckAsync(new AsyncOnly(plain), new(true)));
    }
}
