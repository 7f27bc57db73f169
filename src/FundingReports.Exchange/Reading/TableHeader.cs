using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Exchange.Forms;
using FundingReports.Validation;

namespace FundingReports.Exchange.Reading;

/// <summary>What heads the columns of a table, as the file writes it.</summary>
/// <param name="row">The row of the header; of one over two rows, the lower.</param>
/// <param name="texts">The header of each column, from the first on; empty where there is none.</param>
/// <param name="form">The form that it is.</param>
/// <param name="columns">Where its columns stand, from 1.</param>
internal sealed class TableHeader(
    int row, ImmutableArray<string> texts, FormSheet form, IReadOnlyDictionary<FormColumn, int> columns)
{
    // A header that is longer is a sentence, and no name.
    private const int Longest = 60;

    /// <summary>The header above a cell; null where there is none, or the cell is one itself.</summary>
    internal string? Of(int below, int column)
    {
        if (below <= row || column < 1 || column > texts.Length)
            return null;
        string text = string.Join(' ', texts[column - 1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // A mark that turns the direction of writing would turn the sentence that names the column.
        text = string.Concat(text.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format));
        return text.Length is 0 or > Longest || PersonalData.Find(text) is not null ? null : text;
    }

    /// <summary>
    /// The column of this table that says when an act was decided: how the file calls it or, where it has none, how the form does, and
    /// that it is absent; nothing where the form asks for none.
    /// </summary>
    internal ImmutableArray<string> ActDate()
    {
        FormColumn? column = form.Columns.FirstOrDefault(
            one => ReferenceEquals(one, YearsForm.DecidedOn) || ReferenceEquals(one, FullForm.DecidedOn));
        return column is null ? []
            : !columns.TryGetValue(column, out int at) ? [column.Header, "no-column"] : [Of(row + 1, at) ?? column.Header];
    }
}
