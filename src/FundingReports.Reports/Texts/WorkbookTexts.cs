using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Reports.Schedules;
using FundingReports.Requests;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Reports.Texts;

/// <summary>The words of the workbook's sheets, French beside English.</summary>
internal sealed class WorkbookTexts(Language language)
{
    internal string Joined(IEnumerable<string> said) => string.Join(language is Language.French ? "\u202F; " : "; ", said);

    // Plan de financement

    internal string PlanTitleOf(string title) => Say($"{title} : plan de financement", $"{title}: funding plan");
    internal string PlanNote => Say(
        $"En euros. Ce qui est conventionné ou attribué compte ; ce qui est annoncé ou sollicité, en italique sur fond jaune, ne compte pas.",
        "In euros. What is signed or granted counts; what is announced or requested, in italics on yellow, does not.");
    internal string AllAssumed => Say(
        $"Chaque montant repose sur une hypothèse, écrite dans la notice.", "Every amount rests on an assumption, written in the notes.");
    internal string SharesNote => Say(
        $"Le coût des postes est inconnu : le plan donne la part du coût accordée par chaque financeur. Ce qui est annoncé ou sollicité, en italique sur fond jaune, ne compte pas.",
        "The cost of the posts is unknown: the plan gives the part of the cost that each funder has promised. What is announced or requested, in italics on yellow, does not count.");
    internal string UnknownIn(IReadOnlyList<int> years) =>
        Say($"total inconnu en {Words.List([.. years.Select(year => year.ToString(System.Globalization.CultureInfo.InvariantCulture))], language)}",
        $"total unknown in {Words.List([.. years.Select(year => year.ToString(System.Globalization.CultureInfo.InvariantCulture))], language)}");
    internal string Financing => Say($"Employeur ou financeur", "Employer or funder");
    internal string Status => Say($"Statut", "Status");
    internal string Act => Say($"Acte ou précision", "Act or detail");
    internal string NoCost => Say($"coût nul", "no cost");
    internal string CostOfPost => Say($"coût du poste", "cost of the post");
    internal string PartFunded => Say($"part financée", "part funded");
    internal string KnownPart => Say($"part connue", "known part");
    internal string Gap => Say($"Reste à financer", "Gap");
    internal string Surplus => Say($"Excédent", "Surplus");
    internal string Funded => Say($"financé", "funded");
    internal string AllPosts => Say($"Tous les postes", "All posts");
    internal string TotalOfYears => Say($"Total", "Total");
    internal string OfWhichFirm => Say($"dont ferme", "of which firm");
    internal string OtherFunders(int count) => Say($"Autres financeurs ({count})", $"Other funders ({count})");
    internal string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
    internal string KnownPartOf(string what) => Say($"{what}, part connue", $"{what}, known part");
    internal string Fte(decimal fte) => Say(
        $"{fte.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',')} ETP",
        $"{fte.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)} FTE");
    /// <summary>Who employs, and how much of full time: on one line.</summary>
    internal string WhoWorks(string? employer, string? fte) => (employer, fte) switch
    {
        ({ } known, { } hours) => $"{known} · {hours}",
        ({ } known, null) => Say($"{known} · ETP inconnu", $"{known} · FTE unknown"),
        (null, { } hours) => Say($"{hours} · employeur inconnu", $"{hours} · employer unknown"),
        (null, null) => Say($"employeur et ETP inconnus", "employer and FTE unknown"),
    };
    internal string OccupancyUnknown => Say($"occupation inconnue", "occupancy unknown");
    internal string EmployerUnknown => Say($"employeur inconnu", "employer unknown");
    internal string Occupied(OccupancyState state, PartialDate? since) => (state, since) switch
    {
        (OccupancyState.Vacant, { IsDay: false } when) =>
            Say($"vacant depuis {Words.Date(when, language)}", $"vacant since {Words.Date(when, language)}"),
        (OccupancyState.Vacant, { } day) =>
            Say($"vacant depuis le {Words.Date(day, language)}", $"vacant since {Words.Date(day, language)}"),
        (OccupancyState.Vacant, null) => Say($"vacant", "vacant"),
        (OccupancyState.Recruiting, _) => Say($"recrutement en cours", "being recruited"),
        _ => Say($"pourvu", "occupied"),
    };
    /// <summary>Until when the whole cost is paid, or that it is not; null of a post that has ended.</summary>
    internal string? FundedHowLong(FundingHorizon whole, FundingHorizon part) => whole.State switch
    {
        HorizonState.Until => FundedUntil(whole.Surely),
        HorizonState.PostEnds => Say($"entièrement financé jusqu’à sa fin", $"fully funded until it ends"),
        HorizonState.Open => Say($"entièrement financé, sans terme", $"fully funded, no end date"),
        HorizonState.NotOnFirstDay when part.State is HorizonState.NotOnFirstDay => Say($"non financé", $"not funded"),
        // Nothing is sure, and something is possible.
        HorizonState.NotOnFirstDay when part.Surely.IsNone => Say($"part financée inconnue", $"funded part unknown"),
        HorizonState.NotOnFirstDay => Say($"financé en partie", $"partly funded"),
        HorizonState.Between when whole.Surely.Until is not null =>
            Say($"{FundedUntil(whole.Surely)} au moins", $"{FundedUntil(whole.Surely)} at least"),
        HorizonState.Between => Say($"durée de financement inconnue", $"how long it is funded is unknown"),
        HorizonState.Ended => null,
    };
    private string FundedUntil(Reach day) => Say($"entièrement financé jusqu’au {Words.Date(day.Until!.Value, language)}",
        $"fully funded until {Words.Date(day.Until!.Value, language)}");
    internal string NotCovered => Say($"non couvert", $"not covered");
    internal string NothingRequested => Say($"aucune demande connue", $"no request known");
    internal string FirmIn(IReadOnlyList<int> years, IReadOnlyList<string> acts)
    {
        string by = acts.Count == 0 ? "" : $" ({string.Join(", ", acts)})";
        return Say($"ferme {Years(years)}{by}", $"firm {Years(years)}{by}");
    }
    internal string OfWhichRequested(IReadOnlyList<(int Year, Knowable<Euros> Money)> requested)
    {
        var outlook = new OutlookTexts(language);
        string said = requested.Count > 1 && requested.All(one => one.Money == requested[0].Money)
            ? Say($"{outlook.Whole(requested[0].Money)} par an", $"{outlook.Whole(requested[0].Money)} a year")
            : Words.List([.. requested.Select(
                one => Say($"{outlook.Whole(one.Money)} pour {one.Year}", $"{outlook.Whole(one.Money)} for {one.Year}"))], language);
        return Say($"dont sollicités : {said}", $"of which requested: {said}");
    }
    internal string UntilDay(string what, LocalDate day) => Say($"{what} jusqu’au {DayMonth(day)}", $"{what} until {DayMonth(day)}");
    internal string FromDay(string what, LocalDate day) => Say($"{what} dès le {DayMonth(day)}", $"{what} from {DayMonth(day)}");
    internal string Then => Say($" puis ", ", then ");
    internal string BalanceWord => Say($"solde", "balance");
    internal string OfRemainder(string percent) => Say($"{percent} du reste", $"{percent} of the rest");
    internal string OfCost(string percent) => Say($"{percent} du coût", $"{percent} of the cost");
    internal string Withdrawn => Say($"retiré", "withdrawn");
    internal string Ends(PartialDate day) => Say($"terme {Words.Date(day, language)}", $"ends {Words.Date(day, language)}");
    internal string CappedBasis(string? basis, string most) => basis is null
        ? Say($"plafond {most}", $"at most {most}") : Say($"{basis}, plafond {most}", $"{basis}, at most {most}");

    // Calendrier

    internal string CalendarTitle => Say($"Jusqu’à quand chaque poste est-il financé ?", "Until when is each post funded?");
    internal string CalendarTitleOf(string title) =>
        Say($"{title} : jusqu’à quand chaque poste est-il financé ?", $"{title}: until when is each post funded?");
    internal string PublicCalendarNote(LocalDate asOf) => Say(
        $"Ce que couvrent des crédits conventionnés ou attribués : tout le coût (vert), une partie (jaune) ou rien (rouge). « ann. » : seulement annoncé, non compté. Encadré de rouge (« auj. ») : la date de situation, {Words.Date(asOf, language)}.",
        $"What granted or signed money covers: the whole cost (green), a part (yellow) or nothing (red). “ann.”: announced only, not counted. Framed in red (“now”): the as-of date, {Words.Date(asOf, language)}.");
    internal string CalendarNote(LocalDate asOf) => Say(
        $"Part du coût couverte par des crédits conventionnés ou attribués, en % et en moyenne du trimestre. Vert : tout ; jaune : une partie ; rouge : rien. Hachuré, « ann. » : seulement annoncé, non compté. Encadré de rouge (« auj. ») : la date de situation, {Words.Date(asOf, language)}.",
        $"Part of the cost that granted or signed money covers, in %, on average over the quarter. Green: all of it; yellow: a part; red: nothing. Hatched, “ann.”: announced only, not counted. Framed in red (“now”): the as-of date, {Words.Date(asOf, language)}.");
    internal string QuarterOf(int quarter) => Say($"T{quarter}", $"Q{quarter}");
    internal string Quarter(int year, int quarter) => Say($"T{quarter} {year}", $"Q{quarter} {year}");
    internal string Today(string quarter) => Say($"{quarter} auj.", $"{quarter} now");
    internal string Next => Say($"Ce qui se passe ensuite", "What happens next");
    internal string Announced => Say($"ann.", "ann.");
    internal string Undetermined => Say($"indét.", "undet.");
    internal string PercentRange(int low, int? high) => high is { } most
        ? Say($"{low} à {most} %", $"{low} to {most}%")
        : low == 0 ? Undetermined : Say($"{low} % et plus", $"{low}% and more");
    internal string ShortRange(int low, int? high) => high is { } most ? $"{low}–{most}" : low == 0 ? Undetermined : $"≥ {low}";
    internal string Percent(int percent) => Say($"{percent} %", $"{percent}%");

    // Of a publication, in which a rate beside a sum would tell a cost

    internal string PublicFull => Say($"totalité", "full");
    internal string PublicPart => Say($"en partie", "in part");
    internal string PublicNone => Say($"aucun", "none");

    internal string PublicAnswer(LocalDate asOf, int posts, IReadOnlyList<(SpanState State, int Count)> counts)
    {
        string all = PostCount(posts);
        return Say($"Au {Words.LongDate(asOf, language)}, {all} : {Words.List([.. counts.Select(Counted)], language)}.",
            $"On {Words.LongDate(asOf, language)}, {all}: {Words.List([.. counts.Select(Counted)], language)}.");
    }

    private string Counted((SpanState State, int Count) count)
    {
        string number = count.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string s = count.Count > 1 ? "s" : "";
        return count.State switch
        {
            SpanState.Full => Say($"{number} financé{s} en totalité", $"{number} fully funded"),
            SpanState.Part => Say($"{number} en partie", $"{number} in part"),
            SpanState.Undetermined => Say($"{number} indéterminé{s}", $"{number} undetermined"),
            SpanState.Announced => Say($"{number} seulement annoncé{s}", $"{number} announced only"),
            _ => Say($"{number} sans financement recensé", $"{number} without recorded funding"),
        };
    }

    internal string PublicYearsHeading(int counted, int all, string step) => Say(
        $"Total {(counted == all ? $"des {PostCount(all)}" : $"de {PostCount(counted)} sur {all}")}, par année, à {step} près",
        $"Total of {(counted == all ? PostCount(all) : $"{PostCount(counted)} out of {all}")}, by year, to the nearest {step}");
    internal string PublicYearNote(int least) => Say(
        $"Une seule année est donnée : l'écart avec une autre révélerait les crédits de moins de {least} postes.",
        $"One year alone is given: what changes from another one would show the money of fewer than {least} posts.");
    internal string PublicYearsNote(int least) => Say(
        $"Ne sont comptés que les postes dont {least} au moins sont semblables : mêmes jours, mêmes financeurs, financés de la même façon. Les mêmes postes sont comptés chaque année ; les autres ne le sont dans aucun total, et une année manque lorsque l'écart avec une autre révélerait les crédits de moins de {least} postes.",
        $"Only posts of which {least} at least are alike are counted: same days, same funders, funded in the same way. The same posts are counted in each year; the others are in no total, and a year is left out where what changes from another one would show the money of fewer than {least} posts.");
    internal string LeftOut(int number) => Say($"texte n° {number} non publié", $"text no. {number} not published");
    internal string ParagraphLeftOut => Say($"Texte non publié.", "Text not published.");

    // Timeline

    internal string TimelineTitle => CalendarTitle;
    internal string TimelineAnnounced => Say($"annoncé", "announced");
    internal string TimelineUndetermined => Say($"indéterminé", "undetermined");
    internal string FullKey => Say($"financé en totalité", "fully funded");
    internal string PartKey => Say($"financé en partie", "funded in part");
    internal string AnnouncedKey => Say($"annoncé, non compté", "announced, not counted");
    internal string OpenKey => Say($"indéterminé", "undetermined");
    internal string NoneKey => Say($"aucun financement recensé", "no funding recorded");
    internal string TimelineLine(string post, string bars, string note) => Say($"{post} : {bars} ; {note}.", $"{post}: {bars}; {note}.");
    internal string TimelineBar(string text, LocalDate from, LocalDate until) => Say(
        $"{text} du {Words.Date(from, language)} au {Words.Date(until, language)}",
            $"{text} from {Words.Date(from, language)} to {Words.Date(until, language)}");
    internal string TimelineNothing => Say($"poste non ouvert", "no post");
    internal string MostUrgent(int shown, int all) => Say(
        $"Les {shown} postes les plus urgents sur {all} ; tous sont dans la feuille Calendrier.",
            $"The {shown} most urgent posts of {all}; all are on the sheet Calendar.");

    // À faire

    internal string ToDoSheet => Say($"À faire", "To do");
    internal string ToDoTitle => Say($"À faire : quoi, auprès de qui, avant quand", "To do: what, from whom, by when");
    internal string ToDoNote => Say(
        $"Les retards d’abord, puis par date. Une date non publiée n’est pas devinée.",
        "What is late first, then by date. A date that is not published is not guessed.");
    internal string ReportForm => Say($" Compte rendu financier : Cerfa 15059*02.", " Financial report: Cerfa 15059*02.");
    internal string Before => Say($"Avant le", "By");
    internal string OfWhom => Say($"Auprès de", "From whom");
    internal string ForYear => Say($"Année", "Year");
    internal string What => Say($"Objet", "What");
    internal string Posts => Say($"Postes", "Posts");
    internal string Amount => Say($"Montant", "Amount");
    internal string AlreadyRequested => Say($"Déjà sollicité", "Already requested");
    internal string Papers => Say($"Pièces à joindre", "Papers to enclose");
    internal string FunderToBeFound => Say($"financeur à trouver", "funder to be found");
    internal string DateNotPublished => Say($"date non publiée", "date not published");
    internal string LastKnown(LocalDate day) =>
        Say($"non publiée ; la dernière connue : {Words.Date(day, language)}", $"not published; last known {Words.Date(day, language)}");
    internal string Late(LocalDate day) => Say($"{Words.Date(day, language)}, en retard", $"{Words.Date(day, language)}, late");
    internal string NoDate => Say($"dès que possible", "as soon as possible");
    internal string KindOf(RequestKind kind) => kind == RequestKind.Instalment
        ? Say($"annuité à notifier", "yearly instalment to be confirmed") : Say($"besoin de financement", "funding needed");
    internal string KindsOf(IReadOnlyList<RequestKind> kinds) => Joined(kinds.Select(KindOf));
    internal string Paper(PaperKind kind, LocalDate? due, LocalDate asOf)
    {
        string paper = kind switch
        {
            PaperKind.Bilan => Say($"bilan d’ensemble", "overall report"),
            PaperKind.CompteRenduFinancier => Say($"compte rendu financier", "financial report"),
            PaperKind.UnknownEmployer => Say($"selon l’employeur, à préciser", "depends on the employer, to be specified"),
        };
        return due is not { } day ? paper
            : day < asOf ? Say($"{paper}, en retard ({Words.Date(day, language)})", $"{paper}, late ({Words.Date(day, language)})")
            : Say($"{paper} avant le {Words.Date(day, language)}", $"{paper} by {Words.Date(day, language)}");
    }
    internal string WithPapers(string said, IReadOnlyList<string> papers) =>
        Say($"{said} ; à joindre : {Words.List(papers, language)}", $"{said}; to enclose: {Words.List(papers, language)}");
    internal string AlreadyAsked => Say($"demande en cours", "already requested");
    internal string SignWhat => Say($"convention à signer", "agreement to be signed");
    internal string FillWhat => Say($"poste à pourvoir", "post to be filled");
    internal string Item(string when, string who, int? year, string what, string amount, string posts)
    {
        string whom = Whom(who, year), money = WhatAndAmount(what, amount);
        return Say($"{when} · {whom} : {money} ({posts})", $"{when} · {whom}: {money} ({posts})");
    }
    internal string Whom(string who, int? year) => year is { } budget ? Say($"{who}, {budget}", $"{who}, {budget}") : who;
    internal string WhatAndAmount(string what, string amount) => amount.Length == 0 ? what : Say($"{what}, {amount}", $"{what}, {amount}");
    internal string ToJoin(IReadOnlyList<string> papers) =>
        Say($"à joindre : {Words.List(papers, language)}", $"to enclose: {Words.List(papers, language)}");
    internal string Day(LocalDate day) => Words.Date(day, language);
    internal string SoonWord => Say($"Dès que possible", "As soon as possible");
    internal string DateNotPublishedWord => Say($"Date non publiée", "Date not published");
    internal string ByDay(LocalDate day) => Say($"Avant le {Words.Date(day, language)}", $"By {Words.Date(day, language)}");
    internal string LateSince(LocalDate day) =>
        Say($"En retard depuis le {Words.Date(day, language)}", $"Late since {Words.Date(day, language)}");
    internal string PostsInWords(IReadOnlyList<Post> posts) => posts.Count switch
    {
        1 => posts[0].Label,
        2 => Words.List(NamesOf(posts), language),
        _ => PostCount(posts.Count),
    };

    // The characters of names that are read on a line and a half.
    private const int LongestNames = 110;

    /// <summary>Posts by their labels; of several the places are enough, where each has one of its own, and of many the first.</summary>
    internal string PostsNamed(IReadOnlyList<Post> posts)
    {
        if (posts.Count == 1)
            return posts[0].Label;
        var names = NamesOf(posts);
        int shown = 0;
        for (int length = 0; shown < names.Count && (shown == 0 || length + names[shown].Length <= LongestNames); shown++)
            length += names[shown].Length + 2;
        int left = names.Count - shown;
        string rest = left == 0 ? "" : Say($" et {left} {Words.Plural(left, "autre", "autres", language)}", $" and {left} more");
        // A label may hold a comma of its own.
        var told = names.Take(shown);
        string named = names.Exists(name => name.Contains(',', StringComparison.Ordinal)) ? Joined(told) : string.Join(", ", told);
        return Say($"{PostCount(posts.Count)} : {named}{rest}", $"{PostCount(posts.Count)}: {named}{rest}");
    }

    private static List<string> NamesOf(IReadOnlyList<Post> posts)
    {
        var places = posts.Where(post => post.Places.Length == 1).Select(post => post.Places[0]).Distinct().ToList();
        return places.Count == posts.Count ? places : [.. posts.Select(post => post.Label)];
    }

    private string PostCount(int count) => Words.Count(count, Say($"poste", "post"), Say($"postes", "posts"), language);
    internal string MoreToDo(int more) => Say($"… et {more} {Words.Plural(more, "autre", "autres", language)}, dans la feuille À faire.",
        $"… and {more} more, on the sheet To do.");

    // Synthèse

    internal string ToDoHeading => Say($"À faire d’abord", "To do first");
    internal string YearsHeading(int known, int all) => known == all
        ? Say($"Totaux par année, en euros", "Totals by year, in euros")
        : Say($"Totaux par année, en euros : coût connu de {PostCount(known)} sur {all}, crédits connus de tous",
            $"Totals by year, in euros: the known cost of {PostCount(known)} of {all}, the known funding of all");
    internal string WithEnded(string heading, int ended) => Say(
        $"{heading}, {Words.Count(ended, "poste terminé compris", "postes terminés compris", language)}",
            $"{heading}, {Words.Count(ended, "ended post included", "ended posts included", language)}");
    internal string OfWhich => Say($"dont déjà sollicité", "of which requested");
    internal string RulesHeading => Say($"Règles des dispositifs à vérifier", "Rules of the schemes to be looked at");
    internal string MoreRules(int more) => Say($"… et {more} {Words.Plural(more, "autre", "autres", language)}, dans la feuille Données et notice.",
        $"… and {more} more, on the sheet Data and notes.");
    internal string Agreed => Say($"Conventionné ou attribué", "Signed or granted");
    internal string Checks(int differences, int all) => differences == 0
        ? Say($"Contrôles : 0 écart sur {all} (dossier technique).", $"Checks: 0 differences of {all} (technical file).")
        : Say($"Contrôles : {differences} {Words.Plural(differences, "écart", "écarts", language)} sur {all}. Ne pas transmettre ce classeur ; voir le dossier technique.", $"Checks: {differences} {Words.Plural(differences, "difference", "differences", language)} of {all}. Do not send this workbook on; see the technical file.");

    // Données et notice

    internal string NotesSheet => Say($"Données et notice", "Data and notes");
    internal string NotesTitle => Say($"Mots, hypothèses et justificatifs ; données à plat", "Words, assumptions and evidence; flat data");
    internal string WordsHeading => Say($"Mots et signes de ce classeur", "Words and signs of this workbook");
    internal string SourcesHeading => Say($"Hypothèses et justificatifs", "Assumptions and evidence");
    internal string DataHeading => Say($"Données à plat, une ligne par poste, financeur et année (à copier ailleurs ; non imprimées)",
        "Flat data, one row a post, a funder and a year (to be copied elsewhere; not printed)");
    internal string Source(string id, string kind, string title, string more, string uses) => uses.Length == 0
        ? Say($"{id} · {kind} : {title}{more}.", $"{id} · {kind}: {title}{more}.")
        : Say($"{id} · {kind} : {title}{more}. Pour : {uses}.", $"{id} · {kind}: {title}{more}. For: {uses}.");
    internal string Word(string word, string meaning) => Say($"• {word} : {meaning}", $"• {word}: {meaning}");

    internal string NotesTitlePublic => Say($"Mots et justificatifs", "Words and evidence");
    internal string TitleLeftOut => Say($"intitulé non publié", "title not published");

    /// <summary>The dozen words and signs that the workbook uses, and what they mean.</summary>
    /// <param name="signs">The words for the signs.</param>
    /// <param name="shown">The signs that may stand beside a figure.</param>
    internal IEnumerable<(string Word, string Meaning)> Notice(ReportWords signs, Marks shown) => Notice(signs)
        .Where(one => one.Word != signs.Assumed || (shown & Marks.Assumed) != 0)
        .Where(one => one.Word != signs.Approximate || (shown & Marks.Approximate) != 0)
        .Where(one => one.Word != signs.Partial || (shown & Marks.Partial) != 0);

    internal ImmutableArray<(string Word, string Meaning)> Notice(ReportWords signs) =>
    [
        (Say($"conventionné, attribué", "signed, granted"), Say(
            $"signé dans une convention, ou décidé par un acte (arrêté, délibération), pour toute sa durée. Seul ce qui est conventionné ou attribué compte dans un montant.",
            "signed in an agreement, or decided by an act, for its whole duration. Only this counts in an amount.")),
        (Say($"ferme", "firm"), Say(
            $"confirmé pour l’année par un acte. Une convention de trois ans n’est le plus souvent ferme qu’une année à la fois.",
            "confirmed for the year by an act: an agreement of three years is mostly firm year by year only.")),
        (Say($"annoncé", "announced"), Say($"dit, mais non décidé ; il n’y a pas d’acte.", "said, not decided: there is no act.")),
        (Say($"sollicité", "requested"), Say($"demandé, sans réponse à ce jour.", "asked for, without an answer so far.")),
        (Say($"reste à financer", "gap"), Say(
            $"ce qui manque dans l’année pour payer tout le coût. Ce qu’un montant annuel a en trop certains jours compense ce qui manque d’autres jours de la même année, jamais d’une autre ; une part du coût ou un solde ne compense rien.",
            "what is missing in the year to pay the whole cost. What a yearly amount has in excess on some days makes up for what is missing on others of the same year, never of another one; a part of the cost or a balance makes up for nothing.")),
        (Say($"excédent", "surplus"),
            Say($"ce qui reste en trop dans l’année, après cette compensation.", "what the year still has in excess after that.")),
        (signs.Unknown, Say(
            $"personne ne l’a publié ni transmis. Ni zéro, ni « non financé ». La part connue d’un total est donnée à côté.",
            "nobody has published or given it. Neither zero nor “not funded”. The known part of a total is given beside it.")),
        (signs.Assumed, Say($"une hypothèse entre dans ce chiffre ; elle est écrite ci-dessous.",
            "this figure rests on an assumption, written below.")),
        (signs.Approximate, Say($"montant donné comme approché (« près de »).", "an amount given as approximate.")),
        (signs.Partial, Say(
            $"le début du poste est inconnu ; l’année n’est comptée que depuis le jour où le poste est attesté.",
            "the beginning of the post is unknown: the year is counted only from the day on which the post is known to exist.")),
        (Say($"« {signs.NotApplicable} »", $"“{signs.NotApplicable}”"),
            Say($"sans objet ; aucun chiffre ne peut figurer ici.", "not applicable: no figure can stand here.")),
        (Say($"mois de trente jours", "months of thirty days"), Say(
            $"chaque mois compte trente jours, comme dans la paie publique (décret n° 62-765) ; une année entière compte douze mois égaux.",
            "every month counts thirty days, as public pay does (décret n° 62-765): a whole year is twelve equal months.")),
        (Say($"date de situation", "as-of date"),
            Say($"ce qui a été décidé après cette date n’est pas pris en compte.", "what was decided after that date is not counted.")),
    ];

    // Technical file

    internal string TechnicalTitle(string title) => Say($"{title} : dossier technique", $"{title}: technical file");
    internal string DetailSheet => Say($"Détail au centime", "Detail to the cent");

    private static string Years(IReadOnlyList<int> years) => string.Join(", ", years);

    private string DayMonth(LocalDate day) => language is Language.French
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Day:00}/{day.Month:00}")
        : Words.LongDate(day, language)[..^5];

    private string Say(FrenchText french, EnglishText english) => Phrase.In(language, french, english);
}
