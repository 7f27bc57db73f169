using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports;

/// <content>The errors, said in both languages.</content>
public sealed partial class PortfolioException
{
    /// <summary>The file, then the first errors, a line each, in English and French.</summary>
    public override string Message => ErrorLines.Of(Problems, FilePath);
}
