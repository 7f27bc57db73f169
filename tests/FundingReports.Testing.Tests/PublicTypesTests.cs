using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using FundingReports.Tests;

namespace FundingReports.Testing.Tests;

/// <summary>What whoever uses a package meets: each value says what it is, no plumbing is offered, no name misleads.</summary>
public class PublicTypesTests
{
    private static readonly Type[] packages = [typeof(Portfolio), typeof(Reports.Report), typeof(Excel.WorkbookExtensions),
        typeof(Html.PageExtensions), typeof(WorkbookLint.WorkbookLinter), typeof(Exchange.IntakeReader), typeof(Given)];

    private static IEnumerable<Type> Exported => packages.SelectMany(type => type.Assembly.GetExportedTypes());

    private static IEnumerable<Type> Held => Exported.Where(type => !type.IsEnum && !type.IsInterface
        && !(type.IsAbstract && type.IsSealed) && !typeof(Exception).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type)
        // Nobody holds one: System.Text.Json makes it.
        && !typeof(JsonConverter).IsAssignableFrom(type));

    [Fact]
    public void Types_HaveAText_InDebuggersAndLogs()
    {
        Assert.True(Held.Count() > 150);
        Expect.Nothing(Held.Where(type => !IsOurs(type) && !type.IsDefined(typeof(DebuggerDisplayAttribute)))
            .Select(type => $"{type}: neither ToString nor DebuggerDisplay"));
    }

    /// <summary>
    /// The text that the compiler writes for a record names the type of a list, and says days and decimals as the culture has them.
    /// </summary>
    [Fact]
    public void Records_WithTheCompilersText_HoldOnlyWhatItSaysInOneWay() => Expect.Nothing(
        from type in Held
        where IsOurs(type) && TextOf(type).IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.GetIndexParameters().Length == 0
            && property.GetMethod!.GetBaseDefinition().DeclaringType == property.DeclaringType && !IsPlain(property.PropertyType)
        select $"{type}.{property.Name}: {property.PropertyType.Name}");

    /// <summary>What the formats need in public is no member that anybody is offered.</summary>
    [Fact]
    public void Plumbing_IsHidden() => Expect.Nothing(Exported
        .Where(type => (typeof(JsonConverter).IsAssignableFrom(type) || type.Name.EndsWith("Writer", StringComparison.Ordinal))
            && type.GetCustomAttribute<EditorBrowsableAttribute>()?.State is not EditorBrowsableState.Never
            // For properties of one's own (docs/web.md).
            && type != typeof(LocalDateJsonConverter))
        .Select(type => $"{type} is offered to everybody"));

    /// <summary>A text under a plural is taken for a list: <c>foreach</c> then gives its letters.</summary>
    [Fact]
    public void Texts_HaveNoPluralForAName()
    {
        string[] singular = ["Analysis", "Was", "Address", "Amends", "Previous", "Conditions"];
        const BindingFlags all = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        Expect.Nothing(
            from type in Exported
            from member in type.GetMembers(all)
            where (member as MethodInfo)?.ReturnType == typeof(string) || (member as PropertyInfo)?.PropertyType == typeof(string)
            where member.Name.EndsWith('s') && !member.Name.EndsWith("InWords", StringComparison.Ordinal)
                && !member.Name.StartsWith("get_", StringComparison.Ordinal) && !singular.Contains(member.Name)
                && type.GetCustomAttribute<EditorBrowsableAttribute>() is null
            select $"{type}.{member.Name}");
    }

    private static MethodInfo TextOf(Type type) => type.GetMethod(nameof(ToString), Type.EmptyTypes)!;

    private static bool IsOurs(Type type) =>
        TextOf(type).DeclaringType!.Namespace?.StartsWith("FundingReports", StringComparison.Ordinal) ?? false;

    private static bool IsPlain(Type type)
    {
        Type one = Nullable.GetUnderlyingType(type) ?? type;
        return one.IsEnum || one == typeof(string) || one == typeof(bool) || one == typeof(int) || one == typeof(long)
            || !typeof(IEnumerable).IsAssignableFrom(one) && IsOurs(one);
    }
}
