using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace FundingReports.Tests.Conventions;

/// <summary>The public surface of an assembly as text: a line a type, a line a member, in an order that never changes.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (string line in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Header(Type type)
    {
        string kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
            : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class"
                : "class";
        IEnumerable<Type> bases = type.IsEnum ? [] : ((Type?[])[type.BaseType]).OfType<Type>()
            .Where(b => b != typeof(object) && b != typeof(ValueType))
            .Concat(type.GetInterfaces()
                    .Where(i => i.Namespace!.StartsWith("FundingReports", StringComparison.Ordinal) || i.IsGenericType
                            && i.GetGenericTypeDefinition() == typeof(IComparable<>)));
        string list = string.Join(", ", bases.Select(b => Name(b)));
        return $"{type.Namespace}: {kind} {Name(type)}{(list.Length > 0 ? $" : {list}" : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return type.GetEnumNames()
                .Select(name => $"{Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture):00} {name}");
        return type.GetMembers(Declared).Where(member => !IsGenerated(member)).Select(Line).OfType<string>();
    }

    // What the compiler writes for a record is no choice of ours.
    private static bool IsGenerated(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal) || member is MethodBase
            && member.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsVisible(constructor) => $"new({Parameters(constructor)})",
        PropertyInfo property when Accessors(property) is { Length: > 0 } accessors =>
            $"{Static(property.GetAccessors(true)[0])}{Annotated(new NullabilityInfoContext().Create(property))} "
                + $"{NameOf(property)} {{ {accessors} }}",
        FieldInfo field when field.IsPublic || field.IsFamily =>
            field.IsLiteral
                ? $"const {Name(field.FieldType)} {field.Name} = "
                    + $"{Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
                : $"{(field.IsStatic ? "static " : "")}{Annotated(new NullabilityInfoContext().Create(field))} {field.Name}",
        MethodInfo method when IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            $"{Static(method)}{Annotated(new NullabilityInfoContext().Create(method.ReturnParameter))} "
                + $"{method.Name}{Generic(method)}({Parameters(method)})",
        _ => null,
    };

    private static string NameOf(PropertyInfo property) => property.GetIndexParameters() is { Length: > 0 } indices
        ? $"this[{string.Join(", ", indices.Select(Parameter))}]" : property.Name;

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily;

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(type => type.Name))}>" : "";

    private static string Accessors(PropertyInfo property)
    {
        bool init = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ?? false;
        string get = property.GetMethod is { } getter && IsVisible(getter) ? "get;" : "", set = property.SetMethod is { } setter
            && IsVisible(setter) ? init ? " init;" : " set;" : "";
        return (get + set).Trim();
    }

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string modifier = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        string byDefault = !parameter.HasDefaultValue ? ""
            : Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture) is { Length: > 0 } value ? $" = {value}"
                : " = default";
        return $"{modifier}{Annotated(new NullabilityInfoContext().Create(parameter))} {parameter.Name}{byDefault}";
    }

    /// <summary>The type with its question marks.</summary>
    private static string Annotated(NullabilityInfo info)
    {
        Type type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        bool nullable = !type.IsValueType && info.ReadState is NullabilityState.Nullable;
        if (info.ElementType is { } element && type.IsArray)
            return $"{Annotated(element)}[]{(nullable ? "?" : "")}";
        string name = type.IsGenericType && Nullable.GetUnderlyingType(type) is null && info.GenericTypeArguments.Length > 0
            ? $"{Stem(type)}<{string.Join(", ", info.GenericTypeArguments.Select(Annotated))}>"
            : Name(type);
        return nullable ? $"{name}?" : name;
    }

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Name(underlying)}?";
        return type.IsGenericType ? $"{Stem(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : Stem(type);
    }

    private static string Stem(Type type)
    {
        string own = type.Name.Split('`')[0];
        return type is { IsNested: true, IsGenericParameter: false } ? $"{Stem(type.DeclaringType!)}.{own}" : own;
    }
}
