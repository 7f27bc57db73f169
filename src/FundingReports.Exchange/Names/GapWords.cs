namespace FundingReports.Exchange.Names;

/// <summary>What stands where a funder is named, and names none: money that nobody pays yet, or that nobody knows who pays.</summary>
internal static class GapWords
{
    /// <summary>Whether a text says that money is missing, so that what stands beside it is paid by nobody.</summary>
    internal static bool SayMissing(string text) => text.Length <= 60 && Plain.Key(text) is "resteafinancer" or "restantafinancer"
        or "afinancer" or "soldeafinancer" or "nonfinance" or "nonfinancee" or "partnonfinancee" or "montantnonfinance" or "manque"
        or "manqueafinancer" or "besoindefinancement" or "besoin" or "deficit" or "atrouver" or "financementatrouver" or "arechercher"
        or "financeuratrouver" or "ecart" or "resteatrouver"
        or "tobefunded" or "missing" or "unfunded" or "notfunded" or "shortfall" or "gap" or "tobefound" or "fundingneeded"
        or "fundertobefound";

    /// <summary>Whether a text may say so, or name the employer: « Reste à charge ».</summary>
    internal static bool MaySayMissing(string text) => text.Length <= 60 && Plain.Key(text) is "resteacharge" or "reste" or "solde"
        or "restant" or "soldeacharge" or "remainder" or "rest" or "balance";

    /// <summary>Whether a text says that nobody knows who pays.</summary>
    internal static bool SayNobody(string text) => text.Length <= 60 && (BlankWords.Are(text) || Plain.Key(text) is "adefinir"
        or "apreciser" or "adeterminer" or "inconnus" or "nonconnus" or "tobedefined" or "tbd" or "tobedetermined");
}
