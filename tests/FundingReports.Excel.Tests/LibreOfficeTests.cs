using System.Text;
using System.Text.RegularExpressions;

namespace FundingReports.Excel.Tests;

public partial class LibreOfficeTests
{
    [LibreOfficeFact]
    public void EverySeed_RecalculatesToTheSame()
    {
        (string Name, byte[] Workbook)[] all =
        [
            .. Cases.All().Select(seed => (seed.Name, Cases.Workbook(seed.Analysis))),
            ("many posts", Cases.Workbook(Cases.Many)),
            ("in English", Cases.Workbook(Cases.LandesWithAssumptions, Language.English)),
            ("text that looks like a formula", Cases.Workbook(Cases.Saying("=1+1"))),
        ];
        var worked = LibreOffice.Recalculate([.. all.Select(one => one.Workbook)]);
        for (int i = 0; i < all.Length; i++)
            Same(all[i].Name, Checked.Read(all[i].Workbook), Checked.Read(worked[i]));
    }

    [LibreOfficeFact]
    public void Sheets_PrintAsWideAsAPage()
    {
        // Eight sheets of few rows: eight pages, of which the first is the summary.
        byte[] pdf = LibreOffice.Convert("pdf", Cases.Workbook(Cases.Saying("Poste")))[0];
        Assert.Equal(8, Pages().Count(Encoding.Latin1.GetString(pdf)));
    }

    internal static void Same(string name, IReadOnlyDictionary<string, IReadOnlyList<object?[]>> written, IReadOnlyDictionary<string, IReadOnlyList<object?[]>> worked)
    {
        Assert.Equal(written.Keys, worked.Keys);
        foreach (var (sheet, rows) in written)
            for (int r = 0; r < rows.Count; r++)
                for (int c = 0; c < rows[r].Length; c++)
                {
                    object? expected = rows[r][c], found = r < worked[sheet].Count && c < worked[sheet][r].Length ? worked[sheet][r][c] : null;
                    bool same = expected is double figure ? found is double other && Math.Abs(figure - other) < 1e-6 : Equals(expected, found);
                    Assert.True(same, $"{name}, {sheet} R{r + 1}C{c + 1}: {expected} here, {found} there");
                }
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]")]
    private static partial Regex Pages();
}
