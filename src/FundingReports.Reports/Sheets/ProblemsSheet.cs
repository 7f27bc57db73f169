using System.Collections.Immutable;
using FundingReports.Reports.Texts;
using FundingReports.Validation;

namespace FundingReports.Reports.Sheets;

/// <summary>What is wrong in a file that cannot be reported on: one row a problem.</summary>
internal static class ProblemsSheet
{
    internal static ReportSheet Build(ImmutableArray<Problem> problems, string file, string asOf, Language language)
    {
        var texts = new ProblemSheetTexts(language);
        return new(texts.Sheet, texts.Title(file),
        [
            new ReportParagraph(texts.Note(asOf), ParagraphRole.Note),
            new ReportTable("Tab_Problemes",
            [
                new("number", texts.Number, ColumnKind.Count, 8),
                new("severity", texts.Severity, ColumnKind.Text, 16),
                new("place", texts.Place, ColumnKind.Text, 34),
                new("what", texts.What, ColumnKind.Text, 90),
            ],
            [
                .. problems.OrderBy(problem => problem.Severity != Validation.Severity.Error).Select((problem, i) => new ReportRow(
                [
                    new ReportCell.Count(i + 1),
                    ReportCell.Of(texts.Of(problem.Severity)),
                    ReportCell.Of(problem.Path.Length == 0 ? texts.WholeFile : problem.Path),
                    ReportCell.Of(problem.Message(language)),
                ])),
            ]),
        ]);
    }
}
