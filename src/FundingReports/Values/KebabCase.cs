using System.Text;

namespace FundingReports;

/// <summary>Writes names of the code as the formats do: SocialSecurity becomes "social-security".</summary>
internal static class KebabCase
{
    internal static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
