using System.Collections.Immutable;
using FundingReports.Reports.Sheets;
using FundingReports.Reports.Texts;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Reports;

/// <summary>Makes a report of the answers. It sorts and chooses; every word comes from the texts.</summary>
public static class ReportBuilder
{
    /// <summary>The workbook of an analysis, which people read, in a language.</summary>
    /// <example>
    /// <code>
    /// Report report = ReportBuilder.Build(analysis);
    /// var note = new ReportSheet("Note", "Une feuille à soi", [new ReportParagraph(report.AsOfText, ParagraphRole.Note)]);
    /// (report with { Sheets = [.. report.Sheets, note] }).SaveWorkbook("rapport.xlsx");   // FundingReports.Excel
    /// </code>
    /// </example>
    public static Report Build(FundingAnalysis analysis, Language language = Language.French) =>
        Build(analysis, language, new ReportOptions());

    /// <summary>The report of an analysis, in a language, with what it is set beside.</summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="language">The language of every word.</param>
    /// <param name="options">What the answers are set beside, and for whom.</param>
    /// <param name="cancellationToken">Looked at before each figure.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The language, the part or the profile is none of its list; the exception names which.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Report Build(
        FundingAnalysis analysis, Language language, ReportOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(options);
        return Build(analysis, language, options, analysis.Portfolio, cancellationToken);
    }

    /// <summary>The same, whose checks read the facts as somebody has written them, and not as the analysis took them.</summary>
    internal static Report Build(FundingAnalysis analysis, Language language, ReportOptions options, Portfolio written,
        CancellationToken cancellationToken = default)
    {
        Defined.Check(language, nameof(language));
        Defined.Check(options.Part, nameof(ReportOptions.Part));
        Defined.Check(options.Profile, nameof(ReportOptions.Profile));
        cancellationToken.Look();
        var texts = new ReportTexts(language);
        ReportContext? shown = null;
        bool isPublic = options.Profile == ReportProfile.Publication;
        if (isPublic && options.Part == ReportPart.TechnicalFile)
            throw new ArgumentException("A technical file holds every figure to the cent and is never published.", nameof(options));
        ImmutableArray<string> answer = analysis.SummarySentences(language, cancellationToken);
        string title = texts.Title(analysis.Portfolio.Facts.Title);
        IEnumerable<ReportSheet> sheets = options.Part == ReportPart.TechnicalFile
            ? new TechnicalSheets(new(analysis, texts, written, cancellation: cancellationToken)).All(options.Scenarios)
            : isPublic ? PublicReport.Sheets(Shown())
            : options.Part == ReportPart.FirstPage ? [PageReport.First(Shown(), answer)]
            : options.Part == ReportPart.Page ? PageReport.Sheets(Shown(), answer, options)
            : Sheets(Shown(), answer, options);
        var report = new Report(
            options.Part == ReportPart.TechnicalFile ? new WorkbookTexts(language).TechnicalTitle(title) : title,
            string.Join(' ', answer), analysis.Portfolio.Facts.Edition?.By, language, analysis.AsOf, texts.AsOf(analysis.AsOf),
            texts.Signs, [.. sheets.Watched(cancellationToken)]);
        return isPublic ? PublicReport.WithoutFreeText(report, Shown()) : report;

        // Other years may be shown than were analysed: that is an analysis of its own, made once.
        ReportContext Shown() =>
            shown ??= new(ShownYears.Of(analysis, cancellationToken), texts, written, cancellation: cancellationToken);
    }

    /// <summary>What is wrong in a file that cannot be reported on, errors first.</summary>
    /// <param name="problems">Its problems, at least one.</param>
    /// <param name="file">Its name.</param>
    /// <param name="asOf">The day on which it was read.</param>
    /// <param name="language">The language of every word.</param>
    public static Report Build(ImmutableArray<Problem> problems, string file, LocalDate asOf, Language language = Language.French)
    {
        ArgumentNullException.ThrowIfNull(file);
        Defined.Check(language, nameof(language));
        var texts = new ReportTexts(language);
        var sheet = ProblemsSheet.Build(problems.IsDefault ? [] : problems, file, texts.AsOf(asOf), language);
        return new(sheet.Title, sheet.Title, null, language, asOf, texts.AsOf(asOf), texts.Signs, [sheet]);
    }

    private static IEnumerable<ReportSheet> Sheets(ReportContext context, ImmutableArray<string> answer, ReportOptions options)
    {
        var (plan, planSheet) = PlanSheet.Build(context);
        yield return SummarySheet.Build(context, answer, plan, TechnicalSheets.Checks(context));
        yield return planSheet;
        if (CalendarSheet.Build(context) is { } calendar)
            yield return calendar;
        if (ToDoSheet.Build(context) is { } toDo)
            yield return toDo;
        yield return CommitmentsSheet.Build(context);
        if (options.Previous is { } previous)
            yield return ChangesSheet.Build(context, previous);
        if (options.Scenarios is { } scenarios)
            yield return ScenariosSheet.Build(context, scenarios);
        yield return NotesSheet.Build(context, options.HasOthers);
    }
}
