using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Validation;

namespace FundingReports.Exchange.Intake;

/// <summary>Rows that do not name their post: it is that of the row above, which is said once a table.</summary>
internal sealed class RowsAbove(IntakeNotes notes)
{
    private readonly List<int> carried = [];
    private TableRow? first;
    private string? label;
    private int last;
    private PostRow? above;

    /// <summary>The row above, where a row is one of the same post: it names none, or a merged cell names both.</summary>
    internal PostRow? Above { get; private set; }

    /// <summary>What a row was read as: those below may be of its post.</summary>
    internal void Read(PostRow row) => above = row;

    /// <summary>The name of the post of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="pays">Whether the table is one of money, in which a post has several rows.</param>
    internal string Label(TableRow row, bool pays)
    {
        // Below a blank row begins something else.
        bool follows = label is not null && row.Number == last + 1;
        last = row.Number;
        Above = null;
        if (follows && pays && row.IsMergedInto(YearsForm.Post))
        {
            Above = above;
            return label!;
        }
        if (row.IsBlank(YearsForm.Post) && pays && follows && !row.IsReported(YearsForm.Post))
        {
            first ??= row;
            carried.Add(row.Number);
            Above = above;
            return label!;
        }
        label = row.Text(YearsForm.Post);
        return label ?? "";
    }

    /// <summary>What stands below is no longer of the post above.</summary>
    internal void Break() => label = null;

    /// <summary>Says which rows were read so.</summary>
    internal void Say()
    {
        if (first is not null)
            notes.Add(ProblemCode.AsAbove, first.Ref(YearsForm.Post), null, [.. TableReader.Listed(carried.Select(Plain.Number))]);
    }
}
