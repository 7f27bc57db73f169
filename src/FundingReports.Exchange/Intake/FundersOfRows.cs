using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Intake;

/// <summary>The funders that the rows name, and of what kind they are.</summary>
internal sealed class FundersOfRows(IntakeNotes notes)
{
    private readonly Dictionary<string, (string Name, FunderKind Kind)> known = new(StringComparer.Ordinal);

    /// <summary>The name and the kind of a funder.</summary>
    internal (string Name, FunderKind Kind) Of(string key) => known[key];

    internal void Settle(List<FundingRow> rows)
    {
        foreach (var group in rows.Where(row => row.Funder.Length > 0).GroupBy(row => row.FunderKey))
        {
            FundingRow first = group.First();
            HashSet<string> seen = [PostsOfRows.Spelled(first.Funder)];
            foreach (FundingRow row in group.Skip(1))
                if (seen.Add(PostsOfRows.Spelled(row.Funder)))
                    notes.Add(ProblemCode.NameTaken, row.Row.Ref(YearsForm.Funder), row.Funder, "funder", first.Funder,
                        first.Row.Ref(YearsForm.Funder).ToString());
            known[group.Key] = (first.Funder, KindOf(first.Funder, [.. group.Where(row => row.Kind is not null)], first));
        }
    }

    private FunderKind KindOf(string name, List<FundingRow> saying, FundingRow first)
    {
        if (saying.Count == 0)
        {
            if (FunderWords.Of(name) is { } kind)
                return kind;
            notes.Add(ProblemCode.FunderKindNotSaid,
                first.Row.Ref(first.Row.Has(YearsForm.FunderKind) ? YearsForm.FunderKind : YearsForm.Funder), null, name);
            return FunderKind.Other;
        }
        foreach (FundingRow row in saying.Skip(1).Where(row => row.Kind != saying[0].Kind))
            row.Row.SayUnknown(YearsForm.FunderKind, new(ProblemCode.RowsDisagree, [row.Row.NameOf(YearsForm.FunderKind),
                TableRow.Shown(saying[0].Row.Get(YearsForm.FunderKind)), saying[0].Row.Ref(YearsForm.FunderKind).ToString()]));
        return saying[0].Kind!.Value;
    }
}
