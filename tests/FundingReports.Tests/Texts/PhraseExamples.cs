using System.Collections.Immutable;
using FundingReports.Changes;
using FundingReports.Consolidation;
using FundingReports.Exchange;
using FundingReports.Exchange.Awaiting;
using FundingReports.Exchange.Reading;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Reports;
using FundingReports.Requests;
using FundingReports.Risk;
using FundingReports.Scenarios;
using FundingReports.Sentences;
using FundingReports.Wording;
using FundingReports.Validation;
using FundingReports.WorkbookLint;
using FundingReports.WorkbookLint.Findings.Texts;
using NodaTime;

namespace FundingReports.Tests.Texts;

/// <summary>What the seeds and their damaged copies do not make the code say: small cases for each.</summary>
internal static class PhraseExamples
{
    internal static void Say(Action<string, string?, Portfolio?> say)
    {
        Files(said => say("Fichiers reçus", said, null));
        Lint(said => say("Contrôle d'un classeur", said, null));
        foreach (TemplateLossKind kind in Enum.GetValues<TemplateLossKind>())
            say("Formulaire simple", new TemplateLoss("L1", kind).Sentence(Language.French), null);
        foreach (string said in Rules().Concat(Papers()))
            say("Dispositifs et pièces", said, null);
        Analyses(say);
        foreach (FundingJsonException refused in Refusals.All)
            say("JSON refusé", refused.In(Language.French), null);
    }

    private static IEnumerable<string> Papers() =>
        from kind in Enum.GetValues<PaperKind>()
        from due in kind is PaperKind.UnknownEmployer ? (LocalDate?[])[null] : [null, new(2023, 4, 1), new(2023, 4, 23)]
        select RequestTexts.Paper(new(kind, due), Language.French);

    /// <summary>Each finding of a scheme, of a rule of law and of an assumption.</summary>
    private static IEnumerable<string> Rules()
    {
        Scheme scheme = PolicySet.Default.FindScheme("FONJEP")!;
        Post post = Told.Post("L1");
        LocalDate day = new(2023, 1, 1);
        Commitment promise = Told.State("E1", Told.Share(1, 2), new LocalDate(2025, 6, 30), "L1"),
            fipd = promise with { Id = "E2", Line = "FIPD" }, open = promise with { Until = Term.Open };
        Source guess = new("H", SourceKind.Assumption, "Seuils propres à FundingReports") { Author = "le projet",
            Reason = "aucun texte ne le fixe" };
        PolicyValue money = PolicyValue.Of(new LocalDate(2022, 1, 1), Euros.Of(7_164), Told.Act) with { Note = "Par unité." },
            share = PolicyValue.Of(new LocalDate(2022, 1, 1), Share.Of(4, 5), guess),
            whole = PolicyValue.Of(new LocalDate(2022, 1, 1), 2, Told.Act);
        var paid = new Ratio(17, 20);
        BilingualText[] said =
        [
            PolicyTexts.NoValue("fonjep.amount", day, PolicyGap.UnknownName), PolicyTexts.NoValue("fonjep.amount", day, PolicyGap.Ended),
            PolicyTexts.NoValue("fonjep.amount", day, PolicyGap.BeforeFirst),
            PolicyTexts.LineUnknown(scheme, post, promise), PolicyTexts.NoFirstDay(scheme, post),
            PolicyTexts.ShareTooHigh(scheme, post, 1, day, paid, share, "own.share"),
            PolicyTexts.ShareUnknown(scheme, post, 2, day, share, "own.share"),
            PolicyTexts.AmountNotFlat(scheme, post, promise, day, Euros.Of(8_000), true, money, "fonjep.amount"),
            PolicyTexts.AmountNotFlat(scheme, post, promise, day, Euros.Of(8_000), false, money, "fonjep.amount"),
            PolicyTexts.AmountUnknown(scheme, post, promise, money, "fonjep.amount"),
            PolicyTexts.TooLong(scheme, post, promise, day, whole, "own.years"),
            PolicyTexts.TooLong(scheme, post, open, day, whole, "own.years"),
            PolicyTexts.TermUnknown(scheme, post, promise, day, whole, "own.years"),
            PolicyTexts.TooManyRenewals(scheme, post, promise, 3, whole, "own.renewals"),
            PolicyTexts.OtherStateAid(scheme, post, [fipd], whole, "own.aids"),
            PolicyTexts.OtherStateAid(scheme, post, [promise, fipd], whole, "own.aids"),
            PolicyTexts.StateLineUnknown(scheme, post, [promise], whole, "own.aids"),
            PolicyTexts.TooLittleCofunding(scheme, post, day, new(3, 10), share, "own.cofunding"),
            PolicyTexts.CofundingUnknown(scheme, post, day, share, "own.cofunding"),
            PolicyTexts.ConventionNeeded(scheme, post, promise, Euros.Of(25_000), money, "own.convention"),
            PolicyTexts.EmployerUnknown(scheme, post, promise, Euros.Of(25_000), money, "own.convention"),
            PolicyTexts.YearlyUnknown(scheme, post, promise, money, "own.convention"),
            PolicyTexts.TotalTooHigh(scheme, post, promise, Euros.Of(60_000), money, "own.total"),
            PolicyTexts.TotalUnknown(scheme, post, promise, money, "own.total"),
        ];
        return said.Select(one => one.French)
            .Append(
                PolicyTexts.NoValueForScheme(scheme, post,
                    Assert.Throws<PolicyException>(() => PolicySet.Default.On("fonjep.inconnu", day))).French);
    }

    private static void Files(Action<string> say)
    {
        var four = ImmutableArray.Create("14", "29", "30", "31");
        say(AccountWords.Sentence(37, 35, [(AsideReason.Of(ProblemCode.UnreadableCell, "2026"), ["14", "29"], 2)],
            Euros.Of(412_000), Euros.Of(447_500), Language.French));
        say(AccountWords.Sentence(1, 1, [], Euros.Of(1), Euros.Of(1), Language.French));
        say(AccountWords.Sentence(2, 1, [], Euros.Zero, Euros.Zero, Language.French));
        say(AccountWords.Sentence(0, 0, [], Euros.Zero, Euros.Zero, Language.French));
        foreach (string column in (string[])["quote", ""])
            say(AccountWords.Sentence(2, 1, [(AsideReason.Of(ProblemCode.AmbiguousCell, column), ["14"], 1)], Euros.Of(1), Euros.Of(2),
                Language.French));
        say(AccountWords.Sentence(3, 3, [], Euros.Of(6), Euros.Of(6), Language.French, null,
            [new(CommitmentStatus.Refused, Euros.Of(1)), new(CommitmentStatus.Requested, Euros.Of(2)),
                new(CommitmentStatus.Announced, Euros.Of(3))]));
        say(AccountWords.Sentence(1, 0, [(AsideReason.Of(ProblemCode.TotalRow, "Poste"), ["14"], 1)], Euros.Zero, Euros.Of(26_000),
            Language.French));
        say(AccountWords.Sentence(40, 10,
            [(AsideReason.Of(ProblemCode.RowTwice, "Poste"), [.. Enumerable.Range(5, 12).Select(row => $"{row}")], 30)], Euros.Of(1),
            Euros.Of(2), Language.French));
        foreach (
            ProblemCode code in (ProblemCode[])[ProblemCode.Missing, ProblemCode.AmbiguousCell, ProblemCode.FormulaWithoutValue,
                ProblemCode.CellError, ProblemCode.MergedCells, ProblemCode.RowTwice, ProblemCode.RowsDisagree,
                ProblemCode.UntilBeforeFrom, ProblemCode.NotAskedFor, ProblemCode.InvalidDate])
            foreach (string column in (string[])["2026", "Statut", "Du (si en cours d'année)"])
                say(AccountWords.Sentence(2, 1, [(AsideReason.Of(code, column), ["14"], 1)], Euros.Of(1), Euros.Of(2), Language.French));
        say(AccountWords.Sentence(2, 1, [(AsideReason.Of(ProblemCode.NegativeMoney, "montantSubvention"), ["14"], 1)], Euros.Of(1),
            Euros.Of(2), Language.French));
        foreach (string why in (string[])["no-post", "several", "cancelled", "unpaid", "outside"])
            say(AccountWords.Payments(
                AccountWords.Sentence(5, 1, [(AsideReason.Of(ProblemCode.PaymentNotPlaced, why), four, 4)], Euros.Of(1), Euros.Of(2),
                    Language.French), Language.French));
        foreach (SameBeneficiary beneficiary in Enum.GetValues<SameBeneficiary>())
            say(ProposalWords.Sentence("scdl-d-1", Euros.Of(30_000), "Poste 1", beneficiary, beneficiary is not SameBeneficiary.Name,
                beneficiary is SameBeneficiary.Siret ? true : null, beneficiary is SameBeneficiary.Siren ? "E1" : null, Language.French));
        say(ProposalWords.Sentence("scdl-d-1", null, "Poste 1", SameBeneficiary.Siret, false, null, null, Language.French));
        foreach (SameBeneficiary? paid in (SameBeneficiary?[])[null, .. Enum.GetValues<SameBeneficiary>().Cast<SameBeneficiary?>()])
            say(ProposalWords.OfPayment("chorus-2104512345-2025", Euros.Of(12_000), "E1", paid is null, paid,
                paid is SameBeneficiary.Siret, Language.French));
        (CommitmentStatus, int, Euros,
            int)[] waiting = [.. Enum.GetValues<CommitmentStatus>().Select((status, i) => (status, i + 1, Euros.Of(27_501 * i), i % 3))];
        foreach (var one in waiting)
            foreach (int count in (int[])[1, 12])
                say(AwaitingTexts.Waiting([one with { Item2 = count, Item4 = count }]).French);
        say(AwaitingTexts.Waiting(waiting).French);
        say(AwaitingTexts.Waiting([(CommitmentStatus.Signed, 1, Euros.Zero, 1), (CommitmentStatus.Refused, 2, Euros.Zero, 2)]).French);
        foreach (string fate in (string[])["New", "Changed", "Placed", "Gone"])
            say(AwaitingTexts.Change("scdl-d-1", fate).French);
    }

    private static void Lint(Action<string> say)
    {
        (LintRule Rule, string[] Arguments)[] found =
        [
            .. ((string[])["empty", "too-large", "bomb", "dtd", "password", "ods", "xlsb", "not-a-workbook", "damaged"])
                .Select(cause => (LintRule.UnreadableFile, (string[])[cause])),
            .. ((string[])["missing", "outside", "too-large", "damaged"])
                .Select(how => (LintRule.DamagedPart, (string[])["xl/charts/chart1.xml", how])),
            .. ((string[])["long", "twice", "empty", "reserved", "forbidden"])
                .Select(how => (LintRule.SheetName, (string[])["Plan [2023]", how])),
            .. ((string[])["sheet", "rows", "columns", "format"]).Select(what => (LintRule.HiddenContent, (string[])[what, ";;;"])),
            .. ((string[])["none", "blank", "default", "twice", "other"])
                .Select(what => (LintRule.HeaderRow, (string[])[what, "Colonne1"])),
            .. ((string[])["blank", "same-text", "icons", "series"]).Select(what => (LintRule.ColourAlone, (string[])[what, "Poste 1"])),
            .. ((string[])["email", "telephone", "nir"]).Select(kind => (LintRule.PersonalData, (string[])[kind, "05 •• •• •• ••"])),
            (LintRule.Macro, ["xl/vbaProject.bin"]), (LintRule.ExternalLink, ["file:///autre.xlsx"]),
            (LintRule.FirstSheetActive, ["Postes"]), (LintRule.CursorInA1, ["G4"]),
            (LintRule.MissingTable, ["1"]), (LintRule.MissingTable, ["12"]), (LintRule.SeveralTables, ["2"]),
            (LintRule.TablePlace, ["Tableau1"]), (LintRule.TableName, ["Tableau1"]),
            (LintRule.BlankCell, ["1"]), (LintRule.BlankCell, ["30"]), (LintRule.Contrast, ["2.3", "777777", "FFFF00", "1"]),
            (LintRule.Contrast, ["2.3", "777777", "FFFF00", "12"]),
            (LintRule.ChartAlternative, ["Graphique 1"]), (LintRule.ChartData, ["Graphique 1", "Feuil1!$A$1"]),
            (LintRule.FormulaValue, ["#REF!", "SUM(A1:A2)"]), (LintRule.FormulaValue, ["", "SUM(A1:A2)"]),
            (LintRule.FormulaConstant, ["1.42", "G4*1.42"]), (LintRule.VolatileFunction, ["TODAY", "TODAY()-A1"]),
            (LintRule.RepeatedHeader, ["$2:$2"]), (LintRule.RepeatedHeader, [""]),
            (LintRule.TextPrefix, ["=cmd"]), (LintRule.IdentifierNumber, ["SIRET", "67895644300011"]), (LintRule.MissingLegend, ["n.c."]),
            (LintRule.CutText, ["Intervenant social"]), (LintRule.NarrowColumn, ["12"]),
        ];
        foreach (LintRule rule in Enum.GetValues<LintRule>())
            foreach (var one in found.Where(one => one.Rule == rule).DefaultIfEmpty((rule, [])))
                say(LintTexts.Message(rule, [.. one.Item2], 0, Language.French));
        say(LintTexts.Message(LintRule.DocumentTitle, [], 1, Language.French));
        say(LintTexts.Message(LintRule.DocumentTitle, [], 12, Language.French));
    }

    private static void Analyses(Action<string, string?, Portfolio?> say)
    {
        Portfolio landes = Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio-with-assumptions.json"));
        FundingAnalysis answers = landes.Analyze(Told.AsOf);
        // Several portfolios as one.
        foreach (var (copies, aside) in ((int, int)[])[(1, 0), (2, 1), (3, 2)])
        {
            var consolidated = new Consolidated();
            var counted = new List<(string, FundingAnalysis, ImmutableArray<PostFunding>)>();
            for (int i = 0; i < copies; i++)
                counted.Add(($"employeur-{i + 1}.json", answers, consolidated.Add($"employeur-{i + 1}.json", answers)));
            if (copies == 2)
                counted.Add(("autres.json", PhrasePortfolios.Grouped, consolidated.Add("autres.json", PhrasePortfolios.Grouped)));
            if (copies == 1)
                consolidated.Add("un-poste.json", One(answers));
            // The same posts under other ids: likely the same, and one alone.
            consolidated.Add("autres-identifiants.json", Renamed(copies == 1 ? One(answers) : answers));
            foreach (
                string said in PhraseList.Said(
                    ConsolidatedReport.Build(consolidated, Told.AsOf,
                        [.. Enumerable.Range(0, aside).Select(i => new SetAside($"faux-{i}.json", "Le fichier est vide."))], counted)))
                say("Ensemble des portefeuilles", said, landes);
        }
        // The problems of a file, and the edition to publish; scenarios side by side.
        foreach (
            string said in PhraseList.Said(
                ReportBuilder.Build(
                    [new(ProblemCode.NotJson, "$", "", "empty"), new(ProblemCode.SiretChecksum, "funders[0].siret", "67895644300011")],
                    "landes.json", Told.AsOf)))
            say("Problèmes d'un fichier", said, null);
        Scenario[] scenarios = [.. PhraseList.Seeds("*.json", "seeds", "landes", "scenarios").Select(path => Scenario.Load(path))];
        var compared = new ScenarioComparison(new(null, answers),
            [.. scenarios.Select(scenario => new ScenarioAnswer(scenario, scenario.Apply(landes, Told.AsOf).Analyze(Told.AsOf)))]);
        foreach (string said in PhraseList.Said(ReportBuilder.Build(answers, Language.French, new ReportOptions { Scenarios = compared }))
                .Concat(
                    PhraseList.Said(
                        ReportBuilder.Build(answers, Language.French, new ReportOptions { Profile = ReportProfile.Publication }))))
            say("Classeur", said, landes);
        foreach (var scenario in compared.Scenarios)
            PhraseList.Answers(scenario.Analysis, say);
        foreach (FundingAnalysis one in PhrasePortfolios.All)
            PhraseList.Answers(one, say);
        foreach (MatchedBy by in Enum.GetValues<MatchedBy>())
            foreach (bool post in (bool[])[true, false])
                say("Évolution", ChangeWords.Matched(by, post, Language.French), null);
        var law = new RiskCause(RiskCauseKind.OneFunder, RiskLevel.Moderate) { Funder = landes.Facts.Funders[0], Parameter = "own.share",
            Policy = PolicyValue.Of(new LocalDate(2022, 7, 1), Share.Of(3, 4), Told.Act) };
        say("Risques", RiskTexts.Rule(law, Language.French), null);
        foreach (var (before, after) in PhrasePortfolios.Changed)
        {
            PortfolioChanges changes = PortfolioChanges.Between(before, after);
            foreach (string said in changes.Posts.Select(post => changes.Sentence(post, Language.French))
                    .Concat(changes.Promises.Select(promise => changes.Sentence(promise, Language.French)))
                    .Append(changes.Summary(Language.French)))
                say("Évolution", said, after.Portfolio);
            foreach (string said in PhraseList.Said(ReportBuilder.Build(after, Language.French, new ReportOptions { Previous = before })))
                say("Évolution", said, after.Portfolio);
        }
    }

    private static FundingAnalysis Renamed(FundingAnalysis of)
    {
        PortfolioFacts facts = of.Portfolio.Facts;
        return Portfolio.Create(facts with
        {
            Posts = [.. facts.Posts.Select(post => post with { Id = post.Id + "-bis" })],
            Commitments = [
                .. facts.Commitments.Select(commitment => commitment with { Posts = [.. commitment.Posts.Select(id => id + "-bis")] })],
        }).Analyze(of.AsOf);
    }

    private static FundingAnalysis One(FundingAnalysis of)
    {
        PortfolioFacts facts = of.Portfolio.Facts;
        return Portfolio.Create(facts
                with { Posts = [facts.Posts[0]],
                    Commitments = [
                        .. facts.Commitments.Where(commitment => commitment.Posts is [var only] && only == facts.Posts[0].Id)] })
            .Analyze(of.AsOf);
    }
}
