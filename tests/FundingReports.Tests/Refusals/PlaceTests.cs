using CsCheck;
using FundingReports.Validation;

namespace FundingReports.Tests.Refusals;

/// <summary>Where a problem is, as values; and problems by their places, as a service answers them.</summary>
public class PlaceTests
{
    [Fact]
    public void Cell_OfAnyPlace_IsWhatItsTextSays() =>
        Gen.Select(Gen.String[Gen.Char["aB1 !'é[]$.-"], 0, 12], Gen.Int[1, 1_048_576], Gen.Int[0, 16_384]).Sample(
            place =>
            {
                var cell = new SheetCell(place.Item1, place.Item2, place.Item3 == 0 ? null : place.Item3);
                Assert.True(SheetCell.TryParse(cell.ToString(), out SheetCell read));
                Assert.Equal(cell, read);
                Assert.Equal(cell, new Problem(ProblemCode.CellError, cell.ToString(), "#REF!").Cell);
            },
            iter: Rounds.Of(2_000));

    [Theory]
    [InlineData("Plan!F12", "Plan", 12, 6)]
    [InlineData("Plan!XFD1048576", "Plan", 1_048_576, 16_384)]
    [InlineData("a!b!AA7", "a!b", 7, 27)]
    [InlineData("sub!3", "sub", 3, null)]
    public void Cell_IsSheetRowAndColumn(string path, string sheet, int row, int? column) =>
        Assert.Equal(new SheetCell(sheet, row, column), new Problem(ProblemCode.CellError, path).Cell);

    [Theory]
    [InlineData("$")]
    [InlineData("commitments[3].until")]
    [InlineData("posts[0].references[\"a!B1\"]")]
    [InlineData("Plan!")]
    [InlineData("Plan!F")]
    [InlineData("Plan!F0")]
    [InlineData("Plan!F012")]
    [InlineData("Plan!ABCD1")]
    [InlineData("Plan!f12")]
    [InlineData("Plan!F-1")]
    [InlineData("Plan!F99999999999")]
    public void Place_InADocument_IsNoCell(string path) => Assert.Null(new Problem(ProblemCode.CellError, path).Cell);

    [Fact]
    public void ByPath_KeepsOrder_SaysErrorsAlone_OrWarningsToo()
    {
        Problem[] problems =
        [
            new(ProblemCode.Empty, "b", ""), new(ProblemCode.SiretOfZeros, "a", "0"), new(ProblemCode.Empty, "a", ""),
            new(ProblemCode.InvalidDate, "b", "hier"), new(ProblemCode.Empty, "b", ""),
        ];
        IDictionary<string, string[]> errors = problems.ByPath(Language.English);
        Assert.Equal(["b", "a"], errors.Keys);
        Assert.Equal([problems[0].Message(Language.English), problems[3].Message(Language.English)], errors["b"]);
        Assert.Equal([problems[2].Message(Language.French)], problems.ByPath()["a"]);
        Assert.Equal([problems[1].Message(Language.French), problems[2].Message(Language.French)],
            problems.ByPath(withWarnings: true)["a"]);
    }

    /// <summary>A property that is misspelt is why another is missing: beside an error it is said, and alone it refuses nothing.</summary>
    [Fact]
    public void ByPath_OfARefusal_HasThePropertiesThatAreNotRead()
    {
        Problem error = new(ProblemCode.Missing, "commitments[0].status", null, "status"),
            misspelt = new(ProblemCode.UnknownProperty, "commitments[0].statut", "signed", "statut");
        Assert.Equal([misspelt.Path, error.Path], new[] { misspelt, error }.ByPath().Keys);
        Assert.Empty(new[] { misspelt }.ByPath());
    }
}
