using System.Text;

namespace FundingReports.Architecture.Tests;

/// <summary>Prints which room of each project uses which, and how often; with a project and two rooms, from which file to which.</summary>
internal static class Program
{
    private static void Main(string[] arguments)
    {
        Console.OutputEncoding = Encoding.UTF8;
        foreach (ShippedProject project in ShippedProject.All.Where(project => arguments.Length == 0 || project.Name == arguments[0]))
        {
            IReadOnlyList<RoomUse> uses = project.Uses;
            if (arguments is [_, string from, string to])
                foreach ((string files, int count) in uses.Where(use => use.From == from && use.To == to)
                    .SelectMany(use => use.Files).OrderBy(pair => pair.Key, StringComparer.Ordinal))
                    Console.WriteLine($"{files} ({count})");
            else
                Console.WriteLine(Matrix.Text(project, uses));
        }
    }
}
