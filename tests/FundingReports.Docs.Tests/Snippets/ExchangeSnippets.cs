using FundingReports.Exchange;
using FundingReports.Validation;

namespace FundingReports.Docs.Tests.Snippets;

/// <summary>The README of FundingReports.Exchange.</summary>
public class ExchangeSnippets
{
    [Fact]
    public void Read()
    {
        // page
        IntakeReading reading = IntakeReader.Read("plan.xlsx");
        Console.WriteLine(reading.Account.Sentence(Language.French));
        foreach (Problem problem in reading.Problems)
            Console.WriteLine(problem.Message(Language.French));
        // end of page
        Assert.NotNull(reading.Portfolio);
        Assert.NotEmpty(reading.Problems);
    }
}
