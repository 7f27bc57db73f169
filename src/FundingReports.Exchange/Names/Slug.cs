using FundingReports.Wording;
using System.Text;
using FundingReports.Validation;

namespace FundingReports.Exchange.Names;

/// <summary>
/// Ids from names: « Référent violences, Dax » is "referent-violences-dax". The same name gives the same id in every return.
/// </summary>
internal static class Slug
{
    internal static string Of(string text, string instead)
    {
        var slug = new StringBuilder();
        // An id is printed and sent around too.
        foreach (char c in Plain.Words(PersonalData.Masked(text)))
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        string id = slug.ToString().Trim('-');
        return id.Length == 0 ? instead : id.Length > 80 ? id[..80].TrimEnd('-') : id;
    }

    /// <summary>The id, or with a number after it where it is taken.</summary>
    internal static string Unique(string id, HashSet<string> taken)
    {
        string unique = id;
        for (int i = 2; !taken.Add(unique); i++)
            unique = $"{id}-{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        return unique;
    }
}
