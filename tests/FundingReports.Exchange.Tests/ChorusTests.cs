using FundingReports.Portfolios;
using FundingReports.Totals;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Exchange.Tests;

/// <summary>The State's accounting export: lines of payment, added up, and placed where an EJ says what they pay.</summary>
public class ChorusTests
{
    private const string Siret = "35600000000048", Ej = "2104512345";

    // As the export has them: a code, then its label under no header.
    internal static readonly string[] Headers =
    [
        "N° EJ", "N° poste EJ", "Fournisseur payé (DP)", "", "Branche", "", "Code taxe 1", "No TVA 3 (COM-RIDET ou TAHITI)",
        "Référentiel de programmation", "", "Société", "Exercice comptable", "N° DP", "N° poste DP",
        "Date de dernière opération sur la DP", "Centre financier", "", "Domaine fonctionnel", "", "Montant payé",
    ];

    private static int request;

    internal static object?[] Line(object? money, string? ej = Ej, object? year = null, object? day = null, string? siret = Siret,
        object? dp = null, string domain = "0216-10-04") =>
        [ej, 1, "1000123456", "Ligue des loisirs", "ZCOL", "Associations", siret, "#", "021610010101", "Prévention", "ADCE", year ?? 2025,
            dp ?? $"{100_000_000 + ++request}", 1, day ?? new DateTime(2025, 5, 2), "0216-CIPD-DR40", "Landes", domain, "FIPD", money];

    private static ImportReading Read(params object?[][] lines) => OfficialFile.Read(ImportKind.Chorus,
        new MemoryStream(Sheets.Build(sheet => Sheets.Fill(sheet, Headers, lines, 1))), "chorus.xlsx");

    private static string[] Payments(ImportReading reading) =>
        [.. reading.Facts.Payments.Select(
            payment => $"{payment.References.GetValueOrDefault("EJ")} {payment.Year} {payment.PaidOn} {payment.Amount}")];

    private static Portfolio Home(Amount amount, string ej = Ej, params Instalment[] tranches) => Portfolio.Create(new()
    {
        Sources = [new("A", SourceKind.Act, "Convention")],
        Funders = [new("E", "État", FunderKind.State), new("D", "Département", FunderKind.CollectiviteDepartementale)],
        Posts = [new("P1", "Poste 1") { From = PartialDate.Of(2024), Employers = [new(null, "Ligue des loisirs") { Siret = Siret }],
            Costs = [new(PartialDate.Of(2024), Euros.Of(50_000))], Source = "A" }],
        Commitments = [new("C1", "E", ["P1"], PartialDate.Of(2024), amount) { Line = "FIPD", Until = Term.On(PartialDate.Of(2026)),
            Status = CommitmentStatus.Signed, DecidedOn = PartialDate.Of(2024, 1), References = Post.NoReferences.Add("EJ", ej),
            Instalments = tranches.Length == 0 ? null : [.. tranches], Source = "A" },
            new("C2", "D", ["P1"], PartialDate.Of(2024), new Amount.Annual(Euros.Of(9_000))) { Until = Term.On(PartialDate.Of(2026)),
                Status = CommitmentStatus.Signed, DecidedOn = PartialDate.Of(2024, 1), Source = "A" }],
    });

    private static MergedPortfolio Into(Portfolio home, ImportReading reading) =>
        PortfolioMerge.Into(home, "maison.json", new(reading.Name, reading.Facts));

    private static string[] Codes(IEnumerable<Problem> problems) =>
        [.. problems.Select(problem => problem.CodeName).Where(code => code is not ("no-source" or "awaiting-commitment"))];

    [Fact]
    public void Lines_AreAddedUp_ByEjYearAndDay()
    {
        ImportReading reading = Read(Line(1000.5m), Line(2000m), Line(500m, day: new DateTime(2025, 9, 1)), Line(300m, year: 2024),
            Line(70m, ej: "2104500000"));
        Assert.Equal([$"{Ej} 2025 2025-05-02 3000.50", $"{Ej} 2025 2025-09-01 500.00", $"{Ej} 2024 2025-05-02 300.00",
            "2104500000 2025 2025-05-02 70.00"], Payments(reading));
        Assert.Equal("3 870,50 € repris en 5 lignes : tout ce qui est lisible dans le fichier.", Imported.Account(reading));
    }

    [Fact]
    public void HeaderThatIsBlank_BelongsToTheOneBefore()
    {
        Payment payment = Assert.Single(Read(Line(1000m)).Facts.Payments);
        Assert.Equal((new Beneficiary("Ligue des loisirs") { Siret = Siret }, "216"), (payment.Beneficiary, payment.Line));
        Assert.False(payment.References.ContainsKey("RIDET"));
    }

    [Fact]
    public void Headers_SpelledOut_AreTheSame()
    {
        string[] spelled = [.. Headers.Select((header, i) => i + 1 < Headers.Length && Headers[i + 1].Length == 0 ? $"{header} CODE"
            : header.Length == 0 ? Headers[i - 1] : header)];
        byte[] bytes = Sheets.Build(sheet => Sheets.Fill(sheet, spelled, [Line(1000m)], 1));
        Assert.Equal("Ligue des loisirs",
            Assert.Single(OfficialFile.Read(ImportKind.Chorus, new MemoryStream(bytes), "c.xlsx").Facts.Payments).Beneficiary!.Name);
    }

    [Fact]
    public void MoneyTakenBack_ComesOffTheYear()
    {
        ImportReading less = Read(Line(1000m), Line(-400m, day: new DateTime(2025, 9, 1)));
        Assert.Equal([$"{Ej} 2025 2025-09-01 600.00"], Payments(less));
        Assert.Equal((Euros.Of(600), Euros.Of(600)), (less.Account.MoneyKept, less.Account.MoneyReadable));
        ImportReading nothing = Read(Line(1000m), Line(-1400m), Line(5m, ej: "2104500000"));
        Assert.Equal(["2104500000 2025 2025-05-02 5.00"], Payments(nothing));
        Assert.Equal((2, Euros.Of(5)), (nothing.Account.RowsSetAside, nothing.Account.MoneyReadable));
        Assert.Equal(2, nothing.Problems.Count(problem => problem.Code is ProblemCode.PaymentNotPlaced));
    }

    [Fact]
    public void LineToldTwice_AndTotals_CountOnce()
    {
        ImportReading reading = Read(Line(1000m, dp: "1"), Line(1000m, dp: "1"), Line(1000m, dp: "2"),
            ["Résultat global", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                3000m]);
        Assert.Equal([$"{Ej} 2025 2025-05-02 2000.00"], Payments(reading));
        Assert.Equal(["3 ligne répétée", "5 total"],
            reading.Account.SetAside.Select(row => $"{row.Row} {row.Why(Language.French)}"));
    }

    [Fact]
    public void SecondaryCells_NeverCostALine()
    {
        ImportReading reading = Read(Line(1000m, year: "en cours", day: "bientôt", siret: "2,43E+13"));
        Assert.Equal([$"{Ej}   1000.00"], Payments(reading));
        Assert.Equal(3, reading.Problems.Count(problem => problem.Code is ProblemCode.ValueLeftOut));
    }

    [Fact]
    public void Into_TheOneThatNamesTheEj_SaysWhatWasPaid_AndMakesNothingFirm()
    {
        Portfolio home = Home(new Amount.Annual(Euros.Of(20_000)));
        Portfolio whole = Into(home, Read(Line(20_000m, year: 2024), Line(5_000m))).Portfolio!;
        Assert.Equal(["C1", "C1"], whole.Payments.Select(payment => payment.Commitment));
        var day = new LocalDate(2026, 1, 1);
        FundingAnalysis before = home.Analyze(day), after = whole.Analyze(day);
        CommitmentBalance balance = after.CommitmentBalances.First(tie => tie.Commitment.Id == "C1");
        Assert.Equal((true, Euros.Of(25_000)), (balance.Paid.TryGet(out Euros paid), paid));
        Assert.Equal((true, Euros.Of(5_000)), (balance.PaidFor(2025).TryGet(out Euros ofYear), ofYear));
        Assert.False(before.CommitmentBalances.First(tie => tie.Commitment.Id == "C1").Paid.TryGet(out _));
        Assert.Equal(before.Summary(Language.French), after.Summary(Language.French));
        // On an earlier day nothing of 2025 was paid yet.
        Assert.Equal(
            Euros.Of(20_000), whole.Analyze(new LocalDate(2024, 12, 31)).CommitmentBalances[0].PaidFor(2024).TryGet(out Euros then)
            ? then : Euros.Of(20_000));
    }

    [Fact]
    public void Paid_AboveWhatWasPromisedForTheYear_IsAFinding()
    {
        Portfolio home = Home(new Amount.Annual(Euros.Of(20_000)));
        Assert.Empty(Codes(Into(home, Read(Line(20_000m))).Problems));
        Assert.Equal(["paid-above-promised"], Codes(Into(home, Read(Line(20_000.02m))).Problems));
        // An act has made less firm of the year.
        Portfolio firm = Home(new Amount.Annual(Euros.Of(20_000)), Ej,
            new Instalment(PartialDate.Of(2025), PartialDate.Of(2025)) { Amount = Euros.Of(15_000) });
        Assert.Equal(["paid-above-promised"], Codes(Into(firm, Read(Line(16_000m))).Problems));
        Portfolio total = Home(new Amount.Total(Euros.Of(20_000)));
        Assert.Equal(["paid-above-promised"], Codes(Into(total, Read(Line(15_000m), Line(6_000m, year: 2024))).Problems));
        Assert.Equal(["paid-before-decided"], Codes(Into(home, Read(Line(1m, year: 2023, day: new DateTime(2023, 5, 1)))).Problems));
    }

    [Fact]
    public void PaidOfTranches_CountsOnce_AndDifferencesAreSaid()
    {
        Portfolio told = Home(new Amount.Annual(Euros.Of(20_000)), Ej,
            new Instalment(PartialDate.Of(2024), PartialDate.Of(2024)) { Paid = Euros.Of(20_000) },
            new Instalment(PartialDate.Of(2025), PartialDate.Of(2025)) { Paid = Euros.Of(8_000) });
        MergedPortfolio whole = Into(told, Read(Line(7_000m)));
        Assert.Equal(["paid-two-ways"], Codes(whole.Problems));
        Assert.True(whole.Portfolio!.Analyze(new LocalDate(2026, 1, 1)).CommitmentBalances[0].Paid.TryGet(out Euros paid));
        Assert.Equal(Euros.Of(27_000), paid);
    }

    [Fact]
    public void WithoutEj_OrWithOneThatTwoName_Waits_AndIsProposed()
    {
        Portfolio whole = Into(Home(new Amount.Annual(Euros.Of(20_000)), "2100000001"), Read(Line(1000m))).Portfolio!;
        PaymentProposal proposal = Assert.Single(PaymentProposals.Of(whole));
        Assert.Equal(("C1", SameBeneficiary.Siret, true, false),
            (proposal.Commitment.Id, proposal.Beneficiary, proposal.SameProgramme, proposal.SameReference));
        Assert.Null(Assert.Single(whole.Payments).Commitment);
        Assert.False(whole.Analyze(new LocalDate(2026, 1, 1)).CommitmentBalances[0].Paid.TryGet(out _));
        Assert.Contains(whole.Findings, problem => problem.Code is ProblemCode.AwaitingCommitment);
        PortfolioFacts facts = Home(new Amount.Annual(Euros.Of(20_000))).Facts;
        Portfolio two = Portfolio.Create(facts with
        {
            Commitments = [facts.Commitments[0], facts.Commitments[0]
                with { Id = "C3", Line = "autre", References = Post.NoReferences.Add("EJ", Ej) }],
        });
        Portfolio waiting = Into(two, Read(Line(1000m))).Portfolio!;
        Assert.Null(Assert.Single(waiting.Payments).Commitment);
        Assert.Equal(["C1", "C3"], PaymentProposals.Of(waiting).Select(one => one.Commitment.Id));
        Assert.Empty(PaymentProposals.Of(Into(Home(new Amount.Annual(Euros.Of(20_000)), "2100000001"),
            Read(Line(1000m, siret: "78467169500103"))).Portfolio!));
    }

    [Fact]
    public void Into_Twice_IsThereOnce_AndALaterExportAdds()
    {
        Portfolio home = Home(new Amount.Annual(Euros.Of(20_000)));
        Portfolio once = Into(home, Read(Line(1000m))).Portfolio!;
        MergedPortfolio more = Into(once, Read(Line(1000m), Line(500m, day: new DateTime(2025, 9, 1))));
        Assert.Equal(["1000.00", "500.00"], more.Portfolio!.Payments.Select(payment => payment.Amount.ToString()));
        Assert.Contains("told-twice", Codes(more.Problems));
        // The same year told otherwise: nobody adds the two.
        MergedPortfolio other = Into(once, Read(Line(900m)));
        Assert.Null(other.Portfolio);
        Assert.Contains("returns-disagree", Codes(other.Problems));
    }

    [Fact]
    public void NoChorus_IsSaid() => Assert.Equal("no-chorus", Assert.Single(OfficialFile.Read(ImportKind.Chorus,
        new MemoryStream(Sheets.Plan(Sheets.Good)), "plan.xlsx").Problems).Arguments[0]);
}
