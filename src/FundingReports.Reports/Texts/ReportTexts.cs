using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Wording;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Reports.Texts;

/// <summary>Every word of the report, French beside English.</summary>
internal sealed partial class ReportTexts(Language language)
{
    private static readonly CultureInfo Numbers = CultureInfo.InvariantCulture;
    private static readonly LocalDatePattern Slashed = LocalDatePattern.CreateWithInvariantCulture("dd'/'MM'/'uuuu");

    internal Language Language => language;

    internal ReportWords Signs => new(
        Unknown: Say("inconnu", "unknown"),
        NotApplicable: "—",
        Assumed: "hyp.",
        Approximate: Say("env.", "approx."),
        Partial: "part.",
        Cut: Say("… [texte coupé]", "… [text cut]"),
        Page: Say("Page", "Page"));

    // Sheets

    internal string Title(string? portfolio) => portfolio ?? Say("Postes cofinancés", "Co-financed posts");

    internal string SummarySheet => Say("Synthèse", "Summary");
    internal string PostsSheet => Say("Postes", "Posts");
    internal string PlanSheet => Say("Plan de financement", "Funding plan");
    internal string CommitmentsSheet => Say("Conventions", "Agreements");
    internal string SourcesSheet => Say("Hypothèses et sources", "Assumptions and sources");
    internal string NoticeSheet => Say("Notice", "Notes");

    internal string PostsTitle =>
        Say("Postes : où, qui emploie, jusqu'à quand chacun est financé", "Posts: where, who employs, until when each is funded");
    internal string PlanTitle =>
        Say("Plan de financement par poste, exercice et financeur", "Funding plan by post, budget year and funder");
    internal string CommitmentsTitle =>
        Say("Conventions et autres engagements des financeurs", "Agreements and other promises of the funders");
    internal string SourcesTitle => Say("Hypothèses et sources", "Assumptions and sources");
    internal string NoticeTitle => Say("Notice : les mots et les signes de ce classeur", "Notes: the words and signs of this workbook");

    internal string AsOf(LocalDate date) => Say($"Situation au {Long(date)}", $"As of {Long(date)}");

    internal string Legend => Say(
        "Légende : « inconnu » n'est ni zéro ni « non financé » ; « hyp. » suit un chiffre dans lequel entre une hypothèse ; « env. » précède un montant approché ; « part. » suit un montant d'un exercice compté en partie, le début du poste étant inconnu ; « — » : sans objet.",
        "Legend: “unknown” is neither zero nor “not funded”; “hyp.” follows a figure into which an assumption enters; “approx.” precedes an approximate amount; “part.” follows an amount of a budget year counted in part, the beginning of the post being unknown; “—”: not applicable.");

    internal string PlanNote => Say(
        "Ferme, conventionné et annoncé ne s'ajoutent pas ; ce qui est seulement demandé n'entre dans aucun total. « Versé » est donné pour les tranches d'une convention qui ne paie qu'un poste ; pour les autres, voir Conventions. Les totaux et le reste à financer sont des formules ; un total dont une part est inconnue est inconnu, et la part connue est à la ligne suivante.",
        "Firm, agreed and announced do not add up; what is only asked for enters no total. “Paid” is given for the instalments of a promise that pays one post; for the others, see Agreements. Totals and gaps are formulas; a total of which a part is unknown is unknown, and its known part stands on the next line.");

    // Headings

    internal string PostsHeading => Say("Jusqu'à quand chaque poste est-il financé ?", "Until when is each post funded?");
    internal string PostsHeadingFirst(int shown, int all) => Say(
        $"Jusqu'à quand chaque poste est-il financé ? Les {Count(shown)} postes les plus urgents sur {Count(all)} ; tous sont dans la feuille Postes.",
        $"Until when is each post funded? The {Count(shown)} most urgent posts of {Count(all)}; all are on the sheet Posts.");
    internal string YearsHeading => Say("Ensemble des postes, par exercice", "All posts, by budget year");
    internal string MissingHeading => Say("Ce qui n'est pas connu", "What is not known");
    internal string NothingMissing =>
        Say("Rien de ce qui est nécessaire au calcul n'est inconnu.", "Nothing that the calculation needs is unknown.");
    internal string NoPost => Say("Aucun poste.", "No post.");
    internal string NoCommitment => Say("Aucun engagement.", "No promise.");
    internal string NoSource => Say("Aucune source n'est donnée.", "No source is given.");

    // Columns

    internal string Post => Say("Poste", "Post");
    internal string Id => Say("Identifiant", "Id");
    internal string Departement => Say("Dép.", "Dép.");
    internal string Where => Say("Services et lieux", "Services and places");
    internal string Employer => Say("Employeur", "Employer");
    internal string Fte => Say("ETP", "FTE");
    internal string Occupancy => Say("Occupation", "Occupancy");
    internal string AnnualCost => Say("Coût annuel", "Yearly cost");
    internal string FirstCliff => Say("Première rupture", "First drop");
    internal string Cause => Say("Ce qui cesse ou baisse ce jour-là (part du coût)", "What ends or falls on that day (part of the cost)");
    internal string Remarks => Say("À noter", "Remarks");
    internal string Year => Say("Exercice", "Budget year");
    internal string Level => Say("Niveau", "Level");
    internal string Funder => Say("Financeur", "Funder");
    internal string Commitment => Say("Engagement", "Promise");
    internal string Cost => Say("Coût", "Cost");
    internal string Gap => Say("Reste à financer", "Gap");
    internal string GapAtMost => Say("Reste à financer au plus", "Gap at most");
    internal string Surplus => Say("Excédent", "Surplus");
    internal string Rounding => Say("Arrondis", "Rounding");
    internal string Coverage => Say("Taux de couverture", "Coverage");
    internal string TimeLeft => Say("Temps restant", "Time left");
    internal string PartFunded(int year) => Say($"Part financée {year}", $"Part funded {year}");
    internal string GapOf(int year) => Say($"Reste à financer {year}", $"Gap {year}");
    internal string MoreLeaning(int count) => Say(
        count == 1 ? "• … et un autre solde qui dépend de l'argent d'autres financeurs."
            : $"• … et {count} autres soldes qui dépendent de l'argent d'autres financeurs.",
        count == 1 ? "• … and one more balance that depends on the money of other funders."
            : $"• … and {count} more balances that depend on the money of other funders.");
    internal string From => Say("Du", "From");
    internal string Until => Say("Au", "Until");
    internal string StatusHeader => Say("Statut", "Status");
    internal string DecidedOn => Say("Décidé le", "Decided on");
    internal string Posts => Say("Postes", "Posts");
    internal string Terms => Say("Ce qui est promis", "What is promised");
    internal string Instalments => Say("Tranches fermes", "Firm instalments");
    internal string Promised => Say("Montant promis", "Amount promised");
    internal string Before => Say("Avant", "Before");
    internal string Shown(int first, int last) => Say($"De {first} à {last}", $"{first} to {last}");
    internal string After => Say("Après", "After");
    internal string Unused => Say("Non employé", "Unused");
    internal string RequestedMoney => Say("Demandé", "Requested");
    internal string Paid => Say("Versé", "Paid");
    internal string SourceAndReferences => Say("Source et références", "Source and references");
    internal string Kind => Say("Nature", "Kind");
    internal string SourceTitle => Say("Intitulé", "Title");
    internal string Reference => Say("Référence", "Reference");
    internal string Date => Say("Date", "Date");
    internal string Author => Say("Auteur", "Author");
    internal string Reason => Say("Motif", "Reason");
    internal string UsedFor => Say("Ce qui en vient", "What comes from it");
    internal string Topic => Say("Rubrique", "Topic");
    internal string Word => Say("Mot ou signe", "Word or sign");
    internal string Meaning => Say("Sens", "Meaning");

    internal string View(FundingView view) => view.InWords(language);

    internal string FundedUntil(FundingView view) => view switch
    {
        FundingView.Firm => Say("Ferme jusqu'au", "Firm until"),
        FundingView.Agreed => Say("Conventionné jusqu'au", "Agreed until"),
        FundingView.Announced => Say("Annoncé jusqu'au", "Announced until"),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };

    // Levels of the funding plan

    internal string AllPosts => Say("Tous les postes", "All posts");
    internal string LevelAll => Say("Ensemble", "All");
    internal string LevelAllKnown => Say("Ensemble, part connue", "All, known part");
    internal string LevelPost => Say("Poste", "Post");
    internal string LevelPostKnown => Say("Poste, part connue", "Post, known part");
    internal string LevelRequest => Say("Demande", "Request");
    internal string LevelCommitment => Say("Engagement", "Promise");
    internal string KnownPart => Say("dont part connue", "of which known");
    internal string Total => Say("Total", "Total");

    // Facts in words

    internal string SourceKindOf(SourceKind kind) => kind switch
    {
        SourceKind.Act => Say("acte vu", "act seen"),
        SourceKind.Statement => Say("déclaration", "statement"),
        SourceKind.Press => Say("presse", "press"),
        SourceKind.Dataset => Say("jeu de données", "dataset"),
        SourceKind.Assumption => Say("hypothèse", "assumption"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    internal string OccupancyOf(OccupancyState state) => state switch
    {
        OccupancyState.Occupied => Say("pourvu", "occupied"),
        OccupancyState.Vacant => Say("vacant", "vacant"),
        OccupancyState.Recruiting => Say("recrutement en cours", "recruiting"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    internal string Open => Say("sans terme", "open");

    internal string InstalmentsOf(ImmutableArray<Instalment>? instalments) => instalments switch
    {
        null => Signs.Unknown,
        { IsEmpty: true } => Say("aucune", "none"),
        { } known => string.Join("\n", known.Select(InstalmentOf)),
    };

    private string InstalmentOf(Instalment instalment)
    {
        string said = Say($"du {Date1(instalment.From, false)} au {Date1(instalment.Until, true)}",
            $"{Date1(instalment.From, false)} to {Date1(instalment.Until, true)}");
        if (instalment.Amount is { } amount)
            said += Say(" : ", ": ") + Money(amount);
        return instalment.Act is { } act ? $"{said} ({act})" : said;
    }

    private static string Date1(PartialDate date, bool end) =>
        date.IsDay ? Slashed.Format(date.First) : Slashed.Format(end ? date.Last : date.First);

    internal string Left(Period left) => Words.Duration(left, language);

    internal string RateRange(Knowable<CoverageRate> low, Knowable<CoverageRate> high) =>
        low.TryGet(out var least)
            ? high.TryGet(out var most)
                ? Say($"de {Rate(least)} à {Rate(most)}", $"{Rate(least)} to {Rate(most)}")
                : Say($"au moins {Rate(least)}", $"at least {Rate(least)}")
            : Signs.Unknown;

    internal string Loss(string funder, string? line, CoverageRate share) => share.Millionths == 0
        ? line is null ? funder : $"{funder} ({line})"
        : line is null ? $"{funder} : {Rate(share)}" : $"{funder} ({line}) : {Rate(share)}";

    // Remarks

    internal string AssumedRemark(string ids) => Say($"hypothèses : {ids}", $"assumptions: {ids}");
    internal string MissingRemark(IEnumerable<Missing> missing) =>
        Say("inconnu : ", "unknown: ") + string.Join(", ", missing.Select(what => what.InWords(language)));
    internal string ConstantCost(int year) => Say($"à coût constant de {year}", $"at constant {year} cost");
    internal string ApproximateRemark => Say("montant approché", "approximate amount");
    internal string Attested(PartialDate on) => on.IsDay
        ? Say($"début inconnu, attesté le {DateOf(on)}", $"beginning unknown, attested on {DateOf(on)}")
        : Say($"début inconnu, attesté en {DateOf(on)}", $"beginning unknown, attested in {DateOf(on)}");
    internal string WithdrawnFrom(PartialDate from) =>
        Say($"retiré à compter {(from.IsDay ? "du" : "de")} {DateOf(from)}", $"withdrawn from {DateOf(from)}");
    internal string NotCounted => Say("non compté", "not counted");
    internal string NotYetDecided => Say("décidé après la date de situation : non compté", "decided after the as-of date: not counted");
    internal string ResumesOn(LocalDate day) => Say($"reprend le {Slashed.Format(day)}", $"resumes on {Slashed.Format(day)}");
    internal string OnFirstDay => Say("dès le premier jour", "on the first day");

    internal string LackingLong(Missing missing) => missing switch
    {
        Missing.Cost => Say("Le coût", "The cost"),
        Missing.Fte => Say("Le temps de travail en ETP", "The working time in FTE"),
        Missing.Instalments => Say("Les tranches rendues fermes par un acte", "The instalments that an act has made firm"),
        Missing.Amount => Say("Le montant d'une promesse", "The amount of a promise"),
        Missing.Term => Say("Le terme d'une promesse", "The term of a promise"),
        Missing.From => Say("Le premier jour du poste", "The first day of the post"),
        _ => throw new ArgumentOutOfRangeException(nameof(missing)),
    };

    internal string ConsequenceOf(Missing missing) => missing switch
    {
        Missing.Cost => Say(
            "Aucun montant en euros qui dépende du coût ne peut être donné.", "No amount in euros that depends on the cost can be given."),
        Missing.Fte => Say("Les totaux en ETP sont inconnus ; une somme commune se partage à parts égales.",
            "Totals of FTE are unknown; a common sum is shared equally."),
        Missing.Instalments => Say("La part ferme ne peut être que bornée : il manque l'acte qui engage chaque année.",
            "The firm part can only be bounded: the act that binds each year is missing."),
        Missing.Amount => Say("La promesse compte comme possible, mais aucune somme n'en est sûre.",
            "The promise counts as possible, but no sum of it is sure."),
        Missing.Term => Say("Sûr jusqu'à la fin de l'exercice en cours, seulement possible ensuite.",
            "Sure to the end of the current budget year, only possible after."),
        Missing.From => Say("Le poste compte depuis le jour où son existence est attestée.",
            "The post counts from the day on which it is known to exist."),
        _ => throw new ArgumentOutOfRangeException(nameof(missing)),
    };

    internal string MissingItem(Missing missing, string posts) => $"{LackingLong(missing)} ({posts}). {ConsequenceOf(missing)}";

    internal string PostsLacking(IReadOnlyList<string> labels, int all) =>
        labels.Count == all && all > 1 ? Say($"les {Count(all)} postes", $"all {Count(all)} posts")
        : labels.Count <= 6 && labels.Sum(label => label.Length) <= 80 ? string.Join(", ", labels)
        : labels.Count == 1 ? labels[0]
        : Say($"{Count(labels.Count)} postes sur {Count(all)}", $"{Count(labels.Count)} of {Count(all)} posts");

    internal string UsedBy(string subject, string properties) => properties.Length == 0 ? subject : $"{subject} ({properties})";

    internal string SourceOfProperty(string property, string source) => $"{PropertyOf(property)}{Say(" : ", ": ")}{source}";

    internal string Campaign(string name, int year) => Say($"campagne {name} {year}", $"campaign {name} {year}");

    internal string PropertyOf(string property) => property switch
    {
        "from" => Say("début", "beginning"),
        "until" => Say("fin", "end"),
        "amount" => Say("montant", "amount"),
        "fte" => Say("ETP", "FTE"),
        "cost" => Say("coût", "cost"),
        "status" => Say("statut", "status"),
        "instalments" => Say("tranches", "instalments"),
        "cap" => Say("plafond", "ceiling"),
        "decidedOn" => Say("date de décision", "date of decision"),
        "attestedOn" => Say("existence attestée", "known to exist"),
        "funder" => Say("financeur", "funder"),
        _ => property,
    };

    internal ImmutableArray<(string Topic, string Word, string Meaning)> Notice =>
    [
        (Say("Mots", "Words"), Say("annoncé", "announced"), Say("Dit, non décidé : aucun acte. Statut par défaut d'une promesse.",
            "Said, not decided: no act. The default status of a promise.")),
        (Say("Mots", "Words"), Say("attribué, conventionné", "granted, signed"),
            Say("Décidé par un acte (arrêté, délibération) ou signé dans une convention, pour toute sa durée.",
                "Decided by an act, or signed in an agreement, for its whole term.")),
        (Say("Mots", "Words"), Say("ferme", "firm"),
            Say("Attribué ou conventionné, pour les jours qu'une tranche couvre : une convention de trois ans n'est le plus souvent ferme qu'année par année.", "Granted or signed, on the days that an instalment covers: a three-year agreement is usually firm one year at a time.")),
        (Say("Mots", "Words"), Say("sollicité", "requested"),
            Say("Demandé, sans réponse : n'entre dans aucun montant.", "Asked for, without answer: in no amount.")),
        (Say("Mots", "Words"), Say("reste à financer", "gap"),
            Say("La somme de ce qui manque, jour par jour. Un excédent en juin ne comble pas un manque en juillet.",
                "The sum of what is missing, day by day. Money too much in June does not fill a hole in July.")),
        (Say("Mots", "Words"), Say("reste à financer au plus", "gap at most"),
            Say("Ce qui manquerait si seul l'argent sûr venait.", "What would be missing if only sure money came.")),
        (Say("Mots", "Words"), Say("part financée, taux de couverture", "coverage"),
            Say("L'argent rapporté au coût, en moyenne sur les jours du poste dans l'exercice.",
                "Money divided by cost, on average over the post's days of the budget year.")),
        (Say("Mots", "Words"), Say("arrondis", "rounding"),
            Say("Quelques centimes au plus : coût + excédent + arrondis = financement + reste à financer.",
                "A few cents at most: cost + surplus + rounding = funding + gap.")),
        (Say("Mots", "Words"), Say("rupture", "drop"),
            Say("Le lendemain du dernier jour financé en totalité.", "The day after the last fully funded one.")),
        (Say("Mots", "Words"), Say("non employé", "unused"),
            Say("Argent promis pour des jours où le poste n'existe pas : signalé, jamais déplacé.",
                "Money promised for days on which the post does not exist: reported, never moved.")),
        (Say("Signes", "Signs"), Signs.Unknown,
            Say("Personne ne l'a publié ni transmis. Ni zéro, ni « non financé ». Un total dont une part est inconnue est inconnu ; sa part connue est donnée à côté.", "Nobody has published or given it. Neither zero nor “not funded”. A total with an unknown part is unknown; its known part is given beside.")),
        (Say("Signes", "Signs"), Signs.Assumed,
            Say("Une hypothèse entre dans ce chiffre ; elle est écrite dans la feuille Hypothèses et sources.",
                "An assumption enters this figure; it is written on the sheet Assumptions and sources.")),
        (Say("Signes", "Signs"), Signs.Approximate, Say("Montant donné comme approché (« près de ») ; il est calculé tel quel.",
            "An amount given as approximate; it is calculated as given.")),
        (Say("Signes", "Signs"), Signs.Partial,
            Say("Le début du poste est inconnu : l'exercice n'est compté que depuis le jour où le poste est attesté.",
                "The beginning of the post is unknown: the budget year is counted only from the day on which the post is known to exist.")),
        (Say("Signes", "Signs"), Signs.NotApplicable, Say("Sans objet sur cette ligne.", "Not applicable on this row.")),
        (Say("Calcul", "Calculation"), Say("mois de trente jours", "months of thirty days"),
            Say("Chaque mois compte trente jours, comme la paie publique (décret n° 62-765) : une année entière compte douze mois égaux.",
                "Every month counts thirty days, as public pay does (décret n° 62-765): a whole year is twelve equal months.")),
        (Say("Calcul", "Calculation"), Say("date de situation", "as-of date"),
            Say("Ce qui a été décidé après cette date n'est pas pris en compte.", "What was decided after that date is not counted.")),
    ];

    // Figures in words

    internal string DateOf(PartialDate date) => date.IsDay
        ? Slashed.Format(date.First)
        : date.First.Month == date.Last.Month
            ? string.Create(Numbers, $"{date.First.Month:00}/{date.First.Year:0000}") : string.Create(Numbers, $"{date.First.Year:0000}");

    internal string Money(Euros amount) => Words.Money(amount, language);

    internal string Rate(CoverageRate rate)
    {
        string digits = decimal.Round(rate.ToDecimal() * 100, 2, MidpointRounding.AwayFromZero).ToString("0.##", Numbers);
        return Say(digits.Replace('.', ',') + "\u00A0%", digits + "%");
    }

    private string Long(LocalDate date) => Words.LongDate(date, language);

    private string Count(int count) => count.ToString(Numbers);

    private string Say(string french, string english) => language == Language.English ? english : FrenchText.NoBreak(french);
}
