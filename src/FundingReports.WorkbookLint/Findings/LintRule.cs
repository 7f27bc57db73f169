using FundingReports.Wording;

namespace FundingReports.WorkbookLint;

/// <summary>
/// A rule of the workbooks: what the linter looks for. Its name in kebab case (<c>merged-cells</c>) is the id that other programs know; it
/// does not change.
/// </summary>
/// <remarks>
/// What can be told from the file is an error; what can only be guessed, from <see cref="MissingLegend"/> on, is a warning and says so.
/// </remarks>
public enum LintRule
{
    /// <summary>The file as a whole cannot be judged: no workbook, damaged, made to do harm. Argument: the cause.</summary>
    UnreadableFile,

    /// <summary>A part of the package cannot be read; the rest was judged without it. Arguments: the part, the cause.</summary>
    DamagedPart,

    /// <summary>A macro, or a control that runs code. Argument: the part, or the name.</summary>
    Macro,

    /// <summary>
    /// Something that is fetched from elsewhere: another workbook, a query, a picture. Argument: where from, or the formula.
    /// </summary>
    ExternalLink,

    /// <summary>The document has no title.</summary>
    DocumentTitle,

    /// <summary>The document has no author.</summary>
    DocumentAuthor,

    /// <summary>The document does not say its language.</summary>
    DocumentLanguage,

    /// <summary>
    /// The name of a sheet is empty, longer than 31 characters, taken already, or holds a character that names cannot. Arguments: the
    /// name, the cause.
    /// </summary>
    SheetName,

    /// <summary>Another sheet than the first opens, or several are selected together. Argument: the sheet.</summary>
    FirstSheetActive,

    /// <summary>The cursor is elsewhere than in A1, or the sheet is scrolled. Argument: where it is.</summary>
    CursorInA1,

    /// <summary>A sheet, rows, columns or values that are not shown. Argument: what.</summary>
    HiddenContent,

    /// <summary>Merged cells.</summary>
    MergedCells,

    /// <summary>A1 holds no title.</summary>
    TitleInA1,

    /// <summary>Cells that are in no table. Argument: how many.</summary>
    MissingTable,

    /// <summary>More than one table on a sheet that is neither the first nor a summary (Synthèse, Summary). Argument: how many.</summary>
    SeveralTables,

    /// <summary>A table that does not start in column A, under the title. Argument: its name.</summary>
    TablePlace,

    /// <summary>A table without a name of its own. Argument: its name.</summary>
    TableName,

    /// <summary>
    /// A table without header row, or with headers that are blank, repeated or not those of the table. Arguments: the cause, the header.
    /// </summary>
    HeaderRow,

    /// <summary>Blank cells in a table. Argument: how many.</summary>
    BlankCell,

    /// <summary>
    /// Words too close in colour to what is behind them: less than 4.5:1. Arguments: the ratio, the colour of the words, that behind, how
    /// many cells.
    /// </summary>
    Contrast,

    /// <summary>A chart or a picture without alternative text. Argument: its name.</summary>
    ChartAlternative,

    /// <summary>A chart whose data stand in no table of the workbook. Arguments: its name, the reference.</summary>
    ChartData,

    /// <summary>A formula without a cached value, or whose value is an error. Arguments: the error, the formula.</summary>
    FormulaValue,

    /// <summary>
    /// A number inside a formula, elsewhere than on the sheets of assumptions and simulation. Arguments: the number, the formula.
    /// </summary>
    FormulaConstant,

    /// <summary>
    /// A function that gives another result at another hour, or hides what it depends on. Arguments: the function, the formula.
    /// </summary>
    VolatileFunction,

    /// <summary>A sheet that does not print on A4.</summary>
    PaperSize,

    /// <summary>A table whose header row is not repeated on each page. Argument: the print titles found.</summary>
    RepeatedHeader,

    /// <summary>A sheet that may print wider than a page.</summary>
    PageWidth,

    /// <summary>A text that a spreadsheet will take for a formula when it is edited. Argument: the text.</summary>
    TextPrefix,

    /// <summary>An identifier kept as a number. Arguments: the header, the number.</summary>
    IdentifierNumber,

    /// <summary>A word that stands for a missing value and that nothing explains. Argument: the word. A guess.</summary>
    MissingLegend,

    /// <summary>A colour without a word beside it. Arguments: the case, the text. A guess.</summary>
    ColourAlone,

    /// <summary>A text or a figure that does not fit its cell. Argument: the text. An estimate.</summary>
    CutText,

    /// <summary>
    /// What looks like an e-mail address, a telephone or a social-security number. Arguments: the kind, masked. A guess.
    /// </summary>
    PersonalData,

    /// <summary>
    /// A row of a table that is three lines high or more, where the page has room for wider columns. Argument: how much wider, in
    /// characters. An estimate.
    /// </summary>
    NarrowColumn,
}
