using System.Text.Json.Serialization;

namespace FundingReports.Validation;

/// <summary>
/// Every kind of problem. Other programs know them by <see cref="Problem.CodeName"/>: a name that changes here breaks them.
/// </summary>
/// <remarks>
/// The arguments of each are given in order, as the formats write them: dates as 2023-07-23, money as 26000.00, shares as 1/2, views as
/// firm, agreed, announced. An empty argument is an unknown. A number never changes: errors are below 1000, warnings from 1000 on, and a
/// new code takes the next number of its side.
/// </remarks>
[JsonConverter(typeof(WordJsonConverter<ProblemCode>))]
public enum ProblemCode
{
    // Errors of the text.

    /// <summary>The bytes are not UTF-8 text.</summary>
    NotUtf8 = 0,

    /// <summary>The text is not JSON, or is cut short. Arguments: empty, truncated, workbook or syntax; line; column.</summary>
    NotJson = 1,

    /// <summary>The file is larger than is read. Arguments: the limit in mebibytes.</summary>
    TooLarge = 2,

    /// <summary>Lists and objects are nested deeper than is read. Arguments: the limit.</summary>
    TooDeep = 3,

    /// <summary>The document says that it is of another format. Arguments: the one expected.</summary>
    UnknownFormat = 4,

    // Errors of one value.

    /// <summary>A required property is absent. Arguments: its name.</summary>
    Missing = 5,

    /// <summary>A property is given twice in one object. Arguments: its name.</summary>
    DuplicateProperty = 6,

    /// <summary>A value is of another type. Arguments: the type expected.</summary>
    WrongType = 7,

    /// <summary>A word is not one of a list. Arguments: the words of the list.</summary>
    NotOneOf = 8,

    /// <summary>A date is malformed, does not exist, or is out of range.</summary>
    InvalidDate = 9,

    /// <summary>A sum is not written as one.</summary>
    InvalidMoney = 10,

    /// <summary>A share is not written as one.</summary>
    InvalidShare = 11,

    /// <summary>A number is not written as one.</summary>
    InvalidNumber = 12,

    /// <summary>An amount is of no kind, or of several. Arguments: the kinds.</summary>
    AmountKinds = 13,

    /// <summary>A text that must say something is blank.</summary>
    Empty = 14,

    /// <summary>A text holds a character that no file may hold. Arguments: its code point, such as U+0007.</summary>
    InvalidText = 15,

    /// <summary>A text is longer than a cell of a workbook holds. Arguments: its length; the limit.</summary>
    TextTooLong = 16,

    /// <summary>A sum is negative.</summary>
    NegativeMoney = 17,

    /// <summary>A sum has more than two decimals.</summary>
    MoneyDecimals = 18,

    /// <summary>A sum reaches a billion euros: a typing error.</summary>
    MoneyTooLarge = 19,

    /// <summary>A share is not above 0 and at most 1.</summary>
    ShareOutOfRange = 20,

    /// <summary>A share has more digits than are counted.</summary>
    ShareTooPrecise = 21,

    /// <summary>A number (ETP, weight) is not above 0 and below a million.</summary>
    NumberOutOfRange = 22,

    /// <summary>A number (ETP, weight) has more than six decimals.</summary>
    NumberDecimals = 23,

    /// <summary>A year is out of range. Arguments: the first and the last accepted.</summary>
    YearOutOfRange = 24,

    /// <summary>A SIRET is not fourteen digits.</summary>
    InvalidSiret = 25,

    /// <summary>A number of the Répertoire national des associations that is not a W and nine digits.</summary>
    InvalidRna = 26,

    /// <summary>A code is that of no département.</summary>
    UnknownDepartement = 27,

    // Errors of several values together.

    /// <summary>An id is given twice. Arguments: the path of the first.</summary>
    DuplicateId = 28,

    /// <summary>
    /// An id names nothing. Arguments: what it should name (source, funder, post, commitment, waiting; in policies policy-source,
    /// parameter).
    /// </summary>
    UnknownId = 29,

    /// <summary>An end precedes its beginning. Arguments: the end; the beginning.</summary>
    UntilBeforeFrom = 30,

    /// <summary>A post has neither a first day nor a day on which it is known to exist. Arguments: the post.</summary>
    NoBeginning = 31,

    /// <summary>A commitment pays no post. Arguments: the commitment.</summary>
    NoPosts = 32,

    /// <summary>A commitment lists a post twice. Arguments: the commitment.</summary>
    PostListedTwice = 33,

    /// <summary>A total has no last day. Arguments: the commitment.</summary>
    TotalWithoutUntil = 34,

    /// <summary>A schedule has no year. Arguments: the commitment.</summary>
    NoSteps = 35,

    /// <summary>A schedule has more years than any convention. Arguments: the commitment; the years; the limit.</summary>
    TooManySteps = 36,

    /// <summary>A sum over a period that weighs nothing, a 31st alone. Arguments: the day.</summary>
    WeighsNothing = 37,

    /// <summary>The weights do not name exactly the posts. Arguments: the posts without weight, "/", the weights without post.</summary>
    WeightsMismatch = 38,

    /// <summary>Two instalments have days in common. Arguments: the path of the other; the first and the last common day.</summary>
    InstalmentsOverlap = 39,

    /// <summary>
    /// An instalment has days outside its commitment. Arguments: first and last day of the instalment; first and last (or empty) of the
    /// commitment.
    /// </summary>
    InstalmentOutsideTerm = 40,

    /// <summary>Commitments amend one another in a circle. Arguments: their ids.</summary>
    AmendmentCircle = 41,

    /// <summary>A withdrawal lacks its decision or its source. Arguments: the property.</summary>
    WithdrawalIncomplete = 42,

    /// <summary>Two balances on one post on one day in one view. Arguments: the post; the two commitments; the day; the view.</summary>
    TwoBalances = 43,

    /// <summary>Shares of the remainder above 1 in all. Arguments: the post; the day; the view; the total share.</summary>
    RemaindersAboveOne = 44,

    // Errors of a file that people filled in.

    /// <summary>
    /// The file as a whole cannot be read. Arguments: why (empty, too-large, too-many-rows, too-many-lines, bomb, dtd, password, word,
    /// xlsb, misnamed-xls, misnamed-xlsx, not-a-workbook, damaged, csv, no-table, no-rows, long-form, no-funders, no-fonjep, no-subventia,
    /// no-chorus, no-subsidies, two-forms); a detail, or of no-rows the sheets.
    /// </summary>
    UnreadableFile = 45,

    /// <summary>A table lacks a column that it needs. Arguments: its header.</summary>
    MissingColumn = 46,

    /// <summary>Two columns may be the same. Arguments: the header; the cell of the other.</summary>
    ColumnTwice = 47,

    /// <summary>
    /// A cell is nothing of what its column asks for. Arguments: what it asks for (money, amount, share, shares, date, number, year,
    /// years, departement, siret, list, pairs, text, yes-no, weights, occupancy).
    /// </summary>
    UnreadableCell = 48,

    /// <summary>
    /// A cell may mean two things. Arguments: which kind (such as thousands, amount, amount-date, date, years, working-time, cells, quote;
    /// of the form with years as columns also two-sums, zero-cost, outside-year, header-two…); then the readings that its sentence needs,
    /// and other columns as the file names them (Nature=…).
    /// </summary>
    AmbiguousCell = 49,

    /// <summary>A cell holds an error of the spreadsheet, such as #REF!.</summary>
    CellError = 50,

    /// <summary>A formula was never calculated. Nothing is read in its place.</summary>
    FormulaWithoutValue = 51,

    /// <summary>Merged cells over what belongs to each row or column apart. Arguments: the first and the last cell.</summary>
    MergedCells = 52,

    /// <summary>Two rows say different things of one post. Arguments: the column; what the other says; its cell.</summary>
    RowsDisagree = 53,

    /// <summary>A row says what another has said, and would count twice. Arguments: the cell of the other.</summary>
    RowTwice = 54,

    /// <summary>
    /// Two returns say different things. Arguments: of what (post, commitment, funder); its id; the property; one value; who says so; the
    /// other value; who says so.
    /// </summary>
    ReturnsDisagree = 55,

    /// <summary>
    /// A commitment cannot be published under a public schema. Arguments: the schema; the column; which constraint (required, type,
    /// pattern, maxLength, enum, minimum, maximum, one-of-required); its limit; the commitment.
    /// </summary>
    NotPublishable = 56,
    // Errors of scenarios.

    /// <summary>A change is of no kind, or of several. Arguments: the kinds.</summary>
    ChangeKinds = 57,

    /// <summary>
    /// A factor, or a rate of change, cannot be read, is negative (a rate: below -1), or is too fine. Arguments: "rate" of a rate; none
    /// of a factor.
    /// </summary>
    InvalidFactor = 58,

    /// <summary>A commitment to renew is already amended. Arguments: the amendment.</summary>
    RenewAmended = 59,

    /// <summary>A commitment to renew has an unknown amount.</summary>
    RenewUnknown = 60,

    /// <summary>A commitment to renew has no end.</summary>
    RenewWithoutEnd = 61,
    // Errors of policies.

    /// <summary>A parameter is named in a way that the format does not know.</summary>
    InvalidName = 62,

    /// <summary>A policy value is not a whole number in range. Arguments: the largest accepted.</summary>
    InvalidWhole = 63,

    /// <summary>A parameter has no value, or a list of parameters is empty. Arguments: the parameter or the list.</summary>
    NoValues = 64,

    /// <summary>Values are not in the order of their first days. Arguments: the first day of this one; that of the one before.</summary>
    ValuesOutOfOrder = 65,

    /// <summary>A parameter is in another unit. Arguments: the parameter; its unit; the units expected.</summary>
    WrongUnit = 66,

    /// <summary>More parameters than years. Arguments: how many are expected at most.</summary>
    TooManyYears = 67,

    /// <summary>An assumption has no author or no reason: it would pass for a rule of law. Arguments: the property.</summary>
    UnarguedAssumption = 68,

    // Errors added later stand at the end, so that no number changes.

    /// <summary>
    /// Instalments with an amount add up to more than the total of their commitment. Arguments: the commitment; their sum; the total.
    /// </summary>
    InstalmentsAboveTotal = 69,

    /// <summary>An amendment amends a commitment that was refused. Arguments: the amendment; the refused one.</summary>
    AmendsRefused = 70,

    /// <summary>A commitment to renew was decided after the as-of date: it does not exist yet. Arguments: when; the as-of date.</summary>
    RenewNotDecided = 71,

    /// <summary>A commitment to renew is refused: there is nothing to renew.</summary>
    RenewRefused = 72,

    /// <summary>A commitment to renew is withdrawn by a decision already taken. Arguments: from which day.</summary>
    RenewWithdrawn = 73,

    /// <summary>Nothing of an official file could be taken. Arguments: none.</summary>
    NothingTaken = 74,

    /// <summary>A line of an official file is set aside, in the copy that goes back to who publishes it. Arguments: why.</summary>
    LineSetAside = 75,

    /// <summary>
    /// A rule that the analysis needs has no value on the as-of date. Arguments: the parameter; the as-of date; why: unknown-name,
    /// before-first, ended or of-another-unit.
    /// </summary>
    NoPolicyValue = 80,

    /// <summary>
    /// The as-of date, or the years to be shown, are not those of any analysis. Arguments: why: year-out-of-range (then the first and the
    /// last year), before-as-of, after-as-of or too-many-years (then the as-of date, or the most).
    /// </summary>
    PeriodRefused = 81,

    /// <summary>
    /// A sum of money, or what factors make of one, is too large to be calculated. Arguments: the post, where it is that of one.
    /// </summary>
    TooLargeToCalculate = 82,

    /// <summary>
    /// A correction was not made: the file has no such cell, or does not read its sheet. The place is the cell, and the value found the
    /// correction.
    /// </summary>
    CorrectionNotMade = 83,

    /// <summary>
    /// A sum is promised to several posts in code, and nothing says whether to all together or to each. Arguments: how many posts.
    /// </summary>
    SharingNotSaid = 84,

    /// <summary>
    /// No commitment of a funder has the line that a scenario names. Arguments: the funder; then the lines that its commitments have.
    /// </summary>
    UnknownLine = 85,

    /// <summary>
    /// A change of a scenario names nothing that it could change. Arguments: posts, where their list is empty; or funder, where the one
    /// found has no commitment.
    /// </summary>
    NothingToChange = 86,

    /// <summary>
    /// More problems than are listed of one document: it stands last, for those that are not. Arguments: how many were found besides.
    /// </summary>
    MoreProblems = 87,

    /// <summary>
    /// Cells of a row are struck through: whether they still count is not told, and the row is set aside. Arguments: the cells; part,
    /// where some letters of the one cell are; header, where it heads a column.
    /// </summary>
    StruckThrough = 88,

    // Warnings.

    /// <summary>
    /// A property that the format does not have: a typing error must not pass unseen. Arguments: its name; the one that is nearly spelled
    /// so, where there is one.
    /// </summary>
    UnknownProperty = 1000,

    /// <summary>The checksum of a SIRET is wrong; the SIRET is kept as it is.</summary>
    SiretChecksum = 1001,

    /// <summary>
    /// Two commitments with the same reference overlap. Arguments: the two; the name of the reference; the post; the first and the last
    /// (or empty) common day.
    /// </summary>
    SameReference = 1002,

    /// <summary>A figure has no source. Arguments: the properties.</summary>
    NoSource = 1003,

    /// <summary>A figure has no other source than the press. Arguments: the source, then the properties.</summary>
    PressOnly = 1004,

    /// <summary>A share, a remainder or a balance without ceiling. Arguments: the commitment.</summary>
    NoCeiling = 1005,

    /// <summary>A promise without term. Arguments: the commitment.</summary>
    OpenTerm = 1006,

    /// <summary>A sum is split equally because a working time is unknown. Arguments: the posts.</summary>
    UnknownFte = 1007,

    /// <summary>A text seems to hold personal data. Arguments: email, telephone or social-security-number.</summary>
    PersonalData = 1008,

    /// <summary>
    /// Money is promised for days on which the post does not exist. Arguments: commitment; post; before or after; first and last such day;
    /// the first or last day of the post.
    /// </summary>
    MoneyOutsidePost = 1009,

    /// <summary>
    /// Nobody pays a post. Arguments: the post; the as-of date, where something is entered for it that is not decided or announced then.
    /// </summary>
    UnpaidPost = 1010,

    /// <summary>Shares that exceed the cost. Arguments: the post; the day; the view; the total share.</summary>
    SharesExceedCost = 1011,

    /// <summary>A granted or signed commitment in force has no date of decision. Arguments: the commitment; of a form, how its column is
    /// called; no-column, where that column is absent.</summary>
    NotDecided = 1012,

    /// <summary>
    /// More money than cost. Arguments: the post; the first and the last (or empty) such day; the view; the coverage, such as 1.100000.
    /// </summary>
    OverFunded = 1013,

    /// <summary>A cost of zero counts as funded. Arguments: the post; its first day.</summary>
    CostOfZero = 1014,

    /// <summary>A cost older than twelve months is carried on. Arguments: the post; the year of the cost.</summary>
    StaleCost = 1015,

    /// <summary>
    /// A policy value was checked long ago, or never. Arguments: the parameter; when it was checked (or empty); after how many months a
    /// check is old.
    /// </summary>
    StalePolicy = 1016,

    /// <summary>
    /// A balance without cap leans on money that is only requested or announced. Arguments: the funder's name; the year; what it bears
    /// without that money, and with it (or empty); of each such promise the funder's name, its amount (or empty) and its status.
    /// </summary>
    BalanceLeans = 1017,

    /// <summary>
    /// Money of days on which a post is vacant. Arguments: the post; the first and the last (or empty) such day; the money.
    /// </summary>
    VacantMoney = 1018,

    /// <summary>
    /// A hidden row, read like the others. Arguments: how many rows of the sheet; their numbers; official, where they are left out.
    /// </summary>
    HiddenRows = 1019,

    /// <summary>A sheet that holds something and is not read. Arguments: its name; official, of an official file.</summary>
    SheetNotRead = 1020,

    /// <summary>
    /// A row of totals, not read as a post. Arguments: its number; official, of an official file; gap, where it says what is missing.
    /// </summary>
    TotalRow = 1021,

    /// <summary>Two returns say the same thing. Arguments: of what (post, commitment); its id; who says so, and who else.</summary>
    ToldTwice = 1022,

    /// <summary>
    /// A column that the form does not have: kept out of the portfolio. Arguments: its header; personal, where it holds addresses of
    /// persons; official, of an official file; or two, and the two headers that it may be.
    /// </summary>
    ColumnNotRead = 1023,

    /// <summary>Promises wait until somebody says which posts they pay: they count in no figure. Arguments: how many.</summary>
    AwaitingPost = 1024,

    /// <summary>A file does not say what kind of funder this is; it is written as "other". Arguments: the funder's name.</summary>
    FunderKindNotSaid = 1025,

    /// <summary>
    /// Something damaged was put right. Arguments: what (siret, rna, amount, date, part, code, funder); what it was read as; how (spaces,
    /// case, decimals, zeros, serial, percent, column, cells, scaled, monthly, quarterly, quotes, above).
    /// </summary>
    Repaired = 1026,

    /// <summary>
    /// How a status of an official file was taken, which no text at hand defines. Arguments: what it was taken for; how many rows.
    /// </summary>
    StatusTaken = 1027,

    /// <summary>A value of an official file that means nothing here is left out; its row is kept. Arguments: the column.</summary>
    ValueLeftOut = 1028,

    /// <summary>A code names nothing in its sheet. Arguments: the sheet.</summary>
    CodeNotInSheet = 1029,

    /// <summary>An official file lacks one of its sheets. Arguments: its name.</summary>
    SheetMissing = 1030,

    /// <summary>
    /// Years up to the term of a promise whose sum is in no row. Arguments: how many such runs of years; the first post.
    /// </summary>
    YearsNotInFile = 1031,

    /// <summary>
    /// What payments say was to be paid does not fit the sum of the year, which is kept. Arguments: the post; the first and the last day.
    /// </summary>
    PaymentsDiffer = 1032,

    /// <summary>
    /// A payment belongs to no promise. Arguments: why (no-post, outside, several, cancelled, taken-back); the first and the last day.
    /// </summary>
    PaymentNotPlaced = 1033,

    /// <summary>Deadlines of an action are taken for the days that a subsidy pays, until somebody says them.</summary>
    DeadlinesTaken = 1034,

    /// <summary>
    /// A cell that no figure needs was not understood: kept as it is written, read by nothing. Arguments: its column; why (siren, ridet,
    /// exponent, nic, rna, length, date), or nothing.
    /// </summary>
    KeptAsWritten = 1035,

    /// <summary>
    /// A value is not as a public schema wants it; kept. Arguments: the schema; the column; which constraint (required, pattern,
    /// maxLength, enum, minimum, maximum, one-of-required); its limit.
    /// </summary>
    SchemaMismatch = 1036,

    /// <summary>A subsidy has several beneficiaries: its sum may be for all of them. Arguments: the part of this one.</summary>
    SharedSubsidy = 1037,

    /// <summary>
    /// Further lines have a problem that was said often enough. Arguments: the code of the problem; the column; how many.
    /// </summary>
    MoreOfTheSame = 1038,

    /// <summary>A line that was not asked for. Arguments: none.</summary>
    NotAskedFor = 1039,

    /// <summary>
    /// A balance without cap bears a tenth more than the year before, or more still. Arguments: the funder's name; the year; what it bears
    /// in it, and in the year before; of each funder that pays less, its name, what it paid and what it pays.
    /// </summary>
    BalanceRises = 1040,

    /// <summary>
    /// The deadline of a request was missed, of money of which it is not known whether it is firm. Arguments: the funder's name; the year;
    /// the deadline.
    /// </summary>
    DeadlineMissed = 1041,

    /// <summary>
    /// Two balances, or remainder shares above 1, as known on earlier days only: an analysis as of one of them is refused. Arguments: the
    /// post; the two commitments (the second alone where shares add up); the day that they share; the view; the first such as-of date
    /// (empty: any before); the last.
    /// </summary>
    ConflictBefore = 1042,

    /// <summary>
    /// The same promise twice, without a reference that tells them apart: funder, posts, period and amount. Arguments: the two
    /// commitments; the path of the other.
    /// </summary>
    SamePromise = 1043,

    /// <summary>A payment precedes the decision that it follows from. Arguments: the day of the payment; that of the decision.</summary>
    PaidBeforeDecided = 1044,

    /// <summary>More was paid than was promised for these days. Arguments: what was paid; what was promised.</summary>
    PaidAbovePromised = 1045,

    /// <summary>
    /// An instalment was decided before its commitment. Arguments: the decision of the instalment; that of the commitment.
    /// </summary>
    InstalmentBeforeCommitment = 1046,

    /// <summary>A decision comes after the term that it is about. Arguments: the decision; the term.</summary>
    DecidedAfterTerm = 1047,

    /// <summary>
    /// Instalments with an amount exceed what a yearly sum, or a ceiling, allows for their days of one calendar year. Arguments: the
    /// commitment; the year; their sum; what is allowed; annual or cap.
    /// </summary>
    InstalmentsAboveTerms = 1048,

    /// <summary>
    /// The day on which a post is known to exist is outside its life. Arguments: the day; first and last day of the post (or empty).
    /// </summary>
    AttestedOutsideLife = 1049,

    /// <summary>
    /// An amendment by another funder than that of what it amends. Arguments: the amendment; what it amends; their two funders.
    /// </summary>
    AmendsOtherFunder = 1050,

    /// <summary>
    /// An amendment on posts that what it amends does not pay. Arguments: the amendment; what it amends; then the posts.
    /// </summary>
    AmendsOtherPosts = 1051,

    /// <summary>
    /// An amendment that begins after the term of what it amends. Arguments: the amendment; what it amends; the first day; the term.
    /// </summary>
    AmendmentAfterTerm = 1052,

    /// <summary>
    /// Two amendments of one thing, on one post, that nothing orders. Arguments: the two; what they amend; their first day.
    /// </summary>
    AmendmentsUnordered = 1053,

    /// <summary>
    /// Two costs from one day that no decision orders: the last written is taken. Arguments: the post; the day; the path of the other.
    /// </summary>
    CostsFromOneDay = 1054,

    /// <summary>
    /// A cost decided earlier takes over from one decided later. Arguments: the post; its first day; its decision; that of the cost
    /// before.
    /// </summary>
    CostDecidedEarlier = 1055,

    /// <summary>
    /// Two states of a post have days in common. Arguments: the path of the other; the first and the last (or empty) common day.
    /// </summary>
    OccupancyOverlap = 1056,

    /// <summary>
    /// Two funders, or two employers, of different names have one SIRET. Arguments: funder or employer; the path of the other; the two
    /// names.
    /// </summary>
    SharedSiret = 1057,

    /// <summary>A SIRET is made of zeros, which says nothing.</summary>
    SiretOfZeros = 1058,

    /// <summary>A campaign closes, or opens, years away from the budget year. Arguments: the year; the day.</summary>
    CampaignFarFromYear = 1059,

    /// <summary>The edition is later than the as-of date. Arguments: the edition; the as-of date.</summary>
    EditionInFuture = 1060,

    /// <summary>An assumption has no author. Arguments: the source.</summary>
    AssumptionWithoutAuthor = 1061,

    /// <summary>
    /// Two names, perhaps of one thing; or two promises of merged returns, perhaps one. Arguments: post, funder or commitment; the name of
    /// the other; the path of the other; of merged returns, who says this one and who the other.
    /// </summary>
    LikelyDouble = 1062,

    /// <summary>
    /// A column whose name speaks of money or of a status is not read: it may change what the lines are worth. Arguments: its header;
    /// form, or where its cells hold either, and so set their lines aside, stops or stops-rename.
    /// </summary>
    MoneyColumnNotRead = 1063,

    /// <summary>A text is no Unicode, or mixes two encodings line by line. Arguments: MacRoman, cp850, Windows-1252 or mixed.</summary>
    TextEncoding = 1064,

    /// <summary>
    /// How the cells of a text are separated, where it is not usual. Arguments: the separator; or wrapped, where each line stands in
    /// quotes as one cell.
    /// </summary>
    TextSeparator = 1065,

    /// <summary>A hidden sheet is not read. Arguments: its name.</summary>
    HiddenSheet = 1066,

    /// <summary>
    /// A header that is spelled otherwise than any known is taken for one. Arguments: the column, as people call it; rename, or sheet
    /// where it is the name of a sheet.
    /// </summary>
    HeaderTaken = 1067,

    /// <summary>A decision is dated after the day on which the file is read. Arguments: the date; that day.</summary>
    AfterAsOf = 1068,

    /// <summary>
    /// What stands there is no money to be given: it stands apart; or may in part be none. Arguments: in-kind, loan, guarantee, mixed,
    /// zero or closed.
    /// </summary>
    NotMoney = 1069,

    /// <summary>
    /// A cell that no figure needs is not understood: it stays unknown, and its row is kept. Arguments: the code by which it would have
    /// been refused; its arguments.
    /// </summary>
    CellLeftUnknown = 1070,

    /// <summary>Rows that name no post are read as of the post above. Arguments: how many; which.</summary>
    AsAbove = 1071,

    /// <summary>
    /// A status does not say by which act. Arguments: blank, renewed, paid or signed; no-column, where its own column is absent, and the
    /// cell is another.
    /// </summary>
    ActAsked = 1072,

    /// <summary>A name written otherwise is taken for one that is known. Arguments: post or funder; the known name; its cell.</summary>
    NameTaken = 1073,

    /// <summary>
    /// A row of a form is read in one way, and may mean another. Arguments: begins-before, ends-after, firm-without-money, same-year,
    /// two-funders, only-named, days-of-money or not-listed; what the sentence needs.
    /// </summary>
    FormQuestion = 1074,

    /// <summary>Payments wait until somebody says which commitment they pay: they count nowhere. Arguments: how many.</summary>
    AwaitingCommitment = 1090,

    /// <summary>
    /// Instalments of a year say another sum paid than its payments, which count. Arguments: the year; the sum of the payments; that of
    /// the instalments.
    /// </summary>
    PaidTwoWays = 1091,

    /// <summary>
    /// A cell is read as somebody has corrected it: the value found is what the file says. Arguments: what was read instead, or nothing.
    /// </summary>
    CellCorrected = 1092,

    /// <summary>
    /// The policies hold no scheme of this id, and one whose id is nearly the same. Arguments: the post; the id of that one.
    /// </summary>
    UnknownScheme = 1093,

    /// <summary>
    /// The line of a commitment is nearly that of the scheme of its post: its rules were not checked on this money. Arguments: the
    /// commitment; the post; the line of the scheme.
    /// </summary>
    NearLine = 1094,

    /// <summary>
    /// What is possible, and mostly a slip: a share below 1 %, a sum below a euro, a cost below 100 euros a year, more than 20 full-time
    /// equivalents, a term of more than 50 years. Arguments: share, sum, cost, fte or term.
    /// </summary>
    UnlikelyValue = 1095,

    /// <summary>
    /// More properties that the format does not have than are listed, in a document without an error. Arguments: how many besides.
    /// </summary>
    MoreWarnings = 1096,

    /// <summary>Hidden columns, read like the others. Arguments: how many; their letters.</summary>
    HiddenColumns = 1097,

    /// <summary>
    /// Comments on cells of a table: a person reads them, the program does not. Arguments: how many; the cells.
    /// </summary>
    CommentsNotRead = 1098,
}
