using FundingReports.Wording;
using System.Collections.Immutable;
using FundingReports.Horizons;
using FundingReports.Reasons;

namespace FundingReports.Sentences;

/// <summary>The sentence of every reason, French beside English.</summary>
internal static class ReasonTexts
{
    internal static string Message(Reason reason, Portfolio portfolio, Language language) => Of(reason, portfolio).In(language);

    // No default arm: a reason without a sentence does not compile (CS8509).
#pragma warning disable CS8524
    private static BilingualText Of(Reason reason, Portfolio portfolio)
    {
        string label = reason.Post.Label;
        BilingualText view = View(reason.View.View);
        return reason.Code switch
        {
            ReasonCode.FundingEnds => Say(
                $"« {label} », {view} : financé en totalité jusqu'au {Eve(reason)} ; le lendemain, plus aucun financement n'est acquis. Ce qui prend fin : {Losses(reason, portfolio)}. {Lost(reason)}{Resumes(reason)}",
                $"\"{label}\", {view}: fully funded until {Eve(reason)}; from the day after, no funding is certain. What ends: {Losses(reason, portfolio)}. {Lost(reason)}{Resumes(reason)}"),
            ReasonCode.FundingFalls => Say(
                $"« {label} », {view} : financé en totalité jusqu'au {Eve(reason)} ; le lendemain, en partie seulement. Ce qui prend fin, baisse ou n'est plus acquis : {Losses(reason, portfolio)}. {Lost(reason)}{Resumes(reason)}",
                $"\"{label}\", {view}: fully funded until {Eve(reason)}; from the day after, only in part. What ends, falls or is no longer certain: {Losses(reason, portfolio)}. {Lost(reason)}{Resumes(reason)}"),
            ReasonCode.CostRises => Say(
                $"« {label} », {view} : financé en totalité jusqu'au {Eve(reason)} ; le lendemain, le coût du poste dépasse son financement, qui ne change pas. {Lost(reason)}{Resumes(reason)}",
                $"\"{label}\", {view}: fully funded until {Eve(reason)}; from the day after, the cost of the post exceeds its funding, which does not change. {Lost(reason)}{Resumes(reason)}"),
            ReasonCode.HorizonUncertain => Say(
                $"« {label} », {view} : {Range(reason.Horizon)}.{Settled(reason.Missing)}{Resumes(reason)}",
                $"\"{label}\", {view}: {Range(reason.Horizon)}.{Settled(reason.Missing)}{Resumes(reason)}"),
        };
    }

    private static BilingualText View(FundingView view) => view switch
    {
        FundingView.Firm => new("montants fermes", "firm money"),
        FundingView.Agreed => new("montants conventionnés ou attribués", "agreed money"),
        FundingView.Announced => new("montants annoncés compris", "announced money included"),
    };

    private static BilingualText MissingFact(Missing missing) => missing switch
    {
        Missing.Cost => new("le coût du poste", "the cost of the post"),
        Missing.Fte => new("la quotité du poste", "the working time of the post"),
        Missing.Instalments => new("les annuités notifiées", "the instalments confirmed by an act"),
        Missing.Amount => new("le montant d’un financement", "the amount of a commitment"),
        Missing.Term => new("le terme d’un financement", "the term of a commitment"),
        Missing.From => new("le premier jour du poste", "the first day of the post"),
    };
#pragma warning restore CS8524

    private static BilingualText Range(FundingHorizon horizon)
    {
        BilingualText possibly = horizon.Possibly.Until is { } last
            ? Say($"jusqu'au {Date(last)}", $"until {Date(last)}")
            : new("sans terme", "with no end date");
        return horizon.Surely.Until is { } sure
            ? Say($"financé en totalité, de façon certaine jusqu'au {Date(sure)} et peut-être {possibly}",
                $"fully funded for certain until {Date(sure)}, and perhaps {possibly}")
            : Say($"couverture en totalité non confirmée, possible {possibly}",
                $"full coverage is not certain; possible {possibly}");
    }

    private static BilingualText Settled(ImmutableArray<Missing> missing)
    {
        if (missing.IsEmpty)
            return new("", "");
        BilingualText facts =
            BilingualText.Of(language => Words.List([.. missing.Select(fact => MissingFact(fact).In(language))], language));
        return Say($" Pour trancher, il manque : {facts}.", $" To settle it, still to be known: {facts}.");
    }

    /// <summary>Who pays less, with the part of the cost where it is known to fall.</summary>
    private static BilingualText Losses(Reason reason, Portfolio portfolio)
    {
        var byFunder = reason.Cliff!.Losses
            .GroupBy(loss => portfolio.FindFunder(loss.Commitment.Funder)!.Name, StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Share: group.Sum(loss => loss.ShareLost.Millionths)))
            .ToList();
        return BilingualText.Of(language => Words.List(
            [.. byFunder.Select(loss => loss.Share > 0
                ? Phrase.InBrackets(loss.Name, Words.Percent(loss.Share, 1_000_000, language)) : loss.Name)], language));
    }

    private static BilingualText Lost(Reason reason)
    {
        Cliff cliff = reason.Cliff!;
        BilingualText share = BilingualText.Of(language => Words.Percent(cliff.ShareLost.Millionths, 1_000_000, language));
        if (!cliff.YearlyRateLost.TryGet(out Euros rate))
            return Say($"Perte : {share} du coût ; en euros, elle est inconnue.", $"Lost: {share} of the cost; in euros, unknown.");
        BilingualText money = BilingualText.Of(language => Words.Money(rate, language));
        return reason.Code is ReasonCode.CostRises || rate <= Euros.Zero
            ? Say($"Perte : {share} du coût.", $"Lost: {share} of the cost.")
            : Say($"Perte : {share} du coût, soit {money} par an.", $"Lost: {share} of the cost, {money} a year.");
    }

    /// <summary>Conventions are often signed late: a gap is not always the end.</summary>
    private static BilingualText Resumes(Reason reason) => reason.Horizon.ResumesOn is { } day
        ? Say($" Le financement en totalité reprend le {Date(day)}.", $" Full funding resumes on {Date(day)}.")
        : new("", "");

    private static BilingualText Eve(Reason reason) => Date(reason.Cliff!.On.PlusDays(-1));

    private static BilingualText Date(NodaTime.LocalDate date) => BilingualText.Of(language => Words.Date(date, language));

    private static BilingualText Say(FrenchText french, EnglishText english) => new(french.ToString(), english.ToString());
}
