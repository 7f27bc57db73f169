using System.Collections.Immutable;
using System.IO.Packaging;
using ClosedXML.Excel;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Template;
using FundingReports.Files;

namespace FundingReports.Exchange;

/// <summary>The form that goes out, blank or filled in with what is known.</summary>
/// <remarks>
/// The simple form has a sheet of posts and one of money, years as columns. What it loses of a portfolio is in <see cref="Losses"/>;
/// sources lose their kind and reference there, funders their SIRET, the names of references their capitals, and campaigns, title and
/// edition have no place. The complete form holds every fact of portfolio@1 but what waits for a post and what official files say beside
/// (subsidy); spaces around a text are not kept.
/// </remarks>
public sealed class IntakeTemplate
{
    private const int MostYears = 20;

    private readonly Action<XLWorkbook, FormulaValues, CancellationToken> build;

    private readonly Language language;

    private IntakeTemplate(
        IntakeForm form, Language language, ImmutableArray<TemplateLoss> losses,
        Action<XLWorkbook, FormulaValues, CancellationToken> build) =>
        (Form, this.language, Losses, this.build) = (form, language, losses, build);

    /// <summary>Whether the form is the simple or the complete one.</summary>
    public IntakeForm Form { get; }

    /// <summary>What the form does not hold of the portfolio; of the complete one, what waits for a post.</summary>
    public ImmutableArray<TemplateLoss> Losses { get; }

    /// <summary>The simple form, blank: nothing here asks a clock, so that its first year is said.</summary>
    /// <param name="firstYear">The first year that has a column, from 1990 to 2100.</param>
    /// <param name="lastYear">The last year that has a column, included; null for two years after the first, or 2100.</param>
    /// <param name="language">The language of the form.</param>
    /// <exception cref="ArgumentOutOfRangeException">Years outside 1990 to 2100, not in their order, or more than twenty.</exception>
    public static IntakeTemplate Blank(int firstYear, int? lastYear = null, Language language = Language.French)
    {
        CheckYears(firstYear, lastYear);
        ImmutableArray<int> years =
            [.. Enumerable.Range(firstYear, (lastYear ?? Math.Min(firstYear + 2, YearsForm.LastYear)) - firstYear + 1)];
        return new(IntakeForm.Simple, language, [], (workbook, values, _) => BuildYears(workbook, null, years, language, values));
    }

    /// <summary>The simple form, filled in with what is known.</summary>
    /// <param name="portfolio">What is known.</param>
    /// <param name="firstYear">The first year that has a column, from 1990; null for the first that the portfolio knows.</param>
    /// <param name="lastYear">The last year that has a column at least, to 2100; null for the last that the portfolio knows.</param>
    /// <param name="language">The language of the form.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Years outside 1990 to 2100, not in their order, or, where both are given, more than twenty.
    /// </exception>
    public static IntakeTemplate FilledIn(
        Portfolio portfolio, int? firstYear = null, int? lastYear = null, Language language = Language.French)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        CheckYears(firstYear, lastYear);
        var known = YearsRows.Of(portfolio.Facts with { Commitments = portfolio.Commitments }, firstYear, lastYear, language);
        return new(IntakeForm.Simple, language, [.. known.Losses, .. Waiting(portfolio)],
            (workbook, values, _) => BuildYears(workbook, known, known.Years, language, values));
    }

    /// <summary>The complete form, which is in French.</summary>
    /// <param name="portfolio">What fills it in; null for a blank form.</param>
    public static IntakeTemplate Complete(Portfolio? portfolio = null) =>
        new(IntakeForm.Full, Language.French, portfolio is null ? [] : [.. Waiting(portfolio)],
            (workbook, _, cancellation) => BuildFull(workbook, portfolio, cancellation));

    private static IEnumerable<TemplateLoss> Waiting(Portfolio portfolio) =>
        portfolio.Awaiting.Select(awaiting => new TemplateLoss(awaiting.Id, TemplateLossKind.Awaiting));

    private static void CheckYears(int? firstYear, int? lastYear)
    {
        string years = $"The years of a form are {YearsForm.FirstYear} to {YearsForm.LastYear}, at most {MostYears}, in their order.";
        if (firstYear is < YearsForm.FirstYear or > YearsForm.LastYear)
            throw new ArgumentOutOfRangeException(nameof(firstYear), firstYear, years);
        if (lastYear is { } last && (last is < YearsForm.FirstYear or > YearsForm.LastYear || last < (firstYear ?? last)
            || last - (firstYear ?? last) >= MostYears))
            throw new ArgumentOutOfRangeException(nameof(lastYear), lastYear, years);
    }

    /// <summary>Writes the workbook. The file appears whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        using var bytes = new MemoryStream();
        Save(bytes);
        WholeFile.Write(path, bytes.WriteTo);
    }

    /// <summary>Writes the workbook to a stream, once it is complete. The stream need not seek, and stays open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Write(stream, CancellationToken.None);
    }

    /// <summary>
    /// Builds the workbook in memory, on a thread of the pool, then writes it without holding a thread. The file appears whole or not at
    /// all.
    /// </summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="cancellationToken">Looked at before each sheet: what stood there still does, and nothing else is left.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return FundingReports.Excel.BuiltWorkbook.SendAsync(Write, path, cancellationToken);
    }

    /// <summary>Builds the workbook in memory, on a thread of the pool, then sends it without holding a thread.</summary>
    /// <param name="stream">
    /// Where to; nothing synchronous is asked of it, and it stays open. It gets nothing before the workbook is complete.
    /// </param>
    /// <param name="cancellationToken">Looked at before each sheet.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task SaveAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return FundingReports.Excel.BuiltWorkbook.SendAsync(Write, stream, cancellationToken);
    }

    private void Write(Stream stream, CancellationToken cancellationToken)
    {
        FundingReports.Excel.Dependencies.Check();
        FundingReports.Excel.Invariantly.Do(() =>
        {
            using var workbook = new XLWorkbook();
            workbook.Properties.Title = language is Language.English ? "Funding of the posts, to be filled in" : Form is IntakeForm.Simple
                ? "Plan de financement des postes, à remplir" : "Formulaire complet des postes cofinancés, à remplir";
            workbook.Properties.Author = "FundingReports";
            var values = new FormulaValues();
            build(workbook, values, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            using var whole = new MemoryStream();
            workbook.SaveAs(whole);
            // ClosedXML has no place for it; without it a screen reader does not know how to pronounce the form.
            using (Package package = Package.Open(whole, FileMode.Open))
            {
                values.Write(package);
                package.PackageProperties.Language = language is Language.English ? "en-GB" : "fr-FR";
            }
            whole.WriteTo(stream);
        });
    }

    private static void BuildYears(
        XLWorkbook workbook, YearsRows? known, ImmutableArray<int> years, Language language, FormulaValues values)
    {
        var lists = new FormLists(language);
        var sheets = new YearsSheets(known, years, language, values);
        sheets.Write(workbook, lists);
        if (language is Language.French)
        {
            var (columns, rows) = Guidance.Example(Math.Min(years[0], YearsForm.LastYear - 1));
            FormWriter.Write(
                workbook.AddWorksheet("Exemple"), new("Exemple", "Exemple rempli, en un seul tableau (cette feuille n’est jamais lue)",
                    columns), Guidance.ExampleAdvice, rows, 0, lists: null);
        }
        Guidance.Write(workbook.AddWorksheet(language is Language.English ? "How to" : "Mode d’emploi"), [.. sheets.Explained],
            Guidance.Simple(language), language);
        lists.Write(workbook.AddWorksheet(lists.Sheet));
    }

    private static void BuildFull(XLWorkbook workbook, Portfolio? from, CancellationToken cancellationToken)
    {
        var lists = new FormLists(Language.French);
        foreach (FormSheet form in FullForm.Sheets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<object?[]> rows = from is null ? [] : FullRows.Of(form, from.Facts);
            FormWriter.Write(workbook.AddWorksheet(form.Name), form, Guidance.FullAdvice(form), rows, form == FullForm.Head
                ? rows.Count == 0 ? 1 : 0 : 30, lists);
        }
        Guidance.Write(workbook.AddWorksheet("Mode d’emploi"), [], Guidance.Full);
        lists.Write(workbook.AddWorksheet(lists.Sheet));
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Form}, {Losses.Length} losses";
}
