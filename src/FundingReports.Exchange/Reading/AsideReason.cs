using FundingReports.Sentences;
using FundingReports.Wording;
using FundingReports.Validation;

namespace FundingReports.Exchange.Reading;

/// <summary>Why a row was set aside, in a few words: « montant illisible ».</summary>
internal readonly record struct AsideReason(string French, string English)
{
    /// <summary>Whether what stands there is no money to be counted: a total, a sum below zero, aid in kind, a loan.</summary>
    internal bool IsApart { get; private init; }

    /// <summary>The reason of a row whose other sums are counted: its row is set aside, and does not stand apart.</summary>
    internal AsideReason Counted() => this with { IsApart = false };

    internal string In(Language language) => language is Language.French ? French : English;

    /// <summary>The reason of a row, by its first problem.</summary>
    /// <param name="code">The problem.</param>
    /// <param name="column">The header of its column; of a payment, why it was not placed.</param>
    internal static AsideReason Of(ProblemCode code, string column)
    {
        // Without what the header explains in brackets; « Du » stays between quotes, for it is no noun.
        string bare = FrenchText.NoBreak(column.Split('(')[0].Trim()), name = Within(bare, $"«{Words.NoBreakSpace}",
            $"{Words.NoBreakSpace}»"),
            said = FormWords.Of(bare).English, english = Within(said, "\"", "\"");
        return code switch
        {
            ProblemCode.Missing => new($"{name} à remplir", $"{english} to be filled in"),
            ProblemCode.AmbiguousCell when column is "quote" => new("guillemet jamais fermé", "quote never closed"),
            ProblemCode.AmbiguousCell when column.Length == 0 => new("cellules en trop ou en moins", "cells too many or too few"),
            ProblemCode.AmbiguousCell => new($"{name} équivoque", $"{english} ambiguous"),
            ProblemCode.FormulaWithoutValue => new($"{name} sans valeur calculée", $"{english} without calculated value"),
            ProblemCode.CellError => new($"{name} en erreur", $"{english} in error"),
            ProblemCode.MergedCells => new("cellules fusionnées", "merged cells"),
            ProblemCode.RowTwice => new("ligne répétée", "repeated row"),
            ProblemCode.RowsDisagree => new($"{name} contradictoire", $"{english} contradictory"),
            ProblemCode.TotalRow => new("total", "total") { IsApart = true },
            ProblemCode.HiddenRows => new("ligne masquée", "hidden row"),
            ProblemCode.StruckThrough => new("ligne barrée", "row struck through"),
            ProblemCode.NotMoney => OfNoMoney(column) with { IsApart = true },
            ProblemCode.ColumnTwice => new($"{name} en double", $"{english} twice"),
            ProblemCode.PaymentNotPlaced => OfPayment(column),
            ProblemCode.UntilBeforeFrom => new("période inversée", "period reversed"),
            ProblemCode.NegativeMoney => new($"{name} négatif", $"{english} negative") { IsApart = true },
            ProblemCode.MoneyColumnNotRead when bare.Length < 4 => new($"colonne {name} non lue", $"column {name} not read"),
            ProblemCode.MoneyColumnNotRead => new($"colonne « {name} » non lue", $"column \"{name}\" not read"),
            ProblemCode.NotAskedFor => new("non demandée", "not asked for"),
            _ => new($"{name} illisible", $"{english} unreadable"),
        };
    }

    private static string Within(string bare, string open, string close) => bare.Length is > 0 and < 4 ? open + bare + close
        : bare.Length > 1 && char.IsLower(bare[1]) ? char.ToLowerInvariant(bare[0]) + bare[1..] : bare;

    private static AsideReason OfNoMoney(string kind) => kind switch
    {
        "loan" => new("prêt", "loan"),
        "guarantee" => new("garantie", "guarantee"),
        _ => new("aide en nature", "aid in kind"),
    };

    private static AsideReason OfPayment(string why) => why switch
    {
        "no-post" => new("poste absent", "post absent"),
        "several" => new("plusieurs financeurs possibles", "several funders possible"),
        "cancelled" => new("paiements annulés", "payments cancelled"),
        "unpaid" => new("pas encore payé", "not yet paid"),
        _ => new("période hors convention", "period outside any term"),
    };
}
