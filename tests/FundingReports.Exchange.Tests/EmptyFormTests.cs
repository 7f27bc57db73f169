using System.Text;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>A form that nobody filled in is no portfolio without anything wrong: it is said to be empty.</summary>
public class EmptyFormTests
{
    public static TheoryData<string> Empty => ["blank", "blank, English", "complete", "Poste;Financeur;2026;Statut\n",
        "Post;Funder;2026;Status\n", "Nos postes\n\nPoste;Coût 2026;Financeur;2026;Statut\n;;;;\n",
        "Poste;Coût 2026;Financeur;2026;Statut\nTotal;50 000 €;;20 000 €;\n"];

    [Theory]
    [InlineData("Poste;Coût 2026;Financeur;2026;Statut;Du;Au\nP1;50 000 €;État;à voir;conventionné;01/06/2026;01/01/2026\n")]
    public void ReversedDates_AreSaidBesideWhatElseIsWrong(string csv)
    {
        var problems = IntakeReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "Plan.csv").Problems;
        Assert.Contains(problems, problem => problem.Code is ProblemCode.UntilBeforeFrom);
        Assert.Contains(problems, problem => problem.Severity is Severity.Error && problem.Code is not ProblemCode.UntilBeforeFrom);
    }

    [Fact]
    public void Pdf_UnderTheNameOfAText_IsNoForm()
    {
        IntakeReading reading = IntakeReader.Read(new MemoryStream("%PDF-1.4\n1 0 obj\n"u8.ToArray()), "plan.csv");
        Problem problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemCode.UnreadableFile, "not-a-workbook"), (problem.Code, problem.Arguments[0]));
        Assert.False(reading.IsOpened);
    }

    [Fact]
    public void Email_InTheCellOfAFunder_IsInNoSentenceAndInNoId()
    {
        var reading = IntakeReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
            "Poste;Coût 2026;Financeur;2026;Statut\nP1;50 000 €;jean.dupont@x.fr;20 000 €;conventionné\n")), "Plan.csv");
        Assert.NotEmpty(reading.Problems);
        Assert.All(
            reading.Problems, problem => Assert.DoesNotContain("dupont", problem.Message(Language.French), StringComparison.Ordinal));
        Assert.All(reading.Portfolio?.Facts.Funders ?? [], funder => Assert.DoesNotContain("dupont", funder.Id, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Empty))]
    public void EmptyForm_IsAnErrorInASentence(string what)
    {
        IntakeReading reading = what switch
        {
            "blank" => Sent.AndBack(IntakeTemplate.Blank(2026)),
            "blank, English" => Sent.AndBack(IntakeTemplate.Blank(2026, language: Language.English)),
            "complete" => Sent.AndBack(IntakeTemplate.Complete()),
            _ => IntakeReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(what)), "Plan.csv"),
        };
        Assert.Null(reading.Portfolio);
        // It is one of ours, and can be filled in: who reads it is not told that the file could not be opened.
        Assert.NotNull(reading.Form);
        Problem problem = Assert.Single(reading.Problems, problem => problem.Severity is Severity.Error);
        Assert.Equal((ProblemCode.UnreadableFile, "no-rows", reading.Name), (problem.Code, problem.Arguments[0], problem.Path));
        Assert.StartsWith("Le formulaire est vide\u00a0: sous ses en-têtes (", problem.Message(Language.French), StringComparison.Ordinal);
        Assert.StartsWith("The form is empty: below its headers (", problem.Message(Language.English), StringComparison.Ordinal);
        Assert.Contains(what is "blank" ? "Postes et Financements" : what is "blank, English" ? "Posts et Funding"
            : what is "complete" ? "Portefeuille, Postes" : "Plan", problem.Message(Language.French), StringComparison.Ordinal);
    }

    /// <summary>One filled row is enough, and what is wrong with the rows is said instead, where any is.</summary>
    [Theory]
    [InlineData("Poste;Coût 2026;Financeur;2026;Statut\nISCG;50 000 €;;;\n")]
    [InlineData("Poste;Coût 2026;Financeur;2026;Statut\nISCG;50 000 €;CAF;zzz;annoncé\n")]
    public void FormWithARow_IsNotSaidToBeEmpty(string csv) => Assert.DoesNotContain(
        IntakeReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "Plan.csv").Problems, problem => problem.Arguments is ["no-rows",
            ..]);
}
