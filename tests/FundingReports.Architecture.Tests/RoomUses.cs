using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FundingReports.Architecture.Tests;

/// <summary>A room uses another: which, how often, and from which file to which.</summary>
/// <param name="From">The room whose code uses the other.</param>
/// <param name="To">The room that is used.</param>
/// <param name="Files">"file → file", from the project's folder, and how many times.</param>
internal sealed record RoomUse(string From, string To, IReadOnlyDictionary<string, int> Files)
{
    internal int Count => Files.Values.Sum();
}

/// <summary>Which rooms of a project use which, by the meaning of each name in the code and not by its text.</summary>
/// <remarks>
/// A room is a top folder; the root is one too. A member belongs to the room of the file that declares it, so that a part of a
/// type may be declared in a higher room (Portfolio.Load in Json). A type of several files belongs to the room of the file named
/// after it.
/// </remarks>
internal static class RoomUses
{
    internal static IReadOnlyList<RoomUse> Of(ShippedProject project)
    {
        var uses = new Dictionary<(string From, string To), Dictionary<string, int>>();
        foreach (SyntaxTree source in project.Sources)
        {
            string from = project.PathOf(source)!;
            SemanticModel model = project.Compilation.GetSemanticModel(source);
            var used = source.GetRoot().DescendantNodes().SelectMany(node => Used(model, node));
            foreach (string to in used.Select(symbol => Home(project, symbol)).OfType<string>())
            {
                var rooms = (ShippedProject.RoomOf(from), ShippedProject.RoomOf(to));
                if (rooms.Item1 == rooms.Item2)
                    continue;
                if (!uses.TryGetValue(rooms, out Dictionary<string, int>? files))
                    uses.Add(rooms, files = []);
                string pair = $"{from} → {to}";
                files[pair] = files.GetValueOrDefault(pair) + 1;
            }
        }
        return [.. uses.Select(use => new RoomUse(use.Key.From, use.Key.To, use.Value))
            .OrderBy(use => use.From, StringComparer.Ordinal).ThenBy(use => use.To, StringComparer.Ordinal)];
    }

    // Names, and what is used without one: new(), operators, indexers, conversions, the type that a further part is declared of.
    private static IEnumerable<ISymbol> Used(SemanticModel model, SyntaxNode node)
    {
        if (node is BaseTypeDeclarationSyntax part && model.GetDeclaredSymbol(part) is { } declared)
            yield return declared;
        if (node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or BinaryExpressionSyntax
            or PrefixUnaryExpressionSyntax or AssignmentExpressionSyntax or ConstructorInitializerSyntax
            && model.GetSymbolInfo(node).Symbol is { } named)
            yield return named;
        if (node is ExpressionSyntax value && model.GetConversion(value).MethodSymbol is { } conversion)
            yield return conversion;
    }

    /// <summary>The file a symbol belongs to; null where it is not of this project, or only local.</summary>
    private static string? Home(ShippedProject project, ISymbol symbol)
    {
        ISymbol used = (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition;
        if (used is not (INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol))
            return null;
        // What the compiler writes (the constructor of a record, a default one) belongs to its type.
        if (used.IsImplicitlyDeclared && used.ContainingType is { } type)
            used = type;
        string[] files = [.. used.DeclaringSyntaxReferences.OrderBy(declaration => !Declares(declaration.GetSyntax()))
            .Select(declaration => project.PathOf(declaration.SyntaxTree)).OfType<string>()];
        return files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == used.Name) ?? files.FirstOrDefault();
    }

    // A part that holds nothing but attributes, as those of Json/JsonForms.cs, is nobody's home.
    private static bool Declares(SyntaxNode part) => part is not TypeDeclarationSyntax type
        || type.ParameterList is not null || type.BaseList is not null || type.Members.Any(Declares);
}
