using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Policies;

/// <summary>
/// The sentences of policies and schemes, French beside English. Each sentence names the rule, its date and its text; an assumption is
/// never called a rule of law.
/// </summary>
internal static class PolicyTexts
{
    internal static BilingualText NoValue(string parameter, LocalDate day, PolicyGap gap) => gap switch
    {
        PolicyGap.UnknownName => Say(
            $"Le paramètre « {parameter} » n'existe pas ; valeur demandée au {Date(day)}. Ajoutez-le au jeu de règles, ou partez de celui qui est livré (\"extends\": \"default\").",
            $"There is no parameter \"{parameter}\"; its value was asked for on {Date(day)}. Add it to the policies, or start from those that ship (\"extends\": \"default\")."),
        PolicyGap.Ended => Say(
            $"Le paramètre « {parameter} » n'a plus de valeur au {Date(day)} : il a pris fin. Indiquez la valeur qui l'a remplacé, avec sa source.",
            $"The parameter \"{parameter}\" has no value any more on {Date(day)}: it came to an end. Give the value that replaced it, with its source."),
        PolicyGap.OfAnotherUnit => Say(
            $"Le paramètre « {parameter} » est dans une autre unité que celle que demande l'analyse ; valeur demandée au {Date(day)}. Donnez-lui l'unité du jeu de règles livré.",
            $"The parameter \"{parameter}\" is in another unit than the analysis asks for; its value was asked for on {Date(day)}. Give it the unit that it has in the policies that ship."),
        PolicyGap.BeforeFirst => Say(
            $"Le paramètre « {parameter} » n'a pas de valeur connue au {Date(day)} : sa première valeur est plus récente. Indiquez celle qui valait alors, avec sa source.",
            $"The parameter \"{parameter}\" has no known value on {Date(day)}: its first value is more recent. Give the one that held then, with its source."),
    };

    internal static BilingualText NoValueForScheme(Scheme scheme, Post post, PolicyException missing) => Say(
        $"{scheme.Name}, poste {post.Id} : la règle ne peut pas être vérifiée. {missing.In(Language.French)}",
        $"{scheme.Name}, post {post.Id}: the rule cannot be checked. {missing.In(Language.English)}");

    internal static BilingualText LineUnknown(Scheme scheme, Post post, Commitment commitment) => Say(
        $"{scheme.Name}, poste {post.Id} : la ligne du financement {commitment.Id} n'est pas indiquée ; si c'est {scheme.Line!}, les règles du dispositif n'ont pas pu lui être appliquées. Indiquez la ligne.",
        $"{scheme.Name}, post {post.Id}: the line of the commitment {commitment.Id} is not given; if it is {scheme.Line!}, the rules of the scheme could not be applied to it. Give the line.");

    internal static BilingualText NoFirstDay(Scheme scheme, Post post) => Say(
        $"{scheme.Name}, poste {post.Id} : la date de début du poste est inconnue ; les années du poste, et la part permise dans chacune, ne peuvent pas être comptées.",
        $"{scheme.Name}, post {post.Id}: the first day of the post is unknown; its years, and the share allowed in each, cannot be counted.");

    internal static BilingualText ShareTooHigh(
        Scheme scheme, Post post, int year, LocalDate day, Ratio paid, PolicyValue value, string parameter) => Say(
        $"{scheme.Name}, poste {post.Id} : à partir du {Date(day)}, le dispositif paierait {Percent(paid)} du coût, alors que la part permise en année {Number(year)} du poste est de {Value(value)} au plus. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: from {Date(day)} on the scheme would pay {Percent(paid)} of the cost, but the share allowed in year {Number(year)} of the post is {Value(value)} at most. {Rule(value, parameter)}");

    internal static BilingualText ShareUnknown(Scheme scheme, Post post, int year, LocalDate day, PolicyValue value, string parameter) =>
        Say(
        $"{scheme.Name}, poste {post.Id} : la part du coût payée à partir du {Date(day)} (année {Number(year)} du poste) n'est pas connue ; elle ne doit pas dépasser {Value(value)}. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: the share of the cost paid from {Date(day)} on (year {Number(year)} of the post) is not known; it must not exceed {Value(value)}. {Rule(value, parameter)}");

    internal static BilingualText AmountNotFlat(
        Scheme scheme, Post post, Commitment commitment, LocalDate day, Euros paid, bool halfUnits, PolicyValue value, string parameter)
    {
        BilingualText half = halfUnits ? new(", ou la moitié", ", or half of it") : default;
        return Say(
            $"{scheme.Name}, poste {post.Id} : le financement {commitment.Id} paie {Money(paid)} par an à partir du {Date(day)}, alors que le montant forfaitaire est de {Value(value)} par an{half}. {Rule(value, parameter)}",
            $"{scheme.Name}, post {post.Id}: the commitment {commitment.Id} pays {Money(paid)} a year from {Date(day)} on, but the flat amount is {Value(value)} a year{half}. {Rule(value, parameter)}");
    }

    internal static BilingualText AmountUnknown(Scheme scheme, Post post, Commitment commitment, PolicyValue value, string parameter) =>
        Say(
        $"{scheme.Name}, poste {post.Id} : ce que le financement {commitment.Id} paie par an n'est pas connu ; le montant forfaitaire est de {Value(value)} par an. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: what the commitment {commitment.Id} pays a year is not known; the flat amount is {Value(value)} a year. {Rule(value, parameter)}");

    internal static BilingualText TooLong(
        Scheme scheme, Post post, Commitment commitment, LocalDate latest, PolicyValue value, string parameter)
    {
        BilingualText until = commitment.Until.Until is { } last
            ? Say($"va jusqu'au {Date(last.Last)}", $"goes on until {Date(last.Last)}") : Say($"n'a pas de terme", $"has no term");
        return Say(
            $"{scheme.Name}, poste {post.Id} : le financement {commitment.Id} {until}, alors que la durée permise prend fin le {Date(latest)}. {Rule(value, parameter)}",
            $"{scheme.Name}, post {post.Id}: the commitment {commitment.Id} {until}, but the duration allowed ends on {Date(latest)}. {Rule(value, parameter)}");
    }

    internal static BilingualText TermUnknown(
        Scheme scheme, Post post, Commitment commitment, LocalDate latest, PolicyValue value, string parameter) => Say(
        $"{scheme.Name}, poste {post.Id} : la date de fin du financement {commitment.Id} est inconnue ; la durée permise prend fin le {Date(latest)}. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: the last day of the commitment {commitment.Id} is unknown; the duration allowed ends on {Date(latest)}. {Rule(value, parameter)}");

    internal static BilingualText TooManyRenewals(
        Scheme scheme, Post post, Commitment commitment, int renewals, PolicyValue value, string parameter) => Say(
        $"{scheme.Name}, poste {post.Id} : le financement {commitment.Id} serait la reconduction n° {Number(renewals)}, alors que le nombre permis est de {Value(value)}. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: the commitment {commitment.Id} would be renewal no. {Number(renewals)}, but the number allowed is {Value(value)}. {Rule(value, parameter)}");

    internal static BilingualText OtherStateAid(
        Scheme scheme, Post post, IEnumerable<Commitment> aids, PolicyValue value, string parameter) => Say(
        $"{scheme.Name}, poste {post.Id} : l'État aide aussi ce poste par {Aids(aids)}. Autres aides permises : {Value(value)}. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: the State also aids this post by {Aids(aids)}. Other aids allowed: {Value(value)}. {Rule(value, parameter)}");

    internal static BilingualText StateLineUnknown(
        Scheme scheme, Post post, IEnumerable<Commitment> aids, PolicyValue value, string parameter) => Say(
        $"{scheme.Name}, poste {post.Id} : la ligne de ces crédits de l'État ({Aids(aids)}) n'est pas indiquée. S'ils ne viennent pas du dispositif, c'est une autre aide ; autres aides permises : {Value(value)}. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: the line of this money of the State ({Aids(aids)}) is not given. If it is not the scheme's own, it is another aid; other aids allowed: {Value(value)}. {Rule(value, parameter)}");

    internal static BilingualText TooLittleCofunding(
        Scheme scheme, Post post, LocalDate day, Ratio paid, PolicyValue value, string parameter) => Say(
        $"{scheme.Name}, poste {post.Id} : à partir du {Date(day)}, les autres financeurs paieraient {Percent(paid)} du coût au plus, alors que {Value(value)} de cofinancement sont demandés. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: from {Date(day)} on the other funders would pay {Percent(paid)} of the cost at most, but {Value(value)} of co-funding is asked for. {Rule(value, parameter)}");

    internal static BilingualText CofundingUnknown(Scheme scheme, Post post, LocalDate day, PolicyValue value, string parameter) => Say(
        $"{scheme.Name}, poste {post.Id} : on ne sait pas si les autres financeurs paient, à partir du {Date(day)}, les {Value(value)} de cofinancement demandés. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: whether the other funders pay, from {Date(day)} on, the {Value(value)} of co-funding asked for is not known. {Rule(value, parameter)}");

    internal static BilingualText ConventionNeeded(
        Scheme scheme, Post post, Commitment commitment, Euros yearly, PolicyValue value, string parameter) => Say(
        $"{scheme.Name}, poste {post.Id} : le financement {commitment.Id} atteint {Money(yearly)} en une année, est attribué mais non conventionné, et l'employeur est une association. Au-dessus de {Value(value)} par an, une convention est obligatoire : sans elle, rien n'est versé. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: the commitment {commitment.Id} comes to {Money(yearly)} in one year, is granted and not signed, and the employer is an association. Above {Value(value)} a year a convention is obligatory: without it nothing is paid. {Rule(value, parameter)}");

    internal static BilingualText EmployerUnknown(
        Scheme scheme, Post post, Commitment commitment, Euros yearly, PolicyValue value, string parameter) => Say(
        $"{scheme.Name}, poste {post.Id} : le financement {commitment.Id} atteint {Money(yearly)} en une année et n'est pas conventionné ; si l'employeur est de droit privé, une convention est obligatoire au-dessus de {Value(value)} par an. Indiquez la nature de l'employeur. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: the commitment {commitment.Id} comes to {Money(yearly)} in one year and is not signed; if the employer is of private law, a convention is obligatory above {Value(value)} a year. Give the kind of the employer. {Rule(value, parameter)}");

    internal static BilingualText YearlyUnknown(Scheme scheme, Post post, Commitment commitment, PolicyValue value, string parameter) =>
        Say(
        $"{scheme.Name}, poste {post.Id} : ce que le financement {commitment.Id} paie par an n'est pas connu, et il n'est pas conventionné ; pour un employeur de droit privé, une convention est obligatoire au-dessus de {Value(value)} par an. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: what the commitment {commitment.Id} pays a year is not known, and it is not signed; for an employer of private law a convention is obligatory above {Value(value)} a year. {Rule(value, parameter)}");

    internal static BilingualText TotalTooHigh(
        Scheme scheme, Post post, Commitment commitment, Euros total, PolicyValue value, string parameter) => Say(
        $"{scheme.Name}, poste {post.Id} : le financement {commitment.Id}, avec ses avenants, paie {Money(total)} en tout, alors que le dispositif s'arrête à {Value(value)}. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: the commitment {commitment.Id}, with its amendments, pays {Money(total)} in all, but the scheme stops at {Value(value)}. {Rule(value, parameter)}");

    internal static BilingualText TotalUnknown(Scheme scheme, Post post, Commitment commitment, PolicyValue value, string parameter) =>
        Say(
        $"{scheme.Name}, poste {post.Id} : ce que le financement {commitment.Id}, avec ses avenants, paie en tout n'est pas connu ; le dispositif s'arrête à {Value(value)}. {Rule(value, parameter)}",
        $"{scheme.Name}, post {post.Id}: what the commitment {commitment.Id}, with its amendments, pays in all is not known; the scheme stops at {Value(value)}. {Rule(value, parameter)}");

    /// <summary>The rule, since when, and the text that says so.</summary>
    internal static BilingualText Rule(PolicyValue value, string parameter)
    {
        BilingualText since = BilingualText.Of(language => Words.Date(value.GivenFrom, language));
        Source source = value.Source;
        BilingualText note = string.IsNullOrWhiteSpace(value.Note)
            ? default : new($" {French(value.Note)}", $" (Note in French: {value.Note})");
        return source.Kind is SourceKind.Assumption
            ? Say(
                $"Hypothèse, et non règle de droit (« {parameter} ») : {French(source.Title)}, {French(source.Author!)} ; {Stopped(French(source.Reason!))}{note}",
                $"An assumption, not a rule of law ({parameter}): {source.Title}, {source.Author}; {Stopped(source.Reason!)}{note}")
            : Say(
                $"Règle « {parameter} », valeur connue depuis : {since} ; source : {Stopped(French(source.Title))}{note}",
                $"Rule {parameter}, value known since: {since}; source: {Stopped(source.Title)}{note}");
    }

    /// <summary>A value, as people read it.</summary>
    internal static BilingualText Value(PolicyValue value) => BilingualText.Of(language =>
        value.Money is { } money ? Words.Money(money, language)
        : value.Share is { } share ? Words.Percent(share, language)
        : value.ToString());

    // Titles, reasons and notes are French prose.
    private static string French(string text) => FrenchText.NoBreak(text);

    // « Délibération du …. » has its stop already.
    private static string Stopped(string text) => text.Length > 0 && text[^1] is '.' or '…' or '!' or '?' ? text : $"{text}.";

    private static BilingualText Aids(IEnumerable<Commitment> aids) =>
        BilingualText.Of(language => Words.List([.. aids.Select(aid => aid.Line is { } line ? $"{aid.Id} ({line})" : aid.Id)], language));

    private static BilingualText Date(LocalDate day) => BilingualText.Of(language => Words.Date(day, language));

    private static BilingualText Money(Euros amount) => BilingualText.Of(language => Words.Money(amount, language));

    private static BilingualText Percent(Ratio ratio) =>
        BilingualText.Of(language => Words.Percent(ratio.Numerator, ratio.Denominator, language));

    private static BilingualText Number(int number) =>
        BilingualText.Of(_ => number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static BilingualText Say(FrenchText french, EnglishText english) => new(french.ToString(), english.ToString());
}
