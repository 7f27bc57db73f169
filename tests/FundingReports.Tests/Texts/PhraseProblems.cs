using FundingReports.Validation;

namespace FundingReports.Tests.Texts;

/// <summary>Problems that damaged copies of our own files do not meet, with the arguments that the readers of files give.</summary>
internal static class PhraseProblems
{
    private static readonly (string Constraint, string Limit)[] wanted =
        [("required", ""), ("maxLength", "256"), ("minimum", "0"), ("maximum", "1"), ("enum", "aide en numéraire, aide en nature"),
            ("type", "date"), ("type", "boolean"), ("one-of-required", "rnaBeneficiaire"), ("pattern", "")];

    internal static IEnumerable<Problem> All =>
    [
        // The text.
        Of(ProblemCode.NotJson, "", "empty"), Of(ProblemCode.NotJson, "PK", "workbook"),
        Of(ProblemCode.NotJson, "", "truncated", "12", "40"), Of(ProblemCode.TooLarge, "", "256"), Of(ProblemCode.TooDeep, "", "32"),
        // One value.
        Of(ProblemCode.TextTooLong, "", "40000", "32767"), Of(ProblemCode.NegativeMoney, "-26000"),
        Of(ProblemCode.NumberDecimals, "0.1234567"), Of(ProblemCode.YearOutOfRange, "20233", "1600", "4999"),
        Of(ProblemCode.InvalidSiret, "4 chiffres"), Of(ProblemCode.InvalidRna, "751234567"), Of(ProblemCode.InvalidRna, "W75 123"),
        .. ((string[])["text", "date", "text-or-number", "text-or-object", "boolean", "true", "list", "object", "year"])
            .Select(type => Of(ProblemCode.WrongType, "12", type)),
        .. ((string[])["source", "funder", "post", "commitment", "policy-source", "parameter"])
            .Select(what => Of(ProblemCode.UnknownId, "L9", what)),
        // Values together.
        Of(ProblemCode.UntilBeforeFrom, "2021-12-31", "2021-12-31", "2022-01-01"), Of(ProblemCode.PostListedTwice, "L1", "E1"),
        Of(ProblemCode.TotalWithoutUntil, "", "E1"), Of(ProblemCode.NoSteps, "", "E1"),
        Of(ProblemCode.TooManySteps, "", "E1", "120", "100"), At("commitments[3].amount", ProblemCode.TooManySteps, "", "120", "100"),
        Of(ProblemCode.TooManyYears, "120", "100"), Of(ProblemCode.WeighsNothing, "", "2022-03-31"), Of(ProblemCode.NoPosts, "", "E1"),
        Of(ProblemCode.WeightsMismatch, "", "L2", "/"), Of(ProblemCode.WeightsMismatch, "", "L2", "L3", "/"),
        Of(ProblemCode.WeightsMismatch, "", "/", "L9"), Of(ProblemCode.WeightsMismatch, "", "/", "L8", "L9"),
        Of(ProblemCode.WeightsMismatch, "", "L2", "/", "L9"),
        Of(ProblemCode.InstalmentsOverlap, "", "instalments[0]", "2022-01-01", "2022-06-30"),
        Of(ProblemCode.AmendmentCircle, "", "C3", "C4"), Of(ProblemCode.WithdrawalIncomplete, "", "source"),
        Of(ProblemCode.WithdrawalIncomplete, "", "decidedOn"),
        Of(ProblemCode.TwoBalances, "", "L1", "D1", "D2", "2024-01-01", "agreed"),
        Of(ProblemCode.RemaindersAboveOne, "", "L1", "2024-01-01", "announced", "6/5"),
        // Without an id there is only the place.
        At("posts[3]", ProblemCode.NoBeginning, ""), At("commitments[3].posts", ProblemCode.NoPosts, ""),
        At("commitments[3].amount", ProblemCode.NoCeiling, ""), At("commitments[3].until", ProblemCode.TotalWithoutUntil, ""),
        // Why there is no analysis.
        .. ((string[])["unknown-name", "before-first", "ended", "of-another-unit"])
            .Select(why => Of(ProblemCode.NoPolicyValue, "", "risk.critical-months", "2022-02-08", why)),
        new(ProblemCode.PeriodRefused, "asOf", "1599-12-31", ["year-out-of-range", "1600", "4999"]),
        new(ProblemCode.PeriodRefused, "through", "2022-02-07", ["before-as-of", "2022-02-08"]),
        new(ProblemCode.PeriodRefused, "since", "2023", ["after-as-of", "2022-02-08"]),
        new(ProblemCode.PeriodRefused, "through", "2200-12-31", ["too-many-years", "100"]),
        Of(ProblemCode.TooLargeToCalculate, "", "L1"), Of(ProblemCode.TooLargeToCalculate, ""),
        // Forms.
        .. ((string[])["empty", "bomb", "dtd", "password", "ods", "word", "xlsb", "misnamed-xls", "not-a-workbook", "no-table",
            "no-funders", "not-a-form",
            "no-fonjep", "no-subventia", "no-chorus", "no-subsidies", "two-forms", "damaged"])
            .Select(cause => Of(ProblemCode.UnreadableFile, "", cause)),
        Of(ProblemCode.UnreadableFile, "", "no-funders", "« Qui ? » (Plan!C1)"),
        Of(ProblemCode.UnreadableFile, "", "long-form", "Année"),
        Of(ProblemCode.UnreadableFile, "", "no-rows", "Poste", "Financeur"),
        Of(ProblemCode.UnreadableFile, "", "too-many-rows", "100000"),
        Of(ProblemCode.UnreadableFile, "", "too-many-lines", "250000"),
        Of(ProblemCode.UnreadableFile, "", "too-large", "64"), Of(ProblemCode.UnreadableFile, "", "misnamed-xlsx", ".csv"),
        Of(ProblemCode.UnreadableFile, "", "csv", "12"),
        .. ((string[])["money", "amount", "share", "date", "number", "year", "list", "pairs", "years", "occupancy", "yes-no",
            "departement", "siret", "text"])
            .Select(kind => Of(ProblemCode.UnreadableCell, "environ", kind)),
        .. ((string[])["thousands", "amount", "amount-date", "date", "more-cells"])
            .Select(kind => Of(ProblemCode.AmbiguousCell, "1,234", kind)),
        Of(ProblemCode.AmbiguousCell, "01/02/2023", "outside-year", "2022"),
        .. ((string[])["", "52000.00"]).SelectMany(cost => (Problem[])[
            Of(ProblemCode.AmbiguousCell, "26,000", "two-sums", "26000", "26", cost),
            Of(ProblemCode.AmbiguousCell, "50,000", "two-costs", "50000", "50", cost),
            Of(ProblemCode.AmbiguousCell, "52,5", "cost-scale", "52.5", "52500", cost),
            Of(ProblemCode.AmbiguousCell, "50", "money-or-part", "50", "50/100", cost),
            Of(ProblemCode.AmbiguousCell, "1", "whole-or-percent", "1", cost)]),
        .. ((string[])["zero", "zero-cost", "zero-cap", "part-not-sum", "part-of-what", "date-year", "cost-year", "total-sums",
            "total-term", "twelve-months", "firm-across", "other"])
            .Select(kind => Of(ProblemCode.AmbiguousCell, "0", kind)),
        Of(ProblemCode.AmbiguousCell, "31 400", "balance-sum", "31400", "52000.00"),
        Of(ProblemCode.AmbiguousCell, "Intervenant social", "post-name", "Postes!A4", "Postes!A5"),
        Of(ProblemCode.AmbiguousCell, "17 400", "amendment", "2026", "Financements!G4", "20 000"),
        Of(ProblemCode.FormQuestion, "01/07/2025", "begins-before", "2026"), Of(ProblemCode.FormQuestion, "2028", "ends-after", "2027"),
        Of(ProblemCode.FormQuestion, "2028", "firm-without-money"),
        Of(ProblemCode.FormQuestion, "5 000", "same-year", "2026", "Financements!G4", "20 000"),
        Of(ProblemCode.FormQuestion, "ISCG Dax", "not-listed"), Of(ProblemCode.FormQuestion, "ISCG, Dx", "not-listed", "ISCG, Dax"),
        Of(ProblemCode.FormQuestion, "ISCG, Dx", "near-post", "ISCG, Dax", "Plan!A2"),
        Of(ProblemCode.FormQuestion, "État / CAF", "two-funders"),
        Of(ProblemCode.FormQuestion, "DAX", "only-named"), Of(ProblemCode.FormQuestion, "Du", "days-of-money", "Poste du"),
        Of(ProblemCode.AmbiguousCell, "Montants en k€", "in-thousands"), Of(ProblemCode.AmbiguousCell, "?", "funder-nobody"),
        Of(ProblemCode.AmbiguousCell, "Reste à charge", "funder-or-gap"), Of(ProblemCode.TotalRow, "", "5", "gap"),
        .. ((string[])["blank", "renewed", "paid", "signed"]).Select(why => Of(ProblemCode.ActAsked, "reconduit", why)),
        Of(ProblemCode.ActAsked, "", "blank", "no-column"), Of(ProblemCode.ActAsked, "", "signed", "no-column"),
        Of(ProblemCode.LikelyDouble, "iscg/etat/2027", "commitment", "iscg/etat/2026", "commitments[0]", "etat.xlsx", "asso.xlsx"),
        Of(ProblemCode.NameTaken, "iscg dax", "post", "ISCG, Dax", "Postes!A4"),
        Of(ProblemCode.NameTaken, "ETAT", "funder", "État", "Financements!B4"),
        Of(ProblemCode.CellCorrected, "150 %", "15 %"), Of(ProblemCode.CellCorrected, "", "15 %"), Of(ProblemCode.CellCorrected, "0", ""),
        Of(ProblemCode.SharingNotSaid, "", "2"), Of(ProblemCode.UnknownProperty, "1", "statut", "status"),
        Of(ProblemCode.CorrectionNotMade, "15 %"),
        Of(ProblemCode.AsAbove, "", "1", "5"), Of(ProblemCode.AsAbove, "", "2", "5, 6"),
        Of(ProblemCode.CellLeftUnknown, "80", "ambiguous-cell", "working-time"), Of(ProblemCode.CellLeftUnknown, "zz", "other"),
        Of(ProblemCode.MissingColumn, "", "years", "years"), Of(ProblemCode.MoneyColumnNotRead, "Versé 2026", "Versé 2026", "form"),
        Of(ProblemCode.Repaired, "2 166,67 €/mois", "amount", "26000.04", "monthly"),
        Of(ProblemCode.Repaired, "6 500 €/trimestre", "amount", "26000.00", "quarterly"),
        Of(ProblemCode.MissingColumn, "", "Poste"), Of(ProblemCode.ColumnTwice, "", "2026", "Plan!H4"),
        Of(ProblemCode.CellError, "#REF!"), Of(ProblemCode.FormulaWithoutValue, ""), Of(ProblemCode.MergedCells, "", "A5", "A8"),
        Of(ProblemCode.RowsDisagree, "40", "Département", "64", "Plan!C12"), Of(ProblemCode.RowTwice, "", "Plan!G12"),
        Of(ProblemCode.HiddenRows, "", "1", "12"), Of(ProblemCode.HiddenRows, "", "3", "12, 14, 15"),
        Of(ProblemCode.SheetNotRead, "", "Feuil1"), Of(ProblemCode.TotalRow, ""), Of(ProblemCode.ColumnNotRead, "", "Commentaire"),
        Of(ProblemCode.ColumnNotRead, "", "ContactEmail", "personal"),
        .. ((string[])["label", "departement", "places", "services", "scheme", "fte", "from", "attestedOn", "until", "costs", "employers",
            "occupancy", "amount", "status", "kind", "name", "references"])
            .Select(property =>
                    Of(ProblemCode.ReturnsDisagree, "b", property is "amount" or "status" ? "commitment" : property is "kind" or "name"
                            ? "funder" : "post", "L1", property, "40", "a.xlsx", "64", "b.xlsx")),
        Of(ProblemCode.ReturnsDisagree, "b", "source", "A", "name", "Convention", "a.xlsx", "Arrêté", "b.xlsx"),
        Of(ProblemCode.ToldTwice, "", "post", "L1", "a.xlsx", "b.xlsx"),
        // Scenarios and rules.
        Of(ProblemCode.RenewAmended, "E1", "E2"), Of(ProblemCode.RenewUnknown, "E1"), Of(ProblemCode.RenewWithoutEnd, "E1"),
        Of(ProblemCode.RenewNotDecided, "E1", "2022-12-31", "2022-02-08"), Of(ProblemCode.RenewRefused, "E1"),
        Of(ProblemCode.RenewWithdrawn, "E1", "2022-07-01"),
        Of(ProblemCode.StruckThrough, "30000", "G5"), Of(ProblemCode.StruckThrough, "20000 25000", "G5", "part"),
        Of(ProblemCode.StruckThrough, "2028", "H:H", "header"), Of(ProblemCode.StruckThrough, "Poste A", "A5, B5, G5"),
        Of(ProblemCode.AmbiguousCell, "Plafond (€/mois)", "header-unit"),
        Of(ProblemCode.HiddenColumns, "", "1", "F"), Of(ProblemCode.HiddenColumns, "", "3", "F, G, H"),
        Of(ProblemCode.CommentsNotRead, "", "1", "G5"), Of(ProblemCode.CommentsNotRead, "", "3", "G5, G7, A9"),
        Of(ProblemCode.MoreProblems, "", "1499000"), Of(ProblemCode.MoreWarnings, "", "12"),
        Of(ProblemCode.UnknownLine, "fidp", "ETAT", "FIPD", "FONJEP"), Of(ProblemCode.UnknownLine, "fidp", "ETAT"),
        Of(ProblemCode.NothingToChange, "[]", "posts"), Of(ProblemCode.NothingToChange, "DEP", "funder"),
        Of(ProblemCode.ValuesOutOfOrder, "", "2023-01-01", "2024-01-01"), Of(ProblemCode.UnarguedAssumption, "", "reason"),
        Of(ProblemCode.StalePolicy, "", "fonjep.amount", "", "24"), Of(ProblemCode.StalePolicy, "", "fonjep.amount", "2023-11-23", "24"),
        // Warnings.
        Of(ProblemCode.SiretChecksum, "67895644300011"),
        Of(ProblemCode.SameReference, "2023-114", "E1", "D1", "convention", "L1", "2023-01-01", "2023-12-31"),
        Of(ProblemCode.SameReference, "2023-114", "E1", "D1", "convention", "L1", "2023-01-01", ""),
        Of(ProblemCode.NoSource, "", "attestedOn"), Of(ProblemCode.NoSource, "", "opens", "closes"),
        Of(ProblemCode.NoSource, "", "annual"), Of(ProblemCode.OpenTerm, "", "E1"),
        Of(ProblemCode.UnknownFte, "", "L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "L10", "L11"),
        Of(ProblemCode.PersonalData, "je••.••••••@•••••••.•• ", "email"), Of(ProblemCode.PersonalData, "05 •• •• •• ••", "telephone"),
        Of(ProblemCode.PersonalData, "1 •• •• •• ••• ••• ••", "nir"),
        Of(ProblemCode.MoneyOutsidePost, "", "E1", "L1", "after", "2024-01-01", "2024-12-31", "2023-12-31"),
        Of(ProblemCode.SharesExceedCost, "", "L1", "2024-01-01", "announced", "6/5"),
        Of(ProblemCode.OverFunded, "", "L1", "2024-01-01", "", "agreed", "1.1"), Of(ProblemCode.CostOfZero, "0.00", "L1", "2023-07-23"),
        Of(ProblemCode.VacantMoney, "", "L1", "2024-01-01", "2024-02-29", "8333.33"),
        Of(ProblemCode.VacantMoney, "", "L1", "2024-01-01", "2024-02-29", "0.50"),
        Of(ProblemCode.VacantMoney, "", "L1", "2024-01-01", "", "8333.33"), Of(ProblemCode.VacantMoney, "", "L1", "2024-01-01", "", ""),
        Of(ProblemCode.UnpaidPost, "", "L1"), Of(ProblemCode.UnpaidPost, "", "L1", "2022-02-08"),
        Of(ProblemCode.NotDecided, "", "E1"),
        Of(ProblemCode.NotDecided, "", "E1", "Date de l’acte"), Of(ProblemCode.NotDecided, "", "E1", "Date de l’acte", "no-column"),
        Of(ProblemCode.StaleCost, "50000.00", "L1", "2022"),
        Of(ProblemCode.NoCeiling, "", "E1"),
        Of(ProblemCode.InstalmentOutsideTerm, "", "2023-01-01", "2023-12-31", "2020-07-24", "2023-07-23"),
        Of(ProblemCode.NumberOutOfRange, "0"), Of(ProblemCode.ShareTooPrecise, "0.12345678901"),
        Of(ProblemCode.MoneyTooLarge, "25000000000"), Of(ProblemCode.MoneyDecimals, "0.123"),
        Of(ProblemCode.BalanceLeans, "", "Département", "2027", "49680.00", "21680.00", "État", "28000.00", "requested"),
        Of(ProblemCode.BalanceLeans, "", "Département", "2027", "49680.00", "", "État", "", "announced"),
        Of(ProblemCode.BalanceRises, "", "Département", "2027", "49680.00", "20000.00", "État", "28000.00", "0.00"),
        Of(ProblemCode.DeadlineMissed, "", "État", "2023", "2023-02-15"),
        // Contradictions, and one thing under two names.
        Of(ProblemCode.InstalmentsAboveTotal, "", "E1", "60000.00", "30000.00"), Of(ProblemCode.AmendsRefused, "E1", "E2", "E1"),
        Of(ProblemCode.ConflictBefore, "L1", "L1", "D1", "D2", "2024-01-01", "agreed", "2022-05-01", "2023-06-29"),
        Of(ProblemCode.ConflictBefore, "L1", "L1", "D1", "D2", "2024-01-01", "announced", "", "2023-06-29"),
        Of(ProblemCode.SamePromise, "E2", "E1", "E2", "Financements!A12"),
        Of(ProblemCode.PaidBeforeDecided, "", "2022-01-09", "2022-01-10"),
        Of(ProblemCode.PaidAbovePromised, "", "26000.00", "25000.00"),
        Of(ProblemCode.InstalmentBeforeCommitment, "", "2020-07-23", "2020-07-24"),
        Of(ProblemCode.DecidedAfterTerm, "", "2023-07-24", "2023-07-23"),
        Of(ProblemCode.InstalmentsAboveTerms, "", "E1", "2022", "26000.00", "25000.00", "annual"),
        Of(ProblemCode.InstalmentsAboveTerms, "", "E1", "2022", "26000.00", "25000.00", "cap"),
        Of(ProblemCode.AttestedOutsideLife, "", "2020-07-23", "2020-07-24", ""),
        Of(ProblemCode.AttestedOutsideLife, "", "2024", "2020-07-24", "2023-12-31"),
        Of(ProblemCode.AmendsOtherFunder, "CD40", "E2", "E1", "CD40", "ETAT"), Of(ProblemCode.AmendsOtherPosts, "", "E2", "E1", "L4"),
        Of(ProblemCode.AmendmentAfterTerm, "", "E2", "E1", "2023-07-24", "2023-07-23"),
        Of(ProblemCode.AmendmentsUnordered, "", "E2", "E3", "E1", "2023-01-01"),
        Of(ProblemCode.CostsFromOneDay, "", "L1", "2022-01-01", "Coûts!B4"),
        Of(ProblemCode.CostDecidedEarlier, "", "L1", "2022-01-01", "2021-12-01", "2022-03-01"),
        Of(ProblemCode.OccupancyOverlap, "", "Postes!J4", "2022-01-01", "2022-06-30"),
        Of(ProblemCode.SharedSiret, "35600000000048", "employer", "Postes!E4", "AAVM", "CCAS de Dax"),
        Of(ProblemCode.SiretOfZeros, "00000000000000"), Of(ProblemCode.CampaignFarFromYear, "", "2026", "2023-02-15"),
        Of(ProblemCode.EditionInFuture, "", "2022-02-08", "2022-02-07"),
        Of(ProblemCode.AssumptionWithoutAuthor, "", "H"),
        Of(ProblemCode.LikelyDouble, "ISCG - Commissariat Albi", "post", "ISCG, commissariat d'Albi", "Postes!A4"),
        Of(ProblemCode.LikelyDouble, "ISCG - Commissariat Albi", "post", "ISCG, commissariat d'Albi", "posts[0].label", "ccas.xlsx",
            "departement.xlsx"),
        Of(ProblemCode.LikelyDouble, "CD 81", "funder", "Département", "Financements!B4"),
        Of(ProblemCode.AwaitingPost, "", "1"), Of(ProblemCode.AwaitingPost, "", "3"),
        Of(ProblemCode.AwaitingCommitment, "", "1"), Of(ProblemCode.AwaitingCommitment, "", "3"),
        Of(ProblemCode.ReturnsDisagree, "", "payments", "2104512345", "amount", "1 000 €", "maison.json", "900 €", "chorus.xlsx"),
        About("posts", "L1", ProblemCode.UnknownScheme, "FONJP", "L1", "FONJEP"),
        Of(ProblemCode.UnlikelyValue, "1/125", "share"), Of(ProblemCode.UnlikelyValue, "0.50", "sum"),
        Of(ProblemCode.UnlikelyValue, "52.00", "cost"), Of(ProblemCode.UnlikelyValue, "80", "fte"),
        Of(ProblemCode.UnlikelyValue, "2206-12-31", "term"),
        About("commitments", "E1", ProblemCode.NearLine, "FONJP", "E1", "L1", "FONJEP"),
        .. Named,
        Of(ProblemCode.PaidTwoWays, "12000.00", "2025", "12000.00", "10000.00"),
        Of(ProblemCode.PaymentNotPlaced, "2104512345", "taken-back", "", ""),
        Of(ProblemCode.UnknownId, "scdl-1", "waiting"),
        // Official files.
        Of(ProblemCode.FunderKindNotSaid, "", "10004"),
        .. ((string[])["spaces", "decimals", "zeros", "serial", "percent", "column", "quotes", ""])
            .Select(how => Of(ProblemCode.Repaired, "678 956 443 00011", "siret", "67895644300011", how)),
        Of(ProblemCode.StatusTaken, "Actif", "conventionné", "1"), Of(ProblemCode.StatusTaken, "Actif", "conventionné", "12"),
        Of(ProblemCode.ValueLeftOut, "31/02/2023", "DateFinTriennalite"), Of(ProblemCode.CodeNotInSheet, "10004", "Tiers"),
        Of(ProblemCode.SheetMissing, "", "Versement"),
        Of(ProblemCode.YearsNotInFile, "", "1", "J001234"), Of(ProblemCode.YearsNotInFile, "", "5", "J001234"),
        Of(ProblemCode.PaymentsDiffer, "", "J001234", "2023-01-01", "2023-03-31"),
        .. ((string[])["no-post", "several", "cancelled", "outside"])
            .Select(why => Of(ProblemCode.PaymentNotPlaced, "J001234", why, "2023-01-01", "2023-03-31")),
        Of(ProblemCode.MoneyColumnNotRead, "Montant engagé", "Montant engagé"), Of(ProblemCode.TextEncoding, "", "MacRoman"),
        Of(ProblemCode.Repaired, "", "funder", "Commune", "above"),
        Of(ProblemCode.Repaired, "24 975 | 50", "amount", "24 975,50", "cells"),
        Of(ProblemCode.Repaired, "26 k€", "amount", "26000.00", "scaled"), Of(ProblemCode.Repaired, "w1", "rna", "W1", "case"),
        .. ((string[])["years", "working-time", "cells-short", "quote"]).Select(why => Of(ProblemCode.AmbiguousCell, "80", why)),
        Of(ProblemCode.TextEncoding, "", "mixed"), Of(ProblemCode.TextSeparator, "", "|"), Of(ProblemCode.TextSeparator, "", "wrapped"),
        Of(ProblemCode.HiddenSheet, "", "ancien"), Of(ProblemCode.HeaderTaken, "montnat", "montant"),
        Of(ProblemCode.HeaderTaken, "Financuer", "Financeur", "rename"), Of(ProblemCode.HeaderTaken, "Convention", "Conventions", "sheet"),
        Of(ProblemCode.MoneyColumnNotRead, "Mnt vresé", "Mnt vresé", "stops"),
        Of(ProblemCode.MoneyColumnNotRead, "Mntant payé", "Mntant payé", "stops-rename"),
        Of(ProblemCode.ColumnNotRead, "Lieeu", "Lieeu", "two", "Lieu", "Lien"),
        Of(ProblemCode.AmbiguousCell, "Datte", "header-two", "Date de l’acte", "Décidé le"),
        .. ((string[])["money", "other", "status", "date", "year"])
            .Select(what => Of(ProblemCode.AmbiguousCell, "Mntnt 2026", $"header-{what}")),

        Of(ProblemCode.AfterAsOf, "2204-05-01", "2204-05-01", "2026-11-26"), Of(ProblemCode.NotMoney, "prêt", "loan"),
        Of(ProblemCode.NotMoney, "garantie", "guarantee"), Of(ProblemCode.NotMoney, "aide en nature", "in-kind"),
        Of(ProblemCode.NotMoney, "aide en numéraire;aide en nature", "mixed"), Of(ProblemCode.NotMoney, "0", "zero"),
        Of(ProblemCode.NotMoney, "Fermé", "closed"), Of(ProblemCode.NothingTaken, ""), Of(ProblemCode.LineSetAside, "", "total"),
        Of(ProblemCode.MissingColumn, "", "nomAttribuant", "payer"), Of(ProblemCode.MissingColumn, "", "montant", "official"),
        Of(ProblemCode.KeptAsWritten, "fondation", "Type d’employeur", "not-listed"),
        Of(ProblemCode.KeptAsWritten, "524991205", "idBeneficiaire", "siren"), Of(ProblemCode.KeptAsWritten, "2,43E+13",
            "idBeneficiaire", "exponent"),
        Of(ProblemCode.KeptAsWritten, "52499120500000", "idBeneficiaire", "nic"), Of(ProblemCode.KeptAsWritten, "1234567890",
            "idBeneficiaire", "ridet"),
        Of(ProblemCode.KeptAsWritten, "W3222", "rnaBeneficiaire", "rna"), Of(ProblemCode.KeptAsWritten, "123", "idBeneficiaire",
            "length"),
        Of(ProblemCode.KeptAsWritten, "CP du 22 mai", "dateConvention", "date"), Of(ProblemCode.NegativeMoney, "-500", "official"),
        Of(ProblemCode.HiddenRows, "", "3", "12, 14, 15", "official"), Of(ProblemCode.SheetNotRead, "", "Notes", "official"),
        Of(ProblemCode.TotalRow, "", "14", "official"), Of(ProblemCode.ColumnNotRead, "Avis", "Avis", "official"),
        Of(ProblemCode.RowsDisagree, "1000.00", "montant", "2000.00", "sub!3", "official"),
        Of(ProblemCode.DeadlinesTaken, ""), Of(ProblemCode.KeptAsWritten, "peut-être", "aideEtat"),
        Of(ProblemCode.SharedSubsidy, "0,5", "1/2"), Of(ProblemCode.MoreOfTheSame, "", "repaired", "idBeneficiaire", "1"),
        Of(ProblemCode.MoreOfTheSame, "", "repaired", "idBeneficiaire", "120"), Of(ProblemCode.NotAskedFor, ""),
        .. wanted.Select(want =>
                Of(ProblemCode.SchemaMismatch, "peut-être", "SCDL subventions 2.1.1", "nature", want.Constraint, want.Limit)),
        .. wanted.Select(want =>
                Of(ProblemCode.NotPublishable, "peut-être", "SCDL subventions 2.1.1", "objet", want.Constraint, want.Limit, "E1")),
    ];

    /// <summary>What says what it is about: an object of each section, a cost and an instalment among several.</summary>
    private static IEnumerable<Problem> Named =>
    [
        About("posts", "L1", ProblemCode.NoSource, "", "annual"), About("posts", "Poste 1", ProblemCode.NoSource, "", "annual"),
        .. ((string[])["costs", "occupancy", "employers"]).Select(part => new Problem(ProblemCode.InvalidDate, "posts[0]", "30/02")
            { Subject = new("posts", "L1", part, 2) }),
        new Problem(ProblemCode.InvalidDate, "commitments[0]", "30/02") { Subject = new("commitments", "E1", "instalments", 2) },
        About("commitments", "E1", ProblemCode.SiretOfZeros, "0"), About("sources", "H", ProblemCode.AssumptionWithoutAuthor, "", "H"),
        About("funders", "CD", ProblemCode.SiretChecksum, "67895644300011"), About("awaiting", "W1", ProblemCode.NoSource, "", "amount"),
        About("payments", "V1", ProblemCode.NoSource, "", "amount"),
        About("commitments", "D1", ProblemCode.BalanceRises, "", "Département", "2027", "49680.00", "20000.00"),
        About("posts", "L1", ProblemCode.StaleCost, "50000.00", "L1", "2022"),
    ];

    private static Problem About(string section, string id, ProblemCode code, string found, params string[] arguments) =>
        new(code, $"{section}[0]", found, [.. arguments]) { Subject = new(section, id) };

    private static Problem Of(ProblemCode code, string found, params string[] arguments) => new(code, "Plan!G4", found, [.. arguments]);

    private static Problem At(string path, ProblemCode code, params string[] arguments) => new(code, path, null, [.. arguments]);
}
