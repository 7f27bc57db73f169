using FundingReports.Wording;
using System.Globalization;
using FundingReports.Portfolios;

namespace FundingReports.Sentences;

/// <summary>A balance without ceiling, and what it would bear if announced money fell through.</summary>
internal static class BalanceTexts
{
    internal static IEnumerable<string> Of(PostStory story, Subject subject)
    {
        Language language = subject.Language;
        var open = story.Counted(FundingView.Agreed).Where(commitment => commitment is { Amount.Rule: PaymentRule.Balance, Cap: null })
            .ToList();
        // Of balances of one funder, one after the other, the first tells what it has undertaken.
        foreach (var balance in open.DistinctBy(one => one.Funder))
        {
            var announced = story.Counted(FundingView.Announced)
                .Where(promise => !promise.IsAgreed && promise.Amount.Rule is not PaymentRule.Balance).ToList();
            string who = Phrase.Capital(FunderWords.The(story.FunderOf(balance), language));
            string engaged =
                Phrase.In(language, $"{who} {FunderWords.HasUndertaken(story.FunderOf(balance), language)} à payer le solde, sans plafond",
                    $"{who} {FunderWords.HasUndertaken(story.FunderOf(balance), language)} to pay the balance, without a ceiling");
            if (announced.Count == 0)
            {
                yield return $"{engaged}.";
                continue;
            }
            string others = FunderWords.From(announced.Select(story.FunderOf), language);
            yield return Phrase.In(language,
                $"{engaged} : sans les crédits annoncés, mais non signés, {others}, {Burden(story, balance, subject)}.",
                $"{engaged}: without the money {others} that is announced but not signed, {Burden(story, balance, subject)}.");
        }
    }

    private static string Burden(PostStory story, Commitment balance, Subject subject)
    {
        Language language = subject.Language;
        string bears = FunderWords.WillBear(story.FunderOf(balance), language);
        foreach (var year in story.Post.YearsAhead)
        {
            var cell = year.Cells.Single(cell => cell.Commitment == balance);
            if (cell.Agreed.TryGet(out Euros alone) && cell.Announced.TryGet(out Euros together) && alone > together)
                return Phrase.In(language,
                    $"{bears} {Words.Money(alone - together, language)} de plus en {year.Year.ToString(CultureInfo.InvariantCulture)}{subject.Each}{CostTexts.Mark([story], language)}",
                    $"{bears} {Words.Money(alone - together, language)} more in {year.Year.ToString(CultureInfo.InvariantCulture)}{subject.Each}{CostTexts.Mark([story], language)}");
        }
        return Phrase.In(language, $"{bears} une somme de plus, qui n'est pas connue", $"{bears} a further sum, which is not known");
    }
}
