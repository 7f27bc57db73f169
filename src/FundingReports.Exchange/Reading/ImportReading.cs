using System.Collections.Immutable;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>An official file, read: the facts of the lines that were understood, every problem at its cell, and the account.</summary>
/// <remarks>
/// What a line does not say is not invented: a subsidy that names no post waits for one (<see cref="PortfolioFacts.Awaiting"/>).
/// </remarks>
public sealed class ImportReading
{
    private ImportReading(string name, bool opened, PortfolioFacts facts, Portfolio? portfolio, ImmutableArray<Problem> problems,
        IntakeAccount account, IntakeAccount? payments = null) =>
        (Name, IsOpened, Facts, Portfolio, Problems, Account, Payments) = (name, opened, facts, portfolio, problems, account, payments);

    /// <summary>The name of the file.</summary>
    public string Name { get; }

    /// <summary>Whether it is a file of that kind at all.</summary>
    public bool IsOpened { get; }

    /// <summary>The facts of the lines taken.</summary>
    public PortfolioFacts Facts { get; }

    /// <summary>
    /// The portfolio that the lines taken make; null where the file could not be opened, nothing of it could be taken, or what was taken
    /// contradicts itself. Lines set aside do not prevent it: the account says them.
    /// </summary>
    public Portfolio? Portfolio { get; }

    /// <summary>Every problem, at its cell (<c>Feuille!F12</c>), in the order of the file.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>The account of the lines and of the money: money read = money taken + money set aside, to the cent.</summary>
    public IntakeAccount Account { get; }

    /// <summary>
    /// What became of the payments of a FONJEP export: its lines of Versement, and what they say was paid. Null where a file has none.
    /// </summary>
    public IntakeAccount? Payments { get; }

    /// <summary>The accounts in a few sentences.</summary>
    public string Sentence(Language language) =>
        Payments is null
            ? Account.Sentence(language) : $"{Account.Sentence(language)} {AccountWords.Payments(Payments.Sentence(language), language)}";

    /// <summary>The reading of a file of many lines, once they are read.</summary>
    internal static ImportReading Of(
        string name, PortfolioFacts facts, IReadOnlyList<Problem> ofLines, Func<Problem, Problem> place, IntakeAccount account)
    {
        bool valid = FundingReports.Portfolio.TryCreate(facts, out Portfolio? portfolio, out ImmutableArray<Problem> found)
            && !IsEmpty(facts);
        if (IsEmpty(facts))
            ofLines = [.. ofLines, Nothing(name)];
        // The checksums of the lines were said at their cells.
        return new(name, true, facts, valid ? portfolio : null,
            [.. ofLines, .. found.Where(problem => problem.Code is not ProblemCode.SiretChecksum).Select(place).Except(ofLines)], account);
    }

    /// <summary>The reading of a file that is none of its kind.</summary>
    internal static ImportReading Unread(string name, ImmutableArray<Problem> problems) =>
        new(name, false, new(), null, problems, new(0, [], Euros.Zero, Euros.Zero));

    /// <summary>The problems, but for what a portfolio that the file is put into already knows: of what kind its funders are.</summary>
    public ImmutableArray<Problem> ProblemsInto(Portfolio home)
    {
        ArgumentNullException.ThrowIfNull(home);
        HashSet<string> known =
            [.. Facts.Funders.Where(funder => PortfolioMerge.SameFunder(home, funder) is not null).Select(funder => funder.Name)];
        return [.. Problems.Where(problem => problem.Code is not ProblemCode.FunderKindNotSaid || !problem.Arguments.Any(known.Contains))];
    }

    /// <summary>
    /// The reading of a file, once its lines are read. The notes hold lines, money, what was set aside, and where each fact came from.
    /// </summary>
    internal static ImportReading Of(string name, PortfolioFacts facts, IntakeNotes notes, PaymentTally? payments = null)
    {
        bool valid = FundingReports.Portfolio.TryCreate(facts, out Portfolio? portfolio, out ImmutableArray<Problem> found)
            && !IsEmpty(facts);
        notes.AddOfFacts(found);
        if (IsEmpty(facts))
            notes.AddOfFile(Nothing(name));
        ImmutableArray<RowSetAside> aside = notes.SetAside();
        // Money granted and money paid are two accounts, never one sum.
        bool IsPayment(RowSetAside row) => payments is not null && payments.Sheets.Contains(row.Sheet);
        return new(name, true, facts, valid ? portfolio
            : null, notes.InOrder(), new(notes.RowsRead, [.. aside.Where(row => !IsPayment(row))], notes.MoneyKept, notes.MoneyRead),
            payments is null ? null : new(payments.RowsRead, [.. aside.Where(IsPayment)], payments.MoneyKept, payments.MoneyRead));
    }

    private static Problem Nothing(string name) => new(ProblemCode.NothingTaken, FilePlace.Of(name), null);

    // An empty portfolio would pass for a file without money.
    private static bool IsEmpty(PortfolioFacts facts) =>
        facts.Posts.IsEmpty && facts.Commitments.IsEmpty && facts.Awaiting.IsEmpty && facts.Payments.IsEmpty;

    /// <summary>The lines of payments: on which sheets, how many, what they say was paid, and what of it was taken.</summary>
    internal sealed record PaymentTally(IReadOnlySet<string> Sheets, int RowsRead, Euros MoneyRead, Euros MoneyKept);

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Name}: {Facts}, {Problems.Length} problems";
}
