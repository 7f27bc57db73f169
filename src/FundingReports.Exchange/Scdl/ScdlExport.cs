using System.Collections.Immutable;
using FundingReports.Excel;
using FundingReports.Exchange.Scdl;
using FundingReports.Files;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>What a portfolio has granted, as SCDL subventions 2.1.1. What it lacks is asked for, never made up.</summary>
/// <remarks>
/// Only what is granted or signed is published, whether or not a post was named for it. The text is UTF-8 with commas, as the official
/// example; a value that a spreadsheet could take for a formula has an apostrophe put before it, which reading takes away again.
/// </remarks>
public sealed class ScdlExport
{
    private readonly ImmutableArray<string[]> rows;

    private ScdlExport(ImmutableArray<string[]> rows, ImmutableArray<Problem> asked, int incomplete) =>
        (this.rows, Asked, Incomplete) = (rows, asked, incomplete);

    /// <summary>The number of lines that are complete and valid against the schema.</summary>
    public int Lines => rows.Length;

    /// <summary>The number of commitments that lack something and are in no line.</summary>
    public int Incomplete { get; }

    /// <summary>What must be given before these can be published: each property by its place in portfolio@1.</summary>
    public ImmutableArray<Problem> Asked { get; }

    /// <summary>Makes the lines of a portfolio, and lists what they lack.</summary>
    public static ScdlExport Of(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        var rows = ImmutableArray.CreateBuilder<string[]>();
        var asked = ImmutableArray.CreateBuilder<Problem>();
        int incomplete = 0;
        foreach (ScdlRowWriter writer in Writers(portfolio))
        {
            int before = asked.Count;
            string[] row = writer.Row(asked);
            if (asked.Count == before)
                rows.Add(row);
            else
                incomplete++;
        }
        return new(rows.ToImmutable(), asked.ToImmutable(), incomplete);
    }

    /// <summary>Writes the complete lines to a stream, which stays open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        CsvRows.Write(stream, ',', "\n", ScdlSchema.Current.Columns, rows);
    }

    /// <summary>Writes the complete lines. The file appears whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        using var bytes = new MemoryStream();
        Write(bytes);
        WholeFile.Write(path, bytes.WriteTo);
    }

    /// <summary>Writes the complete lines to a stream, without holding a thread.</summary>
    /// <param name="stream">Where to; nothing synchronous is asked of it, and it stays open.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task WriteAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return BuiltWorkbook.SendAsync((bytes, _) => Write(bytes), stream, cancellationToken);
    }

    /// <summary>Writes the complete lines to a file, which appears whole or not at all, without holding a thread.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="cancellationToken">Stops the writing: what stood there still does, and nothing else is left.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return BuiltWorkbook.SendAsync((bytes, _) => Write(bytes), path, cancellationToken);
    }

    private static IEnumerable<ScdlRowWriter> Writers(Portfolio portfolio)
    {
        for (int i = 0; i < portfolio.Commitments.Length; i++)
            if (portfolio.Commitments[i] is { IsAgreed: true } commitment)
                yield return ScdlRowWriter.Of(portfolio, commitment, $"{Property.Commitments}[{i}]");
        for (int i = 0; i < portfolio.Awaiting.Length; i++)
            if (portfolio.Awaiting[i] is { Status: CommitmentStatus.Granted or CommitmentStatus.Signed } awaiting)
                yield return ScdlRowWriter.Of(portfolio, awaiting, $"{Property.Awaiting}[{i}]");
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Lines} lines, {Incomplete} incomplete";
}
