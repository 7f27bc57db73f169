using ClosedXML.Excel;
using FundingReports.Portfolios;

namespace FundingReports.Exchange.Tests;

/// <summary>Forms with years as columns, and tables that people keep, made cell by cell.</summary>
internal static class YearsTables
{
    /// <summary>A workbook of the two sheets: what the posts are and cost, and who pays.</summary>
    internal static byte[] TwoSheets(object?[][] posts, object?[][] money)
    {
        using var workbook = new XLWorkbook();
        Sheets.Fill(workbook.AddWorksheet("Postes"), ["Poste", "Lieu", "Dép.", "Employeur", "ETP", "Du", "Au", "Pourvu ou vacant (depuis)",
            "Coût 2026", "Coût 2027", "Décidé le"], posts, 1);
        Sheets.Fill(workbook.AddWorksheet("Financements"), ["Poste", "Financeur", "Type", "Dispositif", "2026", "2027", "Nature",
            "Plafond", "Statut", "Du", "Au", "Ferme", "N° de l'acte", "Date de l'acte", "EJ"], money, 1);
        return Sheets.Bytes(workbook);
    }

    /// <summary>One table, whatever its columns.</summary>
    internal static byte[] One(string[] headers, params object?[][] rows) => Sheets.Build(sheet => Sheets.Fill(sheet, headers, rows, 1));

    /// <summary>What each commitment says: post, funder, amount, days, status.</summary>
    internal static string[] Money(IntakeReading reading) => [.. reading.Facts.Commitments.Select(commitment =>
        $"{reading.Facts.Posts.First(post => post.Id == commitment.Posts[0]).Label} · "
        + $"{reading.Facts.Funders.First(funder => funder.Id == commitment.Funder).Name} · {Amount(commitment.Amount)} · "
        + $"{commitment.From}..{commitment.Until} · {commitment.Status}{(commitment.Cap is { } cap ? $" · cap {cap}" : "")}")];

    private static string Amount(Amount amount) => amount switch
    {
        Portfolios.Amount.YearlyAmounts steps => $"YearlyAmounts {string.Join(' ', steps.Steps)}",
        Portfolios.Amount.YearlyShares steps => $"YearlyShares {string.Join(' ', steps.Steps)}",
        _ => $"{amount}",
    };

    internal static string[] Codes(IntakeReading reading) => [.. reading.Problems.Select(problem => $"{problem.CodeName} {problem.Path}")];
}
