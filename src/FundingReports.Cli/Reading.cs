using System.Collections.Immutable;
using FundingReports.Exchange;
using FundingReports.Validation;

namespace FundingReports.Cli;

/// <summary>A file → its analysis, with every problem on the way on the error stream, one a line.</summary>
internal static class Reading
{
    /// <exception cref="Stop">The file cannot be read, has errors, or has warnings that were asked to stop.</exception>
    internal static FundingAnalysis Analyse(Request request, Terminal terminal)
    {
        Loaded loaded = Load(request.Input, request.Language, terminal);
        ImmutableArray<Problem> problems = loaded.Problems;
        FundingAnalysis? analysis = null;
        try
        {
            analysis = loaded.Portfolio?.Analyze(request.AsOf, request.Through);
        }
        catch (PortfolioException contradictions)
        {
            // Found on the as-of date only; the warnings stay listed beside.
            problems = [.. problems, .. (loaded.Form?.AtCells(contradictions.Problems) ?? contradictions.Problems).Except(problems)];
        }
        Say(problems, request.Language, terminal);
        return analysis is null || (request.Strict && !problems.IsEmpty) ? throw new Stop(ExitCode.BadInput) : analysis;
    }

    /// <summary>A portfolio@1, or a filled form with its account.</summary>
    /// <exception cref="Stop">The file cannot be read at all.</exception>
    internal static Loaded Load(string path, Language language, Terminal terminal) => Files.Guard(path, language, reading: true, () =>
    {
        if (!IntakeReader.IsFormName(path))
            return new Loaded(Portfolio.TryLoad(path, out Portfolio? read, out ImmutableArray<Problem> found) ? read : null, found, null);
        IntakeReading form = IntakeReader.Read(path);
        if (form.Form is null)
        {
            Say(form.Problems, language, terminal);
            bool opened = form.Problems is [{ Arguments: ["no-table" or "two-forms", ..] }];
            throw new Stop(opened ? ExitCode.BadInput : ExitCode.FileTrouble);
        }
        terminal.Error.WriteLine(form.Account.Sentence(language));
        return new Loaded(form.Portfolio, form.Problems, form);
    });

    internal static void Say(IEnumerable<Problem> problems, Language language, Terminal terminal)
    {
        foreach (Problem problem in problems)
            terminal.Error.WriteLine(problem.ToLine(language));
    }
}

/// <summary>What a file holds.</summary>
/// <param name="Portfolio">The portfolio; null where there is an error.</param>
/// <param name="Problems">Every problem.</param>
/// <param name="Form">The reading, where the file is a form.</param>
internal sealed record Loaded(Portfolio? Portfolio, ImmutableArray<Problem> Problems, IntakeReading? Form);
