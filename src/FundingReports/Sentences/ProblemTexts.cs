using FundingReports.Wording;
using FundingReports.Validation;

namespace FundingReports.Sentences;

/// <summary>The sentence of every problem, French beside English: what was found, and what to do.</summary>
internal static class ProblemTexts
{
    internal static string Message(Problem problem, Language language)
    {
        string sentence = Of(problem.Code, new(problem)).In(language);
        return problem.Subject is { } subject && !SubjectWords.AreIn(problem.Code)
            ? SubjectWords.Before(sentence, subject, language) : sentence;
    }

    // No default arm: a code without a sentence does not compile (CS8509). Numbers that are no code (CS8524) are a caller's bug.
#pragma warning disable CS8524
    private static BilingualText Of(ProblemCode code, ProblemWords a) => code switch
    {
        // The text.
        ProblemCode.NotUtf8 => Say(
            $"Le fichier n'est pas un texte en UTF-8 : des caractères sont illisibles. Enregistrez-le en UTF-8.",
            $"The file is not UTF-8 text: some characters cannot be read. Save it as UTF-8."),
        ProblemCode.NotJson => a[0] switch
        {
            "empty" => Say(
                $"Le fichier est vide. Vérifiez que c'est le bon et qu'il a été enregistré.",
                $"The file is empty. Check that it is the right one and that it was saved."),
            "workbook" => Say(
                $"Le fichier est un classeur ou une archive, pas un texte JSON. Donnez-le sous son nom d'origine (.xlsx).",
                $"The file is a workbook or an archive, not JSON text. Give it under its own name (.xlsx)."),
            "truncated" => Say(
                $"Le texte s'arrête avant sa fin, ligne {a[1]}, colonne {a[2]} : le fichier est tronqué. Demandez-le de nouveau.",
                $"The text stops before its end, line {a[1]}, column {a[2]}: the file is cut short. Ask for it again."),
            _ => Say(
                $"Le texte n'est pas du JSON, ligne {a[1]}, colonne {a[2]}, à {a.Found}. Corrigez ce qui se trouve là ou juste avant (virgule, guillemet, accolade).",
                $"The text is not JSON, line {a[1]}, column {a[2]}, at {a.Found}. Correct what stands there or just before (comma, quote, brace)."),
        },
        ProblemCode.TooLarge => Say(
            $"Le fichier dépasse {a[0]} Mio. Séparez-le en plusieurs fichiers.",
            $"The file is larger than {a[0]} MiB. Split it into several portfolios."),
        ProblemCode.TooDeep => Say(
            $"Le texte emboîte plus de {a[0]} niveaux d'objets et de listes. Ce n'est pas une liste de postes : vérifiez le fichier.",
            $"The text nests more than {a[0]} levels of objects and lists. It is no portfolio: check the file."),
        ProblemCode.UnknownFormat => Say(
            $"Le format {a.Found} n'est pas connu. Format attendu : « {a[0]} ».",
            $"The format {a.Found} is not read here. Expected: \"{a[0]}\"."),

        // One value.
        ProblemCode.Missing => Say(
            $"« {a[0]} » manque, alors que cette valeur est obligatoire. Indiquez-la.",
            $"\"{a[0]}\" is missing, and is required. Give it."),
        ProblemCode.DuplicateProperty => Say(
            $"« {a[0]} » est écrit deux fois dans le même objet ; on ne sait laquelle des deux valeurs retenir. Supprimez-en une.",
            $"\"{a[0]}\" is written twice in the same object: which value holds is unknown. Remove one."),
        ProblemCode.WrongType => Say(
            $"{a.Found} n'est pas de la forme attendue. Écrivez {a.Type(0)}.",
            $"{a.Found} is not of the form expected. Write {a.Type(0)}."),
        ProblemCode.NotOneOf => Say(
            $"{a.Found} n'est pas une valeur prévue. {(a.Nearest is { } near ? Say($"Voulez-vous dire « {near} » ? ", $"") : default)}Choisissez parmi : {a.WordList(0)}.",
            $"{a.Found} is not one of the values. {(a.Nearest is { } meant ? Say($"", $"Is it \"{meant}\"? ")
                : default)}Choose among: {a.WordList(0)}."),
        ProblemCode.InvalidDate => Say(
            $"{a.Found} n'est pas une date du calendrier. Écrivez l'année, le mois et le jour, comme 2023-07-23 (ou 2023-07, ou 2023), entre 1600 et 4999.",
            $"{a.Found} is not a date of the calendar. Write year, month and day, such as 2023-07-23 (or 2023-07, or 2023), between 1600 and 4999."),
        ProblemCode.InvalidMoney => Say(
            $"{a.Found} n'est pas un montant lisible. Écrivez des euros avec un point, sans espace ni symbole, comme 26000.00.",
            $"{a.Found} is not a readable amount. Write euros with a point, without spaces or symbols, such as 26000.00."),
        ProblemCode.InvalidShare => Say(
            $"{a.Found} n'est pas une part lisible. Écrivez une fraction (1/2), un nombre avec un point (0.5) ou un pourcentage (50 %).",
            $"{a.Found} is not a readable share. Write a fraction (1/2), a number with a point (0.5) or a percentage (50 %)."),
        ProblemCode.InvalidNumber => Say(
            $"{a.Found} n'est pas un nombre lisible. Écrivez-le avec un point, sans espace, comme 0.5.",
            $"{a.Found} is not a readable number. Write it with a point, without spaces, such as 0.5."),
        ProblemCode.AmountKinds => Say(
            $"Le montant doit être d'une sorte et d'une seule, au lieu de {a.FoundOrNothing}. Choisissez parmi : {a.QuotedList(0)}.",
            $"The amount must be of one kind and one only, instead of {a.FoundOrNothing}. Choose among: {a.List(0)}."),
        ProblemCode.Empty => Say(
            $"Ce texte est vide, alors qu'il est obligatoire. Remplissez-le.",
            $"This text is blank, and is required. Fill it in."),
        ProblemCode.InvalidText => Say(
            $"Le texte contient un caractère interdit ({a[0]}), qu'aucun classeur ne peut contenir. Supprimez-le.",
            $"The text holds a forbidden character ({a[0]}), which no workbook can hold. Remove it."),
        ProblemCode.TextTooLong => Say(
            $"Le texte compte {a.Whole(0)} caractères ; une cellule en contient {a.Whole(1)} au plus. Raccourcissez-le.",
            $"The text has {a.Whole(0)} characters; a cell holds {a.Whole(1)} at most. Shorten it."),
        ProblemCode.NegativeMoney when a[0] is "official" => Say(
            $"La somme {a.Found} est négative : des crédits rendus ou annulés, comptés à part ; elle ne diminue aucune autre ligne. Cherchez la ligne qu'elle corrige.",
            $"The sum {a.Found} is below zero: money given back or cancelled, which stands apart and lessens no other line. Look for the line that it corrects."),
        ProblemCode.NegativeMoney => Say(
            $"Le montant {a.Found} est négatif. Un financement qui cesse se note par un retrait ou un avenant, jamais par un montant négatif.",
            $"The amount {a.Found} is negative. Money that ceases is written as a withdrawal or an amendment, never as a negative amount."),
        ProblemCode.MoneyDecimals => Say(
            $"Le montant {a.Found} a plus de deux décimales. Arrondissez-le au centime.",
            $"The amount {a.Found} has more than two decimals. Round it to the cent."),
        ProblemCode.MoneyTooLarge => Say(
            $"Le montant {a.Found} atteint un milliard d'euros, sans doute par une faute de frappe. Corrigez-le.",
            $"The amount {a.Found} reaches a billion euros: surely a typing error. Correct it."),
        ProblemCode.ShareOutOfRange => Say(
            $"La part {a.Found} n'est pas comprise entre 0 (exclu) et 1, soit 100 %. Corrigez-la ; quatre-vingts pour cent s'écrit 80 %, 0,8 ou 4/5.",
            $"The share {a.Found} is not above 0 and at most 1, that is 100%. Correct it; eighty percent is written 80%, 0.8 or 4/5."),
        ProblemCode.ShareTooPrecise => Say(
            $"La part {a.Found} a plus de chiffres que le calcul n'en retient. Écrivez la fraction, comme 1/3, ou neuf décimales au plus.",
            $"The share {a.Found} has more digits than are counted. Write the fraction, such as 1/3, or nine decimals at most."),
        ProblemCode.NumberOutOfRange => Say(
            $"Le nombre {a.Found} doit être supérieur à 0 et inférieur à un million. Corrigez-le ; s'il est inconnu, ne mettez rien.",
            $"The number {a.Found} must be above 0 and below a million. Correct it; if it is unknown, put nothing."),
        ProblemCode.NumberDecimals => Say(
            $"Le nombre {a.Found} a plus de six décimales. Arrondissez-le.",
            $"The number {a.Found} has more than six decimals. Round it."),
        ProblemCode.YearOutOfRange => Say(
            $"L'année {a.Found} n'est pas comprise entre {a[0]} et {a[1]}. Corrigez-la.",
            $"The year {a.Found} is not between {a[0]} and {a[1]}. Correct it."),
        ProblemCode.InvalidSiret => Say(
            $"Le SIRET {a.Found} n'est pas fait de quatorze chiffres. Recopiez-le sans espace ; s'il est inconnu, ne mettez rien.",
            $"The SIRET {a.Found} is not fourteen digits. Copy it without spaces; if it is unknown, put nothing."),
        ProblemCode.InvalidRna => Say(
            $"Le numéro RNA {a.Found} n'est pas fait d'un W et de neuf chiffres. Recopiez-le sans espace ; s'il est inconnu, ne mettez rien.",
            $"The RNA number {a.Found} is not a W and nine digits. Copy it without spaces; if it is unknown, put nothing."),
        ProblemCode.UnknownDepartement => Say(
            $"{a.Found} n'est le code d'aucun département. Écrivez-le entre guillemets, comme 01, 2A ou 971.",
            $"{a.Found} is the code of no département. Write it in quotes, such as 01, 2A or 971."),

        // Values together.
        ProblemCode.DuplicateId => Say(
            $"L'identifiant {a.Found} est déjà pris par « {a[0]} ». Donnez-en un autre.",
            $"The id {a.Found} is already that of {a[0]}. Give another."),
        ProblemCode.UnknownId when a[0] is "parameter" or "policy-source" => Say(
            $"{a.Found} ne désigne {a.What(0)} de ce jeu de règles. Corrigez le nom, ou ajoutez ce qu'il désigne.",
            $"{a.Found} names {a.What(0)} of these policies. Correct the name, or add what it names."),
        ProblemCode.UnknownId => Say(
            $"{a.Found} ne désigne {a.What(0)} de ce fichier. Corrigez l'identifiant, ou ajoutez ce qu'il désigne.",
            $"{a.Found} names {a.What(0)} of the portfolio. Correct the id, or add what it names."),
        ProblemCode.UntilBeforeFrom => Say(
            $"La date de fin ({a.Date(0)}) précède la date de début ({a.Date(1)}). Corrigez l'une ou l'autre.",
            $"The last day ({a.Date(0)}) precedes the first day ({a.Date(1)}). Correct one or the other."),
        ProblemCode.NoBeginning => Say(
            $"{Capital(a.Post(0)).French} n'a ni date de début ni date à laquelle son existence est attestée. Indiquez l'une des deux.",
            $"{Capital(a.Post(0)).English} has neither a first day (from) nor a day on which it is known to exist (attestedOn). Give one of them."),
        ProblemCode.NoPosts => Say(
            $"{Capital(a.Commitment(0)).French} ne paie aucun poste. Indiquez-en au moins un.",
            $"{Capital(a.Commitment(0)).English} pays no post. Name at least one."),
        ProblemCode.PostListedTwice => Say(
            $"{Capital(a.Commitment(0)).French} cite deux fois le poste {a.Found}. Supprimez l'une des deux mentions.",
            $"{Capital(a.Commitment(0)).English} lists the post {a.Found} twice. Remove one."),
        ProblemCode.TotalWithoutUntil => Say(
            $"{Capital(a.Commitment(0)).French} accorde une somme pour toute sa durée, mais n'a pas de date de fin : on ne peut pas la répartir. Indiquez la date de fin, ou un montant annuel.",
            $"{Capital(a.Commitment(0)).English} promises a sum for its whole period, but has no last day: it cannot be spread. Give the last day, or a yearly amount."),
        ProblemCode.NoSteps => Say(
            $"{Capital(a.Commitment(0)).French} donne un échéancier sans aucune année. Indiquez-en au moins une.",
            $"{Capital(a.Commitment(0)).English} has a schedule without any year. Give at least one."),
        ProblemCode.TooManySteps => Say(
            $"L'échéancier {OfCommitment(a)} compte {a[1]} années ; {a[2]} au plus sont lues. Corrigez-le.",
            $"The schedule of {a.Commitment(0)} has {a[1]} years; {a[2]} at most are read. Correct it."),
        ProblemCode.WeighsNothing => Say(
            $"Une somme est accordée pour le seul {a.Date(0)}. Chaque mois compte trente jours : un 31 n'y ajoute rien, et la somme ne peut pas être répartie. Corrigez les dates.",
            $"A sum is promised for {a.Date(0)} alone. Every month counts thirty days: a 31st adds nothing, and the sum cannot be spread. Correct the dates."),
        ProblemCode.WeightsMismatch => WeightsMismatch(a),
        ProblemCode.InstalmentsOverlap => Say(
            $"Cette tranche et une autre ({a.Entry(0)}) ont des jours en commun, du {a.Date(1)} au {a.Date(2)}. Corrigez les dates de l'une ou de l'autre.",
            $"This instalment and another ({a.Entry(0)}) have days in common, from {a.Date(1)} to {a.Date(2)}. Correct the dates of one or the other."),
        ProblemCode.InstalmentOutsideTerm => a.Has(3)
            ? Say(
                $"La tranche (du {a.Date(0)} au {a.Date(1)}) sort de la période de son financement (du {a.Date(2)} au {a.Date(3)}). Corrigez ses dates, ou saisissez l'avenant qui prolonge le financement.",
                $"The instalment (from {a.Date(0)} to {a.Date(1)}) leaves the period of its commitment (from {a.Date(2)} to {a.Date(3)}). Correct its dates, or enter the amendment that prolongs the commitment.")
            : Say(
                $"La tranche (du {a.Date(0)} au {a.Date(1)}) commence avant son financement ({a.Date(2)}). Corrigez l'une des deux dates.",
                $"The instalment (from {a.Date(0)} to {a.Date(1)}) begins before its commitment ({a.Date(2)}). Correct one of the dates."),
        ProblemCode.AmendmentCircle => Say(
            $"Ces financements se modifient en rond : {a.List(0)}. Un avenant modifie un financement plus ancien que lui : supprimez le lien de trop.",
            $"These commitments amend one another in a circle: {a.List(0)}. An amendment amends what is older than it: remove the link too many (amends)."),
        ProblemCode.WithdrawalIncomplete => a[0] is "source"
            ? Say(
                $"Le retrait n'indique pas sa source. Un retrait est une décision : indiquez l'acte ou le document qui la rapporte.",
                $"The withdrawal names no source. A withdrawal is a decision: name the act or the document that reports it.")
            : Say(
                $"Le retrait n'indique pas la date de sa décision. Un retrait est une décision : indiquez quand elle a été prise.",
                $"The withdrawal has no date of decision (decidedOn). A withdrawal is a decision: say when it was taken."),
        ProblemCode.TwoBalances => Say(
            $"Le {a.Date(3)}, les financements {a[1]} et {a[2]} prennent tous deux en charge le solde du coût du poste {a[0]} (montants comptés : {a.View(4)}). Un seul le peut : donnez à l'autre une part ou un montant.",
            $"On {a.Date(3)} the commitments {a[1]} and {a[2]} both bear the rest of the cost of the post {a[0]} (money counted: {a.View(4)}). Only one can: give the other a share or an amount."),
        ProblemCode.RemaindersAboveOne => Say(
            $"Le {a.Date(1)}, les parts du reste à charge du poste {a[0]} font {a.Percent(3)} en tout (montants comptés : {a.View(2)}). Elles ne peuvent pas dépasser 100 % : corrigez-les.",
            $"On {a.Date(1)} the shares of the remainder of the post {a[0]} are {a.Percent(3)} in all (money counted: {a.View(2)}). They cannot exceed 100%: correct them."),

        // A file that people filled in.
        ProblemCode.UnreadableFile => IntakeTexts.UnreadableFile(a),
        ProblemCode.MissingColumn when a[1] is "payer" => Say(
            $"Le fichier ne dit pas qui donne : aucune colonne n'est reconnue pour « {a[0]} ». Indiquez-le (--attribuant NOM,SIRET), ou dites quelle colonne le contient (--colonnes).",
            $"The file does not say who gives: no column is recognised for \"{a[0]}\". Say it (--attribuant NAME,SIRET), or which column holds it (--colonnes)."),
        ProblemCode.MissingColumn when a[1] is "official" => Say(
            $"Aucune colonne n'est reconnue pour « {a[0]} ». Dites quel en-tête la désigne (--colonnes), ou demandez le fichier complet.",
            $"No column is recognised for \"{a[0]}\". Say which header names it (--colonnes), or ask for the whole file."),
        ProblemCode.MissingColumn when a[1] is "years" => Say(
            $"Aucune colonne de ce tableau ne nomme une année : on ne sait pas de quelle année sont les sommes. Mettez une colonne par année (2026, 2027…).",
            $"No column of this table names a year: the year of each sum is unknown. Make a column a year (2026, 2027…)."),
        ProblemCode.MissingColumn => Say(
            $"La colonne « {a.Word(0)} » manque. Remettez-la dans la ligne d'en-têtes, ou repartez du formulaire d'origine.",
            $"The column \"{a.Word(0)}\" is missing. Put it back in the header row, or start from the form again."),
        ProblemCode.ColumnTwice => Say(
            $"Cette colonne et celle de {a[1]} sont toutes deux « {a.Word(0)} » : on ne sait laquelle lire. Renommez ou supprimez l'une des deux.",
            $"This column and that of {a[1]} are both \"{a.Word(0)}\": which to read is unknown. Rename or remove one."),
        ProblemCode.UnreadableCell => IntakeTexts.UnreadableCell(a),
        ProblemCode.AmbiguousCell => IntakeTexts.AmbiguousCell(a),
        ProblemCode.CellError => Say(
            $"La cellule contient une erreur du tableur ({a.Found}). Corrigez la formule, ou remplacez-la par sa valeur.",
            $"The cell holds an error of the spreadsheet ({a.Found}). Correct the formula, or replace it by its value."),
        ProblemCode.FormulaWithoutValue => Say(
            $"La cellule contient une formule qui n'a jamais été calculée : rien n'est lu à sa place. Ouvrez le fichier dans Excel ou LibreOffice et enregistrez-le, ou remplacez la formule par sa valeur.",
            $"The cell holds a formula that was never calculated: nothing is read in its place. Open the file in Excel or LibreOffice and save it, or replace the formula by its value."),
        ProblemCode.MergedCells => Say(
            $"Les cellules {a[0]} à {a[1]} sont fusionnées : on ne sait à quelle ligne ou colonne va leur contenu. Défusionnez-les et remplissez chaque cellule.",
            $"The cells {a[0]} to {a[1]} are merged: to which row or column their content belongs is unknown. Unmerge them and fill in each cell."),
        ProblemCode.RowsDisagree when a[3] is "official" => Say(
            $"« {a[0]} » : cette ligne dit {a.Found}, et {a[2]} dit « {a[1]} » pour la même décision. Ni l'une ni l'autre n'est reprise : demandez laquelle est juste.",
            $"\"{a[0]}\": this line says {a.Found}, and {a[2]} says \"{a[1]}\" of the same decision. Neither is taken: ask which is right."),
        ProblemCode.RowsDisagree => Say(
            $"« {a[0]} » : cette ligne dit {a.Found}, et la cellule {a[2]} dit « {a[1]} » pour le même poste. Mettez la même valeur, ou distinguez les postes.",
            $"\"{a[0]}\": this row says {a.Found}, and the cell {a[2]} says \"{a[1]}\" for the same post. Give the same value, or tell the posts apart."),
        ProblemCode.RowTwice => Say(
            $"Cette ligne répète celle de {a[0]} : ses crédits compteraient deux fois. Supprimez-la, ou distinguez les deux (dispositif, dates, numéro d'acte).",
            $"This row repeats that of {a[0]}: its money would count twice. Remove it, or tell the two apart (line, dates, number of the act)."),
        ProblemCode.ReturnsDisagree => IntakeTexts.ReturnsDisagree(a),
        // Scenarios.
        ProblemCode.ChangeKinds => Say(
            $"Le changement doit être d'une sorte et d'une seule ; trouvé : {a.Found}. Choisissez parmi : {a.QuotedList(0)}.",
            $"The change must be of one kind and one only; found: {a.Found}. Choose among: {a.List(0)}."),
        ProblemCode.InvalidFactor when !a.Has(0) => Say(
            $"{a.Found} n'est pas un facteur lisible. Écrivez un nombre avec un point (0.7), une fraction (7/10) ou un pourcentage (70 %), zéro ou plus.",
            $"{a.Found} is not a readable factor. Write a number with a point (0.7), a fraction (7/10) or a percentage (70 %), zero or more."),
        ProblemCode.InvalidFactor => Say(
            $"{a.Found} n'est pas un taux d'évolution lisible. Écrivez un nombre avec un point (0.02, ou -0.02 pour une baisse), une fraction (1/50) ou un pourcentage (2 %), −1 ou plus.",
            $"{a.Found} is not a readable rate of change. Write a number with a point (0.02, or -0.02 for a fall), a fraction (1/50) or a percentage (2 %), -1 or more."),
        ProblemCode.RenewAmended => Say(
            $"Le financement {a.Found} est déjà modifié par {a[0]}. Renouvelez l'avenant.",
            $"The commitment {a.Found} is already amended by {a[0]}. Renew the amendment."),
        ProblemCode.RenewUnknown => Say(
            $"Le montant du financement {a.Found} est inconnu : on ne peut pas le renouveler. Ajoutez plutôt un financement dont le montant est dit.",
            $"The amount of the commitment {a.Found} is unknown: it cannot be renewed. Add a commitment whose amount is said instead."),
        ProblemCode.RenewWithoutEnd => Say(
            $"Le financement {a.Found} n'a pas de fin connue : on ne sait pas quand le renouveler. Indiquez son terme.",
            $"The commitment {a.Found} has no known end: when to renew it is unknown. Give its term (until)."),
        ProblemCode.RenewNotDecided => Say(
            $"Le financement {a.Found} n'est décidé que le {a.Date(0)} : au {a.Date(1)}, il n'existe pas encore et ne se renouvelle pas. Prenez une date de situation plus tardive, ou ajoutez un financement.",
            $"The commitment {a.Found} is decided on {a.Date(0)} only: on {a.Date(1)} it does not exist yet, and cannot be renewed. Take a later as-of date, or add a commitment (addCommitment)."),
        ProblemCode.RenewRefused => Say(
            $"Le financement {a.Found} est refusé : il n'y a rien à renouveler. Ajoutez plutôt le financement que vous supposez.",
            $"The commitment {a.Found} is refused: there is nothing to renew. Add the commitment that you suppose instead (addCommitment)."),
        ProblemCode.RenewWithdrawn => Say(
            $"Le financement {a.Found} est retiré à compter du {a.Date(0)}, par une décision déjà prise : il ne se renouvelle pas. Ajoutez plutôt le financement que vous supposez.",
            $"The commitment {a.Found} is withdrawn from {a.Date(0)} by a decision already taken: it cannot be renewed. Add the commitment that you suppose instead (addCommitment)."),
        // Policies.
        ProblemCode.InvalidName => Say(
            $"{a.Found} n'est pas un nom de paramètre. Écrivez des mots en minuscules, sans accent, joints par des traits d'union et des points, comme « risk.critical-months ».",
            $"{a.Found} is no name of a parameter. Write words in lower case, without accents, joined by hyphens and points, such as \"risk.critical-months\"."),
        ProblemCode.InvalidWhole => Say(
            $"{a.Found} n'est pas un nombre entier de 0 à {a[0]}. Corrigez-le.",
            $"{a.Found} is not a whole number from 0 to {a[0]}. Correct it."),
        ProblemCode.NoValues => Say(
            $"« {a[0]} » n'a aucune valeur. Indiquez-en au moins une.",
            $"\"{a[0]}\" has no value. Give at least one."),
        ProblemCode.ValuesOutOfOrder => Say(
            $"Cette valeur commence le {a.Date(0)}, et la précédente le {a.Date(1)}. Rangez les valeurs dans l'ordre de leurs premiers jours, une seule par jour.",
            $"This value begins on {a.Date(0)} and the one before it on {a.Date(1)}. Put the values in the order of their first days, one a day."),
        ProblemCode.WrongUnit => Say(
            $"Le paramètre « {a[0]} » est dans une autre unité ({a.Unit(1)}) que celle attendue ({a.Unit(2)}). Corrigez le nom ou l'unité.",
            $"The parameter \"{a[0]}\" is in another unit ({a[1]}) than expected ({a[2]}). Correct the name or the unit."),
        ProblemCode.TooManyYears => Say(
            $"Trop de paramètres : {a.Found}, pour {a[0]} au plus. Corrigez la liste.",
            $"Too many parameters: {a.Found}, for {a[0]} at most. Correct the list."),
        ProblemCode.UnarguedAssumption => Say(
            $"Une hypothèse doit dire qui la fait et pourquoi, faute de quoi elle passerait pour une règle de droit ; ici manque : {a.Properties(0)}. Indiquez-le.",
            $"An assumption must say who makes it (author) and why (reason), or it would pass for a rule of law; missing here: {a[0]}. Give it."),

        ProblemCode.SharingNotSaid => Say(
            $"Une somme est accordée à {a[0]} postes, sans qu'il soit dit si c'est à tous ensemble ou à chacun. Dites-le : pays.ForAllPosts ou pays.ForEachPost.",
            $"A sum is promised to {a[0]} posts, without a word whether to all together or to each. Say it: pays.ForAllPosts or pays.ForEachPost."),
        ProblemCode.MoreProblems => Say(
            $"Autres problèmes trouvés dans ce fichier, qui ne sont pas dans cette liste : {a.Whole(0)}. Corrigez d'abord ceux de la liste, puis relisez le fichier.",
            $"Further problems that are not listed here: {a.Whole(0)}. Put right those that are, then read the file again."),
        ProblemCode.UnknownLine when a.Has(1) => Say(
            $"Aucun financement du financeur « {a[0]} » n'a la ligne {a.Found}. Lignes de ce financeur : {a.QuotedList(1)}. Corrigez la ligne, ou retirez-la pour désigner tous ses financements.",
            $"No commitment of the funder \"{a[0]}\" has the line {a.Found}. Lines of this funder: {a.List(1)}. Correct the line, or leave it out to name all its commitments."),
        ProblemCode.UnknownLine => Say(
            $"Aucun financement du financeur « {a[0]} » n'a de ligne, et le scénario nomme la ligne {a.Found}. Retirez-la pour désigner tous ses financements.",
            $"No commitment of the funder \"{a[0]}\" has a line, and the scenario names the line {a.Found}. Leave it out to name all its commitments."),
        ProblemCode.NothingToChange when a[0] is "posts" => Say(
            $"La liste des postes est vide : ce changement ne changerait rien. Nommez au moins un poste, ou écrivez « * » pour tous.",
            $"The list of posts is empty: this change would change nothing. Name at least one post, or write \"*\" for all."),
        ProblemCode.NothingToChange => Say(
            $"Le financeur {a.Found} n'a aucun financement dans ce fichier : ce changement ne changerait rien. Corrigez l'identifiant, ou retirez ce changement.",
            $"The funder {a.Found} has no commitment in the portfolio: this change would change nothing. Correct the id, or remove this change."),

        // Warnings.
        ProblemCode.MoreWarnings => Say(
            $"Autres propriétés inconnues dans ce fichier, qui ne sont pas dans cette liste : {a.Whole(0)}. Vérifiez d'où vient ce fichier.",
            $"Further unknown properties of this file that are not listed here: {a.Whole(0)}. Check where the file comes from."),
        ProblemCode.UnknownProperty => Say(
            $"« {a[0]} » n'est pas une propriété du format, et sa valeur n'est pas lue. {(a.Has(1) ? Say($"Voulez-vous dire « {a[1]} » ? ", $"") : default)}Vérifiez l'orthographe, ou supprimez-la.",
            $"\"{a[0]}\" is not a property of the format: its value is not read. {(a.Has(1) ? Say($"", $"Is it \"{a[1]}\"? ") : default)}Check the spelling, or remove it."),
        ProblemCode.SiretChecksum => Say(
            $"Le SIRET {a.Found} a la bonne longueur mais sa clé de contrôle est fausse ; il est conservé tel quel. Vérifiez-le.",
            $"The SIRET {a.Found} has the right length but its checksum is wrong; it is kept as it is. Check it."),
        ProblemCode.SameReference => SameReference(a),
        ProblemCode.NoSource => Say(
            $"Aucune source n'est donnée ({a.Properties(0)}). Indiquez où ces données ont été lues, ou qui les suppose.",
            $"No source is given ({a.Properties(0)}). Say where these figures were read, or who assumes them."),
        ProblemCode.PressOnly => Say(
            $"Information de presse (source {a[0]} ; {a.Properties(1)}), à confirmer par l'acte (convention, arrêté, délibération).",
            $"From the press alone (source {a[0]}; {a.Properties(1)}), to be confirmed by the act (convention, arrêté, délibération)."),
        ProblemCode.NoCeiling => Say(
            $"{Capital(a.Commitment(0)).French} est sans plafond et peut augmenter : c'est un solde, ou une part d'un coût qui augmente. Indiquez le plafond si l'acte en fixe un.",
            $"{Capital(a.Commitment(0)).English} has no ceiling and may grow: it is a balance, or a share of a cost that rises. Give the ceiling (cap) if the act sets one."),
        ProblemCode.OpenTerm => Say(
            $"Le financement {a[0]} est sans terme. Vérifiez dans l'acte qu'aucune date de fin n'y figure.",
            $"The commitment {a[0]} is without term. Check in the act that it gives no last day."),
        ProblemCode.UnknownFte => Say(
            $"La somme est partagée à parts égales entre les postes, faute de connaître l'ETP de {a.List(0)}. Indiquez les ETP, ou la clé de partage.",
            $"The sum is shared equally between the posts, because the full-time equivalent of {a.List(0)} is unknown. Give it, or say how to split."),
        ProblemCode.PersonalData => a[0] switch
        {
            "email" => Say(
                $"Ce texte semble contenir une adresse électronique ({a.Found}). Une liste de postes ne nomme personne : retirez-la.",
                $"This text seems to hold an e-mail address ({a.Found}). A portfolio describes posts, not persons: remove it."),
            "telephone" => Say(
                $"Ce texte semble contenir un numéro de téléphone ({a.Found}). Une liste de postes ne nomme personne : retirez-le.",
                $"This text seems to hold a telephone number ({a.Found}). A portfolio describes posts, not persons: remove it."),
            _ => Say(
                $"Ce texte semble contenir un numéro de sécurité sociale ({a.Found}). Une liste de postes ne nomme personne : retirez-le.",
                $"This text seems to hold a social-security number ({a.Found}). A portfolio describes posts, not persons: remove it."),
        },
        ProblemCode.MoneyOutsidePost => a[2] is "before"
            ? Say(
                $"Le financement {a[0]} paie le poste {a[1]} du {a.Date(3)} au {a.Date(4)}, alors que le poste ne commence que le {a.Date(5)}. Vérifiez les deux dates ; une somme de ces jours-là serait comptée comme non employée.",
                $"The commitment {a[0]} pays the post {a[1]} from {a.Date(3)} to {a.Date(4)}, but the post begins only on {a.Date(5)}. Check both dates; a sum for those days would count as unused.")
            : Say(
                $"Le financement {a[0]} paie le poste {a[1]} du {a.Date(3)} au {a.Date(4)}, alors que le poste finit le {a.Date(5)}. Vérifiez les deux dates ; une somme de ces jours-là serait comptée comme non employée.",
                $"The commitment {a[0]} pays the post {a[1]} from {a.Date(3)} to {a.Date(4)}, but the post ends on {a.Date(5)}. Check both dates; a sum for those days would count as unused."),
        ProblemCode.UnpaidPost when a.Has(1) => Say(
            $"Au {a.Date(1)}, rien de ce qui est saisi pour le poste {a[0]} n'est décidé ni annoncé. Vérifiez la date de situation, puis les statuts et les dates de décision.",
            $"On {a.Date(1)}, nothing of what is entered for the post {a[0]} is decided or announced. Check the as-of date, then statuses and dates of decision."),
        ProblemCode.UnpaidPost => Say(
            $"Aucun financement n'est saisi pour le poste {a[0]}. Saisissez ses financements, ou retirez-le s'il n'existe plus.",
            $"No funding is entered for the post {a[0]}. Enter its funding, or remove it if it no longer exists."),
        ProblemCode.SharesExceedCost => Say(
            $"Le {a.Date(1)}, les parts accordées au poste {a[0]} font {a.Percent(3)} du coût (montants comptés : {a.View(2)}). Vérifiez-les.",
            $"On {a.Date(1)} the shares promised for the post {a[0]} are {a.Percent(3)} of the cost (money counted: {a.View(2)}). Check them."),
        ProblemCode.NotDecided when a.Has(2) => Say(
            $"Le financement {a[0]} est donné pour attribué ou conventionné, et aucune colonne ne dit la date de l'acte. Ajoutez une colonne « {a.Word(1)} » : ce nom sur la ligne des en-têtes, la date sur celle de ce financement.",
            $"The commitment {a[0]} is said to be granted or signed, and no column says the date of the act. Add a column \"{a.Word(1)}\": this name in the row of the headers, the date in that of this commitment."),
        ProblemCode.NotDecided when a.Has(1) => Say(
            $"Le financement {a[0]} est donné pour attribué ou conventionné, mais sans date de décision. Écrivez la date de l'acte dans la colonne « {a[1]} ».",
            $"The commitment {a[0]} is said to be granted or signed, but has no date of decision. Write the date of the act in the column \"{a[1]}\"."),
        ProblemCode.NotDecided => Say(
            $"Le financement {a[0]} est donné pour attribué ou conventionné, mais sans date de décision. Indiquez la date de l'acte.",
            $"The commitment {a[0]} is said to be granted or signed, but has no date of decision. Give the date of the act (decidedOn)."),
        ProblemCode.OverFunded => a.Has(2)
            ? Say(
                $"Le poste {a[0]} est financé à {a.Percent(4)} de son coût du {a.Date(1)} au {a.Date(2)} (montants comptés : {a.View(3)}). Vérifiez qu'un même financement n'est pas saisi deux fois.",
                $"The post {a[0]} is funded at {a.Percent(4)} of its cost from {a.Date(1)} to {a.Date(2)} (money counted: {a.View(3)}). Check that no funding is entered twice.")
            : Say(
                $"Le poste {a[0]} est financé à {a.Percent(4)} de son coût à partir du {a.Date(1)} (montants comptés : {a.View(3)}). Vérifiez qu'un même financement n'est pas saisi deux fois.",
                $"The post {a[0]} is funded at {a.Percent(4)} of its cost from {a.Date(1)} on (money counted: {a.View(3)}). Check that no funding is entered twice."),
        ProblemCode.CostOfZero => Say(
            $"Le coût du poste {a[0]} est de zéro à partir du {a.Date(1)} : il compte comme financé. Si le coût est inconnu, ne mettez rien.",
            $"The cost of the post {a[0]} is zero from {a.Date(1)} on: it counts as funded. If the cost is unknown, put nothing."),
        ProblemCode.StaleCost => Say(
            $"Coût {a[1]} reconduit, non actualisé. Actualisez-le si vous le pouvez.",
            $"{a[1]} cost carried forward, not updated. Update it if you can."),
        ProblemCode.StalePolicy => a.Has(1)
            ? Say(
                $"La valeur de « {a[0]} » a été vérifiée le {a.Date(1)}, il y a plus de {a[2]} mois. Vérifiez qu'elle est toujours en vigueur.",
                $"The value of \"{a[0]}\" was checked on {a.Date(1)}, more than {a[2]} months ago. Check that it still holds.")
            : Say(
                $"Personne n'indique avoir vérifié la valeur de « {a[0]} ». Vérifiez qu'elle est toujours en vigueur, et notez la date.",
                $"Nobody says to have checked the value of \"{a[0]}\". Check that it still holds, and note the date (checkedOn)."),
        ProblemCode.BalanceLeans => Say(
            $"Le solde, sans plafond, du financeur « {a[0]} »{a.SubjectInBrackets} serait de {a.Money(2)} en {a[1]}, {(a.Has(3) ? Say($"au lieu de {a.Money(3)}", $"instead of {a.Money(3)}") : Say($"au lieu d'une somme inconnue", $"instead of an unknown sum"))}, sans les crédits qui ne sont pas acquis : {a.Doubtful(4)}.",
            $"The balance, without a ceiling, of the funder \"{a[0]}\"{a.SubjectInBrackets} would be {a.Money(2)} in {a[1]}, {(a.Has(3) ? Say($"au lieu de {a.Money(3)}", $"instead of {a.Money(3)}") : Say($"au lieu d'une somme inconnue", $"instead of an unknown sum"))}, without the money that is not secured: {a.Doubtful(4)}."),
        ProblemCode.BalanceRises => Say(
            $"Le solde, sans plafond, du financeur « {a[0]} »{a.SubjectInBrackets} est de {a.Money(2)} en {a[1]}, au lieu de {a.Money(3)} l'année précédente{a.Falls(4)}.",
            $"The balance, without a ceiling, of the funder \"{a[0]}\"{a.SubjectInBrackets} is {a.Money(2)} in {a[1]}, instead of {a.Money(3)} the year before{a.Falls(4)}."),
        ProblemCode.DeadlineMissed => Say(
            $"La demande au financeur « {a[0]} »{a.SubjectInBrackets} pour {a[1]} était à déposer avant le {a.Date(2)} ; rien ne dit si ces crédits sont fermes. Indiquez les annuités notifiées.",
            $"The request to the funder \"{a[0]}\"{a.SubjectInBrackets} for {a[1]} was due by {a.Date(2)}; nothing says whether this money is firm. Give the instalments that acts have made firm."),
        // Where money is not known, nobody can say how much is not used.
        ProblemCode.VacantMoney => (a.Has(2), a.Has(3)) switch
        {
            (true, true) => Say(
                $"Le poste {a[0]} est vacant du {a.Date(1)} au {a.Date(2)} ; montant non consommé, à vérifier : {a.Money(3)}.",
                $"The post {a[0]} is vacant from {a.Date(1)} to {a.Date(2)}; amount not used, to be checked: {a.Money(3)}."),
            (true, false) => Say(
                $"Le poste {a[0]} est vacant du {a.Date(1)} au {a.Date(2)} : le montant non consommé est inconnu, à vérifier.",
                $"The post {a[0]} is vacant from {a.Date(1)} to {a.Date(2)}: the amount not used is unknown, to be checked."),
            (false, true) => Say(
                $"Le poste {a[0]} est vacant depuis le {a.Date(1)} ; montant non consommé, à vérifier : {a.Money(3)}.",
                $"The post {a[0]} is vacant since {a.Date(1)}; amount not used, to be checked: {a.Money(3)}."),
            (false, false) => Say(
                $"Le poste {a[0]} est vacant depuis le {a.Date(1)} : le montant non consommé est inconnu, à vérifier.",
                $"The post {a[0]} is vacant since {a.Date(1)}: the amount not used is unknown, to be checked."),
        },
        ProblemCode.NoPolicyValue => a[2] switch
        {
            "unknown-name" => Say(
                $"Les règles n'ont pas de paramètre « {a[0]} », que l'analyse demande au {a.Date(1)}. Ajoutez-le, ou partez des règles livrées (\"extends\": \"default\").",
                $"The policies have no parameter \"{a[0]}\", which the analysis asks for on {a.Date(1)}. Add it, or start from the policies that ship (\"extends\": \"default\")."),
            "ended" => Say(
                $"Le paramètre « {a[0]} » n'a plus de valeur au {a.Date(1)} : il a pris fin. Indiquez la valeur qui l'a remplacé, avec sa source.",
                $"The parameter \"{a[0]}\" has no value any more on {a.Date(1)}: it came to an end. Give the value that replaced it, with its source."),
            "of-another-unit" => Say(
                $"Le paramètre « {a[0]} » est dans une autre unité que celle que demande l'analyse. Donnez-lui celle des règles livrées.",
                $"The parameter \"{a[0]}\" is in another unit than the analysis asks for. Give it that of the policies that ship."),
            _ => Say(
                $"Le paramètre « {a[0]} » n'a pas de valeur connue au {a.Date(1)} : sa première valeur est plus récente. Indiquez celle qui valait alors, avec sa source.",
                $"The parameter \"{a[0]}\" has no known value on {a.Date(1)}: its first value is more recent. Give the one that held then, with its source."),
        },
        ProblemCode.PeriodRefused => a[0] switch
        {
            "year-out-of-range" => Say(
                $"L'année de {a.Found} n'est pas entre {a[1]} et {a[2]}. Corrigez-la.",
                $"The year of {a.Found} is not between {a[1]} and {a[2]}. Correct it."),
            "before-as-of" => Say(
                $"Le dernier jour montré, {a.Found}, est avant la date de situation ({a.Date(1)}). Choisissez une date qui la suit.",
                $"The last day shown, {a.Found}, is before the as-of date ({a.Date(1)}). Choose a day that follows it."),
            "after-as-of" => Say(
                $"La première année montrée, {a.Found}, est après celle de la date de situation ({a.Date(1)}). Choisissez cette année-là, ou une plus ancienne.",
                $"The first year shown, {a.Found}, is after that of the as-of date ({a.Date(1)}). Choose that year, or an earlier one."),
            _ => Say(
                $"Avec {a.Found}, plus de {a[1]} exercices seraient montrés. Demandez-en moins.",
                $"With {a.Found}, more than {a[1]} budget years would be shown. Ask for fewer."),
        },
        ProblemCode.TooLargeToCalculate => a.Has(0)
            ? Say(
                $"Les montants du poste {a[0]} sont trop grands pour être calculés ; aucun chiffre n'est donné. Vérifiez ses montants, et les coefficients des scénarios.",
                $"The money of the post {a[0]} is too large to be calculated; no figure is given. Check its amounts, and the factors of the scenarios.")
            : Say(
                $"Un montant, une somme ou un coefficient est trop grand pour être calculé ; aucun chiffre n'est donné. Vérifiez les montants, et les coefficients des scénarios.",
                $"An amount, a sum or a factor is too large to be calculated; no figure is given. Check the amounts, and the factors of the scenarios."),
        ProblemCode.HiddenRows when a[2] is "official" => Say(
            $"Lignes masquées de cette feuille, non prises en compte, montants compris : {a[1]}. Affichez-les si elles doivent compter, et enregistrez.",
            $"Hidden rows of this sheet, set aside with their money: {a[1]}. Show them if they are to count, and save."),
        ProblemCode.StruckThrough when a[1] is "header" => Say(
            $"L'en-tête {a.Found} est barré : rien ne dit si la colonne compte encore. Si elle compte, ôtez le barré ; sinon, supprimez la colonne.",
            $"The header {a.Found} is struck through: nothing tells whether the column still counts. If it counts, take the line off; else delete the column."),
        ProblemCode.StruckThrough when a[1] is "part" => Say(
            $"Une partie de la cellule est barrée ({a.Found}) : la ligne n'est pas prise en compte. Ne laissez dans la cellule que ce qui compte.",
            $"A part of the cell is struck through ({a.Found}): its row is set aside. Leave in the cell only what counts."),
        ProblemCode.StruckThrough => a[0].Contains(',', StringComparison.Ordinal)
            ? Say(
                $"Des cellules sont barrées ({a[0]}) : rien ne dit si la ligne compte encore, et elle n'est pas prise en compte. Si elle compte, ôtez le barré ; sinon, supprimez la ligne.",
                $"Cells are struck through ({a[0]}): nothing tells whether the row still counts, and it is set aside. If it counts, take the line off; else delete the row.")
            : Say(
                $"La cellule est barrée ({a.Found}) : rien ne dit si elle compte encore, et la ligne n'est pas prise en compte. Si elle compte, ôtez le barré ; sinon, videz la cellule ou supprimez la ligne.",
                $"The cell is struck through ({a.Found}): nothing tells whether it still counts, and its row is set aside. If it counts, take the line off; else empty the cell or delete the row."),
        ProblemCode.HiddenColumns => a.IsOne(0)
            ? Say(
                $"Une colonne masquée de cette feuille est lue comme les autres : la colonne {a[1]}. Si elle ne devait pas compter, supprimez-la.",
                $"A hidden column of this sheet is read like the others: column {a[1]}. If it should not count, delete it.")
            : Say(
                $"Des colonnes masquées de cette feuille ({a[0]}) sont lues comme les autres : {a[1]}. Si elles ne devaient pas compter, supprimez-les.",
                $"Hidden columns of this sheet ({a[0]}) are read like the others: {a[1]}. If they should not count, delete them."),
        ProblemCode.CommentsNotRead => a.IsOne(0)
            ? Say(
                $"Un commentaire est attaché à la cellule {a[1]} : il n'est pas lu. S'il change le sens de la ligne, écrivez-le dans les colonnes.",
                $"A comment is attached to the cell {a[1]}: it is not read. If it changes what the row means, write it in the columns.")
            : Say(
                $"Des commentaires ({a[0]}) sont attachés à des cellules : {a[1]}. Ils ne sont pas lus. S'ils changent le sens d'une ligne, écrivez-le dans les colonnes.",
                $"Comments ({a[0]}) are attached to cells: {a[1]}. They are not read. If they change what a row means, write it in the columns."),
        ProblemCode.HiddenRows => a.IsOne(0)
            ? Say(
                $"Une ligne masquée de cette feuille est lue comme les autres : la ligne {a[1]}. Si elle ne devait pas compter, supprimez-la.",
                $"A hidden row of this sheet is read like the others: row {a[1]}. If it should not count, delete it.")
            : Say(
                $"Des lignes masquées de cette feuille ({a[0]}) sont lues comme les autres : {a[1]}. Si elles ne devaient pas compter, supprimez-les.",
                $"Hidden rows of this sheet ({a[0]}) are read like the others: {a[1]}. If they should not count, delete them."),
        ProblemCode.SheetNotRead when a[1] is "official" => Say(
            $"La feuille « {a[0]} » n'est pas lue : aucun tableau connu n'y est reconnu. Vérifiez qu'elle ne contient pas de montants.",
            $"The sheet \"{a[0]}\" is not read: no known table is recognised in it. Check that it holds no money."),
        ProblemCode.SheetNotRead => Say(
            $"La feuille « {a[0]} » n'est pas lue : elle ne fait pas partie du formulaire. Si elle contient des financements, recopiez-les dans le formulaire.",
            $"The sheet \"{a[0]}\" is not read: it is not part of the form. If it holds funding, copy it into the form."),
        ProblemCode.TotalRow when a[1] is "official" => Say(
            $"Cette ligne est un total : sa somme est celle d'autres lignes, et n'est comptée nulle part.",
            $"This line is a total: its sum is that of other lines, and counts nowhere."),
        ProblemCode.TotalRow when a[1] is "gap" => Say(
            $"Cette ligne dit ce qui manque, et non qui paie : elle n'est pas lue, et ce qui manque se calcule.",
            $"This row says what is missing, and not who pays: it is not read, and what is missing is worked out."),
        ProblemCode.TotalRow => Say(
            $"Cette ligne est un total : elle n'est pas lue comme un poste.",
            $"This row is a total: it is not read as a post."),
        ProblemCode.ToldTwice => IntakeTexts.ToldTwice(a),
        ProblemCode.AwaitingPost => AwaitingTexts.Finding(a),
        ProblemCode.AwaitingCommitment => AwaitingTexts.Payments(a),
        ProblemCode.PaidTwoWays => Say(
            $"En {a[0]}, les versements font {a.Money(1)}, et les tranches en notent {a.Money(2)} ; ce sont les versements qui comptent. Vérifiez ces montants.",
            $"In {a[0]} the payments add up to {a.Money(1)}, and the instalments note {a.Money(2)}: the payments count. Check these amounts."),
        ProblemCode.UnknownScheme => Say(
            $"Aucune règle n'est connue du dispositif {a.Found}, et rien n'est donc vérifié. S'il s'agit de « {a[1]} », écrivez-le ainsi ; si c'est un autre dispositif, il n'y a rien à faire.",
            $"No rule is known of the scheme {a.Found}, so that nothing is checked. If it is \"{a[1]}\", write it so; if it is another scheme, nothing is to be done."),
        ProblemCode.UnlikelyValue => a[0] switch
        {
            "share" => Say(
                $"La part {a.Found} est inférieure à 1 %. Vérifiez-la : quatre-vingts pour cent s'écrit 80 %.",
                $"The share {a.Found} is below 1%. Check it: eighty percent is written 80%."),
            "sum" => Say(
                $"La somme {a.Found} est inférieure à un euro. Vérifiez-la : une part du coût s'écrit 50 %.",
                $"The sum {a.Found} is below one euro. Check it: a share of the cost is written 50%."),
            "cost" => Say(
                $"Le coût annuel {a.Found} est inférieur à cent euros. Vérifiez-le : il s'écrit en euros par an, et non en milliers.",
                $"The yearly cost {a.Found} is below a hundred euros. Check it: it is written in euros a year, not in thousands."),
            "fte" => Say(
                $"Le temps de travail {a.Found} dépasse vingt équivalents temps plein. Vérifiez-le : un temps plein s'écrit 1.",
                $"The working time {a.Found} is above twenty full-time equivalents. Check it: full time is written 1."),
            _ => Say(
                $"Plus de cinquante ans séparent le premier jour du terme ({a.Found}). Vérifiez les années.",
                $"More than fifty years lie between the first day and the term ({a.Found}). Check the years."),
        },
        ProblemCode.NearLine => Say(
            $"La ligne {a.Found} n'est pas celle du dispositif du poste {a[1]} (« {a[2]} »), dont les règles ne sont donc pas vérifiées sur ces crédits. Si c'est la même, écrivez-la ainsi ; sinon, il n'y a rien à faire.",
            $"The line {a.Found} is not that of the scheme of the post {a[1]} (\"{a[2]}\"), so that its rules are not checked on this money. If it is the same, write it so; if not, nothing is to be done."),
        ProblemCode.FunderKindNotSaid => Say(
            $"Le fichier ne dit pas de quel type est le financeur {a[0]} (État, département, commune…) : il est noté « autre ». Indiquez-le.",
            $"The file does not say of what kind the funder {a[0]} is (State, département, commune…): it is written as \"other\". Give it."),
        ProblemCode.Repaired => ImportTexts.Repaired(a),
        ProblemCode.StatusTaken => ImportTexts.StatusTaken(a),
        ProblemCode.ValueLeftOut => Say(
            $"Dans la colonne « {a[0]} », {a.Found} ne peut pas être repris et reste inconnu ; le reste de la ligne est repris. Vérifiez cette valeur.",
            $"In the column \"{a[0]}\", {a.Found} cannot be taken and stays unknown; the rest of the row is taken. Check this value."),
        ProblemCode.CodeNotInSheet => Say(
            $"Le code {a.Found} n'est pas dans la feuille {a[0]} : ce qu'il désigne reste inconnu. Demandez l'export complet.",
            $"The code {a.Found} is not in the sheet {a[0]}: what it names stays unknown. Ask for the whole export."),
        ProblemCode.SheetMissing => Say(
            $"Le fichier n'a pas de feuille {a[0]} : ce qu'elle devait dire reste inconnu. Demandez l'export complet.",
            $"The file has no sheet {a[0]}: what it should say stays unknown. Ask for the whole export."),
        ProblemCode.YearsNotInFile => ImportTexts.YearsNotInFile(a),
        ProblemCode.PaymentsDiffer => Say(
            $"Poste {a[0]}, du {a.Date(1)} au {a.Date(2)} : la somme à payer ne s'accorde pas avec le montant de l'année ; ce montant est gardé, comme ce qui a été payé. Vérifiez auprès du FONJEP.",
            $"Post {a[0]}, from {a.Date(1)} to {a.Date(2)}: the sum to be paid does not fit the amount of the year, which is kept; so is what was paid. Check with the FONJEP."),
        ProblemCode.PaymentNotPlaced => ImportTexts.PaymentNotPlaced(a),
        ProblemCode.DeadlinesTaken => Say(
            $"Les dates limites de réalisation sont prises pour la période de chaque subvention, à titre d'indication. Confirmez-la en nommant le poste.",
            $"The deadlines of each action are taken for the period of its subsidy, as an indication. Confirm it when you name the post."),
        ProblemCode.ColumnNotRead when a[1] is "personal" => Say(
            $"La colonne « {a[0]} » contient de quoi joindre des personnes : elle n'est jamais lue. Il n'y a rien à faire.",
            $"The column \"{a[0]}\" holds what reaches persons: it is never read. Nothing is to be done."),
        ProblemCode.KeptAsWritten => ImportTexts.KeptAsWritten(a),
        ProblemCode.NotPublishable => ImportTexts.NotPublishable(a),
        ProblemCode.SchemaMismatch => ImportTexts.SchemaMismatch(a),
        ProblemCode.SharedSubsidy => Say(
            $"Cette subvention a plusieurs bénéficiaires (part de celui-ci : {a.Percent(0)}), et le schéma veut le montant avant partage, ce que les fichiers ne respectent pas toujours. Le montant est repris tel qu'il est écrit : vérifiez s'il est pour tous.",
            $"This subsidy has several beneficiaries (part of this one: {a.Percent(0)}), and the schema wants the sum before it is shared, which files do not always follow. The sum is taken as it is written: check whether it is for all."),
        ProblemCode.MoreOfTheSame => a.IsOne(2)
            ? Say(
                $"Dans la colonne « {a[1]} », une autre ligne a le même problème. Corrigez-la de même.",
                $"In the column \"{a[1]}\", one further line has the same problem. Correct it alike.")
            : Say(
                $"Dans la colonne « {a[1]} », {a[2]} autres lignes ont le même problème. Corrigez-les de même.",
                $"In the column \"{a[1]}\", {a[2]} further lines have the same problem. Correct them alike."),
        ProblemCode.NotAskedFor => Say(
            $"Cette ligne n'est pas de celles qui ont été demandées : elle n'est pas reprise.",
            $"This line is not among those asked for: it is not taken."),
        ProblemCode.ColumnNotRead when a[1] is "two" => Say(
            $"La colonne « {a[0]} » peut être « {a.Word(2)} » ou « {a.Word(3)} » : elle n'est pas lue. Donnez-lui l'un de ces noms.",
            $"The column \"{a[0]}\" may be \"{a.Word(2)}\" or \"{a.Word(3)}\": it is not read. Give it one of these names."),
        ProblemCode.ColumnNotRead when a[1] is "official" => Say(
            $"La colonne « {a[0]} » n'est pas lue : rien ne dit ce qu'elle contient. Il n'y a rien à faire, sauf si elle dit ce que valent les montants (--colonnes).",
            $"The column \"{a[0]}\" is not read: nothing says what it holds. Nothing is to be done, unless it says what the money is worth (--colonnes)."),
        ProblemCode.ColumnNotRead => Say(
            $"La colonne « {a[0]} » ne fait pas partie du formulaire : elle n'est pas lue. Si c'est une colonne du formulaire, redonnez-lui son nom.",
            $"The column \"{a[0]}\" is not part of the form: it is not read. If it is a column of the form, give it its name again."),
        ProblemCode.MoneyColumnNotRead or ProblemCode.TextEncoding or ProblemCode.TextSeparator or ProblemCode.HiddenSheet
            or ProblemCode.HeaderTaken or ProblemCode.AfterAsOf
            or ProblemCode.NotMoney or ProblemCode.NothingTaken or ProblemCode.LineSetAside => ImportTexts.OfFile(code, a),
        ProblemCode.CellLeftUnknown => LeftUnknown(a),
        ProblemCode.AsAbove => QuestionTexts.AsAbove(a),
        ProblemCode.CellCorrected => QuestionTexts.Corrected(a),
        ProblemCode.CorrectionNotMade => QuestionTexts.NotCorrected(a),
        ProblemCode.ActAsked => QuestionTexts.Act(a),
        ProblemCode.NameTaken => QuestionTexts.NameTaken(a),
        ProblemCode.FormQuestion => QuestionTexts.OfRow(a),
        ProblemCode.InstalmentsAboveTotal or ProblemCode.AmendsRefused or ProblemCode.ConflictBefore or ProblemCode.SamePromise
            or ProblemCode.PaidBeforeDecided
            or ProblemCode.PaidAbovePromised or ProblemCode.InstalmentBeforeCommitment or ProblemCode.DecidedAfterTerm
                or ProblemCode.InstalmentsAboveTerms
            or ProblemCode.AttestedOutsideLife or ProblemCode.AmendsOtherFunder or ProblemCode.AmendsOtherPosts
                or ProblemCode.AmendmentAfterTerm
            or ProblemCode.AmendmentsUnordered or ProblemCode.CostsFromOneDay or ProblemCode.CostDecidedEarlier
                or ProblemCode.OccupancyOverlap
            or ProblemCode.SharedSiret or ProblemCode.SiretOfZeros or ProblemCode.CampaignFarFromYear or ProblemCode.EditionInFuture
            or ProblemCode.AssumptionWithoutAuthor or ProblemCode.LikelyDouble => ContradictionTexts.Of(code, a),
    };
#pragma warning restore CS8524

    private static BilingualText Capital(BilingualText said) => new(Phrase.Capital(said.French), Phrase.Capital(said.English));

    // The sentence that would refuse the cell, and what becomes of the cell instead.
    private static BilingualText LeftUnknown(ProblemWords a)
    {
        BilingualText why = ProblemCodes.Of(a[0]) is { } code and not ProblemCode.CellLeftUnknown
            ? Of(code, a.After(code)) : Say($"{a.Found} n'est pas compris.", $"{a.Found} is not understood.");
        return Say($"{why} En attendant, cette donnée reste inconnue ; le reste de la ligne est repris.",
            $"{why} Until then this value stays unknown; the rest of the row is taken.");
    }

    private static string OfCommitment(ProblemWords a) => a.Has(0) ? $"du financement {a[0]}" : $"d’{a.Commitment(0).French}";

    private static BilingualText WeightsMismatch(ProblemWords a) => (a.HasSide(true), a.HasSide(false)) switch
    {
        (true, false) => Say(
            $"La clé de partage oublie {a.Side(true)}. Donnez un poids à chaque poste du financement.",
            $"The weights leave out {a.Side(true)}. Give one to each post of the commitment."),
        (false, _) => Say(
            $"La clé de partage cite des postes que le financement ne paie pas ({a.Side(false)}). Retirez-les de la clé, ou ajoutez-les aux postes du financement.",
            $"The weights name posts that the commitment does not pay ({a.Side(false)}). Remove them from the weights, or add them to its posts."),
        (true, true) => Say(
            $"La clé de partage oublie {a.Side(true)}, et cite des postes que le financement ne paie pas ({a.Side(false)}). Donnez un poids à chaque poste du financement, et à eux seuls.",
            $"The weights leave out {a.Side(true)}, and name posts that the commitment does not pay ({a.Side(false)}). Give a weight to each post of the commitment and to no other."),
    };

    private static BilingualText SameReference(ProblemWords a)
    {
        BilingualText days = a.Has(5)
            ? Say($"du {a.Date(4)} au {a.Date(5)}", $"from {a.Date(4)} to {a.Date(5)}")
            : Say($"à partir du {a.Date(4)}", $"from {a.Date(4)} on");
        return Say(
            $"Les financements {a[0]} et {a[1]} d'un même financeur portent la même référence ({a[2]} : {a.Found}) et paient tous deux le poste {a[3]} {days}. Si ce sont les mêmes crédits saisis deux fois, retirez-en un ; si l'un modifie l'autre, dites-le.",
            $"The commitments {a[0]} and {a[1]} of one funder have the same reference ({a[2]}: {a.Found}) and both pay the post {a[3]} {days}. If it is the same money entered twice, remove one; if one amends the other, say so (amends).");
    }

    internal static BilingualText Say(FrenchText french, EnglishText english) => new(french.ToString(), Straight(english.ToString()));

    // What an argument has in guillemets, the name of a thing without an id, stands in quotes in English.
    private static string Straight(string english) => !english.Contains('«', StringComparison.Ordinal) ? english
        : english.Replace("«\u00a0", "\"", StringComparison.Ordinal).Replace("\u00a0»", "\"", StringComparison.Ordinal);
}
