using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests.Json;

namespace FundingReports.Tests.Portfolios;

/// <summary>Facts are equal where they say the same, and differ where one thing of them does.</summary>
public class EqualityTests
{
    private static readonly Type[] byReference =
        [typeof(ImmutableArray<>), typeof(ImmutableSortedDictionary<,>), typeof(ImmutableDictionary<,>)];

    /// <summary>Records that look into an analysis: they are equal where they look at one place of the same one.</summary>
    private static readonly HashSet<Type> ofAnalyses =
        [typeof(FundingReports.Scenarios.ScenarioComparison), typeof(YearFunding), typeof(Cell)];

    [Fact]
    public void Facts_Copied_AreEqual_AndHashAlike() => FactsGen.Facts.Sample(facts =>
    {
        var copy = (PortfolioFacts)Copy(facts)!;
        Assert.NotSame(facts.Posts[0], copy.Posts[0]);
        Assert.Equal(facts, copy);
        Assert.Equal(facts.GetHashCode(), copy.GetHashCode());
    }, iter: Rounds.Of(50));

    [Fact]
    public void Facts_ChangedInOneProperty_Differ() => FactsGen.Facts.Sample(facts =>
    {
        foreach (object record in Records(facts).DistinctBy(record => record.GetType()))
            foreach (PropertyInfo property in Settable(record.GetType()))
            {
                object changed = Clone(record);
                property.SetValue(changed, Other(property.PropertyType, property.GetValue(record)));
                Assert.False(record.Equals(changed), $"{record.GetType().Name}.{property.Name}");
            }
    }, iter: Rounds.Of(50));

    [Fact]
    public void Post_OfAnotherPlaceInMemory_IsFoundInASet()
    {
        static Post Made() => new("P1", "Poste 1") { Places = ["Dax"], References = Post.NoReferences.Add("fonjep", "J1") };
        Assert.Contains(Made(), new HashSet<Post> { Made() });
        Assert.NotEqual(Made(), Made() with { Places = ["Mont-de-Marsan"] });
        Assert.Equal(Made() with { Places = default }, Made() with { Places = [] });
    }

    /// <summary>The compiler writes the equality of a record from its fields: none may be a list equal by its place in memory.</summary>
    [Fact]
    public void Records_NoneIsEqualByThePlaceOfItsLists() => Expect.Nothing(
        from type in typeof(Portfolio).Assembly.GetExportedTypes()
        where !ofAnalyses.Contains(type)
            && type.GetMethod("Equals", [type]) is { } same && same.IsDefined(typeof(CompilerGeneratedAttribute))
        from field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        let held = Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType
        where held.IsGenericType && byReference.Contains(held.GetGenericTypeDefinition())
        select $"{type.FullName}: {field.Name}");

    private static IEnumerable<object> Records(object? value)
    {
        if (value is null or string)
            yield break;
        if (IsRecord(value.GetType()))
        {
            yield return value;
            foreach (PropertyInfo property in Settable(value.GetType()))
                foreach (object inner in Records(property.GetValue(value)))
                    yield return inner;
        }
        else if (value is IEnumerable items)
            foreach (object item in items)
                foreach (object inner in Records(item))
                    yield return inner;
    }

    private static object? Copy(object? value)
    {
        switch (value)
        {
            case string text:
                return new string(text.AsSpan());
            case ImmutableSortedDictionary<string, string> map:
                return ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
                    map.Select(entry => KeyValuePair.Create((string)Copy(entry.Key)!, (string)Copy(entry.Value)!)));
            case ImmutableSortedDictionary<string, decimal> map:
                return ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, map.AsEnumerable());
            case not null when IsArray(value.GetType()):
                Type of = value.GetType().GenericTypeArguments[0];
                var items = Array.CreateInstance(of, ((ICollection)value).Count);
                int at = 0;
                foreach (object item in (IEnumerable)value)
                    items.SetValue(Copy(item), at++);
                return ArrayOf(of, items);
            case not null when IsRecord(value.GetType()):
                object copy = Clone(value);
                foreach (PropertyInfo property in Settable(value.GetType()))
                    property.SetValue(copy, Copy(property.GetValue(value)));
                return copy;
            default:
                return value;
        }
    }

    /// <summary>Another value of a type; a type that is not here fails, so that a new property of the facts is looked at.</summary>
    private static object? Other(Type type, object? value) => Nullable.GetUnderlyingType(type) is { } inner
        ? value is not null ? null : IsArray(inner) ? EmptyArray(inner) : Other(inner, Activator.CreateInstance(inner))
        : value switch
        {
            null when type == typeof(string) => "x",
            null when type == typeof(Subsidy) => new Subsidy(),
            null when type == typeof(Withdrawal) => new Withdrawal(new(2022), new(2022), "S0"),
            null when type == typeof(Edition) => new Edition(null, "x", null),
            null when type == typeof(Beneficiary) => new Beneficiary("x"),
            null when type == typeof(Share) => Share.Whole,
            string text => text + "x",
            bool flag => !flag,
            int number => number + 1,
            decimal number => number + 0.5m,
            Enum word => Enum.ToObject(type, Convert.ToInt32(word, null) == 0 ? 1 : 0),
            Euros money => money + Euros.Of(1),
            PartialDate date => date == new PartialDate(2000, 2) ? new PartialDate(2000, 3) : new PartialDate(2000, 2),
            Term term => term.IsOpen ? Term.Unknown : Term.Open,
            Share share => share == Share.Whole ? Share.Percent(50) : Share.Whole,
            Factor factor => factor == Factor.One ? new Factor(1, 2) : Factor.One,
            Split split => split == Split.Equally ? Split.ByFte : Split.Equally,
            Amount amount => amount == Amount.NotPublished ? Amount.TheBalance : Amount.NotPublished,
            Subsidy or Withdrawal or Edition or Beneficiary => null,
            ImmutableSortedDictionary<string, string> map => map.SetItem("x", map.GetValueOrDefault("x") + "x"),
            ImmutableSortedDictionary<string, decimal> map => map.SetItem("x", map.GetValueOrDefault("x") + 1),
            IList { Count: > 0 } => EmptyArray(type),
            IList => OneItem(type.GenericTypeArguments[0]),
            _ => throw new InvalidOperationException($"Say here what another {type} is."),
        };

    private static bool IsArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static object EmptyArray(Type type) =>
        ArrayOf(type.GenericTypeArguments[0], Array.CreateInstance(type.GenericTypeArguments[0], 0));

    private static object OneItem(Type of)
    {
        var items = Array.CreateInstance(of, 1);
        Type made = of.IsAbstract ? typeof(CostChange.Set) : of;
        items.SetValue(of == typeof(string) ? "x" : RuntimeHelpers.GetUninitializedObject(made), 0);
        return ArrayOf(of, items);
    }

    private static object ArrayOf(Type of, Array items) => typeof(ImmutableArray).GetMethods()
        .Single(method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsArray: true }])
        .MakeGenericMethod(of).Invoke(null, [items])!;

    private static bool IsRecord(Type type) => type.IsClass && type.GetMethod("<Clone>$") is not null;

    private static object Clone(object record) => record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties().Where(property => property.CanWrite);
}
