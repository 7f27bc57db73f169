using System.Reflection;
using Xunit;
using Xunit.Sdk;

namespace FundingReports.Mutation;

/// <summary>One test of the library's tests, with its row of data where it has one.</summary>
internal sealed record Test(string Name, MethodInfo Method, object?[] Row)
{
    /// <summary>Runs it here and now; its failure is an exception.</summary>
    internal void Run()
    {
        object? instance = Method.IsStatic ? null : Activator.CreateInstance(Method.DeclaringType!);
        try
        {
            object?[] row = [.. Arguments()];
            if (Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, row, null) is Task task)
                task.GetAwaiter().GetResult();
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }

    // What is not given has its default; "params" takes all that is left.
    private IEnumerable<object?> Arguments()
    {
        var parameters = Method.GetParameters();
        for (int i = 0; i < parameters.Length; i++)
            if (parameters[i].IsDefined(typeof(ParamArrayAttribute)) && !(Row.Length == parameters.Length && Row[i] is Array))
            {
                object?[] rest = [.. Row.Skip(i)];
                var all = Array.CreateInstance(parameters[i].ParameterType.GetElementType()!, rest.Length);
                for (int j = 0; j < rest.Length; j++)
                    all.SetValue(Convert.ChangeType(rest[j], parameters[i].ParameterType.GetElementType()!, null), j);
                yield return all;
            }
            else
                yield return i < Row.Length ? Row[i] : parameters[i].HasDefaultValue ? parameters[i].DefaultValue : null;
    }
}

/// <summary>
/// The tests, found as xunit finds them and run one after the other: in a fixed order, and stopped at the first that fails.
/// </summary>
internal static class Suite
{
    internal static List<Test> Find(Library library)
    {
        var tests = new List<Test>();
        foreach (var type in Assembly.Load(library.Tests).GetTypes().Where(type => type is { IsAbstract: false, IsPublic: true })
                .OrderBy(type => type.FullName, StringComparer.Ordinal))
            foreach (var method in type.GetMethods().OrderBy(method => method.Name, StringComparer.Ordinal))
            {
                string name = $"{type.FullName![library.Tests.Length..]}.{method.Name}";
                if (library.LeftOut.Any(part => name.Contains(part, StringComparison.Ordinal))
                        || method.GetCustomAttribute<FactAttribute>() is not { Skip: null } fact)
                    continue;
                int row = 0;
                if (fact is TheoryAttribute)
                    tests.AddRange(method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method))
                            .Select(data => new Test($"{name}#{row++}", method, data ?? [null])));
                else
                    tests.Add(new(name, method, []));
            }
        return tests;
    }
}
