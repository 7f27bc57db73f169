using System.Xml.Linq;
using FundingReports.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FundingReports.Architecture.Tests;

/// <summary>A project below src, compiled from its sources so that each name in them is known by what it means.</summary>
/// <remarks>The other assemblies are those this test run was built with.</remarks>
internal sealed class ShippedProject
{
    /// <summary>The name of the room that holds the files beside the project file.</summary>
    internal const string Root = "(root)";

    // What ImplicitUsings adds; the SDK writes the same into obj.
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions language = new(LanguageVersion.CSharp14);

    private static readonly Dictionary<string, MetadataReference> references =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .DistinctBy(Path.GetFileNameWithoutExtension)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path),
                MetadataReference (path) => MetadataReference.CreateFromFile(path));

    private readonly Dictionary<SyntaxTree, string> paths = [];
    private readonly Lazy<IReadOnlyList<RoomUse>> uses;

    private ShippedProject(string projectFile)
    {
        Name = Path.GetFileNameWithoutExtension(projectFile);
        uses = new(() => RoomUses.Of(this));
        string folder = Path.GetDirectoryName(projectFile)!;
        foreach (string file in SourcesBelow(folder))
            Add(file, Path.GetRelativePath(folder, file));
        var items = XDocument.Load(projectFile);
        foreach (XElement linked in items.Descendants("Compile").Where(item => item.Attribute("Link") is not null))
            Add(Path.Combine(folder, Slashes(linked.Attribute("Include")!.Value)), Slashes(linked.Attribute("Link")!.Value));
        var added = items.Descendants("Using").Select(item => $"global using {item.Attribute("Include")!.Value};");
        SyntaxTree usings = CSharpSyntaxTree.ParseText(ImplicitUsings + string.Concat(added), language);
        Compilation = CSharpCompilation.Create(Name, [.. paths.Keys, usings],
            references.Where(assembly => assembly.Key != Name).Select(assembly => assembly.Value),
            new(items.Descendants("OutputType").Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    internal static IReadOnlyList<ShippedProject> All { get; } =
    [
        .. Directory.EnumerateDirectories(Repository.PathOf("src"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj")).Order(StringComparer.Ordinal)
            .Select(file => new ShippedProject(file)),
    ];

    internal string Name { get; }

    internal CSharpCompilation Compilation { get; }

    internal IReadOnlyCollection<SyntaxTree> Sources => paths.Keys;

    internal IReadOnlyList<RoomUse> Uses => uses.Value;

    internal IReadOnlySet<string> Rooms => paths.Values.Select(RoomOf).ToHashSet();

    /// <summary>The path of a source from the project's folder, with "/"; null for a source that is not in the project.</summary>
    internal string? PathOf(SyntaxTree source) => paths.GetValueOrDefault(source);

    /// <summary>The top folder of a path.</summary>
    internal static string RoomOf(string path) => path.Contains('/') ? path[..path.IndexOf('/')] : Root;

    /// <summary>The errors that would hide what a name means. A partial method whose other half is generated is none.</summary>
    internal IEnumerable<string> Errors() => Compilation.GetDiagnostics()
        .Where(found => found.Severity == DiagnosticSeverity.Error && found.Id is not "CS8795" and not "CS9248")
        .Select(found => found.ToString());

    private static IEnumerable<string> SourcesBelow(string folder) => Directory.EnumerateFiles(folder, "*.cs")
        .Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => Path.GetFileName(inner) is not "bin" and not "obj").SelectMany(SourcesBelow));

    private static string Slashes(string path) => path.Replace('\\', '/');

    private void Add(string file, string path) =>
        paths.Add(CSharpSyntaxTree.ParseText(File.ReadAllText(file), language, file), Slashes(path));
}
