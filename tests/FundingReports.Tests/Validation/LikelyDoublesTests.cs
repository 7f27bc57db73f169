using System.Collections.Immutable;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests.Json;
using FundingReports.Validation;

namespace FundingReports.Tests.Validation;

/// <summary>Two names that are perhaps of one thing are asked about; two things that are truly two are not.</summary>
public class LikelyDoublesTests
{
    [Theory]
    [InlineData("ISCG, commissariat d'Albi", "ISCG - Commissariat Albi")]
    [InlineData("ISCG Albi", "iscg  ALBI")]
    [InlineData("Intervenante sociale à Mont-de-Marsan", "Intervenante sociale, Mont de Marsan")]
    [InlineData("Mont-de-Marsan", "Montdemarsan")]
    [InlineData("Commissariat de Bayonne", "Bayonne : commissariat")]
    [InlineData("Gendarmerie de Saint-Sever", "Gendarmerie de St Sever")]
    [InlineData("Éducateur spécialisé", "Educateur specialise")]
    [InlineData("Comissariat de Mazamet", "Commissariat de Mazammet")]
    [InlineData("ISCG Albi", "ISCG Abli")]
    [InlineData("Poste n° 1", "poste 01")]
    [InlineData("1er poste, Dax", "Premier poste de Dax")]
    [InlineData("Poste II", "Poste 2")]
    [InlineData("Dax", "Dax ")]
    [InlineData("Œuvre sociale", "Oeuvre  sociale")]
    public void Posts_OfOnePlace_WhoseNamesDifferByAFewLetters_AreAskedAbout(string one, string other)
    {
        Problem problem = Assert.Single(Problems(At(one), At(other)));
        Assert.Equal((ProblemCode.LikelyDouble, "posts[1].label", other), (problem.Code, problem.Path, problem.Found));
        Assert.Equal(["post", one, "posts[0].label"], problem.Arguments.AsEnumerable());
        Assert.Single(Problems(At(other), At(one)));
    }

    [Theory]
    [InlineData("Poste 1", "Poste 2")]
    [InlineData("ISCG Albi 1", "ISCG Albi 2")]
    [InlineData("ISCG Albi", "ISCG Albi 2")]
    [InlineData("Poste 1, secteur 2", "Poste 2, secteur 1")]
    [InlineData("Poste 1 1", "Poste 11")]
    [InlineData("Premier poste", "Second poste")]
    [InlineData("Poste bis", "Poste ter")]
    [InlineData("Poste IV", "Poste VI")]
    [InlineData("Secteur A", "Secteur B")]
    [InlineData("Secteur D", "Secteur L")]
    [InlineData("gendarmerie de Dax", "commissariat de Dax")]
    [InlineData("ISCG Dax", "ISCG Pau")]
    [InlineData("ISCG Lens", "ISCG Laon")]
    [InlineData("ISCG nord", "ISCG sud")]
    [InlineData("Référent mineurs", "Référent majeurs")]
    [InlineData("Médiateur interne", "Médiateur externe")]
    [InlineData("Animation maternelle", "Animation paternelle")]
    [InlineData("ISCG", "ISCG")]
    public void Posts_ThatAreTrulyTwo_AreNot(string one, string other) => Assert.Empty(Problems(At(one), At(other)));

    [Fact]
    public void Posts_OfOneNameInTwoPlaces_AreTwo()
    {
        Post post = new("", "ISCG, gendarmerie"), other = new("", "ISCG - Gendarmerie");
        Assert.Empty(Problems(post with { Places = ["Dax"] }, other with { Places = ["Mont-de-Marsan"] }));
        Assert.Empty(Problems(post with { Departement = "40" }, other with { Departement = "64" }));
        Assert.Empty(
            Problems(post with { Departement = "40", Services = ["gendarmerie"] },
                other with { Departement = "40", Services = ["commissariat"] }));
        Assert.Empty(Problems(post with { Employers = [new(null, "CCAS")] }, other with { Employers = [new(null, "Association AAVM")] }));
        Assert.Empty(
            Problems(post with { Departement = "40", References = post.References.Add("Poste", "12") },
                other with { Departement = "40", References = post.References.Add("poste", "13") }));
    }

    [Fact]
    public void Posts_OfOneDepartement_OrEmployer_OrOfWhomNothingIsKnown_AreAskedAbout()
    {
        Post post = new("", "ISCG, gendarmerie"), other = new("", "ISCG - Gendarmerie");
        Assert.Single(Problems(post, other));
        Assert.Single(Problems(post with { Departement = "40" }, other));
        Assert.Single(Problems(post with { Places = ["Mont de Marsan"] }, other with { Places = ["Mont-de-Marsan "] }));
        Assert.Single(Problems(post with { Employers = [new(null, "CCAS d'Albi")] }, other with { Employers = [new(null, "ccas Albi")] }));
        // One name, one place, and one employer under two names.
        Assert.Single(
            Problems(post with { Departement = "81", Employers = [new(null, "CCAS d'Albi")] },
                post with { Departement = "81", Employers = [new(null, "C.C.A.S. Albi")] }));
        Assert.Empty(
            Problems(post with { Departement = "81", Employers = [new(null, "CCAS d'Albi")] },
                post with { Departement = "81", Employers = [new(null, "Association AAVM")] }));
    }

    [Fact]
    public void Posts_OfTheLandes_AreFour() =>
        Assert.DoesNotContain(Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json")).Findings,
            finding => finding.Code is ProblemCode.LikelyDouble);

    [Fact]
    public void ThreeNamesOfOnePost_AreAskedAboutTwice_EachWithTheFirst()
    {
        var problems = Problems(At("ISCG, Albi"), At("Poste 1"), At("ISCG Albi"), At("iscg albi"));
        Assert.Equal("likely-double@posts[2].label likely-double@posts[3].label", Documents.Codes(problems));
        Assert.All(problems, problem => Assert.Equal("posts[0].label", problem.Arguments[2]));
    }

    [Theory]
    [InlineData("État", FunderKind.State, "Préfecture", FunderKind.State)]
    [InlineData("État", FunderKind.State, "FIPD", FunderKind.Other)]
    [InlineData("Préfecture des Landes", FunderKind.State, "FIPD", FunderKind.State)]
    [InlineData("État (FIPD)", FunderKind.State, "Etat", FunderKind.State)]
    [InlineData("Département", FunderKind.CollectiviteDepartementale, "CD 81", FunderKind.CollectiviteDepartementale)]
    [InlineData("CD81", FunderKind.CollectiviteDepartementale, "Conseil départemental du Tarn", FunderKind.CollectiviteDepartementale)]
    [InlineData("Conseil Départemental", FunderKind.CollectiviteDepartementale, "Département du Tarn",
        FunderKind.CollectiviteDepartementale)]
    [InlineData("Conseil général de l'Ain", FunderKind.CollectiviteDepartementale, "CD 01", FunderKind.CollectiviteDepartementale)]
    [InlineData("CD2A", FunderKind.CollectiviteDepartementale, "Département de la Corse-du-Sud", FunderKind.CollectiviteDepartementale)]
    [InlineData("Ville d'Albi", FunderKind.Commune, "Mairie d'Albi", FunderKind.Commune)]
    [InlineData("Région Occitanie", FunderKind.Region, "Conseil régional d'Occitanie", FunderKind.Region)]
    [InlineData("CAF", FunderKind.SocialSecurity, "Caisse d'allocations familiales", FunderKind.SocialSecurity)]
    [InlineData("Prefecure", FunderKind.State, "Préfecture", FunderKind.State)]
    [InlineData("État", FunderKind.State, "Etaat", FunderKind.Other)]
    [InlineData("État", FunderKind.State, "ETTAT", FunderKind.Other)]
    [InlineData("État", FunderKind.State, "Eatt", FunderKind.Other)]
    [InlineData("CAF", FunderKind.SocialSecurity, "CAF", FunderKind.SocialSecurity)]
    public void Funders_UnderTwoNames_AreAskedAbout(string one, FunderKind kind, string other, FunderKind otherKind)
    {
        Problem problem = Assert.Single(Problems(new Funder("", one, kind), new Funder("", other, otherKind)));
        Assert.Equal((ProblemCode.LikelyDouble, "funders[1].name", other), (problem.Code, problem.Path, problem.Found));
        Assert.Equal(["funder", one, "funders[0].name"], problem.Arguments.AsEnumerable());
    }

    [Theory]
    [InlineData("Département du Tarn", FunderKind.CollectiviteDepartementale, "Département des Landes",
        FunderKind.CollectiviteDepartementale)]
    [InlineData("CD 81", FunderKind.CollectiviteDepartementale, "CD 40", FunderKind.CollectiviteDepartementale)]
    [InlineData("Département du Tarn", FunderKind.CollectiviteDepartementale, "Département du Tarn-et-Garonne",
        FunderKind.CollectiviteDepartementale)]
    [InlineData("Préfecture du Tarn", FunderKind.State, "Préfecture des Landes", FunderKind.State)]
    [InlineData("État", FunderKind.State, "DDETS", FunderKind.State)]
    [InlineData("État (FIPD)", FunderKind.State, "État (FONJEP)", FunderKind.State)]
    [InlineData("Préfecture", FunderKind.State, "Préfecture de région", FunderKind.State)]
    [InlineData("Ville d'Albi", FunderKind.Commune, "Ville de Castres", FunderKind.Commune)]
    [InlineData("Ville d'Albi", FunderKind.Commune, "CCAS d'Albi", FunderKind.Employer)]
    [InlineData("CAF du Tarn", FunderKind.SocialSecurity, "MSA du Tarn", FunderKind.SocialSecurity)]
    [InlineData("État", FunderKind.State, "Métat", FunderKind.Other)]
    [InlineData("CAF", FunderKind.SocialSecurity, "CAP", FunderKind.Other)]
    [InlineData("CAF", FunderKind.SocialSecurity, "CAAF", FunderKind.Other)]
    [InlineData("ARS", FunderKind.SocialSecurity, "ARSS", FunderKind.Other)]
    [InlineData("DRAC", FunderKind.State, "DRAJ", FunderKind.Other)]
    [InlineData("Commune", FunderKind.Commune, "Commune", FunderKind.Employer)]
    [InlineData("CdC de l'Île d'Oléron", FunderKind.Epci, "CdC du Bassin de Marennes", FunderKind.Epci)]
    public void Funders_ThatAreTrulyTwo_AreNot(string one, FunderKind kind, string other, FunderKind otherKind) =>
        Assert.Empty(Problems(new Funder("", one, kind), new Funder("", other, otherKind)));

    [Fact]
    public void Funders_OfTwoSirets_AreTwo() =>
        Assert.Empty(
            Problems(new Funder("", "État", FunderKind.State) { Siret = "35600000000048" },
                new Funder("", "Préfecture", FunderKind.State) { Siret = "21810004200017" }));

    private static readonly string[] words =
        ["commissariat", "gendarmerie", "intervenant", "social", "referent", "mediation", "prevention", "quartier", "violences",
            "familles", "permanence", "accueil", "insertion"];

    private static readonly string[] places = ["Albi", "Castres", "Mazamet", "Gaillac", "Carmaux", "Graulhet", "Lavaur", "Rabastens",
        "Lisle", "Réalmont"];

    private static readonly Gen<(string[] Words, string Place)> name =
        Gen.Select(Gen.Shuffle(words, 1, 3), Gen.Int[0, places.Length - 1], (some, place) => (some, places[place]));

    /// <summary>
    /// Written again by another hand: case, accents, punctuation, small words, order, and a letter wrong in a long word.
    /// </summary>
    [Fact]
    public void AnyName_WrittenAgain_IsAskedAbout() => Gen.Select(name, Gen.Int[0, 1_000].Array[6]).Sample((given, dice) =>
    {
        string[] again = [.. given.Words];
        int at = dice[0] % again.Length;
        again[at] = Misspelt(again[at], dice[1], dice[2]);
        if (dice[3] % 2 == 0)
            Array.Reverse(again);
        string separator = new[] { " ", " - ", ", ", " / " }[dice[4] % 4], text = string.Join(separator, again) + separator + given.Place;
        text = (dice[5] % 3) switch { 0 => text.ToUpperInvariant(), 1 => text.Replace("e", "é", StringComparison.Ordinal), _ => text };
        string first = $"{string.Join(' ', given.Words)} de {given.Place}";
        Assert.Single(Problems(At(first), At(text)));
    }, iter: Rounds.Of(1_000));

    /// <summary>Another word, another place named, or another number: another post.</summary>
    [Fact]
    public void AnyTwoNames_OfOtherWordsOrNumbers_AreTwo() =>
        Gen.Select(name, name, Gen.Int[1, 12], Gen.Int[1, 12]).Where((one, other, first, second) =>
        first != second || one.Place != other.Place || !one.Words.Order().SequenceEqual(other.Words.Order()))
            .Sample((one, other, first, second) =>
            Assert.Empty(
                Problems(At($"{string.Join(' ', one.Words)} {one.Place} {first}"),
                    At($"{string.Join(" - ", other.Words)}, {other.Place} n° {second}"))), iter: Rounds.Of(1_000));

    /// <summary>Names that differ by their numbers alone are two thousand posts, and none of them is asked about.</summary>
    [Fact]
    public void PostsNumberedOneByOne_AreEachTheirOwn() =>
        Assert.Empty(
            LikelyDoubles.OfPosts(
                [.. Enumerable.Range(0, 2_000).Select(i => At($"Poste {i}") with { Id = $"P{i}", From = PartialDate.Of(2022) })]));

    private static string Misspelt(string word, int how, int where)
    {
        int at = 1 + where % (word.Length - 2);
        return (how % 4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, "x"),
            2 => $"{word[..at]}z{word[(at + 1)..]}",
            _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        };
    }

    private static Post At(string label) => new("", label) { Departement = "81" };

    private static ImmutableArray<Problem> Problems(params Post[] posts) =>
        Doubles(new() { Posts = [.. posts.Select((post, i) => post with { Id = $"P{i}", From = PartialDate.Of(2022) })] });

    private static ImmutableArray<Problem> Problems(params Funder[] funders) =>
        Doubles(new() { Funders = [.. funders.Select((funder, i) => funder with { Id = $"F{i}" })] });

    private static ImmutableArray<Problem> Doubles(PortfolioFacts facts) =>
        [.. Portfolio.Create(facts).Findings.Where(finding => finding.Code is ProblemCode.LikelyDouble)];
}
