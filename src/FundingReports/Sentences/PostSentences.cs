using FundingReports.Wording;
using System.Globalization;
using FundingReports.Horizons;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>The sentences about one post: until when and why, what is firm, what steps down, who bears the rest.</summary>
internal static class PostSentences
{
    internal static string Of(FundingAnalysis analysis, PostFunding post, Language language) =>
        Of(new PostStory(analysis, post), Subject.Named([post.Label], language));

    internal static string Of(PostStory story, Subject subject) => Phrase.Lines(All(story, subject));

    /// <summary>Each sentence by itself.</summary>
    internal static IEnumerable<string> All(PostStory story, Subject subject) => ((IEnumerable<string>)[
        Phrase.Sentence(Horizon(story, subject)),
        StillMissing(story, subject),
        .. StateTexts.Of(story, subject),
        Firm(story, subject.Language),
        .. StepTexts.Of(story, subject, toldOn: EndsOnACliff(story) ? story.Post.Agreed.Cliff!.On : null),
        .. BalanceTexts.Of(story, subject),
        YearCovered(story, subject.Language),
        CostTexts.Constant([story.Post], story.Analysis, subject.Language)]).Where(sentence => sentence.Length > 0);

    private static string Horizon(PostStory story, Subject subject) =>
        EndsOnACliff(story)
            ? Until(story, subject, story.Post.Agreed.Cliff!)
            : SituationTexts.Of(story, subject, firmness: false);

    private static bool EndsOnACliff(PostStory story) =>
        story.Post.Agreed is { Cliff.Losses.IsEmpty: false, FullyFundedUntil.State: HorizonState.Until };

    /// <summary>« : il manquera 25 000 € en 2025 et 50 000 € par an ensuite ».</summary>
    private static string Gap(PostStory story, Subject subject) => Missing(story, subject) is ({ Length: > 0 } missing, var after)
        ? Phrase.In(subject.Language, $" : il manquera {missing}{after}", $": the shortfall will be {missing}{after}")
        : "";

    /// <summary>The same as a sentence, where the first one may have ended on money that is only announced.</summary>
    private static string StillMissing(PostStory story, Subject subject) =>
        !EndsOnACliff(story) && Missing(story, subject) is ({ Length: > 0 } missing, var after)
        ? Phrase.In(subject.Language,
            $"{BeforeAnnounced(story, subject.Language)} manquera {missing}{after}.",
            Phrase.Sentence($"{BeforeAnnounced(story, subject.Language)}the shortfall will be {missing}{after}"))
        : "";

    /// <summary>Of money that is only announced nothing is counted: said where there is some.</summary>
    private static string BeforeAnnounced(PostStory story, Language language) =>
        story.Counted(FundingView.Announced).Any(promise => !promise.IsAgreed)
        ? Phrase.In(language, $"Hors crédits annoncés, il", "Without the money that is only announced, ")
        : Phrase.In(language, $"Il", "");

    private static (string Money, string After) Missing(PostStory story, Subject subject) =>
        MoneyAhead.Of(MoneyAhead.Of(story.Post), MoneyAhead.SteadyFrom(story.Post),
            year => AskedMoney.Of(story.Analysis, [story.Post], year, subject.Language), subject.Language) is { Money.Length: > 0 } missing
            ? ($"{missing.Money}{subject.Each}{CostTexts.Mark([story], subject.Language)}", missing.After)
            : ("", "");

    /// <summary>
    /// « est financé en totalité jusqu'au 30 juin 2025 ; la participation de l’État (30 %) prend fin à cette date : il manquera… ».
    /// </summary>
    private static string Until(PostStory story, Subject subject, Cliff cliff)
    {
        Language language = subject.Language;
        string until =
            DateWords.Until(story.AsGiven(story.Post.Agreed.FullyFundedUntil.Surely.Until!.Value, FundingView.Agreed), language);
        string sources = SituationTexts.InBrackets(story, FundingView.Agreed, language), after = Afterwards.OfAgreed(story, subject);
        return SituationTexts.Start(story, subject) + Phrase.In(language,
            $"{subject.Text} {subject.Is} {AgreedWords.Participle(story, subject)} en totalité{AgreedWords.Money(story, language)} {until}{sources} ; {Cause(story, cliff, language)}{after}{Gap(story, subject)}",
            $"{subject.Text} {subject.Is} {AgreedWords.Participle(story, subject)} in full{AgreedWords.Money(story, language)} {until}{sources}; {Cause(story, cliff, language)}{after}{Gap(story, subject)}")
            + Afterwards.OfAnnounced(story, subject);
    }

    private static string Cause(PostStory story, Cliff cliff, Language language)
    {
        var backers = story.Backers(FundingView.Agreed);
        var unsaid = story.WithoutTermOn(cliff.On, FundingView.Agreed);
        var all = story.Leavers(cliff);
        var unsure = all.FindAll(leaver => unsaid.Contains(leaver.Funder));
        var leavers = all.FindAll(leaver => !unsaid.Contains(leaver.Funder));
        var gone = leavers.Where(leaver => backers.Any(backer => backer.Funder == leaver.Funder && backer.Share == leaver.Share)).ToList();
        bool several = gone.Count > 1 || gone.Exists(backer => FunderWords.IsPlural(backer.Funder));
        List<string> causes = [];
        if (gone.Count > 0)
            causes.Add(Phrase.In(language,
                $"{(several ? "les participations" : "la participation")} {CoFunder.OfWithParts(gone, language)} {(several ? "prennent" : "prend")} fin à cette date",
                $"on that date the {(gone.Count > 1 ? "contributions" : "contribution")} of {CoFunder.WithShares(gone, language)} {(gone.Count > 1 ? "end" : "ends")}"));
        foreach (var less in leavers.Except(gone))
        {
            CoverageRate before = backers.FirstOrDefault(backer => backer.Funder == less.Funder).Share,
                after = new(before.Millionths - less.Share.Millionths);
            causes.Add(after.Millionths < 0 || less.Share.Millionths <= 0
                ? Phrase.In(language, $"la part {FunderWords.Of(less.Funder, language)} ne suffit plus {DateWords.On(cliff.On, language)}",
                    $"the contribution {FunderWords.Of(less.Funder, language)} no longer suffices {DateWords.From(cliff.On, language)}")
                : Phrase.In(language,
                    $"la part {FunderWords.Of(less.Funder, language)} baisse de {ShareWords.Percent(before, language)} à {ShareWords.Percent(after, language)} {DateWords.On(cliff.On, language)}",
                    $"the contribution {FunderWords.Of(less.Funder, language)} falls from {ShareWords.Percent(before, language)} to {ShareWords.Percent(after, language)} {DateWords.On(cliff.On, language)}"));
        }
        if (unsure.Count > 0)
        {
            bool many = unsure.Count > 1 || FunderWords.IsPlural(unsure[0].Funder);
            string who = FunderWords.From(unsure.Select(one => one.Funder), language),
                until = DateWords.Until(cliff.On.PlusDays(-1), language);
            causes.Add(many
                ? Phrase.In(language, $"les participations {who} ne sont certaines que {until}, faute de terme connu",
                    $"the money {who} is certain only {until}, as its end date is not known")
                : Phrase.In(language, $"la participation {who} n'est certaine que {until}, faute de terme connu",
                    $"the money {who} is certain only {until}, as its end date is not known"));
        }
        return Words.List(causes, language);
    }

    /// <summary>
    /// « Le financement est ferme jusqu’au…, à confirmer jusqu’au… : il manque l’arrêté ou l’avenant financier de l’annuité 2023 de
    /// l’État. »
    /// </summary>
    private static string Firm(PostStory story, Language language)
    {
        if (story.Post.Agreed.FullyFundedUntil.Surely.IsNone || AgreedWords.IsFirm(story))
            return "";
        FundingHorizon firm = story.Post.Firm.FullyFundedUntil;
        string what = RequiredFacts.What(story, FundingView.Firm, story.Post.Firm.FullyFundedUntil, language);
        string missing = what.Length > 0
            ? Phrase.In(language, $" : il manque {what}", $"; still missing: {what}") : NextInstalment(story, firm, language);
        if (firm.Surely.Until is { } surely)
            return Phrase.In(language,
                $"Le financement est ferme {DateWords.Until(surely, language)}{Perhaps(firm, language)}{missing}.",
                $"The funding is firm {DateWords.Until(surely, language)}{Perhaps(firm, language)}{missing}.");
        return firm.Possibly.IsNone
            ? Phrase.In(language, $"Le financement n'est pas ferme en totalité{missing}.", $"The funding is not firm in full{missing}.")
            : Phrase.In(language, $"La part ferme est inconnue{missing}.", $"The firm part is unknown{missing}.");
    }

    private static string Perhaps(FundingHorizon firm, Language language) =>
        firm.Possibly == firm.Surely ? ""
        : firm.Possibly.Until is { } until ? Phrase.In(
            language, $", à confirmer {DateWords.Until(until, language)}", $", to be confirmed {DateWords.Until(until, language)}")
        : Phrase.In(language, $", à confirmer ensuite", ", to be confirmed afterwards");

    /// <summary>Known tranches end: the next one is still to be made firm.</summary>
    private static string NextInstalment(PostStory story, FundingHorizon firm, Language language)
    {
        LocalDate next = firm.Surely.Until?.PlusDays(1) ?? story.FirstDay;
        var firmPayers = story.Paying(next, FundingView.Firm).ToHashSet();
        var funders = story.Paying(next, FundingView.Agreed).Where(commitment => !firmPayers.Contains(commitment)).Select(story.FunderOf)
            .Distinct().ToList();
        if (funders.Count == 0)
            return "";
        string year = next.Year.ToString(CultureInfo.InvariantCulture);
        return funders.Count == 1
            ? Phrase.In(language, $" : il manque l'arrêté ou l'avenant financier de l'annuité {year} {FunderWords.Of(funders, language)}",
                $"; still missing: the act confirming the {year} instalment {FunderWords.Of(funders, language)}")
            : Phrase.In(
                language, $" : il manque les arrêtés ou avenants financiers des annuités {year} {FunderWords.Of(funders, language)}",
                $"; still missing: the acts confirming the {year} instalments {FunderWords.Of(funders, language)}");
    }

    /// <summary>
    /// Without euros, the part of the year of the term is all that can be said: « L'année 2023 est financée à 56,39 %. »
    /// </summary>
    private static string YearCovered(PostStory story, Language language)
    {
        if (story.Post.Agreed.FullyFundedUntil is not { State: HorizonState.Until, Surely.Until: { } last }
            || story.Post.Years.FirstOrDefault(year => year.Year == last.Year) is not { Cost.IsKnown: false } ending
            || !ending.Agreed.Low.TryGet(out CoverageRate low) || low.Millionths >= 1_000_000
                || !ending.Agreed.High.TryGet(out CoverageRate high) || high != low)
            return "";
        string year = last.Year.ToString(CultureInfo.InvariantCulture), percent = ShareWords.Percent(low, language);
        return Phrase.In(language, $"L'année {year} est financée à {percent}.", $"In {year}, {percent} of the year is funded.");
    }
}
