using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FundingReports.Mutation;

/// <summary>What a small fault may be, expression by expression. What does not compile is left out later, and counted.</summary>
internal static class Operators
{
    private static readonly Dictionary<SyntaxKind, (string Old, string[] New)> binaries = new()
    {
        [SyntaxKind.AddExpression] = ("+", ["-"]), [SyntaxKind.SubtractExpression] = ("-", ["+"]),
        [SyntaxKind.MultiplyExpression] = ("*", ["/"]), [SyntaxKind.DivideExpression] = ("/", ["*"]),
        [SyntaxKind.ModuloExpression] = ("%", ["*"]),
        [SyntaxKind.LessThanExpression] = ("<", ["<=", ">="]), [SyntaxKind.LessThanOrEqualExpression] = ("<=", ["<", ">"]),
        [SyntaxKind.GreaterThanExpression] = (">", [">=", "<="]), [SyntaxKind.GreaterThanOrEqualExpression] = (">=", [">", "<"]),
        [SyntaxKind.EqualsExpression] = ("==", ["!="]), [SyntaxKind.NotEqualsExpression] = ("!=", ["=="]),
        [SyntaxKind.LeftShiftExpression] = ("<<", [">>"]), [SyntaxKind.RightShiftExpression] = (">>", ["<<"]),
        [SyntaxKind.BitwiseAndExpression] = ("&", ["|"]), [SyntaxKind.BitwiseOrExpression] = ("|", ["&"]),
        [SyntaxKind.ExclusiveOrExpression] = ("^", ["|"]),
    };

    private static readonly Dictionary<SyntaxKind, string> assignments = new()
    {
        [SyntaxKind.AddAssignmentExpression] = "-=", [SyntaxKind.SubtractAssignmentExpression] = "+=",
        [SyntaxKind.MultiplyAssignmentExpression] = "/=",
        [SyntaxKind.DivideAssignmentExpression] = "*=", [SyntaxKind.OrAssignmentExpression] = "&=",
        [SyntaxKind.AndAssignmentExpression] = "|=",
    };

    private static readonly (string, string)[] pairs =
    [
        ("First", "Last"), ("FirstOrDefault", "LastOrDefault"), ("FindIndex", "FindLastIndex"), ("IndexOf", "LastIndexOf"), ("Any", "All"),
        ("Min", "Max"), ("MinBy", "MaxBy"),
        ("OrderBy", "OrderByDescending"), ("ThenBy", "ThenByDescending"), ("Order", "OrderDescending"), ("Skip", "Take"),
        ("SkipWhile", "TakeWhile"), ("SkipLast", "TakeLast"),
        ("Union", "Intersect"), ("Concat", "Except"), ("Floor", "Ceiling"), ("PlusDays", "PlusMonths"), ("PlusYears", "PlusMonths"),
        ("Exists", "TrueForAll"), ("Append", "Prepend"),
        ("IsSubsetOf", "IsSupersetOf"), ("ContainsKey", "ContainsValue"), ("DivRem", "DivRem"),
    ];

    private static readonly string[] removable = ["Where", "Distinct", "DistinctBy", "Reverse", "OfType", "OrderBy", "ThenBy",
        "OrderByDescending", "ThenByDescending", "Order", "Concat", "Append", "Union", "Except", "Skip", "SkipWhile", "TakeWhile",
        "DefaultIfEmpty"];

    /// <summary>The names that stand for one another.</summary>
    private static readonly ILookup<string, string> swaps = pairs.SelectMany(pair => new[] { pair, (pair.Item2, pair.Item1) })
        .Where(pair => pair.Item1 != pair.Item2)
        .Append(("One", "Zero")).Append(("Zero", "One")).ToLookup(pair => pair.Item1, pair => pair.Item2);

    /// <summary>Each fault of an expression: its words before and after, and the expression that holds it.</summary>
    internal static IEnumerable<(string Before, string After, string Code)> Of(ExpressionSyntax node)
    {
        switch (node)
        {
            case BinaryExpressionSyntax binary when binaries.TryGetValue(binary.Kind(), out var to):
                foreach (string sign in to.New)
                    yield return Whole(binary, $"{binary.Left} {sign} {binary.Right}");
                break;
            case BinaryExpressionSyntax {
                RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when coalesce.Right is not ThrowExpressionSyntax:
                yield return Whole(coalesce, coalesce.Right.ToString());
                break;
            case PrefixUnaryExpressionSyntax {
                RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.LogicalNotExpression } unary:
                yield return Whole(unary, unary.Operand.ToString());
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } up:
                yield return Whole(up, $"{up.Operand}--");
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostDecrementExpression } down:
                yield return Whole(down, $"{down.Operand}++");
                break;
            case AssignmentExpressionSyntax assignment when assignments.TryGetValue(assignment.Kind(), out var sign):
                yield return Whole(assignment, $"{assignment.Left} {sign} {assignment.Right}");
                break;
            case LiteralExpressionSyntax { Token.Value: int or long } number:
                yield return Whole(number, number.Token.Text is "0" ? "1" : number.Token.Text is "1" ? "0" : $"{number.Token.Text} + 1");
                if (number.Token.Text is "1")
                    yield return Whole(number, "2");
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } yes:
                yield return Whole(yes, "false");
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } no:
                yield return Whole(no, "true");
                break;
            case IsPatternExpressionSyntax test when !test.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Any():
                yield return Whole(test, $"!({test})");
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                foreach (string other in swaps[access.Name.Identifier.Text])
                    yield return Named(access, other, $"{access.Expression}.{other}{Types(access)}{call.ArgumentList}");
                if (removable.Contains(access.Name.Identifier.Text, StringComparer.Ordinal))
                    yield return ($".{Text(access.Name)}{Text(call.ArgumentList)}", "—", access.Expression.ToString());
                break;
            case MemberAccessExpressionSyntax {
                Parent: not InvocationExpressionSyntax } member when member.Name.Identifier.Text is "One" or "Zero":
                foreach (string other in swaps[member.Name.Identifier.Text])
                    yield return Whole(member, $"{member.Expression}.{other}");
                break;
        }
    }

    internal static string Text(SyntaxNode node) =>
        string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static (string, string, string) Whole(SyntaxNode node, string code) =>
        (Text(node), string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), code);

    private static (string, string, string) Named(MemberAccessExpressionSyntax access, string other, string code) =>
        (Text(access.Parent!), string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), code);

    private static string Types(MemberAccessExpressionSyntax access) =>
        access.Name is GenericNameSyntax generic ? generic.TypeArgumentList.ToString() : "";
}
