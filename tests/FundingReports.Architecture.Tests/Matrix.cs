using System.Text;

namespace FundingReports.Architecture.Tests;

/// <summary>The dependencies of a project as a table: a row uses a column that many times.</summary>
/// <remarks>In the order of <see cref="PermittedUses"/>, lower rooms first: a number right of the diagonal is a use upward.</remarks>
internal static class Matrix
{
    internal static string Text(ShippedProject project, IReadOnlyList<RoomUse> uses)
    {
        string[] rooms = [.. PermittedUses.RoomsOf(project.Name).Union(project.Rooms.Order(StringComparer.Ordinal))];
        int width = rooms.Max(room => room.Length) + 4;
        var text = new StringBuilder().AppendLine(project.Name).Append(' ', width);
        for (int column = 1; column <= rooms.Length; column++)
            text.Append($"{column,5}");
        text.AppendLine();
        for (int row = 0; row < rooms.Length; row++)
        {
            text.Append($"{row + 1,2} {rooms[row]}".PadRight(width));
            foreach (string column in rooms)
                text.Append($"{Cell(rooms[row], column),5}");
            text.AppendLine();
        }
        return text.ToString();

        string Cell(string from, string to) => from == to ? "\\"
            : uses.FirstOrDefault(use => use.From == from && use.To == to) is { } use ? $"{use.Count}" : ".";
    }
}
