using ClosedXML.Excel;

namespace FundingReports.Exchange.Tests;

/// <summary>FONJEP exports that look like the real thing: five sheets, one row a post and year.</summary>
internal sealed class FonjepExport
{
    internal static readonly string[] PostHeaders =
        ["Code", "DispositifId", "PstStatutPosteLibelle", "PstRaisonStatutLibelle", "FinanceurPrincipalCode", "FinanceurAttributeurCode",
            "AssociationBeneficiaireCode", "AssociationImplantationCode", "Annee", "MontantSubvention", "DateFinTriennalite",
            "PstTypePosteCode", "PleinTemps", "DoublementUniteCompte"];

    internal static readonly string[] PaymentHeaders = ["PosteCode", "PeriodeDebut", "PeriodeFin", "DateVersement", "MontantAPayer",
        "MontantPaye"];

    internal List<object?[]> Posts { get; } = [];

    internal List<object?[]> Payments { get; } = [];

    internal List<object?[]> Parties { get; } =
    [
        ["F1", "Ministère chargé de la jeunesse", "Non", "Non", "Oui", "11000201100044", "75013", "Paris", "bureau@exemple.invalid"],
        ["F2", "Département des Landes", "Non", "Oui", "Oui", null, "40000", "Mont-de-Marsan", null],
        ["A1", "Ligue des loisirs", "Oui", "Non", "Non", "35600000000048", "40100", "Dax", "contact@exemple.invalid"],
        ["A2", "Foyer rural", "Oui", "Non", "Non", null, "40160", "Parentis-en-Born", null],
    ];

    internal Dictionary<string, Action<IXLWorksheet>> Changes { get; } = [];

    internal HashSet<string> Without { get; } = [];

    /// <summary>A row of Poste: the State pays 7 164 € to A1, unless said otherwise.</summary>
    internal static object?[] Post(object? code, object? year, object? money, object? term, string reason = "Création",
        string? status = null, string funder = "F1", string employer = "A1", string full = "Oui", string doubling = "Non") =>
        [code, 1, status, reason, funder, funder, employer, employer, year, money, term, "ANIM", full, doubling];

    internal FonjepExport With(params object?[][] posts)
    {
        Posts.AddRange(posts);
        return this;
    }

    /// <summary>A payment: what was to be paid was paid.</summary>
    internal FonjepExport Paid(object? code, DateTime from, DateTime until, decimal money, decimal? toPay = null)
    {
        Payments.Add([code, from, until, until, toPay ?? money, money]);
        return this;
    }

    internal byte[] Bytes()
    {
        using var workbook = new XLWorkbook();
        Sheet(workbook, "Poste", PostHeaders, Posts);
        Sheet(workbook, "Versement", PaymentHeaders, Payments);
        Sheet(workbook, "Tiers",
            ["Code", "RaisonSociale", "EstAssociation", "EstCoFinanceurPostes", "EstFinanceurPostes", "SiretOuRidet", "CodePostal",
                "Ville", "ContactEmail"], Parties);
        Sheet(workbook, "TypePoste", ["Code", "Libelle"], [["ANIM", "Animation"]]);
        Sheet(workbook, "Dispositif", ["ID", "Libelle", "FinanceurCode"], [[1, "Jeunesse et éducation populaire", "F1"]]);
        return Sheets.Bytes(workbook);
    }

    internal ImportReading Read() => OfficialFile.Read(ImportKind.Fonjep, new MemoryStream(Bytes()), "fonjep.xlsx");

    private void Sheet(XLWorkbook workbook, string name, string[] headers, List<object?[]> rows)
    {
        if (Without.Contains(name))
            return;
        IXLWorksheet sheet = workbook.AddWorksheet(name);
        Sheets.Fill(sheet, headers, [.. rows], 1);
        if (Changes.TryGetValue(name, out var change))
            change(sheet);
    }
}
