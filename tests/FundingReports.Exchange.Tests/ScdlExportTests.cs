using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// What goes out is valid against the schema, comes in again the same, and cannot be executed; what is missing is asked for.
/// </summary>
public class ScdlExportTests
{
    [Fact]
    public void Export_OfficialExample_GoesOutAsItCameIn()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "seeds", "imports", "scdl-exemple.csv");
        string[] sent = [.. File.ReadAllLines(path).Skip(1)], lines = Written(OfficialFile.Read(ImportKind.Scdl, path).Portfolio!);
        Assert.Equal(Scdl.Header.Replace(';', ','), lines[0]);
        Assert.Equal(sent.Length, lines.Length - 1);
        // But for the two columns that the older form has not, its separator of periods, and the form of its parts.
        Assert.Equal(
            sent.Select(line => line.Replace("200026,Aide", "200026,,Aide", StringComparison.Ordinal)
                    .Replace("300011,Aide", "300011,,Aide", StringComparison.Ordinal).Replace('_', '/') + "0,"),
            lines.Skip(1));
    }

    [Fact]
    public void Export_WhatCameIn_ComesInTheSame()
    {
        ImportReading first = Scdl.Read(Scdl.Good, Scdl.Other);
        ImportReading again = Scdl.Read(Bytes(first.Portfolio!));
        Assert.Equal(first.Portfolio!.ToJson(), again.Portfolio!.ToJson());
        Assert.Equal(first.Account.MoneyKept, again.Account.MoneyKept);
    }

    [Fact]
    public void Export_CommitmentWithoutTheFieldsOfTheSchema_AsksForThem()
    {
        ScdlExport export = ScdlExport.Of(Placed(null));
        Assert.Equal((0, 1), (export.Lines, export.Incomplete));
        Assert.Equal(
        [
            "funders[0].siret required", "commitments[0].subsidy.object required", "commitments[0].subsidy.nature required",
            "commitments[0].subsidy.conditions required",
            "commitments[0].subsidy.paidFrom required", "commitments[0].subsidy.notifiedToEu required",
            "commitments[0].subsidy.beneficiaryPart required",
        ], export.Asked.Select(problem => $"{problem.Path} {problem.Arguments[2]}"));
        Assert.All(export.Asked, problem => Assert.Equal(Severity.Error, problem.Severity));
        Assert.Equal(
            "Le financement C1 n’est pas publié : la liste des postes ne donne pas « nature », que le schéma SCDL subventions 2.1.1 "
                + "demande. "
            + "Indiquez-le ici.", Scdl.Spaces(export.Asked[2].Message(Language.French)));
    }

    [Theory]
    [InlineData("annual", "commitments[0].amount required")]
    [InlineData("month", "commitments[0].decidedOn type")]
    [InlineData("third", "commitments[0].subsidy.beneficiaryPart type")]
    [InlineData("nature", "commitments[0].subsidy.nature enum")]
    [InlineData("long", "commitments[0].subsidy.object maxLength")]
    [InlineData("nobody", "commitments[0].subsidy.beneficiary.name required, commitments[0].subsidy.beneficiary.siret one-of-required")]
    public void Export_WhatTheSchemaRefuses_IsAskedForAndNotMadeUp(string change, string expected)
    {
        Portfolio portfolio = Placed(Whole, (commitment, posts) => change switch
        {
            "annual" => (commitment with { Amount = new Amount.Annual(Euros.FromCents(100)) }, posts),
            "month" => (commitment with { DecidedOn = PartialDate.Of(2022, 3) }, posts),
            "third" => (commitment with { Subsidy = Whole with { BeneficiaryPart = Share.Of(1, 3) } }, posts),
            "nature" => (commitment with { Subsidy = Whole with { Nature = "subvention" } }, posts),
            "long" => (commitment with { Subsidy = Whole with { Object = new string('a', 257) } }, posts),
            _ => (commitment, posts with { Employers = [] }),
        }, "22400001800016");
        Assert.Equal(expected,
            string.Join(", ", ScdlExport.Of(portfolio).Asked.Select(problem => $"{problem.Path} {problem.Arguments[2]}")));
    }

    [Fact]
    public void Export_PlacedCommitment_NamesItsEmployer() =>
        Assert.Equal(
            "Département,22400001800016,2022-03-30,D-1,Association,78467169500103,,Poste,30000.00,aide en "
            + "numéraire,unique,2022-04-15,,non,1.00,", Written(Placed(Whole, siret: "22400001800016"))[1]);

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+33")]
    [InlineData("-2+3")]
    [InlineData("@SUM(1)")]
    [InlineData("Poste;=1+1")]
    [InlineData("Poste, \"=cmd|' /C calc'!A0\"")]
    [InlineData("a\n=1+1")]
    [InlineData("a\t@SUM(1)")]
    public void Export_TextThatASpreadsheetWouldExecute_IsGuardedAndComesBack(string text)
    {
        Portfolio portfolio = Placed(Whole with { Object = text }, siret: "22400001800016");
        string csv = Encoding.UTF8.GetString(Bytes(portfolio));
        // Cut as any spreadsheet may cut it, quotes or not.
        foreach (string[] cells in (string[][])[csv.Split(','), csv.Split(';'), csv.Split('\t'), csv.Split(',', ';', '\t', '\n', '|')])
            Assert.DoesNotContain(cells, cell => Regex.IsMatch(cell, "^[\\s\"]*[=@+\\-]"));
        Assert.Equal(text, Scdl.Read(Bytes(portfolio)).Facts.Awaiting[0].Subsidy!.Object);
    }

    // By hand from the published schema, and not by the code under test.
    [Fact]
    public void Export_AnyTexts_IsValidAgainstTheSchema() =>
        Gen.Select(Gen.String[0, 300], Gen.String[0, 260], Gen.Int[0, 120], Gen.Int[1, 1000]).Sample((text, conditions, cut, part) =>
        {
            Subsidy subsidy = Whole
                with { Object = Clean(text), Conditions = Clean(conditions), BeneficiaryPart = Share.Of(part, 1000),
                    Scheme = Clean(text[..Math.Min(cut, text.Length)]) };
            ScdlExport export = ScdlExport.Of(Placed(subsidy, siret: "22400001800016"));
            using var stream = new MemoryStream();
            export.Write(stream);
            using var csv = CsvHelper.CsvReader.Create(stream.ToArray(), new() { Separator = ',' });
            int lines = 0;
            while (csv.Read())
            {
                lines++;
                Assert.Matches("^[0-9]{14}$", csv.GetString("idAttribuant"));
                Assert.InRange(csv.GetString("objet").Length, 1, 256);
                Assert.InRange(csv.GetString("conditionsVersement").Length, 1, 256);
                Assert.InRange(decimal.Parse(csv.GetString("pourcentageSubvention"), CultureInfo.InvariantCulture), 0.01m, 1m);
                Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?$", csv.GetString("datesPeriodeVersement"));
                Assert.Matches("^(oui|non)$", csv.GetString("notificationUE"));
            }
            Assert.Equal(export.Lines, lines);
            Assert.Equal(1, export.Lines + export.Incomplete);
        }, iter: 1_000);

    private static string Clean(string text) => string.Concat(text.Where(c => c is >= ' ' and < '\ud800'));

    private static readonly Subsidy Whole = new()
    {
        Object = "Poste", Nature = "aide en numéraire", Conditions = "unique", PaidFrom = PartialDate.Of(new LocalDate(2022, 4, 15)),
        NotifiedToEu = false, BeneficiaryPart = Share.Whole,
    };

    private static Portfolio Placed(Subsidy? subsidy, Func<Commitment, Post, (Commitment, Post)>? change = null, string? siret = null)
    {
        var post = new Post("P1", "Poste 1") { From = PartialDate.Of(2022),
            Employers = [new(null, "Association") { Siret = "78467169500103" }] };
        var commitment = new Commitment("C1", "CD", ["P1"], PartialDate.Of(2022), new Amount.Total(Euros.FromCents(3_000_000)))
        {
            Until = Term.On(PartialDate.Of(2022)), Status = CommitmentStatus.Signed,
            DecidedOn = PartialDate.Of(new LocalDate(2022, 3, 30)), Subsidy = subsidy,
            References = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("decision", "D-1"),
        };
        if (change is not null)
            (commitment, post) = change(commitment, post);
        return Portfolio.Create(
            new() { Funders = [new("CD", "Département", FunderKind.CollectiviteDepartementale) { Siret = siret }], Posts = [post],
                Commitments = [commitment] });
    }

    private static string[] Written(Portfolio portfolio) =>
        Encoding.UTF8.GetString(Bytes(portfolio)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static byte[] Bytes(Portfolio portfolio)
    {
        ScdlExport export = ScdlExport.Of(portfolio);
        Assert.Empty(export.Asked);
        using var stream = new MemoryStream();
        export.Write(stream);
        return stream.ToArray();
    }
}
