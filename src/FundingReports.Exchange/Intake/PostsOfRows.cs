using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Validation;

namespace FundingReports.Exchange.Intake;

/// <summary>Which rows speak of one post: those of one name, where neither place nor employer tells them apart.</summary>
internal sealed class PostsOfRows(IntakeNotes notes)
{
    // Each with each: no form that somebody fills in has more posts.
    private const int MostCompared = 1_000;

    private readonly List<(PostRow Row, bool IsList)> rows = [];

    /// <summary>The posts, in the order in which the file first names them.</summary>
    internal List<PostSaid> All { get; } = [];

    /// <summary>Takes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isList">Whether its table is a list of posts, and not one of money.</param>
    internal void Add(PostRow row, bool isList) => rows.Add((row, isList));

    /// <summary>Finds the post of each row.</summary>
    /// <param name="isListed">Whether there is a list of posts: a name that is not in it is asked about.</param>
    internal void Settle(bool isListed)
    {
        string[] listed = [.. rows.Where(entry => entry.IsList).Select(entry => entry.Row.Label).Distinct().Take(MostCompared)];
        var byName = new Dictionary<string, List<PostSaid>>(StringComparer.Ordinal);
        // A list of posts speaks first; then the rows that say most of their post.
        foreach ((PostRow row, bool isList) in rows.Where(entry => entry.Row.Label.Length > 0 && entry.Row.Above is null)
            .OrderByDescending(entry => entry.IsList)
                .ThenByDescending(entry => (entry.Row.PlaceKey is null ? 0 : 1) + (entry.Row.EmployerKey is null ? 0 : 1)))
        {
            if (!byName.TryGetValue(row.LabelKey, out List<PostSaid>? named))
                byName[row.LabelKey] = named = [];
            PostSaid[] possible = [.. named.Where(post => post.MayBe(row))];
            if (possible.Length > 1)
            {
                row.Row.Fail(ProblemCode.AmbiguousCell, YearsForm.Post, row.Label, "post-name",
                    possible[0].Rows[0].Row.Ref(YearsForm.Post).ToString(), possible[1].Rows[0].Row.Ref(YearsForm.Post).ToString());
                continue;
            }
            if (possible.Length == 0)
            {
                named.Add(new(row.Label));
                if (isListed && !isList)
                    row.Row.Say(ProblemCode.FormQuestion, YearsForm.Post, row.Label,
                        listed.Where(label => NearName.Is(label, row.Label)).Take(2).ToArray() is [var near]
                            ? ["not-listed", near] : ["not-listed"]);
            }
            PostSaid post = possible is [var one] ? one : named[^1];
            post.Add(row);
        }
        foreach ((PostRow row, _) in rows.Where(entry => entry.Row.Above is not null))
            row.Above!.Post?.Add(row);
        All.AddRange(rows.Select(entry => entry.Row.Post).OfType<PostSaid>().Distinct());
        if (!isListed && All.Count <= MostCompared)
            AskNear();
        foreach (PostSaid post in All)
        {
            SayOtherSpellings(post);
            SettleCosts(post);
            Agree(post, YearsForm.Fte, row => row.Fte is { } fte ? ExactNumber.Write(fte).Replace('.', ',') : null);
            Agree(post, YearsForm.Departement, row => row.Departement);
            Agree(post, YearsForm.PostFrom, row => row.From?.ToString());
            Agree(post, YearsForm.PostUntil, row => row.Until?.ToString());
        }
    }

    // Without a list, a name that stands once beside one that stands more often is perhaps that one.
    private void AskNear()
    {
        PostSaid[] often = [.. All.Where(post => post.Rows.Count > 1)];
        foreach (PostRow row in All.Where(post => post.Rows.Count == 1).Select(post => post.Rows[0]))
            if (often.Where(post => post.MayBe(row) && NearName.Is(post.Label, row.Label)).Take(2).ToArray() is [var near])
                row.Row.Say(ProblemCode.FormQuestion, YearsForm.Post, row.Label, "near-post", near.Label,
                    near.Rows[0].Row.Ref(YearsForm.Post).ToString());
    }

    // One name written in two ways is one post here, and is said to be.
    private void SayOtherSpellings(PostSaid post)
    {
        HashSet<string> seen = [Spelled(post.Rows[0].Label)];
        foreach (PostRow row in post.Rows.Skip(1))
            if (seen.Add(Spelled(row.Label)))
                notes.Add(ProblemCode.NameTaken, row.Row.Ref(YearsForm.Post), row.Label, "post", post.Label,
                    post.Rows[0].Row.Ref(YearsForm.Post).ToString());
    }

    // Spaces of another kind, or two in place of one, are not seen.
    internal static string Spelled(string text) =>
        string.Join(' ', text.Split([' ', '\u00a0', '\u202f', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)).Replace('’', '\'');

    /// <summary>Rows of one post must say one thing: the first is kept, another is refused and points to it.</summary>
    private static void Agree(PostSaid post, FormColumn column, Func<PostRow, string?> said)
    {
        PostRow? first = null;
        foreach (PostRow row in post.Rows)
        {
            if (row.Row.Failed || said(row) is not { } value)
                continue;
            if (first is null)
                first = row;
            else if (said(first) is { } known && known != value)
                row.Row.Disagree(column, value, first.Row, known);
        }
    }

    // Two costs of one year are of two decisions, or contradict one another.
    private static void SettleCosts(PostSaid post)
    {
        var known = new Dictionary<(int, PartialDate?), (CostSaid Cost, PostRow Row)>();
        foreach (PostRow row in post.Rows.Where(row => !row.Row.Failed))
            foreach (CostSaid cost in row.Costs)
                if (!known.TryAdd((cost.Year, cost.DecidedOn), (cost, row)) && known[(cost.Year, cost.DecidedOn)] is var (other, first)
                    && other.Cost != cost.Cost)
                    row.Row.Disagree(
                        cost.Column, TableRow.Shown(row.Row.Get(cost.Column)), first.Row, TableRow.Shown(first.Row.Get(other.Column)));
    }
}
