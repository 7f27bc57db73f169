using FundingReports.Wording;
using FundingReports.Changes;
using FundingReports.Portfolios;

namespace FundingReports.Sentences;

/// <summary>Tells what changed: a paragraph, then a sentence per post and per promise.</summary>
internal static class ChangeTexts
{
    internal static string Summary(PortfolioChanges changes, Language language)
    {
        string opening = Opening(changes, language);
        if (changes.IsEmpty)
            return Phrase.Sentence(Phrase.In(language, $"{opening}, rien n'a changé", $"{opening}, nothing changed"));
        return Phrase.Lines(
            [Posts(changes, opening, language), Risk(changes, language), Promises(changes, language), Money(changes, language)]);
    }

    internal static string Of(PortfolioChanges changes, PostChange post, Language language)
    {
        string label = Words.OneLine(post.Post.Label);
        var sentences = new List<string> { Phrase.Sentence(
            Phrase.In(language, $"{label} : {Fate(changes, post, language)}", $"{label}: {Fate(changes, post, language)}")) };
        sentences.Add(OtherViews(changes, post, language));
        if (post.Risk is not RiskReasons.None)
        {
            string why = ChangeWords.Risk(post.Risk, changes.After.AsOf, language);
            sentences.Add(Phrase.Sentence(Phrase.In(language, $"à risque : {why}", $"at risk: {why}")));
        }
        else if (post.RiskBefore is not RiskReasons.None && post.Move is not PostMove.Closed and not PostMove.Unmatched)
            sentences.Add(Phrase.Sentence(Phrase.In(language, $"il n'est plus à risque", "it is no longer at risk")));
        if (Details(post, language) is { Length: > 0 } details)
            sentences.Add(Phrase.Sentence(Phrase.In(language, $"a changé : {details}", $"changed: {details}")));
        sentences.Add(HowMatched(post.MatchedBy, true, language));
        return Phrase.Lines(sentences);
    }

    internal static string Of(PortfolioChanges changes, CommitmentChange promise, Language language)
    {
        string payer = CommitmentWords.Payer((promise.After is null ? changes.Before : changes.After).Portfolio, promise.Commitment);
        string who = Words.OneLine($"{promise.Commitment.Id}, {payer}");
        string fate = ChangeWords.Fate(promise, language), details = Details(changes, promise, language);
        string told = details.Length == 0 ? fate : Phrase.In(language, $"{fate} ; {details}", $"{fate}; {details}");
        var sentences = new List<string> { Phrase.Sentence(Phrase.In(language, $"{who} : {told}", $"{who}: {told}")) };
        if (promise.Fate is CommitmentFate.Gone)
            sentences.Add(Phrase.In(
                language, $"Son terme n'était pas atteint : a-t-il été retiré, ou oublié ?",
                    "Its term was not reached: was it withdrawn, or forgotten?"));
        sentences.Add(HowMatched(promise.MatchedBy, false, language));
        return Phrase.Lines(sentences);
    }

    /// <summary>What else changed in a post, with what it was.</summary>
    internal static string Details(PostChange post, Language language) => post is { Before: { } before, After: { } after }
        ? string.Join(And(language),
            post.Details.Select(detail => ChangeWords.Detail(detail, before.Post, after.Post, language)).Concat(InPart(post, language)))
        : "";

    /// <summary>Funding in part, where it moved and is not that of full funding.</summary>
    private static IEnumerable<string> InPart(PostChange post, Language language)
    {
        foreach (var own in post.Horizons)
            if ((own.PartSurely, own.PartPossibly) != (ReachMove.Same, ReachMove.Same)
                && (Ends(own.PartBefore) != Ends(own.FullBefore) || Ends(own.PartAfter) != Ends(own.FullAfter)))
            {
                string view = CommitmentWords.View(own.View, language).ToLowerInvariant(), now = own.PartAfter!.ToString(language),
                    was = own.PartBefore!.ToString(language);
                yield return Phrase.In(
                    language, $"{view}, au moins en partie : {now} (avant : {was})", $"{view}, at least in part: {now} (before: {was})");
            }

        static (Reach, Reach)? Ends(FundingHorizon? horizon) => horizon is null ? null : (horizon.Surely, horizon.Possibly);
    }

    /// <summary>Full funding in the other views, where it moved otherwise than in the agreed one.</summary>
    private static string OtherViews(PortfolioChanges changes, PostChange post, Language language)
    {
        var said = new List<string>();
        foreach (var own in post.Horizons.Where(
            own => own.View is not FundingView.Agreed && (own.Surely, own.Possibly) != (ReachMove.Same, ReachMove.Same)))
        {
            string now = Horizon(changes.After, post.After, own.View, language),
                was = Horizon(changes.Before, post.Before, own.View, language);
            if (now != Horizon(changes.After, post.After, FundingView.Agreed, language)
                || was != Horizon(changes.Before, post.Before, FundingView.Agreed, language))
                said.Add(Phrase.In(language, $"{CommitmentWords.View(own.View, language).ToLowerInvariant()} : {now} (avant : {was})",
                    $"{CommitmentWords.View(own.View, language).ToLowerInvariant()}: {now} (before: {was})"));
        }
        return Phrase.Sentence(string.Join(And(language), said));
    }

    /// <summary>What changed in a promise; of a new one, what it is.</summary>
    internal static string Details(PortfolioChanges changes, CommitmentChange promise, Language language)
    {
        if (promise is { Before: not null, After: not null })
            return string.Join(And(language), promise.Details.Select(detail => ChangeWords.Detail(detail, changes, promise, language)));
        var commitment = promise.Commitment;
        string terms =
            $"{CommitmentWords.Status(commitment.Status, language)}, {CommitmentWords.AmountOf(commitment.Amount, commitment.Cap, language)}";
        return commitment.Amends is { } amended ? $"{terms}, {CommitmentWords.Amends(amended, language)}" : terms;
    }

    private static string Opening(PortfolioChanges changes, Language language)
    {
        string to = Words.LongDate(changes.After.AsOf, language), from = Words.LongDate(changes.Before.AsOf, language);
        return from == to
            ? Phrase.In(language, $"au {to}, par rapport à l'ancien état", $"as of {to}, compared with the old state")
            : Phrase.In(language, $"entre l'état au {from} et celui au {to}", $"between the state as of {from} and that as of {to}");
    }

    private static string Posts(PortfolioChanges changes, string opening, Language language)
    {
        var counts = changes.Posts.CountBy(post => post.Move).OrderBy(count => count.Key)
            .Select(count => Count(count.Key, count.Value, language)).OfType<string>().ToList();
        string told = counts.Count == 0
            ? Phrase.In(
                language, $"aucun poste n'est nouveau, terminé, prolongé ni écourté", "no post is new, ended, prolonged or shortened")
            : Words.List(counts, language);
        return Phrase.Sentence(Phrase.In(language, $"{opening} : {told}", $"{opening}: {told}"));
    }

    private static string? Count(PostMove move, int count, Language language)
    {
        string posts = language is Language.French
            ? Words.Count(count, "poste", "postes", language) : Words.Count(count, "post", "posts", language);
        string s = Words.Plural(count, "", "s", language);
        return move switch
        {
            PostMove.Same or PostMove.Past => null,
            PostMove.Created => Phrase.In(language, $"{posts} {Words.Plural(count, "nouveau", "nouveaux", language)}", $"{posts} new"),
            PostMove.Closed =>
                Phrase.In(language, $"{posts} terminé{s} ou absent{s} de la nouvelle liste", $"{posts} ended or not in the new list"),
            PostMove.Prolonged => Phrase.In(language, $"{posts} prolongé{s}", $"{posts} prolonged"),
            PostMove.Shortened => Phrase.In(language, $"{posts} écourté{s}", $"{posts} shortened"),
            PostMove.CostRose => Phrase.In(language,
                $"{posts} {Words.Plural(count, "financé moins longtemps, son", "financés moins longtemps, leur", language)} coût ayant augmenté", $"{posts} funded for less long, as the cost rose"),
            PostMove.RanOut =>
                Phrase.In(language, $"{posts} dont le financement conventionné est arrivé à son terme, sans relais confirmé",
                    $"{posts} whose agreed funding ran out, with nothing sure to take over"),
            PostMove.Unmatched => Phrase.In(language, $"{posts} non rapproché{s}", $"{posts} not matched"),
        };
    }

    private static string Risk(PortfolioChanges changes, Language language)
    {
        int before = changes.Posts.Count(post => post.RiskBefore is not RiskReasons.None),
            after = changes.Posts.Count(post => post.Risk is not RiskReasons.None);
        return Phrase.Sentence(Phrase.In(language,
            $"postes à risque : {Number(after)}, contre {Number(before)} auparavant",
            $"posts at risk: {Number(after)}, {Number(before)} before"));
    }

    private static string Promises(PortfolioChanges changes, Language language)
    {
        var counts = changes.Promises.CountBy(promise => promise.Fate).OrderBy(count => count.Key)
            .Select(count => Count(count.Key, count.Value, language)).OfType<string>().ToList();
        return counts.Count == 0 ? "" : Phrase.Sentence(
            Phrase.In(language, $"financements : {Words.List(counts, language)}", $"promises: {Words.List(counts, language)}"));
    }

    private static string? Count(CommitmentFate fate, int count, Language language)
    {
        string s = Words.Plural(count, "", "s", language), n = Number(count);
        return fate switch
        {
            CommitmentFate.Over or CommitmentFate.NotPromised => null,
            CommitmentFate.Kept => Phrase.In(language, $"{n} maintenu{s}", $"{n} standing"),
            CommitmentFate.Changed => Phrase.In(language, $"{n} modifié{s}", $"{n} changed"),
            CommitmentFate.New => Phrase.In(language, $"{n} {Words.Plural(count, "nouveau", "nouveaux", language)}", $"{n} new"),
            CommitmentFate.Withdrawn => Phrase.In(language, $"{n} retiré{s}", $"{n} withdrawn"),
            CommitmentFate.Refused => Phrase.In(language,
                $"{n} qui {Words.Plural(count, "n’est plus accordé", "ne sont plus accordés", language)}", $"{n} no longer promised"),
            CommitmentFate.EndedEarlier => Phrase.In(language, $"{n} écourté{s}", $"{n} ended earlier"),
            CommitmentFate.Gone => Phrase.In(language, $"{n} absent{s} de la nouvelle liste", $"{n} not in the new list"),
            CommitmentFate.Ended =>
                Phrase.In(language, $"{n} arrivé{s} à {Words.Plural(count, "son", "leur", language)} terme", $"{n} come to term"),
            CommitmentFate.Unmatched => Phrase.In(language, $"{n} non rapproché{s}", $"{n} not matched"),
        };
    }

    private static string Money(PortfolioChanges changes, Language language)
    {
        if (changes.Years.FirstOrDefault(year => year.View is FundingView.Agreed && year.Funding.IsChange) is not { } year)
            return "";
        string number = year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string before = Marked(Figure(year.Funding.Before, language), IsAssumed(changes.Before, year.Year, year.Funding.Before), language);
        string after = Marked(Figure(year.Funding.After, language), IsAssumed(changes.After, year.Year, year.Funding.After), language);
        string difference = year.Funding.Difference.TryGet(out var known)
            ? Phrase.In(language, $", soit {Signed(known, language)}", $": {Signed(known, language)}") : "";
        return Phrase.Sentence(Phrase.In(language,
            $"crédits conventionnés de {number} : {after}, contre {(year.Funding.Before.Exact.IsKnown ? "" : "un ")}{before} auparavant{difference}",
            $"agreed money of {number}: {after}, {before} before{difference}"));
    }

    /// <summary>The mark follows every figure that an assumption enters.</summary>
    private static bool IsAssumed(FundingAnalysis analysis, int year, Totals.Total total) =>
        total.KnownPart != Euros.Zero && analysis.Posts.Any(post => post.TryYear(year, out PostYear? own) && !own.Assumptions.IsEmpty);

    private static string Marked(string figure, bool assumed, Language language) =>
        assumed ? Phrase.InBrackets(figure, Phrase.In(language, $"hypothèse", "assumed")) : figure;

    /// <summary>Until when a post is fully funded in a view, and whether that is assumed.</summary>
    private static string Horizon(FundingAnalysis analysis, PostFunding? post, FundingView view, Language language)
    {
        if (post is null)
            return "";
        var horizon = post[view].FullyFundedUntil;
        bool dated = horizon.Surely.Until is not null || horizon.Possibly.Until is not null;
        string assumed = dated && !post[view].Assumptions.IsEmpty ? Phrase.In(language, $", par hypothèse", ", by assumption") : "";
        return horizon.ToString(language) + assumed;
    }

    /// <summary>A total, or the word for an unknown one and its known part beside.</summary>
    internal static string Figure(Totals.Total total, Language language) => total.Exact.TryGet(out var exact)
        ? Words.Money(exact, language)
        : Phrase.In(language, $"montant inconnu (part connue : {Words.Money(total.KnownPart, language)})",
            $"unknown (known part: {Words.Money(total.KnownPart, language)})");

    internal static string Signed(Euros amount, Language language) => amount > Euros.Zero ? $"+{Words.Money(amount, language)}"
        : amount < Euros.Zero ? $"−{Words.Money(Euros.Zero - amount, language)}" : Words.Money(amount, language);

    private static string Fate(PortfolioChanges changes, PostChange post, Language language)
    {
        string move = ChangeWords.Move(post, language);
        string now = Horizon(changes.After, post.After, FundingView.Agreed, language),
            was = Horizon(changes.Before, post.Before, FundingView.Agreed, language);
        return post.Move switch
        {
            PostMove.Created => Phrase.In(language, $"{move}, {Begins(changes, post, language)} ; conventionné en totalité : {now}",
                $"{move}, {Begins(changes, post, language)}; fully agreed: {now}"),
            PostMove.Closed or PostMove.Past => post.Post.Until is { } until
                ? Phrase.In(language, $"{move} ; son dernier jour : {Words.Date(until, language)}",
                    $"{move}; its last day: {Words.Date(until, language)}")
                : move,
            PostMove.Unmatched => move,
            PostMove.Same or PostMove.Prolonged or PostMove.Shortened or PostMove.CostRose or PostMove.RanOut => now == was
                ? Phrase.In(language, $"{move} ; conventionné en totalité : {now}", $"{move}; fully agreed: {now}")
                : Phrase.In(language, $"{move} ; conventionné en totalité : {now} (avant : {was})",
                    $"{move}; fully agreed: {now} (before: {was})"),
        };
    }

    /// <summary>A post that the portfolio did not hold may be older than it.</summary>
    private static string Begins(PortfolioChanges changes, PostChange post, Language language) => post.Post.From is not { } from
        ? Phrase.In(language, $"début inconnu", "beginning unknown")
        : from.First > changes.Before.AsOf
            ? Phrase.In(language, $"début : {Words.Date(from, language)}", $"beginning: {Words.Date(from, language)}")
            : Phrase.In(language, $"mais plus ancien que l'état auquel on le compare (début : {Words.Date(from, language)})",
                $"though older than the state compared (beginning: {Words.Date(from, language)})");

    private static string HowMatched(MatchedBy by, bool post, Language language)
    {
        if (by is MatchedBy.Id or MatchedBy.Nothing)
            return "";
        string how = ChangeWords.Matched(by, post, language);
        return Phrase.Sentence(Phrase.In(language, $"rapprochement : {how}", $"matched by: {how}"));
    }

    private static string And(Language language) => Phrase.In(language, $" ; ", "; ");

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
