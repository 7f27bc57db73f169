namespace FundingReports.Mutation;

/// <summary>One small fault, and where it is put.</summary>
/// <param name="Id">Its number in this run.</param>
/// <param name="File">The source file, from the folder of the library, which is named before it where it is not the core.</param>
/// <param name="Member">The member that it is in.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Before">What stands there.</param>
/// <param name="After">What stands there instead; "—" where it is taken away.</param>
internal sealed record Mutant(int Id, string File, string Member, int Line, string Before, string After)
{
    /// <summary>Distinguishes equal faults in one member.</summary>
    internal int Nth { get; init; } = 1;

    /// <summary>Its name in tests/FundingReports.Mutation/survivors.txt: lines may move, the name stays.</summary>
    internal string Key => $"{File} | {Member} | {Before} → {After}" + (Nth > 1 ? $" | {Nth}" : "");

    /// <summary>The folder that answers the question.</summary>
    internal string Room => Rooms.Of(File);
}
