using System.Collections.Frozen;

namespace FundingReports.Validation;

/// <summary>The identifiers of the field: SIREN, SIRET, codes of départements.</summary>
public static class Identifiers
{
    private const string LaPoste = "356000000";
    private const string LaPosteHeadOffice = "35600000000048";

    private static readonly Lazy<FrozenDictionary<string, string>> departements = new(ReadDepartements);

    /// <summary>The 101 départements (Code officiel géographique): name by code ("01", "2A", "971").</summary>
    public static IReadOnlyDictionary<string, string> Departements => departements.Value;

    /// <summary>Whether the text is fourteen digits, as a SIRET is. The checksum is another matter.</summary>
    public static bool IsSiret(string? text) => HasDigits(text, 14);

    /// <summary>Whether the text is nine digits, as a SIREN is.</summary>
    public static bool IsSiren(string? text) => HasDigits(text, 9);

    /// <summary>Whether the checksum of a SIRET is right: Luhn, or for La Poste a digit sum that is a multiple of 5.</summary>
    /// <remarks>Official examples fail it: a wrong checksum is a warning.</remarks>
    public static bool HasSiretChecksum(string? siret) => IsSiret(siret)
        && (siret!.StartsWith(LaPoste, StringComparison.Ordinal) && siret != LaPosteHeadOffice
            ? siret.Sum(c => c - '0') % 5 == 0 : Luhn(siret));

    /// <summary>Whether the checksum of a SIREN is right.</summary>
    public static bool HasSirenChecksum(string? siren) => IsSiren(siren) && Luhn(siren!);

    /// <summary>
    /// Whether the text is a number of the Répertoire national des associations: W, a digit, a digit or (overseas) a capital letter, seven
    /// digits.
    /// </summary>
    public static bool IsRna(string? text) =>
        text is ['W', >= '0' and <= '9', (>= '0' and <= '9') or (>= 'A' and <= 'Z'), ..] && HasDigits(text[3..], 7);

    private static bool HasDigits(string? text, int count) =>
        text is not null && text.Length == count && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool Luhn(string digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            int value = i % 2 == 0 ? digit : digit * 2;
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    private static FrozenDictionary<string, string> ReadDepartements()
    {
        using Stream stream = typeof(Identifiers).Assembly.GetManifestResourceStream("departements.csv")!;
        using var reader = new StreamReader(stream);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        reader.ReadLine();
        // The columns are DEP,REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE; no name holds a comma.
        while (reader.ReadLine() is { } line)
            if (line.Split(',') is [var code, .., var name])
                names.Add(code, name);
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
