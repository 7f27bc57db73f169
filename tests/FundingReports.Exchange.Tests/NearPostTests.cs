using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>A post that is named with a slip of the hand is asked about at its cell; two posts that are truly two are not.</summary>
public class NearPostTests
{
    [Theory]
    [InlineData("Médiateur, Dax", "Médiateur, Dx")]
    [InlineData("Médiateur, Dax", "Médiateur, Daxx")]
    [InlineData("Médiateur, Dax", "Mediatuer, Dax")]
    [InlineData("Médiateur, Dax", "Médiateurr, Dax")]
    [InlineData("Intervenant social 2, Pau", "Intervenant socail 2, Pau")]
    public void Post_OfANameNearAListedOne_IsAskedAbout(string listed, string named)
    {
        Problem[] asked = [.. Problems(TwoSheets([listed, "Autre"], [listed, named])).Where(problem => problem.Found == named
            && problem.Code is ProblemCode.FormQuestion)];
        Assert.Equal(("Financements!A3", listed), (Assert.Single(asked).Path, asked[0].Arguments[1]));
        Assert.Contains("Voulez-vous dire", asked[0].Message(Language.French), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("poste 1", "poste 2")]
    [InlineData("Poste II", "Poste III")]
    [InlineData("Secteur A", "Secteur B")]
    [InlineData("brigade de Dax", "brigade de Dole")]
    [InlineData("brigade de Lens", "brigade de Lans")]
    [InlineData("brigade de Dax", "brigade de Pax")]
    [InlineData("Médiateur, Dax", "Référent, Dax")]
    public void Post_OfAnotherName_IsNot(string listed, string named)
    {
        Assert.DoesNotContain(Problems(TwoSheets([listed], [listed, named])), problem => problem.Arguments.Contains(listed));
        Assert.DoesNotContain(Problems(TwoSheets([listed, named], [listed, named])), problem => problem.Code is ProblemCode.FormQuestion);
        Assert.DoesNotContain(Problems(OneTable([listed, listed, named])), problem => problem.Arguments.Contains("near-post"));
    }

    /// <summary>What the list declares is no slip, however near; without a list, only what stands once beside what stands twice.</summary>
    [Fact]
    public void Post_ListedOrUsedAsOften_IsNot()
    {
        string[] two = ["Médiateur, Dax", "Médiateur, Dx"];
        Assert.DoesNotContain(Problems(TwoSheets(two, two)), problem => problem.Code is ProblemCode.FormQuestion);
        Assert.DoesNotContain(Problems(OneTable(two)), problem => problem.Code is ProblemCode.FormQuestion);
        Assert.DoesNotContain(Problems(OneTable([.. two, .. two])), problem => problem.Arguments.Contains("near-post"));
        Problem asked = Assert.Single(Problems(OneTable([two[0], .. two])), problem => problem.Arguments.Contains("near-post"));
        Assert.Equal(("Plan!A4", two[1]), (asked.Path, asked.Found));
        Assert.Equal(["near-post", two[0], "Plan!A2"], asked.Arguments.AsEnumerable());
    }

    /// <summary>Each letter lost or typed twice in a word of a name, whatever the word.</summary>
    [Fact]
    public void Name_WithALetterLostOrDoubled_IsNear()
    {
        foreach (string name in (string[])["Médiateur, Dax", "Brigade de Dole", "ISCG - commissariat d’Albi", "Juriste 2, Pau"])
            for (int i = 1; i < name.Length; i++)
                if (char.IsLetter(name[i]) && char.IsLetter(name[i - 1]) && Letters(name, i) > 2)
                {
                    Assert.True(NearName.Is(name, name.Insert(i, $"{name[i]}")), name.Insert(i, $"{name[i]}"));
                    Assert.True(NearName.Is(name, name.Remove(i, 1)), name.Remove(i, 1));
                }
    }

    /// <summary>A funder whose short name is mistyped is asked about at its cell.</summary>
    [Theory]
    [InlineData("État", "Etaat", true)]
    [InlineData("État", "Éttat", true)]
    [InlineData("État", "Eatt", true)]
    [InlineData("État", "Métat", false)]
    [InlineData("CAF", "CAP", false)]
    [InlineData("CAF", "CAAF", false)]
    public void Funder_OfANameNearAnother_IsAskedAbout(string one, string other, bool isAsked)
    {
        string[] asked = [.. Problems(YearsTables.One(["Poste", "Financeur", "2026"], ["A", one, 20_000m], ["B", other, 10_000m]))
            .Where(Doubles.Asks).Select(problem => problem.Path)];
        Assert.Equal(isAsked ? ["Plan!B3"] : [], asked);
    }

    private static int Letters(string name, int at)
    {
        int from = at, until = at;
        while (from > 0 && char.IsLetter(name[from - 1]))
            from--;
        while (until < name.Length && char.IsLetter(name[until]))
            until++;
        return until - from;
    }

    private static IEnumerable<Problem> Problems(byte[] form) => Sent.Read(form).Problems;

    private static byte[] OneTable(string[] names) => YearsTables.One(["Poste", "Financeur", "2026"],
        [.. names.Select((name, i) => (object?[])[name, $"Commune {i}", 1_000m + i])]);

    private static byte[] TwoSheets(string[] listed, string[] named) => YearsTables.TwoSheets(
        [.. listed.Select(name => (object?[])[name, null, null, null, 1m, null, null, null, 50_000m, 50_000m])],
        [.. named.Select((name, i) => (object?[])[name, $"Commune {i}", "Commune", null, 1_000m + i, 1_000m + i])]);
}
