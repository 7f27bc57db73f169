namespace FundingReports.Tests.Conventions;

public class PublicApiTests
{
    [Fact]
    public void FundingReports_PublicApi_IsTheApprovedOne() => ApprovedApi.Check(typeof(Portfolio).Assembly);
}
