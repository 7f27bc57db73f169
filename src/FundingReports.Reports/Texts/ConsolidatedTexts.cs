using FundingReports.Consolidation;
using FundingReports.Sentences;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Reports.Texts;

/// <summary>The words of several portfolios as one, French beside English.</summary>
internal sealed class ConsolidatedTexts(Language language)
{
    internal string Title => Say($"Postes cofinancés : ensemble des listes", "Co-financed posts: all portfolios");
    internal string Note => Say(
        $"Ferme, conventionné et annoncé ne s’ajoutent pas. « inconnu » n’est ni zéro ni « non financé » : un total dont une part est inconnue est inconnu, et sa part connue est donnée à côté. Un poste présent dans deux listes n’est compté qu’une fois.",
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
            1 => Say($" 1 poste, déjà compté dans une autre liste, ne l’est pas deux fois.",
                " 1 post is in another portfolio already, and not counted twice."),
            _ => Say($" {again} postes, déjà comptés dans une autre liste, ne le sont pas deux fois.",
                $" {again} posts are in another portfolio already, and not counted twice."),
        };
        int alike = consolidated.LikelyTheSame.Length;
        string likely = alike switch
        {
            0 => "",
            1 => Say($" 1 poste ressemble à un poste d’une autre liste : les deux sont comptés, et c’est à vérifier.",
                " 1 post looks like one of another portfolio: both are counted, and this is to be checked."),
            _ => Say(
                $" {alike} postes ressemblent à un poste d’une autre liste : tous sont comptés, et c’est à vérifier.",
                $" {alike} posts look like one of another portfolio: all are counted, and this is to be checked."),
        };
        string aside = setAside == 0 ? ""
            : Say($" {French(setAside, "fichier n’est pas pris en compte", "fichiers ne sont pas pris en compte")}.",
                $" {English(setAside, "file is", "files are")} not counted.");
        return Say(
            $"Au {Words.LongDate(asOf, language)}, {French(consolidated.Portfolios.Length, "liste compte", "listes comptent")} {French(posts, "poste", "postes")}, dont {Words.Count(fully, "financé", "financés", language)} en totalité jusqu’à la fin de l’année au moins, par des crédits conventionnés ou attribués.{twice}{likely}{aside}",
            $"As of {Words.LongDate(asOf, language)}, {English(consolidated.Portfolios.Length, "portfolio has", "portfolios have")} {English(posts, "post", "posts")}, of which {Words.Count(fully, "is", "are", language)} fully funded by agreed money until the end of the year at least.{twice}{likely}{aside}");
    }

    /// <summary>How much is missing, from the as-of year on.</summary>
    internal string Missing(IReadOnlyList<GroupYear> years)
    {
        var gaps = years.Select(year => (year.Year, Gap: year.Gap!.Value)).ToList();
        var open = gaps.Where(one => !(one.Gap.Exact.TryGet(out var gap) && gap == Euros.Zero)).ToList();
        if (open.Count == 0)
            return gaps.Count == 1
                ? Say($"Rien ne manque en {gaps[0].Year}.", $"Nothing is missing in {gaps[0].Year}.")
                : Say($"Rien ne manque de {gaps[0].Year} à {gaps[^1].Year}.",
                    $"Nothing is missing from {gaps[0].Year} to {gaps[^1].Year}.");
        // The same amount in successive years is said once.
        var said = new List<(string Amount, List<string> Years)>();
        foreach (var (year, gap) in open)
        {
            string amount = AmountOf(gap), name = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (said is [.., var last] && last.Amount == amount)
                last.Years.Add(name);
            else
                said.Add((amount, [name]));
        }
        string missing =
            Words.List([.. said.Select(one => one.Amount + Say($" en ", " in ") + Words.List(one.Years, language))], language);
        return Say($"Il manque {missing}.", $"The shortfall is {missing}.");

        string AmountOf(Totals.Total gap)
        {
            string part = WholeEuros.Of(gap.KnownPart, language);
            return gap.Exact.IsKnown ? part
                : gap.KnownPart == Euros.Zero
                    ? Say($"un montant inconnu", "an unknown amount") : Say($"au moins {part}", $"at least {part}");
        }
    }

    // Synthèse

    internal string UntilHeading =>
        Say($"Jusqu’à quand les postes sont-ils financés en totalité ?", "Until when are the posts fully funded?");
    internal string UntilWhen => Say($"Financés en totalité", "Fully funded");
    internal string FirstOfThem => Say($"Le premier, jusqu’au", "The first, until");
    internal string UntilOf(HorizonCount one) => one.State switch
    {
        HorizonState.NotOnFirstDay => Say($"pas à ce jour", "not today"),
        HorizonState.Until => Say($"jusqu’en {one.Year!.Value}", $"until {one.Year!.Value}"),
        HorizonState.Between => Say($"indéterminé", "undetermined"),
        HorizonState.Open => Say($"sans terme connu", "without a known end"),
        HorizonState.PostEnds => Say($"jusqu’à la fin du poste", "until the post ends"),
        HorizonState.Ended => Say($"poste terminé", "post ended"),
    };
    internal string YearsHeading => Say($"Combien manque-t-il ? En euros, toutes listes", "How much is missing? In euros, all portfolios");
    internal string KnownYearsHeading =>
        Say($"Combien manque-t-il ? En euros, pour les seuls montants connus", "How much is missing? In euros, of the known amounts only");
    internal string NoAmount => Say($"Aucun montant n’est connu : ni ce qui est financé, ni ce qui manque, ne peut être dit en euros.",
        "No amount is known: neither what is funded nor what is missing can be said in euros.");
    internal string OfWhichFirm => Say($"dont ferme", "of which firm");
    internal string WithAnnounced => Say($"avec l’annoncé", "with what is announced");
    internal string Chart(bool known) => Say(
        $"Coût, conventionné et reste à financer, par année (€){(known ? "" : Say($" ; montants connus seulement", ""))}",
        $"Cost, agreed and gap, by year (€){(known ? "" : "; known amounts only")}");
    internal string ChartInWords(bool known) => Say(
        $"Histogramme empilé : pour chaque année, ce qui est conventionné ou attribué et, hachuré, ce qui reste à financer ; une ligne montre le coût.{(known ? "" : Say($" Les montants inconnus ne sont pas représentés.", ""))} Les chiffres sont dans le tableau ci-dessus.",
        $"Stacked columns: for each year, what is signed or granted and, hatched, the gap; a line shows the cost.{(known ? "" : " Unknown amounts are not drawn.")} The figures are in the table above.");

    // Listes

    internal string PortfoliosSheet => Say($"Listes", "Portfolios");
    internal string PortfoliosTitle =>
        Say($"Les listes de postes : combien de postes, jusqu’à quand", "Portfolios: how many posts, until when");
    internal string NothingCounted(IReadOnlyList<string> titles) => Say(
        $"Sans poste compté : {Words.List(titles, language)}.", $"No post counted: {Words.List(titles, language)}.");
    internal string Portfolio => Say($"Liste", "Portfolio");
    internal string Posts => Say($"Postes", "Posts");
    internal string Post => Say($"Poste", "Post");
    internal string Fully => Say($"Financés jusqu’à la fin de l’année", "Funded to the end of the year");
    internal string AtRisk => Say($"À risque élevé ou critique", "At high or critical risk");
    internal string Earliest => Say($"Première fin de financement", "First end of funding");

    // Répartition

    internal string SharingSheet => Say($"Répartition", "Breakdown");
    internal string SharingTitle => Say($"Qui paie, et ce qui manque", "Who pays, and what is missing");
    internal string SharingNote => Say(
        $"En euros. Un poste que deux financeurs paient est compté chez chacun : les postes des financeurs ne s’ajoutent pas.",
        "In euros. A post that two funders pay is counted with each: posts of funders do not add up.");
    internal string AllIn(string by, string name) => Say($"{by} : {name}, pour tous les postes.", $"{by}: {name}, for all posts.");
    internal string By => Say($"Par", "By");
    internal string Group => Say($"Nom", "Name");
    internal string What => Say($"Montant", "Amount");
    internal string Departement => Say($"Département", "Département");
    internal string Scheme => Say($"Dispositif", "Scheme");
    internal string Line => Say($"Ligne", "Line");
    internal string WithoutGroup => Say($"non précisé", "not given");

    // À vérifier

    internal string ToCheckSheet => Say($"À vérifier", "To check");
    internal string ToCheckTitle =>
        Say($"Ce qui n’est pas compté, et ce qui l’est peut-être deux fois", "What is not counted, and what may be counted twice");
    internal string Counted => Say($"Compté", "Counted");
    internal string IsCounted(bool counted) => counted ? Say($"compté", "counted") : Say($"non compté", "not counted");
    internal string Why => Say($"Pourquoi", "Why");
    internal string WholePortfolio => Say($"tout le fichier", "the whole file");
    internal string AlreadyIn(string countedIn, string by) =>
        Say($"Déjà compté dans « {countedIn} » ; ce qui est commun : {by}.", $"Already counted in “{countedIn}”; what they share: {by}.");
    internal string LooksLike(string other, string by) => Say(
        $"Ressemble à un poste de « {other} » ({by}). Si c’est le même, donnez-lui dans les deux la même référence (poste) ; sinon, deux références.",
        $"Looks like a post of “{other}” ({by}). If it is the same, give it one reference in both (poste); if not, two.");

    // Données et notice

    internal string NotesTitle => Say($"Mots et signes ; données à plat", "Words and signs; flat data");
    internal string AssumedMeaning => Say(
        $"une hypothèse entre dans ce chiffre ; elle est écrite dans le classeur de sa liste.",
        "this figure rests on an assumption, written in the workbook of its portfolio.");

    private string Say(FrenchText french, EnglishText english) => Phrase.In(language, french, english);
}
