using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Texts;
using FundingReports.Tests;
using NodaTime;

namespace FundingReports.Reports.Tests;

/// <summary>What those who read a workbook once stumbled over.</summary>
public class FaceTests
{
    private static readonly FundingAnalysis six = Portfolio.Load(Repository.PathOf("tests", "corpus", "six-postes", "portfolio.json"))
        .Analyze(new LocalDate(2026, 11, 26));

    private static readonly FundingAnalysis assumed =
        Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio-with-assumptions.json")).Analyze(new LocalDate(2022, 2, 8));

    [Fact]
    public void Calendar_OneColourAState_QuartersUnderTheirYear()
    {
        var calendar = Table(Build(six), "Tab_Calendrier");
        var quarters = calendar.Columns.Index().Where(column => column.Item.Group is not null).ToList();
        Assert.Equal(16, quarters.Count);
        Assert.Equal(["2025", "2026", "2027", "2028"], quarters.Select(column => column.Item.Group).Distinct());
        Assert.All(quarters, column => Assert.True(column.Item.IsCentred && column.Item.ShortHeader!.Split(' ')[0].Length == 2));
        Assert.Equal("T4 auj.", Assert.Single(quarters, column => column.Item.IsNow).Item.ShortHeader);
        var cells = calendar.Rows.SelectMany(row => quarters.Select(column => row.Cells[column.Index])).OfType<ReportCell.Count>()
            .ToList();
        Assert.All(cells, cell => Assert.Equal(cell.Value switch { 100 => Tone.Good, 0 => Tone.Nothing, _ => Tone.Middling }, cell.Tone));
        Assert.Contains(cells, cell => cell.Value == 49);
        Assert.Equal(24, cells.Count(cell => cell.Tone == Tone.Nothing));
    }

    [Fact]
    public void Timeline_SaysWhereThereIsNoMoney_AndWhereThereIsNoPost()
    {
        var line = Assert.Single(Build(six).Sheets[0].Blocks.OfType<ReportTimeline>()).Lines[3];
        Assert.Equal([Tone.Announced, Tone.Nothing], line.Bars.Select(bar => bar.Tone));
        Assert.Equal(new LocalDate(2026, 3, 1), line.Bars[0].From);
    }

    [Fact]
    public void Plan_HeadOfABlock_SaysWhoWorks_AndTotalsAreOfWords()
    {
        var plan = Table(Build(six), "Tab_Plan");
        Assert.DoesNotContain(plan.Columns, column => column.Key == "line");
        Assert.Contains(plan.Rows, row => Texts(row).Contains("Association Exemple · 1 ETP")
            && Texts(row).Contains("vacant depuis le 01/09/2026\u202F; non financé"));
        Assert.Contains(plan.Rows, row => Texts(row).Contains("pourvu\u202F; entièrement financé jusqu’au 31/12/2027"));
        // Carmont: a funder has left, and nobody is asked.
        Assert.Contains(plan.Rows, row => Texts(row).Contains("Reste à financer") && Texts(row).Contains("aucune demande connue")
            && row.Cells.OfType<ReportCell.Formula>().Any(cell => cell.Value is ReportCell.Amount { Value.Cents: 420_000 }));
        Assert.Contains(plan.Rows, row => Texts(row).Contains("Convention 2025-0009\u202F; ferme 2026 (EJ 2104599999)"));
        var totals = plan.Rows.Where(row => Texts(row).First() == "Tous les postes").ToList();
        Assert.All(totals.Where(row => !Texts(row).Any(text => text.StartsWith("dont ferme", StringComparison.Ordinal))),
            row => Assert.Contains(row.Cells, cell => cell is ReportCell.Formula
            {
                Expression: ReportFormula.SumOfWords or ReportFormula.Worked,
            }));
    }

    /// <summary>A part that is paid on some days of a month, and not on others, when nobody knows on which the post begins.</summary>
    [Fact]
    public void PartThatNobodyKnows_IsSaidToBeUnknown()
    {
        FundingAnalysis analysis = Portfolio.Parse("""
            { "format": "fundingreports/portfolio@1", "sources": [{ "id": "A", "kind": "act", "title": "Actes" }],
              "funders": [{ "id": "E", "name": "État", "kind": "state" }],
              "posts": [{ "id": "P2", "label": "P2", "attestedOn": "2024-02", "source": "A",
                "costs": [{ "from": "2024-03-01", "annual": "13383.12", "kind": "budget", "source": "A" }] }],
              "commitments": [{ "id": "C1", "funder": "E", "posts": ["P2"], "from": "2022-01-01", "amount": { "share": "1/2" },
                "status": "granted", "source": "A" }] }
            """).Analyze(new(2021, 2, 28));
        Assert.Equal((HorizonState.NotOnFirstDay, true), (analysis.Posts[0].Agreed.FullyFundedUntil.State,
            analysis.Posts[0].Agreed.PartlyFundedUntil.Surely.IsNone));
        Assert.Equal("part financée inconnue", new WorkbookTexts(Language.French).FundedHowLong(
            analysis.Posts[0].Agreed.FullyFundedUntil, analysis.Posts[0].Agreed.PartlyFundedUntil));
    }

    [Fact]
    public void Plan_EachStatusHasItsOwnTotal()
    {
        var plan = Table(Build(six), "Tab_Plan");
        Assert.Equal(
        [
            "Coût, part connue: 253600 256040 256880 256880 1023400",
            "Conventionné ou attribué: 248600 244500 214000 0 707100",
            "État (FIPD): 133400 118600 80200 0 332200",
            "Département d'Exemple: 74200 91400 101800 0 267400",
            "Autres financeurs (6): 41000 34500 32000 0 107500",
            "dont ferme, part connue: inconnu 25000 inconnu 0 25000",
            "Annoncé, part connue: 0 25833 31000 0 56833",
            "Sollicité: 0 9000 37000 0 46000",
            "Reste à financer, part connue: 5000 11540 42880 256880 316300",
        ], Totals(plan));
        // On a row of the plan a basis is said where the amount does not say it.
        Assert.Contains(plan.Rows, row => Texts(row).Contains("80\u202F%, 50\u202F%, 30\u202F% du coût\u202F; Convention 2025-0004"));
        Assert.Contains(plan.Rows, row => Texts(row).Contains("solde, plafond 20\u202F000\u202F€\u202F; Délibération CP 2025-02-118"));
        Assert.DoesNotContain(plan.Rows, row => Texts(row).Contains("montant"));
    }

    [Fact]
    public void Plan_TotalOfARow_IsUnknownAsSoonAsAYearIs()
    {
        var plan = Table(Build(six), "Tab_Plan");
        int total = plan.IndexOf("total");
        foreach (var row in plan.Rows.Where(row => Texts(row).First() != "Tous les postes"))
        {
            var years = plan.Columns.Index().Where(column => column.Item.Key.StartsWith('y'))
                .Select(column => Plain(row.Cells[column.Index])).ToList();
            if (years.Exists(cell => cell is ReportCell.Unknown))
                Assert.IsType<ReportCell.Unknown>(Plain(row.Cells[total]));
            else
                Assert.Equal(Euros.FromCents(years.OfType<ReportCell.Amount>().Sum(cell => cell.Value.Cents)),
                    Plain(row.Cells[total]) is ReportCell.Amount sum ? sum.Value : Euros.Zero);
        }
    }

    private static IEnumerable<string> Totals(ReportTable plan) => plan.Rows.Where(row => Texts(row).First() == "Tous les postes")
        .Select(row => $"{Texts(row).ElementAt(1)}: " + string.Join(" ", plan.Columns.Index()
            .Where(column => column.Item.Kind == ColumnKind.WholeAmount).Select(column => Plain(row.Cells[column.Index]) switch
            {
                ReportCell.Amount amount => $"{amount.Value.Cents / 100}",
                ReportCell.Unknown => "inconnu",
                _ => "—",
            })));

    [Fact]
    public void Papers_DueOnAPastDay_AreLate()
    {
        var papers = Table(Build(six), "Tab_A_Faire").Rows.SelectMany(row => row.Cells).OfType<ReportCell.Text>()
            .Where(cell => cell.Value.Contains("bilan", StringComparison.Ordinal)).ToList();
        Assert.Contains(papers, cell => cell.Value.StartsWith("bilan d’ensemble, en retard (30/03/2026)", StringComparison.Ordinal));
        Assert.All(papers, cell => Assert.Equal(cell.Value.Contains("en retard", StringComparison.Ordinal), cell.Tone == Tone.Bad));
        Assert.DoesNotContain(papers, cell => cell.Value.Contains("avant le 30/03/2026", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsNotKnown_IsNoAmountThatAnAssumptionReplaces()
    {
        Assert.DoesNotContain(Paragraphs(Build(assumed)), text => text.Contains("Le montant d’un financement", StringComparison.Ordinal));
        Assert.Contains(Paragraphs(Build(six)), text => text.Contains("Le montant d’un financement", StringComparison.Ordinal));
    }

    [Fact]
    public void Zero_HasNoMark() => Assert.All(
        Tables(Build(assumed)).SelectMany(table => table.Rows).SelectMany(row => row.Cells)
            .Where(cell => Plain(cell) is ReportCell.Amount { Value.Cents: 0 }),
        cell => Assert.Equal(Marks.None, cell.Marks));

    [Fact]
    public void Conventions_NoColumnIsMostlyUnknown_AndNothingIsLost()
    {
        var sheet = Build(six).Sheets.Single(one => one.Name == "Conventions");
        var table = Assert.Single(sheet.Blocks.OfType<ReportTable>());
        Assert.DoesNotContain(table.Columns, column => column.Key is "instalments" or "paid");
        string above = Paragraphs(Build(six)).Single(text => text.Contains("À noter", StringComparison.Ordinal));
        Assert.Contains("«\u00A0Tranches fermes\u00A0» et «\u00A0Versé\u00A0»", above, StringComparison.Ordinal);
        Assert.Contains(table.Rows, row => Texts(row).Contains(
            "ferme 2026\u00A0: 25\u202F000\u202F€ (EJ 2104599999)\u202F; versé\u00A0: 25\u202F000\u202F€"));
    }

    [Fact]
    public void Headers_NameFundersAsTheyAreWritten()
    {
        var report = ReportBuilder.Build(six, Language.French, new ReportOptions { Part = ReportPart.TechnicalFile });
        var simulation = Table(report, "Tab_Simulation");
        Assert.Contains(simulation.Columns, column => column.Header == "Département d'Exemple\u00A0: maintenu (à saisir)");
        Assert.Contains(simulation.Columns, column => column.Group == "Département d'Exemple");
    }

    [Fact]
    public void English_HasNoFrenchSemicolon()
    {
        var earlier = six.Portfolio.Analyze(new LocalDate(2025, 11, 26));
        foreach (var options in new[] { new ReportOptions { Previous = earlier }, new() { Part = ReportPart.TechnicalFile } })
            Assert.DoesNotContain(Everything(ReportBuilder.Build(six, Language.English, options)),
                text => text.Contains(" ;", StringComparison.Ordinal));
    }

    [Fact]
    public void NoFundingAtAll_IsSaid_NotCalledUnchanged()
    {
        var post = new Post("P", "Poste") { From = new LocalDate(2025, 1, 1), Costs = [new(new LocalDate(2025, 1, 1), Euros.Of(50_000))] };
        var report = Build(Portfolio.Create(new PortfolioFacts { Posts = [post] }).Analyze(new LocalDate(2026, 11, 26)));
        Assert.Equal("aucun financement recensé", Assert.Single(report.Sheets[0].Blocks.OfType<ReportTimeline>()).Lines[0].Note);
    }

    [Fact]
    public void ManyPosts_InARow_AreNamedOnALineAndCounted()
    {
        var posts = Enumerable.Range(1, 40).Select(i => new Post($"P{i}", $"Intervenant social, brigade n° {i}")
        {
            From = new LocalDate(2025, 1, 1), Costs = [new(new LocalDate(2025, 1, 1), Euros.Of(50_000))],
        }).ToImmutableArray();
        var commitments = Enumerable.Range(1, 5).Select(i => new Commitment($"C{i}", $"F{i}", [$"P{i}"], new LocalDate(2025, 1, 1),
            new Amount.Annual(Euros.Of(100))) { Until = new LocalDate(2026, 6, 30).PlusMonths(i), Status = CommitmentStatus.Requested });
        var facts = new PortfolioFacts
        {
            Posts = posts, Commitments = [.. commitments],
            Funders = [.. Enumerable.Range(1, 5).Select(i => new Funder($"F{i}", $"Commune {i}", FunderKind.Commune))],
        };
        var report = Build(Portfolio.Create(facts).Analyze(new LocalDate(2026, 3, 1)));
        var said = Everything(report).Where(text => text.Contains(" postes\u00A0: Intervenant", StringComparison.Ordinal)).ToList();
        Assert.All(said, text => Assert.True(text.Length < 150 && text.EndsWith(" autres", StringComparison.Ordinal), text));
        Assert.All(said, text => Assert.Contains("\u202F; Intervenant", text, StringComparison.Ordinal));
        Assert.NotEmpty(said);
    }

    [Fact]
    public void Plan_WhereEachAmountIsAssumed_SaysItOnce()
    {
        Assert.DoesNotContain(Table(Build(assumed), "Tab_Plan").Rows.SelectMany(row => row.Cells), IsMarked);
        Assert.Contains(
            Paragraphs(Build(assumed)), text => text.Contains("Chaque montant repose sur une hypothèse", StringComparison.Ordinal));

        // The cost of a fourth of the posts stands in an act: each other amount bears its sign again.
        string json = File.ReadAllText(Repository.PathOf("seeds", "landes", "portfolio-with-assumptions.json"));
        int last = json.LastIndexOf("\"HCOUT\"", StringComparison.Ordinal);
        var mixed = Build(
            Portfolio.Parse(string.Concat(json.AsSpan(0, last), "\"QE43996\"", json.AsSpan(last + 7))).Analyze(assumed.AsOf));
        Assert.Contains(Table(mixed, "Tab_Plan").Rows.SelectMany(row => row.Cells), IsMarked);
        Assert.DoesNotContain(Paragraphs(mixed), text => text.Contains("Chaque montant repose", StringComparison.Ordinal));

        static bool IsMarked(ReportCell cell) => cell is not ReportCell.Text && (cell.Marks & Marks.Assumed) != 0;
    }

    [Theory, InlineData("Mon tableau"), InlineData("A1"), InlineData("xfd1048576"), InlineData("R1C1"), InlineData("r"), InlineData("1x"),
        InlineData("é"), InlineData("")]
    public void NameOfATable_ThatSpreadsheetsRefuse_IsRefused(string name) => Assert.Throws<ArgumentException>(
        () => new ReportTable(name, [new("a", "A", ColumnKind.Text, 10)], [new([ReportCell.Of("x")])]));

    private static Report Build(FundingAnalysis analysis) => ReportBuilder.Build(analysis, Language.French);

    private static IEnumerable<ReportTable> Tables(Report report) => report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>();

    private static ReportTable Table(Report report, string name) => Tables(report).Single(table => table.Name == name);

    private static IEnumerable<string> Texts(ReportRow row) => row.Cells.OfType<ReportCell.Text>().Select(text => text.Value);

    private static IEnumerable<string> Paragraphs(Report report) =>
        report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportParagraph>().Select(paragraph => paragraph.Text);

    private static IEnumerable<string> Everything(Report report) =>
    [
        .. Paragraphs(report),
        .. Tables(report).SelectMany(table => table.Columns).Select(column => column.Header),
        .. Tables(report).SelectMany(table => table.Rows).SelectMany(Texts),
        .. report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTimeline>().SelectMany(timeline => timeline.Lines)
            .Select(line => line.Note),
    ];

    private static ReportCell Plain(ReportCell cell) => cell is ReportCell.Formula formula ? Plain(formula.Value) : cell;
}
