using FundingReports.Policies;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Values;

/// <summary>An argument that is refused: the sentence says what was found, and what to write.</summary>
public class RefusedArgumentsTests
{
    private static readonly Source act = new("A", SourceKind.Act, "Acte");

    public static TheoryData<string, string, Action> Refused => new()
    {
        { "1.234", "1.23.", () => Euros.Of(1.234m) },
        { "-0.005", "-0.01.", () => Euros.Of(-0.005m) },
        { "79228162514264337593543950335", "Check", () => Euros.Of(decimal.MaxValue) },
        { "9223372036854775807", "Check", () => Euros.Of(long.MaxValue) },
        { "-1", "zero or more", () => Euros.Of(1).Allocate([1, -1]) },
        { "-1.00", "take the opposite", () => Euros.Of(-1).Times(new(1, 2)) },
        { "3/2", "Share.Of(1, 2)", () => Share.Of(3, 2) },
        { "0/1", "Share.Of(1, 2)", () => Share.Of(0, 1) },
        { "1000000007", "Round it", () => Share.Of(1, 1_000_000_007) },
        { "120", "Write 80", () => Share.Percent(120) },
        { "0.000000000001", "Round the percentage", () => Share.Percent(0.000000000001m) },
        { "-1/2", "7/10", () => _ = new Factor(-1, 2) },
        { "1/1000000007", "Round it", () => _ = new Factor(1, 1_000_000_007) },
        { "0", "numerator", () => _ = new Ratio(1, 0) },
        { "1500", "1600 to 4999", () => _ = new PartialDate(1500) },
        { "13", "1 to 12", () => _ = new PartialDate(2024, 13) },
        { "30", "1 to 29", () => _ = new PartialDate(2024, 2, 30) },
        { "1500", "1600 to 4999", () => PartialDate.Of(new LocalDate(1500, 1, 1)) },
        { "5000", "1600 to 4999", () => _ = new Term(5000) },
        { "-1", "0 to 9999", () => PolicyValue.Of(new(2022), -1, act) },
        { "-1.00", "zero or more", () => PolicyValue.Of(new(2022), Euros.Of(-1), act) },
        { "99", "Take one", () => EnumWords<FunderKind>.Of((FunderKind)99) },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Sentence_SaysWhatWasFound_AndWhatToWrite(string found, string toDo, Action call)
    {
        Exception refused = Assert.ThrowsAny<SystemException>(call);
        Assert.True(refused is ArgumentException or OverflowException, $"{refused}");
        Assert.Contains(found, refused.Message, StringComparison.Ordinal);
        Assert.Contains(toDo, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Of a figure that is unknown, and of which nobody says why.</summary>
    [Fact]
    public void Unknown_WithoutAReason_SaysSo()
    {
        Assert.Contains("nothing says what is missing.",
            Assert.Throws<InvalidOperationException>(() => Knowable<Euros>.Unknown().Value).Message, StringComparison.Ordinal);
        Assert.Contains("missing: Cost, Fte.",
            Assert.Throws<InvalidOperationException>(() => Knowable<Euros>.Unknown(Missing.Cost, Missing.Fte).Value).Message,
            StringComparison.Ordinal);
    }
}
