using System.Collections.Immutable;
using ClosedXML.Excel;
using FundingReports.Exchange.Forms;
using FundingReports.Sentences;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Exchange.Template;

/// <summary>A sheet of a form, laid out: title, what to do, headers, rows, lists and messages.</summary>
internal static class FormWriter
{
    internal const int HeaderRow = 3;
    private const int HighestRow = 409;
    private const string MoneyFormat = "#,##0.00\\ [$€-40C]";
    private static readonly XLColor dark = XLColor.FromArgb(0x1F3864), light = XLColor.FromArgb(0xD9E2F3),
        line = XLColor.FromArgb(0x8EA9DB), input = XLColor.FromArgb(0xFFFDF0);
    private static readonly LocalDate FirstSerialDay = new(1914, 1, 1);

    internal static void Write(IXLWorksheet sheet, FormSheet form, string advice, IReadOnlyList<object?[]> rows, int blankRows,
        FormLists? lists, Language language = Language.French)
    {
        int count = form.Columns.Length, last = HeaderRow + rows.Count + blankRows;
        sheet.Style.Font.FontName = "Calibri";
        Text(sheet.Cell(1, 1), form.Title);
        sheet.Cell(1, 1).Style.Font.SetBold().Font.SetFontSize(16).Font.SetFontColor(dark);
        Text(sheet.Cell(2, 1), FrenchText.NoBreak(advice));
        sheet.Cell(2, 1).Style.Font.SetFontColor(XLColor.FromArgb(0x404040)).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        sheet.Row(2).Height = 20;
        for (int i = 0; i < count; i++)
            Column(sheet, form.Columns[i], i + 1, last, lists, language);
        sheet.Row(HeaderRow).Height = 46;
        for (int row = 0; row < rows.Count; row++)
        {
            for (int column = 0; column < count; column++)
                Value(sheet.Cell(HeaderRow + 1 + row, column + 1), rows[row][column]);
            // Nothing measures text here: the width of a column is about its number of characters.
            int lines = Enumerable.Range(0, count)
                .Max(i => rows[row][i] is string text ? Lines(text, form.Columns[i].Width - (IsIndented(form.Columns[i]) ? 3 : 2)) : 1);
            sheet.Row(HeaderRow + 1 + row).Height = Math.Min(20 + 15 * (lines - 1), HighestRow);
        }
        IXLRange all = sheet.Range(HeaderRow, 1, last, count);
        all.Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(
            XLBorderStyleValues.Thin).Border.SetInsideBorderColor(line).Border.SetOutsideBorderColor(line);
        sheet.SheetView.FreezeRows(HeaderRow);
        if (count > 6)
            sheet.SheetView.FreezeColumns(1);
        Page(sheet);
        sheet.PageSetup.SetRowsToRepeatAtTop(HeaderRow, HeaderRow);
    }

    // What a cell of a workbook can hold, in characters.
    private const int LongestText = 32_767;

    internal static void Page(IXLWorksheet sheet)
    {
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
        sheet.PageSetup.Margins.SetTop(0.5).SetBottom(0.75).SetLeft(0.4).SetRight(0.4).SetHeader(0.3).SetFooter(0.3);
        sheet.PageSetup.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        sheet.ShowGridLines = false;
    }

    /// <summary>Words, whatever they begin with; what is longer than a cell holds is cut, as a text that comes in may be.</summary>
    internal static void Text(IXLCell cell, string text)
    {
        cell.SetValue(text.Length <= LongestText ? text
            : text[..(char.IsHighSurrogate(text[LongestText - 2]) ? LongestText - 2 : LongestText - 1)] + "…");
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\'')
            cell.Style.IncludeQuotePrefix = true;
    }

    private static void Column(IXLWorksheet sheet, FormColumn column, int at, int last, FormLists? lists, Language language)
    {
        sheet.Column(at).Width = column.Width;
        IXLCell header = sheet.Cell(HeaderRow, at);
        Text(header, column.Required ? $"{column.HeaderIn(language)} *" : column.HeaderIn(language));
        header.Style.Fill.SetBackgroundColor(column.Required ? dark : light).Font.SetFontColor(
            column.Required ? XLColor.White : dark).Font.SetBold(column.Required)
            .Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetHorizontal(
                XLAlignmentHorizontalValues.Center);
        if (last <= HeaderRow)
            return;
        IXLRange cells = sheet.Range(HeaderRow + 1, at, last, at);
        cells.Style.Fill.SetBackgroundColor(column.Required ? input : XLColor.White).Alignment.SetVertical(
            XLAlignmentVerticalValues.Center).Alignment.SetWrapText(column.Look is ColumnLook.Text || IsIndented(column))
            .Alignment.SetHorizontal(column.Look is ColumnLook.Text ? XLAlignmentHorizontalValues.Left : column.Look is ColumnLook.Year
                ? XLAlignmentHorizontalValues.Center : XLAlignmentHorizontalValues.Right)
            .Alignment.SetIndent(IsIndented(column) ? 1 : 0);
        // As text, a cell keeps what was typed: 1/3 is no date, 01 no 1, and 2023 no day of 1905.
        cells.Style.NumberFormat.Format = column.Look switch
        {
            _ when column.Formula => "General",
            ColumnLook.Text or ColumnLook.Amount or ColumnLook.Date => "@",
            ColumnLook.Money => MoneyFormat,
            ColumnLook.Year => "0",
            _ => "General",
        };
        if (lists is not null)
            Help(cells, column, lists, language);
    }

    private static void Help(IXLRange cells, FormColumn column, FormLists lists, Language language)
    {
        IXLDataValidation help = cells.SetDataValidation();
        help.IgnoreBlanks = true;
        help.InputTitle = Cut(column.HeaderIn(language), 32);
        help.InputMessage = Cut(column.HintIn(language), 255);
        help.ShowInputMessage = true;
        if (lists.PointedTo(column) is { } range)
        {
            // What is not in the list is read, and asked about.
            help.List(range, true);
            help.ErrorStyle = XLErrorStyle.Warning;
            return;
        }
        if (column.Choices.IsEmpty)
        {
            help.AllowedValues = XLAllowedValues.AnyValue;
            return;
        }
        ImmutableArray<string> words = lists.WordsOf(column);
        help.List(lists.RangeOf(column), true);
        help.ErrorStyle = column.OpenChoices ? XLErrorStyle.Information : XLErrorStyle.Stop;
        help.ShowErrorMessage = !column.OpenChoices;
        help.ErrorTitle = language is Language.English ? "Unexpected word" : "Mot inattendu";
        help.ErrorMessage = Cut(language is Language.English ? $"Choose from the list: {string.Join(", ", words)}."
            : FrenchText.NoBreak($"Choisissez dans la liste : {string.Join(", ", words)}."), 225);
    }

    private static void Value(IXLCell cell, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                Text(cell, text);
                break;
            case Euros money:
                cell.SetValue(money.ToDecimal());
                cell.Style.NumberFormat.Format = MoneyFormat;
                break;
            case decimal number:
                cell.SetValue(number);
                cell.Style.NumberFormat.Format = "General";
                break;
            case PercentValue percent:
                cell.SetValue(percent.Number);
                cell.Style.NumberFormat.Format = "0.##\\ %";
                break;
            case int year:
                cell.SetValue(year);
                break;
            case PartialDate { IsDay: true } day when day.First >= FirstSerialDay:
                cell.SetValue(day.First.ToDateTimeUnspecified());
                cell.Style.NumberFormat.Format = "dd/mm/yyyy";
                break;
            case PartialDate date:
                Text(cell, Words.Date(date, Language.French));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    private static bool IsIndented(FormColumn column) => column.Look is ColumnLook.Amount or ColumnLook.Money or ColumnLook.Date;

    // Word by word, as a spreadsheet breaks them.
    private static int Lines(string text, int width)
    {
        int lines = 0;
        foreach (string paragraph in text.Split('\n'))
        {
            int used = width + 1;
            foreach (string word in paragraph.Split(' '))
            {
                if (used + word.Length > width)
                    (lines, used) = (lines + Math.Max(1, (word.Length + width - 1) / width), 0);
                used = used + word.Length + 1;
            }
        }
        return lines;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
