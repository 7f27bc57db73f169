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
    private readonly IntakeReading? form;
    private readonly ImportReading? import;

    private ReadFile(
        string name, byte[] bytes, Portfolio? portfolio, ImmutableArray<Problem> problems, IntakeReading? form, ImportReading? import) =>
        (Name, this.bytes, Portfolio, Problems, this.form, this.import) = (name, bytes, portfolio, problems, form, import);

    internal string Name { get; }

    /// <summary>What it says; null where it has an error.</summary>
    internal Portfolio? Portfolio { get; }

    internal ImmutableArray<Problem> Problems { get; }

    /// <summary>Whether it is the edition of before, that the others are compared with.</summary>
    internal bool IsFormer { get; set; }

    internal bool IsPortfolio => form is null && import is null;

    /// <summary>Whether it is an official export, whose promises are put into what the other files say.</summary>
    internal bool IsImport => import is not null;

    /// <summary>Whether what is wrong in it can be marked in a copy.</summary>
    internal bool IsMarkable => form?.Form is not null && !Problems.IsEmpty;

    internal static ReadFile Of(string name, byte[] bytes)
    {
        if (!IntakeReader.IsFormName(name))
            return new(name, bytes, Portfolio.TryRead(bytes, out Portfolio? read, out var found) ? read : null, found, null, null);
        using var stream = new MemoryStream(bytes, writable: false);
        IntakeReading form = IntakeReader.Read(stream, name);
        if (form.Form is null && Official(name, stream) is { } import)
            return new(name, bytes, import.Portfolio, import.Problems, null, import);
        return new(name, bytes, form.Portfolio, form.Problems, form, null);
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
        Annotator.Annotate(stream, form ?? throw new InvalidOperationException("Only a form can be marked."), output, language);
    }
}
