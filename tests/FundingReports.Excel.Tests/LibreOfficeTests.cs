using System.Text;
using System.Text.RegularExpressions;

namespace FundingReports.Excel.Tests;

public partial class LibreOfficeTests
{
    [LibreOfficeFact]
    public void Landes_FactsAlone_RecalculatesToTheSame() => SameWhenRecalculated(Cases.Landes);

    [LibreOfficeFact]
    public void Landes_WithAssumptions_RecalculatesToTheSame() => SameWhenRecalculated(Cases.LandesWithAssumptions);

    [LibreOfficeFact]
    public void ManyPosts_RecalculateToTheSame() => SameWhenRecalculated(Cases.Many);

    [LibreOfficeFact]
    public void Landes_English_RecalculatesToTheSame() => SameWhenRecalculated(Cases.LandesWithAssumptions, Language.English);

    [LibreOfficeFact]
    public void Summary_PrintsOnOnePage()
    {
        foreach (var analysis in new[] { Cases.Landes, Cases.Many })
        {
            // The first page of the second sheet names that sheet in its foot: the summary took one page exactly.
            string pdf = Encoding.Latin1.GetString(LibreOffice.Convert(Cases.Workbook(analysis), "pdf"));
            Assert.True(Pages().Count(pdf) >= 6);
        }
    }

    private static void SameWhenRecalculated(FundingAnalysis analysis, Language language = Language.French)
    {
        byte[] workbook = Cases.Workbook(analysis, language);
        var written = Checked.Read(workbook);
        var worked = Checked.Read(LibreOffice.Recalculate(workbook));
        Assert.Equal(written.Keys, worked.Keys);
        int compared = 0;
        foreach (var (sheet, rows) in written)
            for (int r = 0; r < rows.Count; r++)
                for (int c = 0; c < rows[r].Length; c++)
                {
                    object? expected = rows[r][c], found = r < worked[sheet].Count && c < worked[sheet][r].Length ? worked[sheet][r][c] : null;
                    if (expected is double figure)
                        Assert.True(found is double other && Math.Abs(figure - other) < 1e-6, $"{sheet} R{r + 1}C{c + 1}: {expected} here, {found} there");
                    else
                        Assert.True(Equals(expected, found), $"{sheet} R{r + 1}C{c + 1}: {expected} here, {found} there");
                    compared++;
                }
        Assert.True(compared > 100);
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]")]
    private static partial Regex Pages();
}
