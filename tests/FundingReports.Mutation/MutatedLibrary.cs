using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FundingReports.Mutation;

/// <summary>A library with every fault in it, all asleep.</summary>
internal sealed class MutatedLibrary(string root, Library library, IReadOnlyCollection<string> rooms)
{
    private const string Asleep = """
        namespace FundingReports;
        public static class MutantSwitch
        {
            public static int Active = int.Parse(System.Environment.GetEnvironmentVariable("FUNDINGREPORTS_MUTANT") ?? "-1");
            public static volatile bool Stop;
            public static bool[]? Reached;
            public static bool On(int id)
            {
                if (Stop) throw new System.TimeoutException("The mutant took too long.");
                if (Reached is { } reached) reached[id] = true;
                return id == Active;
            }
        }
        """;

    private static readonly CSharpParseOptions parse = new(LanguageVersion.Preview);
    private readonly string source = Path.Combine(root, "src", library.Name);

    internal IReadOnlyCollection<string> Rooms => rooms;

    internal List<Mutant> Mutants { get; } = [];

    /// <summary>The names of the faults that the compiler refuses.</summary>
    internal HashSet<string> Refused { get; } = [];

    internal void Compile(string target, string known)
    {
        Remember(known);
        for (int round = 1; ; round++)
        {
            Mutants.Clear();
            var trees = Sources().ToList();
            Compilation compilation = CSharpCompilation.Create(library.Name, trees, References(),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
                    nullableContextOptions: NullableContextOptions.Enable, warningLevel: 0));
            CSharpGeneratorDriver.Create(Generators(), parseOptions: parse)
                .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
            using FileStream dll = File.Create(target);
            var result = compilation.Emit(dll, manifestResources: Resources());
            if (result.Success)
            {
                File.WriteAllLines(known, Refused.Select(key => $"{Hash(key)}\t{key}"));
                return;
            }
            int before = Refused.Count;
            foreach (var error in result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
                Refused.UnionWith(Causes(error));
            Console.Error.WriteLine($"compiled, round {round}: {Refused.Count - before} more refused");
            if (Refused.Count == before)
                throw new InvalidOperationException("The mutated library does not compile: "
                    + string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(10)));
        }
    }

    // What the compiler refused the last time, of files that are still the same: each round takes it half a minute.
    private void Remember(string known)
    {
        if (File.Exists(known))
            Refused.UnionWith(File.ReadLines(known).Select(line => line.Split('\t')).Where(words => Hash(words[1]) == words[0])
                .Select(words => words[1]));
    }

    private string Hash(string key)
    {
        string path = Path.Combine(source, key.Split(" | ")[0][library.Prefix.Length..]);
        return File.Exists(path) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))[..16] : "";
    }

    /// <summary>The names of all faults, without compiling any.</summary>
    internal IEnumerable<string> Names()
    {
        Mutants.Clear();
        _ = Sources().Count();
        return Mutants.Select(mutant => mutant.Key);
    }

    private IEnumerable<SyntaxTree> Sources()
    {
        string made = Path.Combine(source, "obj", "Release", "net10.0");
        foreach (string path in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string file = Path.GetRelativePath(source, path).Replace('\\', '/');
            if (file.StartsWith("obj/", StringComparison.Ordinal) || file.StartsWith("bin/", StringComparison.Ordinal))
                continue;
            string text = File.ReadAllText(path);
            string name = library.Prefix + file;
            yield return Parse(Mutation.Rooms.Holds(rooms, name) ? Rewriter.Of(name, text, Mutants, Refused) : text, path);
        }
        yield return Parse(File.ReadAllText(Path.Combine(made, $"{library.Name}.AssemblyInfo.cs")), "AssemblyInfo");
        yield return Parse(File.ReadAllText(Path.Combine(made, $"{library.Name}.GlobalUsings.g.cs")), "GlobalUsings");
        yield return Parse(Asleep, "MutantSwitch");
    }

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), parse, path);

    // The innermost fault around an error; else those of the member whose variable it leaves unassigned; else all of the member.
    private IEnumerable<string> Causes(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var around = node.AncestorsAndSelf().Select(IdOf).FirstOrDefault(id => id is not null);
        if (around is { } found && error.Id != "CS0165")
            return [Mutants[found].Key];
        var member = node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();
        var inside = member.DescendantNodes().Where(child => IdOf(child) is not null).ToList();
        string name = node.ToString();
        var declaring = inside.Where(child => child.DescendantNodes().OfType<SingleVariableDesignationSyntax>()
                .Any(variable => variable.Identifier.Text == name)).ToList();
        if (declaring.Count == 0 && node.Ancestors().OfType<StatementSyntax>().FirstOrDefault() is { } statement)
            declaring = inside.Where(child => statement.Span.Contains(child.Span)).ToList();
        return (declaring.Count > 0 ? declaring : inside).Select(child => Mutants[IdOf(child)!.Value].Key).ToList();
    }

    private static int? IdOf(SyntaxNode node) => node switch
    {
        ConditionalExpressionSyntax conditional => Called(conditional.Condition),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.LogicalAndExpression } binary =>
            Called(binary.Left),
        IfStatementSyntax choice => Called(choice.Condition),
        _ => null,
    };

    private static int? Called(ExpressionSyntax expression) => expression switch
    {
        PrefixUnaryExpressionSyntax not => Called(not.Operand),
        InvocationExpressionSyntax call when call.Expression.ToString() == Rewriter.Switch =>
            int.Parse(call.ArgumentList.Arguments[0].ToString(), null),
        _ => null,
    };

    private IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("FundingReports", StringComparison.Ordinal)
                || library.Needs.Contains(Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static IEnumerable<ISourceGenerator> Generators()
    {
        string packs = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs",
            "Microsoft.NETCore.App.Ref");
        string folder = Path.Combine(Directory.EnumerateDirectories(packs, $"{Environment.Version.Major}.*")
                .MaxBy(path => Version.Parse(Path.GetFileName(path).Split('-')[0]))!, "analyzers", "dotnet", "cs");
        return new[] { "System.Text.Json.SourceGeneration.dll", "System.Text.RegularExpressions.Generator.dll" }
            .SelectMany(dll => new AnalyzerFileReference(Path.Combine(folder, dll), new Loader()).GetGenerators(LanguageNames.CSharp));
    }

    private IEnumerable<ResourceDescription> Resources() =>
        from item in XDocument.Load(Path.Combine(source, $"{library.Name}.csproj")).Descendants("EmbeddedResource")
        let path = Path.Combine(source, item.Attribute("Include")!.Value.Replace('\\', '/'))
        select new ResourceDescription(item.Attribute("LogicalName")!.Value, () => File.OpenRead(path), isPublic: true);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
