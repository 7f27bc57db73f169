namespace FundingReports.Reports.Texts;

/// <content>Données, and the report for everybody.</content>
internal sealed partial class ReportTexts
{
    internal string DataSheet => Say("Données", "Data");
    internal string DataTitle =>
        Say("Données : une ligne par poste, financeur et exercice", "Data: one row a post, a funder and a budget year");
    internal string DataNote => Say(
        "À copier ailleurs : les en-têtes ne changent pas. Montants en euros ; « inconnu » n'est ni zéro ni « non financé » ; la dernière colonne dit « hyp. » (une hypothèse entre dans la ligne), « env. » (montant approché), « part. » (exercice compté en partie).",
        "To be copied elsewhere: the headers do not change. Amounts in euros; “unknown” is neither zero nor “not funded”; the last column says “hyp.” (an assumption enters the row), “approx.” (approximate amount), “part.” (budget year counted in part).");

    internal string NotPublished => Say("non publié", "not published");
    internal string PublishedMoneyTitle =>
        Say("Argent conventionné et coût de l'ensemble des postes, par exercice", "Agreed money and cost of all posts, by budget year");
    internal string PublicNote => Say(
        "Édition à publier : aucun coût ni montant de moins de trois postes, aucun niveau de risque, aucun nom de personne. « non publié » : le chiffre existe peut-être, il n'est pas donné ici.",
        "Edition for publication: no cost or amount of fewer than three posts, no level of risk, no name of a person. “not published”: the figure may exist, it is not given here.");
}
