using FundingReports.Wording;
using System.Text;
using System.Text.RegularExpressions;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>Files of subsidies as local authorities publish them, made line by line.</summary>
internal static class Scdl
{
    internal const string Header =
        "nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;"
        + "rnaBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;idRAE;"
        + "notificationUE;pourcentageSubvention;dispositifAide";

    /// <summary>A good line: 30 000 € to an association.</summary>
    internal const string Good =
        "Département;22400001800016;2022-03-30;D-1;Association;78467169500103;W401001234;Poste;30000.00;aide en "
        + "numéraire;unique;2022-04-15;;non;1.00;";

    /// <summary>Another: 1 234,56 €.</summary>
    internal const string Other =
        "Département;22400001800016;2022-03-30;D-2;La Poste;35600000000048;;Accueil;1234.56;aide en "
        + "numéraire;échelonné;2022-04-15/2022-12-31;12345;oui;0.5;65d5b6c7";

    internal static string[] Columns => Header.Split(';');

    /// <summary>The good line with one cell otherwise.</summary>
    internal static string With(string column, string? value)
    {
        string[] cells = Good.Split(';');
        cells[Array.IndexOf(Columns, column)] = value ?? "";
        return string.Join(';', cells);
    }

    internal static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");

    internal static ImportReading Read(byte[] bytes, string name = "sub.csv") =>
        OfficialFile.Read(ImportKind.Scdl, new MemoryStream(bytes), name);

    internal static ImportReading Read(params string[] lines) => Read(Csv([Header, .. lines]));

    internal static string Account(ImportReading reading) => Spaces(reading.Account.Sentence(Language.French));

    /// <summary>What is said of the lines: the findings that every import has are left out.</summary>
    internal static string[] Said(ImportReading reading) => [.. reading.Problems
        .Where(problem => problem.Code is not (ProblemCode.FunderKindNotSaid or ProblemCode.AwaitingPost))
        .Select(problem => $"{problem.CodeName} {problem.Path}")];

    internal static Euros Sum(ImportReading reading) =>
        reading.Facts.Awaiting.Aggregate(Euros.Zero, (sum, awaiting) => sum + ((Amount.Total)awaiting.Amount).Sum);

    internal static string Spaces(string text) => Regex.Replace(text, "[\u00a0\u202f]", " ");
}
