using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Architecture.Tests;

/// <summary>
/// A value for a parameter of any type that can be made without knowing it: empty lists, a small portfolio, its analysis.
/// </summary>
internal sealed class BuiltValues
{
    private readonly Dictionary<Type, object?> known = [];

    internal BuiltValues()
    {
        var facts = new PortfolioFacts
        {
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [new("P", "Un") { From = PartialDate.Of(2024), Costs = [new(PartialDate.Of(2024), Euros.Of(50_000))] }],
            Commitments = [
                new("C", "E", ["P"], PartialDate.Of(2024), new Amount.Annual(Euros.Of(20_000))) { Until = Term.On(PartialDate.Of(2025)) }],
        };
        Portfolio portfolio = Portfolio.Create(facts);
        FundingAnalysis analysis = portfolio.Analyze(new LocalDate(2024, 6, 1), new LocalDate(2025, 12, 31));
        foreach (object value in (object[])[
            facts, portfolio, analysis, facts.Funders[0], facts.Posts[0], facts.Commitments[0], analysis.Posts[0],
            new LocalDate(2024, 6, 1),
            PartialDate.Of(2024), "P", 1, 1m, 1L])
            known[value.GetType()] = value;
        known[typeof(Amount)] = facts.Commitments[0].Amount;
        known[typeof(Split)] = Split.Equally;
        known[typeof(IServiceProvider)] = null;
    }

    /// <summary>What a method is called on, and what it is given; false where some of it cannot be made.</summary>
    internal bool TryBuild(MethodInfo method, out object? instance, out object?[] arguments)
    {
        instance = null;
        arguments = [];
        if (!method.IsStatic
            && (method.DeclaringType!.IsByRefLike || !TryBuild(method.DeclaringType, 0, out instance) || instance is null))
            return false;
        return TryBuild(method.GetParameters(), 0, out arguments);
    }

    private bool TryBuild(ParameterInfo[] parameters, int depth, out object?[] arguments)
    {
        arguments = new object?[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].HasDefaultValue && !parameters[i].ParameterType.IsValueType)
                continue;
            if (parameters[i].ParameterType is { IsByRef: true } && parameters[i].IsOut)
                continue;
            if (!TryBuild(parameters[i].ParameterType, depth, out arguments[i]))
                return false;
        }
        return true;
    }

    private bool TryBuild(Type type, int depth, out object? value)
    {
        if (known.TryGetValue(type, out value))
            return value is not null;
        // A type that needs itself to be made is not made.
        known[type] = null;
        value = depth < 6 && !type.IsByRef && !type.IsByRefLike && !type.IsPointer ? Made(type, depth + 1) : null;
        known[type] = value;
        return value is not null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "A value that cannot be made is one that is not asked with.")]
    private object? Made(Type type, int depth)
    {
        try
        {
            if (type.IsArray)
                return Array.CreateInstance(type.GetElementType()!, 0);
            if (typeof(Delegate).IsAssignableFrom(type) && type.GetMethod("Invoke") is { } invoke)
                return Expression.Lambda(type, Expression.Default(invoke.ReturnType),
                    invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))).Compile();
            if (type == typeof(Stream))
                return new MemoryStream();
            if (type == typeof(TextWriter))
                return new StringWriter();
            if (type == typeof(TextReader))
                return new StringReader("");
            if (type.IsGenericType && type.Namespace is "System.Collections.Immutable" && type.GetField("Empty") is { } empty)
                return empty.GetValue(null);
            if (type is { IsInterface: true, IsGenericType: true } && type.GetGenericArguments() is [var one]
                && Array.CreateInstance(one, 0) is var none && type.IsInstanceOfType(none))
                return none;
            if (type is { IsInterface: true, IsGenericType: true } && type.GetGenericArguments() is [var key, var said]
                && Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, said)) is { } map && type.IsInstanceOfType(map))
                return map;
            foreach (PropertyInfo held in type.GetProperties(BindingFlags.Public | BindingFlags.Static))
                if (held.PropertyType == type && held.GetValue(null) is { } value)
                    return value;
            if (!type.IsAbstract)
                foreach (ConstructorInfo constructor in type.GetConstructors().OrderBy(candidate => candidate.GetParameters().Length))
                    if (TryBuild(constructor.GetParameters(), depth, out object?[] arguments)
                        && Try(() => constructor.Invoke(arguments)) is { } built)
                        return built;
            if (type.IsValueType)
                return Activator.CreateInstance(type);
            foreach (MethodInfo factory in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
                if (type.IsAssignableFrom(factory.ReturnType) && !factory.ContainsGenericParameters
                    && TryBuild(factory.GetParameters(), depth, out object?[] arguments)
                    && Try(() => factory.Invoke(null, arguments)) is { } built)
                    return built;
            if (type.IsAbstract && type.Assembly.GetName().Name!.StartsWith("FundingReports", StringComparison.Ordinal))
                foreach (Type derived in type.Assembly.GetExportedTypes()
                    .Where(other => other.BaseType == type && !other.ContainsGenericParameters))
                    if (TryBuild(derived, depth, out object? built))
                        return built;
        }
        catch (Exception)
        {
        }
        return null;
    }

    private static object? Try(Func<object?> make)
    {
        try
        {
            return make();
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
