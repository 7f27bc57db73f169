namespace FundingReports.Tests;

public class SpentTests
{
    [Fact]
    public void Work_IsCounted()
    {
        var spent = Spent.Start();
        ulong some = 1;
        // It ends only because it is counted.
        while (spent.Time < TimeSpan.FromMilliseconds(100))
            for (int i = 0; i < 100_000; i++)
                some = some * 6_364_136_223_846_793_005 + 1;
        Assert.NotEqual(0UL, some);
        Assert.ThrowsAny<Exception>(() => spent.AtMost(0));
    }

    /// <summary>What a busy machine does to a thread: it waits.</summary>
    [Fact]
    public void Waiting_IsNotCounted()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var spent = Spent.Start();
        Thread.Sleep(1_500);
        spent.AtMost(1);
    }
}
