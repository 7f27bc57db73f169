using System.Collections.Immutable;
using ClosedXML.Excel;
using FundingReports.Exchange.Forms;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Exchange.Template;

/// <summary>
/// The drop-down lists of a form, on a sheet of their own: a word may hold a comma, which a list within a cell takes for its end.
/// </summary>
internal sealed class FormLists(Language language)
{
    private readonly List<(string Name, ImmutableArray<string> Words)> lists = [];

    private readonly Dictionary<FormColumn, string> pointed = new(ReferenceEqualityComparer.Instance);

    /// <summary>The name of the sheet.</summary>
    internal string Sheet => language is Language.English ? "Lists" : "Listes";

    /// <summary>Takes cells of another sheet for the list of a column.</summary>
    internal void Point(FormColumn column, string range) => pointed[column] = range;

    /// <summary>The cells of another sheet that are the list of a column; null where there are none.</summary>
    internal string? PointedTo(FormColumn column) => pointed.GetValueOrDefault(column);

    /// <summary>Where the list of a column stands.</summary>
    internal string RangeOf(FormColumn column)
    {
        ImmutableArray<string> words = WordsOf(column);
        int at = lists.FindIndex(list => list.Words.SequenceEqual(words));
        if (at < 0)
        {
            at = lists.Count;
            lists.Add((column.HeaderIn(language), words));
        }
        string letter = SheetCell.LettersOf(at + 1);
        return $"={Sheet}!${letter}${FormWriter.HeaderRow + 1}:${letter}${FormWriter.HeaderRow + words.Length}";
    }

    /// <summary>The words of a column in the language of the form.</summary>
    internal ImmutableArray<string> WordsOf(FormColumn column) => [.. column.Choices.Select(word => FormWords.In(word, language))];

    /// <summary>Writes the sheet, once all that point to it are written.</summary>
    internal void Write(IXLWorksheet sheet)
    {
        bool english = language is Language.English;
        FormWriter.Page(sheet);
        sheet.Style.Font.FontName = "Calibri";
        FormWriter.Text(sheet.Cell(1, 1), english ? "The words of the lists" : "Les mots des listes");
        sheet.Cell(1, 1).Style.Font.SetBold().Font.SetFontSize(16);
        FormWriter.Text(sheet.Cell(2, 1), english ? "Nothing is to be written here." : "Il n’y a rien à écrire ici.");
        for (int i = 0; i < lists.Count; i++)
        {
            sheet.Column(i + 1).Width = 30;
            FormWriter.Text(sheet.Cell(FormWriter.HeaderRow, i + 1), lists[i].Name);
            for (int row = 0; row < lists[i].Words.Length; row++)
                FormWriter.Text(sheet.Cell(FormWriter.HeaderRow + 1 + row, i + 1), lists[i].Words[row]);
        }
        sheet.Range(FormWriter.HeaderRow, 1, FormWriter.HeaderRow, Math.Max(lists.Count, 1)).Style.Font.SetBold();
    }
}
