using FundingReports.Tests.Conventions;

namespace FundingReports.Testing.Tests;

public class PublicApiTests
{
    [Theory]
    [InlineData(typeof(Reports.Report)), InlineData(typeof(Excel.WorkbookExtensions)), InlineData(typeof(Html.PageExtensions)),
        InlineData(typeof(WorkbookLint.WorkbookLinter)), InlineData(typeof(Exchange.IntakeReader)), InlineData(typeof(Given))]
    public void Package_PublicApi_IsTheApprovedOne(Type type) => ApprovedApi.Check(type.Assembly);
}
