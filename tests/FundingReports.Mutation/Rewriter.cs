using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FundingReports.Mutation;

/// <summary>A source file → the same file with every fault in it, each behind a switch.</summary>
/// <remarks>Messages, throw statements and the checks of arguments are left alone: they are no calculations.</remarks>
internal sealed class Rewriter(string file, List<Mutant> mutants, ISet<string> left) : CSharpSyntaxRewriter
{
    internal const string Switch = "global::FundingReports.MutantSwitch.On";

    private readonly Dictionary<string, int> seen = [];

    internal static string Of(string file, string source, List<Mutant> mutants, ISet<string> left)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview));
        return new Rewriter(file, mutants, left).Visit(tree.GetRoot())!.ToFullString();
    }

    public override SyntaxNode? Visit(SyntaxNode? node) => node switch
    {
        AttributeListSyntax or PatternSyntax or SwitchLabelSyntax or ParameterListSyntax or EnumDeclarationSyntax
            or ThrowStatementSyntax or ThrowExpressionSyntax => node,
        FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword) => node,
        LocalDeclarationStatementSyntax { IsConst: true } => node,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } => node,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } when Operators.Text(call)
            .Contains(".ThrowIf", StringComparison.Ordinal) => node,
        ExpressionStatementSyntax statement => Statement(statement),
        ContinueStatementSyntax or BreakStatementSyntax { Parent: not SwitchSectionSyntax } or ReturnStatementSyntax {
            Expression: null } or YieldStatementSyntax => Removable((StatementSyntax)node, base.Visit(node)!),
        ExpressionSyntax expression => Expression(expression),
        _ => base.Visit(node),
    };

    private SyntaxNode? Expression(ExpressionSyntax node)
    {
        var now = base.Visit(node);
        if (now is not ExpressionSyntax || node is TypeSyntax or DeclarationExpressionSyntax || node.Parent is ExpressionStatementSyntax
                || node.Parent is ForStatementSyntax loop && loop.Condition != node || Assigned(node) || IsAfterQuestionMark(node))
            return now;
        string code = now.ToString();
        foreach (var fault in Operators.Of(node))
            if (Put(node, fault.Before, fault.After) is { } id)
                code = $"({Switch}({id}) ? {fault.Code} : {code})";
        string before = Operators.Text(node);
        if (IsCondition(node, out bool onlyFalse))
        {
            if (!onlyFalse && Put(node, before, "true") is { } yes)
                code = $"({Switch}({yes}) || {Parens(code)})";
            if (Put(node, before, "false") is { } no)
                code = $"(!{Switch}({no}) && {Parens(code)})";
        }
        else if (node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and)
        {
            if (Put(node, Operators.Text(and), $"without {before}") is { } id)
                code = $"({Switch}({id}) || {Parens(code)})";
        }
        else if (node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or
                && Put(node, Operators.Text(or), $"without {before}") is { } id)
            code = $"(!{Switch}({id}) && {Parens(code)})";
        return code == now.ToString() ? now : SyntaxFactory.ParseExpression(code).WithLeadingTrivia(node.GetLeadingTrivia())
            .WithTrailingTrivia(node.GetTrailingTrivia());
    }

    private SyntaxNode Statement(ExpressionStatementSyntax node)
    {
        var now = (StatementSyntax)base.Visit(node)!;
        foreach (var fault in Operators.Of(node.Expression))
            if (Put(node, fault.Before, fault.After) is { } id)
                now = Parse($"if ({Switch}({id})) {{ {fault.Code}; }} else {{ {now.ToString()} }}", node);
        return Removable(node, now);
    }

    private SyntaxNode Removable(StatementSyntax node, SyntaxNode now) =>
        Put(node, Operators.Text(node), "—") is { } id ? Parse($"{{ if (!{Switch}({id})) {{ {now.ToString()} }} }}", node) : now;

    private int? Put(SyntaxNode node, string before, string after)
    {
        if (node.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() is not { } member)
            return null;
        (before, after) = (Short(before), Short(after));
        var mutant = new Mutant(mutants.Count, file, Name(member), node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, before,
            after);
        seen[mutant.Key] = seen.GetValueOrDefault(mutant.Key) + 1;
        mutants.Add(mutant with { Nth = seen[mutant.Key] });
        return left.Contains(mutants[^1].Key) ? null : mutant.Id;
    }

    private static StatementSyntax Parse(string code, SyntaxNode node) =>
        SyntaxFactory.ParseStatement(code).WithLeadingTrivia(node.GetLeadingTrivia()).WithTrailingTrivia(node.GetTrailingTrivia());

    private static string Parens(string code) => code.StartsWith('(') ? code : $"({code})";

    private static string Short(string text) => text.Length <= 160 ? text : $"{text[..100]}…{text[^58..]}";

    private static bool Assigned(ExpressionSyntax node) => node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node
        || node.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or PrefixUnaryExpressionSyntax {
            RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } or PostfixUnaryExpressionSyntax {
                RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } or RefExpressionSyntax;

    // "?.First()" is half an expression.
    private static bool IsAfterQuestionMark(ExpressionSyntax node) => node switch
    {
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => true,
        InvocationExpressionSyntax call => IsAfterQuestionMark(call.Expression),
        MemberAccessExpressionSyntax access => IsAfterQuestionMark(access.Expression),
        ElementAccessExpressionSyntax access => IsAfterQuestionMark(access.Expression),
        ConditionalAccessExpressionSyntax access => IsAfterQuestionMark(access.Expression),
        _ => false,
    };

    private static bool IsCondition(ExpressionSyntax node, out bool onlyFalse)
    {
        onlyFalse = node.Parent is WhileStatementSyntax;
        return node.Parent switch
        {
            IfStatementSyntax parent => parent.Condition == node,
            ConditionalExpressionSyntax parent => parent.Condition == node,
            WhileStatementSyntax parent => parent.Condition == node,
            WhenClauseSyntax or WhereClauseSyntax => true,
            _ => false,
        };
    }

    private static string Name(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        OperatorDeclarationSyntax op => "operator " + op.OperatorToken.Text,
        ConversionOperatorDeclarationSyntax conversion => "operator " + conversion.Type,
        IndexerDeclarationSyntax => "this",
        FieldDeclarationSyntax field => string.Join(", ", field.Declaration.Variables.Select(variable => variable.Identifier.Text)),
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        _ => member.Kind().ToString(),
    };
}
