using System.Collections.Immutable;
using FundingReports.Exchange.Forms;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Exchange.Reading;

/// <summary>
/// The columns that the sentence of a problem names beside its own: it names them as the file does, which may be in another language.
/// </summary>
internal static class NamedColumns
{
    /// <summary>Each that the table has, as an argument: « Nature=Nature of the money ».</summary>
    internal static ImmutableArray<string> Of(ProblemCode code, ImmutableArray<string> arguments, TableReader table) =>
        code is ProblemCode.AmbiguousCell or ProblemCode.ActAsked && arguments is [var kind, ..]
            ? [.. OfKind(kind).Where(table.Has).Select(column => $"{FormWords.KeyOf(column.Header)}={table.NameOf(column)}")] : [];

    private static FormColumn[] OfKind(string kind) => kind switch
    {
        "balance-sum" => [YearsForm.Cap],
        "part-not-sum" or "sum-not-part" or "balance-not-nature" or "total-sums" or "twelve-months" or "part-of-what" =>
            [YearsForm.Nature],
        "total-term" => [YearsForm.Until, YearsForm.Nature],
        "renewed" or "paid" => [YearsForm.DecidedOn],
        _ => [],
    };
}
