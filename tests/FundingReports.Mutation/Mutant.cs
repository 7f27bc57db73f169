namespace FundingReports.Mutation;

/// <summary>One small fault, and where it is put.</summary>
/// <param name="Id">Its number in this run.</param>
/// <param name="File">The source file, from the folder of the library.</param>
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

    /// <summary>The folder that answers the question; the values stand at the root.</summary>
    internal string Room => RoomOf(File);

    internal static string RoomOf(string file) =>
        file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/', StringComparison.Ordinal)] : Rooms.Values;
}
