using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Validation;

/// <summary>A funder by what its name says: the institution, under whichever of its names, the département, and the rest.</summary>
internal sealed class FunderName
{
    // These are the names of each institution, word by word without small words. A programme of the State alone (FIPD) is the State.
    private static readonly (string Concept, string[] Words)[] concepts =
    [
        ("state", ["etat"]), ("state", ["prefecture"]), ("state", ["prefet"]), ("state", ["prefete"]), ("state", ["fipd"]),
            ("state", ["fipdr"]),
        ("departement", ["conseil", "departemental"]), ("departement", ["conseil", "general"]),
            ("departement", ["collectivite", "departementale"]),
        ("departement", ["departement"]), ("departement", ["dept"]), ("departement", ["dpt"]), ("departement", ["cd"]),
            ("departement", ["cg"]),
        ("region", ["conseil", "regional"]), ("region", ["region"]), ("commune", ["ville"]), ("commune", ["commune"]),
            ("commune", ["mairie"]),
        ("cc", ["communaute", "communes"]), ("cc", ["cc"]), ("ca", ["communaute", "agglomeration"]), ("ca", ["agglomeration"]),
            ("ca", ["agglo"]),
        ("caf", ["caisse", "allocations", "familiales"]), ("caf", ["caf"]), ("msa", ["mutualite", "sociale", "agricole"]),
            ("msa", ["msa"]),
        ("ccas", ["centre", "communal", "action", "sociale"]), ("ccas", ["ccas"]),
    ];

    private static readonly Lazy<ILookup<string, (string Code, ImmutableArray<string> Words)>> departements =
        new(() => Identifiers.Departements
        .Select(departement => (departement.Key, Words: FoldedName.Of(departement.Value).Tokens))
        .OrderByDescending(departement => departement.Words.Length).ToLookup(departement => departement.Words[0]));

    private readonly Funder funder;

    internal FunderName(Funder funder)
    {
        this.funder = funder;
        Name = FoldedName.Of(funder.Name);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var rest = new List<string>();
        ImmutableArray<string> tokens = Name.Tokens;
        for (int i = 0; i < tokens.Length;)
        {
            if (concepts.FirstOrDefault(entry => StandsAt(entry.Words, tokens, i)) is { Concept: { } institution } concept)
            {
                found.Add(institution);
                i += concept.Words.Length;
            }
            else if (Departement is null
                && departements.Value[tokens[i]].FirstOrDefault(entry => StandsAt(entry.Words, tokens, i)) is { Code: { } code } named)
            {
                Departement = code;
                i += named.Words.Length;
            }
            else if (Departement is null && CodeAt(tokens, i) is var (written, length))
            {
                Departement = written;
                i += length;
            }
            else
            {
                rest.Add(tokens[i++]);
            }
        }
        Concepts = string.Join(' ', found);
        Rest = FoldedName.Of(string.Join(' ', rest));
    }

    /// <summary>The whole name.</summary>
    internal FoldedName Name { get; }

    /// <summary>The institutions that it names; empty where it names none of those known by several names.</summary>
    internal string Concepts { get; }

    /// <summary>The code of the département that it names; null where it names none.</summary>
    internal string? Departement { get; }

    /// <summary>What it says beside.</summary>
    internal FoldedName Rest { get; }

    internal bool MayBe(FunderName other)
    {
        bool kinds = funder.Kind == other.funder.Kind || funder.Kind is FunderKind.Other || other.funder.Kind is FunderKind.Other;
        bool sirets = funder.Siret is null || other.funder.Siret is null || funder.Siret == other.funder.Siret;
        return kinds && sirets && (Misspelling.Same(Name, other.Name) || SameInstitution(other));
    }

    private bool SameInstitution(FunderName other) => Concepts.Length > 0 && Concepts == other.Concepts
        && (Departement is null || other.Departement is null || Departement == other.Departement)
        && (Rest.IsEmpty && other.Rest.IsEmpty || Misspelling.Same(Rest, other.Rest));

    private static bool StandsAt(IReadOnlyList<string> words, ImmutableArray<string> tokens, int at)
    {
        for (int i = 0; i < words.Count; i++)
            if (at + i >= tokens.Length || tokens[at + i] != words[i])
                return false;
        return true;
    }

    // « 81 », « 2A », and « 1 » whose leading zero is gone.
    private static (string Code, int Length)? CodeAt(ImmutableArray<string> tokens, int at)
    {
        if (!char.IsAsciiDigit(tokens[at][0]))
            return null;
        string number = tokens[at].PadLeft(2, '0');
        if (at + 1 < tokens.Length && tokens[at] == "2" && tokens[at + 1] is "a" or "b")
            return ("2" + tokens[at + 1].ToUpperInvariant(), 2);
        return Identifiers.Departements.ContainsKey(number) ? (number, 1) : null;
    }
}
