using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Scdl;

/// <summary>
/// The headers of files of subsidies, by their meaning: those of the schema, those that are met in real files, and any made of words that
/// are known.
/// </summary>
/// <remarks>
/// Stars, spaces, case, accents and what stands in brackets do not count. The names met are those of two public lists (docs/formats.md). «
/// Attributaire » is who gives where another column names who receives, and who receives where none does.
/// </remarks>
internal static partial class ScdlHeader
{
    // Headers whose words run together or are of another language, and those that mean one thing alone and another beside others.
    private static readonly (ScdlColumn Column, string[] Headers)[] met =
    [
        (ScdlColumn.FunderName, ["cscollnom", "colnom", "nomdelorganismefinanceur", "gestion", "attributaire nom collectivite"]),
        (ScdlColumn.FunderSiret, ["collsiret", "iAttribuant"]),
        (ScdlColumn.DecidedOn, ["datedecision", "datedeconvention", "datevote", "actedate", "conventiondate", "datedelib",
            "Date - Décision", "dateDecision_Tri", "datedesignature"]),
        (ScdlColumn.Decision, ["decisionref", "acteref", "codarticle", "identifiant_unique", "numero_complet_engagement",
            "referenceconvention", "Référence décision 1", "Référence administrative - Demande", "ref_acte"]),
        (ScdlColumn.BeneficiaryName, ["liborgabenef", "nombenef", "beneficiairenom", "Raison sociale (SIRENE)", "nomduprojeteur"]),
        (ScdlColumn.BeneficiarySiret,
            ["iBeneficiaire", "beneficiaireid", "beneficiairesid", "codesirensiret", "siretbenef", "beneficiaire_code", "idBeneficiare"]),
        (ScdlColumn.Object, ["objet", "object", "subventionobjet"]),
        (ScdlColumn.Amount, ["montant", "mtsubv", "montantsubvention", "subventionmontant", "montantattribue", "montantvote",
            "Montant des Autorisations d'engagement", "attribution_nouvelles"]),
        (ScdlColumn.Nature, ["nature", "type d'avantage", "type_d_avantage", "subventionnature"]),
        (ScdlColumn.Conditions, ["conditionversement", "subv_versement", "subventionconditions"]),
        (ScdlColumn.Payments, ["dateperiodedeversement", "dateperiodedversement", "datessversement", "libelle cdpaie", "dateversement",
            "datesversement", "dateSoldeVersement", "dateVersementSolde", "subventiondate", "versementdate", "versementdates"]),
        (ScdlColumn.PaidFrom, ["datesversementdebut", "versementdebut"]),
        (ScdlColumn.PaidUntil, ["datesversementfin", "versementfin"]),
        (ScdlColumn.Rae, ["raenum", "idrae"]),
        (ScdlColumn.NotifiedToEu, ["notificationue", "Aide d'état", "Aide notifiée à l'Europe", "Aide notifiée Ã  l'Europe",
            "Aides ne relevant pas d'une aide d'état", "Aide d'Etat (ou pas) notifiée à l'UE",
            "Aide d'Etat notifiée à la Commission européenne", "Aide d’Etat notifié à la Commission européenne", "uenotification",
            "Aide d'Etat notifiée à la Commission européenne, conformément aux dispositions du règlement (UE) n° 1407/2013 de la Commission du 18 décembre 2013"]),
        (ScdlColumn.BeneficiaryPart, ["pourentagesubvention", "pourcentagesubvention",
            "Pourcentage du montant total de la subvention attribuée au bénéficiaire", "percentsubvention"]),
        (ScdlColumn.Scheme,
            ["dispositifaide", "Identifiant référençant le dispositif d'aide à l'origine de la subvention", "systemeaide"]),
        (ScdlColumn.BudgetYear, ["excercice", "annze", "anne", "anneesubv", "exercice", "anneeConvention", "anneeDecision"]),
        (ScdlColumn.Status, ["statut", "decisionfinale", "etatdeladecision"]),
        (ScdlColumn.Rae,
            ["Numéro de référencement au répertoire des entreprises",
                "Numéro unique de référencement au répertoire des aides aux entreprises (RAE)",
                "Identifiant RAE de l’aide au titre de laquelle la subvention est attribuée"]),
    ];

    private static readonly FrozenDictionary<string, ScdlColumn> byKey = Enum.GetValues<ScdlColumn>()
        .Select(column => (Key: Key(NameOf(column)), Column: column))
        .Concat(met.SelectMany(entry => entry.Headers.Select(header => (Key: Key(header), entry.Column))))
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Column, StringComparer.Ordinal);

    /// <summary>The names that are known, and what one resembles that is none of them.</summary>
    internal static NearHeaders<ScdlColumn> Near => near.Value;

    private static readonly Lazy<NearHeaders<ScdlColumn>> near = new(() => new(Enum.GetValues<ScdlColumn>()
        .Select(column => (NameOf(column), column)).Concat(met.SelectMany(entry => entry.Headers.Select(name => (name, entry.Column))))));

    // What names one of the two parties and does not say which.
    private static readonly FrozenDictionary<string, Party> parties = new Dictionary<string, Party>(StringComparer.Ordinal)
    {
        ["attributaire"] = Party.Name, ["nomattributaire"] = Party.Name, ["nomdelattributaire"] = Party.Name,
            ["nomdelorganismeattributaire"] = Party.Name, ["organismeattributaire"] = Party.Name, ["attribnom"] = Party.Name,
        ["identificationdelattributaire"] = Party.Id, ["idattributaire"] = Party.Id, ["siretattributaire"] = Party.Id,
            ["siretdelattributaire"] = Party.Id, ["n°siretattributaire"] = Party.Id,
        ["siretorganismeattributaire"] = Party.Id, ["attribsiret"] = Party.Id, ["identifiantattributaire"] = Party.Id,
            ["identificationsiretdelattributaire"] = Party.Id,
        ["nom"] = Party.ReceiverName, ["raisonsociale"] = Party.ReceiverName, ["denomination"] = Party.ReceiverName,
            ["libelle"] = Party.ReceiverName, ["designation"] = Party.ReceiverName,
        ["siret"] = Party.ReceiverId, ["n°siret"] = Party.ReceiverId, ["nsiret"] = Party.ReceiverId, ["numerosiret"] = Party.ReceiverId,
            ["numsiret"] = Party.ReceiverId, ["siren"] = Party.ReceiverId, ["codesiret"] = Party.ReceiverId,
        ["siretsiren"] = Party.ReceiverId,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What one header means by itself; null where it means none, or another thing beside others.</summary>
    internal static ScdlColumn? Find(string header) => Find(header, out _);

    /// <summary>Whether the text is a header of a file of subsidies, in whatever company.</summary>
    internal static bool IsOne(string text) =>
        text.Length is > 0 and <= 200 && (Find(text, out bool isTaken) is not null && !isTaken || parties.ContainsKey(Key(text)));

    /// <summary>What the headers of one row mean.</summary>
    /// <param name="headers">The headers; empty where there is none.</param>
    /// <param name="given">What somebody says of them, which goes before everything.</param>
    internal static HeaderMeaning[] Read(IReadOnlyList<string> headers, IReadOnlyDictionary<string, string?>? given = null)
    {
        HeaderMeaning[] meanings = [.. headers.Select(_ => HeaderMeaning.Nothing)];
        var found = new HashSet<ScdlColumn>();
        for (int i = 0; i < headers.Count; i++)
        {
            if (headers[i].Length is 0 or > 300)
                continue;
            if (Given(headers[i], given) is var (named, said) && named)
                meanings[i] = said is { } column ? new(ScdlForm.Of(column), false) : new(null, false) { IsLeftOut = true };
            else if (Find(headers[i], out bool isTaken) is { } meant)
                meanings[i] = new(ScdlForm.Of(meant), isTaken);
            else if (!parties.ContainsKey(Key(headers[i])) && Near.Of(headers[i]) is { Length: > 1 } several)
                meanings[i] = new(null, false) { Between = [.. several.Select(ScdlForm.Of)] };
            if (meanings[i] is { Column: { } known, IsTaken: false })
                found.Add(ScdlForm.Of(known));
        }
        // Misspelt beside the same one well spelt, it is another.
        for (int i = 0; i < meanings.Length; i++)
            if (meanings[i] is { IsTaken: true, Column: { } close } && !found.Add(ScdlForm.Of(close)))
                meanings[i] = HeaderMeaning.Nothing;
        FindParties(headers, meanings, found);
        return meanings;
    }

    /// <summary>The name in the schema, or of what other files add.</summary>
    internal static string NameOf(ScdlColumn column) => ScdlForm.Of(column).Header;

    /// <summary>The column of that name; null where none has it.</summary>
    internal static ScdlColumn? Named(string name) => Enum.GetValues<ScdlColumn>()
        .Where(column => Plain.Key(NameOf(column)) == Plain.Key(name)).Select(column => (ScdlColumn?)column).FirstOrDefault();

    private static void FindParties(IReadOnlyList<string> headers, HeaderMeaning[] meanings, HashSet<ScdlColumn> found)
    {
        bool receives = found.Contains(ScdlColumn.BeneficiaryName) || found.Contains(ScdlColumn.BeneficiarySiret)
            || found.Contains(ScdlColumn.BeneficiaryRna);
        // « Attributaire » first: a bare « SIRET » then takes the place that is left.
        foreach (bool bare in (ReadOnlySpan<bool>)[false, true])
            for (int i = 0; i < headers.Count; i++)
            {
                if (meanings[i] is not { Column: null, IsLeftOut: false } || headers[i].Length is 0 or > 100
                    || !parties.TryGetValue(Key(headers[i]), out Party party) || party is Party.ReceiverId or Party.ReceiverName != bare)
                    continue;
                ScdlColumn column = party switch
                {
                    Party.Name => receives ? ScdlColumn.FunderName : ScdlColumn.BeneficiaryName,
                    Party.Id => receives ? ScdlColumn.FunderSiret : ScdlColumn.BeneficiarySiret,
                    Party.ReceiverName => ScdlColumn.BeneficiaryName,
                    _ => found.Contains(ScdlColumn.BeneficiarySiret) && !found.Contains(ScdlColumn.FunderSiret)
                        ? ScdlColumn.FunderSiret : ScdlColumn.BeneficiarySiret,
                };
                if (found.Add(column))
                    meanings[i] = new(ScdlForm.Of(column), false);
            }
    }

    private static (bool Named, ScdlColumn? Column)? Given(string header, IReadOnlyDictionary<string, string?>? given)
    {
        if (given is null)
            return null;
        string key = Plain.Key(header);
        foreach ((string name, string? column) in given)
            if (Plain.Key(name) == key)
                return (true, column is null ? null : Named(column));
        return null;
    }

    private static ScdlColumn? Find(string header, out bool isTaken)
    {
        isTaken = false;
        if (header.Length > 300)
            return null;
        string key = Key(header);
        if (byKey.TryGetValue(key, out ScdlColumn column) || byKey.TryGetValue(Plain.Key(header), out column))
            return column;
        if (parties.ContainsKey(key))
            return null;
        if (HeaderWords.Read(Bare(header), out isTaken) is { } meant && !isTaken)
            return meant;
        ScdlColumn? close = isTaken ? HeaderWords.Read(Bare(header), out _) : null;
        if (close is null && Near.Of(header) is [var only])
            close = only;
        isTaken = close is not null;
        return close;
    }

    // « Date(s) de versement » is dates; what else stands in brackets explains.
    private static string Bare(string header) =>
        header.Contains('(', StringComparison.Ordinal) ? Brackets().Replace(Plural().Replace(header, "s"), " ") : header;

    [GeneratedRegex(@"\((?:s|e|es)\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Plural();

    [GeneratedRegex(@"\([^()]*\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    // nomattribuant_0 is a name with a number that some tool has added.
    private static string Key(string header) =>
        Plain.Key(Bare(header)) is var key && header.Contains('_', StringComparison.Ordinal) ? key.TrimEnd('0') : key;

    private enum Party
    {
        Name,
        Id,
        ReceiverName,
        ReceiverId,
    }
}
