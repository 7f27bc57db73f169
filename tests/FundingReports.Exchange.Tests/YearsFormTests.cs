using ClosedXML.Excel;
using FundingReports.Excel.Tests;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// The form with years as columns, written: what it keeps of a portfolio, what it says that it loses, what its checks say.
/// </summary>
public class YearsFormTests
{
    /// <summary>No year is firm, or nobody knows which are: the first is no money before an act, the second may be all of it.</summary>
    [Fact]
    public void NoYearIsFirm_ComesBackAsNone_AndNotAsUnknown()
    {
        Commitment Promised(string line) => new(line, "E", ["P1"], PartialDate.Of(2024), new Amount.Annual(Euros.Of(20_000)))
        {
            Until = Term.On(PartialDate.Of(2025)), Line = line, DecidedOn = PartialDate.Of(2023),
        };
        var drawn = new PortfolioFacts
        {
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [new("P1", "Un") { From = PartialDate.Of(2020) }],
            Commitments = [Promised("A") with { Instalments = [] }, Promised("B"),
                Promised("C") with { Instalments = [new(PartialDate.Of(2025), PartialDate.Of(2025))] }],
        };
        IntakeReading back = Sent.AndBack(IntakeTemplate.FilledIn(Portfolio.Create(drawn)));
        Assert.Equal(["A 0", "B ?", "C 1"],
            back.Facts.Commitments.Select(promise => $"{promise.Line} {promise.Instalments?.Length.ToString() ?? "?"}"));
    }

    /// <summary>The sum of a 31st alone weighs nothing, and no row says it: it is said to be rounded.</summary>
    [Fact]
    public void SumOfA31st_IsSaidToBeRounded()
    {
        var drawn = new PortfolioFacts
        {
            Sources = [new("A", SourceKind.Act, "Actes")],
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [new("P1", "Un") { From = PartialDate.Of(2020) }],
            Commitments = [new("C1", "E", ["P1"], PartialDate.Of(2021), Amount.NotPublished)
            {
                Until = Term.On(PartialDate.Of(2022)), Withdrawn = new(new LocalDate(2022, 2, 1), PartialDate.Of(2021), "A"),
                Instalments = [new(new LocalDate(2022, 1, 31), PartialDate.Of(2022)) { Amount = Euros.Of(10_000.03m) }],
            }],
        };
        Assert.Contains(new TemplateLoss("C1", TemplateLossKind.Rounded),
            IntakeTemplate.FilledIn(Portfolio.Create(drawn)).Losses);
    }

    /// <summary>A tranche has a sum of its own, and the promise goes on after it, on its own terms.</summary>
    [Fact]
    public void AfterTheLastTranche_WhatHasNoTerm_GoesOnAsItWasPromised()
    {
        var drawn = new PortfolioFacts
        {
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [new("P1", "Un") { From = PartialDate.Of(2020) }],
            Commitments = [new("C1", "E", ["P1"], new LocalDate(2023, 1, 31), Amount.TheBalance)
            {
                Instalments = [new(new LocalDate(2023, 1, 31), PartialDate.Of(2023)) { Amount = Euros.Of(5_000.03m) }],
            }],
        };
        IntakeReading back = Sent.AndBack(IntakeTemplate.FilledIn(Portfolio.Create(drawn)));
        Assert.Equal(["2023-01-31..unknown Balance, 2023-01-31..2023 5000.03"], Promised(back));
    }

    private static IEnumerable<string> Promised(IntakeReading back) => back.Facts.Commitments.Select(promise =>
        $"{promise.From}..{promise.Until} {promise.Amount.Kind}"
            + string.Concat((promise.Instalments ?? []).Select(tranche => $", {tranche.From}..{tranche.Until} {tranche.Amount}"
                + (tranche.DecidedOn is { } decided ? $" on {decided}" : ""))));

    /// <summary>One convention of each kind that runs within the year: what its row says, and that it comes back as it was.</summary>
    [Theory]
    [InlineData("total", "2022: 16666.67, 2023: 33333.33, 2024: 16666.67; total réparti; 01/07/2022; 30/06/2024; vide")]
    [InlineData("twelve", "2022: 80 %, 2023: 50 %; par douze mois; 01/07/2022; 30/06/2024; vide")]
    [InlineData("zero", "2022: 10000.00, 2024: 5000.00; par douze mois; 01/07/2022; inconnu; vide")]
    [InlineData("priced", "2022: le solde, 2023: le solde, 2024: le solde; ; 01/07/2022; 30/06/2024; "
        + "du 01/07/2022 au 31/03/2023 (18\u202f000\u202f€, décidé le 12/03/2022); du 01/04/2023 au 30/06/2023")]
    [InlineData("years", "2022: 5000.00, 2023: 50 %, 2024: 50 %; ; ; ; 2022, 2024")]
    [InlineData("open", "2022: 80 %, 2023: 80 %; par douze mois; 2022; sans terme; aucune")]
    public void Convention_WithinTheYear_ComesBackAsItWas(string kind, string row)
    {
        var promise = new Commitment("C1", "E", ["P1"], new LocalDate(2022, 7, 1), Amount.TheBalance)
        {
            Until = new LocalDate(2024, 6, 30), Status = CommitmentStatus.Signed, DecidedOn = PartialDate.Of(2022), Line = "FIPD",
        };
        promise = kind switch
        {
            "total" => promise with { Amount = new Amount.Total(Euros.Of(66_666.67m)) },
            "twelve" => promise with { Amount = new Amount.YearlyShares([Share.Percent(80), Share.Percent(50)]) },
            "zero" => promise with
            {
                Amount = new Amount.YearlyAmounts([Euros.Of(10_000), Euros.Zero, Euros.Of(5_000)]), Until = Term.Unknown,
            },
            "priced" => promise with
            {
                Instalments = [new(new LocalDate(2022, 7, 1), new LocalDate(2023, 3, 31))
                {
                    Amount = Euros.Of(18_000), DecidedOn = new LocalDate(2022, 3, 12),
                }, new(new LocalDate(2023, 4, 1), new LocalDate(2023, 6, 30))],
            },
            "years" => promise with
            {
                From = PartialDate.Of(2022), Until = PartialDate.Of(2024), Amount = new Amount.ShareOfCost(Share.Percent(50)),
                Instalments = [new(PartialDate.Of(2022), PartialDate.Of(2022)) { Amount = Euros.Of(5_000) },
                    new(PartialDate.Of(2024), PartialDate.Of(2024))],
            },
            _ => promise with
            {
                From = PartialDate.Of(2022), Until = Term.Open, Instalments = [],
                Amount = new Amount.YearlyShares([Share.Percent(80), Share.Percent(80)]),
            },
        };
        var drawn = new PortfolioFacts
        {
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [new("P1", "Un") { From = PartialDate.Of(2020) }],
            Commitments = [promise],
        };
        IntakeTemplate template = IntakeTemplate.FilledIn(Portfolio.Create(drawn));
        byte[] form = Sent.Bytes(template);
        Assert.Equal(row, RowOf(form));
        Assert.Empty(template.Losses);
        IntakeReading back = Sent.Read(form);
        Assert.Equal([], back.Problems.Select(problem => problem.CodeName).Where(code => code is not ("no-ceiling" or "open-term")));
        if (kind is "years")
            Assert.Equal(["2022..2022 Annual, 2022..2022 ", "2023..2024 Share, 2024..2024 "], Promised(back));
        else
            Assert.Equal(promise, Assert.Single(back.Facts.Commitments) with
            {
                Id = promise.Id, Funder = "E", Posts = ["P1"], Source = null,
            });
    }

    // What the first row of money says: its years, nature, first and last day, and what is firm.
    private static string RowOf(byte[] form)
    {
        using var workbook = new XLWorkbook(new MemoryStream(form));
        IXLWorksheet page = workbook.Worksheet("Financements");
        string Of(string header) => Text(page.Row(3).CellsUsed().Single(cell => cell.GetString().Split('(')[0].Trim(' ', '*') == header)
            .WorksheetColumn().Cell(4));
        string years = string.Join(", ", page.Row(3).CellsUsed().Select(cell => (Year: cell.GetString().Split(' ')[0],
            Cell: cell.WorksheetColumn().Cell(4))).Where(said => said.Year.All(char.IsAsciiDigit) && !said.Cell.IsEmpty())
            .Select(said => $"{said.Year}: {Text(said.Cell)}"));
        return $"{years}; {Of("Nature")}; {Of("Du")}; {Of("Au")}; {(Of("Ferme") is { Length: > 0 } firm ? firm : "vide")}";
    }

    private static string Text(IXLCell cell) => cell.DataType is XLDataType.Number
        ? cell.GetDouble() is var number && number <= 1 ? $"{number * 100} %"
            : number.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : cell.GetString();

    /// <summary>What no row says is left out, and said to be: never another sum, never a longer one.</summary>
    [Fact]
    public void WhatNoRowSays_IsLeftOut_AndSaid()
    {
        Commitment Promise(string id, string post) => new(id, "E", [post], PartialDate.Of(2022), new Amount.Annual(Euros.Of(20_000)))
        {
            Until = Term.On(PartialDate.Of(2024)), Status = CommitmentStatus.Signed, DecidedOn = PartialDate.Of(2021),
        };
        var drawn = new PortfolioFacts
        {
            Sources = [new("A", SourceKind.Act, "Convention")],
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [.. Enumerable.Range(1, 8).Select(i => new Post($"P{i}", $"Poste {i}") { From = PartialDate.Of(2020) })],
            Commitments = [
                Promise("fading", "P8") with { Amount = new Amount.YearlyAmounts([Euros.Of(20_000), Euros.Of(10_000), Euros.Zero]) },
                Promise("stopped", "P1") with { Until = Term.Unknown, Withdrawn = new(PartialDate.Of(2024), PartialDate.Of(2021), "A") },
                Promise("cut", "P2") with { Amount = new Amount.Total(Euros.Of(100_000)),
                    Withdrawn = new(new LocalDate(2023, 2, 11), PartialDate.Of(2021), "A") },
                Promise("zero", "P3") with { Amount = new Amount.Annual(Euros.Zero) },
                Promise("once", "P4"), Promise("twice", "P4"),
                Promise("signed", "P5"), Promise("wished", "P5") with { Amends = "signed", From = PartialDate.Of(2023), DecidedOn = null,
                    Status = CommitmentStatus.Announced, Amount = new Amount.Annual(Euros.Of(5_000)) },
                Promise("old", "P6") with { From = PartialDate.Of(1980) },
                Promise("decided", "P7") with { Amount = new Amount.Total(Euros.Of(60_000)),
                    Withdrawn = new(PartialDate.Of(2024), PartialDate.Of(2021), "A"),
                    Instalments = [new(PartialDate.Of(2022), PartialDate.Of(2022)) { Amount = Euros.Of(30_000),
                        DecidedOn = PartialDate.Of(2022) }] }],
        };
        IntakeTemplate template = IntakeTemplate.FilledIn(Portfolio.Create(drawn));
        Assert.Equal(["cut Rounded", "cut Withdrawn", "decided Withdrawn", "decided WithinYear", "fading NothingAtTheEnd",
            "old OtherYears", "signed Amended",
            "stopped UnknownTerm", "stopped Withdrawn", "twice Repeated", "wished Amended", "wished UndecidedAmendment", "zero NoMoney"],
            template.Losses.Select(loss => $"{loss.Id} {loss.Kind}").Order(StringComparer.Ordinal));
        Assert.All(template.Losses, loss => Assert.EndsWith(".", loss.Sentence(Language.English), StringComparison.Ordinal));
        Assert.Equal(
        [
            // 100 000 € over three years, of which thirteen months and ten days: 37 037,037… €.
            "Poste 2 · État · Total { Sum = 37037.03 } · 2022..2023-02-10 · Signed",
            "Poste 4 · État · Annual { Yearly = 20000.00 } · 2022..2024 · Signed",
            "Poste 5 · État · Annual { Yearly = 20000.00 } · 2022..2024 · Signed",
            "Poste 8 · État · YearlyAmounts 20000.00 10000.00 · 2022..2024 · Signed",
        ], YearsTables.Money(Sent.AndBack(template)));
    }

    /// <summary>An amendment of one post leaves the others as they were; one of what it never was replaces nothing.</summary>
    [Fact]
    public void Amendment_IsCarriedOut_PostByPost()
    {
        var promise = new Commitment("C1", "E", ["P1", "P2"], PartialDate.Of(2022), new Amount.ShareOfCost(Share.Percent(50)))
        {
            Until = Term.On(PartialDate.Of(2025)), Status = CommitmentStatus.Signed, DecidedOn = PartialDate.Of(2021),
        };
        var drawn = new PortfolioFacts
        {
            Sources = [new("A", SourceKind.Act, "Convention")],
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [new("P1", "Un") { From = PartialDate.Of(2020) }, new("P2", "Deux") { From = PartialDate.Of(2020) }],
            Commitments = [promise,
                promise with { Id = "C2", Posts = ["P2"], Amends = "C1", From = PartialDate.Of(2023), Until = Term.Unknown,
                    Amount = new Amount.ShareOfCost(Share.Percent(30)) },
                promise with { Id = "C3", Amends = "C1", From = PartialDate.Of(2024),
                    Withdrawn = new(PartialDate.Of(2024), PartialDate.Of(2021), "A") }],
        };
        IntakeReading back = Sent.AndBack(IntakeTemplate.FilledIn(Portfolio.Create(drawn)));
        Assert.Equal(["Un · État · ShareOfCost { Share = 1/2 } · 2022..2025 · Signed",
            "Deux · État · ShareOfCost { Share = 1/2 } · 2022..2022 · Signed",
            "Deux · État · ShareOfCost { Share = 3/10 } · 2023..2025 · Signed"], YearsTables.Money(back));
    }

    [Fact]
    public void Sums_OverMonths_AddUpToThePromise()
    {
        var drawn = new PortfolioFacts
        {
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [new("P1", "Un") { AttestedOn = PartialDate.Of(2020), Fte = 1 },
                new("P2", "Deux") { AttestedOn = PartialDate.Of(2020), Fte = 0.5m }],
            Commitments = [
                new("C1", "E", ["P1", "P2"], new LocalDate(2020, 7, 24), new Amount.Total(Euros.Of(100_000.01m))) {
                    Until = new LocalDate(2023, 7, 23) },
                new("C2", "E", ["P1"], new LocalDate(2021, 7, 1), new Amount.YearlyAmounts([Euros.Of(17_500), Euros.Of(12_500)])) {
                    Until = new LocalDate(2023, 6, 30), Line = "CN" }],
        };
        IntakeTemplate template = IntakeTemplate.FilledIn(Portfolio.Create(drawn));
        IntakeReading back = Sent.AndBack(template);
        Assert.Equal(Euros.Of(130_000.01m), back.Account.MoneyKept);
        Assert.Empty(Sent.Errors(back));
        Assert.Equal([new TemplateLoss("C1", TemplateLossKind.Grouped)], template.Losses.Where(loss => loss.Id == "C1"));
        Assert.Equal(["Total { Sum = 66666.67 }", "Total { Sum = 33333.34 }", "2"], back.Facts.Commitments.Select(promise =>
            promise.Amount is Amount.YearlyAmounts steps ? $"{steps.Steps.Length}" : $"{promise.Amount}").Order(StringComparer.Ordinal)
                .OrderByDescending(text => text.Length).ThenByDescending(text => text, StringComparer.Ordinal));
    }

    /// <summary>What a newspaper says must not come back as what somebody in office says.</summary>
    [Theory]
    [InlineData(SourceKind.Press, "Sud Ouest, 2 mars")]
    [InlineData(SourceKind.Press, "Convention annoncée, Sud Ouest")]
    [InlineData(SourceKind.Assumption, "Reconduction à l'identique")]
    [InlineData(SourceKind.Act, "Convention du 24 juillet 2020")]
    [InlineData(SourceKind.Dataset, "SCDL 2023")]
    public void Source_KeepsItsKind(SourceKind kind, string title)
    {
        var drawn = new PortfolioFacts
        {
            Sources = [new("S", kind, title)],
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [new("P1", "Un") { AttestedOn = PartialDate.Of(2024) }],
            Commitments = [
                new("C1", "E", ["P1"], PartialDate.Of(2024), Amount.NotPublished) { Until = Term.On(PartialDate.Of(2024)), Source = "S" }],
        };
        IntakeReading back = Sent.AndBack(IntakeTemplate.FilledIn(Portfolio.Create(drawn)));
        Assert.Equal(kind, back.Portfolio!.FindSource(back.Facts.Commitments[0].Source)!.Kind);
    }

    [Fact]
    public void WhatItCannotSay_IsSaid_AndWhatIsInForceIsWritten()
    {
        var promise = new Commitment("C1", "E", ["P1"], PartialDate.Of(2024), new Amount.ShareOfCost(Share.Of(1, 2))) {
            Until = Term.On(PartialDate.Of(2026)) };
        var drawn = new PortfolioFacts
        {
            Sources = [new("A", SourceKind.Act, "Convention")],
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [
                new("P1", "Un") { From = PartialDate.Of(2020), Scheme = "FONJEP",
                    Costs = [new(PartialDate.Of(2021), Euros.Of(50_000)), new(PartialDate.Of(2021, 7), Euros.Of(52_000))] }],
            Commitments = [promise, promise
                with { Id = "C2", Amends = "C1", From = PartialDate.Of(2025), Amount = new Amount.ShareOfCost(Share.Of(1, 4)) },
                promise with { Id = "C3", Until = Term.Unknown, Line = "y" },
                promise with { Id = "C4", Line = "z", Withdrawn = new(PartialDate.Of(2025, 7), PartialDate.Of(2024), "A") },
                promise with { Id = "C5", Cap = Euros.Of(1), Line = "x",
                    Instalments = [new(PartialDate.Of(2024), PartialDate.Of(2024)) { Act = "EJ 1" }] }],
        };
        IntakeTemplate template = IntakeTemplate.FilledIn(Portfolio.Create(drawn));
        Assert.Equal(["C1 Amended", "C2 Amended", "C4 Withdrawn", "C5 Firmness", "P1 CostDates", "P1 Scheme"],
            template.Losses.Select(loss => $"{loss.Id} {loss.Kind}").Order(StringComparer.Ordinal));
        Assert.All(template.Losses, loss => Assert.EndsWith(".", loss.Sentence(Language.French), StringComparison.Ordinal));
        IntakeReading back = Sent.AndBack(template);
        Assert.Equal(
        [
            "Un · État · ShareOfCost { Share = 1/2 } · 2024..2024 · Announced",
                "Un · État · ShareOfCost { Share = 1/4 } · 2025..2026 · Announced",
            "Un · État · ShareOfCost { Share = 1/2 } · 2024..unknown · Announced",
                "Un · État · ShareOfCost { Share = 1/2 } · 2024..2025-06-30 · Announced",
            "Un · État · ShareOfCost { Share = 1/2 } · 2024..2026 · Announced · cap 1.00",
        ], YearsTables.Money(back));
        // The mean of the year in which the cost changes, so that its sums are right.
        Assert.Equal(["2021 51000.00", "2022 52000.00"], back.Facts.Posts[0].Costs.Select(cost => $"{cost.From} {cost.Annual}"));
        Assert.Equal(["2024"], back.Facts.Commitments[^1].Instalments!.Value.Select(tranche => tranche.From.ToString()));
    }

    /// <summary>Six posts, three funders, three years: 192 cells; whoever fills them is asked nothing.</summary>
    [Fact]
    public void SixPosts_ThreeFunders_ThreeYears_Take192Cells()
    {
        using var workbook = new XLWorkbook(new MemoryStream(Sent.Bytes(IntakeTemplate.Blank(firstYear: 2026, lastYear: 2028))));
        int filled = 0;
        void Fill(string sheet, int row, params (string Header, object Value)[] cells)
        {
            IXLWorksheet page = workbook.Worksheet(sheet);
            foreach ((string header, object value) in cells)
            {
                IXLCell cell = page.Row(3).CellsUsed().Single(cell => cell.GetString().Split('(')[0].Trim(' ', '*') == header)
                    .WorksheetColumn().Cell(row);
                if (value is decimal sum)
                    cell.SetValue(sum);
                else
                    cell.SetValue((string)value);
                filled++;
            }
        }
        for (int post = 0; post < 6; post++)
        {
            string name = $"Intervenant social, ville {(char)('A' + post)}";
            Fill("Postes", 4 + post, ("Poste", name), ("Lieu", $"Ville {(char)('A' + post)}"), ("Dép.", "40"),
                ("Employeur", "Association Exemple"), ("ETP", "1"),
                ("Coût 2026", 52_000m), ("Coût 2027", 53_000m), ("Coût 2028", 54_000m));
            foreach ((string funder, object sum, int at) in (
                (string, object, int)[])[("État", "50 %", 0), ("Commune de Dax", 5_000m, 1), ("Département des Landes", "le solde", 2)])
                Fill("Financements", 4 + 3 * post + at, ("Poste", name), ("Financeur", funder), ("2026", sum), ("2027", sum),
                    ("2028", sum), ("Statut", "conventionné"),
                    ("Date de l’acte", "12/03/2026"), ("N° de l’acte", $"2026-{post}{at}"));
        }
        Assert.Equal(192, filled);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        IntakeReading reading = Sent.Read(stream.ToArray());
        Assert.Equal([], reading.Problems.Select(problem => problem.CodeName).Distinct().Where(code => code is not "no-ceiling"));
        Assert.Equal((6, 18, 24), (reading.Portfolio!.Posts.Length, reading.Portfolio.Commitments.Length, reading.Account.RowsKept));
    }

    /// <summary>Beside each cost stands what the post lacks, or why that cannot be added up.</summary>
    [Fact]
    public void Checks_SayWhatEachPostLacks()
    {
        Post Named(string id, decimal? cost, PartialDate? from = null) =>
            new(id, id) { From = from ?? PartialDate.Of(2026), Costs = cost is { } sum ? [new(PartialDate.Of(2026), Euros.Of(sum))] : [] };
        Commitment Pays(string id, Amount amount, CommitmentStatus status = CommitmentStatus.Signed, string funder = "E") =>
            new($"{id}{funder}{status}", funder, [id], PartialDate.Of(2026), amount) {
                Until = Term.On(PartialDate.Of(2027)), Status = status };
        var drawn = new PortfolioFacts
        {
            Funders = [new("E", "État", FunderKind.State), new("C", "CAF", FunderKind.SocialSecurity)],
            Posts = [Named("manque", 50_000), Named("juste", 50_000), Named("trop", 50_000), Named("solde", 50_000),
                Named("sans coût", null), Named("inconnu", 50_000), Named("juillet", 50_000, PartialDate.Of(2026, 7)),
                Named("douze mois", 50_000), Named("tranche", 50_000)],
            Commitments = [
                Pays("manque", new Amount.Annual(Euros.Of(20_000))),
                    Pays("manque", new Amount.Annual(Euros.Of(30_000)), CommitmentStatus.Refused),
                Pays("juste", new Amount.Annual(Euros.Of(25_000))), Pays("juste", new Amount.ShareOfCost(Share.Of(1, 2)), funder: "C"),
                Pays("trop", new Amount.Annual(Euros.Of(60_000))), Pays("solde", new Amount.Annual(Euros.Of(10_000))),
                    Pays("solde", Amount.TheBalance, funder: "C"),
                Pays("inconnu", Amount.NotPublished), Pays("juillet", new Amount.ShareOfCost(Share.Of(1, 2))),
                Pays("douze mois", new Amount.YearlyAmounts([Euros.Of(20_000), Euros.Of(10_000)])) with { From = new LocalDate(2025, 7, 1),
                    Until = new LocalDate(2027, 6, 30) },
                Pays("tranche", new Amount.Annual(Euros.Of(20_000))) with { Instalments = [new(new LocalDate(2026, 1, 1),
                    new LocalDate(2026, 6, 30)) { Amount = Euros.Of(12_000) }] }],
        };
        byte[] form = Sent.Bytes(IntakeTemplate.FilledIn(Portfolio.Create(drawn)));
        IReadOnlyList<object?[]> posts = Checked.Read(form)["Postes"];
        int gap = Array.IndexOf(posts[2], "Écart 2026 (€)");
        Assert.Equal(["30000", "0", "-10000", "0", "coût\u202f?", "à vérifier", "année partielle", "à vérifier", "à vérifier", ""],
            Enumerable.Range(3, 10).Select(row => Convert.ToString(posts[row][gap], System.Globalization.CultureInfo.InvariantCulture)));
        // The column of checks is never read back, and not said to be unread.
        Assert.DoesNotContain(Sent.Read(form).Problems, problem => problem.Code is ProblemCode.ColumnNotRead);
    }

    [Fact]
    public void EnglishForm_IsWrittenAndReadBack()
    {
        Assert.True(Portfolio.TryRead(
            FundingReports.Tests.Corpus.KeptInputs.Bytes("six-postes", "portfolio.json"), out Portfolio? portfolio, out _));
        byte[] form = Sent.Bytes(IntakeTemplate.FilledIn(portfolio, language: Language.English));
        IntakeReading english = Sent.Read(form), french = Sent.AndBack(IntakeTemplate.FilledIn(portfolio));
        Assert.Equal(YearsTables.Money(french), YearsTables.Money(english));
        Assert.Equal([], Sent.Errors(english));
        using var workbook = new XLWorkbook(new MemoryStream(form));
        Assert.Equal(["Posts", "Funding", "How to", "Lists"], workbook.Worksheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void Form_RefusesYearsThatItCannotHave()
    {
        Portfolio landes = Portfolio.Load(FundingReports.Tests.Repository.PathOf("seeds", "landes", "portfolio.json"));
        foreach ((int first, int? last) in ((int, int?)[])[(2026, 2025), (1989, null), (2101, null), (2026, 2046), (2100, 2101)])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => IntakeTemplate.Blank(first, last));
            Assert.Throws<ArgumentOutOfRangeException>(() => IntakeTemplate.FilledIn(landes, first, last));
        }
        Assert.Throws<ArgumentNullException>(() => IntakeTemplate.FilledIn(null!));
        Assert.Equal(IntakeForm.Simple, IntakeTemplate.Blank(2100).Form);
        Assert.Equal(IntakeForm.Simple, IntakeTemplate.Blank(1990, 2009, Language.English).Form);
    }
}
