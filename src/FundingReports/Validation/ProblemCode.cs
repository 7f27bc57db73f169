namespace FundingReports.Validation;

/// <summary>Every kind of problem. Other programs know them by <see cref="Problem.CodeName"/>: a name that changes here breaks them.</summary>
/// <remarks>
/// The arguments of each are given in order, as the formats write them: dates as 2023-07-23, money as 26000.00, shares as 1/2, views as firm, agreed, announced.
/// An empty argument is an unknown.
/// </remarks>
public enum ProblemCode
{
    // Errors: the text.

    /// <summary>The bytes are not UTF-8 text.</summary>
    NotUtf8,

    /// <summary>The text is not JSON, or is cut short. Arguments: empty, truncated, workbook or syntax; line; column.</summary>
    NotJson,

    /// <summary>The file is larger than is read. Arguments: the limit in mebibytes.</summary>
    TooLarge,

    /// <summary>Lists and objects are nested deeper than is read. Arguments: the limit.</summary>
    TooDeep,

    /// <summary>The document says that it is of another format. Arguments: the one expected.</summary>
    UnknownFormat,

    // Errors: one value.

    /// <summary>A required property is absent. Arguments: its name.</summary>
    Missing,

    /// <summary>A property is given twice in one object. Arguments: its name.</summary>
    DuplicateProperty,

    /// <summary>A value is of another type. Arguments: the type expected.</summary>
    WrongType,

    /// <summary>A word is not one of a list. Arguments: the words of the list.</summary>
    NotOneOf,

    /// <summary>A date is malformed, does not exist, or is out of range.</summary>
    InvalidDate,

    /// <summary>A sum is not written as one.</summary>
    InvalidMoney,

    /// <summary>A share is not written as one.</summary>
    InvalidShare,

    /// <summary>A number is not written as one.</summary>
    InvalidNumber,

    /// <summary>An amount is of no kind, or of several. Arguments: the kinds.</summary>
    AmountKinds,

    /// <summary>A text that must say something is blank.</summary>
    Empty,

    /// <summary>A text holds a character that no file may hold. Arguments: its code point, such as U+0007.</summary>
    InvalidText,

    /// <summary>A text is longer than a cell of a workbook holds. Arguments: its length; the limit.</summary>
    TextTooLong,

    /// <summary>A sum is negative.</summary>
    NegativeMoney,

    /// <summary>A sum has more than two decimals.</summary>
    MoneyDecimals,

    /// <summary>A sum reaches a billion euros: a typing error.</summary>
    MoneyTooLarge,

    /// <summary>A share is not above 0 and at most 1.</summary>
    ShareOutOfRange,

    /// <summary>A share has more digits than are counted.</summary>
    ShareTooPrecise,

    /// <summary>A number (ETP, weight) is not above 0 and below a million.</summary>
    NumberOutOfRange,

    /// <summary>A number (ETP, weight) has more than six decimals.</summary>
    NumberDecimals,

    /// <summary>A year is out of range. Arguments: the first and the last accepted.</summary>
    YearOutOfRange,

    /// <summary>A SIRET is not fourteen digits.</summary>
    InvalidSiret,

    /// <summary>A number of the Répertoire national des associations that is not a W and nine digits.</summary>
    InvalidRna,

    /// <summary>A code is that of no département.</summary>
    UnknownDepartement,

    // Errors: values together.

    /// <summary>An id is given twice. Arguments: the path of the first.</summary>
    DuplicateId,

    /// <summary>An id names nothing. Arguments: what it should name (source, funder, post, commitment; in policies policy-source, parameter).</summary>
    UnknownId,

    /// <summary>An end precedes its beginning. Arguments: the end; the beginning.</summary>
    UntilBeforeFrom,

    /// <summary>A post has neither a first day nor a day on which it is known to exist. Arguments: the post.</summary>
    NoBeginning,

    /// <summary>A commitment pays no post. Arguments: the commitment.</summary>
    NoPosts,

    /// <summary>A commitment lists a post twice. Arguments: the commitment.</summary>
    PostListedTwice,

    /// <summary>A total has no last day. Arguments: the commitment.</summary>
    TotalWithoutUntil,

    /// <summary>A schedule has no year. Arguments: the commitment.</summary>
    NoSteps,

    /// <summary>A schedule has more years than any convention. Arguments: the commitment; the years; the limit.</summary>
    TooManySteps,

    /// <summary>A sum over a period that weighs nothing, a 31st alone. Arguments: the day.</summary>
    WeighsNothing,

    /// <summary>The weights do not name exactly the posts. Arguments: the posts without weight, "/", the weights without post.</summary>
    WeightsMismatch,

    /// <summary>Two instalments have days in common. Arguments: the path of the other; the first and the last common day.</summary>
    InstalmentsOverlap,

    /// <summary>An instalment has days outside its commitment. Arguments: first and last day of the instalment; first and last (or empty) of the commitment.</summary>
    InstalmentOutsideTerm,

    /// <summary>Commitments amend one another in a circle. Arguments: their ids.</summary>
    AmendmentCircle,

    /// <summary>A withdrawal lacks its decision or its source. Arguments: the property.</summary>
    WithdrawalIncomplete,

    /// <summary>Two balances on one post on one day in one view. Arguments: the post; the two commitments; the day; the view.</summary>
    TwoBalances,

    /// <summary>Shares of the remainder above 1 in all. Arguments: the post; the day; the view; the total share.</summary>
    RemaindersAboveOne,

    // Errors: a file that people filled in.

    /// <summary>The file as a whole cannot be read. Arguments: why (empty, too-large, bomb, dtd, password, ods, word, xlsb, misnamed-xls, misnamed-xlsx, not-a-workbook, damaged, csv, no-table, no-subsidies, two-forms); a detail.</summary>
    UnreadableFile,

    /// <summary>A table lacks a column that it needs. Arguments: its header.</summary>
    MissingColumn,

    /// <summary>Two columns may be the same. Arguments: the header; the cell of the other.</summary>
    ColumnTwice,

    /// <summary>A cell is nothing of what its column asks for. Arguments: what it asks for (money, amount, share, shares, date, number, year, departement, siret, list, pairs, text, yes-no, weights, hour).</summary>
    UnreadableCell,

    /// <summary>A cell may mean two things. Arguments: which kind (thousands, amount, amount-date, date, outside-year, employer, cells).</summary>
    AmbiguousCell,

    /// <summary>A cell holds an error of the spreadsheet, such as #REF!.</summary>
    CellError,

    /// <summary>A formula was never calculated. Nothing is read in its place.</summary>
    FormulaWithoutValue,

    /// <summary>Merged cells over what belongs to each row or column apart. Arguments: the first and the last cell.</summary>
    MergedCells,

    /// <summary>Two rows say different things of one post. Arguments: the column; what the other says; its cell.</summary>
    RowsDisagree,

    /// <summary>A row says what another has said, and would count twice. Arguments: the cell of the other.</summary>
    RowTwice,

    /// <summary>Two returns say different things. Arguments: of what (post, commitment, funder); its id; the property; one value; who says so; the other value; who says so.</summary>
    ReturnsDisagree,

    /// <summary>A commitment cannot be published under a public schema. Arguments: the schema; the column; which constraint (required, type, pattern, maxLength, enum, minimum, maximum, one-of-required); its limit; the commitment.</summary>
    NotPublishable,
    // Errors: scenarios.

    /// <summary>A change is of no kind, or of several. Arguments: the kinds.</summary>
    ChangeKinds,

    /// <summary>A factor, or a rate of change, cannot be read, is negative, or is too fine.</summary>
    InvalidFactor,

    /// <summary>A commitment to renew is already amended. Arguments: the amendment.</summary>
    RenewAmended,

    /// <summary>A commitment to renew has an unknown amount.</summary>
    RenewUnknown,

    /// <summary>A commitment to renew has no end.</summary>
    RenewWithoutEnd,

    /// <summary>A commitment to renew was decided after the as-of date: it does not exist yet. Arguments: when; the as-of date.</summary>
    RenewNotDecided,

    /// <summary>A commitment to renew is refused: there is nothing to renew.</summary>
    RenewRefused,

    /// <summary>A commitment to renew is withdrawn by a decision already taken. Arguments: from which day.</summary>
    RenewWithdrawn,
    // Errors: policies.

    /// <summary>A parameter is named in a way that the format does not know.</summary>
    InvalidName,

    /// <summary>A policy value is not a whole number in range. Arguments: the largest accepted.</summary>
    InvalidWhole,

    /// <summary>A parameter has no value, or a list of parameters is empty. Arguments: the parameter or the list.</summary>
    NoValues,

    /// <summary>Values are not in the order of their first days. Arguments: the first day of this one; that of the one before.</summary>
    ValuesOutOfOrder,

    /// <summary>A parameter is in another unit. Arguments: the parameter; its unit; the units expected.</summary>
    WrongUnit,

    /// <summary>More parameters than years. Arguments: how many are expected at most.</summary>
    TooManyYears,

    /// <summary>An assumption has no author or no reason: it would pass for a rule of law. Arguments: the property.</summary>
    UnarguedAssumption,

    // Warnings.

    /// <summary>A property that the format does not have: a typing error must not pass unseen. Arguments: its name.</summary>
    UnknownProperty,

    /// <summary>A SIRET whose checksum is wrong; kept as it is.</summary>
    SiretChecksum,

    /// <summary>Two commitments with the same reference overlap. Arguments: the two; the name of the reference; the post; the first and the last (or empty) common day.</summary>
    SameReference,

    /// <summary>A figure has no source. Arguments: the properties.</summary>
    NoSource,

    /// <summary>A figure has no other source than the press. Arguments: the source, then the properties.</summary>
    PressOnly,

    /// <summary>A share, a remainder or a balance without ceiling. Arguments: the commitment.</summary>
    NoCeiling,

    /// <summary>A promise without term. Arguments: the commitment.</summary>
    OpenTerm,

    /// <summary>A sum is split equally because a working time is unknown. Arguments: the posts.</summary>
    UnknownFte,

    /// <summary>A text seems to hold personal data. Arguments: email, telephone or social-security-number.</summary>
    PersonalData,

    /// <summary>Money is promised for days on which the post does not exist. Arguments: commitment; post; before or after; first and last such day; the first or last day of the post.</summary>
    MoneyOutsidePost,

    /// <summary>A post that nobody pays. Arguments: the post.</summary>
    UnpaidPost,

    /// <summary>Shares that exceed the cost. Arguments: the post; the day; the view; the total share.</summary>
    SharesExceedCost,

    /// <summary>Granted or signed, in force, with no date of decision. Arguments: the commitment.</summary>
    NotDecided,

    /// <summary>More money than cost. Arguments: the post; the first and the last (or empty) such day; the view; the coverage, such as 1.100000.</summary>
    OverFunded,

    /// <summary>A cost of zero counts as funded. Arguments: the post; its first day.</summary>
    CostOfZero,

    /// <summary>A cost older than twelve months is carried on. Arguments: the post; the year of the cost.</summary>
    StaleCost,

    /// <summary>A policy value was checked long ago, or never. Arguments: the parameter; when it was checked (or empty); after how many months a check is old.</summary>
    StalePolicy,

    /// <summary>A balance without cap leans on money that is only requested or announced. Arguments: the funder's name; the year; what it bears without that money, and with it (or empty); of each such promise the funder's name, its amount (or empty) and its status.</summary>
    BalanceLeans,

    /// <summary>Money of days on which a post is vacant. Arguments: the post; the first and the last (or empty) such day; the money.</summary>
    VacantMoney,

    /// <summary>A hidden row, read like the others. Arguments: how many rows of the sheet; their numbers.</summary>
    HiddenRows,

    /// <summary>A sheet that holds something and is not read. Arguments: its name.</summary>
    SheetNotRead,

    /// <summary>A row of totals, not read as a post. Arguments: its number.</summary>
    TotalRow,

    /// <summary>Two returns say the same thing. Arguments: of what (post, commitment); its id; who says so, and who else.</summary>
    ToldTwice,

    /// <summary>A column that the form does not have: kept out of the portfolio. Arguments: its header; personal, where it holds addresses of persons.</summary>
    ColumnNotRead,

    /// <summary>Promises wait until somebody says which posts they pay: they count in no figure. Arguments: how many.</summary>
    AwaitingPost,

    /// <summary>A file does not say what kind of funder this is; it is written as "other". Arguments: the funder's name.</summary>
    FunderKindNotSaid,

    /// <summary>Something damaged was put right. Arguments: what (siret, rna, amount, date); what it was read as; how (spaces, decimals, zeros, serial, percent, column).</summary>
    Repaired,

    /// <summary>How a status of an official file was taken, which no text at hand defines. Arguments: what it was taken for; how many rows.</summary>
    StatusTaken,

    /// <summary>A value of an official file that means nothing here is left out; its row is kept. Arguments: the column.</summary>
    ValueLeftOut,

    /// <summary>A code names nothing in its sheet. Arguments: the sheet.</summary>
    CodeNotInSheet,

    /// <summary>An official file lacks one of its sheets. Arguments: its name.</summary>
    SheetMissing,

    /// <summary>Years up to the term of a promise whose sum is in no row. Arguments: how many such runs of years; the first post.</summary>
    YearsNotInFile,

    /// <summary>What payments say was to be paid does not fit the sum of the year, which is kept. Arguments: the post; the first and the last day.</summary>
    PaymentsDiffer,

    /// <summary>A payment belongs to no promise. Arguments: why (no-post, outside, several, cancelled); the first and the last day.</summary>
    PaymentNotPlaced,

    /// <summary>Deadlines of an action are taken for the days that a subsidy pays, until somebody says them.</summary>
    DeadlinesTaken,

    /// <summary>A cell that no figure needs was not understood: kept as it is written, read by nothing. Arguments: its column.</summary>
    KeptAsWritten,

    /// <summary>A value is not as a public schema wants it; kept. Arguments: the schema; the column; which constraint (required, pattern, maxLength, enum, minimum, maximum, one-of-required); its limit.</summary>
    SchemaMismatch,

    /// <summary>A subsidy has several beneficiaries: its sum may be for all of them. Arguments: the part of this one.</summary>
    SharedSubsidy,

    /// <summary>Further lines have a problem that was said often enough. Arguments: the code of the problem; the column; how many.</summary>
    MoreOfTheSame,

    /// <summary>A line that was not asked for. Arguments: none.</summary>
    NotAskedFor,

    /// <summary>A balance without cap bears a tenth more than the year before, or more still. Arguments: the funder's name; the year; what it bears in it, and in the year before; of each funder that pays less, its name, what it paid and what it pays.</summary>
    BalanceRises,

    /// <summary>The deadline of a request was missed, of money of which it is not known whether it is firm. Arguments: the funder's name; the year; the deadline.</summary>
    DeadlineMissed,
}
