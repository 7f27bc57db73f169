namespace FundingReports.Reports.Texts;

/// <content>The report for everybody.</content>
internal sealed partial class ReportTexts
{
    internal string PublicNote => Say(
        "Édition à publier : aucun coût ni montant de moins de trois postes, aucun niveau de risque, aucun nom de personne. « non publié » : le chiffre existe peut-être, il n'est pas donné ici.",
        "Edition for publication: no cost or amount of fewer than three posts, no level of risk, no name of a person. “not published”: the figure may exist, it is not given here.");
}
