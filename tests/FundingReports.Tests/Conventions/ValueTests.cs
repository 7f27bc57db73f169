using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Totals;
using NodaTime;

namespace FundingReports.Tests.Conventions;

/// <summary>
/// Every public value is written and read, compared and sorted as a value of .NET is; a new one has no choice, and neither has
/// a new struct that is no value: it must be named here.
/// </summary>
public class ValueTests
{
    private static readonly CultureInfo[] cultures = [CultureInfo.InvariantCulture, new("fr-FR"), new("ar-SA"), new("tr-TR")];

    private static readonly Gen<long> cents = Gen.OneOf(Gen.Long[-100_000, 100_000], Gen.Long);
    private static readonly Gen<LocalDate> day = Gen.Int[-150_000, 1_100_000].Select(days => new LocalDate(2022, 2, 8).PlusDays(days));
    private static readonly Gen<(long Part, long Whole)> fraction =
        Gen.Long[1, Share.MaxTerm].SelectMany(whole => Gen.Long[1, whole].Select(part => (part, whole)));

    private static readonly Gen<PartialDate> date = Gen.Select(Gen.Int[PartialDate.FirstYear, PartialDate.LastYear], Gen.Int[1, 12],
        Gen.Int[1, 28], Gen.Int[0, 2], (year, month, day, precision) => precision switch
        {
            0 => new PartialDate(year),
            1 => new PartialDate(year, month),
            _ => new PartialDate(year, month, day),
        });

    /// <summary>The values: a single thing, which has a text.</summary>
    private static readonly Dictionary<Type, Gen<object>> values = new()
    {
        [typeof(Euros)] = cents.Select(value => (object)Euros.FromCents(value)),
        [typeof(CoverageRate)] = cents.Select(value => (object)new CoverageRate(value)),
        [typeof(Share)] = fraction.Select(value => (object)Share.Of(value.Part, value.Whole)),
        [typeof(Factor)] = fraction.Select(value => (object)new Factor(value.Whole, value.Part)),
        [typeof(Ratio)] = Gen.Select(cents, cents, Gen.Long[1, long.MaxValue],
            (left, right, below) => (object)new Ratio((BigInteger)left * right, below)),
        [typeof(ExactNumber)] = Gen.Decimal.Select(value => (object)ExactNumber.Of(decimal.Round(value, 20))),
        [typeof(PartialDate)] = date.Select(value => (object)value),
        [typeof(Term)] = Gen.OneOf(Gen.Const(Term.Unknown), Gen.Const(Term.Open), date.Select(Term.On)).Select(value => (object)value),
        [typeof(Reach)] = Gen.OneOf(Gen.Const(Reach.None), Gen.Const(Reach.Open), day.Select(Reach.To)).Select(value => (object)value),
    };

    /// <summary>Structs made of several values, which have no text that could be read.</summary>
    private static readonly HashSet<Type> composed =
        [typeof(Knowable<>), typeof(Pays), typeof(RatioRange),
            typeof(Total), typeof(FteSum), typeof(PostCount), typeof(YearFunding), typeof(Cell),
            typeof(FundingReports.Changes.MoneyChange), typeof(BilingualText), typeof(FundingReports.Validation.SheetCell)];

    /// <summary>Values without an order: no term is before one that nobody knows.</summary>
    private static readonly HashSet<Type> unordered = [typeof(Term)];

    /// <summary>Values that can be sorted and that are not smaller or larger: a month is neither before nor after a day of it.</summary>
    private static readonly HashSet<Type> onlySorted = [typeof(PartialDate), typeof(ExactNumber)];

    public static TheoryData<Type> Values => new(values.Keys);

    private static IEnumerable<Type> Structs =>
        typeof(Portfolio).Assembly.GetExportedTypes().Where(type => type.IsValueType && !type.IsEnum && !type.IsByRefLike);

    [Fact]
    public void Structs_EachIsAValueOrMadeOfSeveral() =>
        Assert.Equal(Structs.OrderBy(Name), values.Keys.Where(type => type.IsValueType).Concat(composed).OrderBy(Name));

    [Fact]
    public void Structs_AllAreEqualByValue() => Expect.Nothing(Structs
        .Where(type => !typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type) && !type.IsGenericTypeDefinition).Select(Name));

    [Theory, MemberData(nameof(Values))]
    public void Value_HasTheInterfacesOfItsKind(Type type)
    {
        Assert.True(type.IsAssignableTo(typeof(ISpanFormattable)));
        Assert.True(type.IsAssignableTo(typeof(ISpanParsable<>).MakeGenericType(type)));
        Assert.Equal(!unordered.Contains(type), type.IsAssignableTo(typeof(IComparable<>).MakeGenericType(type)));
        bool compares = !unordered.Contains(type) && !onlySorted.Contains(type);
        Assert.All((string[])["op_LessThan", "op_GreaterThan", "op_LessThanOrEqual", "op_GreaterThanOrEqual"],
            name => Assert.Equal(compares, type.GetMethod(name, [type, type]) is not null));
        // What ASP.NET looks for, to read a value from a route or a query.
        Assert.NotNull(type.GetMethod("TryParse", [typeof(string), typeof(IFormatProvider), type.MakeByRefType()]));
    }

    [Theory, MemberData(nameof(Values))]
    public void Value_WrittenInAnyCulture_IsReadBack(Type type) => typeof(ValueTests)
        .GetMethod(nameof(IsReadBack), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null);

    [Fact]
    public void Text_OfAnotherFormat_IsOfTheCultureAsked()
    {
        var french = CultureInfo.GetCultureInfo("fr-FR");
        Assert.Equal("26 000,50", Plain(Euros.Of(26_000.5m).ToString("N2", french)));
        Assert.Equal("26,000.50", Euros.Of(26_000.5m).ToString("N2", null));
        Assert.Equal("26000.50", Euros.Of(26_000.5m).ToString(null, french));
        Assert.Equal("80 %", Plain(Share.Percent(80).ToString("P0", french)));
        Assert.Equal("56,4 %", Plain(new CoverageRate(563_889).ToString("P1", french)));
        Assert.Throws<FormatException>(() => new PartialDate(2022).ToString("d", french));
        Assert.Throws<FormatException>(() => Ratio.One.ToString("N2", french));
    }

    [Theory]
    [InlineData(typeof(Euros), "", " 1", "1 000", "1,5", "0.001", "1e3", "€", "92233720368547758.08")]
    [InlineData(typeof(CoverageRate), "", "80 %", "0.1234567")]
    [InlineData(typeof(Share), "", "0", "3/2", "-1/2", "1/0", "0,5")]
    [InlineData(typeof(Factor), "", "-1", "1/0", "x")]
    [InlineData(typeof(Ratio), "", "1/0", "1/-2", "0.5", "1/2/3")]
    [InlineData(typeof(ExactNumber), "", "1.", ".5", "+1", "1e3")]
    [InlineData(typeof(PartialDate), "", "2022-02-30", "2022-13", "08/02/2022", "1599", "22")]
    [InlineData(typeof(Term), "", "Open", "2022-02-30")]
    [InlineData(typeof(Reach), "", "2022", "2022-02-30", "OPEN")]
    public void Text_ThatIsNoValue_IsRefused_AndTheSentenceSaysWhatToWrite(Type type, params string[] texts) => Assert.All(texts, text =>
    {
        var read = type.GetMethod("TryParse", [typeof(string), typeof(IFormatProvider), type.MakeByRefType()])!;
        Assert.Equal(false, read.Invoke(null, [text, null, null]));
        var parse = type.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)])!;
        var refused = Assert.IsType<FormatException>(Assert.Throws<TargetInvocationException>(() => parse.Invoke(null, [text, null]))
            .InnerException);
        Assert.Contains($"\"{text}\"", refused.Message, StringComparison.Ordinal);
        Assert.Contains("write", refused.Message, StringComparison.Ordinal);
    });

    private static void IsReadBack<T>() where T : ISpanParsable<T>, ISpanFormattable, IEquatable<T> => values[typeof(T)]
        .Sample(sample =>
        {
            var value = (T)sample;
            string text = value.ToString()!;
            CultureInfo before = CultureInfo.CurrentCulture;
            try
            {
                foreach (CultureInfo culture in cultures)
                {
                    CultureInfo.CurrentCulture = culture;
                    Assert.Equal(text, value.ToString());
                    Assert.Equal(text, value.ToString(null, culture));
                    Assert.Equal(text, value.ToString("G", culture));
                    Assert.Equal(text, $"{value}");
                    Assert.Equal(text, string.Create(culture, $"{value:G}"));
                    Assert.Equal(value, T.Parse(text, culture));
                    Assert.True(T.TryParse(text.AsSpan(), culture, out T? read));
                    Assert.Equal(value, read);
                    Assert.Equal(value.GetHashCode(), read!.GetHashCode());
                }
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
            Span<char> tooShort = stackalloc char[text.Length - 1];
            Assert.False(value.TryFormat(tooShort, out int written, default, null));
            Assert.Equal(0, written);
        }, iter: Rounds.Of(200));

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static string Name(Type type) => type.FullName!;
}
