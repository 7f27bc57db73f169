using System.Text;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>Cells put right while a form is read: read as if the file said so, and traced.</summary>
public class CorrectionTests
{
    private const string Headers = "Poste;Employeur;Coût 2026;Financeur;2026;2027;Nature;Statut;Date de l'acte;Du;Au\n";

    private static IntakeReading Read(string rows, params CellCorrection[] corrections) => IntakeReader.Read(
        new MemoryStream(Encoding.UTF8.GetBytes(Headers + rows)), "Plan.csv", new() { Corrections = [.. corrections] });

    private static CellCorrection At(string address, string value)
    {
        Assert.True(SheetCell.TryParse($"Plan!{address}", out SheetCell cell));
        return new(cell, value);
    }

    /// <summary>The facts without what says that they were corrected.</summary>
    private static PortfolioFacts Bare(IntakeReading reading) => reading.Facts with
    {
        Sources = [.. reading.Facts.Sources.Where(source => !source.Id.StartsWith("correction", StringComparison.Ordinal))],
    };

    private static string[] Codes(IntakeReading reading) => [.. reading.Problems
        .Where(problem => problem.Code is not ProblemCode.CellCorrected).Select(problem => $"{problem.CodeName} {problem.Path}")];

    /// <summary>Every cell of a good form, spoilt in every way and put right, gives the facts and the problems of the good form.</summary>
    [Theory]
    [InlineData("150 %")]
    [InlineData("?!")]
    [InlineData("")]
    [InlineData("31/02/2026")]
    public void EachCell_SpoiltAndPutRight_IsReadAsTheGoodOne(string spoilt)
    {
        string[][] rows =
        [
            ["ISCG, Dax", "CCAS", "50 000 €", "État", "13 000 €", "50 %", "", "conventionné", "12/03/2025", "01/01/2026", "31/12/2027"],
            ["ISCG, Dax", "CCAS", "", "CD 40", "le solde", "le solde", "le solde", "annoncé", "", "", ""],
        ];
        string Text(string[][] all) => string.Concat(all.Select(row => string.Join(';', row) + "\n"));
        IntakeReading good = Read(Text(rows));
        Assert.NotNull(good.Portfolio);
        for (int row = 0; row < rows.Length; row++)
            for (int column = 0; column < rows[row].Length; column++)
            {
                string[][] wrong = [.. rows.Select(cells => cells.ToArray())];
                wrong[row][column] = spoilt;
                string address = $"{SheetCell.LettersOf(column + 1)}{row + 2}";
                IntakeReading corrected = Read(Text(wrong), At(address, rows[row][column]));
                Assert.Equal(Codes(good), Codes(corrected));
                Assert.Equal(Bare(good), Bare(corrected));
                Assert.Equal((spoilt, rows[row][column]), Assert.Single(corrected.Corrected) is var one ? (one.Was, one.Value) : default);
            }
    }

    [Fact]
    public void Correction_IsSaidAtItsCell_AndStandsAmongTheSources()
    {
        IntakeReading wrong = Read("ISCG;;50 000 €;État;150 %;;;annoncé;;;\n");
        Assert.Equal(["share-out-of-range Plan!E2"], wrong.Problems.Where(problem => problem.Severity is Severity.Error)
            .Select(problem => $"{problem.CodeName} {problem.Path}"));
        IntakeReading right = Read("ISCG;;50 000 €;État;150 %;;;annoncé;;;\n", At("E2", "15 %"));
        Assert.Equal("Plan!E2 150 % 15 %", string.Join(' ', right.Corrected.Select(one => $"{one.Cell} {one.Was} {one.Value}")));
        Problem said = Assert.Single(right.Problems, problem => problem.Code is ProblemCode.CellCorrected);
        Assert.Equal(("Plan!E2", "150 %", Severity.Warning), (said.Path, said.Found, said.Severity));
        Assert.Contains("« 15 % » est lu à la place",
            said.Message(Language.French).Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);
        Source trace = Assert.Single(right.Portfolio!.Sources, source => source.Id.StartsWith("correction", StringComparison.Ordinal));
        Assert.Equal((SourceKind.Statement, "Correction à la lecture de Plan.csv"), (trace.Kind, trace.Title));
        Assert.Equal("Plan!E2 : « 150 % » est lu « 15 % »", trace.Reference!.Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    /// <summary>What a correction says is read by the rules of the file, and may be wrong as well.</summary>
    [Fact]
    public void WrongCorrection_IsRefusedAtItsCell()
    {
        IntakeReading reading = Read("ISCG;;50 000 €;État;150 %;;;annoncé;;;\n", At("E2", "160 %"));
        Assert.Null(reading.Portfolio);
        Assert.Contains("share-out-of-range Plan!E2", Codes(reading));
        Assert.Equal("160 %", reading.Problems.First(problem => problem.Severity is Severity.Error).Found);
    }

    [Fact]
    public void OfTwoForOneCell_TheLaterHolds_AndABlankRowMayBeFilledIn()
    {
        IntakeReading reading = Read("ISCG;;50 000 €;État;1 000 €;;;annoncé;;;\n", At("E2", "2 000 €"), At("E2", "3 000 €"),
            At("A5", "ISCG"), At("D5", "CAF"), At("E5", "4 000 €"), At("H5", "annoncé"));
        Assert.Equal(["ISCG · État · Annual { Yearly = 3000.00 } · 2026..2026-12-31 · Announced",
            "ISCG · CAF · Annual { Yearly = 4000.00 } · 2026..2026-12-31 · Announced"],
            YearsTables.Money(reading).Select(line => line.Replace("..2026 ", "..2026-12-31 ", StringComparison.Ordinal)));
        Assert.Equal(["E2", "A5", "D5", "E5", "H5"], reading.Corrected.Select(one => one.Cell.Address));
    }

    [Fact]
    public void CorrectionOfNoSheet_IsAnError()
    {
        Assert.True(SheetCell.TryParse("Autre!B2", out SheetCell other));
        IntakeReading reading = Read("ISCG;;50 000 €;État;1 000 €;;;annoncé;;;\n", new CellCorrection(other, "x"));
        Problem problem = Assert.Single(reading.Problems, problem => problem.Severity is Severity.Error);
        Assert.Equal((ProblemCode.CorrectionNotMade, "Autre!B2", "x"), (problem.Code, problem.Path, problem.Found));
        Assert.Null(reading.Portfolio);
        Assert.Empty(reading.Corrected);
    }

    /// <summary>A header that is not recognised is a cell like others.</summary>
    [Fact]
    public void Header_CanBePutRight()
    {
        byte[] file = Encoding.UTF8.GetBytes("Poste;Caisse;2026;Statut\nISCG;État;13 000 €;annoncé\n");
        IntakeReading wrong = IntakeReader.Read(new MemoryStream(file), "Plan.csv");
        Assert.Null(wrong.Portfolio);
        IntakeReading right = IntakeReader.Read(new MemoryStream(file), "Plan.csv", new() { Corrections = [At("B1", "Financeur")] });
        Assert.Equal(["État"], right.Portfolio!.Funders.Select(funder => funder.Name));
    }

    [Fact]
    public void Rows_AreShownAsTheyAreWritten()
    {
        byte[] book = Sheets.With("2026", 30_000m);
        var rows = IntakeReader.Rows(new MemoryStream(book), "plan.xlsx", [new("Plan", 2, 7), new("Plan", 2, 1), new("Plan", 90, 1)]);
        Assert.Equal("Poste A|CCAS|50000||État|État|30000|conventionné", string.Join('|', Assert.Single(rows).Cells.Take(8)));
        Assert.Empty(IntakeReader.Rows(new MemoryStream([1, 2, 3]), "plan.xlsx", [new("Plan", 2, 7)]));
    }

    /// <summary>A column that is not read is named in a sentence that is sent around: whom its header names is not.</summary>
    [Theory]
    [InlineData("2026 jean.dupont@exemple.fr")]
    [InlineData("jean.dupont@exemple.fr")]
    [InlineData("Montant jean.dupont@exemple.fr")]
    public void HeaderThatIsNotRead_SpreadsNoAddress(string header)
    {
        byte[] file = Encoding.UTF8.GetBytes(
            $"Poste;Coût annuel;Financeur;Montant 2026;Statut;{header}\nISCG;50 000 €;État;1 €;annoncé;x\n");
        IntakeReading reading = IntakeReader.Read(new MemoryStream(file), "Plan.csv");
        Assert.Contains(reading.Problems, problem => problem.Code is ProblemCode.PersonalData);
        Assert.Contains(reading.Problems, problem => problem.Code is not ProblemCode.PersonalData && problem.Path == "Plan!F1");
        Assert.All(reading.Problems, problem => Assert.DoesNotContain("dupont",
            problem.Found + problem.Message(Language.French) + problem.Message(Language.English), StringComparison.Ordinal));
    }

    [Fact]
    public void Header_WithMarksThatTurnTheText_IsNamedWithoutThem()
    {
        byte[] file = Encoding.UTF8.GetBytes(
            "Poste;Coût annuel;Financeur;Montant 2026\u202e\u200b;Statut\nISCG;50 000 €;État;150 %;annoncé\n");
        IntakeReading reading = IntakeReader.Read(new MemoryStream(file), "Plan.csv");
        Assert.Equal("Montant 2026", reading.HeaderOf(new("Plan", 2, 4)));
    }

    /// <summary>Beside the address of a cell stands what heads its column, as people see it in their file.</summary>
    [Fact]
    public void Header_OfACell_IsAsTheFileWritesIt()
    {
        byte[] file = Encoding.UTF8.GetBytes("Nos postes\n"
            + "Poste;Coût  chargé 2026;Cofinanceur;Montant 2026;Statut;;jean.dupont@exemple.fr\nISCG;50 000 €;État;150 %;annoncé;x;y\n");
        IntakeReading reading = IntakeReader.Read(new MemoryStream(file), "Plan.csv");
        SheetCell wrong = reading.Problems.Single(problem => problem.Severity is Severity.Error).Cell!.Value;
        Assert.Equal(("Plan!D3", "Montant 2026"), (wrong.ToString(), reading.HeaderOf(wrong)));
        Assert.Equal(["Poste", "Coût chargé 2026", "Cofinanceur", "Montant 2026", "Statut", null, null, null],
            Enumerable.Range(1, 8).Select(column => reading.HeaderOf(new("Plan", 3, column))));
        foreach (SheetCell none in (SheetCell[])[new("Plan", 2, 4), new("Plan", 1, 1), new("Plan", 3, null), new("Autre", 3, 1), default])
            Assert.Null(reading.HeaderOf(none));
        Assert.Null(IntakeReader.Read(new MemoryStream([1, 2, 3]), "Plan.csv").HeaderOf(wrong));
    }

    /// <summary>Where the date of an act is to be written: the column of the file or, where it has none, the one to be added.</summary>
    [Theory]
    [InlineData(";Date de  décision", ";", "Date de décision")]
    [InlineData("", "", "Date de l’acte, no-column")]
    public void DateOfAnAct_IsAskedForInItsColumn(string header, string cell, string expected)
    {
        IntakeReading reading = IntakeReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
            $"Poste;Coût 2026;Financeur;2026;Statut{header}\nISCG;50 000 €;État;10 000 €;délibéré{cell}\n")), "Plan.csv");
        Problem asked = Assert.Single(reading.AtCells(reading.Portfolio!.Analyze(new(2026, 3, 1)).Findings),
            problem => problem.Code is ProblemCode.NotDecided);
        Assert.Equal(expected, string.Join(", ", asked.Arguments.Skip(1)));
        Assert.Contains(
            $"colonne « {asked.Arguments[1]} »", asked.Message(Language.French).Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    /// <summary>Each answer that is offered settles its question, and the answers to one are not the same.</summary>
    [Theory]
    [InlineData("ISCG;;50 000 €;État;0;;;annoncé;;;", 2)]
    [InlineData("ISCG;;50 000 €;État;50;;;annoncé;;;", 2)]
    [InlineData("ISCG;;50 000 €;État;26,000;;;annoncé;;;", 2)]
    [InlineData("ISCG;;50 000 €;État;2,000 €/mois;;;annoncé;;;", 2)]
    [InlineData("ISCG;;50 000 €;État;1;;part du coût;annoncé;;;", 2)]
    [InlineData("ISCG;;52,5;État;10 000 €;;;annoncé;;;", 2)]
    [InlineData("ISCG;;50,000;État;10 000 €;;;annoncé;;;", 2)]
    [InlineData("ISCG;;0;État;10 000 €;;;annoncé;;;", 2)]
    [InlineData("ISCG;;50 000 €;État;10 000 €;;le solde;annoncé;;;", 1)]
    [InlineData("ISCG;;50 000 €;État;10 000 €;;;conventioné;12/03/2025;;", 5)]
    [InlineData("ISCG;;50 000 €;État;10 000 €;;;;;;", 5)]
    [InlineData("ISCG;;50 000 €;État;10 000 €;;;reconduit;;;", 5)]
    [InlineData("ISCG;;50 000 €;État;10 000 €;;;annoncé;;juillet 26;", 1)]
    [InlineData("ISCG;;50 000 €;État;10 000 €;;;annoncé;;2025-12-31T23:00:00Z;", 2)]
    [InlineData("ISCG;;50 000 €;État;10 000 €;;;annoncé;;;\niscg;;;CAF;5 000 €;;;annoncé;;;", 1)]
    [InlineData("ISCG;;50 000 €;État;10 000 €;;;annoncé;;;\nISCG;;;État;5 000 €;;;conventionné;12/03/2025;;", 1)]
    public void Answers_SettleTheirQuestion(string rows, int count)
    {
        IntakeReading asked = Read(rows + "\n");
        Problem question = asked.Problems.First(problem => ProblemAnswers.Of(problem).Length > 0);
        var answers = ProblemAnswers.Of(question);
        Assert.Equal(count, answers.Length);
        Assert.Equal(count, answers.Select(answer => answer.InWords(Language.French)).Distinct().Count());
        Assert.Equal(count, answers.Select(answer => answer.InWords(Language.English)).Distinct().Count());
        var facts = new List<PortfolioFacts>();
        foreach (ProblemAnswer answer in answers)
        {
            IntakeReading settled = Read(rows + "\n", [.. answer.Corrections]);
            Assert.DoesNotContain(settled.Problems, problem => problem.Code == question.Code && problem.Path == question.Path);
            Assert.DoesNotContain(settled.Problems, problem => problem.Severity is Severity.Error);
            Assert.True(ProblemAnswers.IsOfItsCell(question) || question.Code is ProblemCode.FormQuestion);
            facts.Add(Bare(settled));
        }
        Assert.Equal(count, facts.Distinct().Count());
    }

    [Fact]
    public void WhatIsOfNoOneCell_HasNoAnswerThere()
    {
        foreach (Problem problem in (Problem[])[
            new(ProblemCode.MissingColumn, "Plan!A1", null, "Financeur"), new(ProblemCode.AmbiguousCell, "Plan!A2", "x", "cells"),
            new(ProblemCode.ActAsked, "Plan!D2", null, "blank", "no-column"),
            new(ProblemCode.UnknownId, "commitments[3].funder", "F", "funder"), new(ProblemCode.HiddenRows, "Plan!12", null, "1", "12"),
            new(ProblemCode.NoCeiling, "Financements!E5", null, "C1")])
        {
            Assert.False(ProblemAnswers.IsOfItsCell(problem));
            Assert.Empty(ProblemAnswers.Of(problem));
        }
    }
}
