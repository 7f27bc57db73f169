using System.Reflection;
using System.Runtime.CompilerServices;
using FundingReports.Json;
using FundingReports.Portfolios;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FundingReports.Tests.Conventions;

/// <summary>
/// No place takes a kind of amount that it does not know for another one: outside their room, kinds are told apart by what does not
/// compile without an answer.
/// </summary>
public class AmountKindTests
{
    private static readonly Type[] kinds = typeof(Amount).GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
        .Where(type => type.IsSubclassOf(typeof(Amount))).ToArray();

    [Fact]
    public void Library_OutsideAmounts_TestsForNoKind()
    {
        HashSet<string> names = [.. kinds.Select(kind => kind.Name)];
        var found =
            from file in SourceText.Files(Repository.PathOf("src"), "*.cs")
            where !Repository.Relative(file).StartsWith("src/FundingReports/Amounts/", StringComparison.Ordinal)
            let text = File.ReadAllText(file)
            where text.Contains("Amount", StringComparison.Ordinal)
            from fault in Faults(text, names)
            select $"{Repository.Relative(file)}: {fault}";
        Expect.Nothing(found);
    }

    [Theory]
    [InlineData("bool b = amount is Amount.Total or Amount.Annual;", "Amount.Total, Amount.Annual")]
    [InlineData("bool b = amount is Amount.Balance;", "Amount.Balance")]
    [InlineData("bool b = amount is not Portfolios.Amount.Unknown;", "Portfolios.Amount.Unknown")]
    [InlineData("bool b = commitment is { Amount: Amount.Balance, Cap: null };", "Amount.Balance")]
    [InlineData("int i = amount switch { Amount.YearlyAmounts { Steps: var steps } => steps.Length, _ => 0 };", "Amount.YearlyAmounts")]
    [InlineData("switch (amount) { case Amount.Total total: break; default: break; }", "Amount.Total")]
    [InlineData("var sum = ((Amount.Total)amount).Sum; var other = (amount as Amount.Annual)?.Yearly;", "Amount.Total, Amount.Annual")]
    [InlineData("int i = kind switch { AmountKind.Total => 1, _ => 0 };", "AmountKind.Total")]
    [InlineData("int i = kind switch { AmountKind.Total => 1, var other => 0 };", "AmountKind.Total")]
    [InlineData("bool b = kind is AmountKind.Total || kind == AmountKind.Annual;", "AmountKind.Total, AmountKind.Annual")]
    [InlineData("switch (kind) { case AmountKind.Total: break; }", "AmountKind.Total")]
    [InlineData(
        "Amount a = new Amount.Total(sum); Amount.Total b = new(sum); int i = kind switch { AmountKind.Total => 1, AmountKind.Annual => "
        + "2 }; var k = read ?? AmountKind.Unknown;", "")]
    [InlineData("ReportCell cell = other is ReportCell.Amount ? a : b; bool c = x is TemplateLossKind.Cap;", "")]
    public void Faults_OfAStatement_AreItsTestsForAKind(string statement, string expected) =>
        Assert.Equal(expected, string.Join(", ", Faults(statement, [.. kinds.Select(kind => kind.Name)])));

    [Fact]
    public void EveryKind_HasOneRecordAndEveryRecordOneKind() => Assert.Equal(Enum.GetValues<AmountKind>(), kinds.Select(KindOf).Order());

    [Fact]
    public void EveryKind_HasItsPropertyInTheSchema()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(JsonSchemas.Portfolio);
        Assert.Equal(AmountKinds.Names.Order(StringComparer.Ordinal),
            schema.RootElement.GetProperty("definitions").GetProperty("amount").GetProperty("properties").EnumerateObject()
                .Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    private static AmountKind KindOf(Type kind) => ((Amount)RuntimeHelpers.GetUninitializedObject(kind)).Kind;

    private static IEnumerable<string> Faults(string text, HashSet<string> names) =>
        from node in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        let qualified = node switch
        {
            MemberAccessExpressionSyntax access => (Left: LastNameOf(access.Expression), Right: access.Name.Identifier.Text),
            QualifiedNameSyntax name => (Left: LastNameOf(name.Left), Right: name.Right.Identifier.Text),
            _ => default,
        }
        where qualified.Left is "Amount" && names.Contains(qualified.Right) && IsTested(node)
            || qualified.Left is "AmountKind" && (IsInSwitch(node) is { } all ? !IsExhaustive(all) : IsTested(node))
        select node.ToString();

    private static string? LastNameOf(SyntaxNode node) => node switch
    {
        IdentifierNameSyntax name => name.Identifier.Text,
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        QualifiedNameSyntax name => name.Right.Identifier.Text,
        _ => null,
    };

    private static bool IsTested(SyntaxNode node) =>
        node.Parent is CastExpressionSyntax or BinaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression or (int)SyntaxKind.EqualsExpression or (
                int)SyntaxKind.NotEqualsExpression,
        }
        || node.Ancestors().TakeWhile(up => up is not (StatementSyntax or LambdaExpressionSyntax))
            .Any(up => up is PatternSyntax or SwitchLabelSyntax);

    // The arm of a switch that gives a value, in its pattern.
    private static SwitchExpressionSyntax? IsInSwitch(SyntaxNode node) =>
        node.Ancestors().TakeWhile(up => up is PatternSyntax or SwitchExpressionArmSyntax).OfType<SwitchExpressionArmSyntax>()
            .FirstOrDefault() is { } arm && arm.Pattern.Span.Contains(node.Span)
            ? (SwitchExpressionSyntax)arm.Parent! : null;

    private static bool IsExhaustive(SwitchExpressionSyntax all) =>
        !all.Arms.Any(arm => arm.Pattern is DiscardPatternSyntax or VarPatternSyntax);
}
