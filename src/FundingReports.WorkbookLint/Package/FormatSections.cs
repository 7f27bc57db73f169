namespace FundingReports.WorkbookLint.Package;

/// <summary>The parts of the format of a number: of positive numbers, negative ones, zero, and words.</summary>
internal static class FormatSections
{
    /// <summary>The parts between semicolons, those in quotes, or behind a sign that takes the next as it stands, aside.</summary>
    internal static List<string> Of(string format)
    {
        var sections = new List<string>();
        int begin = 0;
        bool quoted = false;
        for (int i = 0; i < format.Length; i++)
            if (format[i] is '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (format[i] is '\\' or '_' or '*')
                i++;
            else if (format[i] is ';')
            {
                sections.Add(format[begin..i]);
                begin = i + 1;
            }
        sections.Add(format[begin..]);
        return sections;
    }
}
