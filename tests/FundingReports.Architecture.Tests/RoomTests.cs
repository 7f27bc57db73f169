using FundingReports.Tests;

namespace FundingReports.Architecture.Tests;

/// <summary>Holds the direction between the rooms of every project that ships.</summary>
public class RoomTests
{
    public static TheoryData<string> Projects => [.. ShippedProject.All.Select(project => project.Name)];

    [Fact]
    public void Table_HasEveryProjectAndNoOther() =>
        Assert.Equal(
            ShippedProject.All.Select(project => project.Name).Order(StringComparer.Ordinal),
            PermittedUses.Table.Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Projects))]
    public void Project_AllNamesAreUnderstood(string name) => Expect.Nothing(Project(name).Errors());

    [Theory, MemberData(nameof(Projects))]
    public void Project_ItsRoomsAreThoseOfTheTable(string name) =>
        Assert.Equal(Project(name).Rooms.Order(StringComparer.Ordinal), PermittedUses.RoomsOf(name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Projects))]
    public void Project_UsesOnlyWhatTheTablePermits(string name) => Expect.Nothing(
        from use in Project(name).Uses
        where !PermittedUses.Of(name).Contains((use.From, use.To))
        from files in use.Files
        select $"{use.From} must not use {use.To}: {files.Key} ({files.Value})");

    [Theory, MemberData(nameof(Projects))]
    public void Project_UsesAllThatTheTablePermits(string name) => Expect.Nothing(
        PermittedUses.Of(name).Except(Project(name).Uses.Select(use => (use.From, use.To)))
            .Select(unused => $"{unused.From} may use {unused.To}, and does not: take it out of the table"));

    /// <summary>A room may name only rooms before it; so no circle is possible.</summary>
    [Theory, MemberData(nameof(Projects))]
    public void Table_EachRoomNamesOnlyRoomsBeforeIt(string name)
    {
        string[] rooms = [.. PermittedUses.RoomsOf(name)];
        Expect.Nothing(
            from permitted in PermittedUses.Of(name)
            let to = Array.IndexOf(rooms, permitted.To)
            where to < 0 || to >= Array.IndexOf(rooms, permitted.From)
            select $"{permitted.From} may not name {permitted.To}: it is not before it");
    }

    private static ShippedProject Project(string name) => ShippedProject.All.Single(project => project.Name == name);
}
