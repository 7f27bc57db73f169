using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Reports.Texts;

/// <summary>Every word of the report, French beside English.</summary>
internal sealed partial class ReportTexts(Language language)
{
    private static readonly CultureInfo Numbers = CultureInfo.InvariantCulture;
    // Asked for beside most cells.
    private ReportWords? signs;

    internal Language Language => language;

    internal ReportWords Signs => signs ??= new(
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
    internal string CalendarSheet => Say("Calendrier", "Calendar");
    internal string CommitmentsSheet => Say("Conventions", "Agreements");

    internal string PostsTitle =>
        Say("Postes : lieu, employeur, jusqu'à quand chacun est financé", "Posts: where, who employs, until when each is funded");
    internal string PlanTitle =>
        Say("Plan de financement par poste, exercice et financeur", "Funding plan by post, budget year and funder");
    internal string CommitmentsTitle => Say("Conventions et autres financements", "Agreements and other promises of the funders");

    internal string AsOf(LocalDate date) => Say($"Situation au {Long(date)}", $"As of {Long(date)}");

    internal string Legend => Say(
        "Légende : « inconnu » n'est ni zéro ni « non financé » ; « hyp. » suit un chiffre dans lequel entre une hypothèse ; « env. » précède un montant approché ; « part. » suit un montant d'un exercice compté en partie, le début du poste étant inconnu ; « — » : sans objet.",
        "Legend: “unknown” is neither zero nor “not funded”; “hyp.” follows a figure that rests on an assumption; “approx.” precedes an approximate amount; “part.” follows an amount of a budget year counted in part, the beginning of the post being unknown; “—”: not applicable.");

    internal string PlanNote => Say(
        "Ferme, conventionné et annoncé ne s'ajoutent pas ; ce qui est seulement sollicité n'entre dans aucun total. « Versé » est donné pour les tranches d'une convention qui ne paie qu'un poste ; pour les autres, voir Conventions. Les totaux et le reste à financer sont des formules ; un total dont une part est inconnue est inconnu, et la part connue est à la ligne suivante.",
        "Firm, agreed and announced do not add up; what is only asked for enters no total. “Paid” is given for the instalments of a promise that pays one post; for the others, see Agreements. Totals and gaps are formulas; a total of which a part is unknown is unknown, and its known part stands on the next line.");

    // Headings

    internal string MissingHeading => Say("Ce qui n'est pas connu", "What is not known");
    internal string NoPost => Say("Aucun poste.", "No post.");
    internal string NoCommitment => Say("Aucun financement.", "No promise.");
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
    internal string Cause =>
        Say("Ce qui prend fin ou baisse ce jour-là (part du coût)", "What ends or falls on that day (part of the cost)");
    internal string Remarks => Say("À noter", "Remarks");
    internal string Year => Say("Exercice", "Budget year");
    internal string Level => Say("Niveau", "Level");
    internal string Funder => Say("Financeur", "Funder");
    internal string Commitment => Say("Financement", "Promise");
    internal string Cost => Say("Coût", "Cost");
    internal string Gap => Say("Reste à financer", "Gap");
    internal string GapAtMost => Say("Reste à financer au plus", "Gap at most");
    internal string Surplus => Say("Excédent", "Surplus");
    internal string Rounding => Say("Arrondis", "Rounding");
    internal string Coverage => Say("Taux de couverture", "Coverage");
    internal string TimeLeft => Say("Temps restant", "Time left");
    internal string PartFunded(int year) => Say($"Part financée {year}", $"Part funded {year}");
    internal string GapOf(int year) => Say($"Reste à financer {year}", $"Gap {year}");
    internal string From => Say("Du", "From");
    internal string Until => Say("Au", "Until");
    internal string StatusHeader => Say("Statut", "Status");
    internal string DecidedOn => Say("Décidé le", "Decided on");
    internal string Posts => Say("Postes", "Posts");
    internal string Terms => Say("Montant ou part", "What is promised");
    internal string Instalments => Say("Tranches fermes", "Firm instalments");
    internal string Promised => Say("Montant accordé", "Amount promised");
    internal string Before => Say("Avant", "Before");
    internal string Shown(int first, int last) => Say($"De {first} à {last}", $"{first} to {last}");
    internal string After => Say("Après", "After");
    internal string Unused => Say("Non employé", "Unused");
    internal string RequestedMoney => Say("Sollicité", "Requested");
    internal string Paid => Say("Versé", "Paid");
    internal string AmendsRow(int number) => Say($"modifie la ligne {number}", $"amends row {number}");
    internal string References => Say("Références", "References");
    internal string Evidence => Say("Justificatif", "Evidence");
    private string Quoted(IReadOnlyList<string> columns) => Words.List([.. columns.Select(column => $"«\u00a0{column}\u00a0»")], language);
    private string Lower(IReadOnlyList<string> columns) => Words.List([.. columns.Select(column => column.ToLowerInvariant())], language);
    internal string AllUnknown(IReadOnlyList<string> columns) => Say(
        $"Inconnu pour toutes les lignes : {Quoted(columns)}.",
        $"Unknown on every row: {Lower(columns)}.");
    internal string MostUnknown(IReadOnlyList<string> columns) => Say(
        $"Inconnu, sauf mention contraire dans « À noter » : {Quoted(columns)}.",
        $"Unknown unless the remarks say otherwise: {Lower(columns)}.");
    internal string FirmRemark(ImmutableArray<Instalment> instalments) => string.Join(", ", instalments.Select(one =>
    {
        string days = (one.From.First, one.Until.Last) is ({ Month: 1, Day: 1 } from, { Month: 12, Day: 31 } until)
            && from.Year == until.Year
            ? from.Year.ToString(Numbers)
            : Say($"du {Date1(one.From, false)} au {Date1(one.Until, true)}", $"{Date1(one.From, false)} to {Date1(one.Until, true)}");
        string money = one.Amount is { } amount
            ? Say($" : {WholeEuros.Of(amount, language)}", $": {WholeEuros.Of(amount, language)}") : "";
        string act = one.Act is { } by ? $" ({by})" : "";
        return Say($"ferme {days}{money}{act}", $"firm {days}{money}{act}");
    }));
    internal string PaidRemark(Euros paid) => Say($"versé : {WholeEuros.Of(paid, language)}", $"paid: {WholeEuros.Of(paid, language)}");
    internal string SourceAndReferences => Say("Source et références", "Source and references");
    internal string Kind => Say("Nature", "Kind");
    internal string Reference => Say("Référence", "Reference");
    internal string Date => Say("Date", "Date");
    internal string Author => Say("Auteur", "Author");
    internal string Reason => Say("Motif", "Reason");

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
    internal string LevelCommitment => Say("Financement", "Promise");
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

    private string Date1(PartialDate date, bool end) => Words.Date(end ? date.Last : date.First, language);

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
    internal string ConstantCost(int year) => Say($"coût {year} reconduit, non actualisé", $"{year} cost carried forward, not updated");
    internal string ApproximateRemark => Say("montant approché", "approximate amount");
    internal string Attested(PartialDate on) => on.IsDay
        ? Say($"début inconnu, attesté le {DateOf(on)}", $"beginning unknown, attested on {DateOf(on)}")
        : Say($"début inconnu, attesté en {DateOf(on)}", $"beginning unknown, attested in {DateOf(on)}");
    internal string WithdrawnFrom(PartialDate from) =>
        Say($"retiré à compter {(from.IsDay ? $"du {DateOf(from)}" : Words.De(DateOf(from)))}", $"withdrawn from {DateOf(from)}");
    internal string NotYetDecided => Say("décidé après la date de situation : non compté", "decided after the as-of date: not counted");
    internal string ResumesOn(LocalDate day) => Say($"reprend le {Words.Date(day, language)}", $"resumes on {Words.Date(day, language)}");
    internal string OnFirstDay => Say("déjà en cours", "already under way");

    internal string LackingLong(Missing missing) => missing switch
    {
        Missing.Cost => Say("Le coût", "The cost"),
        Missing.Fte => Say("Le temps de travail en ETP", "The working time in FTE"),
        Missing.Instalments => Say("Les annuités notifiées", "The instalments confirmed by an act"),
        Missing.Amount => Say("Le montant d'un financement", "The amount of a promise"),
        Missing.Term => Say("Le terme d'un financement", "The term of a promise"),
        Missing.From => Say("Le premier jour du poste", "The first day of the post"),
        _ => throw new ArgumentOutOfRangeException(nameof(missing)),
    };

    internal string ConsequenceOf(Missing missing) => missing switch
    {
        Missing.Cost => Say(
            "Aucun montant en euros qui dépende du coût ne peut être donné.", "No amount in euros that depends on the cost can be given."),
        Missing.Fte => Say("Les totaux en ETP sont inconnus ; une somme commune se partage à parts égales.",
            "Totals of FTE are unknown; a common sum is shared equally."),
        Missing.Instalments => Say("La part ferme n'est connue qu'entre deux limites : il manque l'acte qui engage chaque année.",
            "The firm part is known between two limits only: the act that binds each year is missing."),
        Missing.Amount => Say(
            "Le financement compte comme possible, sans montant certain.", "The promise counts as possible, for no certain amount."),
        Missing.Term => Say("Sûr jusqu'à la fin de l'exercice en cours, seulement possible ensuite.",
            "Certain to the end of the current budget year, only possible after."),
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

    internal string CommitmentsInWords(IReadOnlyList<int> numbers) => Say(
        $"{(numbers.Count == 1 ? "ligne" : "lignes")} {Words.List([.. numbers.Select(number => number.ToString(Numbers))], language)} de Conventions",
            $"{(numbers.Count == 1 ? "row" : "rows")} {Words.List([.. numbers.Select(number => number.ToString(Numbers))], language)} of Agreements");

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

    // Figures in words

    // In English no figures alone: 07/08 means two things.
    internal string DateOf(PartialDate date) => Words.Date(date, language);

    internal string Money(Euros amount) => Words.Money(amount, language);

    internal string Rate(CoverageRate rate)
    {
        string digits = decimal.Round(rate.ToDecimal() * 100, 2, MidpointRounding.AwayFromZero).ToString("0.##", Numbers);
        return Say(digits.Replace('.', ',') + "\u00A0%", digits + "%");
    }

    private string Long(LocalDate date) => Words.LongDate(date, language);

    private string Count(int count) => count.ToString(Numbers);

    // What is written here is printed as French is; a text of people's own within it stays as it is written.
    private string Say(FrenchText french, string english) => Phrase.In(language, french, english);

    private string Say(string french, string english) => Say($"{FrenchText.NoBreak(french)}", english);
}
