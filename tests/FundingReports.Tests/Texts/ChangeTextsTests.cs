using FundingReports.Changes;
using FundingReports.Portfolios;
using FundingReports.Tests.Changes;
using NodaTime;

namespace FundingReports.Tests.Texts;

public class ChangeTextsTests
{
    [Fact]
    public void Summary_NothingChanged_SaysSo()
    {
        var changes = ChangesOf.To(ChangesOf.Facts);
        Assert.Equal("Au 8 février 2022, par rapport à l'ancien état, rien n'a changé.", Told.Plain(changes.Summary(Language.French)));
        Assert.Equal("As of 8 February 2022, compared with the old state, nothing changed.", changes.Summary(Language.English));
    }

    [Fact]
    public void Summary_Money_IsGivenWithItsDifference()
    {
        var changes = ChangesOf.To(ChangesOf.With(one => one with { Amount = new Amount.ShareOfCost(Share.Of(2, 5)) }));
        Assert.EndsWith("Argent conventionné de 2022 : 45 000,00 €, contre 50 000,00 € auparavant, soit -5 000,00 €.", Told.Plain(changes.Summary(Language.French)));
        Assert.EndsWith("Agreed money of 2022: €45,000.00, €50,000.00 before: -€5,000.00.", changes.Summary(Language.English));
    }

    public static TheoryData<string, string> Promises => new()
    {
        { "until", "C1, État : modifié ; terme : 31/12/2024 (avant : 30/06/2023)." },
        { "earlier", "C1, État : écourté ; terme : 2022 (avant : 30/06/2023)." },
        { "status", "C1, État : modifié ; statut : attribué (avant : conventionné)." },
        { "refused", "C1, État : refusé ; statut : refusé (avant : conventionné)." },
        { "amount", "C1, État : modifié ; montant : 20 000,00 € par an, au plus 15 000,00 € par an (avant : 50 % du coût)." },
        { "funder", "C1, Département : modifié ; financeur : Département (avant : État)." },
        { "withdrawn", "C1, État : retiré ; retrait à compter du 01/06/2022." },
        { "gone", "C1, État : absent du nouveau portefeuille ; conventionné, 50 % du coût. Son terme n'était pas venu : retiré, ou oublié ?" },
    };

    [Theory]
    [MemberData(nameof(Promises))]
    public void Promise_IsTold(string what, string expected)
    {
        var after = what == "gone" ? ChangesOf.Facts with { Commitments = [ChangesOf.Facts.Commitments[1]] } : ChangesOf.With(one => what switch
        {
            "until" => one with { Until = new LocalDate(2024, 12, 31) },
            "earlier" => one with { Until = Term.On(PartialDate.Of(2022)) },
            "status" => one with { Status = CommitmentStatus.Granted },
            "refused" => one with { Status = CommitmentStatus.Refused },
            "amount" => one with { Amount = new Amount.Annual(Euros.Of(20_000)), Cap = Euros.Of(15_000) },
            "funder" => one with { Funder = "D" },
            _ => one with { Withdrawn = new(new LocalDate(2022, 6, 1), new LocalDate(2022, 1, 15), "A") },
        });
        var changes = ChangesOf.To(after);
        Assert.Equal(expected, Told.Plain(changes.Sentence(changes.Promise("C1"), Language.French)));
    }

    public static TheoryData<string, string> Posts => new()
    {
        { "created", "Poste P2 : nouveau, mais plus ancien que l'état auquel on le compare (début : 01/01/2021) ; conventionné en totalité : pas au premier jour. À risque : rien de conventionné ne paie sûrement tout son coût." },
        { "later", "Poste P2 : nouveau, début : 01/09/2022 ; conventionné en totalité : pas au premier jour. À risque : rien de conventionné ne paie sûrement tout son coût." },
        { "reference", "Autre : horizon inchangé ; conventionné en totalité : pas au premier jour. À risque : rien de conventionné ne paie sûrement tout son coût. A changé : libellé (avant : « Poste P0 ») ; ETP : 0,5 (avant : 1). Rapprochement : référence commune." },
    };

    [Theory]
    [MemberData(nameof(Posts))]
    public void Post_IsTold(string what, string expected)
    {
        var known = ChangesOf.Post("P0") with { References = ChangesOf.Reference("FONJEP", "J1") };
        var before = ChangesOf.Facts with { Posts = [known], Commitments = [] };
        Post after = what switch
        {
            "created" => ChangesOf.Post("P2"),
            "later" => ChangesOf.Post("P2") with { From = new LocalDate(2022, 9, 1) },
            _ => known with { Id = "P9", Label = "Autre", Fte = 0.5m },
        };
        var changes = ChangesOf.To(before with { Posts = [after] }, before);
        Assert.Equal(expected, Told.Plain(changes.Sentence(changes.Posts[0], Language.French)));
    }
}
