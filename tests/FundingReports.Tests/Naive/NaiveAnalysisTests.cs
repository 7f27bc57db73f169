using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>Situations small enough to be worked out by hand; the working is beside the figure.</summary>
public class NaiveAnalysisTests
{
    private static readonly LocalDate AsOf = D(2022, 2, 8);

    [Fact]
    public void Shares_TwoHalvesOfAnOddCent_AddUpToTheCost()
    {
        // 10 000,01 / 2 = 5 000,005 each: the first of two equal remainders gets the cent.
        NaiveYear year = Run([P("P", 10_000.01m)], [C("E", Half), C("D", Half)]).Post("P").Year(2022);

        Assert.Equal((500_001L, 500_000L), (year.Cell("E").Agreed, year.Cell("D").Agreed));
        Assert.Equal((1_000_001L, 0L, 0L), (year.Agreed.Funding, year.Agreed.Gap, year.Agreed.Rounding));
    }

    [Fact]
    public void Landes_HalfAndHalfWithoutCost_AreFundedUntilTheTerm()
    {
        Post post = P("P") with { From = D(2020, 7, 24) };
        Commitment half = C("E1", Half) with { From = D(2020, 7, 24), Until = D(2023, 7, 23), Instalments = null };
        NaivePost answer = Run([post], [half, half with { Id = "D1" }]).Post("P");

        Assert.Equal(new NaiveHorizon("until", "2023-07-23", "2023-07-23"), answer.Agreed.Full);
        Assert.Equal("P17M16D", answer.Agreed.Left);
        Assert.Equal(new NaiveHorizon("between", null, "2023-07-23"), answer.Firm.Full);
        // January to June are 180, and 1..23 July 23: 203/360.
        Assert.Equal("0.563889", answer.Year(2023).Agreed.Low);
        Assert.Equal(("0.000000", "0.563889"), (answer.Year(2023).Firm.Low, answer.Year(2023).Firm.High));
        Assert.Null(answer.Year(2023).Cell("E1").Agreed);
        Assert.Equal(("1.000000", (long?)null), (answer.Agreed.Cliff!.ShareLost, answer.Agreed.Cliff.YearlyRateLost));
        Assert.Equal(["E1", "D1"], answer.Agreed.Cliff.Commitments);
        // Wholly funded in 2022, so no gap, whatever the cost is.
        Assert.Equal((0L, (long?)null), (answer.Year(2022).Agreed.Gap, answer.Year(2023).Agreed.Gap));
    }

    [Fact]
    public void Degressive_80_50_30WithABalance_LeavesTheRestToTheBalance()
    {
        // Steps from 1 July 2022. 2023: half at 80 %, half at 50 % = 65 % of 50 000; the rest, 35 %, is the balance.
        Commitment state = C("E", new Amount.YearlyShares([S(8, 10), S(5, 10), S(3, 10)]))
            with { From = D(2022, 7, 1), Until = D(2025, 6, 30) };
        NaivePost answer = Run([P("P", 50_000) with { From = D(2022, 7, 1) }],
            [state, C("D", Amount.TheBalance) with { From = D(2022, 7, 1) }]).Post("P");

        Assert.Equal((3_250_000L, 1_750_000L), (answer.Year(2023).Cell("E").Agreed, answer.Year(2023).Cell("D").Agreed));
        Assert.Equal((0L, 5_000_000L), (answer.Year(2026).Cell("E").Agreed, answer.Year(2026).Cell("D").Agreed));
        Assert.Equal(new NaiveHorizon("open", "open", "open"), answer.Agreed.Full);
    }

    [Fact]
    public void Hole_OfA31stAlone_DoesNotEndARun()
    {
        Commitment first = C("E", Whole) with { Until = D(2022, 3, 30) };
        Commitment second = C("F", Whole) with { From = D(2022, 4, 1), Until = D(2022, 5, 30) };
        NaiveView answer = Run([P("P", 50_000)], [first, second]).Post("P").Agreed;

        Assert.Equal(new NaiveHorizon("until", "2022-05-30", "2022-05-30"), answer.Full);
        Assert.Contains(new NaivePiece(D(2022, 3, 31), D(2022, 3, 31), "0.000000", "0.000000", "none"), answer.Pieces);
    }

    [Fact]
    public void Hole_Of30And31_EndsTheRunAndSaysWhenItResumes()
    {
        Commitment first = C("E", Whole) with { Until = D(2022, 3, 29) };
        Commitment second = C("F", Whole) with { From = D(2022, 4, 1) };
        NaivePost answer = Run([P("P", 36_000)], [first, second]).Post("P");

        Assert.Equal("2022-03-29", answer.Agreed.Full.Surely);
        Assert.Equal(D(2022, 4, 1), answer.Agreed.ResumesOn);
        // One thirtieth of a month of 3 000,00.
        Assert.Equal(10_000L, answer.Year(2022).Agreed.Gap);
    }

    [Fact]
    public void Unknown_AboveTheWholeKnown_IsStillFullyFunded()
    {
        NaivePost answer = Run([P("P", 50_000)], [C("E", Whole), C("D", Amount.NotPublished)]).Post("P");

        Assert.Equal("open", answer.Agreed.Full.State);
        Assert.Equal(("1.000000", (string?)null), (answer.Year(2022).Agreed.Low, answer.Year(2022).Agreed.High));
        Assert.Equal((0L, (long?)null, (long?)null),
            (answer.Year(2022).Agreed.Gap, answer.Year(2022).Agreed.Surplus, answer.Year(2022).Agreed.Funding));
    }

    [Fact]
    public void Unknown_Alone_IsPartlySurelyAndPossiblyFull()
    {
        NaiveView answer = Run([P("P", 50_000)], [C("D", Amount.NotPublished) with { Until = D(2022, 12, 31) }]).Post("P").Agreed;

        Assert.Equal(new NaiveHorizon("between", null, "2022-12-31"), answer.Full);
        Assert.Equal(new NaiveHorizon("until", "2022-12-31", "2022-12-31"), answer.Part);
    }

    [Fact]
    public void Sum_OverThreePosts_LosesNoCent()
    {
        Post[] posts = [P("A", 50_000) with { Fte = 1 }, P("B", 50_000) with { Fte = 0.5m }, P("C", 50_000) with { Fte = 0.5m }];
        // 100,01 by 2:1:1 = 50,005 · 25,0025 · 25,0025: the cent goes to the largest remainder.
        Commitment sum = C("E", new Amount.Annual(Euros.Of(100.01m))) with { Posts = ["A", "B", "C"] };
        NaiveAnswer answer = Run(posts, [sum]);

        Assert.Equal([5_001L, 2_500L, 2_500L], posts.Select(post => answer.Post(post.Id).Year(2023).Cell("E").Agreed!.Value));
    }

    [Fact]
    public void Total_OverOddPeriod_TiesToWhatWasSigned()
    {
        // 1 000,00 over 20 months from 1 November 2021: 2 of 20 before (100,00), 12 of 20 in 2022 (600,00), 6 of 20 in 2023 (300,00).
        // The post ends with March 2023: 3 of 20 are unused (150,00).
        Commitment total = C("E", new Amount.Total(Euros.Of(1_000))) with { From = D(2021, 11, 1), Until = D(2023, 6, 30) };
        NaiveAnswer answer = Run([P("P", 50_000) with { Until = D(2023, 3, 31) }], [total]);

        Assert.Equal(new NaiveCommitment("E", 100_000, 10_000, 75_000, 0, 15_000, null), answer.Commitment("E"));
        Assert.Equal(15_000L, answer.Post("P").Agreed.Unused);
    }

    [Fact]
    public void Total_InThreeUnequalYears_CellsAddUpToIt()
    {
        // 100,00 over 36 months from October 2021: cumulated 8,333 · 41,667 · 75 · 100, so 8,33 · 33,34 · 33,33 · 25,00.
        Commitment total = C("E", new Amount.Total(Euros.Of(100))) with { From = D(2021, 10, 1), Until = D(2024, 9, 30) };
        NaiveAnswer answer = Run([P("P", 50_000)], [total]);

        Assert.Equal([3_334L, 3_333L, 2_500L],
            Enumerable.Range(2022, 3).Select(year => answer.Post("P").Year(year).Cell("E").Agreed!.Value));
        Assert.Equal(833L, answer.Commitment("E").Before);
    }

    [Fact]
    public void Remainder_SharedByTwo_IsWhatSumsAndSharesLeave()
    {
        // 50 000 − 20 000 − 10 % of 50 000 = 25 000, half each, and nothing for the balance.
        NaiveYear year = Run([P("P", 50_000)],
        [
            C("S", new Amount.Annual(Euros.Of(20_000))), C("T", new Amount.OfCost(S(1, 10))),
            C("A", new Amount.OfRemainder(S(1, 2))), C("B", new Amount.OfRemainder(S(1, 2))), C("Z", Amount.TheBalance),
        ]).Post("P").Year(2023);

        Assert.Equal([2_000_000L, 500_000L, 1_250_000L, 1_250_000L, 0L], year.Cells.Select(cell => cell.Agreed!.Value));
    }

    [Fact]
    public void Balance_BesideARequest_IsChangedByNothingAskedOrAnnounced()
    {
        NaivePost answer = Run([P("P", 50_000)],
        [
            C("D", Amount.TheBalance), C("E", new Amount.OfCost(S(8, 10))) with { Status = CommitmentStatus.Requested },
            C("F", new Amount.OfCost(S(3, 10))) with { Status = CommitmentStatus.Announced },
        ]).Post("P");

        Assert.Equal(["D", "F"], answer.Year(2023).Cells.Select(cell => cell.Commitment));
        Assert.Equal(5_000_000L, answer.Year(2023).Cell("D").Agreed);
        Assert.Equal(3_500_000L, answer.Year(2023).Cell("D").Announced);
    }

    [Fact]
    public void Tranche_OfAnotherAmountThanTheShare_FixesTheMoneyOfItsDays()
    {
        // Half of 50 000, but 2022 is fixed at 20 000: firm in 2022 only, and 5 000 are missing beside the other half.
        Commitment state = C("E", Half)
            with { Instalments = [new Instalment(D(2022, 1, 1), D(2022, 12, 31)) { Amount = Euros.Of(20_000), Paid = Euros.Of(7) }] };
        NaiveAnswer answer = Run([P("P", 50_000)], [state, C("D", Half)]);
        NaivePost post = answer.Post("P");

        Assert.Equal(new NaiveCell("E", 2_000_000, 2_000_000, 2_000_000), post.Year(2022).Cell("E"));
        Assert.Equal(new NaiveCell("E", 0, 2_500_000, 2_500_000), post.Year(2023).Cell("E"));
        Assert.Equal(500_000L, post.Year(2022).Agreed.Gap);
        Assert.Equal(new NaiveCommitment("E", null, null, null, null, null, 700), answer.Commitment("E"));
    }

    [Fact]
    public void Amendment_OfOnePostOfThree_ReplacesNothingOnTheOthers()
    {
        Commitment signed = C("E", Half) with { Posts = ["A", "B", "C"] };
        Commitment amendment = C("E2", new Amount.OfCost(S(1, 4)))
            with { Posts = ["B"], Amends = "E", From = D(2023, 1, 1), Until = D(2023, 6, 30) };
        NaiveAnswer answer = Run([P("A", 40_000), P("B", 40_000), P("C", 40_000)], [signed, amendment]);

        Assert.Equal([2_000_000L, 2_000_000L], answer.Post("A").Years.Take(2).Select(year => year.Cell("E").Agreed!.Value));
        // What it replaced does not come back after its end.
        Assert.Equal([2_000_000L, 0L, 0L], answer.Post("B").Years.Take(3).Select(year => year.Cell("E").Agreed!.Value));
        Assert.Equal([0L, 500_000L, 0L], answer.Post("B").Years.Take(3).Select(year => year.Cell("E2").Agreed!.Value));
    }

    [Fact]
    public void Amendment_OnlyRequested_EndsNothingThatIsSigned()
    {
        Commitment request = C("E2", new Amount.OfCost(S(1, 4)))
            with { Amends = "E", From = D(2022, 1, 1), Status = CommitmentStatus.Requested };
        Commitment announced = request with { Id = "E3", Status = CommitmentStatus.Announced };
        NaiveYear year = Run([P("P", 40_000)], [C("E", Half), request, announced]).Post("P").Year(2023);

        Assert.Equal(new NaiveCell("E", 0, 2_000_000, 0), year.Cell("E"));
        Assert.Equal(new NaiveCell("E3", 0, 0, 1_000_000), year.Cell("E3"));
    }

    [Fact]
    public void Withdrawal_OfAnAmendmentBeforeItBegins_MeansItNeverWas()
    {
        Commitment amendment = C("E2", new Amount.OfCost(S(1, 4)))
            with { Amends = "E", From = D(2023, 1, 1), Withdrawn = new(D(2023, 1, 1), D(2022, 1, 1), "A") };
        Commitment later = amendment with { Withdrawn = new(D(2023, 7, 1), D(2022, 1, 1), "A") };

        Assert.Equal(2_000_000L, Run([P("P", 40_000)], [C("E", Half), amendment]).Post("P").Year(2023).Cell("E").Agreed);
        NaiveYear year = Run([P("P", 40_000)], [C("E", Half), later]).Post("P").Year(2023);
        Assert.Equal((0L, 500_000L), (year.Cell("E").Agreed, year.Cell("E2").Agreed));
    }

    [Fact]
    public void Term_Unknown_IsSureToTheEndOfTheAsOfYear()
    {
        NaiveAnswer answer = Run([P("P", 50_000)], [C("E", new Amount.Annual(Euros.Of(60_000))) with { Until = Term.Unknown }]);
        NaivePost post = answer.Post("P");

        Assert.Equal(new NaiveHorizon("between", "2022-12-31", "open"), post.Agreed.Full);
        Assert.Equal((6_000_000L, (long?)null), (post.Year(2022).Cell("E").Agreed, post.Year(2023).Cell("E").Agreed));
        Assert.Equal((1_000_000L, (long?)null), (post.Year(2022).Agreed.Surplus, post.Year(2023).Agreed.Surplus));
        Assert.Equal(((long?)null, 5_000_000L), (post.Year(2023).Agreed.Gap, post.Year(2023).Agreed.GapAtMost));
        Assert.Equal(new NaiveCommitment("E", null, 12_000_000, null, null, 0, null), answer.Commitment("E"));
    }

    [Fact]
    public void Cost_DecidedLate_DoesNotExistBefore()
    {
        Post post = P("P", 40_000);
        post = post with { Costs = post.Costs.Add(new(D(2022, 1, 1), Euros.Of(44_000)) { DecidedOn = D(2022, 6, 14) }) };

        Assert.Equal(4_000_000L, Run([post], []).Post("P").Year(2022).Cost);
        Assert.Equal(4_400_000L, NaiveAnalysis.Run(new() { Posts = [post] }, D(2022, 6, 14), D(2022, 12, 31)).Post("P").Year(2022).Cost);
    }

    [Fact]
    public void Cap_OverAnUnknownCost_LeavesTheShareOnlyPossible()
    {
        NaivePost post = Run([P("P")], [C("E", Whole) with { Cap = Euros.Of(30_000) }]).Post("P");

        Assert.Equal(new NaiveHorizon("between", null, "open"), post.Agreed.Full);
        Assert.Equal(new NaiveHorizon("between", null, "open"), post.Agreed.Part);
        Assert.Null(post.Year(2022).Cell("E").Agreed);
        Assert.Equal(3_000_000L,
            Run([P("P", 50_000)], [C("E", Whole) with { Cap = Euros.Of(30_000) }]).Post("P").Year(2022).Cell("E").Agreed);
    }

    [Fact]
    public void Cost_OfZero_CountsAsFundedAndSumsAsSurplus()
    {
        NaivePost post = Run([P("P", 0)], [C("E", new Amount.Annual(Euros.Of(10))), C("D", Half)]).Post("P");

        Assert.Equal("open", post.Agreed.Full.State);
        Assert.Equal("1.000000", post.Year(2022).Firm.Low);
        Assert.Equal([1_000L, 0L], post.Year(2022).Cells.Select(cell => cell.Agreed!.Value));
        Assert.Equal((1_000L, 0L), (post.Year(2022).Agreed.Surplus, post.Year(2022).Agreed.Gap));
    }

    [Fact]
    public void Post_ThatEnded_AndOneThatItsMoneyOutlives_AreDifferentAnswers()
    {
        NaiveAnswer answer = Run(
            [P("A", 50_000) with { Until = D(2022, 2, 7) }, P("B", 50_000) with { Until = D(2022, 12, 31) }],
            [C("E", Whole) with { Posts = ["A", "B"] }]);

        Assert.Equal(new NaiveHorizon("ended", null, null), answer.Post("A").Agreed.Full);
        Assert.Equal(new NaiveHorizon("postEnds", "2022-12-31", "2022-12-31"), answer.Post("B").Agreed.Full);
        Assert.Null(answer.Post("B").Agreed.Cliff);
    }

    [Fact]
    public void Scaling_OfABalance_LeavesAHole()
    {
        Commitment balance = C("D", Amount.TheBalance) with { Scalings = [new(D(2023, 1, 1), new Factor(7, 10))] };
        NaivePost post = Run([P("P", 50_000)], [balance]).Post("P");

        Assert.Equal("2022-12-31", post.Agreed.Full.Surely);
        Assert.Equal(("0.300000", 1_500_000L), (post.Agreed.Cliff!.ShareLost, post.Agreed.Cliff.YearlyRateLost));
        Assert.Equal(1_500_000L, post.Year(2023).Agreed.Gap);
    }

    [Fact]
    public void Compensation_OfASumThroughTheYear_PaysJulyWithJune()
    {
        // 50 000 a year against 49 000 until June and 51 000 after: 500 too much, then 500 missing. 2023 lacks 1 000.
        NaivePost answer = Run([Stepped("P", 49_000, 51_000)], [C("E", Sum(50_000))]).Post("P");

        Assert.Equal((0L, 0L, 0L, 0L), Gaps(answer.Year(2022).Agreed));
        Assert.Equal((100_000L, 100_000L, 0L, 0L), Gaps(answer.Year(2023).Agreed));
        Assert.Equal(new NaiveHorizon("until", "2022-12-31", "2022-12-31"), answer.Agreed.Full);
        // From 8 February on the rates differ, the state does not; 2023 has the rate of December and another state.
        Assert.Equal(["1.020408 full", "0.980392 full", "0.980392 part"],
            answer.Agreed.Pieces.Select(piece => $"{piece.Low} {piece.State}"));
        Assert.Equal((D(2023, 1, 1), "0.000000", 0L),
            (answer.Agreed.Cliff!.On, answer.Agreed.Cliff.ShareLost, answer.Agreed.Cliff.YearlyRateLost));
    }

    [Fact]
    public void Compensation_OfLessThanWhatLacks_LeavesTheRest()
    {
        // 50 000 against 49 000, then 53 000: 1 500 missing from July on, of which 500 are paid by what June has too much.
        NaiveYear year = Run([Stepped("P", 49_000, 53_000)], [C("E", Sum(50_000))]).Post("P").Year(2022);

        Assert.Equal((100_000L, 100_000L, 0L, 0L), Gaps(year.Agreed));
    }

    [Fact]
    public void Compensation_OfASumThatStopsInJuly_IsRefused()
    {
        // 60 000 a year to 31 July: 35 000 paid, 5 833,33 too much; five months of 50 000 are missing.
        NaivePost answer = Run([P("P", 50_000)], [C("E", Sum(60_000)) with { Until = D(2022, 7, 31) }]).Post("P");

        Assert.Equal((2_083_333L, 2_083_333L, 583_333L, 0L), Gaps(answer.Year(2022).Agreed));
        Assert.Equal("2022-07-31", answer.Agreed.Full.Surely);
    }

    [Fact]
    public void Compensation_OfAShare_IsRefused()
    {
        // 80/40 % of 50 000 from July to June beside half of it: 130 % until June (7 500 too much), 90 % after (2 500 missing).
        Commitment state = C("E", new Amount.YearlyShares([S(4, 5), S(2, 5)])) with { From = D(2021, 7, 1) };
        NaiveYear year = Run([P("P", 50_000)], [state, C("D", Half)]).Post("P").Year(2022);

        Assert.Equal((250_000L, 250_000L, 750_000L, 0L), Gaps(year.Agreed));
        // Nor does a sum move what a share has too much: of 2 000 a year no more than 1 000 of June.
        year = Run([P("P", 50_000)], [state, C("D", Half), C("S", Sum(2_000))]).Post("P").Year(2022);
        Assert.Equal((50_000L, 50_000L, 750_000L, 0L), Gaps(year.Agreed));
    }

    [Fact]
    public void Compensation_OfASumOnlyPossible_IsOnlyPossible()
    {
        // No instalments are given: in the firm view it may pay the whole year, or nothing.
        NaivePost answer = Run([Stepped("P", 49_000, 51_000)], [C("E", Sum(50_000)) with { Instalments = null }]).Post("P");

        Assert.Equal(((long?)null, (long?)5_000_000L), (answer.Year(2022).Firm.Gap, answer.Year(2022).Firm.GapAtMost));
        Assert.Equal(new NaiveHorizon("between", null, "2022-12-31"), answer.Firm.Full);
    }

    [Fact]
    public void Year_WithoutAWeightyDay_IsFundedByNothing()
    {
        Post last = P("P", 40_000) with { From = D(2022, 12, 31), Until = D(2022, 12, 31) };
        NaiveView answer = Run([last], []).Post("P").Agreed;

        Assert.Equal(new NaiveHorizon("notOnFirstDay", null, null), answer.Full);
        Assert.Equal(new NaiveHorizon("notOnFirstDay", null, null), answer.Part);
        Assert.Equal(new NaiveHorizon("postEnds", "2022-12-31", "2022-12-31"), Run([last], [C("E", Whole)]).Post("P").Agreed.Full);
    }

    [Fact]
    public void Remainder_BesideAnUnknown_IsUnknown()
    {
        // Half of 50 000 if the State pays nothing, nothing if it pays all.
        NaivePost answer = Run([P("P", 50_000)], [C("E", Amount.NotPublished), C("D", new Amount.OfRemainder(S(1, 2)))]).Post("P");

        Assert.Null(answer.Year(2022).Cell("D").Agreed);
        Assert.Equal(("0.500000", (string?)null), (answer.Year(2022).Agreed.Low, answer.Year(2022).Agreed.High));
        // Capped at 20 000, it leaves 30 000: half of that, and 0,7 is the most.
        answer = Run([P("P", 50_000)],
            [C("E", Amount.NotPublished) with { Cap = Euros.Of(20_000) }, C("D", new Amount.OfRemainder(S(1, 2)))]).Post("P");
        Assert.Equal(("0.500000", "0.700000"), (answer.Year(2022).Agreed.Low, answer.Year(2022).Agreed.High));
        Assert.Null(answer.Year(2022).Cell("D").Agreed);
    }

    [Fact]
    public void Amendment_OfAnyDate_ComesAfterWhatItAmends()
    {
        // A is in force from its own first day, B that amends A from B's, whatever was decided when.
        Commitment signed = C("E", Sum(40_000)) with { From = D(2022, 1, 1), Until = D(2024, 12, 31), DecidedOn = D(2021, 12, 1) };
        Commitment a = C("A", Sum(20_000)) with { Amends = "E", From = D(2022, 1, 1), Until = D(2022, 12, 31) };
        Assert.Equal([2_000_000L, 0L, 0L], Paid(signed, a));
        Assert.Equal([2_000_000L, 0L, 0L], Paid(signed, a with { From = D(2021, 6, 1) }));
        // An amendment of it, retroactive to 2021: A pays nothing any more.
        Assert.Equal([1_000_000L, 1_000_000L, 0L],
            Paid(signed, a, C("B", Sum(10_000)) with { Amends = "A", From = D(2021, 3, 1), Until = D(2023, 12, 31) }));
        // Two of one thing go by their first day, then by their decision, of which an unknown one comes last.
        Commitment c = C("C", Sum(30_000)) with { Amends = "E", From = D(2022, 1, 1), Until = D(2024, 12, 31), DecidedOn = D(2022, 1, 5) };
        Assert.Equal([2_000_000L, 0L, 0L], Paid(signed, a, c));

        static long[] Paid(params Commitment[] commitments) =>
            [.. Run([P("P", 40_000)], commitments).Post("P").Years.Take(3).Select(year => year.Agreed.Funding!.Value)];
    }

    [Fact]
    public void Amendment_WithoutTerm_KeepsThatOfWhatItAmends()
    {
        Commitment signed = C("E", Sum(40_000)) with { Until = D(2023, 12, 31) };
        Commitment amendment = C("A", Sum(20_000)) with { Amends = "E", From = D(2023, 1, 1), Until = Term.Unknown };
        NaivePost answer = Run([P("P", 20_000)], [signed, amendment, amendment with { Id = "B", Amends = "A", From = D(2023, 7, 1) }])
            .Post("P");

        Assert.Equal(new NaiveHorizon("until", "2023-12-31", "2023-12-31"), answer.Agreed.Full);
    }

    [Fact]
    public void Total_WithAPricedTranche_StaysATotal()
    {
        // 30 000 over three years, 18 000 fixed for the first: 6 000 each after.
        Commitment total = C("E", new Amount.Total(Euros.Of(30_000)))
            with { From = D(2022, 1, 1), Until = D(2024, 12, 31), Instalments = [Tranche(2022, 18_000)] };
        NaiveAnswer answer = Run([P("P", 30_000)], [total]);

        Assert.Equal([1_800_000L, 600_000L, 600_000L], answer.Post("P").Years.Take(3).Select(year => year.Cell("E").Agreed!.Value));
        Assert.Equal(new NaiveCommitment("E", 3_000_000, 0, 3_000_000, 0, 0, null), answer.Commitment("E"));
        // Three tranches of 18 000 in all: 12 000 have no day, and are unused.
        answer = Run([P("P", 30_000)], [total with { Instalments = [Tranche(2022, 6_000), Tranche(2023, 6_000), Tranche(2024, 6_000)] }]);
        Assert.Equal(new NaiveCommitment("E", 3_000_000, 0, 1_800_000, 0, 1_200_000, null), answer.Commitment("E"));
    }

    [Fact]
    public void Total_WithTranchesAboveAPostsPart_SplitsWhatIsLeftOfTheWhole()
    {
        // 0,03 over two posts is 0,02 and 0,01; tranches of 0,01 and 0,01 give 0,02 and 0: nothing is below zero, and B has 0,01 left.
        Commitment total = C("E", new Amount.Total(Euros.Of(0.03m))) with
        {
            Posts = ["A", "B"], From = D(2022, 1, 1), Until = D(2024, 12, 31), Instalments = [Tranche(2022, 0.01m), Tranche(2023, 0.01m)],
        };
        NaiveAnswer answer = Run([P("A", 50_000), P("B", 50_000)], [total]);
        Assert.Equal([0L, 1L], new[] { "A", "B" }.Select(post => answer.Post(post).Year(2024).Cell("E").Agreed!.Value));
        // Three of 0,01 give A 0,03, above its 0,02: nothing is left of the whole.
        answer = Run([P("A", 50_000), P("B", 50_000)],
            [total with { Instalments = [.. total.Instalments!.Value, Tranche(2024, 0.01m)], Until = D(2025, 12, 31) }]);
        Assert.Equal([0L, 0L], new[] { "A", "B" }.Select(post => answer.Post(post).Year(2025).Cell("E").Agreed!.Value));
    }

    [Fact]
    public void Balance_InTheFirmView_PaysNoMoreThanAgreed()
    {
        Commitment state = C("E", Half), balance = C("D", Amount.TheBalance) with { Instalments = [Tranche(2022, null)] };
        NaiveYear year = Run([P("P", 50_000)], [state, balance]).Post("P").Year(2022);

        Assert.Equal(new NaiveCell("D", 2_500_000, 2_500_000, 2_500_000), year.Cell("D"));
        Assert.Equal(2_500_000L, year.Firm.Gap);
        // Beside an unknown amount it pays all or nothing, and firmly no more can be said.
        year = Run([P("P", 50_000)], [state with { Amount = Amount.NotPublished }, balance]).Post("P").Year(2022);
        Assert.Equal(("0.000000", "1.000000"), (year.Firm.Low, year.Firm.High));
    }

    [Fact]
    public void Decision_KnownToTheYear_CountsFromItsLastDay()
    {
        Assert.Equal(0L, Run([P("P", 50_000)], [C("E", Whole) with { DecidedOn = PartialDate.Of(2021) }]).Post("P").Year(2022).Agreed.Gap);
        Assert.Equal(5_000_000L,
            Run([P("P", 50_000)], [C("E", Whole) with { DecidedOn = PartialDate.Of(2022) }]).Post("P").Year(2022).Agreed.Gap);
        Assert.Equal(5_000_000L,
            Run([P("P", 50_000)], [C("E", Whole) with { DecidedOn = PartialDate.Of(2022, 2) }]).Post("P").Year(2022).Agreed.Gap);
    }

    [Fact]
    public void Cap_OfZero_PaysNothingAndThatIsKnown()
    {
        foreach (Amount amount in (Amount[])[Whole, Amount.TheBalance, Amount.NotPublished, new Amount.OfRemainder(S(1, 2)), Sum(10)])
        {
            NaivePost post = Run([P("P")], [C("E", amount) with { Cap = Euros.Zero }]).Post("P");

            Assert.Equal((new NaiveHorizon("notOnFirstDay", null, null), "0.000000"), (post.Agreed.Full, post.Year(2022).Agreed.High));
            Assert.Equal(0L, post.Year(2022).Cell("E").Agreed);
        }
    }

    [Theory]
    [InlineData(2022, 2, 28, 3)]
    [InlineData(2024, 2, 28, 1)]
    [InlineData(2024, 2, 29, 2)]
    [InlineData(2022, 1, 30, 1)]
    [InlineData(2022, 1, 31, 0)]
    [InlineData(2022, 4, 30, 1)]
    public void Thirtieths_OfADay_MakeThirtyAMonth(int year, int month, int day, int expected) =>
        Assert.Equal(expected, Thirtieths.Of(D(year, month, day)));

    private static (long?, long?, long?, long?) Gaps(NaiveYearView year) => (year.Gap, year.GapAtMost, year.Surplus, year.Rounding);

    private static Amount Sum(decimal yearly) => new Amount.Annual(Euros.Of(yearly));

    private static Instalment Tranche(int year, decimal? amount) =>
        new(D(year, 1, 1), D(year, 12, 31)) { Amount = amount is { } sum ? Euros.Of(sum) : null };

    /// <summary>A cost until June 2022, and another one after.</summary>
    private static Post Stepped(string id, decimal before, decimal after) =>
        P(id) with { Costs = [new(D(2020, 1, 1), Euros.Of(before)), new(D(2022, 7, 1), Euros.Of(after))] };

    private static Amount Half => new Amount.OfCost(S(1, 2));

    private static Amount Whole => new Amount.OfCost(Share.Whole);

    private static Share S(long numerator, long denominator) => Share.Of(numerator, denominator);

    private static LocalDate D(int year, int month, int day) => new(year, month, day);

    private static Post P(string id) => new(id, id) { From = D(2020, 1, 1) };

    private static Post P(string id, decimal cost) => P(id) with { Costs = [new(D(2020, 1, 1), Euros.Of(cost))] };

    /// <summary>Signed, open, from 2020 on, on post P, with no tranche.</summary>
    private static Commitment C(string id, Amount amount) => new(id, "F", ["P"], D(2020, 1, 1), amount)
    {
        Until = Term.Open, Status = CommitmentStatus.Signed, Instalments = ImmutableArray<Instalment>.Empty,
    };

    private static NaiveAnswer Run(Post[] posts, Commitment[] commitments) =>
        NaiveAnalysis.Run(new() { Posts = [.. posts], Commitments = [.. commitments] }, AsOf, D(2027, 12, 31));
}
