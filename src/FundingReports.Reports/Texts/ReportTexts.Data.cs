using FundingReports.Wording;

namespace FundingReports.Reports.Texts;

// The report for everybody.
internal sealed partial class ReportTexts
{
    /// <summary>What the edition for everybody leaves out.</summary>
    /// <param name="least">
    /// How many posts an amount must concern; null where the policies do not say it, and no amount is published.
    /// </param>
    internal string PublicNote(int? least)
    {
        string number = least is { } posts ? Words.Count(posts, Say("poste", "post"), Say("postes", "posts"), Language) : "";
        return Say(
            $"Édition à publier : aucun coût ni montant{(least is null ? "" : $" de moins de {number}")}, aucun niveau de risque, aucun nom de personne. « non publié » : le chiffre existe peut-être, il n'est pas donné ici.",
            $"Edition for publication: no cost or amount{(least is null ? "" : $" of fewer than {number}")}, no level of risk, no name of a person. “not published”: the figure may exist, it is not given here.");
    }
}
