using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Excel;
using FundingReports.Exchange;
using FundingReports.Files;
using FundingReports.Reports;
using FundingReports.Wording;

namespace FundingReports.Cli.Batch;

/// <summary>A folder of portfolios → a workbook each, and one of all together.</summary>
/// <remarks>
/// Files are independent and worked on by all cores; the answers of each are let go once its workbook is written.
/// Each workbook appears whole or not at all, so that what an interrupted batch leaves can be trusted, and is not done again.
/// </remarks>
internal sealed class BatchRun(BatchOptions options, Terminal terminal, CancellationToken interrupted)
{
    private readonly Done done = Done.In(options.Output);
    private readonly Dictionary<string, string> outputs = new(StringComparer.Ordinal);

    private static readonly string[] ourEndings = ["-rapport", "-annote", "-report", "-annotated"];

    /// <summary>The name of the workbook of all portfolios together.</summary>
    internal static string ConsolidatedName(Language language) => language.Say("consolide.xlsx", "consolidated.xlsx");

    /// <summary>The folder of what earlier batches made of inputs that have gone, or can no longer be answered for.</summary>
    internal static string OldFolder(Language language) => language.Say("anciens", "old");

    /// <exception cref="OperationCanceledException">It was interrupted: what is written is whole, the rest is not there.</exception>
    internal BatchResult Run()
    {
        string[] files = Inputs(options.Input);
        NameOutputs(files);
        var results = new OneResult[files.Length];
        var together = new AddedUp(files.Length);
        var progress = new ProgressBar(terminal.Progress, Math.Max(1, files.Length), terminal.IsTerminal, options.Language);
        try
        {
            // One after the other, so that few of them wait to be added up.
            Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, files.Length), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { CancellationToken = interrupted, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            {
                (results[i], FundingAnalysis? analysis) = One(files[i]);
                together.Add(i, results[i].Name, analysis);
                progress.Step();
            });
            interrupted.ThrowIfCancellationRequested();
            bool fresh = Consolidate(files, results, together);
            return new([.. results], fresh) { Old = SetOldAside(results) };
        }
        finally
        {
            done.Save();
        }
    }

    /// <summary>
    /// Portfolios and forms of the folder, in the order of their names; not what a batch or a report has written there, nor what a
    /// spreadsheet has open.
    /// </summary>
    internal static string[] Inputs(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(path => IsPortfolio(path) || IntakeReader.IsFormName(path))
            .Where(path => Path.GetFileName(path) is var name && name[0] is not ('.' or '~'))
            .Where(path => !IsOurs(path))
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsPortfolio(string path) => Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);

    // Whether a workbook has the name of one of ours. A portfolio may well have such a name: it is an input.
    private static bool IsOurs(string path) => Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)
        && Array.Exists(ourEndings, ending => Path.GetFileNameWithoutExtension(path).EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// A workbook a file: two files of one name and two kinds have one each, and so have those that differ by nothing but capitals, which
    /// are one name on other systems.
    /// </summary>
    private void NameOutputs(string[] files)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { ConsolidatedName(options.Language) };
        foreach (string file in files)
        {
            string kind = IsPortfolio(file) ? "" : Path.GetExtension(file).Replace('.', '-'),
                name = $"{Path.GetFileNameWithoutExtension(file)}{kind}", output = $"{name}-rapport.xlsx";
            for (int n = 2; !taken.Add(output); n++)
                output = string.Create(CultureInfo.InvariantCulture, $"{name}-{n}-rapport.xlsx");
            outputs[Path.GetFileName(file)] = output;
        }
    }

    private (OneResult Result, FundingAnalysis? Analysis) One(string file)
    {
        string name = Path.GetFileName(file), output = outputs[name];
        var said = new StringWriter();
        bool read = false, writing = false;
        try
        {
            // A pipe that nobody writes to would hold up all other files.
            if (SpecialFiles.IsOne(Path.GetFullPath(file)))
                throw new StopException(ExitCode.FileTrouble, BatchTexts.NoFile(name, options.Language));
            string print = GuardedFiles.Guard(file, options.Language, reading: true, () => Done.Print(options, [file]));
            read = true;
            var analysis = Reading.Analyse(options.Of(file), terminal with { Error = said });
            bool fresh = !done.Has(output, print);
            if (fresh)
            {
                writing = true;
                GuardedFiles.Write(Path.Combine(options.Output, output), options.Language,
                    path => terminal.Outputs.Workbook(analysis, path, options.Language, new ReportOptions()));
                done.Add(output, print);
            }
            return (new(name, null, fresh, said.ToString()) { Output = output }, analysis);
        }
        catch (StopException stop)
        {
            string why = stop.Sentence ?? said.ToString().Split('\n')
                .FirstOrDefault(line => line.StartsWith("error", StringComparison.Ordinal)) ?? said.ToString().Split('\n')[0];
            return (new(name, why.Trim(), false, said + (stop.Sentence is { } sentence ? sentence + "\n" : "")) {
                IsNotRead = !read, IsNotWritten = writing }, null);
        }
    }

    /// <summary>
    /// What an earlier batch made of an input that has gone, or can no longer be answered for, goes into a folder of its own: beside fresh
    /// workbooks it would be taken for one.
    /// </summary>
    /// <returns>The workbooks that were moved.</returns>
    private ImmutableArray<string> SetOldAside(OneResult[] results)
    {
        // A workbook that is open in another program stays where it is: a sentence of its own says that it was not written.
        var current = results.Where(result => result.Output is not null || result.IsNotWritten)
            .Select(result => result.Output ?? outputs[result.Name])
            .Append(ConsolidatedName(options.Language)).ToHashSet(StringComparer.Ordinal);
        var moved = ImmutableArray.CreateBuilder<string>();
        foreach (string output in done.Others(current))
        {
            string from = Path.Combine(options.Output, output);
            if (File.Exists(from))
            {
                string folder = Path.Combine(options.Output, OldFolder(options.Language));
                GuardedFiles.Guard(from, options.Language, reading: false, () =>
                {
                    Directory.CreateDirectory(folder);
                    File.Move(from, Path.Combine(folder, output), overwrite: true);
                    return output;
                });
                moved.Add(output);
            }
            done.Remove(output);
        }
        return moved.ToImmutable();
    }

    private bool Consolidate(string[] files, OneResult[] results, AddedUp together)
    {
        // The workbook of all says which files could not be opened. When one of them can be, it is made anew.
        string output = ConsolidatedName(options.Language), print = Done.Print(options, files.Where((_, i) => !results[i].IsNotRead));
        if (done.Has(output, print) && !results.Any(result => result.IsFresh))
            return false;
        SetAside[] aside = [.. results.Where(result => result.Why is not null).Select(result => new SetAside(result.Shown, result.Why!))];
        var report = ConsolidatedReport.Build(together.Sums, options.AsOf, aside, together.Data(), options.Language);
        GuardedFiles.Write(Path.Combine(options.Output, output), options.Language, path => report.SaveWorkbook(path));
        done.Add(output, print);
        return true;
    }
}

/// <summary>What became of a batch.</summary>
/// <param name="Files">What became of each file, in order.</param>
/// <param name="ConsolidatedIsFresh">Whether the workbook of all together was written.</param>
internal sealed record BatchResult(ImmutableArray<OneResult> Files, bool ConsolidatedIsFresh)
{
    /// <summary>The workbooks of earlier batches that were set aside: their inputs have gone, or can no longer be answered for.</summary>
    internal ImmutableArray<string> Old { get; init; } = [];
}

/// <summary>What became of a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Why">Why it is set aside; null where it is not.</param>
/// <param name="IsFresh">Whether its workbook was written; else it was up to date.</param>
/// <param name="Said">Its problems, one a line.</param>
internal sealed record OneResult(string Name, string? Why, bool IsFresh, string Said)
{
    /// <summary>Its name, for people: a name can forge no line.</summary>
    internal string Shown => Words.OneLine(Name);

    /// <summary>The name of its workbook; null where there is none of this state of it.</summary>
    internal string? Output { get; init; }

    /// <summary>Whether it is set aside because not a byte of it could be read.</summary>
    internal bool IsNotRead { get; init; }

    /// <summary>Whether it is set aside only because its workbook could not be written.</summary>
    internal bool IsNotWritten { get; init; }
}
