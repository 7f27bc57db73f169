using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Placing;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>
/// What somebody has chosen on a <see cref="PlacingWorkbook"/>: which posts promises pay, and which commitments payments.
/// </summary>
public sealed class Placement
{
    private readonly ImmutableArray<Chosen> chosen;
    private readonly string name;

    private Placement(string name, ImmutableArray<Chosen> chosen, ImmutableArray<Problem> problems, bool isOpened) =>
        (this.name, this.chosen, Problems, IsOpened) = (name, chosen, problems, isOpened);

    /// <summary>Whether it is such a workbook at all.</summary>
    public bool IsOpened { get; }

    /// <summary>What is wrong with the workbook itself, at its cells.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Reads a workbook.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static Placement Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Read(stream, Path.GetFileName(path));
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The file, from its beginning where it can seek, else from where it stands; it stays open.</param>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Placement Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return WholeInput.Read(stream, WholeInput.MostOfForm, whole => ReadWhole(whole, name));
    }

    private static Placement ReadWhole(Stream stream, string name)
    {
        var notes = new IntakeNotes(name);
        try
        {
            foreach (RawSheet sheet in IntakeFile.Open(stream, name))
            {
                notes.BeginSheet(sheet.Name);
                var start = new TableReader.SheetStart(sheet);
                // The name alone may be that of another sheet: the two columns that are filled in must be there.
                if (!PlacingForm.Sheet.IsNamed(sheet.Name) || TableReader.Find(sheet, PlacingForm.Sheet, 5, start, notes) is not { } table
                    || !table.Has(PlacingForm.Choice))
                    continue;
                ImmutableArray<Chosen> chosen = table.IsWhole ? [.. table.Rows().Select(Read)] : [];
                return new(name, chosen, notes.InOrder(), true);
            }
            return new(name, [], [new NotReadException("no-table").Of(name)], false);
        }
        catch (NotReadException trouble)
        {
            return new(name, [], [trouble.Of(name)], false);
        }
    }

    private static Chosen Read(TableRow row) => new(row, row.Text(PlacingForm.Id) ?? "", row.Text(PlacingForm.Choice) ?? "",
        row.Date(PlacingForm.From), row.Date(PlacingForm.Until, isEnd: true), row.Failed);

    /// <summary>Puts what was chosen into a portfolio.</summary>
    /// <param name="portfolio">The portfolio that the workbook was written of, or a later edition of it.</param>
    public PlacedPortfolio Into(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        var notes = new List<Problem>();
        var into = new PlacingInto(portfolio, notes);
        foreach (Chosen one in chosen)
            into.Place(one);
        bool valid = Portfolio.TryCreate(into.Facts(), out Portfolio? placed, out ImmutableArray<Problem> found);
        bool isRight = notes.TrueForAll(problem => problem.Severity is Severity.Warning)
            && Problems.All(problem => problem.Severity is Severity.Warning);
        return new(
            valid && isRight ? placed : null, [.. notes, .. valid ? [] : found.Where(problem => problem.Severity is Severity.Error)])
        {
            Placed = into.Placed, Removed = into.Removed, Name = name,
        };
    }

    /// <summary>A row that was chosen.</summary>
    internal sealed record Chosen(TableRow Row, string Id, string Choice, PartialDate? From, PartialDate? Until, bool Failed);

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Problems.Length} problems";
}

/// <summary>A portfolio with what was placed in it.</summary>
public sealed class PlacedPortfolio
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Name}: {Placed} placed, {Removed} removed, {Problems.Length} problems";

    internal PlacedPortfolio(Portfolio? portfolio, ImmutableArray<Problem> problems) => (Portfolio, Problems) = (portfolio, problems);

    /// <summary>The portfolio; null where a choice could not be followed.</summary>
    public Portfolio? Portfolio { get; }

    /// <summary>What is wrong with the choices, at their cells; then the errors of the whole.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>The name of the workbook.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>How many promises and payments were placed.</summary>
    public int Placed { get; internal init; }

    /// <summary>How many were removed, since they belong to none of the posts or commitments.</summary>
    public int Removed { get; internal init; }
}
