using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Forms;

/// <summary>
/// The form that people keep: years as columns, in a sheet of posts and a sheet of money, or in one table that holds both.
/// </summary>
internal static partial class YearsForm
{
    /// <summary>The first year that a header may name.</summary>
    internal const int FirstYear = 1990;

    /// <summary>The last year that a header may name.</summary>
    internal const int LastYear = 2100;

    private const int MostYearsApart = 5;

    internal static FormColumn Post { get; } =
        new("Poste", "La fonction et le lieu, comme « Intervenant social, Dax » : jamais un nom de personne.")
    {
        Required = true, HoldsCodes = true, Spreads = true, Width = 34,
        English = ("Post", "The function and the place, never the name of a person."),
        Synonyms = ["Postes", "Intitulé du poste", "Intitulé", "Nom du poste", "Libellé du poste", "Libellé", "Fonction", "Emploi",
            "Désignation du poste", "Poste financé", "Poste cofinancé", "Posts", "Title of the post", "Position"],
    };

    internal static FormColumn Place { get; } = new("Lieu", "Où il travaille ; plusieurs lieux séparés par un point-virgule.")
    {
        Spreads = true, Width = 20, English = ("Place", "Where it works; several places apart by semicolons."),
        Synonyms = ["Lieux", "Site", "Implantation", "Localisation", "Lieu d'exercice", "Lieu d'intervention", "Affectation", "Commune",
            "Ville", "Commune d'exercice", "Service d'affectation", "Places", "Location", "Town"],
    };

    internal static FormColumn Departement { get; } = new("Dép.", "Code ou nom : 40, 2A, Landes.")
    {
        Spreads = true, Width = 8, English = ("Département", "Code or name: 40, 2A, Landes."),
            Synonyms = ["Département", "Dépt", "Code département"],
    };

    internal static FormColumn Employer { get; } = new("Employeur", "Qui salarie le poste.")
    {
        Spreads = true, Width = 24, English = ("Employer", "Who employs."),
        Synonyms = ["Structure", "Structure employeuse", "Structure porteuse", "Porteur", "Association", "Employé par",
            "Organisme employeur", "Nom de l'employeur", "Structure employeur", "Employed by", "Name of the employer"],
    };

    internal static FormColumn EmployerKind { get; } =
        new("Type d’employeur", "association, commune, CCAS… : les pièces à fournir en dépendent.")
    {
        Spreads = true, Width = 14, English = ("Kind of employer", "association, commune, CCAS…: its papers depend on it."),
            Choices = EmployerKinds.Words, OpenChoices = true,
        Synonyms = ["Nature de l'employeur", "Statut de l'employeur", "Type de structure", "Statut juridique", "Employer kind",
            "Legal status"],
    };

    internal static FormColumn Fte { get; } = new("ETP", "1 pour un temps plein, 0,8 ou 80 % ; vide si inconnu.", ColumnLook.Amount)
    {
        Spreads = true, Width = 8, English = ("FTE", "1 for full time, 0,8 or 80 %; blank where unknown."),
        Synonyms = ["Temps de travail", "Quotité", "Équivalent temps plein", "ETPT", "Nombre d'ETP", "Nb ETP", "Quotité de travail",
            "Working time", "Full-time equivalent"],
    };

    internal static FormColumn PostFrom { get; } = new("Du", "Premier jour du poste ; vide si inconnu.", ColumnLook.Date)
    {
        Spreads = true, Width = 12, English = ("From", "First day of the post; blank where unknown."),
            Synonyms = ["Début du poste", "Poste créé le", "Création du poste", "Date de création", "Poste du",
                "Post from", "Start of the post", "Post created on"],
    };

    internal static FormColumn PostUntil { get; } =
        new("Au", "Dernier jour du poste, compris ; vide s’il n’a pas de fin.", ColumnLook.Date)
    {
        Spreads = true, Width = 12, English = ("Until", "Last day of the post, included; blank where it has no end."),
            Synonyms = ["Fin du poste", "Poste jusqu'au", "Poste au", "Post until", "End of the post"],
    };

    internal static FormColumn Occupancy { get; } =
        new("Pourvu ou vacant (depuis)", "pourvu, vacant, recrutement en cours ; et depuis quand : vacant depuis le 01/09/2026.")
    {
        Spreads = true, Width = 20, English = ("Occupied or vacant (since)", "occupied, vacant, recruiting; and since when."),
            Choices = Forms.Choices.Occupancy.Words, OpenChoices = true,
        Synonyms = ["Pourvu", "Occupation", "Situation du poste", "Pourvu / vacant", "Vacance", "État du poste", "Vacant", "Occupied",
            "Occupancy",
            "Occupied / vacant"],
    };

    internal static FormColumn CostDecidedOn { get; } =
        new("Décidé le", "Date de décision du dernier coût de la ligne, s’il a été décidé après coup.", ColumnLook.Date)
    {
        Spreads = true, Width = 12, English = ("Decided on", "When the last cost of the row was decided, where that was afterwards."),
            Synonyms = ["Coût décidé le", "Date du coût", "Cost decided on"],
    };

    /// <summary>A cost without its year: that of all the years shown.</summary>
    internal static FormColumn AnyCost { get; } = new("Coût annuel", "", ColumnLook.Money)
    {
        Spreads = true, Synonyms = ["Coût", "Coût du poste", "Coût annuel du poste", "Coût total", "Coût total du poste",
            "Coût annuel chargé", "Coût employeur", "Coût chargé", "Salaire chargé", "Cost", "Cost of the post", "Annual cost",
            "Total cost"],
        English = ("Yearly cost", ""),
    };

    internal static FormColumn Funder { get; } = new("Financeur", "Qui paie.")
    {
        Spreads = true, Width = 26, English = ("Funder", "Who pays."),
        Synonyms = ["Financeurs", "Nom du financeur", "Cofinanceur", "Cofinanceurs", "Financé par", "Partenaire financier", "Partenaire",
            "Organisme financeur", "Source de financement", "Origine des fonds", "Origine du financement", "Qui paye", "Qui paie",
            "Qui verse", "Qui finance", "Payeur", "Payeurs", "Bailleur", "Bailleur de fonds", "Paid by", "Payer", "Funders",
            "Funded by", "Who pays", "Name of the funder"],
    };

    internal static FormColumn FunderKind { get; } = new("Type", "De quel type est le financeur ; vide si son nom le dit.")
    {
        Width = 14, English = ("Kind", "Of what kind the funder is; blank where its name says it."), Choices =
            Forms.Choices.FunderKind.Words, Synonyms = ["Type de financeur", "Catégorie", "Catégorie de financeur", "Nature du financeur",
            "Kind of funder", "Funder kind"],
    };

    internal static FormColumn Line { get; } = new("Dispositif", "FIPD, FONJEP… si le financeur en a plusieurs.")
    {
        HoldsCodes = true, Width = 13, English = ("Line", "FIPD, FONJEP…"),
            Synonyms = ["Ligne", "Ligne budgétaire", "Programme", "Enveloppe", "BOP", "Dispositif de financement", "Crédits",
                "Budget line", "Programme line", "Funding line"],
    };

    internal static FormColumn Nature { get; } =
        new("Nature",
            "Seulement si les cellules ne le disent pas. « total réparti » : leur somme est répartie également du « Du » au « Au » ; « par douze mois » : chacune vaut douze mois, à partir du jour et du mois du « Du ».")
    {
        Width = 13,
            English =
            ("Nature",
                "Only where the cells do not say it. “spread total”: one sum, spread evenly from From to Until; “by twelve months”: each for twelve months, from the day and month of From."),
            Choices = Forms.Choices.Nature.Words,
        Synonyms = ["Nature du montant", "Nature du financement", "Mode de calcul", "Mode de financement",
            "Nature of the money", "Nature of the amount"],
    };

    internal static FormColumn Cap { get; } = new("Plafond (€/an)", "Le maximum que le financeur paiera par an.", ColumnLook.Money)
    {
        Width = 13, English = ("Cap (€/year)", "The most that the funder pays a year."),
            Synonyms = ["Plafond par an", "Montant maximum", "Maximum", "Montant plafond",
                "Ceiling", "Cap a year", "Maximum amount"],
    };

    internal static FormColumn Status { get; } = new("Statut", "Ce que vaut le financement ; vide compte pour annoncé.")
    {
        Width = 18, English = ("Status", "What the promise is worth; blank counts as announced."), Choices = Forms.Choices.Status.Words,
        Synonyms = ["État", "État d'avancement", "Avancement", "État du financement", "Statut du financement", "Situation",
            "État de la demande", "Décision", "Status of the funding", "Decision"],
        Shows = cell => cell.Kind is Cells.CellKind.Text && Forms.Choices.Status.Read(cell.Text) is not null, ShownBeside = Funder,
    };

    internal static FormColumn From { get; } = new("Du", "Seulement si le financement commence en cours d’année.", ColumnLook.Date)
    {
        Width = 12, English = ("From", "Only where the money begins within a year."),
        Synonyms =
            ["Début", "Date de début", "À partir du", "Date d'effet", "Début de la convention", "Début du financement", "Depuis le",
                "Start", "Start date", "First day", "Beginning"],
    };

    internal static FormColumn Until { get; } =
        new("Au", "Seulement s’il s’arrête en cours d’année (dernier jour, compris) ; « sans terme », ou « inconnu ».", ColumnLook.Date)
    {
        Width = 12, English = ("Until", "Only where it stops within a year (last day, included); “without term”, or “unknown”."),
        Synonyms = ["Fin", "Date de fin", "Jusqu'au", "Échéance", "Terme", "Date d'échéance", "Fin de la convention", "Fin de convention",
            "Fin du financement", "End", "End date", "Last day", "Term"],
    };

    internal static FormColumn Firm { get; } =
        new("Ferme (années)",
            "Ce que confirme un acte annuel : 2026, toutes, aucune, du 01/07/2026 au 30/06/2027 ; avec sa somme si elle diffère : 2026 (18 000 €). Vide si vous ne savez pas.")
    {
        Width = 12,
            English =
                ("Firm (years)",
                    "What an act of the year has made firm: 2026, all, none, from 01/07/2026 to 30/06/2027; with its sum where it differs: 2026 (18 000 €). Blank where unknown."),
        Synonyms = ["Années fermes", "Tranches fermes", "Notifié", "Fermes", "Years made firm"],
    };

    internal static FormColumn Act { get; } = new("N° de l’acte", "Numéro de la convention, de l’arrêté, de la délibération.")
    {
        HoldsCodes = true, Width = 16, English = ("Number of the act", "Of the convention, the arrêté, the délibération."),
        Synonyms = ["N° acte", "Acte", "N° convention", "N° de convention", "Numéro de convention", "Convention", "Référence", "Réf.",
            "Référence de l'acte", "Numéro de l'acte", "N° de délibération", "N° délibération", "Act", "Act number",
            "Reference", "Agreement number"],
    };

    internal static FormColumn DecidedOn { get; } =
        new("Date de l’acte", "À remplir pour « conventionné » : le jour de la signature.", ColumnLook.Date)
    {
        Width = 12, English = ("Date of the act", "To be filled in where signed."),
        Synonyms = ["Date acte", "Date", "Acte du", "Signé le", "Date de signature", "Date de décision", "Date de la convention",
            "Date de délibération", "Date de la délibération", "Date de notification", "Date convention", "Date d'attribution", "Act date",
            "Date of the decision", "Signed on", "Date of signature"],
    };

    internal static FormColumn Ej { get; } = new("EJ", "Numéro EJ de Chorus.") { HoldsCodes = true, Width = 14, English =
        ("EJ", "Number of the engagement juridique (Chorus)."), Synonyms = ["N° EJ", "Numéro EJ", "Engagement juridique", "N° d'EJ",
            "EJ number"] };

    internal static FormColumn Source { get; } = new("Justificatif", "Ce qui le dit : convention, délibération, courrier, presse…")
    {
        HoldsCodes = true, Width = 24, English = ("Evidence", "What says so: agreement, délibération, letter, press…"),
            Synonyms = ["Source", "D'après", "Pièce", "Pièce justificative", "Document", "Justificatifs", "Proof", "According to"],
    };

    internal static FormColumn Remarks { get; } = new("Observations", "Pour vous : n’est lu par aucun calcul.")
    {
        IsForYourself = true, Width = 24, English = ("Remarks", "For yourself: no calculation reads it."),
            Synonyms = ["Observation", "Commentaire", "Commentaires", "Remarque", "Remarques", "Notes", "Note", "Précisions", "Remark",
                "Comment",
                "Comments"],
    };

    /// <summary>The year of a row, in a table with a row for each year: such a table is not read.</summary>
    internal static FormColumn RowYear { get; } = new("Année", "", ColumnLook.Year) {
        English = ("Year", ""), Synonyms = ["Exercice", "Année budgétaire", "Exercice budgétaire", "Budget year"] };

    private static readonly FormColumn[] costs = [.. Years().Select(year => new FormColumn(
        $"Coût {year} (€/an)", "Salaire et charges d’une année entière ; inconnu si vous ne savez pas.", ColumnLook.Money)
    {
        Year = year, Label = $"Coût {year}", Spreads = true, Width = 13,
            English = ($"Cost {year} (€/year)", "Salary and charges of a whole year; unknown where you do not know."),
    })];

    private static readonly FormColumn[] sums = [.. Years().Select(year => new FormColumn($"{year} (€ ou part)",
        "Pour cette année : 26 000 €, 50 %, un tiers, le solde, ou inconnu ; vide s’il ne paie rien.", ColumnLook.Money)
    {
        Year = year, Label = $"{year}", Width = 13, English =
            ($"{year} (€ or share)", "For that year: 26 000 €, 50 %, a third, the balance, or unknown; blank where nothing is paid."),
    })];

    /// <summary>The table as it is read: all columns of both sheets. Those of years are found by <see cref="Meanings"/>.</summary>
    internal static FormSheet Table { get; } = new("Financements", "",
        [Post, Place, Departement, Employer, EmployerKind, Fte, Funder, FunderKind, Line, Nature, Cap, Status, From, Until, Firm, Act,
            DecidedOn, Ej, Source, Remarks, PostFrom, PostUntil, Occupancy, CostDecidedOn, AnyCost, RowYear])
    {
        Meaning = Meanings, WarnsOfMoney = true,
    };

    /// <summary>The cost of a year.</summary>
    internal static FormColumn CostOf(int year) => costs[year - FirstYear];

    /// <summary>What is paid of a year.</summary>
    internal static FormColumn SumOf(int year) => sums[year - FirstYear];

    /// <summary>The columns of the year that a word is; none where it is none.</summary>
    internal static IEnumerable<FormColumn> OfYear(string word) => word.Length is 4 && Year().IsMatch(word)
        && int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture) is var year ? [SumOf(year), CostOf(year)] : [];

    /// <summary>Whether it is the cost of a year.</summary>
    internal static bool IsCost(FormColumn column) => column.Year is { } year && ReferenceEquals(column, CostOf(year));

    /// <summary>Whether it is what is paid of a year.</summary>
    internal static bool IsSum(FormColumn column) => column.Year is { } year && ReferenceEquals(column, SumOf(year));

    /// <summary>Whether a text is a header of the form: of a text, they tell what separates the cells.</summary>
    internal static bool IsHeader(string text) => Mean(text).Column is not null;

    // What is said of a post, and what of money, may have one header: the other headers tell.
    private static HeaderMeaning[] Meanings(IReadOnlyList<string> headers)
    {
        HeaderMeaning[] read = [.. headers.Select(Mean)];
        FormColumn?[] found = [.. read.Select(meaning => meaning.Column)];
        bool[] taken = [.. read.Select(meaning => meaning.IsTaken)];
        int funder = Array.IndexOf(found, Funder);
        bool isMoney = funder >= 0 || found.Any(column => column is not null
            && (ReferenceEquals(column, Status) || ReferenceEquals(column, Cap) || ReferenceEquals(column, Firm)
                || ReferenceEquals(column, Ej) || ReferenceEquals(column, Nature)));
        for (int i = 0; i < found.Length; i++)
        {
            if (found[i] is not { } column)
                continue;
            // Where nobody pays, no most that is paid is read.
            if (funder < 0 && ReferenceEquals(column, Cap))
                found[i] = null;
            else if (!isMoney)
                (found[i], taken[i]) = (OfPost(column), taken[i] || IsSum(column));
            // A table that holds both may have these headers twice: first of the post, then of its money.
            else if (
                i < funder && (ReferenceEquals(column, From) || ReferenceEquals(column, Until)) && Array.LastIndexOf(found, column) > i)
                found[i] = OfPost(column);
            else if (ReferenceEquals(column, CostDecidedOn) && !found.Contains(DecidedOn))
                found[i] = DecidedOn;
        }
        KeepOne(headers, found, taken);
        HashSet<int> far = FarYears(found);
        // A header spelt as the form prints it was printed by the form: its year is no slip.
        return [.. found.Select((column, i) => column is { Year: { } year } && far.Contains(year)
            && Plain.Key(column.Header) != Plain.Key(headers[i])
            ? HeaderMeaning.Nothing with { IsFarYear = true } : new(column, taken[i])
            {
                IsLeftOut = column is null && Check().IsMatch(Plain.Key(headers[i])), Between = read[i].Between,
                Second = column is null ? read[i].Column : null,
            })];
    }

    // What one header means by itself: that of a year, or another of the form.
    private static HeaderMeaning Mean(string header)
    {
        if (OfYear(header, out bool isTaken) is { } year)
            return new(year, isTaken);
        return Table.Mean(header);
    }

    // 2062 beside 2025 and 2027 is 2026 mistyped: the years of a table stand close together.
    private static HashSet<int> FarYears(FormColumn?[] found)
    {
        List<int> years = [.. found.Select(column => column?.Year).OfType<int>().Distinct().Order()];
        List<List<int>> together = [];
        foreach (int year in years)
            if (together.Count > 0 && year - together[^1][^1] <= MostYearsApart)
                together[^1].Add(year);
            else
                together.Add([year]);
        int most = together.Select(run => run.Count).DefaultIfEmpty(0).Max();
        bool isOne = together.Count(run => run.Count == most) == 1;
        return [.. together.Where(run => together.Count > 1 && (run.Count < most || !isOne)).SelectMany(run => run)];
    }

    private static FormColumn? OfPost(FormColumn column) => column switch
    {
        _ when ReferenceEquals(column, From) => PostFrom,
        _ when ReferenceEquals(column, Until) => PostUntil,
        _ when ReferenceEquals(column, FunderKind) => EmployerKind,
        _ when ReferenceEquals(column, DecidedOn) => CostDecidedOn,
        _ when IsSum(column) => CostOf(column.Year!.Value),
        _ => column,
    };

    // Of several headers that mean one column, the one that the form prints; where none or several do, it is asked which.
    private static void KeepOne(IReadOnlyList<string> headers, FormColumn?[] found, bool[] taken)
    {
        foreach (var group in Enumerable.Range(0, found.Length).Where(i => found[i] is not null)
            .GroupBy(i => found[i]!, ReferenceEqualityComparer.Instance))
        {
            int[] own = [.. group.Where(i => FormSheet.IsHeader(found[i]!, FormSheet.KeyOf(headers[i])))];
            // Two columns of money are always asked about; of two that describe, the first is read.
            int[] kept = ((FormColumn)group.Key!).Look is ColumnLook.Money ? [.. group]
                : own.Length > 0 ? own : [group.OrderBy(i => taken[i]).First()];
            foreach (int i in group.Except(kept))
                found[i] = null;
        }
    }

    // « Coût 2026 », « Montant 2026 (€) », 2026, « Exercice 2026 »; not « Versé 2026 » or « 2026-2027 ».
    private static FormColumn? OfYear(string header, out bool isTaken)
    {
        isTaken = false;
        if (header.Length > 80)
            return null;
        string digits = Figures().Replace(header, match => match.Value.Count(char.IsAsciiDigit) < 2 ? match.Value
            : match.Value.Replace('O', '0').Replace('o', '0').Replace('l', '1').Replace('I', '1'));
        MatchCollection years = Year().Matches(digits);
        if (years.Count != 1)
            return null;
        string around = digits.Remove(years[0].Index, 4).Insert(years[0].Index, " ");
        string[] words = [.. NearHeaders<FormColumn>.WordsOf(Bracket().Replace(around, " $1 ")).Select(Misspelling.WithoutZeros)];
        if (words.Any(word => word.Any(char.IsAsciiDigit)))
            return null;
        int year = int.Parse(years[0].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        isTaken = digits != header || around.Any(char.IsAsciiDigit);
        string rest = string.Concat(words).Replace("€", "", StringComparison.Ordinal);
        if (CostWords().IsMatch(rest))
            return CostOf(year);
        if (SumWords().IsMatch(rest))
            return SumOf(year);
        isTaken = true;
        // A word that is spelt well, here or elsewhere, is no other word mistyped.
        string[] mended = [.. words.Select(Mended).OfType<string>()];
        if (mended.Length < words.Length)
            return null;
        rest = string.Concat(mended).Replace("€", "", StringComparison.Ordinal);
        return CostWords().IsMatch(rest) ? CostOf(year) : SumWords().IsMatch(rest) ? SumOf(year) : null;
    }

    // The word of a column of years that this one is, perhaps mistyped; null where it is none, or several may be meant.
    private static string? Mended(string word)
    {
        if (yearWords.Contains(word) || word is "€")
            return word;
        if (WellSpelt.Is(word))
            return null;
        string[] near = [.. yearWords.Where(known => Misspelling.IsOf(known, word))];
        return near.Length > 0 && near.Select(known => CostWords().IsMatch(known)).Distinct().Count() == 1 ? near[0] : null;
    }

    private static IEnumerable<int> Years() => Enumerable.Range(FirstYear, LastYear - FirstYear + 1);

    [GeneratedRegex(@"(?<![0-9])(?:199[0-9]|20[0-9]{2}|2100)(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    private const string CostHeads = "massesalariale|salaire|cout|cost",
        CostTails = "previsionnel|employeur|duposte|annuel|charge|annee|lannee|yearly|poste|total|euros|brut|year|reel|pour|for|in|de|en|an|s",
        SumWordsOfYears = "participations|participation|financements|financement|subventions|subvention|montants|montant|exercice|accorde"
            + "|credits|budget|obtenu|amounts|amount|sommes|somme|annee|euros|share|grants|grant|money|year|part|pour|sum|for|eur|an|bp|in|ou|or|en|de|%";

    private static readonly string[] yearWords =
        [.. $"{CostHeads}|{CostTails}|{SumWordsOfYears}|couts".Split('|').Distinct()];

    [GeneratedRegex($"^(?:{CostHeads})(?:{CostTails})*$", RegexOptions.CultureInvariant)]
    private static partial Regex CostWords();

    [GeneratedRegex($"^(?:{SumWordsOfYears})*$", RegexOptions.CultureInvariant)]
    private static partial Regex SumWords();

    // A run of figures, an O or an l among them.
    [GeneratedRegex(@"(?<![0-9A-Za-z])[12lI][0-9OolI]{3}(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(@"\(([^()]*)\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    // Columns that calculate (gaps, checks): the form's own, and those that people add. Totals are left out where they add up.
    [GeneratedRegex(@"^(?:ecart|controle|verification|verif|check|gap|acompleter|tobecompleted)", RegexOptions.CultureInvariant)]
    private static partial Regex Check();
}
