using System.Reflection;

namespace FundingReports.Tests.Conventions;

/// <summary>A web framework looks for TryParse and BindAsync by name, and refuses every route where it finds another signature.</summary>
public class BindingNamesTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;

    [Fact]
    public void TryParse_IsOfOneText_AndBindAsyncIsNobodys()
    {
        Type[] types = [.. typeof(Portfolio).Assembly.GetExportedTypes().Where(type => !type.IsEnum)];
        Assert.DoesNotContain(types.SelectMany(type => type.GetMethods(Any)), method => method.Name == "BindAsync");
        var parsed = types.Where(type => type.GetMethods(Any).Any(method => method.Name == "TryParse")).ToList();
        Assert.Contains(typeof(PartialDate), parsed);
        Assert.DoesNotContain(parsed,
            type => type.GetMethods(Any).Where(method => method.Name == "TryParse").All(method => !IsBound(method, type)));
    }

    private static bool IsBound(MethodInfo method, Type type)
    {
        Type[] parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        return method.IsStatic && method.ReturnType == typeof(bool)
            && parameters[0] == typeof(string) && parameters[^1] == type.MakeByRefType()
            && (parameters.Length == 2 || parameters.Length == 3 && parameters[1] == typeof(IFormatProvider));
    }
}
