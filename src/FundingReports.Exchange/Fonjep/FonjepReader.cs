using FundingReports.Wording;
using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Fonjep;

/// <summary>
/// Reads a FONJEP export into facts. No sheet holds a working time, a cost, a day of creation or a département: they stay unknown.
/// </summary>
internal sealed class FonjepReader
{
    private const string Line = "FONJEP", SourceId = "fonjep";

    private readonly IntakeNotes notes;
    private readonly FonjepSheets sheets;
    private readonly Dictionary<string, string> funderIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal), commitmentIds = new(StringComparer.Ordinal),
        unknownCodes = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Funder>.Builder funders = ImmutableArray.CreateBuilder<Funder>();
    private readonly ImmutableArray<Commitment>.Builder commitments = ImmutableArray.CreateBuilder<Commitment>();
    private int unsaid;
    private (CellRef At, string Post)? firstUnsaid;

    private FonjepReader(string name)
    {
        notes = new(name, isOfficial: true);
        sheets = new(notes);
    }

    internal static ImportReading Read(Stream stream, string name, CancellationToken cancellationToken)
    {
        var reader = new FonjepReader(name);
        reader.sheets.Read(
            IntakeFile.Open(stream, name, text => FonjepForm.Sheets.Any(form => form.Find(text) is not null)).Until(cancellationToken));
        var promises = new FonjepPromises(reader.sheets, reader.notes);
        PortfolioFacts facts = reader.Build(promises.Read(), name);
        return ImportReading.Of(name, facts, reader.notes,
            new(reader.sheets.PaymentSheets, reader.sheets.PaymentsRead, reader.sheets.PaidRead, promises.PaidKept));
    }

    private PortfolioFacts Build(List<Triennium> promises, string name)
    {
        var posts = ImmutableArray.CreateBuilder<Post>();
        foreach (var ofPost in promises.GroupBy(promise => promise.Post))
        {
            List<Triennium> ordered = [.. ofPost.OrderBy(promise => promise.From.First).ThenBy(promise => promise.End)];
            Post post = PostOf(ordered, $"{Property.Posts}[{posts.Count}]");
            posts.Add(post);
            foreach (Triennium promise in ordered)
                Add(promise, post.Id);
        }
        if (firstUnsaid is var (at, first))
            notes.Add(ProblemCode.YearsNotInFile, at, null, Plain.Number(unsaid), first);
        return new()
        {
            Title = $"FONJEP : {Path.GetFileNameWithoutExtension(name)}",
            Sources = [new(SourceId, SourceKind.Dataset, $"Export FONJEP : {Path.GetFileNameWithoutExtension(name)}")],
            Funders = funders.ToImmutable(),
            Posts = posts.ToImmutable(),
            Commitments = commitments.ToImmutable(),
        };
    }

    private Post PostOf(List<Triennium> promises, string path)
    {
        List<PostRow> rows = [.. promises.SelectMany(promise => promise.Rows).OrderBy(row => row.Year).ThenBy(row => row.Row.Number)];
        PostRow first = rows[0];
        string code = promises[0].Post;
        notes.Origin(path, first.Row.Ref(FonjepForm.PostCode));
        notes.Origin($"{path}.{Property.AttestedOn}", first.Row.Ref(FonjepForm.Year));
        notes.Origin($"{path}.{Property.Employers}", first.Row.Ref(FonjepForm.Employer));
        notes.Origin($"{path}.{Property.Places}", first.Row.Ref(FonjepForm.Site));
        string? type = LabelOf(sheets.Types, rows[^1].Type, rows[^1], FonjepForm.TypeCode, FonjepForm.Types.Name);
        var references = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        references["FONJEP"] = code;
        // The words of the file are kept: no text at hand says what they mean for the working time.
        Keep(references, "plein temps", rows, row => row.FullTime);
        Keep(references, "doublement d'unité", rows, row => row.Doubling);
        Keep(references, "statut", rows, row => row.Status);
        Keep(references, "raison", rows, row => row.Reason);
        Keep(references, "dispositif", rows,
            row => LabelOf(sheets.Schemes, row.Scheme, row, FonjepForm.SchemeId, FonjepForm.Schemes.Name));
        Keep(references, "attributeur", rows, row => row.Grantor is { } grantor && row.Grantor?.Text != row.Funder?.Text
            ? PartyOf(grantor, row, FonjepForm.Grantor)?.Name ?? grantor.Text : null);
        return new(Slug.Unique($"FONJEP-{code}", ids), type is null ? $"Poste FONJEP {code}" : $"Poste FONJEP {code}, {type}")
        {
            Scheme = Line,
            References = references.ToImmutable(),
            AttestedOn = AttestedOn(promises[0]),
            Places = [.. rows.Select(row => row.Site is { } site ? PartyOf(site, row, FonjepForm.Site)?.Town : null).OfType<string>()
                .Distinct()],
            Employers = Employers(rows),
            Source = SourceId,
        };
    }

    // A post created in its first year, whose payments bear the whole of that year, is there from the first of them on.
    private static PartialDate AttestedOn(Triennium first) =>
        Plain.Key(first.Rows[0].Reason ?? "").StartsWith("creation", StringComparison.Ordinal) && first.BeginsWithNothing
            && first.Rows[0].Money > Euros.Zero && first.Tranches is [var tranche, ..]
            ? tranche.From
            : PartialDate.Of(first.FirstYear);

    private ImmutableArray<Employer> Employers(List<PostRow> rows)
    {
        var employers = ImmutableArray.CreateBuilder<Employer>();
        string? last = null;
        foreach (PostRow row in rows)
        {
            if (row.Employer is not { } code || PartyOf(code, row, FonjepForm.Employer) is not { } party || code.Text == last)
                continue;
            last = code.Text;
            employers.Add(new(employers.Count == 0 ? null : PartialDate.Of(row.Year), party.Name) {
                Siret = party.Siret, Kind = party.IsAssociation is true ? "association" : null });
        }
        return employers.ToImmutable();
    }

    private void Add(Triennium promise, string post)
    {
        PostRow first = promise.Rows[0];
        string path = $"{Property.Commitments}[{commitments.Count}]";
        notes.Origin(path, first.Row.Ref(FonjepForm.Money));
        notes.Origin($"{path}.{Property.Funder}", first.Row.Ref(FonjepForm.Funder));
        notes.Origin($"{path}.{Property.From}", first.Row.Ref(FonjepForm.Year));
        notes.Origin($"{path}.{Property.Until}", first.Row.Ref(FonjepForm.Term));
        notes.Origin($"{path}.{Property.Status}", first.Row.Ref(FonjepForm.Status));
        for (int i = 0; i < promise.Tranches.Count; i++)
            notes.Origin($"{path}.{Property.Instalments}[{i}]", promise.Tranches[i].Rows[0].Row.Ref(FonjepForm.PeriodFrom));
        string id = $"{post}/{Plain.Number(promise.FirstYear)}";
        var commitment = new Commitment(Slug.Unique(id, commitmentIds), FunderId(promise), [post], promise.From, promise.Amount)
        {
            Line = Line,
            Until = promise.Term is { } term ? Term.On(term) : Term.Unknown,
            Status = promise.Status,
            // What is paid is firm. What is not paid yet may be firm too, but the file does not say it.
            Instalments = promise.Tranches.Count > 0 ? [.. promise.Tranches.Select(tranche => tranche.ToInstalment())] : null,
            Source = SourceId,
        };
        commitments.Add(commitment);
        notes.MoneyKept += promise.Rows.Aggregate(Euros.Zero, (sum, row) => sum + (row.Money ?? Euros.Zero));
        if (promise.Status is CommitmentStatus.Granted)
            AddUnsaid(promise, commitment, first);
    }

    // The promise runs to its term, but the file says its sum year by year: for a year without a row the sum is unknown.
    private void AddUnsaid(Triennium promise, Commitment commitment, PostRow first)
    {
        foreach ((int from, int until) in promise.Unsaid)
        {
            notes.Origin($"{Property.Commitments}[{commitments.Count}]", first.Row.Ref(FonjepForm.Term));
            bool toTheEnd = promise.Term is not null && until == promise.End.Year;
            commitments.Add(commitment with
            {
                Id = Slug.Unique($"{commitment.Posts[0]}/{Plain.Number(from)}-inconnu", commitmentIds),
                From = PartialDate.Of(from),
                Until = toTheEnd ? commitment.Until : Term.On(PartialDate.Of(until)),
                Amount = Amount.NotPublished,
                Instalments = null,
            });
            unsaid++;
            firstUnsaid ??= (first.Row.Ref(FonjepForm.Term), promise.Post);
        }
    }

    private string FunderId(Triennium promise)
    {
        if (funderIds.TryGetValue(promise.Funder, out string? known))
            return known;
        PostRow row = promise.Rows[0];
        Party? party = PartyOf(new(promise.Funder, row.Funder!.Value.IsNumber), row, FonjepForm.Funder);
        string name = party?.Name ?? $"Financeur FONJEP {promise.Funder}";
        FunderKind? kind = FunderKinds.Of(Plain.Key(name));
        string id = Slug.Unique(Slug.Of(name, "financeur"), ids);
        notes.Origin($"{Property.Funders}[{funders.Count}]", row.Row.Ref(FonjepForm.Funder));
        if (kind is null)
            notes.Add(ProblemCode.FunderKindNotSaid, row.Row.Ref(FonjepForm.Funder), null, name);
        funders.Add(new(id, name, kind ?? FunderKind.Other) { Siret = party?.Siret });
        return funderIds[promise.Funder] = id;
    }

    private Party? PartyOf(Code code, PostRow row, Forms.FormColumn column) =>
        Named(sheets.Parties, code, row, column, FonjepForm.Parties.Name);

    private string? LabelOf(CodeBook<Labelled> book, Code? code, PostRow row, Forms.FormColumn column, string sheet) =>
        code is { } given ? Named(book, given, row, column, sheet)?.Label ?? given.Text : null;

    // The problem is reported once for each code.
    private T? Named<T>(CodeBook<T> book, Code code, PostRow row, Forms.FormColumn column, string sheet) where T : class
    {
        string? known = book.Find(code);
        if (known != code.Text && unknownCodes.Add($"{sheet}/{code.Text}"))
        {
            if (known is null)
                notes.Add(ProblemCode.CodeNotInSheet, row.Row.Ref(column), code.Text, sheet);
            else
                notes.Add(ProblemCode.Repaired, row.Row.Ref(column), code.Text, "code", known, "zeros");
        }
        return known is null ? null : book[known];
    }

    /// <summary>« Oui », or « 2021-2022 : Oui ; 2023 : Non » where it has changed.</summary>
    private static void Keep(
        ImmutableSortedDictionary<string, string>.Builder references, string name, List<PostRow> rows, Func<PostRow, string?> said)
    {
        List<(int First, int Last, string Text)> runs = [];
        foreach (PostRow row in rows)
        {
            if (said(row) is not { } text)
                continue;
            if (runs.Count > 0 && runs[^1].Text == text)
                runs[^1] = (runs[^1].First, row.Year, text);
            else
                runs.Add((row.Year, row.Year, text));
        }
        if (runs.Count > 0)
            references[name] = runs is [var one] ? one.Text
                : string.Join(
                    " ; ",
                    runs.Select(
                        run =>
                        $"{(run.First == run.Last ? Plain.Number(run.First) : $"{Plain.Number(run.First)}-{Plain.Number(run.Last)}")} : {run.Text}"));
    }
}
