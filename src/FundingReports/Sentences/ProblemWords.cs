using FundingReports.Wording;
using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Validation;

namespace FundingReports.Sentences;

/// <summary>The arguments of a problem, said: dates as dates, money as money, properties by the name of the field.</summary>
internal readonly struct ProblemWords(Problem problem)
{
    private const int LongestQuote = 60;
    private const int LongestList = 8;

    /// <summary>The value found, between quotes.</summary>
    internal BilingualText Found => Quote(problem.Found ?? "");

    /// <summary>The value found, between quotes, or the word that there is none.</summary>
    internal BilingualText FoundOrNothing => IsBlank ? new("rien", "nothing") : Found;

    /// <summary>« (financement E1) », after a space; nothing where it is not known what the problem is about.</summary>
    internal BilingualText SubjectInBrackets => problem.Subject is { } subject && SubjectWords.BesideFunder(subject) is var said
        ? new($" ({said.French})", $" ({said.English})") : default;

    /// <summary>The argument that the value found is nearly spelled as, in French or in English; null where there is none.</summary>
    internal BilingualText? Nearest
    {
        get
        {
            var found = FoldedName.Of(problem.Found);
            if (found.IsEmpty)
                return null;
            foreach (string word in problem.Arguments)
                if (((string[])[word, word.Split(',')[0], FormWords.Of(word).English]).Any(
                    known => Misspelling.Same(found, FoldedName.Of(known))))
                    return FormWords.Of(word);
            return null;
        }
    }

    /// <summary>A word of the forms, which the problem has in French; any other argument as it is.</summary>
    internal BilingualText Word(int i) => FormWords.Of(this[i]);

    /// <summary>
    /// What the file calls a column of the form, where the problem says it (« Nature=Nature du montant »); else what the form calls it.
    /// </summary>
    internal BilingualText Column(string french)
    {
        string named = problem.Arguments.FirstOrDefault(argument => argument.StartsWith($"{french}=", StringComparison.Ordinal), "");
        return named.Length == 0 ? new(FrenchText.NoBreak(french), FormWords.Of(french).English)
            : Same(Short(named[(french.Length + 1)..]));
    }

    /// <summary>Money as it can be written into any form, which reads no comma between thousands: 26 000 €.</summary>
    internal BilingualText Written(int i) => Same(Money(i).French);

    /// <summary>« la 2e de la liste », of commitments[0].instalments[1]; a cell as it is.</summary>
    internal BilingualText Entry(int i) =>
        ProblemSubject.NumberOf(problem.Arguments.ElementAtOrDefault(i) ?? "") is not { } number ? Same(this[i])
            : new($"la {Ordinals.French(number, isFeminine: true)} de la liste", $"the {Ordinals.English(number)} of the list");

    private static BilingualText Same(string text) => new(text, text);

    /// <summary>Whether nothing was found.</summary>
    internal bool IsBlank => string.IsNullOrEmpty(problem.Found);

    /// <summary>« 100 000 », of a whole number.</summary>
    internal BilingualText Whole(int i)
    {
        string digits = this[i];
        return BilingualText.Of(language => Words.Grouped(digits, language));
    }

    /// <summary>The words of the problem that the arguments after the first are those of.</summary>
    internal ProblemWords After(ProblemCode code) => new(new(code, problem.Path, problem.Found, problem.Arguments.RemoveAt(0)));

    /// <summary>« le poste L1 », or its place where it has no id.</summary>
    internal BilingualText Post(int i) => Named(i, "le poste", "un poste sans identifiant", "the post", "a post without id");

    /// <summary>« le financement E1 », or its place where it has no id.</summary>
    internal BilingualText Commitment(int i) =>
        Named(i, "le financement", "un financement sans identifiant", "the commitment", "a commitment without id");

    /// <summary>« 4.000 » as a thousand and as a unit: 4 000 € and 4,00 €; null where the value is of no such form.</summary>
    internal (string Thousands, string Units)? TwoReadings
    {
        get
        {
            string[] parts = (problem.Found ?? "").Trim(' ', '€', Words.NoBreakSpace, Words.ThinNoBreakSpace).Split('.', ',');
            return parts is [{ Length: > 0 and <= 3 } whole, { Length: 3 } rest] && whole.Concat(rest).All(char.IsAsciiDigit)
                ? ($"{whole}{Words.ThinNoBreakSpace}{rest}{Words.ThinNoBreakSpace}€",
                    $"{whole},{(rest[2] is '0' ? rest[..2] : rest)}{Words.ThinNoBreakSpace}€")
                : null;
        }
    }

    /// <summary>« 3 lignes ».</summary>
    internal BilingualText Count(int i, string one, string several)
    {
        _ = int.TryParse(this[i], NumberStyles.None, CultureInfo.InvariantCulture, out int count);
        return BilingualText.Of(language => Words.Count(count, one, several, language));
    }

    internal bool IsOne(int i) => this[i] is "1";

    // An id that nobody wrote is said as what people call the thing.
    internal string this[int i] => i >= problem.Arguments.Length ? ""
        : Short(problem.Names?.GetValueOrDefault(problem.Arguments[i]) ?? problem.Arguments[i]);

    internal bool Has(int i) => this[i].Length > 0;

    internal BilingualText Date(int i) =>
        PartialDate.TryParse(this[i], out PartialDate date) ? Say(date) : this[i].Length > 0 ? Quote(this[i]) : Unknown;

    /// <summary>« le 23/07/2023 », « en juillet 2023 », « en 2023 ».</summary>
    internal BilingualText On(int i)
    {
        bool isDay = !PartialDate.TryParse(this[i], out PartialDate date) || date.IsDay;
        return new($"{(isDay ? "le" : "en")} {Date(i).French}", $"{(isDay ? "on" : "in")} {Date(i).English}");
    }

    internal BilingualText Money(int i) => decimal.TryParse(
        this[i], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal euros)
        ? BilingualText.Of(language => Words.Money(Euros.Of(decimal.Round(euros, 2)), language))
        : Unknown;

    /// <summary>Promises that are not secured, from an argument on: « État, 28 000 € (sollicités) ».</summary>
    internal BilingualText Doubtful(int start)
    {
        ProblemWords own = this;
        return BilingualText.Of(language => Words.List([.. own.Triples(start).Select(i =>
            $"{own[i]}, {own.MoneyAndStatus(i + 1).In(language)}")], language));
    }

    /// <summary>Who pays less than before, from an argument on; nothing where nobody does.</summary>
    internal BilingualText Falls(int start)
    {
        ProblemWords own = this;
        return BilingualText.Of(language =>
        {
            string[] falls = [.. own.Triples(start).Select(i => Phrase.In(language,
                $"{own[i]} : {own.Money(i + 2).French} au lieu de {own.Money(i + 1).French}",
                $"{own[i]}: {own.Money(i + 2).English} instead of {own.Money(i + 1).English}"))];
            return falls.Length == 0 ? "" : $" ({Words.List(falls, language)})";
        });
    }

    private IEnumerable<int> Triples(int start) =>
        Enumerable.Range(0, Math.Max(0, problem.Arguments.Length - start) / 3).Select(i => start + 3 * i);

    // « 28 000 € (sollicités) », « montant inconnu (sollicité) ».
    private BilingualText MoneyAndStatus(int i)
    {
        (string french, string english) = this[i + 1] switch
        {
            "requested" => ("sollicité", "requested"),
            "announced" => ("annoncé", "announced"),
            var other => (other, other),
        };
        return Euro(i) is { } euros
            ? new($"{Money(i).French} ({french}{(euros < 2 ? "" : "s")})", $"{Money(i).English} ({english})")
            : new($"montant inconnu ({french})", $"unknown amount ({english})");
    }

    /// <summary>A share, as 6/5 or 1.2, in percent.</summary>
    internal BilingualText Percent(int i)
    {
        string[] parts = this[i].Split('/');
        decimal denominator = 1;
        if (!Number(parts[0], out decimal numerator) || parts.Length > 1 && !Number(parts[1], out denominator) || denominator <= 0)
            return Unknown;
        // In millionths, so that Percent alone rounds.
        return BilingualText.Of(language => Words.Percent(
            (System.Numerics.BigInteger)(numerator * 1_000_000), (System.Numerics.BigInteger)(denominator * 1_000_000), language));
    }

    /// <summary>One argument as a percentage of another, both money.</summary>
    internal BilingualText PartOf(int part, int whole) => Euro(part) is { } one && Euro(whole) is { } all && all != 0
        ? BilingualText.Of(language => Words.Percent(
            (System.Numerics.BigInteger)(one * 1_000_000), (System.Numerics.BigInteger)(all * 1_000_000), language))
        : Unknown;

    /// <summary>A share, as 1/2 or 0.5, of money: in euros.</summary>
    internal BilingualText ShareOf(int share, int whole)
    {
        string[] parts = this[share].Split('/');
        decimal denominator = 1;
        if (!Number(parts[0], out decimal numerator) || parts.Length > 1 && !Number(parts[1], out denominator) || denominator <= 0
            || Euro(whole) is not { } all || all > Euros.Limit)
            return Unknown;
        return BilingualText.Of(language => Words.Money(Euros.Of(decimal.Round(all * numerator / denominator, 2)), language));
    }

    private decimal? Euro(int i) => decimal.TryParse(this[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
        out decimal euros) && euros < 1_000_000_000_000 ? euros : null;

    internal BilingualText View(int i) => this[i] switch
    {
        "firm" => new("fermes", "firm"),
        "agreed" => new("conventionnés ou attribués", "agreed"),
        "announced" => new("annoncés", "announced"),
        var other => new(other, other),
    };

    /// <summary>The arguments from one on, as a list.</summary>
    internal BilingualText List(int start) => Join(Named(problem.Arguments.Skip(start)));

    /// <summary>The arguments from one on, as a list of words of a form or of the format: each in quotes in French.</summary>
    internal BilingualText WordList(int start) => new(QuotedList(start).French,
        Join(problem.Arguments.Skip(start).Select(word => FormWords.Of(word).English)).English);

    private IEnumerable<string> Named(IEnumerable<string> ids)
    {
        var names = problem.Names;
        return ids.Select(id => names?.GetValueOrDefault(id) ?? id);
    }

    /// <summary>The arguments from one on, as a list of words of the format: each in quotes in French.</summary>
    internal BilingualText QuotedList(int start)
    {
        BilingualText plain = List(start);
        return new(Join(problem.Arguments.Skip(start).Select(word => Quote(word).French)).French, plain.English);
    }

    /// <summary>The unit of a parameter, as people name it.</summary>
    internal BilingualText Unit(int i) => this[i] switch
    {
        "months" => new("des mois", "months"),
        "years" => new("des années", "years"),
        "count" => new("un nombre", "count"),
        "share" => new("une part", "share"),
        "money" => new("des euros", "money"),
        var other => new(other, other),
    };

    /// <summary>The arguments before "/", or after it.</summary>
    internal BilingualText Side(bool first)
    {
        ImmutableArray<string> arguments = problem.Arguments;
        int bar = arguments.IndexOf("/");
        return Join(Named(first ? arguments.Take(Math.Max(bar, 0)) : arguments.Skip(bar + 1)));
    }

    internal bool HasSide(bool first)
    {
        int bar = problem.Arguments.IndexOf("/");
        return first ? bar > 0 : bar < problem.Arguments.Length - 1;
    }

    /// <summary>The arguments from one on, as names of the field: "date de début et montant".</summary>
    internal BilingualText Properties(int start)
    {
        ImmutableArray<BilingualText> names = [.. problem.Arguments.Skip(start).Select(NameOf)];
        return new(Words.List([.. names.Select(name => name.French)], Language.French),
            Words.List([.. names.Select(name => name.English)], Language.English));
    }

    internal BilingualText Type(int i) => this[i] switch
    {
        "text" => new("un texte entre guillemets", "a text in quotes"),
        "date" => new("une date entre guillemets, comme \"2023-07-23\"", "a date in quotes, such as \"2023-07-23\""),
        "text-or-number" => new("un nombre, ou un texte entre guillemets", "a number, or a text in quotes"),
        "text-or-object" => new("un texte entre guillemets ou un objet entre accolades", "a text in quotes or an object in braces"),
        "boolean" => new("true ou false", "true or false"),
        "true" => new("true", "true"),
        "list" => new("une liste entre crochets", "a list in brackets"),
        "object" => new("un objet entre accolades", "an object in braces"),
        "year" => new("une année en quatre chiffres, sans guillemets", "a year of four digits, without quotes"),
        var other => new(other, other),
    };

    internal BilingualText What(int i) => this[i] switch
    {
        "source" => new("aucune source", "no source"),
        "funder" => new("aucun financeur", "no funder"),
        "post" => new("aucun poste", "no post"),
        "commitment" => new("aucun financement", "no commitment"),
        "waiting" => new("aucune ligne en attente", "no waiting line"),
        "policy-source" => new("aucune source", "no source"),
        "parameter" => new("aucun paramètre", "no parameter"),
        var other => new(other, other),
    };

    private BilingualText Named(int i, string french, string nameless, string english, string anonymous) => this[i].Length > 0
        ? new($"{french} {this[i]}", $"{english} {this[i]}")
        : new($"{nameless} ({Place})", $"{anonymous} ({Place})");

    // The place of posts[3].from is posts[3].
    private string Place => problem.Path.Split('.')[0];

    private static BilingualText Unknown { get; } = new("inconnu", "unknown");

    private static BilingualText Say(PartialDate date) => BilingualText.Of(language => Words.Date(date, language));

    private static BilingualText Quote(string text) =>
        new($"«{Words.NoBreakSpace}{Short(text)}{Words.NoBreakSpace}»", $"\"{Short(text)}\"");

    internal static string Short(string text)
    {
        if (text.Length <= LongestQuote)
            return Words.OneLine(text);
        int end = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return Words.OneLine(text[..end]) + "…";
    }

    private static BilingualText Join(IEnumerable<string> items)
    {
        List<string> shown = [.. items.Select(Short)];
        int more = shown.Count - LongestList;
        if (more <= 1)
            return new(Words.List(shown, Language.French), Words.List(shown, Language.English));
        shown.RemoveRange(LongestList, more);
        return new(Words.List([.. shown, $"{more} autres"], Language.French), Words.List([.. shown, $"{more} more"], Language.English));
    }

    private static bool Number(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number < 1_000_000_000;

    private static BilingualText NameOf(string property) => property switch
    {
        "from" => new("date de début", "first day"),
        "until" => new("date de fin", "last day"),
        "attestedOn" => new("date d’attestation", "day of attestation"),
        "fte" => new("ETP", "full-time equivalent"),
        "amount" => new("montant", "amount"),
        "author" => new("l’auteur", "author"),
        "reason" => new("la raison", "reason"),
        "cap" => new("plafond", "ceiling"),
        "instalments" => new("tranches", "instalments"),
        "annual" => new("coût annuel", "yearly cost"),
        "opens" => new("date d’ouverture", "opening day"),
        "closes" => new("date de clôture", "closing day"),
        _ => new(property, property),
    };
}
