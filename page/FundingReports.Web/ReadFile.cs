using System.Collections.Immutable;
using FundingReports.Exchange;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Web;

/// <summary>A file, read by whatever recognises it: a portfolio, a filled form, or an official export.</summary>
internal sealed class ReadFile
{
    private readonly byte[] bytes;
    private readonly ImportReading? import;
    private IntakeReading? form;
    private Dictionary<(string Sheet, int Row), ImmutableArray<string>>? rows;

    internal ReadFile(string name, byte[] bytes)
    {
        (Name, this.bytes) = (name, bytes);
        if (!IntakeReader.IsFormName(name))
        {
            Portfolio = Portfolio.TryRead(bytes, out Portfolio? read, out var found) ? read : null;
            Problems = found;
            return;
        }
        ReadForm();
        using var stream = new MemoryStream(bytes, writable: false);
        if (form!.Form is not null || Official(name, stream) is not { } official)
            return;
        (form, import, Portfolio, Problems) = (null, official, official.Portfolio, official.Problems);
    }

    internal string Name { get; }

    /// <summary>What it says; null where it has an error.</summary>
    internal Portfolio? Portfolio { get; private set; }

    internal ImmutableArray<Problem> Problems { get; private set; }

    /// <summary>The cells that somebody has put right, the latest last.</summary>
    internal ImmutableArray<CellCorrection> Corrections { get; private set; } = [];

    /// <summary>Whether it is the edition of before, that the others are compared with.</summary>
    internal bool IsFormer { get; set; }

    internal bool IsPortfolio => form is null && import is null;

    /// <summary>Whether it is an official export, whose promises are put into what the other files say.</summary>
    internal bool IsImport => import is not null;

    /// <summary>Whether what is wrong in it can be put right here: who publishes an export corrects it.</summary>
    internal bool IsCorrectable => form?.Form is not null;

    /// <summary>Whether what is wrong in it can be marked in a copy.</summary>
    internal bool IsMarkable => form?.Form is not null && !Problems.IsEmpty;

    private void ReadForm()
    {
        using var stream = new MemoryStream(bytes, writable: false);
        form = IntakeReader.Read(stream, Name, new() { Corrections = Corrections });
        (Portfolio, Problems, rows) = (form.Portfolio, form.Problems, null);
    }

    // The first that knows it for its own.
    private static ImportReading? Official(string name, MemoryStream stream)
    {
        foreach (ImportKind kind in Enum.GetValues<ImportKind>())
        {
            stream.Position = 0;
            if (OfficialFile.Read(kind, stream, name) is { IsOpened: true } import)
                return import;
        }
        return null;
    }

    /// <summary>Puts cells right, and reads the form again.</summary>
    internal void Correct(IEnumerable<CellCorrection> corrections)
    {
        foreach (CellCorrection correction in corrections)
            Corrections = [.. Corrections.Where(one => one.Cell != correction.Cell), correction];
        ReadForm();
    }

    /// <summary>Reads a cell again as the file has it.</summary>
    internal void Restore(SheetCell cell)
    {
        Corrections = [.. Corrections.Where(one => one.Cell != cell)];
        ReadForm();
    }

    /// <summary>What the file says at a cell that was put right.</summary>
    internal string Was(SheetCell cell) => form?.Corrected.FirstOrDefault(one => one.Cell == cell)?.Was ?? "";

    /// <summary>The row of a cell, as the file has it but for what was put right; empty where it has none.</summary>
    internal ImmutableArray<string> RowOf(SheetCell cell)
    {
        if (form?.Form is null)
            return [];
        if (rows is null)
        {
            using var stream = new MemoryStream(bytes, writable: false);
            rows = [];
            foreach (WrittenRow one in IntakeReader.Rows(stream, Name, Problems.Select(problem => problem.Cell).OfType<SheetCell>()))
                rows.TryAdd((one.Sheet, one.Row), one.Cells);
        }
        var row = rows.GetValueOrDefault((cell.Sheet, cell.Row), []);
        foreach (CellCorrection one in Corrections.Where(one => one.Cell.Sheet == cell.Sheet && one.Cell.Row == cell.Row))
            if (one.Cell.Column is { } column && column <= row.Length)
                row = row.SetItem(column - 1, one.Value);
        return row;
    }

    /// <summary>What heads the column of a cell, as the file writes it; null where nothing does.</summary>
    internal string? HeaderOf(SheetCell cell) => form?.HeaderOf(cell);

    /// <summary>Problems that were found later, each at its cell.</summary>
    internal ImmutableArray<Problem> AtCells(ImmutableArray<Problem> found) => form?.AtCells(found) ?? found;

    /// <summary>What it was recognised as, in words.</summary>
    internal string Recognised(Language language)
    {
        string held = Portfolio is { } known
            ? Phrase.In(language,
                $"{Words.Count(known.Posts.Length, "poste", "postes", language)}, {Words.Count(known.Commitments.Length + known.Awaiting.Length, "financement", "financements", language)}",
                $"{Words.Count(known.Posts.Length, "post", "posts", language)}, {Words.Count(known.Commitments.Length + known.Awaiting.Length, "commitment", "commitments", language)}")
            : Phrase.In(language, $"à corriger avant tout calcul", "to be corrected before anything is calculated");
        return this switch
        {
            { import: { } official } =>
                $"{Phrase.In(language, $"export officiel : {held}", $"official export: {held}")}. {official.Sentence(language)}",
            { form.Form: IntakeForm.Simple } =>
                $"{Phrase.In(language, $"tableau par années : {held}", $"table by years: {held}")}. {form!.Account.Sentence(language)}",
            { form.Form: IntakeForm.Full } =>
                $"{Phrase.In(language, $"formulaire complet : {held}", $"complete form: {held}")}. {form!.Account.Sentence(language)}",
            { form: not null } => Phrase.In(language, $"fichier non reconnu", "a file that is not recognised"),
            { Portfolio: not null } => Phrase.In(language, $"liste de postes : {held}", $"portfolio: {held}"),
            _ => Phrase.In(language, $"liste de postes, {held}", $"portfolio, {held}"),
        };
    }

    internal void Annotate(Stream output, Language language)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        Annotator.Annotate(stream, form ?? throw new NoAnswerException(), output, language);
    }
}
