using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Exchange.Awaiting;

/// <summary>How a proposal is said.</summary>
internal static class ProposalWords
{
    /// <summary>
    /// « scdl-d-1 (30 000,00 €) paie peut-être le poste « Poste 1 » : même bénéficiaire (SIRET), même financeur, dates compatibles. »
    /// </summary>
    internal static string Sentence(string awaiting, Euros? sum, string post, SameBeneficiary beneficiary, bool sameFunder, bool? dates,
        string? already, Language language)
    {
        bool french = language is Language.French;
        string money = sum is { } known ? $" ({Words.Money(known, language)})" : "";
        string by =
            beneficiary switch { SameBeneficiary.Siret => "SIRET", SameBeneficiary.Siren => "SIREN", _ => french ? "nom" : "name" };
        List<string> because = [french ? $"même bénéficiaire ({by})" : $"same beneficiary ({by})"];
        because.Add(sameFunder ? french ? "même financeur" : "same funder" : french
            ? "ce financeur ne paie pas encore ce poste" : "this funder does not pay this post yet");
        because.Add(dates is true ? french ? "dates compatibles" : "dates that fit" : french ? "dates inconnues" : "dates unknown");
        string twice = already is null ? "" : french
            ? $" Attention{Words.NoBreakSpace}: l'engagement {already} est peut-être le même argent."
            : $" Beware: the commitment {already} may be the same money.";
        return (french
            ? $"{awaiting}{money} paie peut-être le poste «{Words.NoBreakSpace}{post}{Words.NoBreakSpace}»{Words.NoBreakSpace}: {Words.List(because, language)}."
            : $"{awaiting}{money} may pay the post \"{post}\": {Words.List(because, language)}.") + twice;
    }
}
