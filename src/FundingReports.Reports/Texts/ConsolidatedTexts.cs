using FundingReports.Consolidation;
using FundingReports.Sentences;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Reports.Texts;

/// <summary>The words of several portfolios as one, French beside English.</summary>
internal sealed class ConsolidatedTexts(Language language)
{
    internal string Title => Say($"Postes cofinancés : ensemble des portefeuilles", "Co-financed posts: all portfolios");
    internal string Note => Say(
        $"Ferme, conventionné et annoncé ne s'ajoutent pas. « inconnu » n'est ni zéro ni « non financé » : un total dont une part est inconnue est inconnu, et sa part connue est donnée à côté. Un poste présent dans deux portefeuilles n'est compté qu'une fois.",
        "Firm, agreed and announced do not add up. “unknown” is neither zero nor “not funded”: a total of which a part is unknown is unknown, and its known part is given beside. A post that is in two portfolios is counted once.");

    internal string Answer(Consolidated consolidated, int setAside, LocalDate asOf)
    {
        int posts = consolidated.Portfolios.Sum(one => one.Posts), fully = consolidated.Portfolios.Sum(one => one.Fully);
        string French(int n, string one, string many) => Words.Count(n, one, many, Language.French);
        string English(int n, string one, string many) => Words.Count(n, one, many, Language.English);
        int again = consolidated.CountedElsewhere.Length;
        string twice = again switch
        {
            0 => "",
            1 => Say($" 1 poste, déjà compté dans un autre portefeuille, ne l'est pas deux fois.",
                " 1 post is in another portfolio already, and not counted twice."),
            _ => Say($" {again} postes, déjà comptés dans un autre portefeuille, ne le sont pas deux fois.",
                $" {again} posts are in another portfolio already, and not counted twice."),
        };
        int alike = consolidated.LikelyTheSame.Length;
        string likely = alike switch
        {
            0 => "",
            1 => Say($" 1 poste ressemble à un poste d'un autre portefeuille : les deux sont comptés, et c'est à vérifier.",
                " 1 post looks like one of another portfolio: both are counted, and this is to be checked."),
            _ => Say(
                $" {alike} postes ressemblent à un poste d'un autre portefeuille : tous sont comptés, et c'est à vérifier.",
                $" {alike} posts look like one of another portfolio: all are counted, and this is to be checked."),
        };
        string aside = setAside == 0 ? ""
            : Say($" {French(setAside, "fichier est mis de côté", "fichiers sont mis de côté")} : rien n'en est compté.",
                $" {English(setAside, "file is", "files are")} set aside: nothing of it is counted.");
        return Say(
            $"Au {Words.LongDate(asOf, language)}, {French(consolidated.Portfolios.Length, "portefeuille compte", "portefeuilles comptent")} {French(posts, "poste", "postes")}, dont {Words.Count(fully, "financé", "financés", language)} en totalité jusqu'à la fin de l'année au moins, par des crédits conventionnés ou attribués.{twice}{likely}{aside}",
            $"As of {Words.LongDate(asOf, language)}, {English(consolidated.Portfolios.Length, "portfolio has", "portfolios have")} {English(posts, "post", "posts")}, of which {Words.Count(fully, "is", "are", language)} fully funded by agreed money until the end of the year at least.{twice}{likely}{aside}");
    }

    internal string PortfoliosSheet => Say($"Portefeuilles", "Portfolios");
    internal string PortfoliosTitle => Say($"Portefeuilles : ce que chacun compte", "Portfolios: what each counts");
    internal string DepartementsSheet => Say($"Départements", "Départements");
    internal string DepartementsTitle => Say($"Par département et par exercice", "By département and budget year");
    internal string SchemesSheet => Say($"Dispositifs", "Schemes");
    internal string SchemesTitle => Say($"Par dispositif et par exercice", "By scheme and budget year");
    internal string FundersTitle => Say($"Par financeur et par exercice", "By funder and budget year");
    internal string LinesSheet => Say($"Lignes", "Lines");
    internal string LinesTitle => Say($"Par ligne de financement et par exercice", "By funding line and budget year");
    internal string NotCountedSheet => Say($"Non comptés", "Not counted");
    internal string NotCountedTitle => Say($"Ce qui n'est dans aucun chiffre, et pourquoi", "What is in no figure, and why");
    internal string Departement => Say($"Département", "Département");
    internal string Scheme => Say($"Dispositif", "Scheme");
    internal string Line => Say($"Ligne", "Line");
    internal string Posts => Say($"Postes", "Posts");
    internal string AgreedKnown => Say($"Conventionné, part connue", "Agreed, known part");
    internal string GapKnown => Say($"Reste à financer, part connue", "Gap, known part");
    internal string WithoutGroup => Say($"non précisé", "not given");
    internal string Portfolio => Say($"Portefeuille", "Portfolio");
    internal string Post => Say($"Poste", "Post");
    internal string Fully => Say($"Financés jusqu'à la fin de l'année", "Funded to the end of the year");
    internal string AtRisk => Say($"À risque élevé ou critique", "At high or critical risk");
    internal string Earliest => Say($"Première fin de financement", "First end of funding");
    internal string Why => Say($"Pourquoi", "Why");
    internal string WholePortfolio => Say($"tout le fichier", "the whole file");
    internal string AlreadyIn(CountedElsewhere one) => Say($"Déjà compté dans « {one.CountedIn} » ; ce qui est commun : {one.By}.",
        $"Already counted in “{one.CountedIn}”; what they share: {one.By}.");

    internal string ToCheckSheet => Say($"À vérifier", "To check");
    internal string ToCheckTitle => Say($"Ce qui est compté, et l'est peut-être deux fois", "What is counted, and may be counted twice");
    internal string LooksLike(LikelyTheSame one) => Say(
        $"Ressemble à un poste de « {one.Other} » ({one.By}). Si c'est le même, donnez-lui dans les deux la même référence (poste) ; sinon, deux références.",
        $"Looks like a post of “{one.Other}” ({one.By}). If it is the same, give it one reference in both (poste); if not, two.");

    private string Say(FrenchText french, string english) => Phrase.In(language, french, english);
}
