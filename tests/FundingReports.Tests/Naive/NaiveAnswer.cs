using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>
/// What the naive implementation answers. Money in cents, coverage in six decimals, dates as ISO text (or "open"), unknown as null.
/// </summary>
internal sealed record NaiveAnswer(LocalDate AsOf, LocalDate Through, IReadOnlyList<NaivePost> Posts,
    IReadOnlyList<NaiveCommitment> Commitments)
{
    internal NaivePost Post(string id) => Posts.Single(post => post.Id == id);

    internal NaiveCommitment Commitment(string id) => Commitments.Single(commitment => commitment.Id == id);

    /// <summary>Every figure as one line, "P1.agreed.full.surely = 2023-07-23": what two answers are compared by.</summary>
    internal IEnumerable<string> Lines()
    {
        foreach (NaivePost post in Posts)
        {
            foreach (FundingView view in Enum.GetValues<FundingView>())
                foreach (string line in post.View(view).Lines())
                    yield return $"{post.Id}.{view}.{line}";
            foreach (NaiveYear year in post.Years)
                foreach (string line in year.Lines())
                    yield return $"{post.Id}.{year.Year}.{line}";
        }
        foreach (NaiveCommitment commitment in Commitments)
            foreach (string line in commitment.Lines())
                yield return $"{commitment.Id}.{line}";
    }

    public override string ToString() => string.Join('\n', Lines());
}

internal sealed record NaivePost(string Id, NaiveView Firm, NaiveView Agreed, NaiveView Announced, IReadOnlyList<NaiveYear> Years)
{
    internal NaiveView View(FundingView view) => view switch { FundingView.Firm => Firm, FundingView.Agreed => Agreed, _ => Announced };

    internal NaiveYear Year(int year) => Years.Single(y => y.Year == year);
}

internal sealed record NaiveHorizon(string State, string? Surely, string? Possibly);

internal sealed record NaivePiece(LocalDate From, LocalDate? Until, string Low, string? High, string State);

internal sealed record NaiveCliff(LocalDate On, string ShareLost, long? YearlyRateLost, IReadOnlyList<string> Commitments);

internal sealed record NaiveView(
    NaiveHorizon Full, string? Left, LocalDate? ResumesOn, NaiveHorizon Part, IReadOnlyList<NaivePiece> Pieces, NaiveCliff? Cliff,
    long? Unused)
{
    internal IEnumerable<string> Lines()
    {
        yield return $"full.state = {Full.State}";
        yield return $"full.surely = {Show.Text(Full.Surely)}";
        yield return $"full.possibly = {Show.Text(Full.Possibly)}";
        yield return $"full.left = {Show.Text(Left)}";
        yield return $"full.resumesOn = {Show.Day(ResumesOn)}";
        yield return $"part.state = {Part.State}";
        yield return $"part.surely = {Show.Text(Part.Surely)}";
        yield return $"part.possibly = {Show.Text(Part.Possibly)}";
        for (int i = 0; i < Pieces.Count; i++)
            yield return $"pieces[{i}] = {Show.Day(Pieces[i].From)}..{Show.Day(Pieces[i].Until)} {Pieces[i].Low} "
                + $"{Show.Text(Pieces[i].High)} {Pieces[i].State}";
        yield return Cliff is { } cliff
            ? $"cliff = {Show.Day(cliff.On)} {cliff.ShareLost} {Show.Cents(cliff.YearlyRateLost)} [{string.Join(",", cliff.Commitments)}]"
            : "cliff = null";
        yield return $"unused = {Show.Cents(Unused)}";
    }
}

internal sealed record NaiveCell(string Commitment, long? Firm, long? Agreed, long? Announced);

internal sealed record NaiveYearView(
    long? Funding, long? Gap, long? GapAtMost, long? Surplus, long? Rounding, string? Low, string? High)
{
    internal IEnumerable<string> Lines()
    {
        yield return $"funding = {Show.Cents(Funding)}";
        yield return $"gap = {Show.Cents(Gap)}";
        yield return $"gapAtMost = {Show.Cents(GapAtMost)}";
        yield return $"surplus = {Show.Cents(Surplus)}";
        yield return $"rounding = {Show.Cents(Rounding)}";
        yield return $"low = {Show.Text(Low)}";
        yield return $"high = {Show.Text(High)}";
    }
}

internal sealed record NaiveYear(int Year, long? Cost, IReadOnlyList<NaiveCell> Cells, NaiveYearView Firm, NaiveYearView Agreed,
    NaiveYearView Announced)
{
    internal NaiveYearView View(FundingView view) =>
        view switch { FundingView.Firm => Firm, FundingView.Agreed => Agreed, _ => Announced };

    internal NaiveCell Cell(string commitment) => Cells.Single(cell => cell.Commitment == commitment);

    internal IEnumerable<string> Lines()
    {
        yield return $"cost = {Show.Cents(Cost)}";
        foreach (NaiveCell cell in Cells)
            yield return $"cells.{cell.Commitment} = {Show.Cents(cell.Firm)} {Show.Cents(cell.Agreed)} {Show.Cents(cell.Announced)}";
        foreach (FundingView view in Enum.GetValues<FundingView>())
            foreach (string line in View(view).Lines())
                yield return $"{view}.{line}";
    }
}

internal sealed record NaiveCommitment(string Id, long? Promised, long? Before, long? Shown, long? After, long? Unused, long? Paid)
{
    internal IEnumerable<string> Lines()
    {
        yield return $"promised = {Show.Cents(Promised)}";
        yield return $"before = {Show.Cents(Before)}";
        yield return $"shown = {Show.Cents(Shown)}";
        yield return $"after = {Show.Cents(After)}";
        yield return $"unused = {Show.Cents(Unused)}";
        yield return $"paid = {Show.Cents(Paid)}";
    }
}

/// <summary>Values as the lines show them.</summary>
internal static class Show
{
    internal static string Text(string? value) => value ?? "null";

    internal static string Cents(long? value) => value is { } cents ? Euros.FromCents(cents).ToString() : "null";

    internal static string Day(LocalDate? value) => value is { } day ? Iso(day) : "null";

    internal static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
