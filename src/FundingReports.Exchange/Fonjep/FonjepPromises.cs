using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Fonjep;

/// <summary>Makes promises from rows of posts and years: one per post, funder and triennial term, each with its payments.</summary>
internal sealed class FonjepPromises(FonjepSheets sheets, IntakeNotes notes)
{
    // Three years, renewed twice at most: a term farther from its row is a typing error.
    private const int LongestTerm = 9;
    private const int LongestRun = 50;

    private readonly SortedDictionary<string, (CommitmentStatus Taken, List<TableRow> Rows)> statuses = new(StringComparer.Ordinal);

    /// <summary>What the payments that were kept say was paid.</summary>
    internal Euros PaidKept { get; private set; }

    internal List<Triennium> Read()
    {
        List<PostRow> rows = [.. sheets.Posts.Select(Settled)];
        SettleCodes(rows);
        RefuseRepeated(rows);
        foreach (PostRow row in rows.Where(row => row.Row.Failed))
            row.Row.PutAside();
        rows.RemoveAll(row => row.Row.Failed);
        List<Triennium> promises = Group(rows);
        foreach ((string label, var (taken, labelled)) in statuses)
            notes.Add(ProblemCode.StatusTaken, labelled[0].Ref(FonjepForm.Status), label, Forms.Choices.Status.WordOf(taken),
                Plain.Number(labelled.Count));
        PlacePayments(promises, rows);
        promises.ForEach(promise => promise.Settle());
        foreach (Triennium promise in promises)
            foreach (Tranche misfit in promise.Misfits)
                notes.Add(ProblemCode.PaymentsDiffer, misfit.Rows[0].Row.Ref(FonjepForm.ToPay), null, promise.Post, misfit.From.ToString(),
                    misfit.Until.ToString());
        return promises;
    }

    /// <summary>
    /// What a label says the money is worth; null where it is not understood, since no published text lists the labels. A post that is
    /// closed was granted until then.
    /// </summary>
    private static CommitmentStatus? StatusOf(string? label) =>
        label is null || IsClosed(label) ? CommitmentStatus.Granted : StatusWords.Read(label) is { } status
            ? status < CommitmentStatus.Granted ? status : CommitmentStatus.Granted : null;

    private static bool IsClosed(string label) =>
        Plain.Key(label) is var key && ((string[])["ferm", "clos", "clotur", "termin", "supprim", "suspend"])
        .Any(start => key.StartsWith(start, StringComparison.Ordinal));

    private PostRow Settled(PostRow row)
    {
        if (row.Funder is null)
        {
            row.Row.Missing(FonjepForm.Funder);
            return row;
        }
        if (StatusOf(row.Status) is null)
            row.Row.Fail(ProblemCode.NotOneOf, FonjepForm.Status, row.Status, "Attribué", "Fermé", "Refusé", "En attente");
        if (row.Status is { } label && IsClosed(label) && row.Money > Euros.Zero)
            notes.Add(ProblemCode.NotMoney, row.Row.Ref(FonjepForm.Status), label, "closed");
        if (row.Money == Euros.Zero)
            notes.Add(ProblemCode.NotMoney, row.Row.Ref(FonjepForm.Money), TableRow.Shown(row.Row.Get(FonjepForm.Money)), "zero");
        if (row.Term is not { } term || term.Last.Year >= row.Year && term.Last.Year <= row.Year + LongestTerm)
            return row;
        notes.Add(
            ProblemCode.ValueLeftOut, row.Row.Ref(FonjepForm.Term), TableRow.Shown(row.Row.Get(FonjepForm.Term)), FonjepForm.Term.Header);
        return row with { Term = null };
    }

    private void SettleCodes(List<PostRow> rows)
    {
        var book = new CodeBook<PostRow>();
        foreach (PostRow row in rows)
            book.Add(row.Code, row);
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (PostRow row in rows)
        {
            row.Post = book.Whole(row.Code);
            if (row.Post != row.Code.Text && said.Add(row.Code.Text))
                notes.Add(ProblemCode.Repaired, row.Row.Ref(FonjepForm.PostCode), row.Code.Text, "code", row.Post, "zeros");
        }
    }

    // One row per post, funder and year; two only where one term ends in that year and another begins.
    private void RefuseRepeated(List<PostRow> rows)
    {
        var whole = new Dictionary<object, PostRow>();
        foreach (PostRow row in rows.Where(row => !row.Row.Failed))
            if (!whole.TryAdd(row.Whole, row))
                row.Row.Repeats(whole[row.Whole].Row, FonjepForm.PostCode);
        foreach (var year in rows.Where(row => !row.Row.Failed).GroupBy(row => (row.Post, FunderOf(row), row.Year, StatusOf(row.Status))))
        {
            List<PostRow> ordered = [.. year.OrderBy(row => row.Term?.Last)];
            if (ordered.Count < 2 || ordered.Take(ordered.Count - 1).All(row => row.Term?.Last.Year == row.Year)
                && ordered.Select(row => row.Term?.Last).Distinct().Count() == ordered.Count)
                continue;
            // Nobody can tell from the file which of them is right.
            foreach (PostRow row in ordered)
            {
                PostRow other = row == ordered[0] ? ordered[1] : ordered[0];
                row.Row.Disagree(FonjepForm.Money, Shown(row), other.Row, Shown(other));
            }
        }
    }

    private List<Triennium> Group(List<PostRow> rows)
    {
        var promises = new List<Triennium>();
        foreach (var group in rows.GroupBy(row => (row.Post, Funder: FunderOf(row), row.Term, Status: Taken(row))))
            foreach (List<PostRow> run in group.Key.Term is null ? Runs(group) : [[.. group.OrderBy(row => row.Year)]])
                promises.Add(new(group.Key.Post, group.Key.Funder, group.Key.Term, group.Key.Status, run));
        foreach (var successive in promises.Where(promise => promise.Status is CommitmentStatus.Granted)
            .GroupBy(promise => (promise.Post, promise.Funder)))
        {
            Triennium? before = null;
            foreach (Triennium promise in successive.OrderBy(promise => promise.FirstYear).ThenBy(promise => promise.End))
            {
                if (before?.Term is { } end && end.Last.Year == promise.FirstYear && (end.Last.Month, end.Last.Day) != (12, 31)
                    && promise.End > end.Last)
                    promise.Follow(end);
                before = promise;
            }
        }
        return promises;
    }

    private string FunderOf(PostRow row) => sheets.Parties.Find(row.Funder!.Value) ?? row.Funder!.Value.Text;

    private CommitmentStatus Taken(PostRow row)
    {
        CommitmentStatus taken = StatusOf(row.Status)!.Value;
        if (row.Status is not { } label)
            return taken;
        if (!statuses.TryGetValue(label, out var known))
            statuses[label] = known = (taken, []);
        known.Rows.Add(row.Row);
        return taken;
    }

    // Without a term, years that follow one another.
    private static List<List<PostRow>> Runs(IEnumerable<PostRow> rows)
    {
        List<List<PostRow>> runs = [];
        foreach (PostRow row in rows.OrderBy(row => row.Year))
        {
            if (runs.Count == 0 || runs[^1][^1].Year + 1 != row.Year || runs[^1].Count == LongestRun)
                runs.Add([]);
            runs[^1].Add(row);
        }
        return runs;
    }

    private void PlacePayments(List<Triennium> promises, List<PostRow> rows)
    {
        var posts = new CodeBook<string>();
        foreach (PostRow row in rows)
            posts.Add(row.Code, row.Post);
        ILookup<string, Triennium> byPost = promises.Where(promise => promise.Status is CommitmentStatus.Granted)
            .ToLookup(promise => promise.Post, StringComparer.Ordinal);
        var whole = new Dictionary<object, PaymentRow>();
        foreach (PaymentRow payment in sheets.Payments)
        {
            if (payment.Paid is not { } paid || paid == Euros.Zero)
                payment.Row.PutAside(ProblemCode.PaymentNotPlaced, "unpaid");
            else if (!whole.TryAdd(payment.Whole, payment))
                Refuse(payment, whole[payment.Whole]);
            else if (posts.Find(payment.Post) is not { } code)
                NotPlaced(payment, "no-post");
            else if (byPost[posts[code]].Where(promise => promise.Holds(payment)).OrderBy(promise => promise.End)
                .ToList() is not [var first, ..] held)
                NotPlaced(payment, "outside");
            else if (held.Select(promise => promise.Funder).Distinct().Count() > 1)
                NotPlaced(payment, "several");
            else
                first.Payments.Add(payment);
        }
        foreach (Triennium promise in promises)
            foreach (Tranche tranche in Tranche.Of(promise.Payments))
                if (tranche.Paid > Euros.Zero)
                    PaidKept += tranche.Paid;
                else
                    foreach (PaymentRow payment in tranche.Rows)
                    {
                        promise.Payments.Remove(payment);
                        NotPlaced(payment, "cancelled");
                    }
    }

    private void NotPlaced(PaymentRow payment, string why)
    {
        notes.Add(ProblemCode.PaymentNotPlaced, payment.Row.Ref(FonjepForm.PaidPost), payment.Post.Text, why, payment.From.ToString(),
            payment.Until.ToString());
        payment.Row.PutAside(ProblemCode.PaymentNotPlaced, why);
    }

    private static void Refuse(PaymentRow payment, PaymentRow other)
    {
        payment.Row.Repeats(other.Row, FonjepForm.PaidPost);
        payment.Row.PutAside();
    }

    private static string Shown(PostRow row) => TableRow.Shown(row.Row.Get(FonjepForm.Money));
}
