using System.Collections.Immutable;
using System.IO.Packaging;
using ClosedXML.Excel;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Template;
using FundingReports.Files;

namespace FundingReports.Exchange;

/// <summary>The form that goes out, blank or filled in with what is known.</summary>
/// <remarks>
/// The simple form holds no firmness, no ceilings, no amendments: what it loses of a portfolio is in <see cref="Losses"/>, and money that
/// it could only say wrongly is left out of it. Sources lose their kind and reference there, and campaigns, title and edition have no
/// place. The complete form holds every fact of portfolio@1 but what waits for a post and what official files say beside (subsidy); spaces
/// around a text are not kept.
/// </remarks>
public sealed class IntakeTemplate
{
    private const int BlankRows = 60;

    private readonly Action<XLWorkbook> build;

    private IntakeTemplate(IntakeForm form, ImmutableArray<TemplateLoss> losses, Action<XLWorkbook> build) =>
        (Form, Losses, this.build) = (form, losses, build);

    /// <summary>Whether the form is the simple or the complete one.</summary>
    public IntakeForm Form { get; }

    /// <summary>What the form does not hold of the portfolio; of the complete one, what waits for a post.</summary>
    public ImmutableArray<TemplateLoss> Losses { get; }

    /// <summary>Makes a form.</summary>
    /// <param name="form">Simple or complete.</param>
    /// <param name="from">The portfolio that fills it in; null for a blank form.</param>
    public static IntakeTemplate Create(IntakeForm form = IntakeForm.Simple, Portfolio? from = null)
    {
        ImmutableArray<TemplateLoss> waiting = from is null
            ? [] : [.. from.Awaiting.Select(awaiting => new TemplateLoss(awaiting.Id, TemplateLossKind.Awaiting))];
        if (form is IntakeForm.Full)
            return new(form, waiting, workbook => BuildFull(workbook, from));
        (List<object?[]> rows, ImmutableArray<TemplateLoss> losses) = from is null ? ([], []) : SimpleRows.Of(from.Facts);
        return new(form, [.. losses, .. waiting], workbook => BuildSimple(workbook, rows));
    }

    /// <summary>Writes the workbook. The file appears whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        using var bytes = new MemoryStream();
        Save(bytes);
        WholeFile.Write(path, bytes.WriteTo);
    }

    /// <summary>Writes the workbook to a stream.</summary>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        FundingReports.Excel.Dependencies.Check();
        FundingReports.Excel.Invariantly.Do(() =>
        {
            using var workbook = new XLWorkbook();
            workbook.Properties.Title = Form is IntakeForm.Simple
                ? "Plan de financement des postes, à remplir" : "Formulaire complet des postes cofinancés, à remplir";
            workbook.Properties.Author = "FundingReports";
            build(workbook);
            using var whole = new MemoryStream();
            workbook.SaveAs(whole);
            // ClosedXML has no place for it; without it a screen reader does not know how to pronounce the form.
            using (Package package = Package.Open(whole, FileMode.Open))
                package.PackageProperties.Language = "fr-FR";
            whole.WriteTo(stream);
        });
    }

    private static void BuildSimple(XLWorkbook workbook, List<object?[]> rows)
    {
        FormWriter.Write(workbook.AddWorksheet(SimpleForm.Sheet.Name), SimpleForm.Sheet, Guidance.PlanAdvice, rows, BlankRows);
        FormWriter.Write(workbook.AddWorksheet("Exemple"), SimpleForm.Sheet with {
            Title = "Exemple rempli (cette feuille n'est jamais lue)" }, Guidance.ExampleAdvice, Guidance.ExampleRows, 0, lists: false);
        Guidance.Write(workbook.AddWorksheet("Mode d'emploi"), SimpleForm.Sheet.Columns, Guidance.Simple);
    }

    private static void BuildFull(XLWorkbook workbook, Portfolio? from)
    {
        foreach (FormSheet form in FullForm.Sheets)
        {
            List<object?[]> rows = from is null ? [] : FullRows.Of(form, from.Facts);
            FormWriter.Write(workbook.AddWorksheet(form.Name), form, Guidance.FullAdvice(form), rows, form == FullForm.Head
                ? rows.Count == 0 ? 1 : 0 : 30);
        }
        Guidance.Write(workbook.AddWorksheet("Mode d'emploi"), [], Guidance.Full);
    }
}
