namespace FundingReports.Exchange.Names;

/// <summary>Words that official files write where they know nothing: NA, NULL, NC, -, « non renseigné ».</summary>
internal static class BlankWords
{
    /// <summary>Whether a text says that there is nothing.</summary>
    internal static bool Are(string text)
    {
        // Nearly all cells: what begins otherwise, or holds a figure, is none of these words.
        if (text.Length > 20 || text.Length > 0 && char.IsLetter(text[0]) && !"nvaisuNVAISU".Contains(text[0], StringComparison.Ordinal)
            || text.AsSpan().ContainsAnyInRange('0', '9'))
            return false;
        return Plain.Key(text) switch
        {
            "" => true,
            "na" or "null" or "nul" or "none" or "nan" or "nc" or "nr" or "nd" or "vide" or "neant" or "aucun" or "aucune" or "inconnu"
                or "inconnue" => true,
            "noncommunique" or "noncommuniquee" or "nonrenseigne" or "nonrenseignee" or "nonconnu" or "nonprecise" or "nondisponible"
                or "unknown" or "notknown" or "notgiven" or "notavailable" or "notapplicable" or "notspecified" or "nothing"
                or "sansobjet" => true,
            _ => false,
        };
    }
}
