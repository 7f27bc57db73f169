using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using FundingReports.Tests;
using Xunit.Abstractions;

namespace FundingReports.Architecture.Tests;

/// <summary>A null where none is allowed is named by the method that was given it, and never met as a NullReferenceException.</summary>
public class NullArgumentsTests(ITestOutputHelper output)
{
    /// <summary>The fewest methods that must be asked: with fewer, the test no longer holds anything.</summary>
    private const int Least = 300;

    [Fact]
    public void NullWhereNoneIsAllowed_IsNamed()
    {
        var values = new BuiltValues();
        List<string> found = [];
        int asked = 0, skipped = 0;
        foreach (MethodInfo method in Methods())
            foreach (ParameterInfo parameter in method.GetParameters().Where(IsNeverNull))
            {
                if (!values.TryBuild(method, out object? instance, out object?[] arguments))
                {
                    skipped++;
                    continue;
                }
                arguments[parameter.Position] = null;
                asked++;
                if (Answer(method, instance, arguments) is var answer && !Names(answer, parameter))
                    found.Add($"{method.DeclaringType!.FullName}.{method.Name}({parameter.Name}: null): "
                        + $"{answer?.GetType().Name ?? "nothing"}");
            }
        foreach (MethodInfo method in Methods())
            foreach (ParameterInfo parameter in method.GetParameters().Where(IsArray))
                if (values.TryBuild(method, out object? instance, out object?[] arguments))
                {
                    arguments[parameter.Position] = Activator.CreateInstance(parameter.ParameterType);
                    asked++;
                    if (Answer(method, instance, arguments) is NullReferenceException or InvalidOperationException)
                        found.Add($"{method.DeclaringType!.FullName}.{method.Name}({parameter.Name}: default)");
                }
        output.WriteLine($"{asked} asked, {skipped} not");
        Expect.Nothing(found.Distinct());
        Assert.True(asked >= Least, $"{asked} asked, {skipped} not");
    }

    private static bool Names(Exception? answer, ParameterInfo parameter) =>
        answer is ArgumentNullException || answer is ArgumentException { ParamName: { } named } && named == parameter.Name;

    private static IEnumerable<MethodInfo> Methods() =>
        from project in ShippedProject.All
        from type in Assembly.Load(project.Name).GetExportedTypes()
        where !type.IsInterface && !type.ContainsGenericParameters && !type.IsByRefLike && !typeof(Delegate).IsAssignableFrom(type)
            // Asked by the serializer alone.
            && !typeof(JsonConverter).IsAssignableFrom(type)
        from method in type.GetMethods(
            BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !method.IsAbstract && !method.IsSpecialName && !method.ContainsGenericParameters
            && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        select method;

    private static bool IsNeverNull(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType && !parameter.ParameterType.IsByRef && !parameter.ParameterType.IsPointer
        && new NullabilityInfoContext().Create(parameter).WriteState is NullabilityState.NotNull;

    // Its default value holds no array: a method reads it as empty, or names it.
    private static bool IsArray(ParameterInfo parameter) =>
        parameter.ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    // The exception of the call, or of reading what the call gives.
    private static Exception? Answer(MethodInfo method, object? instance, object?[] arguments)
    {
        try
        {
            switch (method.Invoke(instance, arguments))
            {
                case Task task:
                    task.GetAwaiter().GetResult();
                    break;
                case ValueTask task:
                    task.AsTask().GetAwaiter().GetResult();
                    break;
                case IEnumerable many when method.ReturnType.IsInterface:
                    foreach (object? _ in many)
                        break;
                    break;
            }
            return null;
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }
}
