using System.Text;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>What a cell or a header shows beside a number is read as if it were typed with it.</summary>
public class ShownUnitTests
{
    private static string[] Told(IntakeReading reading) =>
    [
        .. Sent.Errors(reading), .. reading.Facts.Commitments.Select(one => $"{one} {one.Amount} {one.Cap}"),
        .. reading.Facts.Posts.SelectMany(post => post.Costs).Select(cost => $"{cost.Annual}"),
    ];

    [Theory]
    [InlineData("#,##0\\ \"€/mois\"", "4000 €/mois")]
    [InlineData("#,##0\\ \\€\\/\\m\\o\\i\\s", "4000 €/mois")]
    [InlineData("#,##0\" k€\"", "4000 k€")]
    [InlineData("\"$\"#,##0", "$4000")]
    [InlineData("[$$-409]#,##0.00", "$4000")]
    [InlineData("[$£-809]#,##0", "£4000")]
    [InlineData("0\" (refusé)\"", "4000 (refusé)")]
    [InlineData("0\" max\"", "4000 max")]
    [InlineData("[Red]#,##0\" par mois\";-#,##0", "4000 par mois")]
    public void UnitOfAFormat_IsReadAsTyped(string format, string typed)
    {
        foreach (string header in (string[])["2026", "Coût 2026"])
        {
            IntakeReading shown = Sent.Read(Sheets.With(header, 4000m, format));
            Assert.Equal(Told(Sent.Read(Sheets.With(header, typed))), Told(shown));
            Assert.NotEqual(Told(Sent.Read(Sheets.With(header, 4000m))), Told(shown));
        }
    }

    [Theory]
    [InlineData("#,##0.00\\ \"€\""), InlineData("#,##0.00 €"), InlineData("_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-")]
    [InlineData("#,##0\\ [$€-40C]"), InlineData("[$€-2] #,##0;[Red]-[$€-2] #,##0"), InlineData("0\" EUR\""), InlineData("0\" euros\"")]
    [InlineData("General"), InlineData("#,##0;[Red]-#,##0;\"zéro\"")]
    public void Euros_AreEuros(string format) =>
        Assert.Equal(Told(Sent.Read(Sheets.With("2026", 4000m))), Told(Sent.Read(Sheets.With("2026", 4000m, format))));

    [Theory, InlineData("4 000 €/mois", null, "4000 €/mois"), InlineData("4 000 $", null, "4000 $")]
    [InlineData("4 000,00", "USD", "4000 USD")]
    [InlineData("4 000 €", "EUR", null), InlineData("4 000,00", null, null), InlineData("-4 000,00", null, null)]
    public void UnitInOpenDocument_IsReadAsTyped(string shown, string? currency, string? typed)
    {
        string named = currency is null ? "" : $" office:currency=\"{currency}\"";
        string cell = $"<table:table-cell office:value-type=\"currency\"{named} office:value=\"4000\"><text:p>{shown}</text:p>"
            + "</table:table-cell>";
        IntakeReading With(string sum) => Sent.Read(Ods.Package(Ods.Table("Plan",
        [
            Ods.Row(Sheets.Headers.Select(header => Ods.Text(header))),
            Ods.Row(Sheets.Good[0].Select((value, i) =>
                i == 6 ? sum : value is decimal money ? Ods.Number($"{money:0}") : Ods.Text((string?)value ?? ""))),
        ])), "retour.ods");
        Assert.Equal(Told(With(typed is null ? Ods.Number("4000") : Ods.Text(typed))), Told(With(cell)));
    }

    private static IntakeReading Csv(string header, params string[] rows) =>
        Sent.Read(Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', rows)}\n"), "Plan.csv");

    [Fact]
    public void CeilingOfZero_IsAsked_AndZeroEurosIsOne()
    {
        IntakeReading Cap(string cap) => Csv("Poste;Coût 2026;Financeur;2026;Plafond;Statut;Décidé le",
            $"Poste A;50000;État;50 %;{cap};voté;01/02/2026");
        Problem asked = Assert.Single(Cap("0").Problems, problem => problem.Code is ProblemCode.AmbiguousCell);
        Assert.Equal(["", "0 €"], ProblemAnswers.Of(asked).Select(answer => answer.Corrections[0].Value).ToArray());
        Assert.NotNull(Cap("0 €").Portfolio);
        Assert.NotNull(Cap("").Portfolio);
    }

    [Theory, InlineData("Plafond (€/mois)", true), InlineData("Plafond (k€)", true), InlineData("Plafond (en milliers d’euros)", true)]
    [InlineData("Plafond (€)", false), InlineData("Plafond (€ par an)", false), InlineData("Plafond (maximum)", false)]
    public void UnitOfAHeader_IsAsked(string header, bool isAsked) => Assert.Equal(isAsked, Csv(
        $"Poste;Coût 2026;Financeur;2026;{header};Statut;Décidé le", "Poste A;50000;État;50 %;20000;voté;01/02/2026").Portfolio is null);

    [Theory, InlineData("S/T"), InlineData("Sous-total"), InlineData("Ensemble"), InlineData("Les deux"), InlineData("s/total")]
    public void RowOfASum_IsNoPost(string name)
    {
        IntakeReading reading = Csv("Poste;Coût 2026;Financeur;2026;Statut;Décidé le",
            "Poste A;50000;État;20000;voté;01/02/2026", "Poste B;40000;État;10000;voté;01/02/2026", $"{name};90000;;30000;;");
        Assert.Equal(["Poste A", "Poste B"], reading.Facts.Posts.Select(post => post.Label).ToArray());
        Assert.Contains(reading.Problems, problem => problem.Code is ProblemCode.TotalRow);
    }

    [Theory, InlineData("24 000;30 000", "30/06/2028", true), InlineData("24 000;30 000", "30/06/2029", false)]
    [InlineData("80 %;50 %", "30/06/2028", true), InlineData("24 000;", "30/06/2028", false)]
    public void TwelveMonths_ThatBeginAfterTheEnd_AreAsked(string money, string until, bool isAsked)
    {
        IntakeReading reading = Csv("Poste;Coût 2027;Coût 2028;Financeur;2027;2028;Nature;Statut;Du;Au;Décidé le",
            $"D;48 000;48 000;État;{money};par douze mois;signé;01/07/2027;{until};01/06/2027");
        Assert.Equal(isAsked, reading.Portfolio is null);
    }

    [Theory, InlineData("07/01/2027 00:00:00", true), InlineData("01/07/2027 0:00:00", true)]
    [InlineData("13/07/2027 00:00:00", false), InlineData("01/01/2027 00:00:00", false), InlineData("01/07/2027", false)]
    public void DayThatAProgramHasWritten_IsAsked(string from, bool isAsked)
    {
        IntakeReading reading = Csv("Poste;Coût 2027;Financeur;2027;Statut;Du;Au;Décidé le",
            $"D;48 000;État;12 000;signé;{from};31/12/2027;01/06/2026");
        Problem[] asked = [.. reading.Problems.Where(problem => problem.Code is ProblemCode.AmbiguousCell)];
        Assert.Equal(isAsked ? 1 : 0, asked.Length);
        Assert.Equal(isAsked, reading.Portfolio is null);
    }

    [Fact]
    public void CorrectionsOfARequest_MayBeNull_AndAreNotMade()
    {
        byte[] form = Sheets.Plan(Sheets.Good);
        IntakeReading reading = IntakeReader.Read(new MemoryStream(form), "retour.xlsx", new IntakeOptions
        {
            Corrections = [null!, new(default, "x"), new(new("Plan", 2, 7), null!)],
        });
        Assert.Equal(3, reading.Problems.Count(problem => problem.Code is ProblemCode.CorrectionNotMade));
        Assert.Equal(Sent.Read(form).Facts.Commitments.Length, reading.Facts.Commitments.Length);
        Assert.All(reading.Problems, problem => Assert.NotEmpty(problem.Message(Language.French)));
    }

    /// <summary>Who leaves while facts are made of what was read is heard too.</summary>
    [Fact]
    public async Task ReadingThatIsCancelledLate_Stops()
    {
        byte[] form = Encoding.UTF8.GetBytes("Poste;Coût 2026;Financeur;2026;Statut;Décidé le\n" + string.Concat(
            Enumerable.Range(1, 3000).Select(i => $"Poste {i};50000;État;50000;voté;01/02/2026\n")));
        using var stop = new CancellationTokenSource();
        // The last row is read, and nothing is made of it yet.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => IntakeReader.ReadAsync(new LeavingAtTheEnd(form, stop), "Plan.csv", null, stop.Token));
    }

    private sealed class LeavingAtTheEnd(byte[] bytes, CancellationTokenSource stop) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => Left(base.Read(buffer));

        public override int Read(byte[] buffer, int offset, int count) => Left(base.Read(buffer, offset, count));

        private int Left(int read)
        {
            if (read == 0)
                stop.Cancel();
            return read;
        }
    }
}
